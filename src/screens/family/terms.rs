//! What making a link means, said before it is made, and for how long it works.

use leptos::prelude::*;

use crate::domain::Day;
use crate::words::{short_day, words};

/// How long a link can be made to work, in weeks.
const WEEKS: [u64; 3] = [2, 4, 8];

/// Says, before a link is made, what making one means.
#[component]
pub fn Before() -> impl IntoView {
    let s = words().share();
    view! {
        <ul class="plain-list">
            <li>{s.snapshot}</li>
            <li>{s.anyone}</li>
            <li>{s.no_way_back}</li>
            <li>{s.languages}</li>
        </ul>
    }
}

/// Chooses how long a link works.
#[component]
pub fn WeeksPicker(
    /// The weeks chosen.
    weeks: RwSignal<u64>,
    /// The device's day, from which they count.
    #[prop(into)]
    today: Signal<Day>,
    /// Called after another choice.
    #[prop(into)]
    on_choice: Callback<()>,
) -> impl IntoView {
    let s = words().share();
    let option = move |of: u64| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="weeks"
                    prop:checked=move || weeks.get() == of
                    on:change=move |_| {
                        weeks.set(of);
                        on_choice.run(());
                    }
                />
                {s.weeks(usize::try_from(of).unwrap_or_default())}
            </label>
        }
    };
    let last = move || s.stops(&short_day(today.get().plus(7 * weeks.get())));
    view! {
        <fieldset>
            <legend>
                <strong>{s.weeks_label}</strong>
            </legend>
            <div class="row weeks">{WEEKS.map(option)}</div>
            <p class="muted sm" role="status">{last}</p>
        </fieldset>
    }
}
