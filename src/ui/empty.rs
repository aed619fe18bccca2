//! A screen that has nothing to show yet: one sentence and one thing to do.

use leptos::prelude::*;

/// One sentence and, as children, one button or link.
#[component]
pub fn Empty(
    /// The sentence.
    #[prop(into)]
    text: String,
    /// The one thing to do.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty stack">
            <p>{text}</p>
            {children.map(|children| children())}
        </div>
    }
}
