//! The work with a rubric that a student and the teacher have both looked at, finished work too.

use leptos::prelude::*;

use crate::domain::Day;
use crate::domain::id::{StudentId, TaskId};
use crate::route::{Route, StudentScreen};
use crate::session::use_session;
use crate::words::{short_day, words};

/// Each piece of work with the way to both views, the latest first; nothing while there is none.
#[component]
pub fn BothViewed(id: StudentId) -> impl IntoView {
    let session = use_session();
    let seen = Memo::new(move |_| {
        session.ask(|nb| {
            let seen = nb.seen_work(id).into_iter().map(|task| (task.id, task.title.clone(), task.day));
            seen.collect::<Vec<(TaskId, String, Day)>>()
        })
    });
    let line = move |(task, title, day): (TaskId, String, Day)| {
        view! {
            <li class="row between">
                <a class="btn small" href=Route::Student(id, StudentScreen::Rubric(task)).href() dir="auto">
                    {title}
                </a>
                <span class="muted sm">{short_day(day)}</span>
            </li>
        }
    };
    let j = words().journey();
    view! {
        <Show when=move || !seen.with(Vec::is_empty)>
            <section class="card stack" aria-labelledby="both-head">
                <h2 id="both-head">{j.both}</h2>
                <p class="muted sm">{j.both_text}</p>
                <ul class="stack">{move || seen.get().into_iter().map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}
