//! A teacher sets, changes or removes the PIN that keeps curious eyes out.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::session::{Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::words::words;

/// Whether there is a PIN, and what can be done about it.
#[component]
pub fn PinSection() -> impl IntoView {
    let session = use_session();
    let open = RwSignal::new(false);
    let set = Memo::new(move |_| session.preferences.with(|p| p.pin.is_some()));
    let s = words().settings();
    let remove = move |_| {
        session.prefer(|p| {
            p.pin = None;
            p.locked = false;
            // A PIN that is set later must not let anybody by unasked.
            p.substitute = false;
        });
        session.toast.set(Some(Toast { text: s.pin_removed_said.to_owned(), undo: None }));
    };
    view! {
        <section class="card stack">
            <h2>{s.pin}</h2>
            <p>
                <strong>{move || if set.get() { s.pin_is_set } else { s.pin_none }}</strong>
            </p>
            <p class="muted">{s.pin_text}</p>
            <div class="row">
                <button class="btn" on:click=move |_| open.set(true)>
                    {move || if set.get() { s.pin_change } else { s.pin_set }}
                </button>
                <Show when=move || set.get()>
                    <button class="btn" on:click=remove>{s.pin_remove}</button>
                </Show>
            </div>
            <Show when=move || set.get()>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || session.preferences.with(|p| p.substitute)
                        on:change=move |_| session.prefer(|p| p.substitute = !p.substitute)
                    />
                    {s.pin_substitute}
                </label>
                <p class="muted sm">{s.pin_substitute_text}</p>
            </Show>
            <Dialog open title=Signal::derive(move || if set.get() { s.pin_change } else { s.pin_set }.to_owned())>
                <PinForm open />
            </Dialog>
        </section>
    }
}

/// Four to eight digits.
fn is_pin(text: &str) -> bool {
    (4..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// The new PIN, twice.
#[component]
fn PinForm(open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let first = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let s = words().settings();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let pin = first.get_untracked();
        if !is_pin(&pin) {
            problem.set(Some(s.pin_bad));
            return;
        }
        if again.get_untracked() != pin {
            problem.set(Some(s.pin_differ));
            again.set(String::new());
            return;
        }
        spawn_local(async move {
            let Some(hashed) = browser::hash_pin(&pin, None).await else {
                problem.set(Some(s.pin_impossible));
                return;
            };
            session.prefer(|p| p.pin = Some(hashed));
            open.set(false);
            session.toast.set(Some(Toast { text: s.pin_set_said.to_owned(), undo: None }));
        });
    };
    let field = |label: &'static str, value: RwSignal<String>| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input type="password" inputmode="numeric" autocomplete="off" maxlength="8" bind:value=value />
            </label>
        }
    };
    view! {
        <form class="stack" on:submit=save>
            {field(s.pin_new, first)}
            {field(s.pin_again, again)}
            <p class="problem" role="alert">{move || problem.get()}</p>
            <p class="muted sm">{s.pin_forget}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().app().save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}
