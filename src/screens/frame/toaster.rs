//! The latest message with its undo, and Ctrl+Z for tables that are worked in by keyboard.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::id::BatchId;
use crate::session::{Session, use_session};
use crate::words::words;

/// How many seconds a message stands there.
const STANDS: u8 = 10;

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
    let undo_button = move || {
        session.toast.get().and_then(|toast| toast.undo).map(|batch| {
            view! { <button class="btn small" on:click=move |_| session.undo(batch)>{words().app().undo}</button> }
        })
    };
    view! {
        <div class="toaster">
            <div class="toast" class:shown=move || session.toast.get().is_some()>
                <span role="status">{move || session.toast.get().map(|t| t.text)}</span>
                {undo_button}
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
