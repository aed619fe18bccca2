//! A teacher goes to another class on this device, or removes one: the demo class in one tap, a real
//! one after a word of warning and the offer of a backup.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::make_backup;
use crate::route::Route;
use crate::session::ClassRow;
use crate::session::{Saving, Session, Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_if_lost;
use crate::words::words;

/// Removes the open class from this device.
fn remove(session: Session) {
    let s = words().settings();
    let Some(class) = session.class.get_untracked() else { return };
    let title = session.peek(|nb| nb.class().map(|c| c.title.clone())).unwrap_or_default();
    spawn_local(async move {
        match session.remove_class(class).await {
            Ok(()) => {
                session.toast.set(Some(Toast { text: s.removed(&title), undo: None }));
                focus_if_lost();
            }
            Err(fault) => session.saving.set(Saving::Failed(fault)),
        }
    });
}

/// The classes on this device.
#[component]
pub fn Classes() -> impl IntoView {
    let session = use_session();
    let asking = RwSignal::new(false);
    let here = Memo::new(move |_| session.ask(|nb| nb.class().map(|c| (c.title.clone(), c.demo))));
    let title = move || here.get().map(|(title, _)| title).unwrap_or_default();
    let s = words().settings();
    let others = move || {
        let rows = session.classes.get().into_iter().filter(|row| Some(row.id) != session.class.get());
        rows.map(|row| view! { <Other row /> }).collect_view()
    };
    let removal = move || match here.get() {
        Some((_, true)) => view! {
            <p>{s.demo_text}</p>
            <button class="btn" on:click=move |_| remove(session)>{s.remove_demo}</button>
        }
        .into_any(),
        _ => view! {
            <button class="btn danger" on:click=move |_| asking.set(true)>{s.remove}</button>
        }
        .into_any(),
    };
    view! {
        <section class="card stack">
            <h2>{s.classes}</h2>
            <ul class="stack">
                <li class="row">
                    <strong>{title}</strong>
                    <span class="pill">{s.this_class}</span>
                </li>
                {others}
            </ul>
            <a class="btn" href=Route::MakeClass.href()>{s.make_class}</a>
            <div class="stack parting">{removal}</div>
            <Dialog open=asking title=Signal::derive(move || s.remove_title(&title()))>
                <AskToRemove asking />
            </Dialog>
        </section>
    }
}

/// Another class, one tap away.
#[component]
fn Other(row: ClassRow) -> impl IntoView {
    let session = use_session();
    let s = words().settings();
    let title = row.title.clone();
    let open = move |_| {
        let said = s.opened(&title);
        spawn_local(async move {
            session.open_class(row.id).await;
            session.toast.set(Some(Toast { text: said, undo: None }));
            focus_if_lost();
        });
    };
    let demo = row.demo.then(|| view! { <span class="pill">{words().app().demo}</span> });
    view! {
        <li class="row">
            <button class="btn" on:click=open>{s.open_class(&row.title)}</button>
            {demo}
        </li>
    }
}

/// What removing means, with a backup to make first.
#[component]
fn AskToRemove(asking: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let saved = RwSignal::new(false);
    let s = words().settings();
    view! {
        <p>{s.remove_text}</p>
        <p>{s.remove_first}</p>
        <div class="row">
            <button
                class="btn go"
                on:click=move |_| spawn_local(async move { saved.set(make_backup(session).await) })
            >
                {s.make_backup}
            </button>
        </div>
        <p role="status">{move || saved.get().then_some(s.backup_made)}</p>
        <div class="row">
            <button
                class="btn danger"
                on:click=move |_| {
                    asking.set(false);
                    remove(session);
                }
            >
                {s.remove_now}
            </button>
            <button class="btn" on:click=move |_| asking.set(false)>{words().app().cancel}</button>
        </div>
    }
}
