//! A student says how they work best and where they want to be in some weeks.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::route::StudentScreen;
use crate::screens::frame;
use crate::words::words;

/// The screen.
#[component]
pub fn MyPlan(id: StudentId) -> impl IntoView {
    view! {
        <frame::Student id screen=StudentScreen::Plan>
            <main id="main" class="narrow stack">
                <h1>{words().plan().title}</h1>
            </main>
        </frame::Student>
    }
}
