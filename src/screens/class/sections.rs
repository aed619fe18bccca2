//! A teacher says to which part of the class each student belongs, such as a lesson of the day.

use leptos::prelude::*;

use crate::domain::entry::{Body, Change};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::roster::{LONGEST_SECTION, Student};
use crate::session::{Session, use_session};
use crate::words::words;

/// The name of the list of sections there are, which the fields offer.
const KNOWN: &str = "known-sections";

/// A field for each student.
#[component]
pub fn Sections(
    /// Everybody who is or was in the class.
    all: Memo<Vec<Student>>,
) -> impl IntoView {
    let session = use_session();
    let names = move || {
        all.with(|all| all.iter().filter(|s| !s.left).map(|s| (s.id, s.name.clone())).collect::<Vec<_>>())
    };
    let known = Memo::new(move |_| {
        session.ask_slots(&[Slot::Roster], |nb| {
            nb.sections().into_iter().map(ToOwned::to_owned).collect::<Vec<_>>()
        })
    });
    let s = words().section();
    let row = move |(id, name): (StudentId, String)| {
        let now = move || {
            all.with(|all| all.iter().find(|s| s.id == id).map(|s| s.section.clone())).unwrap_or_default()
        };
        let label = s.of_student(&name);
        view! {
            <li>
                <span dir="auto">{name}</span>
                <input
                    class="plain"
                    type="text"
                    dir="auto"
                    autocomplete="off"
                    list=KNOWN
                    maxlength=LONGEST_SECTION.to_string()
                    aria-label=label
                    prop:value=now
                    on:change=move |event| put(session, id, &event_target_value(&event))
                />
            </li>
        }
    };
    view! {
        <details>
            <summary>{s.title}</summary>
            <div class="stack">
                <p class="muted sm">{s.text}</p>
                <datalist id=KNOWN>
                    <For each=move || known.get() key=Clone::clone let:section>
                        <option value=section></option>
                    </For>
                </datalist>
                <ul class="sections">
                    <For each=names key=Clone::clone children=row />
                </ul>
            </div>
        </details>
    }
}

/// Puts a student into a section, or into none, and says so with an undo.
fn put(session: Session, id: StudentId, typed: &str) {
    let s = words().section();
    let section = Student::section_of(typed);
    let change = session.peek(|nb| {
        let student = nb.student(id).filter(|student| student.section != section)?.clone();
        let said = match section.as_str() {
            "" => s.none_said(&student.name),
            _ => s.said(&student.name, &section),
        };
        let now = nb.heads_of(Slot::Roster, |body| matches!(body, Body::Student(s) if s.id == id));
        Some((Change::by_teacher(id, Student { section, ..student }).replacing(now), said))
    });
    if let Some((change, said)) = change {
        session.act(vec![change], said);
    }
}
