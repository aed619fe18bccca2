//! A student says how they work best, chooses among the ways that are offered, and sets and counts goals
//! over weeks; it prints on one page.

use leptos::prelude::*;

use super::boards::Boards;
use super::goals::Goals;
use super::profile::HowIWork;
use super::supports::Supports;
use crate::browser;
use crate::domain::id::StudentId;
use crate::route::StudentScreen;
use crate::screens::frame;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The screen.
#[component]
pub fn MyPlan(id: StudentId) -> impl IntoView {
    let p = words().plan();
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
                <frame::Whose id />
                <Goals id />
                <Boards id />
                <HowIWork id />
                <Supports id />
            </main>
        </frame::Student>
    }
}
