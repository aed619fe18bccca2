//! What has to be mended before a check can be opened, in words, each with the way to its field.

use leptos::prelude::*;

use super::fields::about_question;
use super::focus_soon;
use super::form::Form;
use super::question_form::QuestionForm;
use crate::domain::exit_ticket::draft::{CheckProblem, LONGEST_TITLE, MOST_MINUTES};
use crate::domain::exit_ticket::{MOST_QUESTIONS, Version};
use crate::screens::asked;
use crate::words::words;

/// A problem as a sentence of its own.
fn sentence(form: Form, problem: CheckProblem) -> String {
    let c = words().check();
    let at = |version: Version, place: usize, what: &str| {
        if form.has_b() {
            c.p_version(&(place + 1), &asked::version(version), &what)
        } else {
            c.p_question(&(place + 1), &what)
        }
    };
    match problem {
        CheckProblem::LongTitle => c.p_title(&LONGEST_TITLE),
        CheckProblem::Minutes => c.p_minutes(&MOST_MINUTES),
        CheckProblem::NoQuestions(Version::A) => c.p_none.to_owned(),
        CheckProblem::NoQuestions(Version::B) => c.p_none_b.to_owned(),
        CheckProblem::ManyQuestions(_) => c.p_many(&MOST_QUESTIONS),
        CheckProblem::VersionsWithoutNames => c.p_no_versions.to_owned(),
        CheckProblem::SameLevel(version, place) => at(version, place, c.p_same_level),
        CheckProblem::Question(version, place, what) => {
            let kind = question_at(form, version, place).map(|q| q.kind.get());
            at(version, place, &about_question(what, kind))
        }
    }
}

fn question_at(form: Form, version: Version, place: usize) -> Option<QuestionForm> {
    form.of_version(version).with(|all| all.get(place).copied())
}

/// Brings the field of a problem on the screen and the focus into it.
pub(super) fn go_to(form: Form, problem: CheckProblem) {
    let field = match problem {
        CheckProblem::LongTitle => "check-title".to_owned(),
        CheckProblem::Minutes => "check-minutes".to_owned(),
        CheckProblem::VersionsWithoutNames => "leave-b".to_owned(),
        CheckProblem::NoQuestions(version) | CheckProblem::ManyQuestions(version) => {
            form.version.set(version);
            "add-question".to_owned()
        }
        CheckProblem::SameLevel(version, place) | CheckProblem::Question(version, place, _) => {
            form.version.set(version);
            let Some(question) = untrack(|| question_at(form, version, place)) else { return };
            match problem {
                CheckProblem::Question(_, _, what) => question.field_of(what),
                _ => question.first_field(),
            }
        }
    };
    focus_soon(field);
}

/// Every problem as a line that leads to its field; nothing while there is none.
#[component]
pub(super) fn Problems(form: Form, #[prop(into)] problems: Signal<Vec<CheckProblem>>) -> impl IntoView {
    let line = move |problem: CheckProblem| {
        view! {
            <li>
                <button type="button" class="btn quiet small" on:click=move |_| go_to(form, problem)>
                    {sentence(form, problem)}
                </button>
            </li>
        }
    };
    view! {
        <div role="alert">
            <Show when=move || problems.with(|all| !all.is_empty())>
                <div class="problem">
                    <p>{words().check().to_mend}</p>
                    <ul>{move || problems.get().into_iter().map(line).collect_view()}</ul>
                </div>
            </Show>
        </div>
    }
}
