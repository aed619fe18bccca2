//! A cell of the table of marks: the teacher's mark solid, the student's own hollow.

use leptos::prelude::*;

use super::grid::{Board, Place, cell_id};
use crate::domain::Notebook;
use crate::domain::id::TaskId;
use crate::domain::notebook::Slot;
use crate::domain::rubric::{Rubric, RubricScore};
use crate::domain::scale::Level;
use crate::route::{Route, TeacherScreen};
use crate::session::use_session;
use crate::ui::level::{Glyph, shade};
use crate::words::words;

/// Both marks of one cell: the teacher's, the student's own.
type Marks = (Option<Level>, Option<Level>);

fn marks_at(nb: &Notebook, task: TaskId, rubric: &Rubric, (student, place): Place) -> Marks {
    let views = nb.marks(task, student);
    let mark = |score: Option<RubricScore>| score.and_then(|score| rubric.mark(&score.marks, place));
    (mark(views.teacher), mark(views.own))
}

/// One student on one criterion.
#[component]
pub fn MarkCell(
    at: Place,
    name: StoredValue<String>,
    board: Board,
    held: RwSignal<Option<Place>>,
    stop: Selector<Option<Place>>,
) -> impl IntoView {
    let session = use_session();
    let (task, of, criterion) = board.sheet.with_value(|s| {
        (s.task.id, s.rubric.top().0, s.rubric.criteria.get(at.1).map(|c| c.name.clone()).unwrap_or_default())
    });
    let marks = Memo::new(move |_| {
        board
            .sheet
            .with_value(|s| session.ask_slots(&[Slot::Marks(task)], |nb| marks_at(nb, task, &s.rubric, at)))
    });
    let word = move |level: Option<Level>| {
        level.map(|level| board.sheet.with_value(|s| s.rubric.word(level).to_owned()))
    };
    let said = move || {
        let r = words().rubric();
        let (teacher, own) = marks.get();
        let teacher = word(teacher).unwrap_or_else(|| r.no_mark.to_owned());
        let own = word(own).unwrap_or_else(|| r.no_own.to_owned());
        name.with_value(|name| r.cell_said(&criterion, name, &own, &teacher))
    };
    let href = Route::Teacher(TeacherScreen::TaskOf(task, at.0)).href();
    let tint = move || format!("map-cell t{}", marks.get().0.map_or(0, |level| shade(level.0, of)));
    view! {
        <td>
            <a
                id=cell_id(at)
                class=tint
                href=href
                tabindex=move || if stop.selected(&Some(at)) { "0" } else { "-1" }
                aria-label=said
                on:focus=move |_| held.set(Some(at))
                on:keydown=move |event| board.on_key(&event, at)
            >
                {move || {
                    let (teacher, own) = marks.get();
                    view! {
                        <Glyph level=teacher.map_or(0, |l| l.0) of />
                        <span class="map-number">{teacher.map(|l| l.0)}</span>
                        {own.map(|own| view! { <span class="map-own" data-level=own.0.to_string()></span> })}
                    }
                }}
            </a>
        </td>
    }
}

/// The levels as buttons for a finger or the mouse; the keyboard has the number keys.
#[component]
pub fn LevelButtons(at: Place, name: StoredValue<String>, board: Board) -> impl IntoView {
    let session = use_session();
    let (task, levels) = board.sheet.with_value(|s| (s.task.id, s.rubric.levels.clone()));
    let teacher = Memo::new(move |_| {
        board
            .sheet
            .with_value(|s| session.ask_slots(&[Slot::Marks(task)], |nb| marks_at(nb, task, &s.rubric, at).0))
    });
    let of = u8::try_from(levels.len()).unwrap_or(u8::MAX);
    let button = move |(level, word): (u8, String)| {
        let label = name.with_value(|name| format!("{name}: {level}, {word}"));
        view! {
            <button
                class="btn small"
                tabindex="-1"
                aria-label=label
                aria-pressed=move || (teacher.get() == Some(Level(level))).to_string()
                on:click=move |_| board.rate(at, Some(Level(level)))
            >
                <Glyph level of />
                <span aria-hidden="true">{level}</span>
            </button>
        }
    };
    view! { <div class="level-buttons">{(1..).zip(levels).map(button).collect_view()}</div> }
}
