//! The table of the class map: one component and one question for each cell, so that one new score
//! redraws one cell; arrow keys move between the cells, number keys rate.

use std::sync::Arc;

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::rating::rate_now;
use crate::domain::Notebook;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::domain::scale::Level;
use crate::domain::skill::Subject;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{Session, use_session};
use crate::ui::level::{Glyph, shade};
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
type Place = (StudentId, SkillId);

/// The table, in a region that scrolls by itself.
#[component]
pub fn MapTable(
    /// The rows, in the order shown.
    students: Memo<Vec<(StudentId, String)>>,
    /// The columns shown.
    columns: Memo<Vec<Column>>,
) -> impl IntoView {
    let session = use_session();
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
    let s = words().skills();
    view! {
        <div class="map-region" role="region" tabindex="0" aria-labelledby="map-caption">
            <table
                class="map"
                aria-describedby="map-hint"
                on:keydown=move |event| on_key(session, &event)
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
                        <Row student columns stop=stop.clone() />
                    </For>
                </tbody>
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
    stop: Selector<Option<Place>>,
) -> impl IntoView {
    let (id, name) = student;
    let name: Arc<str> = name.into();
    view! {
        <tr>
            <th scope="row">{name.to_string()}</th>
            <For
                each=move || columns.get()
                key=Clone::clone
                children=move |skill| view! { <MapCell student=id name=name.clone() skill stop=stop.clone() /> }
            />
        </tr>
    }
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    level: Option<Level>,
    word: String,
    of: u8,
    /// The student's own view, when it differs from the level.
    own: Option<(Level, String)>,
    decided: bool,
}

impl Shown {
    fn of(nb: &Notebook, (student, skill): Place) -> Shown {
        let now = nb.proficiency(student, skill);
        let word = |level: Level| said::level_word(nb, level);
        Shown {
            level: now.level,
            word: now.level.map(word).unwrap_or_default(),
            of: nb.class_scale().map_or(4, |s| s.top().0),
            own: now.self_level.filter(|own| Some(*own) != now.level).map(|own| (own, word(own))),
            decided: now.decided.is_some(),
        }
    }

    /// The cell in words.
    fn said(&self, name: &str, line: &str) -> String {
        let s = words().skills();
        let mut text = match self.level {
            Some(level) => s.cell_label(&level.0, &name, &line, &self.word),
            None => s.cell_empty(&name, &line),
        };
        if let Some((level, word)) = &self.own {
            text = format!("{text}. {}", s.cell_own(&level.0, word));
        }
        if self.decided {
            text = format!("{text}. {}", s.legend_decided);
        }
        text
    }
}

#[component]
fn MapCell(
    student: StudentId,
    name: Arc<str>,
    skill: Column,
    stop: Selector<Option<Place>>,
) -> impl IntoView {
    let session = use_session();
    let place = (student, skill.id);
    let shown = Memo::new(move |_| {
        let slots = [Slot::Cell(student, skill.id), Slot::Class, Slot::Scales];
        session.ask_slots(&slots, |nb| Shown::of(nb, place))
    });
    let href = Route::Teacher(TeacherScreen::Cell(student, skill.id)).href();
    let tint = move || shown.with(|s| format!("map-cell t{}", s.level.map_or(0, |l| shade(l.0, s.of))));
    let tab = move || if stop.selected(&Some(place)) { "0" } else { "-1" };
    view! {
        <td>
            <a
                class=tint
                href=href
                tabindex=tab
                aria-label=move || shown.with(|s| s.said(&name, &skill.line))
                data-student=student.to_string()
                data-skill=skill.id.to_string()
            >
                {move || shown.with(marks)}
            </a>
        </td>
    }
}

/// What stands in a cell for those who see it; its label says the same.
fn marks(shown: &Shown) -> impl IntoView + use<> {
    let of = shown.of;
    let own = shown.own.as_ref().map(|(own, _)| {
        let class = format!("map-own lv{}", shade(own.0, of));
        view! { <span class=class data-level=own.0.to_string()></span> }
    });
    view! {
        <Glyph level=shown.level.map_or(0, |l| l.0) of />
        <span class="map-number">{shown.level.map(|level| level.0)}</span>
        {shown.decided.then(|| view! { <span class="decided-mark" aria-hidden="true"></span> })}
        {own}
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
fn on_key(session: Session, event: &KeyboardEvent) {
    let Some(cell) = cell_of(event.target()) else { return };
    let key = event.key();
    if key == "z" && (event.ctrl_key() || event.meta_key()) {
        if let Some(batch) = session.toast.get_untracked().and_then(|toast| toast.undo) {
            event.prevent_default();
            session.undo(batch);
        }
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
        rate_now(session, student, skill, level);
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
