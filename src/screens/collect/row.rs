//! One line of the table for results from paper: a student and the fields of the questions. A line is
//! kept when the focus leaves it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::paper::keys_said;
use crate::domain::entry::{Body, Change, EntryKey};
use crate::domain::exit_ticket::{Answer, ExitTicket, Reply, Version};
use crate::domain::hand_in::{keys_of, on_paper};
use crate::domain::id::StudentId;
use crate::domain::notebook::{Notebook, Slot};
use crate::session::{Session, Toast, use_session};
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Whose; `None` for a sheet without a name.
    student: Option<StudentId>,
    /// What it is called.
    name: String,
    /// The version on the sheet.
    version: Version,
    /// What stands in its fields.
    fields: Vec<RwSignal<String>>,
    /// What stood in them when they were kept.
    kept: RwSignal<Option<Vec<String>>>,
}

/// The whole table.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// The check.
    pub ticket: ExitTicket,
    /// The levels of its scale.
    pub levels: u8,
    /// Its lines.
    pub rows: Vec<Row>,
}

impl Row {
    /// A student's line.
    pub fn of(student: StudentId, name: String, version: Version, ticket: &ExitTicket) -> Row {
        let fields = ticket.questions_of(version).iter().map(|_| RwSignal::new(String::new())).collect();
        Row { student: Some(student), name, version, fields, kept: RwSignal::new(None) }
    }

    /// The line for one sheet after the other, when sheets have no names.
    pub fn nameless(ticket: &ExitTicket) -> Row {
        let name = words().collect().next_sheet.to_owned();
        Row { student: None, name, ..Row::of(StudentId::from_bits(0), String::new(), Version::A, ticket) }
    }

    fn typed(&self) -> Vec<String> {
        self.fields.iter().map(|field| field.get_untracked().trim().to_owned()).collect()
    }

    /// Whether it holds something that is not kept yet.
    fn is_new(&self) -> bool {
        let typed = self.typed();
        match self.kept.get_untracked() {
            Some(kept) => kept != typed,
            None => typed.iter().any(|text| !text.is_empty()),
        }
    }

    fn clear(&self) {
        for field in &self.fields {
            field.set(String::new());
        }
    }
}

/// The identity of a student's latest answer.
fn latest(notebook: &Notebook, ticket: &ExitTicket, student: StudentId) -> Option<EntryKey> {
    let answers = notebook.slot(Slot::Answers(ticket.id)).rev();
    let mut own = answers.filter(|e| e.head.about == Some(student) && matches!(e.body, Body::Answer(_)));
    own.next().map(|entry| entry.head.key)
}

/// A line, with its fields.
#[component]
pub fn RowView(
    /// Its place in the table.
    at: usize,
    row: Row,
    sheet: StoredValue<Sheet>,
    /// What is wrong with what was typed last.
    problem: RwSignal<String>,
) -> impl IntoView {
    let session = use_session();
    let c = words().collect();
    let ticket = sheet.with_value(|sheet| sheet.ticket.id);
    let kept = row.kept;
    let student = row.student;
    let is_in = Memo::new(move |_| {
        student.is_some_and(|id| {
            session.ask_slots(&[Slot::Answers(ticket)], |nb| nb.answer(ticket, id).is_some())
        })
    });
    // Who is in otherwise is not typed again; what was typed here can be mended.
    let shut = Memo::new(move |_| is_in.get() && kept.with(Option::is_none));
    let row = StoredValue::new(row);
    // What was taken back with the message's undo is empty again.
    Effect::new(move |was: Option<bool>| {
        let now = is_in.get();
        if was == Some(true) && !now && kept.get_untracked().is_some() {
            kept.set(None);
            row.with_value(Row::clear);
        }
        now
    });
    let left = move |event: leptos::ev::FocusEvent| {
        let line: Option<web_sys::Element> = event.current_target().and_then(|line| line.dyn_into().ok());
        let to: Option<web_sys::Node> = event.related_target().and_then(|to| to.dyn_into().ok());
        let stays = line.is_some_and(|line| line.contains(to.as_ref()));
        if !stays {
            keep(session, sheet, row, problem);
        }
    };
    let count = row.with_value(|row| row.fields.len());
    let cells: Vec<_> =
        (0..count).map(|question| view! { <Field at question row sheet problem shut /> }).collect();
    let name = row.with_value(|row| row.name.clone());
    let version = row.with_value(|row| row.version);
    let two = sheet.with_value(|sheet| !sheet.ticket.version_b.is_empty());
    view! {
        <tr on:focusout=left>
            <th scope="row">
                <span dir="auto">{name}</span>
                {two.then(|| view! { <span class="muted sm">" " {crate::screens::asked::version(version)}</span> })}
            </th>
            {cells}
            <td class="ok">
                {move || is_in.get().then(|| view! { <span class="row"><Icon of=Picture::Tick />{c.came_in}</span> })}
            </td>
        </tr>
    }
}

/// One field: a student's reply to a question.
#[component]
fn Field(
    at: usize,
    question: usize,
    row: StoredValue<Row>,
    sheet: StoredValue<Sheet>,
    problem: RwSignal<String>,
    shut: Memo<bool>,
) -> impl IntoView {
    let c = words().collect();
    let session = use_session();
    let Some(text) = row.with_value(|row| row.fields.get(question).copied()) else { return ().into_any() };
    let ask = StoredValue::new(row.with_value(|row| {
        sheet.with_value(|sheet| {
            (sheet.ticket.questions_of(row.version).get(question).cloned(), sheet.ticket.scale, sheet.levels)
        })
    }));
    let reads = move |typed: &str| {
        ask.with_value(|(asked, scale, levels)| on_paper(asked.as_ref()?, typed, *scale, *levels))
    };
    let one_key =
        ask.with_value(|(asked, _, levels)| asked.as_ref().is_some_and(|q| keys_of(q, *levels).is_one()));
    let keys = ask
        .with_value(|(asked, _, levels)| asked.as_ref().map(|q| keys_said(q, *levels)).unwrap_or_default());
    let name = row.with_value(|row| row.name.clone());
    let label = c.field(&keys, &(question + 1), &name);
    let wrong = move || text.with(|typed| reads(typed).is_none());
    let typed = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        text.set(typed.clone());
        if reads(&typed).is_none() {
            problem.set(c.wrong_key(&keys, &(question + 1), &name));
        } else {
            problem.set(String::new());
            if one_key && !typed.trim().is_empty() {
                go_on(session, sheet, row, problem, at, question);
            }
        }
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        let to = match event.key().as_str() {
            "Enter" => {
                go_on(session, sheet, row, problem, at, question);
                event.prevent_default();
                return;
            }
            "ArrowDown" => next_open(sheet, at, false),
            "ArrowUp" => next_open(sheet, at, true),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to {
            focus_on(&field_id(to, question));
        }
    };
    let focused = move |event: leptos::ev::FocusEvent| {
        let field: web_sys::HtmlInputElement = event_target(&event);
        field.select();
    };
    view! {
        <td>
            <input
                id=field_id(at, question)
                class="plain"
                class:one=one_key
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=label
                aria-invalid=move || wrong().to_string()
                disabled=shut
                prop:value=text
                on:focus=focused
                on:input=typed
                on:keydown=pressed
            />
        </td>
    }
    .into_any()
}

fn field_id(at: usize, question: usize) -> String {
    format!("paper-{at}-{question}")
}

/// The line before or after one that can be typed into.
fn next_open(sheet: StoredValue<Sheet>, at: usize, up: bool) -> Option<usize> {
    let is_open = |place: &usize| {
        document()
            .get_element_by_id(&field_id(*place, 0))
            .is_some_and(|field| !field.has_attribute("disabled"))
    };
    let count = sheet.with_value(|sheet| sheet.rows.len());
    if up { (0..at).rev().find(is_open) } else { (at + 1..count).find(is_open) }
}

/// On to the next question, or to the next line; the last line is kept at once.
fn go_on(
    session: Session,
    sheet: StoredValue<Sheet>,
    row: StoredValue<Row>,
    problem: RwSignal<String>,
    at: usize,
    question: usize,
) {
    let (last, nameless) = row.with_value(|row| (row.fields.len() <= question + 1, row.student.is_none()));
    if !last {
        focus_on(&field_id(at, question + 1));
    } else if let Some(next) = next_open(sheet, at, false) {
        focus_on(&field_id(next, 0));
    } else {
        keep(session, sheet, row, problem);
        if nameless {
            focus_on(&field_id(at, 0));
        }
    }
}

/// Writes what was typed, unless it is kept already or something in it means nothing.
fn keep(session: Session, sheet: StoredValue<Sheet>, row: StoredValue<Row>, problem: RwSignal<String>) {
    let line = row.get_value();
    if !line.is_new() {
        return;
    }
    let c = words().collect();
    let typed = line.typed();
    let replies: Option<Vec<Reply>> = sheet.with_value(|sheet| {
        let questions = sheet.ticket.questions_of(line.version).iter();
        let read = questions.zip(&typed);
        read.map(|(asked, typed)| on_paper(asked, typed, sheet.ticket.scale, sheet.levels)).collect()
    });
    let Some(replies) = replies else {
        problem.set(c.not_kept_yet(&line.name));
        return;
    };
    let change = sheet.with_value(|sheet| {
        let ticket = &sheet.ticket;
        let day = session.today.get_untracked();
        let answer = Answer { version: line.version, ..Answer::new(ticket.id, ticket.skill, day, replies) };
        let Some(student) = line.student else { return Change::by_nobody(answer) };
        // Typing again mends what was typed before.
        let before = line.kept.get_untracked().and_then(|_| session.peek(|nb| latest(nb, ticket, student)));
        Change::by_student(student, answer).replacing(before)
    });
    let said = if line.student.is_some() { c.is_in(&line.name) } else { c.is_in_nameless.to_owned() };
    let before = line.kept.get_untracked();
    if line.student.is_some() {
        line.kept.set(Some(typed.clone()));
    } else {
        line.clear();
    }
    spawn_local(async move {
        match session.write(vec![change]).await {
            Ok(batch) => session.toast.set(Some(Toast { text: said, undo: Some(batch) })),
            // The banner says why; what was typed stands there to be kept again.
            Err(_) => {
                drop(line.kept.try_set(before));
                for (field, text) in line.fields.iter().zip(typed) {
                    let _ = field.try_set(text);
                }
            }
        }
    });
}
