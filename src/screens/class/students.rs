//! A teacher keeps the roster: adds students by pasting names, renames one, says that one left or is
//! back.

use leptos::prelude::*;

use super::erase::Erase;
use super::make::NamesRead;
use crate::browser;
use crate::domain::entry::{Body, Change};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::roster::{Student, parse_names};
use crate::session::{Session, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::words::{sort_by_name, words};

/// Everybody, those who left apart, and the way to add more.
#[component]
pub fn Students() -> impl IntoView {
    let session = use_session();
    let chosen = RwSignal::new(None::<StudentId>);
    let open = RwSignal::new(false);
    let all = Memo::new(move |_| {
        let mut all: Vec<Student> = session.ask(|nb| nb.all_students().into_iter().cloned().collect());
        sort_by_name(&mut all, |student| &student.name);
        all
    });
    let part = move |left: bool| {
        let ids = all.with(|all| all.iter().filter(|s| s.left == left).map(|s| s.id).collect::<Vec<_>>());
        ids.len()
    };
    let name = move || {
        let id = chosen.get();
        all.with(|all| all.iter().find(|s| Some(s.id) == id).map(|s| s.name.clone())).unwrap_or_default()
    };
    let s = &words().settings;
    view! {
        <section class="card stack">
            <h2>{s.students}</h2>
            <Show when=move || { part(false) > 0 } fallback=move || view! { <Empty text=s.no_students /> }>
                <p class="muted sm">{s.students_hint}</p>
                <NameButtons all left=false chosen open />
            </Show>
            <Show when=move || { part(true) > 0 }>
                <details>
                    <summary>{move || s.left(part(true))}</summary>
                    <NameButtons all left=true chosen open />
                </details>
            </Show>
            <AddStudents all />
            <Dialog open title=Signal::derive(name)>
                {move || chosen.get().map(|id| view! { <OneStudent id all open /> })}
            </Dialog>
        </section>
    }
}

/// Names to tap.
#[component]
fn NameButtons(
    all: Memo<Vec<Student>>,
    left: bool,
    chosen: RwSignal<Option<StudentId>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let these = move || all.get().into_iter().filter(|s| s.left == left).collect::<Vec<_>>();
    let button = move |student: Student| {
        let show = move |_| {
            chosen.set(Some(student.id));
            open.set(true);
        };
        view! {
            <li>
                <button class="btn small" aria-haspopup="dialog" dir="auto" on:click=show>{student.name}</button>
            </li>
        }
    };
    view! {
        <ul class="names">
            <For each=these key=|student| (student.id, student.name.clone()) children=button />
        </ul>
    }
}

/// The change that says something new about a student.
fn amend(session: Session, student: Student) -> Change {
    let id = student.id;
    let now = session.peek(|nb| nb.heads_of(Slot::Roster, |b| matches!(b, Body::Student(s) if s.id == id)));
    Change::by_teacher(id, student).replacing(now)
}

/// What can be done about one student.
#[component]
fn OneStudent(id: StudentId, all: Memo<Vec<Student>>, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let erasing = RwSignal::new(false);
    let student = all.with_untracked(|all| all.iter().find(|s| s.id == id).cloned());
    let s = &words().settings;
    student.map(|student| {
        let (name, left) = (student.name.clone(), student.left);
        let turn = {
            let student = student.clone();
            move |_| {
                let name = student.name.clone();
                open.set(false);
                let change = amend(session, Student { left: !left, ..student.clone() });
                session.act(vec![change], if left { s.back_said(&name) } else { s.left_said(&name) });
            }
        };
        let text = if left { s.come_back_text(&name) } else { s.leave_text(&name) };
        let part = StoredValue::new((student, text));
        view! {
            <Show
                when=move || erasing.get()
                fallback=move || {
                    let (student, text) = part.get_value();
                    view! {
                        <Rename student all open />
                        <div class="stack parting">
                            <p class="muted">{text}</p>
                            <div class="row between">
                                <button class="btn" on:click=turn.clone()>
                                    {if left { s.come_back } else { s.leave }}
                                </button>
                                <button class="btn danger" on:click=move |_| erasing.set(true)>{s.erase}</button>
                            </div>
                        </div>
                    }
                }
            >
                <Erase id name=name.clone() open />
            </Show>
        }
    })
}

/// Another name for a student.
#[component]
fn Rename(student: Student, all: Memo<Vec<Student>>, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(student.name.clone());
    let problem = RwSignal::new(None::<String>);
    let s = &words().settings;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = parse_names(&typed.get_untracked(), []);
        let Some(name) = read.names.into_iter().next() else {
            problem.set(Some(s.need_name.to_owned()));
            return;
        };
        let taken = |other: &Student| other.id != student.id && other.name.to_lowercase() == name.to_lowercase();
        if all.with_untracked(|all| all.iter().any(taken)) {
            problem.set(Some(s.name_taken(&name)));
            return;
        }
        open.set(false);
        if name != student.name {
            let said = s.renamed(&name, &student.name);
            session.act(vec![amend(session, Student { name, ..student.clone() })], said);
        }
    };
    view! {
        <form class="stack" on:submit=save>
            <label class="field">
                <span>{s.name}</span>
                <input type="text" maxlength="60" dir="auto" autocomplete="off" bind:value=typed />
            </label>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().app.save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app.cancel}</button>
            </div>
        </form>
    }
}

/// More students, from a pasted list.
#[component]
fn AddStudents(all: Memo<Vec<Student>>) -> impl IntoView {
    let session = use_session();
    let pasted = RwSignal::new(String::new());
    let names = Memo::new(move |_| {
        all.with(|all| parse_names(&pasted.get(), all.iter().map(|s| s.name.as_str())))
    });
    let count = move || names.with(|names| names.names.len());
    let (s, m) = (&words().settings, &words().make);
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let names = names.get_untracked().names;
        if names.is_empty() {
            return;
        }
        let said = s.added(names.len());
        let changes = names.into_iter().map(|name| {
            let id = StudentId::from_bits(browser::random_bits());
            Change::by_teacher(id, Student { id, name, left: false })
        });
        session.act(changes.collect(), said);
        pasted.set(String::new());
    };
    view! {
        <details>
            <summary>{s.add}</summary>
            <form class="stack" on:submit=add>
                <label class="field">
                    <span>{m.names_label}</span>
                    <textarea rows="5" dir="auto" bind:value=pasted aria-describedby="add-hint"></textarea>
                </label>
                <p id="add-hint" class="muted sm">{m.names_hint}</p>
                <Show when=move || !pasted.with(String::is_empty)>
                    <NamesRead names />
                </Show>
                <button class="btn go" type="submit" disabled=move || count() == 0>
                    {move || s.add_count(count())}
                </button>
            </form>
        </details>
    }
}
