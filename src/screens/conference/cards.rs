//! A student writes the five cards of their conference and leads it from them.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::route::StudentScreen;
use crate::screens::frame;
use crate::words::words;

/// The screen.
#[component]
pub fn MyConference(id: StudentId) -> impl IntoView {
    view! {
        <frame::Student id screen=StudentScreen::Conference>
            <main id="main" class="narrow stack">
                <h1>{words().conference().title}</h1>
            </main>
        </frame::Student>
    }
}
