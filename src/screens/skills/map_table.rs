//! The table of the class map: one component and one question for each cell, so that one new score
//! redraws one cell and the class below it; arrow keys move between the cells, number keys rate.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::map_cell::{MapCell, RollUpCell};
use super::rating::rate_now;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::scale::Level;
use crate::domain::skill::Subject;
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::frame::LastAction;
use crate::session::{InTurn, Session, use_session};
use crate::ui::term::Term;
use crate::words::words;

/// A skill as a column of the map.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Column {
    /// The skill.
    pub id: SkillId,
    /// Its line.
    pub line: Arc<str>,
    /// The field it belongs to.
    pub subject: Subject,
    /// Whether students assess themselves on it today.
    pub in_focus: bool,
}

impl Column {
    /// The class's skills, in its order.
    pub fn all(nb: &Notebook) -> Vec<Column> {
        let focus: Vec<SkillId> = nb.focus_skills().into_iter().map(|s| s.id).collect();
        let column = |s: &crate::domain::skill::Skill| Column {
            id: s.id,
            line: s.statement.as_str().into(),
            subject: s.subject,
            in_focus: focus.contains(&s.id),
        };
        nb.skills().into_iter().map(column).collect()
    }
}

/// A cell's place.
pub type Place = (StudentId, SkillId);

/// The table, in a region that scrolls by itself.
#[component]
pub fn MapTable(
    /// The rows, in the order shown.
    students: Memo<Vec<(StudentId, String)>>,
    /// The columns shown.
    columns: Memo<Vec<Column>>,
    /// The day to compare with.
    then: Signal<Option<Day>>,
) -> impl IntoView {
    let session = use_session();
    let last = LastAction::follow(session);
    let held = RwSignal::new(None::<Place>);
    // The one cell the Tab key stops at: the last one that had the focus, else the first.
    let stop = Memo::new(move |_| {
        let row = |id: StudentId| students.with(|all| all.iter().any(|(s, _)| *s == id));
        let column = |id: SkillId| columns.with(|all| all.iter().any(|c| c.id == id));
        let first = || {
            let student = students.with(|all| all.first().map(|(id, _)| *id))?;
            Some((student, columns.with(|all| all.first().map(|c| c.id))?))
        };
        held.get().filter(|(student, skill)| row(*student) && column(*skill)).or_else(first)
    });
    let stop = Selector::new(move || stop.get());
    let turn = InTurn::new(session);
    let s = words().skills();
    view! {
        <div class="map-region" role="region" tabindex="0" aria-labelledby="map-caption">
            <table
                class="map"
                aria-describedby="map-hint"
                on:keydown=move |event| on_key(session, turn, last, &event)
                on:focusin=move |event: FocusEvent| {
                    if let Some(place) = cell_of(event.target()).and_then(|cell| place_of(&cell)) {
                        held.set(Some(place));
                    }
                }
            >
                <caption id="map-caption" class="unseen">{s.caption}</caption>
                <thead>
                    <tr>
                        <th scope="col" class="corner">{s.student}</th>
                        <For each=move || columns.get() key=Clone::clone let:column>
                            <ColumnHead column />
                        </For>
                    </tr>
                </thead>
                <tbody>
                    <For each=move || students.get() key=Clone::clone let:student>
                        <Row student columns then stop=stop.clone() />
                    </For>
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">
                            {s.class_row} <small><Term of=Term::Mean /> " · " <Term of=Term::Median /></small>
                        </th>
                        <For each=move || columns.get() key=Clone::clone let:column>
                            <RollUpCell skill=column.id then />
                        </For>
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

#[component]
fn ColumnHead(column: Column) -> impl IntoView {
    let href = Route::Teacher(TeacherScreen::Growth(column.id)).href();
    let s = words().skills();
    view! {
        <th scope="col" class:in-focus=column.in_focus>
            <a href=href title=column.line.to_string()>
                <span class="map-line">{column.line.to_string()}</span>
            </a>
            {column.in_focus.then(|| view! { <span class="focus-mark">{s.focus_short}</span> })}
        </th>
    }
}

#[component]
fn Row(
    student: (StudentId, String),
    columns: Memo<Vec<Column>>,
    then: Signal<Option<Day>>,
    stop: Selector<Option<Place>>,
) -> impl IntoView {
    let (id, name) = student;
    let name: Arc<str> = name.into();
    let href = Route::Teacher(TeacherScreen::Student(id)).href();
    view! {
        <tr>
            <th scope="row">
                <a href=href>{name.to_string()}</a>
            </th>
            <For
                each=move || columns.get()
                key=Clone::clone
                children=move |skill| view! { <MapCell student=id name=name.clone() skill then stop=stop.clone() /> }
            />
        </tr>
    }
}

/// The cell an event comes from.
fn cell_of(target: Option<web_sys::EventTarget>) -> Option<HtmlElement> {
    let element = target?.dyn_into::<Element>().ok()?;
    element.closest(".map-cell").ok()??.dyn_into().ok()
}

/// The student and the skill of a cell.
fn place_of(cell: &HtmlElement) -> Option<Place> {
    let data = cell.dataset();
    Some((data.get("student")?.parse().ok()?, data.get("skill")?.parse().ok()?))
}

/// Arrow keys, Home and End move; a number rates, Ctrl+Z takes the last action back. Enter opens the cell, as it does for any link.
fn on_key(session: Session, turn: InTurn, last: LastAction, event: &KeyboardEvent) {
    let Some(cell) = cell_of(event.target()) else { return };
    let key = event.key();
    if last.on_key(event) {
        return;
    }
    let to_corner = event.ctrl_key() && matches!(key.as_str(), "Home" | "End");
    if event.alt_key() || event.meta_key() || (event.ctrl_key() && !to_corner) {
        return;
    }
    if let Some(next) = neighbour(&cell, &key, to_corner) {
        event.prevent_default();
        // It fails only for a cell that is gone.
        let _ = next.focus();
    } else if let (Some(level), Some((student, skill))) = (level_of(&key), place_of(&cell))
        && !event.repeat()
    {
        event.prevent_default();
        rate_now(turn, session.today.get_untracked(), student, skill, level);
    }
}

/// The level a number key stands for; the scale decides whether it has that many.
fn level_of(key: &str) -> Option<Level> {
    key.parse().ok().filter(|level| (1..=6).contains(level)).map(Level)
}

/// The cell a key leads to. With Ctrl, Home and End go to the corners of the table.
fn neighbour(cell: &HtmlElement, key: &str, far: bool) -> Option<HtmlElement> {
    let row = cell.closest("tr").ok()??;
    let from_right = cell.matches(":dir(rtl)").unwrap_or(false);
    let before = if from_right { "ArrowRight" } else { "ArrowLeft" };
    let after = if from_right { "ArrowLeft" } else { "ArrowRight" };
    let cells = |row: &Element| row.query_selector_all(".map-cell").ok();
    let here = cells(&row)?;
    let at = (0..here.length()).find(|i| here.get(*i).is_some_and(|n| n.is_same_node(Some(cell))))?;
    let edge = |row: Option<Element>| row.filter(|_| far).or(Some(row_of(cell)?));
    let body = row.parent_element()?;
    let (list, at) = match key {
        k if k == before => (here, at.checked_sub(1)?),
        k if k == after => (here, at + 1),
        "ArrowUp" => (cells(&row.previous_element_sibling()?)?, at),
        "ArrowDown" => (cells(&row.next_element_sibling()?)?, at),
        "Home" => (cells(&edge(body.first_element_child())?)?, 0),
        "End" => {
            let list = cells(&edge(body.last_element_child())?)?;
            let last = list.length().checked_sub(1)?;
            (list, last)
        }
        _ => return None,
    };
    list.get(at)?.dyn_into().ok()
}

fn row_of(cell: &HtmlElement) -> Option<Element> {
    cell.closest("tr").ok()?
}
