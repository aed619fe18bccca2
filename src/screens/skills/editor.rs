//! The form of a skill: every word of it, with what has to be mended beside the field.

use leptos::prelude::*;

use crate::domain::proficiency::method::Method;
use crate::domain::skill::{FEWEST_CHOICES, LONGEST_STATEMENT, Skill, SkillDraft, SkillProblem, Subject};
use crate::screens::method::MethodPicker;
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::focus::focus_on;
use crate::words::words;

/// What is typed, one signal a field, so that typing redraws nothing else.
#[derive(Clone)]
struct Form {
    subject: RwSignal<Subject>,
    statement: RwSignal<String>,
    levels: Vec<RwSignal<String>>,
    next_steps: Vec<RwSignal<String>>,
    home: RwSignal<String>,
    question: RwSignal<String>,
    choices: Vec<RwSignal<String>>,
    key: RwSignal<Option<usize>>,
    method: RwSignal<Option<Method>>,
    problems: RwSignal<Vec<SkillProblem>>,
}

impl Form {
    fn of(draft: SkillDraft) -> Form {
        let signals = |texts: Vec<String>| texts.into_iter().map(RwSignal::new).collect();
        Form {
            subject: RwSignal::new(draft.subject),
            statement: RwSignal::new(draft.statement),
            levels: signals(draft.levels),
            next_steps: signals(draft.next_steps),
            home: RwSignal::new(draft.home),
            question: RwSignal::new(draft.question),
            choices: signals(draft.choices),
            key: RwSignal::new(draft.key),
            method: RwSignal::new(draft.method),
            problems: RwSignal::new(Vec::new()),
        }
    }

    fn draft(&self) -> SkillDraft {
        let texts = |signals: &[RwSignal<String>]| signals.iter().map(RwSignal::get_untracked).collect();
        SkillDraft {
            subject: self.subject.get_untracked(),
            statement: self.statement.get_untracked(),
            levels: texts(&self.levels),
            next_steps: texts(&self.next_steps),
            home: self.home.get_untracked(),
            question: self.question.get_untracked(),
            choices: texts(&self.choices),
            key: self.key.get_untracked(),
            method: self.method.get_untracked(),
        }
    }
}

/// Edits a skill, or writes a new one.
#[component]
pub fn SkillEditor(
    /// The skill as it stands; a new one has an empty line.
    skill: Skill,
    /// Whether the dialog around it is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let scale = session.peek(said::scale_words);
    let class = session.peek(|nb| nb.class().map(|class| class.method)).unwrap_or_default();
    let form = Form::of(SkillDraft::of(&skill, scale.len()));
    let typed = form.clone();
    let saver = Saver::new(session);
    let save = move || match typed.draft().parse(&skill) {
        Ok(changed) if changed == skill => open.set(false),
        Ok(changed) => {
            let said = words().skills().kept_said(&changed.statement);
            let change = session.peek(|nb| nb.amend_skill(changed));
            // What could not be kept stays on the screen.
            saver.save(vec![change], said, move || {
                let _ = open.try_set(false);
            });
        }
        Err(problems) => {
            if let Some(first) = problems.first() {
                focus_on(field_of(*first));
            }
            typed.problems.set(problems);
        }
    };
    let a = words().app();
    view! {
        <form
            class="stack skill-editor"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save();
            }
        >
            <Statement form=form.clone() />
            <Levels form=form.clone() scale=scale.clone() />
            <MethodPicker chosen=form.method label=words().method().for_skill scale as_class=Some(class) />
            <Steps form=form.clone() />
            <CheckQuestion form />
            <div class="row">
                <button class="btn go" type="submit">{a.save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{a.cancel}</button>
            </div>
        </form>
    }
}

fn field_of(problem: SkillProblem) -> &'static str {
    match problem {
        SkillProblem::NoStatement | SkillProblem::LongStatement => "skill-statement",
        SkillProblem::NoQuestion => "skill-question",
        SkillProblem::FewChoices | SkillProblem::SameChoice => "skill-choice-0",
        SkillProblem::NoKey => "skill-key-0",
    }
}

fn problem(of: SkillProblem) -> String {
    let s = words().skills();
    match of {
        SkillProblem::NoStatement => s.need_statement.to_owned(),
        SkillProblem::LongStatement => s.long_statement(LONGEST_STATEMENT),
        SkillProblem::NoQuestion => s.need_question.to_owned(),
        SkillProblem::FewChoices => s.need_choices(FEWEST_CHOICES),
        SkillProblem::SameChoice => s.same_choice.to_owned(),
        SkillProblem::NoKey => s.need_key.to_owned(),
    }
}

/// The problems of one field or group, one a line.
#[component]
fn Problems(
    #[prop(into)] id: String,
    problems: RwSignal<Vec<SkillProblem>>,
    of: &'static [SkillProblem],
) -> impl IntoView {
    let lines = move || {
        let here = problems.get().into_iter().filter(|p| of.contains(p));
        here.map(|p| view! { <span class="line">{problem(p)}</span> }).collect_view()
    };
    view! { <p id=id class="problem" role="alert">{lines}</p> }
}

const OF_STATEMENT: &[SkillProblem] = &[SkillProblem::NoStatement, SkillProblem::LongStatement];
const OF_CHECK: &[SkillProblem] =
    &[SkillProblem::NoQuestion, SkillProblem::FewChoices, SkillProblem::SameChoice, SkillProblem::NoKey];

#[component]
fn Statement(form: Form) -> impl IntoView {
    let s = words().skills();
    let problems = form.problems;
    let wrong = move || problems.with(|all| all.iter().any(|p| OF_STATEMENT.contains(p))).to_string();
    let options = Subject::ALL.into_iter().enumerate().map(|(i, subject)| {
        let chosen = form.subject.get_untracked() == subject;
        view! { <option value=i.to_string() selected=chosen>{said::subject(subject)}</option> }
    });
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        if let Some(subject) = at.and_then(|i| Subject::ALL.get(i)) {
            form.subject.set(*subject);
        }
    };
    view! {
        <label class="field">
            <span>{s.statement}</span>
            <input
                id="skill-statement"
                type="text"
                required
                autocomplete="off"
                bind:value=form.statement
                aria-describedby="skill-statement-problem"
                aria-invalid=wrong
            />
        </label>
        <Problems id="skill-statement-problem" problems of=OF_STATEMENT />
        <label class="field">
            <span>{s.subject}</span>
            <select on:change=choose>{options.collect_view()}</select>
        </label>
    }
}

#[component]
fn Levels(form: Form, scale: Vec<String>) -> impl IntoView {
    let s = words().skills();
    let field = |(text, word): (RwSignal<String>, String)| {
        view! {
            <label class="field">
                <span>{word}</span>
                <textarea rows="2" bind:value=text></textarea>
            </label>
        }
    };
    view! {
        <fieldset class="stack">
            <legend>{s.descriptions}</legend>
            {form.levels.into_iter().zip(scale).map(field).collect_view()}
        </fieldset>
    }
}

#[component]
fn Steps(form: Form) -> impl IntoView {
    let s = words().skills();
    let field = |(n, text): (usize, RwSignal<String>)| {
        view! {
            <label class="field">
                <span>{s.next_step(&n)}</span>
                <input type="text" autocomplete="off" bind:value=text />
            </label>
        }
    };
    view! {
        <fieldset class="stack">
            <legend>{s.next_steps}</legend>
            {(1..).zip(form.next_steps).map(field).collect_view()}
        </fieldset>
        <label class="field">
            <span>{s.home}</span>
            <textarea rows="2" bind:value=form.home></textarea>
        </label>
    }
}

#[component]
fn CheckQuestion(form: Form) -> impl IntoView {
    let s = words().skills();
    let (key, problems) = (form.key, form.problems);
    let choice = move |(i, text): (usize, RwSignal<String>)| {
        let n = i + 1;
        view! {
            <div class="answer-row">
                <label class="check">
                    <input
                        id=format!("skill-key-{i}")
                        type="radio"
                        name="skill-key"
                        aria-label=s.right_answer_is(&n)
                        prop:checked=move || key.get() == Some(i)
                        on:change=move |_| key.set(Some(i))
                    />
                    <span class="sm">{s.right_answer}</span>
                </label>
                <input
                    id=format!("skill-choice-{i}")
                    class="plain"
                    type="text"
                    autocomplete="off"
                    aria-label=s.answer(&n)
                    bind:value=text
                />
            </div>
        }
    };
    view! {
        <fieldset class="stack" aria-describedby="skill-check-problem">
            <legend>{s.check}</legend>
            <p class="muted sm">{s.check_hint}</p>
            <Problems id="skill-check-problem" problems of=OF_CHECK />
            <label class="field">
                <span>{s.question}</span>
                <input id="skill-question" type="text" autocomplete="off" bind:value=form.question />
            </label>
            {form.choices.into_iter().enumerate().map(choice).collect_view()}
        </fieldset>
    }
}
