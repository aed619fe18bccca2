//! A student types the code that stands on the wall, and the right check opens without a network.

use leptos::prelude::*;

use crate::browser;
use crate::domain::exit_ticket::WallCode;
use crate::domain::id::{StudentId, TicketId};
use crate::route::{Route, StudentScreen};
use crate::screens::frame;
use crate::session::{Saver, use_session};
use crate::words::words;

/// The screen.
#[component]
pub fn WallCodeScreen(id: StudentId) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let saver = Saver::new(session);
    let h = words().hand_in();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(code) = typed.get_untracked().parse::<WallCode>() else {
            problem.set(Some(h.not_a_code));
            return;
        };
        let new = TicketId::from_bits(browser::random_bits());
        let today = session.today.get_untracked();
        let Some((ticket, change)) = session.peek(|nb| nb.open_by_code(code, id, new, today)) else {
            problem.set(Some(h.unknown_code));
            return;
        };
        let go = move || browser::go_instead(&Route::Student(id, StudentScreen::Ticket(ticket)).href());
        match change {
            None => go(),
            // A fault of the storage is told by the banner, and what was typed stays.
            Some(change) => saver.save_quietly(vec![change], go),
        }
    };
    view! {
        <frame::Student id screen=StudentScreen::WallCode>
            <main id="main" class="narrow">
                <form class="card stack" on:submit=open>
                    <h1>{h.code_title}</h1>
                    <label class="field">
                        <span>{h.code_label}</span>
                        <input
                            class="wall-code"
                            type="text"
                            autocomplete="off"
                            autocapitalize="characters"
                            spellcheck="false"
                            maxlength="12"
                            aria-describedby="code-problem"
                            bind:value=typed
                        />
                    </label>
                    <p id="code-problem" class="problem" role="alert">{problem}</p>
                    <div class="row">
                        <button class="btn go" type="submit">{h.code_open}</button>
                        <a class="btn" href=Route::Student(id, StudentScreen::Today).href()>
                            {words().respond().to_today}
                        </a>
                    </div>
                </form>
            </main>
        </frame::Student>
    }
}
