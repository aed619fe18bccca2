//! A teacher finds a student, and sees with whom they have not talked for longest.

use leptos::prelude::*;

use crate::words::words;

/// The screen.
#[component]
pub fn Students() -> impl IntoView {
    view! {
        <main id="main" class="stack">
            <h1>{words().students().title}</h1>
        </main>
    }
}
