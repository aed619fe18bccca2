//! "Aa": anybody makes the letters larger, gives them room, chooses paper or dark and less motion, has the
//! page read aloud, and chooses the language. All of it is kept on this device only.

use leptos::prelude::*;

use crate::browser;
use crate::device::{Device, Preferences, TextSize, Theme};
use crate::session::use_session;
use crate::ui::aloud;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// "Aa" on a screen of the app.
#[component]
pub fn Looks() -> impl IntoView {
    view! {
        <LooksOf device=use_session().device()>
            <LanguagePicker />
        </LooksOf>
    }
}

/// "Aa" on any page, with what the page adds to it.
#[component]
pub fn LooksOf(
    /// The device that remembers it.
    device: Device,
    /// What stands below.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let l = words().looks();
    let one = move |text: &'static str, is: fn(&Preferences) -> bool, choose: fn(&mut Preferences)| {
        view! {
            <button
                class="btn small"
                type="button"
                aria-pressed=move || device.with(is).to_string()
                on:click=move |_| device.prefer(choose)
            >
                {text}
            </button>
        }
    };
    let check = move |text: &'static str, is: fn(&Preferences) -> bool, flip: fn(&mut Preferences)| {
        view! {
            <label class="check">
                <input type="checkbox" prop:checked=move || device.with(is) on:change=move |_| device.prefer(flip) />
                {text}
            </label>
        }
    };
    view! {
        <div class="looks">
            <button class="btn icon-only" type="button" aria-label=l.label popovertarget="looks">"Aa"</button>
            <div id="looks" class="pop stack" popover="auto" role="group" aria-label=l.label>
                <ReadPage />
                <div class="row sizes" role="group" aria-label=l.size>
                    {one(l.usual, |p| p.text == TextSize::Usual, |p| p.text = TextSize::Usual)}
                    {one(l.large, |p| p.text == TextSize::Large, |p| p.text = TextSize::Large)}
                    {one(l.largest, |p| p.text == TextSize::Largest, |p| p.text = TextSize::Largest)}
                </div>
                {check(l.roomy, |p| p.roomy, |p| p.roomy = !p.roomy)}
                <div class="row" role="group" aria-label=l.colours>
                    {one(l.system, |p| p.theme.is_none(), |p| p.theme = None)}
                    {one(l.paper, |p| p.theme == Some(Theme::Paper), |p| p.theme = Some(Theme::Paper))}
                    {one(l.dark, |p| p.theme == Some(Theme::Dark), |p| p.theme = Some(Theme::Dark))}
                </div>
                {check(l.still, |p| p.still, |p| p.still = !p.still)}
                {children.map(|children| children())}
                <p class="muted sm">{l.here}</p>
            </div>
        </div>
    }
}

/// Reads the page aloud, where the browser can speak.
#[component]
fn ReadPage() -> impl IntoView {
    let l = words().looks();
    let failed = RwSignal::new(false);
    if !browser::can_speak() {
        return view! { <p class="muted sm">{l.no_speech}</p> }.into_any();
    }
    view! {
        <button class="btn wide" type="button" on:click=move |_| aloud::read_page(failed)>
            <Icon of=Picture::Speak />
            {l.read_page}
        </button>
        <p class="problem" role="alert">{move || failed.get().then_some(l.not_loaded)}</p>
    }
    .into_any()
}

/// Chooses the language of the app.
#[component]
pub fn LanguagePicker() -> impl IntoView {
    let session = use_session();
    let l = words().looks();
    let option = |code: &'static str, name: &'static str| {
        let here = crate::words::language().code() == code;
        view! { <option value=code selected=here lang=code>{name}</option> }
    };
    view! {
        <label class="field">
            <span>{l.language}</span>
            <select on:change=move |event| {
                let code = event_target_value(&event);
                session.prefer(|p| p.language = Some(code));
            }>{option("en", l.english)} {option("es", l.spanish)}</select>
        </label>
    }
}
