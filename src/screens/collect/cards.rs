//! Join cards to cut out: one for each student, with a code that brings the class to their device.

use leptos::prelude::*;

use crate::session::use_session;
use crate::ui::qr::QrCode;
use crate::words::words;

/// A student's card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Whose.
    pub name: String,
    /// The address in its code.
    pub link: String,
    /// Skills that had no room.
    pub left_out: usize,
}

/// All cards.
#[component]
pub fn Cards(cards: Vec<Card>) -> impl IntoView {
    let session = use_session();
    let class = session.peek(|nb| nb.class().map(|c| c.title.clone()).unwrap_or_default());
    let p = words().pack();
    let left_out = cards.iter().map(|card| card.left_out).max().unwrap_or(0);
    let note = (left_out > 0).then(|| view! { <p class="problem noprint">{p.left_out(left_out)}</p> });
    let card = |card: Card| {
        let label = p.code_of(&card.name);
        view! {
            <li class="slip join-card">
                <QrCode text=card.link label />
                <div class="stack">
                    <p>
                        <strong dir="auto">{card.name}</strong>
                        <br />
                        <span class="muted" dir="auto">{class.clone()}</span>
                    </p>
                    <p>{p.card_scan}</p>
                    <p class="muted sm">{p.card_yours}</p>
                </div>
            </li>
        }
    };
    view! {
        {note}
        <ul class="slips">{cards.into_iter().map(card).collect_view()}</ul>
    }
}
