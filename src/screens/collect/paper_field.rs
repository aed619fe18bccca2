//! One field of the table for results from paper: a student's reply to a question.

use leptos::prelude::*;

use super::paper::{Sheet, keys_said};
use super::row::{Row, go_on, next_open};
use crate::domain::exit_ticket::{LONGEST_SENTENCE, Question, Reply};
use crate::domain::hand_in::{keys_of, on_paper};
use crate::session::use_session;
use crate::ui::focus::focus_on;
use crate::words::words;

/// The id of a field.
pub fn field_id(at: usize, question: usize) -> String {
    format!("paper-{at}-{question}")
}

/// The field. It is not there for a version that asks fewer questions.
#[component]
pub fn Field(
    /// The place of the question.
    question: usize,
    row: Row,
    sheet: StoredValue<Sheet>,
    /// What is wrong with what was typed last.
    problem: RwSignal<String>,
    /// Whether the line cannot be typed into.
    shut: Memo<bool>,
) -> impl IntoView {
    let session = use_session();
    let Some(text) = row.fields.with_value(|fields| fields.get(question).copied()) else {
        return ().into_any();
    };
    let asked = Memo::new(move |_| {
        let version = row.version.get();
        sheet.with_value(|sheet| sheet.ticket.questions_of(version).get(question).cloned())
    });
    let part = move |read: &dyn Fn(&Question, &Sheet) -> String| {
        asked.with(|asked| asked.as_ref().map(|asked| sheet.with_value(|sheet| read(asked, sheet))))
    };
    let keys = move || part(&|asked, sheet| keys_said(asked, sheet.levels)).unwrap_or_default();
    let one_key = move || {
        asked
            .with(|asked| asked.as_ref().is_some_and(|q| sheet.with_value(|s| keys_of(q, s.levels).is_one())))
    };
    let reads = move |typed: &str| -> Option<Reply> {
        asked.with(|asked| {
            let asked = asked.as_ref()?;
            sheet.with_value(|sheet| on_paper(asked, typed, sheet.ticket.scale, sheet.levels))
        })
    };
    let wrong = move || asked.with(Option::is_some) && text.with(|typed| reads(typed).is_none());
    let label = move || words().collect().field(&keys(), &(question + 1), &row.name.get_value());
    let go_on = move |by_enter: bool| go_on(session, sheet, row, problem, question, by_enter);
    let typed = move |event: leptos::ev::Event| {
        let typed = event_target_value(&event);
        text.set(typed.clone());
        row.keep_draft(session, sheet);
        let over = typed.trim().chars().count().saturating_sub(LONGEST_SENTENCE);
        if over > 0 {
            problem.set(words().respond().letters_over(over, &LONGEST_SENTENCE));
        } else if reads(&typed).is_none() {
            problem.set(words().collect().wrong_key(&keys(), &(question + 1), &row.name.get_value()));
        } else {
            problem.set(String::new());
            if one_key() && !typed.trim().is_empty() {
                go_on(false);
            }
        }
    };
    let pressed = move |event: leptos::ev::KeyboardEvent| {
        let to = match event.key().as_str() {
            "Enter" => {
                go_on(true);
                event.prevent_default();
                return;
            }
            "ArrowDown" => next_open(sheet, row.at, false),
            "ArrowUp" => next_open(sheet, row.at, true),
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
                id=field_id(row.at, question)
                class="plain"
                class:one=one_key
                type="text"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                aria-label=label
                aria-invalid=move || wrong().to_string()
                disabled=shut
                hidden=move || asked.with(Option::is_none)
                prop:value=text
                on:focus=focused
                on:input=typed
                on:keydown=pressed
            />
        </td>
    }
    .into_any()
}
