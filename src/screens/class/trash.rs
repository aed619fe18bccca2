//! A teacher takes out again what was thrown away.

use leptos::prelude::*;

use crate::words::words;

/// The screen.
#[component]
pub fn Trash() -> impl IntoView {
    view! {
        <main id="main" class="stack">
            <h1>{words().trash().title}</h1>
        </main>
    }
}
