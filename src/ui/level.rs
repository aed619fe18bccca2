//! Levels on the screen: a quarter-disc glyph, a colour and a word, never a colour alone.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::aloud::Say;

/// The words of a level scale, lowest first.
pub type LevelWords = Vec<String>;

/// Which of the four level colours a level of a scale wears: scales of other lengths share them.
pub fn shade(level: u8, of: u8) -> u8 {
    let steps = u32::from(of.saturating_sub(1)).max(1);
    let up = u32::from(level.saturating_sub(1)) * 3;
    u8::try_from(1 + (up + steps / 2) / steps).unwrap_or(4)
}

/// Where the arc of a slice ends on a ring of 8 around 12, 12, from its top clockwise. Written down for
/// all scales there are (3 to 6 levels, and halves): sine and cosine would be most of what draws them.
fn slice_end(level: u8, of: u8) -> &'static str {
    match u16::from(level) * 60 / u16::from(of.max(1)) {
        10 => "18.93 8",
        12 => "19.61 9.53",
        15 => "20 12",
        20 => "18.93 16",
        24 => "16.7 18.47",
        30 => "12 20",
        36 => "7.3 18.47",
        40 => "5.07 16",
        45 => "4 12",
        48 => "4.39 9.53",
        50 => "5.07 8",
        _ => "12 4",
    }
}

/// A disc filled as far as the level reaches; the top level is a full disc with a tick.
#[component]
pub fn Glyph(
    /// The level, counted from 1; 0 is an empty ring: nothing yet.
    level: u8,
    /// How many levels there are.
    of: u8,
    /// A self-assessment: a ring without filling, so that it is never mistaken for evidence.
    #[prop(optional)]
    hollow: bool,
) -> impl IntoView {
    let class = if level == 0 { "glyph".to_owned() } else { format!("glyph lv{}", shade(level, of)) };
    let top = level > 0 && level >= of;
    let long = u8::from(u16::from(level) * 2 > u16::from(of));
    let slice = format!("M12 12V4A8 8 0 {long} 1 {}z", slice_end(level, of));
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true">
            {match (top, hollow) {
                (true, false) => {
                    view! {
                        <circle cx="12" cy="12" r="11" fill="currentColor" />
                        <path class="tick" d="M7 12.5l3.4 3.4L17 9" fill="none" />
                    }
                        .into_any()
                }
                _ => {
                    let dash = hollow.then_some("4 3");
                    view! {
                        <circle
                            cx="12"
                            cy="12"
                            r="10"
                            fill="none"
                            stroke="currentColor"
                            stroke-width="2.5"
                            stroke-dasharray=dash
                        />
                        {(level > 0)
                            .then(|| {
                                let fill = if hollow { "none" } else { "currentColor" };
                                view! {
                                    <path d=slice fill=fill stroke="currentColor" stroke-width="1.5" />
                                }
                            })}
                    }
                        .into_any()
                }
            }}
        </svg>
    }
}

/// A glyph with its word.
#[component]
pub fn LevelTag(
    /// The level, counted from 1; `None` is "nothing yet", said by `none`.
    level: Option<u8>,
    /// The words of the scale.
    words: LevelWords,
    /// What stands there without a level.
    #[prop(into)]
    none: String,
    /// Whether it is a self-assessment.
    #[prop(optional)]
    hollow: bool,
) -> impl IntoView {
    let of = u8::try_from(words.len()).unwrap_or(4);
    let word = level.and_then(|l| words.get(usize::from(l).checked_sub(1)?).cloned());
    view! {
        <span class="level-tag">
            <Glyph level=level.unwrap_or(0) of hollow />
            <span>{word.unwrap_or(none)}</span>
        </span>
    }
}

/// Picks one level of a scale: native radio buttons, and the number keys.
#[component]
pub fn LevelPicker(
    /// A name that is unique on the screen, which ties the radio buttons together.
    #[prop(into)]
    name: String,
    /// What is asked.
    #[prop(into)]
    legend: String,
    /// The words of the scale.
    words: LevelWords,
    /// The level picked, counted from 1.
    #[prop(into)]
    picked: Signal<Option<u8>>,
    /// Called with the level, and whether a finger or the mouse picked it (not an arrow key on its
    /// way along the scale).
    on_pick: Callback<(u8, bool)>,
) -> impl IntoView {
    let of = u8::try_from(words.len()).unwrap_or(4);
    let by_number = move |event: KeyboardEvent| {
        let Some(level) = event.key().parse::<u8>().ok().filter(|l| (1..=of).contains(l)) else { return };
        event.prevent_default();
        // The focus goes along, so that an arrow key goes on from what was picked.
        let button = event.current_target().and_then(|group| group.dyn_into::<web_sys::Element>().ok());
        let button =
            button.and_then(|group| group.query_selector(&format!("input[value='{level}']")).ok()?);
        if let Some(Ok(button)) = button.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
            // It fails only for an element that is gone.
            let _ = button.focus();
        }
        on_pick.run((level, true));
    };
    let labels = words.into_iter().zip(1u8..).map(|(word, level)| {
        view! {
            <label class=format!("level a{}", shade(level, of))>
                <input
                    type="radio"
                    name=name.clone()
                    value=level.to_string()
                    prop:checked=move || picked.get() == Some(level)
                    on:change=move |_| {
                        // A click has already been told with the event before this one.
                        if picked.get_untracked() != Some(level) {
                            on_pick.run((level, false));
                        }
                    }
                    on:click=move |event| {
                        if event.detail() > 0 {
                            on_pick.run((level, true));
                        }
                    }
                />
                <Glyph level of />
                <span>{word}</span>
            </label>
        }
    });
    view! {
        <Say />
        <fieldset class="scale" on:keydown=by_number>
            <legend>{legend}</legend>
            <div class="levels">{labels.collect_view()}</div>
        </fieldset>
    }
}
