//! The cards on one sheet of paper, and the cards of earlier conferences.

use leptos::prelude::*;

use super::field::Texts;
use super::words::head;
use crate::domain::conference::{Card, ConferenceCards};
use crate::domain::id::StudentId;
use crate::screens::said;
use crate::session::use_session;
use crate::words::{long_day, short_day, words};

/// What is printed: the five cards on one page.
#[component]
pub fn Paper(
    /// Whose they are.
    id: StudentId,
    /// What stands on them.
    texts: RwSignal<Texts>,
) -> impl IntoView {
    let session = use_session();
    let name = move || session.ask(|nb| said::name_of(nb, id));
    let card = move |(place, card): (usize, Card)| {
        view! {
            <h3>{head(card)}</h3>
            <p class="as-typed" dir="auto">{move || texts.with(|texts| texts.get(place).cloned())}</p>
        }
    };
    view! {
        <section class="paper-only conference-paper">
            <h2>{move || words().conference().of(&name())}</h2>
            <p>{move || long_day(session.today.get())}</p>
            {Card::ALL.into_iter().enumerate().map(card).collect_view()}
        </section>
    }
}

/// The cards of earlier conferences, folded away.
pub fn earlier(sets: Vec<ConferenceCards>) -> impl IntoView {
    let count = sets.len();
    let set = |cards: ConferenceCards| {
        let said = Card::ALL.into_iter().filter(|card| !cards.card(*card).is_empty());
        let lines = said.map(|card| {
            let text = cards.card(card).to_owned();
            view! { <dt>{head(card)}</dt> <dd class="as-typed" dir="auto">{text}</dd> }
        });
        view! {
            <section class="stack">
                <h3>{short_day(cards.day)}</h3>
                <dl class="pair">{lines.collect_view()}</dl>
            </section>
        }
    };
    (count > 0).then(|| {
        view! {
            <details class="card">
                <summary>{words().conference().earlier(count)}</summary>
                <div class="stack">{sets.into_iter().map(set).collect_view()}</div>
            </details>
        }
    })
}
