//! What the forms of a teacher share: what was typed earlier is said, and what has to be mended.

use leptos::prelude::*;

use crate::words::words;

/// Says that what stands in a form was typed earlier and never saved, with a way to give it up.
#[component]
pub fn FoundDraft(
    /// Whether it was.
    found: RwSignal<bool>,
    /// Gives it up.
    on_discard: Callback<()>,
) -> impl IntoView {
    let r = words().rubric();
    view! {
        <Show when=move || found.get()>
            <p class="status row">
                <span>{r.found_draft}</span>
                <button class="btn small" type="button" on:click=move |_| on_discard.run(())>{r.discard}</button>
            </p>
        </Show>
    }
}

/// What has to be mended before a form can be kept, a line for each.
pub fn problem_list(lines: impl Fn() -> Vec<String> + Send + Sync + 'static) -> impl IntoView {
    let line = |text: String| view! { <li>{text}</li> };
    view! {
        <div role="alert">
            {move || {
                let lines = lines();
                (!lines.is_empty())
                    .then(|| view! { <ul class="problem">{lines.into_iter().map(line).collect_view()}</ul> })
            }}
        </div>
    }
}
