//! Three pictures out of twelve, tapped in order: to set a lock, and to open it.

use leptos::prelude::*;

use super::icon::Drawing;

/// The drawings, in the order of their places in a lock.
pub const PICTURES: [&str; 12] = [
    super::picture_scale::WEATHER[2],
    "M12 22v-5M12 2L6.5 9H9l-4.5 8h15L15 9h2.5z",
    "M2.5 12C6 6.5 12 6 16 10l5-3v10l-5-3c-4 4-10 3.5-13.5-2zM8 11v.01",
    "M12 3l2.7 5.8 6.3.8-4.6 4.4 1.2 6.3L12 17.2l-5.6 3.1 1.2-6.3L3 9.6l6.3-.8z",
    "M20 14.5A8.5 8.5 0 1 1 9.5 4 7 7 0 0 0 20 14.5z",
    "M3 16h18l-3 5H6zM11 16V3l7 10h-7M11 6l-5 7h5",
    "M12 2l6 7-6 8-6-8zM12 2v15M6 9h12M12 17c0 2-2 2-2 5",
    "M12 7c-2-2-7-1.5-7 4 0 4.5 3 9.5 5 9.5 1 0 1.3-.5 2-.5s1 .5 2 .5c2 0 5-5 5-9.5 0-5.5-5-6-7-4zM12 7c0-2 1-4 3-5",
    "M6 17v-6a6 6 0 0 1 12 0v6l2 2H4zM10 19a2 2 0 0 0 4 0M12 5V3",
    "M5 19C4 9 10 4 20 4c0 10-5 16-15 15zM5 19l9-9",
    "M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v4M17 12v3",
    "M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6",
];

/// Twelve buttons. Each tap is one more picture; the same one may come again.
#[component]
pub fn PicturePad(
    /// What the pictures show.
    words: [&'static str; 12],
    /// What the group of buttons is for.
    label: &'static str,
    /// Called with the place of the picture that was tapped.
    on_pick: Callback<u8>,
) -> impl IntoView {
    let button = move |((paths, word), place): ((&'static str, &'static str), u8)| {
        view! {
            <button class="picture" type="button" on:click=move |_| on_pick.run(place)>
                <Drawing paths class="drawn" />
                <span>{word}</span>
            </button>
        }
    };
    view! {
        <div class="pictures" role="group" aria-label=label>
            {PICTURES.into_iter().zip(words).zip(0..).map(button).collect_view()}
        </div>
    }
}
