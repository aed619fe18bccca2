//! All rubrics, the work scored with them, and the lessons observed: a teacher begins here.

use leptos::prelude::*;

use super::change::{fresh_rubric, fresh_version, type_word, version_number};
use super::give::{Give, GiveDialog};
use super::shown::RubricTable;
use super::work::{Lessons, Work};
use crate::domain::Change;
use crate::domain::Notebook;
use crate::domain::id::{RubricId, RubricVersionId};
use crate::domain::notebook::Slot;
use crate::domain::rubric::{Rubric, RubricType};
use crate::route::{Route, TeacherScreen};
use crate::session::{InTurn, Saver, Session, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::words::{short_day, words};

/// A rubric in the list.
#[derive(Clone, PartialEq)]
struct Row {
    rubric: Rubric,
    /// Its versions, the latest first: the number, when it was written, and which.
    versions: Vec<(usize, String, RubricVersionId)>,
}

impl Row {
    fn of(nb: &Notebook, rubric: &Rubric) -> Row {
        let versions = nb.rubric_versions(rubric.id);
        let said = |r: &Rubric| (version_number(nb, r), r.day.map(short_day).unwrap_or_default(), r.version);
        Row { rubric: rubric.clone(), versions: versions.into_iter().rev().map(said).collect() }
    }
}

/// The screen.
#[component]
pub fn Rubrics() -> impl IntoView {
    let session = use_session();
    let slots = [Slot::Rubrics];
    let rows = Memo::new(move |_| {
        session.ask_slots(&slots, |nb| nb.rubrics().into_iter().map(|r| Row::of(nb, r)).collect::<Vec<_>>())
    });
    let none = Memo::new(move |_| rows.with(Vec::is_empty));
    let (giving, give_open) = (RwSignal::new(None::<Give>), RwSignal::new(false));
    let (reading, read_open) = (RwSignal::new(None::<RubricVersionId>), RwSignal::new(false));
    let give = Callback::new(move |what: Give| {
        giving.set(Some(what));
        give_open.set(true);
    });
    let read = Callback::new(move |version: RubricVersionId| {
        reading.set(Some(version));
        read_open.set(true);
    });
    let r = words().rubric();
    let new = move || Route::Teacher(TeacherScreen::EditRubric(fresh_rubric())).href();
    view! {
        <main id="main" class="rubrics stack">
            <div class="page-head">
                <h1 id="rubrics-title" tabindex="-1">{r.title}</h1>
                <a class="btn go" href=new()>{r.new}</a>
            </div>
            <Work />
            <section class="card stack" aria-labelledby="all-rubrics">
                <h2 id="all-rubrics">{r.all}</h2>
                <p class="muted">{r.shared_openly}</p>
                <Show
                    when=move || !none.get()
                    fallback=move || view! { <Empty text=r.none><a class="btn" href=new()>{r.new}</a></Empty> }
                >
                    <ul class="rubric-list">
                        <For each=move || rows.get() key=|row| row.rubric.id let:row>
                            <RubricRow id=row.rubric.id rows give read />
                        </For>
                    </ul>
                </Show>
                <PutAway />
            </section>
            <Lessons />
            <GiveDialog giving open=give_open />
            <ReadDialog reading open=read_open />
        </main>
    }
}

#[component]
fn RubricRow(
    id: RubricId,
    rows: Memo<Vec<Row>>,
    give: Callback<Give>,
    read: Callback<RubricVersionId>,
) -> impl IntoView {
    let session = use_session();
    let (turn, saver) = (InTurn::new(session), Saver::new(session));
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.rubric.id == id).cloned()));
    let r = words().rubric();
    let title = move || row.with(|row| row.as_ref().map(|row| row.rubric.title.clone()).unwrap_or_default());
    let named = move |act: &'static str| move || format!("{act}: {}", title());
    let what = move || {
        row.with(|row| {
            let rubric = &row.as_ref()?.rubric;
            let parts = [
                type_word(rubric.kind).to_owned(),
                r.criteria(rubric.criteria.len()),
                r.levels(rubric.levels.len()),
            ];
            Some(parts.join(" · "))
        })
    };
    let lesson =
        move || row.with(|row| row.as_ref().is_some_and(|row| row.rubric.kind == RubricType::Observation));
    let to = move |screen: TeacherScreen| Route::Teacher(screen).href();
    let give = move |_| {
        if let Some(row) = row.get_untracked() {
            give.run(Give::of(&row.rubric));
        }
    };
    view! {
        <li class="rubric-row">
            <div>
                <h3>
                    <a href=to(TeacherScreen::EditRubric(id)) dir="auto">{title}</a>
                </h3>
                <p class="muted sm">{what}</p>
                <Versions row read />
            </div>
            <div class="row">
                <button
                    class="btn small go"
                    aria-label=move || named(if lesson() { r.observe } else { r.give })()
                    on:click=give
                >
                    {move || if lesson() { r.observe } else { r.give }}
                </button>
                <a class="btn small" href=to(TeacherScreen::EditRubric(id)) aria-label=named(r.edit)>{r.edit}</a>
                <button class="btn small" aria-label=named(r.copy) on:click=move |_| copy(session, saver, id)>
                    {r.copy}
                </button>
                <a class="btn small" href=to(TeacherScreen::PrintRubric(id)) aria-label=named(words().app().print)>
                    {words().app().print}
                </a>
                <button class="btn small quiet" aria-label=named(r.put_away) on:click=move |_| put_away(turn, id)>
                    {r.put_away}
                </button>
            </div>
        </li>
    }
}

fn copy(session: Session, saver: Saver, id: RubricId) {
    let (rubric, version, today) = (fresh_rubric(), fresh_version(), session.today.get_untracked());
    let r = words().rubric();
    let copy = session.peek(|nb| {
        let from = nb.rubric(id)?;
        Some(from.copy(rubric, version, r.copy_of(&from.title), today))
    });
    if let Some(copy) = copy {
        let said = r.copied_said(&copy.title);
        saver.save(vec![Change::of_class(copy)], said, || ());
    }
}

fn put_away(turn: InTurn, id: RubricId) {
    turn.write(move |nb| {
        let rubric = nb.rubric(id)?.clone();
        let said = words().rubric().put_away_said(&rubric.title);
        Some((vec![Change::of_class(Rubric { archived: true, ..rubric })], said))
    });
    focus_on("rubrics-title");
}

/// Every version with the day it was written; each can be read.
#[component]
fn Versions(row: Memo<Option<Row>>, read: Callback<RubricVersionId>) -> impl IntoView {
    let r = words().rubric();
    let versions =
        Memo::new(move |_| row.with(|row| row.as_ref().map(|row| row.versions.clone()).unwrap_or_default()));
    let title = move || row.with(|row| row.as_ref().map(|row| row.rubric.title.clone()).unwrap_or_default());
    let line = move |(number, day, version): (usize, String, RubricVersionId)| {
        let text = if day.is_empty() { r.version(&number) } else { r.version_of(&day, &number) };
        let label = format!("{}: {}, {text}", r.read, title());
        view! {
            <li class="row">
                <span>{text}</span>
                <button class="btn small quiet" aria-label=label on:click=move |_| read.run(version)>
                    {r.read}
                </button>
            </li>
        }
    };
    view! {
        <details>
            <summary class="sm">{move || r.versions(versions.with(Vec::len))}</summary>
            <ul>{move || versions.get().into_iter().map(line).collect_view()}</ul>
        </details>
    }
}

/// A version to be read.
#[component]
fn ReadDialog(reading: RwSignal<Option<RubricVersionId>>, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let rubric = move || {
        let version = reading.get()?;
        session.peek(|nb| nb.rubric_version(version).cloned())
    };
    let title = Signal::derive(move || rubric().map(|r| r.title).unwrap_or_default());
    view! {
        <Dialog open title>
            {move || rubric().map(|rubric| view! { <RubricTable rubric to_students=false /> })}
            <button class="btn" on:click=move |_| open.set(false)>{words().app().close}</button>
        </Dialog>
    }
}

/// The rubrics that were put away.
#[component]
fn PutAway() -> impl IntoView {
    let session = use_session();
    let turn = InTurn::new(session);
    let away = Memo::new(move |_| {
        session.ask_slots(&[Slot::Rubrics], |nb| {
            nb.put_away_rubrics().into_iter().map(|r| (r.id, r.title.clone())).collect::<Vec<_>>()
        })
    });
    let r = words().rubric();
    let row = move |(id, title): (RubricId, String)| {
        let label = format!("{}: {title}", r.bring_back);
        let again = move |_| {
            turn.write(move |nb| {
                let rubric = nb.rubric(id)?.clone();
                let said = words().rubric().back_said(&rubric.title);
                Some((vec![Change::of_class(Rubric { archived: false, ..rubric })], said))
            });
            focus_on("rubrics-title");
        };
        view! {
            <li class="row between">
                <span dir="auto">{title}</span>
                <button class="btn small" aria-label=label on:click=again>{r.bring_back}</button>
            </li>
        }
    };
    view! {
        <Show when=move || away.with(|a| !a.is_empty())>
            <details>
                <summary>{move || r.away(away.with(Vec::len))}</summary>
                <ul class="stack">{move || away.get().into_iter().map(row).collect_view()}</ul>
            </details>
        </Show>
    }
}
