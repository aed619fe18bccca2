//! Names as they may be shown on a screen that may be on the wall: the real ones, or "Student 7".

use crate::domain::Notebook;
use crate::domain::id::StudentId;
use crate::screens::said;
use crate::words::words;

/// The class's students with the name to show, in the order to show them in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    names: Vec<(StudentId, String)>,
}

impl Names {
    /// The names; hidden, in the order of the ids, which say nothing about anybody.
    pub(super) fn of_class(notebook: &Notebook, hidden: bool) -> Names {
        let mut names = said::students_by_name(notebook);
        if hidden {
            names.sort_by_key(|(id, _)| *id);
            for (place, (_, name)) in names.iter_mut().enumerate() {
                *name = words().live().student_n(&(place + 1));
            }
        }
        Names { names }
    }

    /// These students in the order to show them in.
    pub(super) fn in_order(&self, students: &[StudentId]) -> Vec<StudentId> {
        self.names.iter().map(|(id, _)| *id).filter(|id| students.contains(id)).collect()
    }

    /// A student's place in that order.
    pub(super) fn place(&self, id: StudentId) -> usize {
        self.names.iter().position(|(of, _)| *of == id).unwrap_or(usize::MAX)
    }

    /// The name to show for a student.
    pub(super) fn of(&self, id: StudentId) -> String {
        self.names.iter().find(|(of, _)| *of == id).map(|(_, name)| name.clone()).unwrap_or_default()
    }
}
