//! The answer in the student's hand: what is on the screen is kept as a draft with every change.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Notebook;
use crate::domain::exit_ticket::{AnswerDraft, ExitTicket, Given, Version, views};
use crate::domain::id::{StudentId, TicketId};
use crate::session::Session;

/// The answer that is being given. Copies are the same pen.
#[derive(Clone, Copy)]
pub(super) struct Pen {
    session: Session,
    student: StudentId,
    name: StoredValue<String>,
    /// Whether the answer is kept while it is given. One without a name is not: a draft says whose it is.
    pub(super) kept: bool,
    /// The answer so far.
    pub(super) draft: RwSignal<AnswerDraft>,
}

impl Pen {
    /// Takes up the answer where it was left, or begins it: with the version the student is asked,
    /// from now on.
    pub(super) fn take_up(session: Session, student: StudentId, ticket: &ExitTicket) -> Pen {
        let version = session.peek(|nb| nb.version_for(ticket, student));
        let fresh = AnswerDraft { version, begun: begun(session, ticket), ..AnswerDraft::default() };
        let fresh = session.peek(|nb| with_what_was_said(nb, student, ticket, fresh));
        let name = StoredValue::new(ticket.id.to_string());
        let pen =
            Pen { session, student, name, kept: !ticket.anonymous, draft: RwSignal::new(fresh.clone()) };
        let ticket = ticket.clone();
        session.draft_kept.set(false);
        spawn_local(async move {
            let kept = kept(session, student, ticket.id).await;
            // The screen may be gone by then.
            let (Some(kept), Some(now)) = (kept, pen.draft.try_get_untracked()) else { return pen.keep() };
            let kept = session.peek(|nb| with_what_was_said(nb, student, &ticket, kept));
            // Who was faster than the storage said something new, which goes onto what is kept.
            if now == fresh {
                pen.draft.set(kept);
            } else {
                pen.draft.set(kept.with_new(&fresh, &now));
                pen.keep();
            }
        });
        pen
    }

    fn keep(self) {
        if !self.kept {
            return;
        }
        let text = self.draft.try_with_untracked(|draft| serde_json::to_string(draft).unwrap_or_default());
        if let Some((text, name)) = text.zip(self.name.try_get_value()) {
            self.session.keep_draft(self.student, &name, text);
        }
    }

    /// Forgets the draft, once the answer is in.
    pub(super) fn lay_down(self) {
        if !self.kept {
            self.session.prefer(|p| p.begun = None);
        }
        if let Some(name) = self.name.try_get_value() {
            self.session.keep_draft(self.student, &name, String::new());
        }
    }

    /// Changes the answer and keeps it.
    pub(super) fn change(self, how: &mut dyn FnMut(&mut AnswerDraft)) {
        self.draft.update(|draft| how(draft));
        self.keep();
    }

    /// Changes what is said to one question.
    pub(super) fn say(self, place: usize, how: &mut dyn FnMut(&mut Given)) {
        self.change(&mut |draft| how(draft.at_mut(place)));
    }

    /// What is said to one question.
    pub(super) fn said(self, place: usize) -> Given {
        self.draft.with(|draft| draft.at(place))
    }

    /// The version that is answered.
    pub(super) fn version(self) -> Version {
        self.draft.with(|draft| draft.version)
    }
}

/// What a student said so far to a check.
pub(super) async fn kept(session: Session, student: StudentId, ticket: TicketId) -> Option<AnswerDraft> {
    serde_json::from_str(&session.draft(student, &ticket.to_string()).await?).ok()
}

/// When the answer was begun: now, unless there is no draft to remember it and the page was loaded
/// again in between.
fn begun(session: Session, ticket: &ExitTicket) -> u64 {
    let now = browser::now_ms();
    if !ticket.anonymous || ticket.minutes.is_none() {
        return now;
    }
    let known = session.preferences.with_untracked(|p| p.begun).filter(|(of, _)| *of == ticket.id);
    known.map_or_else(
        || {
            session.prefer(|p| p.begun = Some((ticket.id, now)));
            now
        },
        |(_, begun)| begun,
    )
}

/// Where students who are asked for both levels were before: what they said about the skill earlier
/// on the ticket's day.
pub(super) fn said_before(notebook: &Notebook, student: StudentId, ticket: &ExitTicket) -> Option<u8> {
    // Who answers again said last where they were after the lesson, so they are asked for both.
    if notebook.class_scale()?.id != ticket.scale || notebook.answer(ticket.id, student).is_some() {
        return None;
    }
    let said = notebook.self_levels(student, ticket.skill);
    said.last().filter(|s| s.day == ticket.day).map(|s| s.level.0)
}

fn with_what_was_said(
    notebook: &Notebook,
    student: StudentId,
    ticket: &ExitTicket,
    mut draft: AnswerDraft,
) -> AnswerDraft {
    let both = views(ticket.questions_of(draft.version)).into_iter().find(|view| view.after.is_some());
    if let Some((view, level)) = both.zip(said_before(notebook, student, ticket)) {
        draft.at_mut(view.first).pick(level);
    }
    draft
}
