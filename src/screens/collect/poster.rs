//! The class poster of a check: what it is called, its wall code, how to hand in. Also on paper.

use leptos::prelude::*;

use crate::browser;
use crate::domain::exit_ticket::ExitTicket;
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::session::use_session;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The poster, and the button that prints it.
#[component]
pub fn Poster(ticket: ExitTicket) -> impl IntoView {
    let session = use_session();
    let (title, code) = session.peek(|nb| (asked::title(nb, &ticket), nb.wall_code_for(&ticket)));
    let class = session.peek(|nb| nb.class().map(|c| c.title.clone()).unwrap_or_default());
    let c = words().collect();
    let hand_in = if ticket.anonymous { c.poster_nameless } else { c.poster_hand_in };
    view! {
        <section class="stack">
            <div class="row noprint">
                <button class="btn go" on:click=|_| browser::print()>
                    <Icon of=Picture::Print />
                    {words().app().print}
                </button>
                <a class="btn" href=Route::Teacher(TeacherScreen::ClassPack).href()>{c.to_pack}</a>
                <p class="muted">{c.poster_needs_pack}</p>
            </div>
            <article class="card poster">
                <p class="muted" dir="auto">{class}</p>
                <h2 dir="auto">{title}</h2>
                <p class="poster-code">{code.to_string()}</p>
                <ol>
                    <li>{c.poster_open}</li>
                    <li>{c.poster_type(&code)}</li>
                    <li>{c.poster_answer}</li>
                    <li>{hand_in}</li>
                </ol>
            </article>
        </section>
    }
}
