//! A teacher sets, changes or removes the PIN that keeps curious eyes out, and makes a new recovery code.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screens::frame::{NewPin, RecoveryCode};
use crate::session::{Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::words::words;

/// Whether there is a PIN, and what can be done about it.
#[component]
pub fn PinSection() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let making = RwSignal::new(false);
    let set = Memo::new(move |_| session.preferences.with(|p| p.pin.is_some()));
    let code = Memo::new(move |_| {
        session.preferences.with(|p| p.pin.as_ref().is_some_and(|pin| pin.recovery.is_some()))
    });
    let (s, p) = (words().settings(), words().pin());
    let remove = move |_| {
        session.remove_pin();
        session.toast.set(Some(Toast { text: s.pin_removed_said.to_owned(), undo: None }));
    };
    let done = move |()| {
        open.set(false);
        session.toast.set(Some(Toast { text: s.pin_set_said.to_owned(), undo: None }));
    };
    view! {
        <section class="card stack">
            <h2>{s.pin}</h2>
            <p>
                <strong>{move || if set.get() { s.pin_is_set } else { s.pin_none }}</strong>
                " "
                {move || set.get().then(|| if code.get() { p.code_there } else { p.code_none })}
            </p>
            <p class="muted">{s.pin_text}</p>
            <div class="row">
                <button class="btn" on:click=move |_| open.set(true)>
                    {move || if set.get() { s.pin_change } else { s.pin_set }}
                </button>
                <Show when=move || set.get()>
                    <button class="btn" on:click=remove>{s.pin_remove}</button>
                    <button class="btn" on:click=move |_| making.set(true)>{p.code_make}</button>
                </Show>
            </div>
            <Show when=move || set.get()>
                <Substitute />
            </Show>
            <Dialog open title=Signal::derive(move || if set.get() { s.pin_change } else { s.pin_set }.to_owned())>
                <NewPin done cancel=move |()| open.set(false) />
            </Dialog>
            <Dialog open=making title=Signal::derive(move || p.code_make.to_owned())>
                <NewCode making />
            </Dialog>
        </section>
    }
}

/// Whether a substitute is let by.
#[component]
fn Substitute() -> impl IntoView {
    let session = use_session();
    let s = words().settings();
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || session.preferences.with(|p| p.substitute)
                on:change=move |_| session.prefer(|p| p.substitute = !p.substitute)
            />
            {s.pin_substitute}
        </label>
        <p class="muted sm">{s.pin_substitute_text}</p>
    }
}

/// A new recovery code for who knows the PIN.
#[component]
fn NewCode(making: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let code = RwSignal::new(None::<String>);
    let p = words().pin();
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        spawn_local(async move {
            let pin = typed.get_untracked();
            if session.knows_pin(&pin).await {
                // The same PIN with another salt and another code.
                match session.set_pin(&pin).await {
                    Some(new) => code.set(Some(new)),
                    None => problem.set(Some(p.impossible)),
                }
            } else {
                problem.set(Some(p.wrong));
                typed.set(String::new());
            }
        });
    };
    let form = move || {
        view! {
            <form class="stack" on:submit=go>
                <p>{p.code_make_text}</p>
                <label class="field">
                    <span>{p.label}</span>
                    <input type="password" inputmode="numeric" autocomplete="off" maxlength="8" bind:value=typed />
                </label>
                <p class="problem" role="alert">{move || problem.get()}</p>
                <div class="row">
                    <button class="btn go" type="submit">{p.code_make_go}</button>
                    <button class="btn" type="button" on:click=move |_| making.set(false)>{words().app().cancel}</button>
                </div>
            </form>
        }
    };
    view! {
        <Show when=move || code.with(Option::is_some) fallback=form>
            <RecoveryCode code=code.get_untracked().unwrap_or_default() done=move |()| making.set(false) />
        </Show>
    }
}
