//! A field with a list to choose one thing of.

use leptos::prelude::*;

/// The field: its label, its name in the document, what can be chosen, what is chosen now, and who hears of
/// another choice.
pub fn pick<T>(
    label: &'static str,
    id: &'static str,
    options: Vec<(T, String)>,
    now: impl Fn() -> T + Copy + Send + Sync + 'static,
    chosen: impl Fn(T) + 'static,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let values: Vec<T> = options.iter().map(|(value, _)| *value).collect();
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        if let Some(value) = place.and_then(|place| values.get(place)) {
            chosen(*value);
        }
    };
    let option = move |(place, (value, text)): (usize, (T, String))| {
        view! { <option value=place.to_string() prop:selected=move || now() == value>{text}</option> }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select id=id on:change=choose>
                {options.into_iter().enumerate().map(option).collect_view()}
            </select>
        </label>
    }
}
