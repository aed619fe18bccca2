//! The latest message with its undo, and Ctrl+Z for tables that are worked in by keyboard.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::domain::id::BatchId;
use crate::session::{Session, use_session};
use crate::ui::focus::{focus_heading, focus_if_lost};
use crate::words::words;

/// How many seconds a message stands there.
const STANDS: u8 = 10;

/// Milliseconds in which what was undone is kept and drawn.
const DRAWN: i32 = 400;

/// The latest message, with its undo.
#[component]
pub fn Toaster() -> impl IntoView {
    let session = use_session();
    // A message goes away by itself when the next one comes, or after a while; not from under the
    // hands of somebody who is about to take it back.
    Effect::new(move || {
        if let Some(toast) = session.toast.get() {
            spawn_local(async move {
                let mut left = STANDS;
                while left > 0 {
                    browser::sleep(1000).await;
                    if session.toast.get_untracked().as_ref() != Some(&toast) {
                        return;
                    }
                    let held = document().query_selector(".toast:is(:hover, :focus-within)");
                    left = if matches!(held, Ok(Some(_))) { STANDS } else { left - 1 };
                }
                session.toast.set(None);
            });
        }
    });
    let batch = move || session.toast.get().and_then(|toast| toast.undo);
    // What had the focus before the button had it: there the keyboard goes on afterwards.
    let before = StoredValue::new_local(None::<web_sys::HtmlElement>);
    let remember = move |event: FocusEvent| {
        before.set_value(event.related_target().and_then(|element| element.dyn_into().ok()));
    };
    let undo = move |_| {
        let Some(batch) = batch() else { return };
        session.undo(batch);
        match before.try_update_value(Option::take).flatten().filter(|element| element.is_connected()) {
            // It fails only for an element that is gone.
            Some(element) => drop(element.focus()),
            None => focus_heading(),
        }
        spawn_local(async {
            // What was undone may have taken the element along, once it is drawn.
            browser::sleep(DRAWN).await;
            focus_if_lost();
        });
    };
    view! {
        <div class="toaster">
            <div class="toast" class:shown=move || session.toast.get().is_some()>
                <span role="status">{move || session.toast.get().map(|t| t.text)}</span>
                // It stays where it is while messages come and go, so that the focus does as well.
                <button class="btn small" hidden=move || batch().is_none() on:focus=remember on:click=undo>
                    {words().app().undo}
                </button>
            </div>
        </div>
    }
}

/// The latest action, which Ctrl+Z takes back also when its message is gone. Copies are the same one.
#[derive(Clone, Copy)]
pub struct LastAction {
    session: Session,
    batch: RwSignal<Option<BatchId>>,
}

impl LastAction {
    /// Follows the messages for as long as the table stands there.
    pub fn follow(session: Session) -> LastAction {
        let batch = RwSignal::new(None);
        Effect::new(move || {
            if let Some(latest) = session.toast.get().and_then(|toast| toast.undo) {
                batch.set(Some(latest));
            }
        });
        LastAction { session, batch }
    }

    /// Whether the key is Ctrl+Z. What was taken back already is not brought back by it.
    pub fn on_key(self, event: &KeyboardEvent) -> bool {
        let is_undo = event.key() == "z" && (event.ctrl_key() || event.meta_key());
        if is_undo && let Some(batch) = self.batch.try_update(Option::take).flatten() {
            event.prevent_default();
            if self.session.peek(|nb| nb.to_undo(batch).contains(&batch)) {
                self.session.undo(batch);
            }
        }
        is_undo
    }
}
