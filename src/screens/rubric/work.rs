//! The work that is scored with a rubric, and the lessons that were observed, as lists.

use leptos::prelude::*;

use crate::domain::Notebook;
use crate::domain::id::TaskId;
use crate::domain::notebook::Slot;
use crate::domain::rubric::{LessonObservation, RubricTask, Views};
use crate::route::{Route, TeacherScreen};
use crate::session::use_session;
use crate::words::{short_day, words};

/// A piece of work in the list.
#[derive(Clone, PartialEq)]
struct WorkRow {
    id: TaskId,
    title: String,
    closed: bool,
    said: String,
}

fn rows(nb: &Notebook) -> Vec<WorkRow> {
    let r = words().rubric();
    let students = nb.students();
    let row = |task: &RubricTask| {
        let marks = nb.marks_of_all(task.id);
        let rubric = nb.rubric_version(task.version);
        let views = || students.iter().filter_map(|student| marks.get(&student.id));
        let own = views().filter(|v| v.own.is_some()).count();
        let whole = |v: &&Views| rubric.zip(v.teacher.as_ref()).is_some_and(|(r, score)| r.scored(score));
        let scored = views().filter(whole).count();
        let said = [short_day(task.day), r.own_in(&own, &students.len()), r.scored_by_you(scored)];
        WorkRow { id: task.id, title: task.title.clone(), closed: task.closed, said: said.join(" · ") }
    };
    nb.tasks().into_iter().map(row).collect()
}

/// The work scored with rubrics, the latest first; nothing while there is none.
#[component]
pub fn Work() -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| session.ask(rows));
    let r = words().rubric();
    let list = move |closed: bool| {
        let rows = all.get().into_iter().filter(|row| row.closed == closed);
        let row = |row: WorkRow| {
            view! {
                <li>
                    <a href=Route::Teacher(TeacherScreen::Task(row.id)).href() dir="auto">
                        <strong>{row.title}</strong>
                    </a>
                    <span class="muted sm block">{row.said}</span>
                </li>
            }
        };
        rows.map(row).collect_view()
    };
    let closed = Memo::new(move |_| all.with(|all| all.iter().filter(|row| row.closed).count()));
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <section class="card stack" aria-labelledby="work-title">
                <h2 id="work-title">{r.work}</h2>
                <ul class="work-list">{move || list(false)}</ul>
                <Show when=move || closed.get() != 0>
                    <details>
                        <summary>{move || r.closed_work(closed.get())}</summary>
                        <ul class="work-list">{move || list(true)}</ul>
                    </details>
                </Show>
            </section>
        </Show>
    }
}

/// The lessons that were observed, the latest first.
#[component]
pub fn Lessons() -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        session.ask_slots(&[Slot::Tasks], |nb| {
            let l = words().lesson();
            let lessons = nb.lessons().into_iter();
            let row = |lesson: &LessonObservation| {
                let said = format!("{} · {}", short_day(lesson.day), l.seen(lesson.seen.len()));
                (lesson.id, lesson.title.clone(), said)
            };
            lessons.map(row).collect::<Vec<_>>()
        })
    });
    let row = |(id, title, said): (TaskId, String, String)| {
        view! {
            <li>
                <a href=Route::Teacher(TeacherScreen::Lesson(id)).href() dir="auto">
                    <strong>{title}</strong>
                </a>
                <span class="muted sm block">{said}</span>
            </li>
        }
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <section class="card stack" aria-labelledby="lessons-title">
                <h2 id="lessons-title">{words().lesson().all}</h2>
                <ul class="work-list">{move || all.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
