//! What is typed into a draft is kept at once, so that a reload finds it; it becomes part of the
//! notebook when the teacher leaves the screen, as one action instead of one for each letter.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use super::form::Form;
use crate::browser;
use crate::domain::Notebook;
use crate::domain::entry::{Body, Change, EntryKey, Withdrawal};
use crate::domain::exit_ticket::ExitTicket;
use crate::domain::id::{BatchId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::session::Session;
use crate::words::words;

/// How long after a letter all that was typed is kept, in milliseconds: a few writes a second at
/// most, and no more is ever lost.
const SOON: i32 = 250;

/// What was typed, and on which state of the draft: when another tab has changed the draft since,
/// that change holds.
#[derive(Serialize, Deserialize)]
struct Typed {
    on: Vec<EntryKey>,
    ticket: ExitTicket,
}

fn name_of(id: TicketId) -> String {
    format!("check/{id}")
}

fn heads(nb: &Notebook, id: TicketId) -> Vec<EntryKey> {
    nb.heads_of(Slot::Ticket(id), |body| matches!(body, Body::ExitTicket(t) if t.id == id))
}

/// The draft with what was typed since it was written.
pub(super) async fn latest(session: Session, id: TicketId) -> Option<ExitTicket> {
    let typed = session.typed(&name_of(id)).await;
    let typed = typed.and_then(|text| serde_json::from_str::<Typed>(&text).ok());
    session.peek(|nb| {
        let written = nb.ticket(id)?.clone();
        let newer = typed.filter(|typed| typed.on == heads(nb, id) && typed.ticket.id == id);
        Some(newer.map_or(written, |typed| typed.ticket))
    })
}

/// What becomes of the draft when the teacher leaves the screen.
#[derive(Clone)]
pub(super) struct Kept {
    latest: ArcStoredValue<ExitTicket>,
    /// What was typed last is about to be kept.
    soon: ArcStoredValue<bool>,
    /// It was opened or deleted, so nothing is to be written any more.
    done: ArcStoredValue<bool>,
}

/// Keeps what is typed, and writes it when the screen is left.
pub(super) fn while_typing(session: Session, form: Form, ticket: &ExitTicket) -> Kept {
    let kept = Kept {
        latest: ArcStoredValue::new(ticket.clone()),
        soon: ArcStoredValue::new(false),
        done: ArcStoredValue::new(false),
    };
    let from = ticket.clone();
    let keeping = kept.clone();
    Effect::new(move |before: Option<ExitTicket>| {
        let sketch = form.draft().sketch(&from);
        if before.is_some_and(|before| before != sketch) {
            keeping.latest.set_value(sketch.clone());
            keeping.keep_soon(session);
        }
        sketch
    });
    let leaving = kept.clone();
    on_cleanup(move || {
        if !leaving.done.get_value() {
            leaving.done.set_value(true);
            write(session, leaving.latest.get_value());
        }
    });
    kept
}

/// The change that writes the draft, if it differs from what is written.
fn change(session: Session, ticket: ExitTicket) -> Option<Change> {
    session.peek(|nb| {
        let written = nb.ticket(ticket.id)?;
        (written.draft && *written != ticket).then(|| nb.amend_ticket(nb.coded(ticket)))
    })
}

/// Writes the draft if it differs from what is written, and forgets what was typed.
fn write(session: Session, ticket: ExitTicket) {
    let name = name_of(ticket.id);
    let change = change(session, ticket);
    spawn_local(async move {
        let written = match change {
            Some(change) => session.write(vec![change]).await.is_ok(),
            // Nothing is left to write, or another tab opened or deleted it meanwhile.
            None => true,
        };
        if written {
            session.keep_typed(&name, String::new());
        }
    });
}

impl Kept {
    fn keep_soon(&self, session: Session) {
        if self.soon.get_value() {
            return;
        }
        self.soon.set_value(true);
        let kept = self.clone();
        spawn_local(async move {
            browser::sleep(SOON).await;
            kept.soon.set_value(false);
            if !kept.done.get_value() {
                let ticket = kept.latest.get_value();
                let (name, on) = (name_of(ticket.id), session.peek(|nb| heads(nb, ticket.id)));
                // Plain values are always written as text.
                let text = serde_json::to_string(&Typed { on, ticket }).unwrap_or_default();
                session.keep_typed(&name, text);
            }
        });
    }

    /// Opens the check and goes to it.
    pub fn open(&self, session: Session, ticket: ExitTicket) {
        // A second tap while the first one is being written opens nothing more.
        if self.done.get_value() {
            return;
        }
        let id = ticket.id;
        let day = session.today.get_untracked();
        let change = session.peek(|nb| nb.amend_ticket(nb.opened(ticket, day)));
        let done = self.done.clone();
        done.set_value(true);
        spawn_local(async move {
            if session.write(vec![change]).await.is_ok() {
                session.keep_typed(&name_of(id), String::new());
                browser::go(&Route::Teacher(TeacherScreen::Ticket(id)).href());
            } else {
                done.set_value(false);
            }
        });
    }

    /// Takes the draft back with all that was typed, as one action that can be undone, and goes to
    /// all checks.
    pub fn delete(&self, session: Session) {
        let ticket = self.latest.get_value();
        self.done.set_value(true);
        spawn_local(async move {
            let id = ticket.id;
            if let Some(change) = change(session, ticket)
                && session.write(vec![change]).await.is_err()
            {
                return;
            }
            session.keep_typed(&name_of(id), String::new());
            let (batches, title) = session.peek(|nb| {
                let behind = heads(nb, id).into_iter().flat_map(|key| nb.actions_behind(key));
                let batches: BTreeSet<BatchId> = behind.map(|(batch, _)| batch).collect();
                (batches, nb.ticket(id).map(|t| asked::title(nb, t)).unwrap_or_default())
            });
            let changes = batches.into_iter().map(|batch| Change::of_class(Withdrawal { batch })).collect();
            session.act(changes, words().check().deleted_said(&title));
            browser::go(&Route::Teacher(TeacherScreen::Checks).href());
        });
    }
}
