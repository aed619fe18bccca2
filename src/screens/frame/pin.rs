//! What stands before a teacher's screen on a device that was handed to students.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::route::Route;
use crate::session::use_session;
use crate::words::words;

/// Asks for the teacher's PIN. Where the teacher allowed it, a substitute goes on to their own
/// screen without it.
#[component]
pub(super) fn PinGate() -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let open = move || {
        spawn_local(async move {
            let Some(pin) = session.preferences.with_untracked(|p| p.pin.clone()) else { return };
            let hashed = browser::hash_pin(&typed.get_untracked(), Some(&pin.salt)).await;
            if hashed.as_ref() == Some(&pin) {
                session.prefer(|p| p.locked = false);
            } else {
                wrong.set(true);
                typed.set(String::new());
            }
        });
    };
    let p = words().pin();
    view! {
        <main id="main" class="narrow stack">
            <h1>{p.title}</h1>
            <form
                class="stack"
                on:submit=move |event| {
                    event.prevent_default();
                    open();
                }
            >
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
        </main>
    }
}
