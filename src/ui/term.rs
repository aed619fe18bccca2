//! A word of the lexicon where it stands: a tap or Enter opens its plain meaning beside it.
//!
//! The browser does all of it: the button opens the popover, Escape and a tap elsewhere close it.

use std::cell::Cell;

use leptos::prelude::*;

pub use crate::words::Term;

thread_local! {
    static SHOWN: Cell<u32> = const { Cell::new(0) };
}

/// A name that no other popover of the page has; one word may stand in several places.
fn fresh_id() -> String {
    let n = SHOWN.get().wrapping_add(1);
    SHOWN.set(n);
    format!("term-{n}")
}

/// A data word that opens its meaning. It is a button, so it stands in no other button and no link.
#[component]
pub fn Term(
    /// Which word.
    of: Term,
    /// What stands there instead of the word itself, such as another form of it.
    #[prop(optional, into)]
    text: String,
) -> impl IntoView {
    let id = fresh_id();
    let shown = if text.is_empty() { of.word().to_owned() } else { text };
    view! {
        <span class="defined">
            <button type="button" class="term" popovertarget=id.clone()>
                {shown}
            </button>
            <span id=id class="meaning" popover="auto" role="note" aria-label=of.word()>
                <strong>{of.word()}</strong>
                " "
                {of.meaning()}
            </span>
        </span>
    }
}
