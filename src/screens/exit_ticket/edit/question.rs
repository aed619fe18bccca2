//! The card of one question: its place among the others, its copy, and what is typed for it.

use leptos::prelude::*;

use super::fields::{Place, QuestionFields, about_question};
use super::focus_soon;
use super::form::Form;
use super::question_form::QuestionForm;
use crate::domain::exit_ticket::draft::CheckProblem;
use crate::ui::move_button::{MoveButton, keep_focus};
use crate::words::words;

/// The card.
#[component]
pub(super) fn QuestionCard(
    form: Form,
    question: QuestionForm,
    #[prop(into)] problems: Signal<Vec<CheckProblem>>,
) -> impl IntoView {
    let c = words().check();
    let place = Memo::new(move |_| form.questions().iter().position(|q| *q == question).unwrap_or_default());
    let wrong = Memo::new(move |_| {
        let (version, here) = (form.version.get(), place.get());
        let kind = question.kind.get();
        let of_this = |problem: CheckProblem| match problem {
            CheckProblem::Question(v, at, what) if (v, at) == (version, here) => {
                Some(about_question(what, Some(kind)))
            }
            CheckProblem::SameLevel(v, at) if (v, at) == (version, here) => {
                Some(words().check().p_same_level.to_owned())
            }
            _ => None,
        };
        problems.get().into_iter().filter_map(of_this).collect::<Vec<_>>()
    });
    let line = |text: String| view! { <span class="sentence">{text}</span> };
    let heading = question.field("heading");
    let problem = question.field("problem");
    view! {
        <li>
            <div class="card stack" role="group" aria-labelledby=heading>
                <div class="row between">
                    <h3 id=question.field("heading")>{move || c.question_n(&(place.get() + 1))}</h3>
                    <Acts form question place />
                </div>
                <p id=problem class="problem" role="alert">
                    {move || wrong.get().into_iter().map(line).collect_view()}
                </p>
                <QuestionFields question place=Place::Check { pair: form.settings.pair } />
            </div>
        </li>
    }
}

/// Where the question stands, and its copy.
#[component]
fn Acts(form: Form, question: QuestionForm, place: Memo<usize>) -> impl IntoView {
    let c = words().check();
    let named = move |act: &'static str| move || c.of_question(&act, &(place.get() + 1));
    let last = move || place.get() + 1 >= form.questions().len();
    let shift = move |down: bool| {
        form.shift(question, down);
        let (up, below) = (question.field("up"), question.field("down"));
        keep_focus(if down { vec![below, up] } else { vec![up, below] })
    };
    let copy = move |_| {
        if let Some(copy) = form.duplicate(question) {
            focus_soon(copy.first_field());
        }
    };
    let remove = move |_| {
        form.remove(question);
        focus_soon("put-back".to_owned());
    };
    view! {
        <div class="acts">
            <MoveButton
                id=question.field("up")
                sign="↑"
                label=Signal::derive(named(c.up))
                disabled=Signal::derive(move || place.get() == 0)
                on_press=Callback::new(move |()| shift(false))
            />
            <MoveButton
                id=question.field("down")
                sign="↓"
                label=Signal::derive(named(c.down))
                disabled=Signal::derive(last)
                on_press=Callback::new(move |()| shift(true))
            />
            <button
                type="button"
                class="btn small"
                disabled=move || form.is_full()
                aria-label=named(c.duplicate)
                on:click=copy
            >
                {c.duplicate}
            </button>
            <button type="button" class="btn small quiet" aria-label=named(c.remove) on:click=remove>
                {c.remove}
            </button>
        </div>
    }
}
