//! Options to answer with: native radio buttons, or checkboxes where several fit. The number keys
//! pick as well.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::aloud::Say;
use super::icon::Drawing;

/// The options of one question.
#[component]
pub fn Answers(
    /// What is asked.
    question: String,
    /// How to answer, where that is not plain.
    hint: Option<&'static str>,
    /// What there is to choose from.
    options: Vec<String>,
    /// A drawing above each option; empty for none.
    drawings: &'static [&'static str],
    /// Whether more than one may be picked.
    several: bool,
    /// The places that are picked, counted from 0.
    picked: Signal<Vec<u8>>,
    /// Called with a place, and whether it was chosen outright (not by an arrow key on its way).
    on_pick: Callback<(u8, bool)>,
) -> impl IntoView {
    let of = u8::try_from(options.len()).unwrap_or(u8::MAX);
    let by_number = move |event: KeyboardEvent| {
        let Some(number) = event.key().parse::<u8>().ok().filter(|n| (1..=of).contains(n)) else { return };
        event.prevent_default();
        on_pick.run((number - 1, true));
    };
    let kind = if several { "checkbox" } else { "radio" };
    let (list, one) = if drawings.is_empty() { ("choices", "choice") } else { ("pictures", "picture") };
    let labels = options.into_iter().zip(0u8..).map(|(text, place)| {
        let is_picked = move || picked.with(|picked| picked.contains(&place));
        let drawing = drawings.get(usize::from(place)).map(|paths| view! { <Drawing paths class="drawn" /> });
        view! {
            <Say />
            <label class=one>
                <input
                    type=kind
                    name="answer"
                    prop:checked=is_picked
                    on:change=move |_| {
                        // A click has already been told with the event before this one.
                        if several || !is_picked() {
                            on_pick.run((place, false));
                        }
                    }
                    on:click=move |event| {
                        if !several && event.detail() > 0 {
                            on_pick.run((place, true));
                        }
                    }
                />
                {drawing}
                <span dir="auto">{text}</span>
            </label>
        }
    });
    view! {
        <fieldset on:keydown=by_number>
            <legend dir="auto">{question}</legend>
            {hint.map(|hint| view! { <p class="muted">{hint}</p> })}
            <div class=list>{labels.collect_view()}</div>
        </fieldset>
    }
}
