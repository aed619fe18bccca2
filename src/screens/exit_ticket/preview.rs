//! A teacher sees what a check asks, before it is opened and wherever a question is listed.

use leptos::prelude::*;

use crate::domain::exit_ticket::Question;
use crate::screens::asked;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The questions in order, in the words students read.
pub(super) fn preview(questions: &[Question], levels: &[String]) -> AnyView {
    if questions.is_empty() {
        return view! { <p class="muted">{words().ticket().nothing}</p> }.into_any();
    }
    let alone = asked::level_alone(questions);
    let line = |question: &Question| {
        view! {
            <li>
                <span dir="auto">{asked::question(question, alone)}</span>
                {answers(question, levels)}
            </li>
        }
    };
    view! { <ol class="numbered preview">{questions.iter().map(line).collect_view()}</ol> }.into_any()
}

/// What a question can be answered with; the right answers are marked.
fn answers(question: &Question, levels: &[String]) -> AnyView {
    let t = words().ticket();
    let steps = |all: Vec<String>| {
        let step = |text: String| view! { <li class="pill" dir="auto">{text}</li> };
        view! { <ul class="row steps">{all.into_iter().map(step).collect_view()}</ul> }.into_any()
    };
    let note = |text: String| view! { <small class="muted block">{text}</small> }.into_any();
    match question {
        Question::Level(_) => steps(levels.to_vec()),
        Question::Steps(_) | Question::Pictures(_) => steps(asked::options(question)),
        Question::Sentence | Question::Text(_) => note(t.free_text.to_owned()),
        Question::Number(asked) => {
            let number =
                if asked.unit.is_empty() { t.a_number.to_owned() } else { t.a_number_in(&asked.unit) };
            let key = asked.key.as_ref().map(|key| t.right_number(key));
            note([Some(number), key].into_iter().flatten().collect::<Vec<_>>().join(" · "))
        }
        Question::Choice(check) => {
            let keys = check.key.map(usize::from);
            choices(&check.choices, &keys.into_iter().collect::<Vec<_>>())
        }
        Question::Choices(asked) => {
            choices(&asked.choices, &asked.keys.iter().map(|key| usize::from(*key)).collect::<Vec<_>>())
        }
    }
}

fn choices(options: &[String], keys: &[usize]) -> AnyView {
    let option = |(place, text): (usize, &String)| {
        let right = keys.contains(&place).then(|| {
            view! { <small class="ok"><Icon of=Picture::Tick />{words().ticket().right}</small> }
        });
        view! { <li><span dir="auto">{text.clone()}</span> " " {right}</li> }
    };
    view! { <ul class="bullets">{options.iter().enumerate().map(option).collect_view()}</ul> }.into_any()
}
