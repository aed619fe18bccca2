//! A teacher chooses a PIN and is shown, this once, the recovery code for it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::session::{OneAtATime, Toast, is_pin, use_session};
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::{full_day, words};

/// What has the focus when the code is shown.
const CODE: &str = "recovery-code";

/// A new PIN, typed twice, and then its recovery code.
#[component]
pub fn NewPin(
    /// What happens when the code was kept.
    #[prop(into)]
    done: Callback<()>,
    /// What happens when no PIN is chosen.
    #[prop(into)]
    cancel: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let code = RwSignal::new(None::<String>);
    let first = RwSignal::new(String::new());
    let again = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let door = OneAtATime::default();
    let p = words().pin();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let pin = first.get_untracked();
        if !is_pin(&pin) {
            problem.set(Some(p.bad));
            return;
        }
        if again.get_untracked() != pin {
            problem.set(Some(p.differ));
            again.set(String::new());
            return;
        }
        // A second one would set another code than the one that is shown.
        let Some(inside) = door.enter() else { return };
        spawn_local(async move {
            let set = session.set_pin(&pin).await;
            drop(inside);
            // The dialog may be closed by then.
            match set {
                Some(new) => drop(code.try_set(Some(new))),
                None => drop(problem.try_set(Some(p.impossible))),
            }
        });
    };
    let field = move |label: &'static str, value: RwSignal<String>| {
        view! {
            <label class="field">
                <span>{label}</span>
                <input type="password" inputmode="numeric" autocomplete="off" maxlength="8" bind:value=value />
            </label>
        }
    };
    let form = move || {
        view! {
            <form class="stack" on:submit=save>
                {field(p.new, first)}
                {field(p.again, again)}
                <p class="problem" role="alert">{move || problem.get()}</p>
                <div class="row">
                    <button class="btn go" type="submit">{p.save}</button>
                    <button class="btn" type="button" on:click=move |_| cancel.run(())>{words().app().cancel}</button>
                </div>
            </form>
        }
    };
    view! {
        <Show when=move || code.with(Option::is_some) fallback=form>
            <RecoveryCode code=code.get_untracked().unwrap_or_default() done />
        </Show>
    }
}

/// The code, to be written down or printed.
#[component]
pub fn RecoveryCode(
    /// The code as it is typed later.
    code: String,
    /// What happens when it was kept.
    #[prop(into)]
    done: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    // Who leaves by Escape, or by going back, learns that the code is gone and how to come by another.
    let kept = StoredValue::new(false);
    on_cleanup(move || {
        if kept.try_get_value() == Some(false) {
            session.toast.set(Some(Toast { text: words().pin().code_not_kept.to_owned(), undo: None }));
        }
    });
    let keep = move |_| {
        kept.set_value(true);
        done.run(());
    };
    // The button that led here is gone.
    request_animation_frame(|| focus_on(CODE));
    let p = words().pin();
    let day = full_day(session.today.get_untracked());
    view! {
        <div class="stack">
            <h2>{p.code_title}</h2>
            <p>{p.code_text}</p>
            <div class="recovery-slip stack">
                <p class="paper-only">{p.code_print_head}</p>
                <p id=CODE class="recovery-code" tabindex="-1" dir="ltr" translate="no">{code}</p>
                <p class="paper-only">{p.code_print_day(&day)}</p>
            </div>
            <div class="row">
                <button class="btn" type="button" on:click=move |_| browser::print()>
                    <Icon of=Picture::Print />
                    {p.code_print}
                </button>
                <button class="btn go" type="button" on:click=keep>{p.code_kept}</button>
            </div>
        </div>
    }
}
