//! A teacher brings a student from another class along: who comes back after a change of year, or changes
//! from one lesson to another.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::id::{ClassId, StudentId};
use crate::domain::notebook::Slot;
use crate::session::{Saver, Saving, Session, use_session};
use crate::ui::focus::focus_if_lost_on;
use crate::words::{sort_by_name, words};

/// What has the focus when a name is gone from the list.
const WHICH: &str = "other-class";

/// A student who could come, with all that comes along.
#[derive(Debug, Clone, PartialEq)]
struct Coming {
    id: StudentId,
    name: String,
    left: bool,
    changes: Vec<Change>,
}

/// Who could come from a class, by name, and those who left it last.
fn coming(here: &Notebook, other: &Notebook, today: crate::domain::Day) -> Vec<Coming> {
    let could = here.could_come_from(other).into_iter();
    let mut all: Vec<Coming> = could
        .map(|student| Coming {
            id: student.id,
            name: student.name.clone(),
            left: student.left,
            changes: other.comes_along(student.id, Some(today)),
        })
        .collect();
    sort_by_name(&mut all, |student| &student.name);
    all.sort_by_key(|student| student.left);
    all
}

/// The other classes, and who could come from the one that is chosen.
#[component]
pub fn FromAnotherClass() -> impl IntoView {
    let session = use_session();
    let others = Memo::new(move |_| {
        let here = session.class.get();
        let rows = session.classes.get().into_iter();
        rows.filter(|row| Some(row.id) != here).collect::<Vec<_>>()
    });
    let chosen = RwSignal::new(None::<ClassId>);
    let other = RwSignal::new(None::<Notebook>);
    let choose = move |event| {
        let id = event_target_value(&event).parse::<ClassId>().ok();
        chosen.set(id);
        other.set(None);
        if let Some(id) = id {
            spawn_local(async move {
                match session.notebook_of(id).await {
                    // Another one may have been chosen meanwhile, or the screen left.
                    Ok(notebook) if chosen.try_get_untracked() == Some(Some(id)) => {
                        other.try_set(Some(notebook));
                    }
                    Ok(_) => {}
                    Err(fault) => session.saving.set(Saving::Failed(fault)),
                }
            });
        }
    };
    let c = words().classes();
    let options = move || {
        let option = |row: crate::session::ClassRow| {
            let id = row.id.to_string();
            view! { <option value=id prop:selected=move || chosen.get() == Some(row.id)>{row.title}</option> }
        };
        others.get().into_iter().map(option).collect_view()
    };
    view! {
        <Show when=move || !others.with(Vec::is_empty)>
            <details>
                <summary>{c.other}</summary>
                <div class="stack">
                    <p class="muted">{c.other_text}</p>
                    <label class="field">
                        <span>{c.other_which}</span>
                        <select id=WHICH on:change=choose>
                            <option value="" prop:selected=move || chosen.get().is_none()>{c.other_choose}</option>
                            {options}
                        </select>
                    </label>
                    <Show when=move || other.with(Option::is_some)>
                        <Names other />
                    </Show>
                </div>
            </details>
        </Show>
    }
}

/// The names of those who could come.
#[component]
fn Names(other: RwSignal<Option<Notebook>>) -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        let today = session.today.get();
        other.with(|other| {
            let other = other.as_ref();
            session.ask_slots(&[Slot::Roster], |nb| other.map(|o| coming(nb, o, today)).unwrap_or_default())
        })
    });
    let c = words().classes();
    let problem = RwSignal::new(None::<String>);
    let button = move |student: Coming| {
        let saver = Saver::new(session);
        let text = if student.left { c.other_left(&student.name) } else { student.name.clone() };
        view! {
            <li>
                <button class="btn small" dir="auto" on:click=move |_| problem.set(come(session, saver, &student))>
                    {text}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty) fallback=move || view! { <p role="status">{c.other_none}</p> }>
            <ul class="names">
                <For
                    each=move || all.get()
                    key=|student| (student.name.clone(), student.id)
                    children=button
                />
            </ul>
        </Show>
        <p class="problem" role="alert">{move || problem.get()}</p>
    }
}

/// Brings a student into the open class, or says why not: nobody could tell two of the same name apart.
fn come(session: Session, saver: Saver, student: &Coming) -> Option<String> {
    let c = words().classes();
    if session.peek(|nb| nb.is_name_taken(&student.name, student.id)) {
        return Some(c.other_taken(&student.name));
    }
    let said = c.other_came(&student.name);
    saver.save(student.changes.clone(), said, || focus_if_lost_on(WHICH.to_owned()));
    None
}
