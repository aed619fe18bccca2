//! What the teacher's screens know of the wall: while something of this device stands on it, names
//! are hidden on the others, in this tab and in every other one.

use std::collections::BTreeSet;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::browser;

/// The name of the channel between tabs.
const NAME: &str = "daymark-wall";
/// What a page asks that has just been opened.
const WHO: &str = "?";

/// What this page has heard of screens for the wall.
#[derive(Clone)]
struct Heard {
    /// The screens that are open, each by a number of its own.
    open: ArcRwSignal<BTreeSet<String>>,
    /// Kept so that it goes on hearing; without one the names stay as they are.
    _channel: Option<BroadcastChannel>,
}

thread_local! {
    static HEARD: Heard = hear();
}

fn hear() -> Heard {
    let open = ArcRwSignal::new(BTreeSet::new());
    let channel = BroadcastChannel::new(NAME).ok();
    if let Some(channel) = &channel {
        let open = open.clone();
        browser::listen(channel, "message", move |event| {
            let Some(said) = text(&event) else { return };
            match (said.chars().next(), said.get(1..)) {
                (Some('+'), Some(screen)) => open.update(|open| _ = open.insert(screen.to_owned())),
                (Some('-'), Some(screen)) => open.update(|open| _ = open.remove(screen)),
                _ => {}
            }
        });
        // It fails only for a channel that is closed.
        let _ = channel.post_message(&WHO.into());
    }
    Heard { open, _channel: channel }
}

/// Begins to hear of screens for the wall, so that a screen with names knows of them when it opens.
pub fn listen() {
    HEARD.with(|_| ());
}

/// Whether a screen stands on the wall. Whoever asked is asked again when that changes.
pub fn is_up() -> bool {
    HEARD.with(|heard| heard.open.with(|open| !open.is_empty()))
}

/// Whether names are hidden on a screen that begins like this: hidden from the start while something
/// stands on the wall, and as soon as something comes to stand there. Showing them is up to the teacher.
pub fn hidden_names(begins: bool) -> RwSignal<bool> {
    let hidden = RwSignal::new(begins || untrack(is_up));
    Effect::new(move |was: Option<bool>| {
        let up = is_up();
        if up && was != Some(true) {
            hidden.set(true);
        }
        up
    });
    hidden
}

/// Hides the names of a screen, or shows them.
#[component]
pub fn HideNames(
    /// What stands on it.
    label: &'static str,
    /// Whether they are hidden.
    hidden: RwSignal<bool>,
) -> impl IntoView {
    view! {
        <button
            class="btn"
            aria-pressed=move || hidden.get().to_string()
            on:click=move |_| hidden.update(|hidden| *hidden = !*hidden)
        >
            {label}
        </button>
    }
}

/// Tells the other screens that this one stands on the wall, for as long as it is open.
pub fn stand() {
    listen();
    // Without a channel the other tabs keep the names as they are.
    let Ok(channel) = BroadcastChannel::new(NAME) else { return };
    let screen = browser::random_bits();
    let tell = move |channel: &BroadcastChannel, sign: char| {
        // It fails only for a channel that is closed.
        let _ = channel.post_message(&format!("{sign}{screen}").into());
    };
    tell(&channel, '+');
    let asked = channel.clone();
    browser::listen(&channel, "message", move |event| {
        if text(&event).as_deref() == Some(WHO) {
            tell(&asked, '+');
        }
    });
    // A tab that is closed cleans nothing up.
    let leaving = channel.clone();
    browser::listen(&window(), "pagehide", move |_| tell(&leaving, '-'));
    let channel = StoredValue::new_local(channel);
    on_cleanup(move || {
        let _ = channel.try_with_value(|channel| {
            tell(channel, '-');
            channel.close();
        });
    });
}

fn text(event: &web_sys::Event) -> Option<String> {
    event.dyn_ref::<MessageEvent>()?.data().as_string()
}
