//! A teacher erases one student for good: the only thing in Daymark that asks first.

use leptos::html;
use leptos::prelude::*;

use super::students::focus_name;
use crate::domain::id::StudentId;
use crate::session::use_session;
use crate::words::words;

/// Says what goes and what cannot be undone, and wants the name typed.
#[component]
pub fn Erase(
    /// Who is erased.
    id: StudentId,
    /// The name to type.
    name: String,
    /// The dialog it stands in.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let node = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(input) = node.get() {
            // It fails only for an element that is gone.
            let _ = input.focus();
        }
    });
    let s = words().settings();
    let about = session.peek(|nb| nb.entries().into_iter().filter(|e| e.head.about == Some(id)).count());
    let same = {
        let name = name.clone();
        Memo::new(move |_| typed.with(|typed| typed.trim() == name))
    };
    let erase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if same.get_untracked() {
            open.set(false);
            session.erase(id, s.erased.to_owned());
            focus_name(None);
        }
    };
    view! {
        <form class="stack" on:submit=erase>
            <div id="erase-means" class="stack">
                <p>
                    <strong>{s.erase_title(&name)}</strong>
                </p>
                <p>{s.erase_what(about, &name)}</p>
                <p>{s.erase_everywhere(&name)}</p>
                <p>{s.erase_links}</p>
            </div>
            <label class="field">
                <span>{s.erase_type(&name)}</span>
                <input
                    node_ref=node
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby="erase-means"
                    bind:value=typed
                />
            </label>
            <div class="row">
                <button class="btn danger" type="submit" disabled=move || !same.get()>{s.erase_now}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}
