//! Talks that are planned for today or were not held yet, on the teacher's Today.

use leptos::prelude::*;

use crate::domain::Day;
use crate::domain::conference::Conferring;
use crate::domain::id::{ConferringId, StudentId};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::screens::talk::hold;
use crate::session::{Saver, use_session};
use crate::ui::focus::{focus_heading, focus_on};
use crate::words::{short_day, words};

/// A talk and with whom it is.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    student: StudentId,
    name: String,
    talk: Conferring,
}

/// The id of the button that says a talk was held.
fn button_id(talk: ConferringId) -> String {
    format!("held-{talk}")
}

/// The talk after one in the list; at its end the one before.
fn after(all: &[Line], talk: ConferringId) -> Option<ConferringId> {
    let at = all.iter().position(|line| line.talk.id == talk)?;
    all.get(at + 1).or_else(|| all.get(at.checked_sub(1)?)).map(|line| line.talk.id)
}

/// What is planned; nothing at all when nothing is.
#[component]
pub(super) fn Talks() -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        let today = session.today.get();
        session.ask(|nb| {
            let line = |(student, talk): (StudentId, &Conferring)| Line {
                student,
                name: said::name_of(nb, student),
                talk: talk.clone(),
            };
            nb.planned_talks(today).into_iter().map(line).collect::<Vec<_>>()
        })
    });
    let l = words().log();
    let held = move |saver: Saver, student: StudentId, talk: Conferring| {
        // The line goes, and the focus must not go with it.
        match all.with_untracked(|all| after(all, talk.id)) {
            Some(next) => focus_on(&button_id(next)),
            None => focus_heading(),
        }
        hold(session, saver, student, talk);
    };
    let since = move |day: Day| {
        move || (day < session.today.get()).then(|| view! { " · " {l.planned_since(&short_day(day))} })
    };
    let line = move |Line { student, name, talk }: Line| {
        let page = Route::Teacher(TeacherScreen::Student(student)).href();
        let label = l.held_with(&name);
        let about = talk.about.clone();
        let saver = Saver::new(session);
        view! {
            <li class="row between">
                <span>
                    <a href=page dir="auto">{name}</a>
                    <span class="muted sm block"><span dir="auto">{about}</span> {since(talk.day)}</span>
                </span>
                <button
                    id=button_id(talk.id)
                    class="btn small"
                    aria-label=label
                    on:click=move |_| held(saver, student, talk.clone())
                >
                    {l.held}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <section class="card stack talks">
                <h2>{l.talks_today}</h2>
                <ul class="stack">
                    <For each=move || all.get() key=|line| format!("{line:?}") let(it)>
                        {line(it)}
                    </For>
                </ul>
            </section>
        </Show>
    }
}
