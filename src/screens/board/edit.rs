//! A teacher writes a choice board and sees who chose what.

use leptos::prelude::*;

use crate::domain::id::BoardId;
use crate::words::words;

/// The screen.
#[component]
pub fn EditBoard(id: BoardId) -> impl IntoView {
    view! {
        <main id="main" class="stack">
            <h1>{words().board().title}</h1>
        </main>
    }
}
