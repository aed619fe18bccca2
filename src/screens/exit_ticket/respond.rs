//! A student answers an exit ticket or a survey: one question per view, kept while typing, handed in
//! at the end. "I don't know yet" is always a choice.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::Notebook;
use crate::domain::exit_ticket::{Answer, ExitTicket};
use crate::domain::id::{StudentId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::{Route, StudentScreen};
use crate::screens::frame;
use crate::session::use_session;
use crate::words::words;

mod around;
mod handed;
mod pen;
mod question;
mod questions;

use handed::Handed;
use pen::kept;
use questions::Questions;

/// What a student sees of a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    /// There is none, or it is still being written.
    Nothing,
    /// It takes no answers any more.
    Closed,
    /// Its questions, the first time or again.
    Questions(ExitTicket, bool),
    /// What was handed in; without a name nothing tells what it was.
    Handed(ExitTicket, Option<Answer>),
}

/// The screen.
#[component]
pub fn Respond(id: StudentId, ticket: TicketId) -> impl IntoView {
    let session = use_session();
    let slots = [Slot::Ticket(ticket), Slot::Answers(ticket)];
    let begun = RwSignal::new(false);
    let shown = Memo::new(move |was: Option<&Shown>| {
        let answered = session.passing.with(|passing| passing.answered.contains(&(ticket, id)));
        // What was begun can be finished: closing the check takes nothing out of a student's hands.
        let begun = begun.get() || matches!(was, Some(Shown::Questions(..)));
        session.ask_slots(&slots, |nb| shown(nb, id, ticket, answered, begun))
    });
    if shown.get_untracked() == Shown::Closed {
        spawn_local(async move {
            if kept(session, id, ticket).await.is_some_and(|draft| draft.says_something()) {
                // The screen may be gone by then.
                let _ = begun.try_set(true);
            }
        });
    }
    let nameless = session.peek(|nb| nb.ticket(ticket).is_some_and(|t| t.anonymous));
    let larger = session.peek(|nb| nb.accommodations(id).larger_text);
    let r = words().respond();
    view! {
        <frame::Student id screen=StudentScreen::Ticket(ticket) nameless>
            <main id="main" class="narrow" class:larger=larger>
                {move || match shown.get() {
                    Shown::Nothing => view! { <Ended id text=r.unknown /> }.into_any(),
                    Shown::Closed => view! { <Ended id text=r.closed /> }.into_any(),
                    Shown::Questions(ticket, again) => view! { <Questions id ticket again /> }.into_any(),
                    Shown::Handed(ticket, answer) => view! { <Handed id ticket answer /> }.into_any(),
                }}
            </main>
        </frame::Student>
    }
}

fn shown(notebook: &Notebook, student: StudentId, ticket: TicketId, answered: bool, begun: bool) -> Shown {
    let Some(found) = notebook.ticket(ticket).filter(|t| !t.draft).cloned() else { return Shown::Nothing };
    if answered || notebook.is_answered_here(&found) {
        return Shown::Handed(found, None);
    }
    let answer = notebook.answer(ticket, student);
    if notebook.can_answer(ticket, student) || (begun && answer.is_none()) {
        return Shown::Questions(found, answer.is_some());
    }
    match answer {
        Some(answer) => Shown::Handed(found, Some(answer.clone())),
        None => Shown::Closed,
    }
}

/// There is nothing to answer, and why.
#[component]
fn Ended(id: StudentId, text: &'static str) -> impl IntoView {
    view! {
        <div class="card stack">
            <h1>{words().respond().title}</h1>
            <p role="status">{text}</p>
            <Ways id />
        </div>
    }
}

/// Where one can go from here: the device to the next student, or back to Today.
#[component]
fn Ways(id: StudentId) -> impl IntoView {
    view! {
        <div class="row">
            <a class="btn go" href=Route::Who.href()>{words().nav().done}</a>
            <a class="btn" href=Route::Student(id, StudentScreen::Today).href()>{words().respond().to_today}</a>
        </div>
    }
}
