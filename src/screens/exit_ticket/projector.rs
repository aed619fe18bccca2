//! A ticket for the wall: the question, how many are in, and the results only after Reveal, from
//! five answers up. No name is ever shown here.

use leptos::prelude::*;

use super::live::{Bars, part};
use crate::domain::exit_ticket::WALL_FLOOR;
use crate::domain::id::TicketId;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::words::words;

/// The screen.
#[component]
pub fn Projector(id: TicketId) -> impl IntoView {
    let session = use_session();
    let results = Memo::new(move |_| session.ask(|nb| nb.results(id)));
    let results = Signal::derive(move || results.get());
    let revealed = RwSignal::new(false);
    let enough = move || part(results, |r| r.handed.len() >= WALL_FLOOR);
    let w = words().wall();
    let skill = move || {
        let skill = results.with(|r| r.as_ref().map(|r| r.ticket.skill));
        skill.map(|skill| session.ask(|nb| said::skill_line(nb, skill))).unwrap_or_default()
    };
    let count = move || {
        let (handed, of) = part(results, |r| (r.handed.len(), r.handed.len() + r.missing.len()));
        w.handed(&handed, &of)
    };
    view! {
        <main id="main" class="wall">
            <div class="wall-text">
                <p class="muted">{w.exit_ticket}</p>
                <h1>{skill}</h1>
                <Show
                    when=move || revealed.get() && enough()
                    fallback=move || view! { <p class="muted wall-how">{w.how}</p> }
                >
                    <h2 class="wall-how">{w.results}</h2>
                    <Bars results />
                </Show>
            </div>
            <p class="wall-count" role="status">{count}</p>
            <div class="row noprint">
                <button
                    class="btn"
                    aria-disabled=move || (!enough()).to_string()
                    aria-describedby="wall-floor"
                    on:click=move |_| {
                        if enough() {
                            revealed.update(|r| *r = !*r);
                        }
                    }
                >
                    {move || if revealed.get() && enough() { w.hide } else { w.reveal }}
                </button>
                <a class="btn quiet" href=Route::Teacher(TeacherScreen::Ticket(id)).href()>{w.back}</a>
                <span id="wall-floor" class="muted sm">
                    {move || (!enough()).then(|| w.too_few(&WALL_FLOOR))}
                </span>
            </div>
        </main>
    }
}
