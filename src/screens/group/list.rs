//! A teacher sees the groups of the class.

use leptos::prelude::*;

use crate::words::words;

/// The screen.
#[component]
pub fn Groups() -> impl IntoView {
    view! {
        <main id="main" class="stack">
            <h1>{words().group().title}</h1>
        </main>
    }
}
