//! What stands before a teacher's screen that waits behind the PIN.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::new_pin::NewPin;
use crate::route::Route;
use crate::session::use_session;
use crate::ui::focus::focus_heading;
use crate::words::words;

/// What is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// The PIN.
    Pin,
    /// The recovery code, because the PIN is forgotten.
    Code,
    /// A new PIN, from who knew the code.
    NewPin,
}

/// Asks for the teacher's PIN, or for the recovery code when it is forgotten. Where the teacher allowed it, a
/// substitute goes on to their own screen without it.
#[component]
pub(super) fn PinGate() -> impl IntoView {
    let asked = RwSignal::new(Asked::Pin);
    // What had the focus is gone with each step.
    Effect::new(move |before: Option<Asked>| {
        let asked = asked.get();
        if before.is_some_and(|before| before != asked) {
            request_animation_frame(focus_heading);
        }
        asked
    });
    view! {
        <main id="main" class="narrow stack">
            {move || match asked.get() {
                Asked::Pin => view! { <Pin asked /> }.into_any(),
                Asked::Code => view! { <Code asked /> }.into_any(),
                Asked::NewPin => view! { <Anew asked /> }.into_any(),
            }}
        </main>
    }
}

#[component]
fn Pin(asked: RwSignal<Asked>) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let p = words().pin();
    let open = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            if session.knows_pin(&typed.get_untracked()).await {
                session.open_here();
            } else {
                wrong.set(true);
                typed.set(String::new());
            }
        });
    };
    view! {
        <h1>{p.title}</h1>
        <form class="stack" on:submit=open>
            <label class="field">
                <span>{p.label}</span>
                <input
                    type="password"
                    inputmode="numeric"
                    autocomplete="off"
                    bind:value=typed
                    aria-describedby="pin-wrong"
                />
            </label>
            <p id="pin-wrong" class="problem" role="alert">{move || wrong.get().then_some(p.wrong)}</p>
            <div class="row">
                <button class="btn go" type="submit">{p.open}</button>
                <a class="btn" href=Route::Who.href()>{p.back}</a>
            </div>
        </form>
        <Show when=move || session.preferences.with(|p| p.substitute)>
            <a class="btn quiet" href=Route::Substitute.href()>{p.substitute}</a>
        </Show>
        <button class="btn quiet" on:click=move |_| asked.set(Asked::Code)>{p.forgot}</button>
    }
}

#[component]
fn Code(asked: RwSignal<Asked>) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let p = words().pin();
    let there =
        session.preferences.with_untracked(|p| p.pin.as_ref().is_some_and(|pin| pin.recovery.is_some()));
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            if session.knows_recovery_code(&typed.get_untracked()).await {
                asked.set(Asked::NewPin);
            } else {
                // What was typed stays: one letter of sixteen may be wrong.
                wrong.set(true);
            }
        });
    };
    let back = move || {
        view! {
            <button class="btn" type="button" on:click=move |_| asked.set(Asked::Pin)>{p.cancel}</button>
        }
    };
    let form = move || {
        view! {
            <p>{p.forgot_text}</p>
            <form class="stack" on:submit=go>
                <label class="field">
                    <span>{p.code_label}</span>
                    <input
                        type="text"
                        dir="ltr"
                        maxlength="40"
                        autocomplete="off"
                        autocapitalize="characters"
                        spellcheck="false"
                        aria-describedby="code-hint code-wrong"
                        bind:value=typed
                    />
                </label>
                <p id="code-hint" class="muted sm">{p.code_hint}</p>
                <p id="code-wrong" class="problem" role="alert">{move || wrong.get().then_some(p.code_wrong)}</p>
                <div class="row">
                    <button class="btn go" type="submit">{p.code_go}</button>
                    {back()}
                </div>
            </form>
        }
    };
    let none = move || view! { <p>{p.forgot_none}</p> {back()} };
    view! {
        <h1>{p.forgot_title}</h1>
        {if there { form().into_any() } else { none().into_any() }}
    }
}

#[component]
fn Anew(asked: RwSignal<Asked>) -> impl IntoView {
    let session = use_session();
    view! {
        <h1>{words().pin().anew}</h1>
        <NewPin done=move |()| session.open_here() cancel=move |()| asked.set(Asked::Pin) />
    }
}
