//! Short answers beside each other: native radio buttons, or checkboxes where several fit. A second tap
//! takes an answer back.

use leptos::prelude::*;

/// The short answers to one question.
#[component]
pub fn Chips(
    /// Their name in the document.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    question: String,
    /// What there is to choose from.
    options: Vec<String>,
    /// Whether more than one may be picked.
    #[prop(optional)]
    several: bool,
    /// The places that are picked, counted from 0.
    picked: Signal<Vec<usize>>,
    /// Called with the place that was tapped, picked or not.
    on_pick: Callback<usize>,
) -> impl IntoView {
    let kind = if several { "checkbox" } else { "radio" };
    let chip = move |(place, text): (usize, String)| {
        let is_on = move || picked.with(|picked| picked.contains(&place));
        // An arrow key among radio buttons makes a click as well, so this hears every way to answer.
        view! {
            <label class="choice compact">
                <input
                    type=kind
                    name=name.clone()
                    prop:checked=is_on
                    on:click=move |_| on_pick.run(place)
                    on:keydown=move |event| {
                        // On a radio button that is on, this key makes no click.
                        if !several && event.key() == " " && is_on() {
                            event.prevent_default();
                            on_pick.run(place);
                        }
                    }
                />
                <span dir="auto">{text}</span>
            </label>
        }
    };
    view! {
        <fieldset class="chips">
            <legend dir="auto">{question}</legend>
            <div class="row">{options.into_iter().enumerate().map(chip).collect_view()}</div>
        </fieldset>
    }
}
