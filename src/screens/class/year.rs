//! A teacher begins a new year with a class that goes on from this one.

use leptos::prelude::*;

use crate::words::words;

/// The screen.
#[component]
pub fn Year() -> impl IntoView {
    view! {
        <main id="main" class="stack">
            <h1>{words().year().title}</h1>
        </main>
    }
}
