//! A cell of the table of marks: the teacher's mark solid, the student's own hollow.

use leptos::prelude::*;

use super::grid::{Board, Place, cell_id};
use crate::domain::scale::Level;
use crate::route::{Route, TeacherScreen};
use crate::ui::level::{Glyph, shade};
use crate::words::words;

/// One student on one criterion.
#[component]
pub fn MarkCell(
    at: Place,
    name: StoredValue<String>,
    board: Board,
    held: RwSignal<Option<Place>>,
    stop: Selector<Option<Place>>,
) -> impl IntoView {
    let (task, of, criterion) = board.sheet.with_value(|s| {
        (s.task, s.rubric.top().0, s.rubric.criteria.get(at.1).map(|c| c.name.clone()).unwrap_or_default())
    });
    let marks = Memo::new(move |_| board.marks_at(at));
    let word = move |level: Level| board.sheet.with_value(|s| s.rubric.word(level).to_owned());
    let said = move || {
        let r = words().rubric();
        let (teacher, own) = marks.get();
        let teacher = teacher.map_or_else(|| r.no_mark.to_owned(), word);
        let own = own.map_or_else(
            || r.no_own.to_owned(),
            |own| own.map_or_else(|| words().levels().dont_know.to_owned(), word),
        );
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
                        {own.flatten().map(|own| view! { <span class="map-own" data-level=own.0.to_string()></span> })}
                    }
                }}
            </a>
        </td>
    }
}

/// The levels as buttons for a finger or the mouse; the one that stands takes its mark away again.
/// The keyboard has the number keys and Delete.
#[component]
pub fn LevelButtons(at: Place, name: StoredValue<String>, board: Board) -> impl IntoView {
    let levels = board.sheet.with_value(|s| s.rubric.levels.clone());
    let teacher = Memo::new(move |_| board.marks_at(at).0);
    let of = u8::try_from(levels.len()).unwrap_or(u8::MAX);
    let button = move |(level, word): (u8, String)| {
        let label = name.with_value(|name| format!("{name}: {level}, {word}"));
        let stands = move || teacher.get() == Some(Level(level));
        view! {
            <button
                class="btn small"
                tabindex="-1"
                aria-label=label
                aria-pressed=move || stands().to_string()
                on:click=move |_| board.rate(at, (!untrack(stands)).then_some(Level(level)))
            >
                <Glyph level of />
                <span aria-hidden="true">{level}</span>
            </button>
        }
    };
    view! { <div class="level-buttons">{(1..).zip(levels).map(button).collect_view()}</div> }
}
