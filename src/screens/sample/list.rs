//! A student keeps pieces of their work.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::route::StudentScreen;
use crate::screens::frame;
use crate::words::words;

/// The screen.
#[component]
pub fn MyWork(id: StudentId) -> impl IntoView {
    view! {
        <frame::Student id screen=StudentScreen::Samples>
            <main id="main" class="narrow stack">
                <h1>{words().sample().title}</h1>
            </main>
        </frame::Student>
    }
}
