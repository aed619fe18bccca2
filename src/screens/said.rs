//! Domain values said in the words of the language in use, shared by the screens.

use crate::domain::Notebook;
use crate::domain::attendance::Presence;
use crate::domain::evidence::{Code, Source};
use crate::domain::exit_ticket::Group;
use crate::domain::goal::{GoalResult, Working};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::indicator::{NeedsAWord, Quiet, ReadyToStretch};
use crate::domain::scale::Level;
use crate::domain::skill::Subject;
use crate::domain::support::Accommodations;
use crate::format::starter::Language;
use crate::session::Fault;
use crate::words::{short_day, sort_by_name, words};

pub mod profile;

/// The words of the class's scale, lowest first.
pub fn scale_words(notebook: &Notebook) -> Vec<String> {
    notebook.class_scale().map(|s| s.words.clone()).unwrap_or_default()
}

/// The class's word for a level.
pub fn level_word(notebook: &Notebook, level: Level) -> String {
    notebook.class_scale().map(|s| s.word(level).to_owned()).unwrap_or_default()
}

/// The level words the app ships with, lowest first.
pub fn shipped_levels() -> [&'static str; 4] {
    let l = words().levels();
    [l.starting, l.getting_there, l.got_it, l.can_teach]
}

/// A student's name; empty for an unknown one.
pub fn name_of(notebook: &Notebook, id: StudentId) -> String {
    notebook.student(id).map(|s| s.name.clone()).unwrap_or_default()
}

/// The language that is set up for a student, by its own name; `None` for the device's.
pub fn language_of(helps: &Accommodations) -> Option<&'static str> {
    let l = words().looks();
    helps.language.as_deref().and_then(Language::from_code).map(|language| match language {
        Language::En => l.english,
        Language::Es => l.spanish,
    })
}

/// A student with the name.
pub type Named = (StudentId, String);

/// The class's students, by name as the language sorts names.
pub fn students_by_name(notebook: &Notebook) -> Vec<Named> {
    let mut all: Vec<Named> = notebook.students().into_iter().map(|s| (s.id, s.name.clone())).collect();
    sort_by_name(&mut all, |(_, name)| name);
    all
}

/// The students before and after one in that order.
pub fn neighbours(notebook: &Notebook, student: StudentId) -> (Option<Named>, Option<Named>) {
    let all = students_by_name(notebook);
    let Some(at) = all.iter().position(|(id, _)| *id == student) else { return (None, None) };
    (at.checked_sub(1).and_then(|before| all.get(before).cloned()), all.get(at + 1).cloned())
}

/// The class's students with the name to show, in the order to show them in: the real names, or
/// "Student 7" on a screen that may be on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Names {
    names: Vec<Named>,
}

impl Names {
    /// The names; hidden, in the order of the ids, which say nothing about anybody.
    pub fn of_class(notebook: &Notebook, hidden: bool) -> Names {
        let mut names = students_by_name(notebook);
        if hidden {
            names.sort_by_key(|(id, _)| *id);
            for (place, (_, name)) in names.iter_mut().enumerate() {
                *name = words().live().student_n(&(place + 1));
            }
        }
        Names { names }
    }

    /// These students in the order to show them in.
    pub fn in_order(&self, students: &[StudentId]) -> Vec<StudentId> {
        self.names.iter().map(|(id, _)| *id).filter(|id| students.contains(id)).collect()
    }

    /// A student's place in that order.
    pub fn place(&self, id: StudentId) -> usize {
        self.names.iter().position(|(of, _)| *of == id).unwrap_or(usize::MAX)
    }

    /// The name to show for a student.
    pub fn of(&self, id: StudentId) -> String {
        self.names.iter().find(|(of, _)| *of == id).map(|(_, name)| name.clone()).unwrap_or_default()
    }
}

/// A skill's line; empty for an unknown one.
pub fn skill_line(notebook: &Notebook, id: SkillId) -> String {
    notebook.skill(id).map(|s| s.statement.clone()).unwrap_or_default()
}

/// The class's skills to choose one of, none first; a skill that was put away stays where it is chosen.
pub fn skills_and_none(
    notebook: &Notebook,
    none: &str,
    chosen: Option<SkillId>,
) -> Vec<(Option<SkillId>, String)> {
    let all = notebook.skills().into_iter().map(|skill| skill.id);
    let away = chosen.filter(|id| notebook.skills().iter().all(|skill| skill.id != *id));
    let line = |id| (Some(id), skill_line(notebook, id));
    std::iter::once((None, none.to_owned())).chain(all.chain(away).map(line)).collect()
}

/// "Math", "Reading", …
pub fn subject(of: Subject) -> &'static str {
    let s = words().subjects();
    match of {
        Subject::Math => s.math,
        Subject::Reading => s.reading,
        Subject::Writing => s.writing,
        Subject::Habits => s.habits,
        Subject::Other => s.other,
    }
}

/// "Yes", "Almost", "Not yet".
pub fn goal_result(of: GoalResult) -> &'static str {
    let g = words().goal();
    match of {
        GoalResult::Met => g.met,
        GoalResult::Almost => g.almost,
        GoalResult::NotYet => g.not_yet,
    }
}

/// "alone", "with a partner", "with the teacher".
pub fn working(of: Working) -> &'static str {
    let g = words().goal();
    match of {
        Working::Alone => g.alone,
        Working::Partner => g.partner,
        Working::Teacher => g.with_teacher,
    }
}

/// "here", "absent", "excused".
pub fn presence(of: Presence) -> &'static str {
    let a = words().attendance();
    match of {
        Presence::Here => a.here,
        Presence::Absent => a.absent,
        Presence::Excused => a.excused,
    }
}

/// Why there is no level.
pub fn code(of: Code) -> &'static str {
    let e = words().evidence();
    match of {
        Code::Absent => e.absent,
        Code::Excused => e.excused,
        Code::NotAssessed => e.not_assessed,
        Code::NotEnoughEvidence => e.not_enough,
    }
}

/// Where evidence comes from.
pub fn source(of: Source) -> &'static str {
    let e = words().evidence();
    match of {
        Source::WorkSample => e.work_sample,
        Source::Observation => e.observation,
        Source::Conference => e.conference,
        Source::ExitTicket(_) => e.exit_ticket,
        Source::Rubric(_) => e.rubric,
    }
}

/// "Reteach with me", "Practise together", "Extend".
pub fn group(of: Group) -> &'static str {
    let t = words().live();
    match of {
        Group::NotYet => t.reteach,
        Group::Almost => t.practise,
        Group::GotIt => t.extend,
    }
}

/// Why a student needs a word.
pub fn needs_a_word(notebook: &Notebook, why: NeedsAWord) -> String {
    let t = words().today();
    match why {
        NeedsAWord::NotYetInARow { goals } => t.not_yet_in_a_row(goals),
        NeedsAWord::UnderUsual { skill, usual, now } => t.under_usual(
            &level_word(notebook, now),
            &skill_line(notebook, skill),
            &level_word(notebook, usual),
        ),
    }
}

/// Why a student is ready to stretch.
pub fn ready_to_stretch(notebook: &Notebook, why: ReadyToStretch) -> String {
    let t = words().today();
    match why {
        ReadyToStretch::TopInARow { skill, pieces } => {
            let top = notebook.class_scale().map(|s| s.word(s.top()).to_owned()).unwrap_or_default();
            t.top_in_a_row(pieces, &skill_line(notebook, skill), &top)
        }
        ReadyToStretch::TooEasy { skill, right, tries } => {
            t.too_easy(tries, &right, &skill_line(notebook, skill))
        }
    }
}

/// Since when nobody heard from a student.
pub fn quiet(of: Quiet) -> String {
    let t = words().today();
    match of.since {
        Some(day) => t.quiet_since(of.school_days, &short_day(day)),
        None => t.never_heard.to_owned(),
    }
}

/// A fault of the storage, with one thing to do.
pub fn fault(of: &Fault) -> String {
    let f = words().fault();
    match of {
        Fault::Full => f.full.to_owned(),
        Fault::Unavailable(_) => f.unavailable.to_owned(),
        Fault::HeldByAnotherTab => f.held.to_owned(),
        Fault::Other(why) => f.other(why),
    }
}
