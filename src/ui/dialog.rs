//! A modal dialog: the browser's own `dialog`, which keeps the focus inside and closes on Escape.

use leptos::html;
use leptos::prelude::*;

/// A modal dialog that is open while `open` is true.
#[component]
pub fn Dialog(
    /// Whether it is open. The dialog sets it to false when it is closed with Escape.
    open: RwSignal<bool>,
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// What stands under the heading.
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            // What stands in it is in the document only after this round of effects, and the focus goes there.
            request_animation_frame(move || {
                if open.try_get_untracked() == Some(true) {
                    // It fails only for a dialog that is already open or not in the document.
                    let _ = dialog.show_modal();
                }
            });
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog node_ref=node class="dialog" aria-label=title on:close=move |_| open.set(false)>
            <Show when=move || open.get()>
                <div class="stack">
                    <h2>{title}</h2>
                    {children()}
                </div>
            </Show>
        </dialog>
    }
}
