//! A piece of work across the class: who has scored themselves, and every mark. A teacher scores one
//! criterion after the other by keyboard, or opens one student's work.

use leptos::prelude::*;

use super::amend::AmendButton;
use super::change::version_number;
use super::criterion::CriterionCard;
use super::grid::{Grid, Sheet};
use super::missing::Missing;
use crate::domain::id::{StudentId, TaskId};
use crate::domain::notebook::Slot;
use crate::domain::rubric::{RubricTask, Views};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{InTurn, use_session};
use crate::ui::level::Glyph;
use crate::words::{list, short_day, words};

/// The screen.
#[component]
pub fn TaskScreen(id: TaskId) -> impl IntoView {
    let session = use_session();
    let sheet = Memo::new(move |_| {
        session.ask_slots(&[Slot::Tasks, Slot::Rubrics], |nb| {
            let task = nb.task(id)?.clone();
            let rubric = nb.rubric_version(task.version)?.clone();
            let number = version_number(nb, &rubric);
            Some((Sheet { task: task.id, rubric }, number))
        })
    });
    view! {
        <main id="main" class="rubric-task class-map stack">
            {move || match sheet.get() {
                Some((sheet_of, number)) => view! { <Scores id sheet=sheet_of number /> }.into_any(),
                None => view! { <Missing said=words().rubric().no_work /> }.into_any(),
            }}
        </main>
    }
}

#[component]
fn Scores(id: TaskId, sheet: Sheet, number: usize) -> impl IntoView {
    let session = use_session();
    let r = words().rubric();
    let rubric = sheet.rubric.clone();
    let students = Memo::new(move |_| session.ask_slots(&[Slot::Roster], said::students_by_name));
    let marks = Memo::new(move |_| session.ask_slots(&[Slot::Marks(id)], |nb| nb.marks_of_all(id)));
    let missing = Memo::new(move |_| {
        marks.with(|marks| {
            let open = |student: &StudentId| marks.get(student).is_none_or(|views| views.own.is_none());
            let names = students.get().into_iter().filter(|(student, _)| open(student));
            names.map(|(_, name)| name).collect::<Vec<_>>()
        })
    });
    // One criterion across the class, or all of them.
    let only = RwSignal::new(None::<usize>);
    let criteria = rubric.criteria.len();
    let shown = Memo::new(move |_| only.get().map_or_else(|| (0..criteria).collect(), |place| vec![place]));
    let option = move |(value, name): (Option<usize>, String)| {
        let at = value.map(|v| v.to_string()).unwrap_or_default();
        view! { <option value=at prop:selected=move || only.get() == value>{name}</option> }
    };
    let names = rubric.criteria.iter().enumerate().map(|(i, c)| (Some(i), c.name.clone()));
    let options = std::iter::once((None, r.all_criteria.to_owned())).chain(names).map(option).collect_view();
    let task = Memo::new(move |_| session.ask_slots(&[Slot::Tasks], |nb| nb.task(id).cloned()));
    let version = format!("{} · {}", rubric.title, r.version(&number));
    let about = move || task.get().map(|task| format!("{version} · {}", short_day(task.day)));
    let of = rubric.top().0;
    let kept = StoredValue::new(rubric);
    let whole = move || {
        let students = students.get();
        let scored = |views: &Views| {
            let score = views.teacher.as_ref();
            score.is_some_and(|score| kept.with_value(|rubric| rubric.scored(score)))
        };
        let have = marks.with(|marks| {
            students.iter().filter(|(student, _)| marks.get(student).is_some_and(scored)).count()
        });
        r.whole_in(&have, &students.len())
    };
    view! {
        <div class="page-head">
            <div>
                <h1 dir="auto">{move || task.get().map(|task| task.title)}</h1>
                <p class="muted" dir="auto">{about}</p>
            </div>
            <div class="row noprint">
                <AmendButton id lesson=false />
                <CloseButton id />
                <a class="btn small" href=Route::Teacher(TeacherScreen::Rubrics).href()>{r.to_list}</a>
            </div>
        </div>
        <details class="missing-own">
            <summary>
                {move || {
                    let all = students.with(Vec::len);
                    r.own_in(&(all - missing.with(Vec::len).min(all)), &all)
                }}
            </summary>
            <p>{move || missing.with(|names| (!names.is_empty()).then(|| r.own_missing(&list(names))))}</p>
        </details>
        <p class="muted">{whole}</p>
        <div class="row map-tools">
            <label class="row">
                <span>{r.show}</span>
                <select
                    class="plain"
                    on:change=move |event| only.set(event_target_value(&event).parse().ok())
                >
                    {options}
                </select>
            </label>
            <ul class="map-legend sm">
                <li class="level-tag"><Glyph level=of of /> {r.legend_teacher}</li>
                <li class="level-tag"><span class="map-own" data-level=of.to_string()></span> {r.legend_own}</li>
            </ul>
        </div>
        <p id="grid-hint" class="muted sm map-hint">{r.keys_hint(&of)}</p>
        {move || {
            only.get().map(|place| view! { <CriterionCard rubric=kept place to_students=false picking=None /> })
        }}
        <Grid sheet marks students shown only />
    }
}

/// Ends the work, or opens it again.
#[component]
fn CloseButton(id: TaskId) -> impl IntoView {
    let session = use_session();
    let turn = InTurn::new(session);
    let closed = Memo::new(move |_| {
        session.ask_slots(&[Slot::Tasks], |nb| nb.task(id).is_some_and(|task| task.closed))
    });
    let r = words().rubric();
    let change = move |_| {
        let to = !closed.get_untracked();
        turn.write(move |nb| {
            let task = nb.task(id)?.clone();
            let said = if to { r.closed_said(&task.title) } else { r.opened_said(&task.title) };
            Some((vec![nb.amend_task(RubricTask { closed: to, ..task })], said))
        });
    };
    view! {
        <Show when=move || closed.get()>
            <span class="pill">{r.closed}</span>
        </Show>
        <button class="btn small" on:click=change>{move || if closed.get() { r.open_again } else { r.close }}</button>
    }
}
