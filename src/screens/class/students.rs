//! A teacher keeps the roster: renames a student, says that one left or is back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::add::AddStudents;
use super::sections::Sections;
use crate::domain::entry::{Body, Change};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::roster::{Student, parse_names};
use crate::route::{Route, TeacherScreen};
use crate::session::{Session, Toast, use_session};
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
    let s = words().settings();
    view! {
        <section class="card stack">
            <h2 id="students" tabindex="-1">{s.students}</h2>
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
            <Show when=move || { part(false) > 0 }>
                <Sections all />
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
                <button
                    id=format!("student-{}", student.id)
                    class="btn small"
                    aria-haspopup="dialog"
                    dir="auto"
                    on:click=show
                >
                    {student.name}
                </button>
            </li>
        }
    };
    view! {
        <ul class="names">
            <For each=these key=|student| (student.id, student.name.clone()) children=button />
        </ul>
    }
}

/// Writes something new about a student, says so, and goes back to the name, wherever it stands now.
fn amend(session: Session, student: Student, said: String) {
    let id = student.id;
    let now = session.peek(|nb| nb.heads_of(Slot::Roster, |b| matches!(b, Body::Student(s) if s.id == id)));
    let change = Change::by_teacher(id, student).replacing(now);
    spawn_local(async move {
        if let Ok(batch) = session.write(vec![change]).await {
            session.toast.set(Some(Toast { text: said, undo: Some(batch) }));
            focus_name(Some(id));
        }
    });
}

/// Moves the focus to a student's name, or to the heading when the name is not there any more.
pub fn focus_name(id: Option<StudentId>) {
    request_animation_frame(move || {
        let places = id.map(|id| format!("student-{id}")).into_iter().chain(["students".to_owned()]);
        for place in places {
            let Some(element) = document().get_element_by_id(&place) else { continue };
            let Ok(element) = element.dyn_into::<web_sys::HtmlElement>() else { continue };
            // It fails only for an element that is gone.
            let _ = element.focus();
            if document().active_element().as_ref() == Some(element.as_ref()) {
                return;
            }
        }
    });
}

/// What can be done about one student.
#[component]
fn OneStudent(id: StudentId, all: Memo<Vec<Student>>, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let student = all.with_untracked(|all| all.iter().find(|s| s.id == id).cloned());
    let s = words().settings();
    student.map(|student| {
        let (name, left) = (student.name.clone(), student.left);
        let turn = {
            let student = student.clone();
            move |_| {
                let name = student.name.clone();
                open.set(false);
                let said = if left { s.back_said(&name) } else { s.left_said(&name) };
                amend(session, Student { left: !left, ..student.clone() }, said);
            }
        };
        let text = if left { s.come_back_text(&name) } else { s.leave_text(&name) };
        view! {
            <Rename student open />
            <div class="stack parting">
                // No list leads to the page of one who left.
                <p>
                    <a href=Route::Teacher(TeacherScreen::Student(id)).href()>{s.open_page(&name)}</a>
                </p>
                <p class="muted">{text}</p>
                <div class="row between">
                    <button class="btn" on:click=turn>{if left { s.come_back } else { s.leave }}</button>
                    <a class="btn danger" href=Route::Teacher(TeacherScreen::Erase(id)).href()>{s.erase}</a>
                </div>
            </div>
        }
    })
}

/// Another name for a student.
#[component]
fn Rename(student: Student, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(student.name.clone());
    let problem = RwSignal::new(None::<String>);
    let s = words().settings();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = parse_names(&typed.get_untracked(), []);
        let Some(name) = read.names.into_iter().next() else {
            problem.set(Some(s.need_name.to_owned()));
            return;
        };
        if session.peek(|nb| nb.is_name_taken(&name, student.id)) {
            problem.set(Some(s.name_taken(&name)));
            return;
        }
        open.set(false);
        if name != student.name {
            let said = s.renamed(&name, &student.name);
            amend(session, Student { name, ..student.clone() }, said);
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
                <button class="btn go" type="submit">{words().app().save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}
