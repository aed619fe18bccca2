//! The answers of a choice question with what is right, and the steps of an own scale.

use leptos::prelude::*;

use super::focus_soon;
use super::question_form::{QuestionForm, Row};
use crate::domain::exit_ticket::draft::Kind;
use crate::domain::exit_ticket::{MOST_CHOICES, STEPS};
use crate::domain::skill::FEWEST_CHOICES;
use crate::ui::move_button::MoveButton;
use crate::words::words;

/// The list of answers or steps.
#[component]
pub(in crate::screens::exit_ticket) fn Answers(
    question: QuestionForm,
    /// Whether they are the steps of a scale, of which none is right.
    steps: bool,
) -> impl IntoView {
    let c = words().check();
    let rows = question.rows;
    let most = if steps { *STEPS.end() } else { MOST_CHOICES };
    let full = move || rows.with(Vec::len) >= most;
    let add = Callback::new(move |()| {
        if rows.with_untracked(Vec::len) < most {
            let row = question.row(String::new());
            rows.update(|all| all.push(row));
            focus_row(question, rows.with_untracked(Vec::len));
        }
    });
    let none_right = move || rows.with(|all| all.iter().all(|row| !row.key.get()));
    let no_key = move || {
        let one = question.kind.get() == Kind::Choice;
        one.then(|| {
            view! {
                <label class="check sm">
                    <input
                        type="radio"
                        name=question.field("key")
                        prop:checked=none_right
                        on:change=move |_| mark(rows, None)
                    />
                    {c.no_key}
                </label>
            }
        })
    };
    view! {
        <fieldset class="answers" aria-describedby=question.field("problem")>
            <legend>{if steps { c.steps } else { c.answers }}</legend>
            <ol>
                <For each=move || rows.get() key=|row| row.id let:row>
                    <Answer question row steps add />
                </For>
            </ol>
            <div class="row between">
                <button
                    type="button"
                    class="btn small"
                    id=question.field("add")
                    disabled=full
                    on:click=move |_| add.run(())
                >
                    {if steps { c.add_step } else { c.add_answer }}
                </button>
                {(!steps).then_some(no_key)}
            </div>
        </fieldset>
    }
}

/// Marks one answer as the only right one, or none.
fn mark(rows: RwSignal<Vec<Row>>, right: Option<Row>) {
    for row in rows.get_untracked() {
        row.key.set(Some(row) == right);
    }
}

fn focus_row(question: QuestionForm, n: usize) {
    focus_soon(question.field(&format!("answer-{n}")));
}

#[component]
fn Answer(question: QuestionForm, row: Row, steps: bool, add: Callback<()>) -> impl IntoView {
    let c = words().check();
    let rows = question.rows;
    let n = Memo::new(move |_| rows.with(|all| all.iter().position(|r| *r == row).map_or(1, |at| at + 1)));
    let label = move || if steps { c.step(&n.get()) } else { c.answer(&n.get()) };
    let remove = move |()| {
        rows.update(|all| all.retain(|r| *r != row));
        focus_soon(question.field("add"));
    };
    // Enter goes on to the next answer, and makes one behind the last.
    let enter = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Enter" && !event.is_composing() {
            event.prevent_default();
            let here = n.get_untracked();
            if here < rows.with_untracked(Vec::len) { focus_row(question, here + 1) } else { add.run(()) }
        }
    };
    view! {
        <li class="answer">
            {(!steps).then(|| view! { <Right question row n /> })}
            <input
                id=move || question.field(&format!("answer-{}", n.get()))
                class="plain"
                type="text"
                autocomplete="off"
                dir="auto"
                aria-label=label
                bind:value=row.text
                on:keydown=enter
            />
            <MoveButton
                id=question.field(&format!("away-{}", row.id))
                sign="×"
                label=Signal::derive(move || if steps { c.remove_step(&n.get()) } else { c.remove_answer(&n.get()) })
                disabled=Signal::derive(move || rows.with(Vec::len) <= FEWEST_CHOICES)
                on_press=Callback::new(remove)
            />
        </li>
    }
}

/// Says that an answer is right: one of them, or several.
#[component]
fn Right(question: QuestionForm, row: Row, n: Memo<usize>) -> impl IntoView {
    let c = words().check();
    let rows = question.rows;
    let first = Memo::new(move |_| rows.with(|all| all.iter().find(|r| r.key.get()).map(|r| r.id)));
    // A change of the kind draws the whole list again.
    let one = question.kind.get_untracked() == Kind::Choice;
    let checked = move || if one { first.get() == Some(row.id) } else { row.key.get() };
    let change =
        move |event| if one { mark(rows, Some(row)) } else { row.key.set(event_target_checked(&event)) };
    view! {
        <label class="check sm">
            <input
                type=if one { "radio" } else { "checkbox" }
                name=question.field("key")
                prop:checked=checked
                aria-label=move || c.answer_right(&n.get())
                on:change=change
            />
            <span aria-hidden="true">{c.right_short}</span>
        </label>
    }
}
