//! Students by criteria with both marks. Arrow keys move, number keys rate and move on, as on the
//! class map.

use std::collections::BTreeMap;

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::grid_cell::{LevelButtons, MarkCell};
use crate::domain::id::{StudentId, TaskId};
use crate::domain::rubric::{Rubric, RubricScore, Views, rating};
use crate::domain::scale::Level;
use crate::domain::{Change, Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::frame::LastAction;
use crate::screens::said::{self, Named};
use crate::session::{InTurn, use_session};
use crate::ui::focus::focus_on;
use crate::words::words;

/// A piece of work and the version of the rubric it is scored on, neither of which ever changes.
#[derive(Clone, PartialEq)]
pub struct Sheet {
    /// The work.
    pub task: TaskId,
    /// The rubric.
    pub rubric: Rubric,
}

/// How everybody who said anything sees a piece of work.
pub type Marks = BTreeMap<StudentId, Views>;

/// A cell: a student and a criterion's place.
pub type Place = (StudentId, usize);

/// The element of a cell.
pub fn cell_id((student, place): Place) -> String {
    format!("mark-{student}-{place}")
}

/// What the keys of the table work on.
#[derive(Clone, Copy)]
pub struct Board {
    /// The work and its rubric.
    pub sheet: StoredValue<Sheet>,
    /// Both sides' marks.
    pub marks: Memo<Marks>,
    students: Memo<Vec<Named>>,
    shown: Memo<Vec<usize>>,
    turn: InTurn,
    today: RwSignal<Day>,
}

impl Board {
    /// How both sides see one criterion of a student's work: the teacher's level, and the student's
    /// answer once there is one.
    pub fn marks_at(self, (student, place): Place) -> (Option<Level>, Option<Option<Level>>) {
        self.sheet.with_value(|sheet| {
            let mark = |score: &RubricScore| sheet.rubric.mark(&score.marks, place);
            self.marks.with(|all| {
                let views = all.get(&student);
                let teacher = views.and_then(|views| mark(views.teacher.as_ref()?));
                (teacher, views.and_then(|views| views.own.as_ref()).map(mark))
            })
        })
    }

    /// Gives one mark, or takes it away.
    pub fn rate(self, (student, place): Place, level: Option<Level>) {
        let (sheet, today) = (self.sheet.get_value(), self.today.get_untracked());
        self.turn.write(move |nb| rate(nb, &sheet, (student, place), level, today));
    }

    /// The cell so many rows and columns on; past the last student the next criterion begins.
    fn beside(self, (student, place): Place, down: isize, right: isize, wraps: bool) -> Option<Place> {
        let students = self.students.get_untracked();
        let shown = self.shown.get_untracked();
        let row = students.iter().position(|(id, _)| *id == student)?.checked_add_signed(down)?;
        let column = shown.iter().position(|at| *at == place)?.checked_add_signed(right)?;
        if row == students.len() && wraps {
            return Some((students.first()?.0, *shown.get(column + 1)?));
        }
        Some((students.get(row)?.0, *shown.get(column)?))
    }

    /// Arrow keys, number keys and Delete on a cell.
    pub fn on_key(self, event: &KeyboardEvent, at: Place) {
        if event.alt_key() || event.meta_key() || event.ctrl_key() {
            return;
        }
        let top = self.sheet.with_value(|s| s.rubric.top().0);
        let key = event.key();
        let next = match key.as_str() {
            "ArrowUp" => self.beside(at, -1, 0, false),
            "ArrowDown" => self.beside(at, 1, 0, false),
            "ArrowLeft" => self.beside(at, 0, -1, false),
            "ArrowRight" => self.beside(at, 0, 1, false),
            "Delete" | "Backspace" => {
                event.prevent_default();
                self.rate(at, None);
                return;
            }
            key => {
                let level = key.parse::<u8>().ok().filter(|level| (1..=top).contains(level));
                if event.repeat() || level.is_none() {
                    return;
                }
                self.rate(at, level.map(Level));
                event.prevent_default();
                self.beside(at, 1, 0, true)
            }
        };
        if let Some(next) = next {
            event.prevent_default();
            focus_on(&cell_id(next));
        }
    }
}

/// The change that gives one mark, with what is said about it.
fn rate(
    nb: &Notebook,
    sheet: &Sheet,
    (student, place): Place,
    level: Option<Level>,
    today: Day,
) -> Option<(Vec<Change>, String)> {
    let r = words().rubric();
    let Sheet { task, rubric } = sheet;
    let criterion = rubric.criteria.get(place)?;
    let before = nb.marks(*task, student).teacher;
    let score = before.unwrap_or_else(|| RubricScore::blank(*task, today));
    let marks = rating(&score.marks, rubric.criteria.len(), place, level);
    let changes = nb.teacher_score(student, nb.task(*task)?, RubricScore { marks, ..score }, today);
    if changes.is_empty() {
        return None;
    }
    let word = level.map_or(r.no_mark, |level| rubric.word(level));
    Some((changes, r.rated_said(&criterion.name, &said::name_of(nb, student), &word)))
}

/// The table, in a region that scrolls by itself.
#[component]
pub fn Grid(
    /// The work and its rubric.
    sheet: Sheet,
    /// Both sides' marks.
    marks: Memo<Marks>,
    /// The rows.
    students: Memo<Vec<Named>>,
    /// The criteria shown.
    shown: Memo<Vec<usize>>,
    /// The one criterion that is scored across the class.
    only: RwSignal<Option<usize>>,
) -> impl IntoView {
    let session = use_session();
    let turn = InTurn::new(session);
    let names: Vec<String> = sheet.rubric.criteria.iter().map(|c| c.name.clone()).collect();
    let names = StoredValue::new(names);
    let board = Board { sheet: StoredValue::new(sheet), marks, students, shown, turn, today: session.today };
    // The one cell the Tab key stops at: the last one that had the focus, else the first.
    let held = RwSignal::new(None::<Place>);
    let stop = Memo::new(move |_| {
        let there = |(student, place): &Place| {
            students.with(|all| all.iter().any(|(id, _)| id == student))
                && shown.with(|all| all.contains(place))
        };
        let first = || {
            Some((
                students.with(|all| all.first().map(|(id, _)| *id))?,
                shown.with(|all| all.first().copied())?,
            ))
        };
        held.get().filter(there).or_else(first)
    });
    let stop = Selector::new(move || stop.get());
    let r = words().rubric();
    let head = move |place: usize| {
        let name = names.with_value(|names| names.get(place).cloned());
        view! { <th scope="col" dir="auto">{name}</th> }
    };
    let last = LastAction::follow(session);
    let undo = move |event: KeyboardEvent| {
        last.on_key(&event);
    };
    view! {
        <div class="map-region" role="region" tabindex="0" aria-labelledby="grid-caption">
            <table class="map rubric-grid" aria-describedby="grid-hint" on:keydown=undo>
                <caption id="grid-caption" class="unseen">{r.grid_caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="corner">{r.student}</th>
                        <For each=move || shown.get() key=|place| *place children=head />
                        <Show when=move || only.get().is_some()>
                            <th scope="col">{r.pick_level}</th>
                        </Show>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || students.get() key=Clone::clone let:student>
                        <Row student board held only stop=stop.clone() />
                    </For>
                </tbody>
            </table>
        </div>
    }
}

#[component]
fn Row(
    student: Named,
    board: Board,
    held: RwSignal<Option<Place>>,
    only: RwSignal<Option<usize>>,
    stop: Selector<Option<Place>>,
) -> impl IntoView {
    let (id, name) = student;
    let task = board.sheet.with_value(|s| s.task);
    let href = Route::Teacher(TeacherScreen::TaskOf(task, id)).href();
    let label = StoredValue::new(name.clone());
    let cell = move |place: usize| {
        view! { <MarkCell at=(id, place) name=label board held stop=stop.clone() /> }
    };
    view! {
        <tr>
            <th scope="row">
                <a href=href>{name}</a>
            </th>
            <For each=move || board.shown.get() key=|place| *place children=cell />
            <Show when=move || only.get().is_some()>
                <td>
                    {move || only.get().map(|place| view! { <LevelButtons at=(id, place) name=label board /> })}
                </td>
            </Show>
        </tr>
    }
}
