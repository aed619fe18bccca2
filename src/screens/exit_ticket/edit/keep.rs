//! What is typed into a draft is kept at once, so that a reload finds it; it becomes part of the
//! notebook when the teacher leaves the screen, as one action instead of one for each letter.
//!
//! Two tabs may write the same draft. Nobody's words give way to the other's: what was typed here
//! becomes a draft of its own as soon as the other tab's words are seen, and a sentence says so.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::form::Form;
use crate::browser;
use crate::domain::Notebook;
use crate::domain::entry::{Body, Change, EntryKey};
use crate::domain::exit_ticket::ExitTicket;
use crate::domain::exit_ticket::draft::CheckDraft;
use crate::domain::id::{SurveyId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::screens::exit_ticket::again::go_to_opened;
use crate::session::{Session, Toast};
use crate::words::words;

/// How long after a letter all that was typed is kept, in milliseconds: a few writes a second at
/// most, and no more is ever lost.
const SOON: i32 = 250;

/// What was typed, and on which state of the draft.
#[derive(Serialize, Deserialize)]
struct Typed {
    on: Vec<EntryKey>,
    draft: CheckDraft,
}

/// A draft as the teacher finds it.
#[derive(Clone)]
pub(super) struct Start {
    /// As it was written.
    pub ticket: ExitTicket,
    /// With what was typed since.
    pub draft: CheckDraft,
    on: Vec<EntryKey>,
    /// What was typed, as it is kept.
    text: String,
}

fn name_of(id: TicketId) -> String {
    format!("check/{id}")
}

fn heads(nb: &Notebook, id: TicketId) -> Vec<EntryKey> {
    nb.heads_of(Slot::Ticket(id), |body| matches!(body, Body::ExitTicket(t) if t.id == id))
}

/// The draft with what was typed since it was written. What a tab left that typed into an earlier
/// state of it becomes a draft of its own.
pub(super) async fn latest(session: Session, id: TicketId) -> Option<Start> {
    let text = session.typed(&name_of(id)).await.unwrap_or_default();
    let typed = serde_json::from_str::<Typed>(&text).ok();
    let (ticket, on) = session.peek(|nb| Some((nb.ticket(id)?.clone(), heads(nb, id))))?;
    let written = CheckDraft::of(&ticket);
    let (draft, left, text) = match typed {
        Some(typed) if typed.on == on => (typed.draft, None, text),
        other => (written.clone(), other.filter(|typed| typed.draft != written), String::new()),
    };
    if let Some(left) = left
        && write_apart(session, left.draft.sketch(&ticket)).await.is_some()
    {
        session.keep_typed(&name_of(id), String::new());
    }
    Some(Start { ticket, draft, on, text })
}

/// Writes what was typed as a draft of its own, and says so.
async fn write_apart(session: Session, ticket: ExitTicket) -> Option<TicketId> {
    let id = TicketId::from_bits(browser::random_bits());
    let survey = SurveyId::from_bits(browser::random_bits());
    let day = session.today.get_untracked();
    let (apart, text) = session.peek(|nb| {
        let said = words().check().apart_said(&asked::title(nb, &ticket));
        (nb.apart(ticket, id, survey, day), said)
    });
    session.write(vec![Change::of_class(apart)]).await.ok()?;
    session.toast.set(Some(Toast { text, undo: None }));
    Some(id)
}

/// What becomes of the draft when the teacher leaves the screen.
#[derive(Clone)]
pub(super) struct Kept(ArcStoredValue<State>);

struct State {
    start: Start,
    /// What is typed now.
    draft: CheckDraft,
    /// What was typed last is about to be kept.
    soon: bool,
    /// It was opened, deleted or left, so nothing is to be written any more.
    done: bool,
}

/// Keeps what is typed, and writes it when the screen is left. `again` shows the draft anew when
/// another tab changed it and nothing was typed here.
pub(super) fn while_typing(session: Session, form: Form, start: &Start, again: Callback<()>) -> Kept {
    let state = State { start: start.clone(), draft: start.draft.clone(), soon: false, done: false };
    let kept = Kept(ArcStoredValue::new(state));
    let keeping = kept.clone();
    Effect::new(move |before: Option<CheckDraft>| {
        let draft = form.draft();
        if before.is_some_and(|before| before != draft) {
            keeping.0.update_value(|state| state.draft = draft.clone());
            keeping.keep_soon(session);
        }
        draft
    });
    let id = start.ticket.id;
    let now = Memo::new(move |_| session.ask_slots(&[Slot::Ticket(id)], |nb| heads(nb, id)));
    let watching = kept.clone();
    Effect::new(move || {
        let changed = now.with(|now| watching.0.with_value(|state| *now != state.start.on && !state.done));
        if changed && watching.is_typed() {
            watching.move_apart(session);
        } else if changed {
            watching.0.update_value(|state| state.done = true);
            again.run(());
        }
    });
    let leaving = kept.clone();
    on_cleanup(move || leaving.leave(session));
    kept
}

impl Kept {
    fn id(&self) -> TicketId {
        self.0.with_value(|state| state.start.ticket.id)
    }

    fn is_done(&self) -> bool {
        self.0.with_value(|state| state.done)
    }

    fn set_done(&self, done: bool) {
        self.0.update_value(|state| state.done = done);
    }

    /// Whether something is typed that is not written.
    fn is_typed(&self) -> bool {
        self.0.with_value(|state| state.draft != CheckDraft::of(&state.start.ticket))
    }

    /// Whether another tab wrote the draft since this one found it.
    fn is_overtaken(&self, session: Session) -> bool {
        self.0.with_value(|state| session.peek(|nb| heads(nb, state.start.ticket.id)) != state.start.on)
    }

    fn sketch(&self) -> ExitTicket {
        self.0.with_value(|state| state.draft.sketch(&state.start.ticket))
    }

    /// Whether another tab is typing into the same draft.
    async fn is_shared(&self, session: Session) -> bool {
        let there = session.typed(&name_of(self.id())).await;
        there.is_some_and(|there| self.0.with_value(|state| state.start.text != there))
    }

    fn keep_soon(&self, session: Session) {
        if self.0.with_value(|state| state.soon || state.done) {
            return;
        }
        self.0.update_value(|state| state.soon = true);
        let kept = self.clone();
        spawn_local(async move {
            browser::sleep(SOON).await;
            kept.0.update_value(|state| state.soon = false);
            if kept.is_done() {
                return;
            }
            if kept.is_shared(session).await {
                kept.move_apart(session);
            } else if !kept.is_done() {
                kept.keep(session);
            }
        });
    }

    fn keep(&self, session: Session) {
        self.0.update_value(|state| {
            let typed = Typed { on: state.start.on.clone(), draft: state.draft.clone() };
            // Plain values are always written as text.
            state.start.text = serde_json::to_string(&typed).unwrap_or_default();
        });
        session.keep_typed(&name_of(self.id()), self.0.with_value(|state| state.start.text.clone()));
    }

    /// Forgets what was typed here, but not what another tab typed.
    async fn forget(&self, session: Session) {
        if !self.is_shared(session).await {
            session.keep_typed(&name_of(self.id()), String::new());
        }
    }

    /// Writes what was typed as a draft of its own and goes on in that one.
    fn move_apart(&self, session: Session) {
        if self.is_done() {
            return;
        }
        self.set_done(true);
        let (kept, ticket) = (self.clone(), self.sketch());
        spawn_local(async move {
            let Some(id) = write_apart(session, ticket).await else {
                kept.set_done(false);
                return;
            };
            kept.forget(session).await;
            browser::go(&Route::Teacher(TeacherScreen::EditTicket(id)).href());
        });
    }

    /// Writes the draft if it differs from what is written, and forgets what was typed.
    fn leave(&self, session: Session) {
        if self.is_done() {
            return;
        }
        if self.is_overtaken(session) {
            // The other tab opened or deleted it, and that took this screen away.
            if self.is_typed() {
                self.move_apart(session);
            }
            return;
        }
        self.set_done(true);
        let (kept, ticket) = (self.clone(), self.sketch());
        let change = self.change(session, &ticket);
        spawn_local(async move {
            if let Some(change) = change
                && session.write(vec![change]).await.is_err()
            {
                return;
            }
            // What a draft in the notebook cannot hold stays as it was typed, such as minutes that are none.
            if kept.0.with_value(|state| state.draft != CheckDraft::of(&ticket)) {
                if !kept.is_shared(session).await {
                    kept.0.update_value(|state| state.start.on = session.peek(|nb| heads(nb, ticket.id)));
                    kept.keep(session);
                }
            } else {
                kept.forget(session).await;
            }
        });
    }

    /// The change that writes the draft, if it differs from what is written.
    fn change(&self, session: Session, ticket: &ExitTicket) -> Option<Change> {
        let written = self.0.with_value(|state| state.start.ticket == *ticket);
        (!written).then(|| session.peek(|nb| nb.amend_ticket(nb.coded(ticket.clone()))))
    }

    /// Opens the check and goes to it.
    pub fn open(&self, session: Session, ticket: ExitTicket) {
        // A second tap while the first one is being written opens nothing more.
        if self.is_done() {
            return;
        }
        if self.is_overtaken(session) {
            self.move_apart(session);
            return;
        }
        self.set_done(true);
        let day = session.today.get_untracked();
        let (id, survey) = (browser::random_bits(), browser::random_bits());
        let (ticket, apart) = session.peek(|nb| {
            let apart = nb.was_answered_otherwise(&ticket);
            let (id, survey) = (TicketId::from_bits(id), SurveyId::from_bits(survey));
            let ticket = if apart { nb.apart(ticket, id, survey, day) } else { ticket };
            (nb.opened(ticket, day), apart)
        });
        let id = ticket.id;
        let change = session.peek(|nb| nb.amend_ticket(ticket));
        let kept = self.clone();
        spawn_local(async move {
            if let Ok(batch) = session.write(vec![change]).await {
                kept.forget(session).await;
                go_to_opened(session, id, batch);
                if apart {
                    let text = words().check().opened_apart_said.to_owned();
                    session.toast.set(Some(Toast { text, undo: Some(batch) }));
                }
            } else {
                kept.set_done(false);
            }
        });
    }

    /// Takes the draft back with all that was typed, as one action that can be undone, and goes to
    /// all checks.
    pub fn delete(&self, session: Session) {
        if self.is_done() {
            return;
        }
        self.set_done(true);
        let (kept, id) = (self.clone(), self.id());
        let change = self.change(session, &self.sketch());
        spawn_local(async move {
            if let Some(change) = change
                && session.write(vec![change]).await.is_err()
            {
                kept.set_done(false);
                return;
            }
            kept.forget(session).await;
            let (changes, title) = session.peek(|nb| {
                let title = nb.ticket(id).map(|t| asked::title(nb, t)).unwrap_or_default();
                (nb.take_back(heads(nb, id)), title)
            });
            session.act(changes, words().check().deleted_said(&title));
            browser::go(&Route::Teacher(TeacherScreen::Checks).href());
        });
    }
}
