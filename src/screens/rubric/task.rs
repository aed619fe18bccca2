//! A piece of work across the class: who has scored themselves, and every mark. A teacher scores one
//! criterion after the other by keyboard, or opens one student's work.

use leptos::prelude::*;

use super::change::{InTurn, version_number};
use super::criterion::CriterionCard;
use super::grid::{Grid, Sheet};
use crate::domain::id::TaskId;
use crate::domain::notebook::Slot;
use crate::domain::rubric::RubricTask;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
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
            Some((Sheet { task, rubric }, number))
        })
    });
    // Closing changes a line of the head, not the table with the focus in it.
    let fixed = Memo::new(move |_| sheet.with(|s| s.as_ref().map(|(s, n)| (s.open(), *n))));
    let r = words().rubric();
    view! {
        <main id="main" class="rubric-task class-map stack">
            {move || match fixed.get() {
                Some((sheet_of, number)) => view! { <Scores id sheet=sheet_of number /> }.into_any(),
                None => {
                    view! {
                        <h1>{r.no_work}</h1>
                        <a class="btn" href=Route::Teacher(TeacherScreen::Rubrics).href()>{r.to_list}</a>
                    }
                        .into_any()
                }
            }}
        </main>
    }
}

#[component]
fn Scores(id: TaskId, sheet: Sheet, number: usize) -> impl IntoView {
    let session = use_session();
    let r = words().rubric();
    let Sheet { task, rubric } = sheet.clone();
    let students = Memo::new(move |_| session.ask_slots(&[Slot::Roster], said::students_by_name));
    let missing = Memo::new(move |_| {
        let names = students.get();
        session.ask_slots(&[Slot::Marks(id)], |nb| {
            let open = names.into_iter().filter(|(student, _)| nb.marks(id, *student).own.is_none());
            open.map(|(_, name)| name).collect::<Vec<_>>()
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
    let about = format!("{} · {} · {}", rubric.title, r.version(&number), short_day(task.day));
    let of = rubric.top().0;
    let kept = StoredValue::new(rubric);
    view! {
        <div class="page-head">
            <div>
                <h1 dir="auto">{task.title}</h1>
                <p class="muted" dir="auto">{about}</p>
            </div>
            <div class="row">
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
        <Grid sheet students shown only />
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
