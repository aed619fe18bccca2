//! One card as it is written: the text, and what can be picked from the student's own notebook.

use leptos::prelude::*;

use super::words::{head, hint, offer};
use crate::domain::conference::{Card, holds, with_or_without};
use crate::domain::id::StudentId;
use crate::session::use_session;
use crate::words::words;

/// What is typed on the five cards, in the order of [`Card::ALL`].
pub type Texts = [String; 5];

/// One card.
#[component]
pub fn CardField(
    /// Whose it is.
    id: StudentId,
    /// Its place among the cards.
    place: usize,
    /// Which one it is.
    card: Card,
    /// What is typed.
    texts: RwSignal<Texts>,
    /// Says what stands on the card now.
    write: Callback<(usize, String)>,
) -> impl IntoView {
    let session = use_session();
    let ideas = Memo::new(move |_| {
        session.ask(|nb| {
            let offers = nb.card_offers(id, card, session.today.get());
            offers.into_iter().map(|of| offer(nb, of)).collect::<Vec<String>>()
        })
    });
    let text = move || texts.with(|texts| texts.get(place).cloned().unwrap_or_default());
    let name = format!("card-{place}");
    let idea = move |idea: String| {
        let mine = idea.clone();
        let is_on = Memo::new(move |_| holds(&text(), &mine));
        let said = idea.clone();
        view! {
            <button
                type="button"
                class="choice compact"
                aria-pressed=move || is_on.get().to_string()
                on:click=move |_| write.run((place, with_or_without(&text(), &said)))
            >
                <span dir="auto">{idea}</span>
            </button>
        }
    };
    view! {
        <div class="card stack">
            <h2>
                <label for=name.clone()>{head(card)}</label>
            </h2>
            <textarea
                id=name
                class="plain"
                rows="3"
                dir="auto"
                placeholder=hint(card)
                prop:value=text
                on:input=move |event| write.run((place, event_target_value(&event)))
            ></textarea>
            <details hidden=move || ideas.with(Vec::is_empty)>
                <summary>{move || words().conference().ideas(ideas.with(Vec::len))}</summary>
                <div class="choices">{move || ideas.get().into_iter().map(idea).collect_view()}</div>
            </details>
        </div>
    }
}
