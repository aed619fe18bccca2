//! A teacher plans for one group and says who is in it.

use leptos::prelude::*;

use crate::domain::id::GroupId;
use crate::words::words;

/// The screen.
#[component]
pub fn OneGroup(id: GroupId) -> impl IntoView {
    view! {
        <main id="main" class="stack">
            <h1>{words().group().title}</h1>
        </main>
    }
}
