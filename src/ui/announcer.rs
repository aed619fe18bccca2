//! Tells where one is after a change of address: the title, the focus, a polite word.

use leptos::prelude::*;

use super::focus::focus_heading;

/// Sets the document's title from the screen's `h1`, moves the focus there, and has it spoken,
/// each time `changed` changes after the first.
#[component]
pub fn Announcer(
    /// Anything that changes with the address.
    #[prop(into)]
    changed: Signal<String>,
) -> impl IntoView {
    let spoken = RwSignal::new(String::new());
    Effect::new(move |before: Option<String>| {
        let now = changed.get();
        let moved = before.as_ref().is_some_and(|before| *before != now);
        // The new screen is in the document only after this round of effects.
        request_animation_frame(move || announce(spoken, moved));
        now
    });
    view! { <p class="unseen" role="status" aria-live="polite">{spoken}</p> }
}

fn announce(spoken: RwSignal<String>, moved: bool) {
    let Ok(Some(heading)) = document().query_selector("main h1") else { return };
    let text = heading.text_content().unwrap_or_default();
    document().set_title(&format!("{text} – Daymark"));
    if moved {
        spoken.set(text);
        focus_heading();
        window().scroll_to_with_x_and_y(0.0, 0.0);
    }
}
