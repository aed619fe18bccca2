//! The cards one at a time on the whole screen, for the student who leads the conference.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::field::Texts;
use super::words::head;
use crate::domain::conference::Card;
use crate::ui::full_screen;
use crate::words::words;

/// The last card's place.
const LAST: usize = Card::ALL.len() - 1;

/// Shows the cards while `open` is true.
#[component]
pub fn Stage(
    /// Whether they are shown. Escape and "Done" set it to false.
    open: RwSignal<bool>,
    /// What stands on them.
    texts: RwSignal<Texts>,
) -> impl IntoView {
    let c = words().conference();
    let node = NodeRef::<html::Dialog>::new();
    let place = RwSignal::new(0_usize);
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            place.set(0);
            spawn_local(async move {
                // What is opened last lies on top, so the screen is taken first.
                full_screen::enter().await;
                // It fails only for a dialog that is already open or not in the document any more.
                let _ = dialog.show_modal();
            });
        } else if !open.get() && dialog.open() {
            dialog.close();
        }
    });
    let closed = move |_| {
        full_screen::leave();
        open.set(false);
    };
    // Who goes back in the browser leaves the screen without closing the cards.
    on_cleanup(full_screen::leave);
    // Up and down scroll a long card, and Alt with an arrow belongs to the browser.
    let turn = move |event: KeyboardEvent| {
        if event.alt_key() {
            return;
        }
        let to = match event.key().as_str() {
            "ArrowRight" => place.get_untracked() + 1,
            "ArrowLeft" => place.get_untracked().saturating_sub(1),
            "Home" => 0,
            "End" => LAST,
            _ => return,
        };
        event.prevent_default();
        place.set(to.min(LAST));
    };
    let card = move || Card::ALL.get(place.get()).copied().unwrap_or(Card::Proud);
    let text = move || {
        let text = texts.with(|texts| texts.get(place.get()).map(|text| text.trim().to_owned()));
        text.filter(|text| !text.is_empty()).unwrap_or_else(|| c.say_it.to_owned())
    };
    view! {
        <dialog node_ref=node class="stage" aria-label=c.title on:close=closed on:keydown=turn>
            <div class="stage-card" tabindex="0" aria-live="polite">
                <p class="muted">{move || c.place(&Card::ALL.len(), &(place.get() + 1))}</p>
                <h2>{move || head(card())}</h2>
                <p class="as-typed" dir="auto">{text}</p>
            </div>
            <div class="row">
                // Not disabled at the ends, so that the focus stays where it is.
                <button
                    class="btn"
                    aria-disabled=move || (place.get() == 0).to_string()
                    on:click=move |_| place.update(|place| *place = place.saturating_sub(1))
                >
                    {c.previous}
                </button>
                <button
                    class="btn go"
                    autofocus
                    aria-disabled=move || (place.get() == LAST).to_string()
                    on:click=move |_| place.update(|place| *place = (*place + 1).min(LAST))
                >
                    {c.following}
                </button>
                <button class="btn" on:click=move |_| open.set(false)>{c.done}</button>
                <span class="muted sm keys">{c.keys}</span>
            </div>
        </dialog>
    }
}
