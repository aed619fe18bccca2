//! A teacher brings answers in: codes before the camera, files and pasted texts, results typed from
//! paper. Who is in gets a tick; absent is one tap.

use leptos::prelude::*;

use crate::domain::exit_ticket::ExitTicket;
use crate::domain::id::TicketId;
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::words::words;

mod camera;
mod cards;
mod intake;
mod keys;
mod names;
pub mod pack;
mod paper;
mod paper_field;
mod poster;
mod row;
mod texts;

/// How answers come in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Codes,
    Texts,
    Paper,
    Poster,
}

/// The screen.
#[component]
pub fn Collect(id: TicketId) -> impl IntoView {
    let session = use_session();
    let ticket = Memo::new(move |_| session.ask_slots(&[Slot::Ticket(id)], |nb| nb.ticket(id).cloned()));
    let way = RwSignal::new(Way::Codes);
    let c = words().collect();
    let tab = move |of: Way, text: &'static str| {
        view! {
            <button class="btn" aria-pressed=move || (way.get() == of).to_string() on:click=move |_| way.set(of)>
                {text}
            </button>
        }
    };
    let title = move || ticket.with(|t| t.as_ref().map(|t| session.peek(|nb| asked::title(nb, t))));
    let panel = move |ticket: ExitTicket| match way.get() {
        Way::Codes => view! { <camera::Scan ticket=ticket.id /> }.into_any(),
        Way::Texts => view! { <texts::Texts ticket=ticket.id /> }.into_any(),
        Way::Paper => view! { <paper::Paper ticket /> }.into_any(),
        Way::Poster => view! { <poster::Poster ticket /> }.into_any(),
    };
    view! {
        <main id="main">
            <div class="page-head noprint">
                <div>
                    <h1>{c.title}</h1>
                    <p class="muted" dir="auto">{title}</p>
                </div>
                <a class="btn" href=Route::Teacher(TeacherScreen::Ticket(id)).href()>{c.to_results}</a>
            </div>
            <Show
                when=move || ticket.with(Option::is_some)
                fallback=|| view! { <Empty text=words().respond().unknown /> }
            >
                <div class="row collect-ways noprint" role="group" aria-label=c.ways>
                    {tab(Way::Codes, c.codes)} {tab(Way::Texts, c.texts)} {tab(Way::Paper, c.paper)}
                    {tab(Way::Poster, c.poster)}
                </div>
                <div class="collect" class:wide=move || matches!(way.get(), Way::Paper | Way::Poster)>
                    {move || ticket.get().map(panel)}
                    <Show when=move || matches!(way.get(), Way::Codes | Way::Texts)>
                        <names::WhoIsIn ticket=id />
                    </Show>
                </div>
            </Show>
        </main>
    }
}
