//! What the teacher's screens know of the wall: while a check stands on it, names are hidden on the
//! others, in this tab and in every other one.

use std::cell::RefCell;
use std::collections::BTreeSet;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::browser;
use crate::domain::id::TicketId;

/// The name of the channel between tabs.
const NAME: &str = "daymark-wall";
/// What a screen asks that has just been opened.
const WHO: &str = "?";

thread_local! {
    /// The checks that stand on the wall, as far as this tab has heard.
    static OPEN: RefCell<BTreeSet<TicketId>> = const { RefCell::new(BTreeSet::new()) };
}

/// Whether a check stands on the wall, as far as this tab has heard.
pub(super) fn is_open(id: TicketId) -> bool {
    OPEN.with_borrow(|open| open.contains(&id))
}

/// Tells the other screens that a check stands on the wall, for as long as this screen is open.
pub(super) fn stand_on(id: TicketId) {
    // Without a channel the other tabs keep the names as they are.
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let tell = move |channel: &BroadcastChannel, sign: char| {
        // It fails only for a channel that is closed.
        let _ = channel.post_message(&format!("{sign}{id}").into());
    };
    tell(&channel, '+');
    let asked = channel.clone();
    browser::listen(&channel, "message", move |event| {
        if text(&event).as_deref() == Some(WHO) {
            tell(&asked, '+');
        }
    });
    let channel = StoredValue::new_local(channel);
    on_cleanup(move || {
        let _ = channel.try_with_value(|channel| {
            tell(channel, '-');
            channel.close();
        });
    });
}

/// Hides the names whenever the check comes to stand on the wall.
pub(super) fn hide_while_open(id: TicketId, hidden: RwSignal<bool>) {
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    browser::listen(&channel, "message", move |event| {
        let Some(said) = text(&event) else { return };
        let about = said.get(1..).and_then(|id| id.parse::<TicketId>().ok());
        match (said.chars().next(), about) {
            (Some('+'), Some(other)) => {
                OPEN.with_borrow_mut(|open| open.insert(other));
                if other == id {
                    // The screen may be gone by now.
                    let _ = hidden.try_set(true);
                }
            }
            (Some('-'), Some(other)) => {
                OPEN.with_borrow_mut(|open| open.remove(&other));
            }
            _ => {}
        }
    });
    let _ = channel.post_message(&WHO.into());
    let channel = StoredValue::new_local(channel);
    on_cleanup(move || {
        let _ = channel.try_with_value(BroadcastChannel::close);
    });
}

fn text(event: &web_sys::Event) -> Option<String> {
    event.dyn_ref::<MessageEvent>()?.data().as_string()
}
