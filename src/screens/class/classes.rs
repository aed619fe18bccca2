//! A teacher of several classes: goes to another one on this device, puts one into the archive and takes it
//! out, begins a new year, or removes one: the demo class in one tap, a real one after a word of warning
//! and the offer of a backup.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::backup::make_backup;
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::frame::put_away;
use crate::session::ClassRow;
use crate::session::{Saving, Session, Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_if_lost;
use crate::words::words;

/// Removes the open class from this device.
fn remove(session: Session) {
    let c = words().classes();
    let Some(class) = session.class.get_untracked() else { return };
    let title = session.peek(|nb| nb.class().map(|c| c.title.clone())).unwrap_or_default();
    spawn_local(async move {
        match session.remove_class(class).await {
            Ok(()) => {
                session.toast.set(Some(Toast { text: c.removed(&title), undo: None }));
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
    let here = Memo::new(move |_| session.ask_slots(&[Slot::Class], |nb| nb.class().cloned()));
    let title = move || here.get().map(|class| class.title).unwrap_or_default();
    let archived = Memo::new(move |_| here.get().is_some_and(|class| class.archived));
    let demo = Memo::new(move |_| here.get().is_some_and(|class| class.demo));
    let c = words().classes();
    // What a class goes on from is looked for among the others on this device.
    let follows = move || {
        let old = here.get()?.follows?;
        let title =
            session.classes.with(|rows| rows.iter().find(|row| row.id == old).map(|r| r.title.clone()));
        Some(title.map_or_else(|| c.goes_on_gone.to_owned(), |title| c.goes_on(&title)))
    };
    let pill = move || if archived.get() { c.in_archive } else { c.here };
    view! {
        <section class="card stack">
            <h2>{c.title}</h2>
            <ul class="stack">
                <li class="row">
                    <strong dir="auto">{title}</strong>
                    <span class="pill">{pill}</span>
                </li>
                <Others archived=false />
            </ul>
            {move || follows().map(|text| view! { <p class="muted">{text}</p> })}
            <Archive />
            <div class="row">
                <a class="btn" href=Route::MakeClass.href()>{c.make}</a>
                <a class="btn" href=Route::Teacher(TeacherScreen::Year).href()>{c.new_year}</a>
            </div>
            <div class="stack parting">
                <Show when=move || !archived.get()>
                    <p class="muted">{c.put_away_text}</p>
                </Show>
                <button class="btn" on:click=move |_| put_away(session, !archived.get_untracked())>
                    {move || if archived.get() { c.take_out } else { c.put_away }}
                </button>
            </div>
            <div class="stack parting">
                <Show
                    when=move || demo.get()
                    fallback=move || {
                        view! { <button class="btn danger" on:click=move |_| asking.set(true)>{c.remove}</button> }
                    }
                >
                    <p>{c.demo_text}</p>
                    <button class="btn" on:click=move |_| remove(session)>{c.remove_demo}</button>
                </Show>
            </div>
            <Dialog open=asking title=Signal::derive(move || c.remove_title(&title()))>
                <AskToRemove asking />
            </Dialog>
        </section>
    }
}

/// The classes that are not open, of those in the archive or of the others, each one tap away.
#[component]
fn Others(archived: bool) -> impl IntoView {
    let session = use_session();
    let rows = move || {
        let here = session.class.get();
        let rows = session.classes.get().into_iter();
        rows.filter(|row| Some(row.id) != here && row.archived == archived).collect::<Vec<_>>()
    };
    view! { <For each=rows key=|row| (row.id, row.title.clone()) children=|row| view! { <Other row /> } /> }
}

/// Another class, one tap away.
#[component]
fn Other(row: ClassRow) -> impl IntoView {
    let session = use_session();
    let c = words().classes();
    let title = row.title.clone();
    let open = move |_| {
        let said = c.opened(&title);
        spawn_local(async move {
            session.open_class(row.id).await;
            session.toast.set(Some(Toast { text: said, undo: None }));
            focus_if_lost();
        });
    };
    let demo = row.demo.then(|| view! { <span class="pill">{words().app().demo}</span> });
    view! {
        <li class="row">
            <button class="btn" dir="auto" on:click=open>{c.open(&row.title)}</button>
            {demo}
        </li>
    }
}

/// The classes in the archive, which can be opened as the others can.
#[component]
fn Archive() -> impl IntoView {
    let session = use_session();
    let count = Memo::new(move |_| {
        let here = session.class.get();
        session.classes.with(|rows| rows.iter().filter(|row| row.archived && Some(row.id) != here).count())
    });
    view! {
        <Show when=move || { count.get() > 0 }>
            <details>
                <summary>{move || words().classes().archive(count.get())}</summary>
                <ul class="stack">
                    <Others archived=true />
                </ul>
            </details>
        </Show>
    }
}

/// What is lost with a class, the offer of a backup, and the two ways on.
#[component]
fn AskToRemove(asking: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let saved = RwSignal::new(false);
    let (s, c) = (words().settings(), words().classes());
    view! {
        <p>{c.remove_text}</p>
        <p>{c.remove_instead}</p>
        <p>{c.remove_first}</p>
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
                {c.remove_now}
            </button>
            <button class="btn" on:click=move |_| asking.set(false)>{words().app().cancel}</button>
        </div>
    }
}
