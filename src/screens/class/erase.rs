//! A teacher erases one student for good: the only thing in Daymark that asks first. Before it stands what
//! goes and what stays out of reach; afterwards a record that names nobody.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::erased::{Erased, Parts, Record};
use crate::browser;
use crate::domain::Day;
use crate::domain::id::StudentId;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{KeptIn, Session, Toast, use_session};
use crate::ui::focus::focus_heading;
use crate::words::{full_day, list, sort_by_name, words};

/// The screen.
#[component]
pub fn Erase(
    /// Who is erased.
    id: StudentId,
) -> impl IntoView {
    let session = use_session();
    let record = RwSignal::new(None::<Record>);
    let name = session.peek(|nb| {
        // Also of who stands in no list because adding them was taken back.
        let taken_back = nb.taken_back_students().into_iter().find(|student| student.id == id);
        taken_back.map_or_else(|| said::name_of(nb, id), |student| student.name.clone())
    });
    let e = words().erase();
    view! {
        <main id="main" class="narrow stack">
            {move || match (record.get(), name.clone()) {
                (Some(record), _) => view! { <Erased record /> }.into_any(),
                (None, name) if name.is_empty() => {
                    view! {
                        <h1>{e.nobody}</h1>
                        <p>{e.nobody_text}</p>
                        <a class="btn go" href=Route::Teacher(TeacherScreen::Class).href()>{e.to_class}</a>
                    }
                        .into_any()
                }
                (None, name) => view! { <Before id name record /> }.into_any(),
            }}
        </main>
    }
}

/// What goes, what cannot be undone, what stays, and the form.
#[component]
fn Before(id: StudentId, name: String, record: RwSignal<Option<Record>>) -> impl IntoView {
    let session = use_session();
    let kept = RwSignal::new(None::<Vec<KeptIn>>);
    let problem = RwSignal::new(None::<String>);
    spawn_local(async move {
        match session.kept_of(id).await {
            Ok(mut found) => {
                sort_by_name(&mut found, |kept| &kept.class);
                // The screen may be gone by then.
                drop(kept.try_set(Some(found)));
            }
            Err(fault) => drop(problem.try_set(Some(said::fault(&fault)))),
        }
    });
    let e = words().erase();
    view! {
        // Without the name: the heading is the page's title as well, which printers put on the record.
        <h1>{e.title}</h1>
        <p>{e.lead(&name)}</p>
        <Goes kept name=name.clone() />
        <section class="card stack">
            <h2>{e.undone}</h2>
            <p>{e.undone_text(&name)}</p>
        </section>
        <Stays name=name.clone() />
        <section class="card stack">
            <h2>{e.instead}</h2>
            <p>{e.instead_text(&name)}</p>
            <a class="btn" href=Route::Teacher(TeacherScreen::Class).href()>{e.instead_link}</a>
        </section>
        <Decide id name kept problem record />
    }
}

/// What is kept of the student, counted.
#[component]
fn Goes(kept: RwSignal<Option<Vec<KeptIn>>>, name: String) -> impl IntoView {
    let e = words().erase();
    let found = move |kept: Vec<KeptIn>| {
        if kept.is_empty() {
            return view! { <p>{e.goes_none(&name)}</p> }.into_any();
        }
        let classes = list(kept.iter().map(|kept| kept.class.clone()));
        view! {
            <p>{e.goes_from(&classes, &name)}</p>
            <Parts kept />
        }
        .into_any()
    };
    view! {
        <section class="card stack">
            <h2>{e.goes}</h2>
            {move || match kept.get() {
                Some(kept) => found(kept),
                None => view! { <p role="status">{e.counting}</p> }.into_any(),
            }}
        </section>
    }
}

/// What holds the student's data elsewhere.
#[component]
fn Stays(name: String) -> impl IntoView {
    let session = use_session();
    let e = words().erase();
    let class = session.class.get_untracked();
    let last = session.preferences.with_untracked(|p| {
        let (_, day) = p.backups.iter().find(|(of, _)| Some(*of) == class)?;
        day.parse::<Day>().ok()
    });
    let backup =
        last.map_or_else(|| e.stays_backup_none.to_owned(), |day| e.stays_backup(&full_day(day), &name));
    view! {
        <section class="card stack">
            <h2>{e.stays}</h2>
            <ul class="plain-list">
                <li>{backup}</li>
                <li>{e.stays_removed(&name)}</li>
                <li>{e.stays_links}</li>
                <li>{e.stays_devices}</li>
                <li>{e.stays_names(&name)}</li>
            </ul>
        </section>
    }
}

/// The name is typed, and who asked for it.
#[component]
fn Decide(
    id: StudentId,
    name: String,
    kept: RwSignal<Option<Vec<KeptIn>>>,
    problem: RwSignal<Option<String>>,
    record: RwSignal<Option<Record>>,
) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let asked_by = RwSignal::new(String::new());
    let under_way = RwSignal::new(false);
    let e = words().erase();
    let type_it = e.type_name(&name);
    // However the letters are put together, and in capitals or not.
    let wanted = browser::plain_text(&name);
    let is_typed = move || browser::plain_text(&typed.get()) == wanted;
    // Nothing is erased before it stands there what.
    let ready = Memo::new(move |_| is_typed() && kept.with(Option::is_some));
    let erase = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !ready.get_untracked() || under_way.get_untracked() {
            return;
        }
        under_way.set(true);
        let made = record_of(session, kept.get_untracked().unwrap_or_default(), &asked_by.get_untracked());
        spawn_local(async move {
            if session.erase(id).await.is_ok() {
                session.toast.set(Some(Toast { text: e.erased.to_owned(), undo: None }));
                record.set(Some(made));
                request_animation_frame(focus_heading);
            } else {
                under_way.set(false);
                problem.set(Some(e.failed.to_owned()));
            }
        });
    };
    view! {
        <section class="card">
            <form class="stack" on:submit=erase>
                <h2>{e.decide}</h2>
                <label class="field">
                    <span>{e.asked}</span>
                    <input
                        type="text"
                        maxlength="60"
                        dir="auto"
                        autocomplete="off"
                        aria-describedby="erase-asked"
                        bind:value=asked_by
                    />
                </label>
                <p id="erase-asked" class="muted sm">{e.asked_hint}</p>
                <label class="field">
                    <span>{type_it}</span>
                    <input type="text" dir="auto" autocomplete="off" spellcheck="false" bind:value=typed />
                </label>
                <p class="problem" role="alert">{move || problem.get()}</p>
                <button class="btn danger" type="submit" disabled=move || !ready.get()>{e.now}</button>
            </form>
        </section>
    }
}

/// The record of an erasing that is about to be done.
fn record_of(session: Session, kept: Vec<KeptIn>, asked_by: &str) -> Record {
    let done_by = session.peek(|nb| nb.class().map(|class| class.teacher.clone())).unwrap_or_default();
    Record { day: session.today.get_untracked(), kept, asked_by: asked_by.trim().to_owned(), done_by }
}
