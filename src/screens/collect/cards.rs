//! Join cards to cut out: one for each student, with a code that brings the class to their device.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
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
    let told = RwSignal::new(None::<Result<String, &'static str>>);
    let note = (left_out > 0).then(|| view! { <p class="problem noprint">{p.left_out(left_out)}</p> });
    let card = |card: Card| {
        let label = p.code_of(&card.name);
        let (name, link) = (card.name.clone(), card.link.clone());
        let copy_label = p.copy_card_of(&name);
        let copy = move |_| {
            let (said, link) = (p.card_copied(&name), link.clone());
            spawn_local(async move {
                let done = if browser::copy(&link).await { Ok(said) } else { Err(p.not_copied) };
                // The screen may be gone by now.
                let _ = told.try_set(Some(done));
            });
        };
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
                    <div class="row noprint">
                        <button class="btn small" aria-label=copy_label on:click=copy>{p.copy_card}</button>
                    </div>
                </div>
            </li>
        }
    };
    view! {
        {note}
        <p class="noprint" role="status">{move || told.get().and_then(Result::ok)}</p>
        <p class="problem noprint" role="alert">{move || told.get().and_then(Result::err)}</p>
        <ul class="slips">{cards.into_iter().map(card).collect_view()}</ul>
    }
}
