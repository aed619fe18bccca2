//! A teacher sets, changes or removes the PIN that keeps curious eyes out, and makes a new recovery code.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::screens::frame::{NewPin, RecoveryCode};
use crate::session::{OneAtATime, Session, Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_if_lost_on;
use crate::words::words;

/// The button that is always there.
const FIRST: &str = "pin-first";

/// What is done with a PIN that is set. Who found the desk unlocked cannot do it: the PIN is asked for first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    /// Another PIN.
    Change,
    /// No PIN any more.
    Remove,
    /// A new recovery code.
    Code,
}

/// Whether there is a PIN, and what can be done about it.
#[component]
pub fn PinSection() -> impl IntoView {
    let session = use_session();
    let (setting, asking) = (RwSignal::new(false), RwSignal::new(false));
    let doing = RwSignal::new(Doing::Change);
    let set = Memo::new(move |_| session.preferences.with(|p| p.pin.is_some()));
    let code = Memo::new(move |_| {
        session.preferences.with(|p| p.pin.as_ref().is_some_and(|pin| pin.recovery.is_some()))
    });
    let (s, p) = (words().settings(), words().pin());
    let title = move || match doing.get() {
        Doing::Change => s.pin_change,
        Doing::Remove => s.pin_remove,
        Doing::Code => p.code_make,
    };
    let ask = move |what: Doing| {
        doing.set(what);
        asking.set(true);
    };
    let choose = move |_| if set.get_untracked() { ask(Doing::Change) } else { setting.set(true) };
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
                <button id=FIRST class="btn" on:click=choose>
                    {move || if set.get() { s.pin_change } else { s.pin_set }}
                </button>
                <Show when=move || set.get()>
                    <button class="btn" on:click=move |_| ask(Doing::Remove)>{s.pin_remove}</button>
                    <button class="btn" on:click=move |_| ask(Doing::Code)>{p.code_make}</button>
                </Show>
            </div>
            <Show when=move || set.get()>
                <Substitute />
            </Show>
            <Dialog open=setting title=Signal::derive(move || s.pin_set.to_owned())>
                <NewPin done=move |()| is_set(session, setting) cancel=move |()| setting.set(false) />
            </Dialog>
            <Dialog open=asking title=Signal::derive(move || title().to_owned())>
                <Known doing=doing.get_untracked() open=asking />
            </Dialog>
        </section>
    }
}

/// Says that a PIN is set, in place of the dialog.
fn is_set(session: Session, open: RwSignal<bool>) {
    open.set(false);
    session.toast.set(Some(Toast { text: words().settings().pin_set_said.to_owned(), undo: None }));
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

/// Asks for the PIN, and then does what is to be done.
#[component]
fn Known(doing: Doing, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let (known, door) = (RwSignal::new(false), OneAtATime::default());
    let code = RwSignal::new(None::<String>);
    let (s, p) = (words().settings(), words().pin());
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(inside) = door.enter() else { return };
        spawn_local(async move {
            // A second code would be another one than the one that is shown.
            let _inside = inside;
            let pin = typed.get_untracked();
            let knows = session.knows_pin(&pin).await;
            // The dialog may be closed by then, and nothing is done any more.
            if known.is_disposed() {
                return;
            }
            if !knows {
                problem.set(Some(p.wrong));
                typed.set(String::new());
                return;
            }
            match doing {
                Doing::Change => known.set(true),
                Doing::Remove => {
                    session.remove_pin();
                    open.set(false);
                    // The button that asked for it is gone.
                    focus_if_lost_on(FIRST.to_owned());
                    session.toast.set(Some(Toast { text: s.pin_removed_said.to_owned(), undo: None }));
                }
                // The same PIN with another salt and another code.
                Doing::Code => match session.set_pin(&pin).await {
                    Some(new) => drop(code.try_set(Some(new))),
                    None => drop(problem.try_set(Some(p.impossible))),
                },
            }
        });
    };
    let (text, button) = match doing {
        Doing::Change => (p.change_text, p.code_go),
        Doing::Remove => (p.remove_text, s.pin_remove),
        Doing::Code => (p.code_make_text, p.code_make_go),
    };
    let form = move || {
        view! {
            <form class="stack" on:submit=go>
                <p>{text}</p>
                <label class="field">
                    <span>{p.label}</span>
                    <input type="password" inputmode="numeric" autocomplete="off" maxlength="8" bind:value=typed />
                </label>
                <p class="problem" role="alert">{move || problem.get()}</p>
                <p class="muted sm">{p.forgot_here}</p>
                <div class="row">
                    <button class="btn go" type="submit">{button}</button>
                    <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
                </div>
            </form>
        }
    };
    let anew = move || {
        view! { <NewPin done=move |()| is_set(session, open) cancel=move |()| open.set(false) /> }
    };
    move || {
        if known.get() {
            return anew().into_any();
        }
        match code.get() {
            Some(code) => view! { <RecoveryCode code done=move |()| open.set(false) /> }.into_any(),
            None => form().into_any(),
        }
    }
}
