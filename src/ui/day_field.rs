//! A field for a day, with the browser's own calendar.

use leptos::html;
use leptos::prelude::*;

/// The field. While a day is typed part by part the browser says that there is none: that is heard, and not
/// written back, because it would take out the parts that are there.
#[component]
pub fn DayField(
    /// Its name in the document.
    #[prop(optional, into)]
    id: Option<String>,
    /// What it asks for.
    label: &'static str,
    /// The day as text, such as `2026-11-17`; empty when there is none.
    #[prop(into)]
    day: Signal<String>,
    /// Called with what is typed; empty while it is no day.
    on_type: Callback<String>,
    /// The name of what describes it.
    #[prop(optional, into)]
    described_by: Option<String>,
    /// The last day that can be chosen.
    #[prop(optional, into)]
    max: MaybeProp<String>,
    /// Whether what stands there has to be mended.
    #[prop(optional, into)]
    wrong: MaybeProp<bool>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    Effect::new(move || {
        let day = day.get();
        if let Some(field) = node.get()
            && field.value() != day
        {
            field.set_value(&day);
        }
    });
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                node_ref=node
                id=id
                type="date"
                max=move || max.get()
                aria-describedby=described_by
                aria-invalid=move || wrong.get().map(|wrong| wrong.to_string())
                on:input=move |event| on_type.run(event_target_value(&event))
            />
        </label>
    }
}
