//! What the picks on a rubric come to, with the rule in words.

use leptos::prelude::*;

use super::criterion::{Picks, marks_of};
use crate::domain::rubric::{Rated, Rubric};
use crate::screens::said;
use crate::session::use_session;
use crate::words::{figure, words};

/// The weighted mean, and what becomes evidence.
#[component]
pub fn Outcome(
    /// The rubric.
    rubric: StoredValue<Rubric>,
    /// What is picked.
    picks: RwSignal<Picks>,
) -> impl IntoView {
    let session = use_session();
    let r = words().rubric();
    let mean = move || {
        let marks = picks.with(marks_of);
        rubric.with_value(|rubric| match rubric.mean(&marks) {
            Ok(mean) => r.mean(&rubric.criteria.len(), &mean.n, &rubric.top().0, &figure(mean.value)),
            Err(_) => r.mean_none.to_owned(),
        })
    };
    let line = move |rated: Rated| {
        let text = session.peek(|nb| {
            let skill = said::skill_line(nb, rated.skill);
            let level = rated.counts_as.and_then(|score| nb.level_now(score));
            match level {
                Some(level) => r.becomes(&skill, &said::level_word(nb, level)),
                None => r.becomes_none(&skill),
            }
        });
        view! { <li dir="auto">{text}</li> }
    };
    let rated = move || {
        let marks = picks.with(marks_of);
        rubric.with_value(|rubric| rubric.rated(&marks))
    };
    view! {
        <div class="muted sm rubric-result">
            <p>{mean}</p>
            <ul>{move || rated().into_iter().map(line).collect_view()}</ul>
        </div>
    }
}
