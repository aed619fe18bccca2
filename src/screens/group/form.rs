//! What is typed about one group, what has to be mended, and keeping it.

use std::collections::BTreeSet;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::change::to_list;
use crate::browser;
use crate::domain::id::{GroupId, StudentId};
use crate::domain::student_group::{GroupDraft, GroupProblem, LONGEST_PLAN, LONGEST_TITLE, StudentGroup};
use crate::session::{Saver, Session, Toast, Typed};
use crate::ui::focus::focus_on;
use crate::words::words;

/// What stands in the form, and who was in the group when it was begun.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    before: BTreeSet<StudentId>,
    draft: GroupDraft,
}

/// The form.
#[derive(Clone, Copy)]
pub struct Form {
    pub session: Session,
    /// The group.
    pub id: GroupId,
    /// What is typed.
    pub typed: Typed<Sheet>,
    saver: Saver,
    /// What has to be mended.
    pub problems: RwSignal<Vec<GroupProblem>>,
}

impl Form {
    /// The form of a group that is there, or of a new one that begins today.
    pub fn begin(session: Session, id: GroupId) -> Form {
        let today = session.today.get_untracked();
        let draft = session.peek(|nb| match nb.student_group(id) {
            Some(group) => GroupDraft::of(group, nb.members(id)),
            None => GroupDraft::of(&StudentGroup::beginning(id, "", None, today), []),
        });
        let sheet = Sheet { before: draft.members.clone(), draft };
        let typed = Typed::begin(session, format!("group/{id}"), sheet);
        Form { session, id, typed, saver: Saver::new(session), problems: RwSignal::new(Vec::new()) }
    }

    /// Reads what is typed; whoever asks is asked again when that changes.
    pub fn read<T>(self, read: impl FnOnce(&GroupDraft) -> T) -> T {
        self.typed.now.with(|sheet| read(&sheet.draft))
    }

    /// Changes what is typed and keeps it.
    pub fn edit(self, how: impl FnOnce(&mut GroupDraft)) {
        self.typed.edit(|sheet| how(&mut sheet.draft));
        // What was wrong may be mended now; saving looks again.
        self.problems.set(Vec::new());
    }

    /// Gives up what was typed.
    pub fn discard(self) {
        self.typed.discard();
        self.problems.set(Vec::new());
    }

    /// Keeps the group as one action when anything is new, and goes to the list.
    pub fn save(self) {
        let (session, g) = (self.session, words().group());
        let Sheet { before, draft } = self.typed.now.get_untracked();
        let ended = session.peek(|nb| nb.student_group(self.id).is_some_and(|group| group.ended));
        let group = match draft.parse(self.id, ended) {
            Ok(group) => group,
            Err(problems) => {
                if let Some(first) = problems.first() {
                    focus_on(field_of(*first));
                }
                self.problems.set(problems);
                return;
            }
        };
        let said = g.saved_said(&group.title);
        let today = session.today.get_untracked();
        let changes = session.peek(|nb| nb.keep_group(group, &before, &draft.members, today));
        let typed = self.typed;
        if changes.is_empty() {
            typed.forget();
            session.toast.set(Some(Toast { text: g.nothing_changed.to_owned(), undo: None }));
            browser::go(&to_list());
            return;
        }
        let forget = typed.once_written();
        self.saver.save(changes, said, move || {
            forget();
            browser::go(&to_list());
        });
    }
}

/// The field a problem stands at.
fn field_of(problem: GroupProblem) -> &'static str {
    match problem {
        GroupProblem::NoTitle | GroupProblem::LongTitle => "group-name",
        GroupProblem::LongPlan => "group-plan",
        GroupProblem::NoFrom => "group-from",
        GroupProblem::NoUntil | GroupProblem::Backwards => "group-until",
    }
}

/// A problem in words.
pub fn sentence(form: Form, problem: GroupProblem) -> String {
    let g = words().group();
    match problem {
        GroupProblem::NoTitle => g.need_name.to_owned(),
        GroupProblem::LongTitle => g.long_name(&LONGEST_TITLE),
        GroupProblem::LongPlan => {
            let length = form.read(|draft| draft.plan.trim().chars().count());
            g.long_plan(&LONGEST_PLAN, &length)
        }
        GroupProblem::NoFrom => g.need_from.to_owned(),
        GroupProblem::NoUntil => g.need_until.to_owned(),
        GroupProblem::Backwards => g.backwards.to_owned(),
    }
}
