//! A teacher sees the choice boards of the class.

use leptos::prelude::*;

use crate::words::words;

/// The screen.
#[component]
pub fn Boards() -> impl IntoView {
    view! {
        <main id="main" class="stack">
            <h1>{words().board().title}</h1>
        </main>
    }
}
