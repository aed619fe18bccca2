//! The small buttons that move a thing among others, and where the focus is after it.

use leptos::prelude::*;

use super::focus::focus_on;

/// A small button with a sign for its words.
#[component]
pub fn MoveButton(
    /// Its name in the document.
    #[prop(into)]
    id: String,
    /// What stands on it, such as an arrow; it is not read out.
    sign: &'static str,
    /// What it does and to what.
    #[prop(into)]
    label: Signal<String>,
    /// Whether there is no way further.
    #[prop(into)]
    disabled: Signal<bool>,
    /// What it does.
    on_press: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="btn small move"
            id=id
            disabled=disabled
            aria-label=label
            on:click=move |_| on_press.run(())
        >
            <span aria-hidden="true">{sign}</span>
        </button>
    }
}

/// Leaves the focus with what was moved: on the first of these elements that can have it, as soon as they
/// stand in the document again.
pub fn keep_focus(ids: Vec<String>) {
    request_animation_frame(move || {
        let free =
            |id: &&String| document().get_element_by_id(id).is_some_and(|e| !e.has_attribute("disabled"));
        if let Some(id) = ids.iter().find(free) {
            focus_on(id);
        }
    });
}
