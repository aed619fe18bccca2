//! Erasing a student: from every class of the device, and from what comes in later.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{Saving, Session};
use crate::domain::entry::{Body, Change, Erasure};
use crate::domain::erasure::{self, Part};
use crate::domain::id::{ClassId, StudentId};
use crate::storage::{Fault, Opened};

/// The erased students of whom lines still lie in what was read: a backup may have brought the erasure
/// here, or this device may have stopped between the two steps of erasing.
pub(super) fn left_of(opened: &Opened) -> Vec<StudentId> {
    let erased = opened.entries.iter().filter_map(|entry| match &entry.body {
        Body::Erasure(erasure) => Some(erasure.student),
        _ => None,
    });
    erased.filter(|student| opened.holds(*student)).collect()
}

/// What is kept of a student in one class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptIn {
    /// The title of the class.
    pub class: String,
    /// How many entries of each part.
    pub parts: BTreeMap<Part, usize>,
    /// How many photos and files.
    pub files: usize,
}

impl Session {
    /// What is kept of a student on this device, class by class; those that hold nothing are left out.
    ///
    /// # Errors
    /// Why a class could not be read.
    pub async fn kept_of(self, student: StudentId) -> Result<Vec<KeptIn>, Fault> {
        let shelf = self.shelf();
        let mut all = Vec::new();
        for row in self.classes.get_untracked() {
            let opened = shelf.read(row.id, 0).await?;
            let parts = erasure::kept_of(&opened.entries, student);
            let files = shelf.files(row.id).await?.iter().filter(|(whose, _)| *whose == student).count();
            if !parts.is_empty() || files > 0 {
                all.push(KeptIn { class: row.title, parts, files });
            }
        }
        Ok(all)
    }

    /// Removes a student and everything about them, in every class of this device and in every copy
    /// that meets one of them.
    ///
    /// # Errors
    /// Why it could not be done everywhere; doing it again goes on where it stopped.
    pub async fn erase(self, student: StudentId) -> Result<(), Fault> {
        let _busy = self.begin();
        let mut classes: Vec<ClassId> =
            self.classes.with_untracked(|rows| rows.iter().map(|row| row.id).collect());
        // The open one last: as long as anything is left anywhere, the student can be chosen there again.
        classes.sort_by_key(|class| Some(*class) == self.class.get_untracked());
        for class in classes {
            if let Err(fault) = self.erase_in(class, student).await {
                self.saving.set(Saving::Failed(fault.clone()));
                return Err(fault);
            }
        }
        Ok(())
    }

    /// Removes a student from one class, if anything of them is there.
    async fn erase_in(self, class: ClassId, student: StudentId) -> Result<(), Fault> {
        let shelf = self.shelf();
        let opened = shelf.read(class, 0).await?;
        let files = shelf.files(class).await?;
        if opened.holds(student) || files.iter().any(|(whose, _)| *whose == student) {
            self.write_to(class, vec![Change::of_class(Erasure { student })], &[]).await?;
            shelf.erase(class, student).await?;
            let id = student.to_string();
            self.inner.update_value(|inner| inner.damage.retain(|damage| !damage.text.contains(&id)));
        }
        Ok(())
    }

    /// Removes students whose erasure came in with a file from the other classes of this device as well.
    pub(super) async fn erase_as_told(self, students: &[StudentId]) {
        for student in students {
            // Why it could not be done is told by the banner.
            let _ = self.erase(*student).await;
        }
    }

    /// Removes from the storage what is left of students who were erased.
    pub(super) async fn erase_rest(self, class: ClassId, students: &[StudentId]) {
        for student in students {
            let _busy = self.begin();
            if let Err(fault) = self.shelf().erase(class, *student).await {
                self.saving.set(Saving::Failed(fault));
            }
        }
    }
}
