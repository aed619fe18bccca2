//! A student says how they work best, chooses among the ways that are offered, and sets and counts goals
//! over weeks; it prints on one page.

use leptos::prelude::*;

use super::boards::Boards;
use super::goals::Goals;
use super::profile::HowIWork;
use super::supports::Supports;
use crate::browser;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::StudentScreen;
use crate::screens::{frame, said};
use crate::session::use_session;
use crate::ui::icon::{Icon, Picture};
use crate::words::{long_day, words};

/// The screen.
#[component]
pub fn MyPlan(id: StudentId) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    // Paper leaves the room without what stands around a screen.
    let whose = move || {
        let (name, class) = session.ask_slots(&[Slot::Roster, Slot::Class], |nb| {
            (said::name_of(nb, id), nb.class().map(|class| class.title.clone()).unwrap_or_default())
        });
        p.paper(&class, &long_day(session.today.get()), &name)
    };
    view! {
        <frame::Student id screen=StudentScreen::Plan>
            <main id="main" class="my-plan stack">
                <div class="row between">
                    <h1>{p.title}</h1>
                    <button class="btn small noprint" on:click=|_| browser::print()>
                        <Icon of=Picture::Print />
                        {words().app().print}
                    </button>
                </div>
                <p class="plan-whose" dir="auto">{whose}</p>
                <Goals id />
                <Boards id />
                <HowIWork id />
                <Supports id />
            </main>
        </frame::Student>
    }
}
