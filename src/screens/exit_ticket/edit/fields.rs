//! What is typed for one question: its kind, its words, its answers.

use leptos::prelude::*;

use super::answers::Answers;
use super::question_form::QuestionForm;
use crate::domain::exit_ticket::draft::{
    Kind, LONGEST_UNIT, QuestionDraft, QuestionProblem, Scaling, Wording,
};
use crate::domain::exit_ticket::{LONGEST_QUESTION, MOST_CHOICES, Moment, PictureSet, STEPS, StepWords};
use crate::domain::skill::FEWEST_CHOICES;
use crate::screens::asked;
use crate::words::words;

/// "One choice", "Number", …
pub(in crate::screens::exit_ticket) fn kind_word(of: Kind) -> &'static str {
    let c = words().check();
    match of {
        Kind::Level => c.k_level,
        Kind::Choice => c.k_choice,
        Kind::Choices => c.k_choices,
        Kind::Text => c.k_text,
        Kind::Number => c.k_number,
        Kind::Steps => c.k_steps,
        Kind::Pictures => c.k_pictures,
    }
}

/// What is wrong with a question, as the end of a sentence.
pub(in crate::screens::exit_ticket) fn about_question(
    problem: QuestionProblem,
    kind: Option<Kind>,
) -> String {
    let c = words().check();
    let steps = kind == Some(Kind::Steps);
    match problem {
        QuestionProblem::Empty => c.p_empty.to_owned(),
        QuestionProblem::Long => c.p_long(&LONGEST_QUESTION),
        QuestionProblem::FewChoices if steps => c.p_few_steps(&FEWEST_CHOICES),
        QuestionProblem::FewChoices => c.p_few(&FEWEST_CHOICES),
        QuestionProblem::ManyChoices if steps => c.p_many_steps(STEPS.end()),
        QuestionProblem::ManyChoices => c.p_many_answers(&MOST_CHOICES),
        QuestionProblem::LongChoice if steps => c.p_long_step(&LONGEST_QUESTION),
        QuestionProblem::LongChoice => c.p_long_answer(&LONGEST_QUESTION),
        QuestionProblem::SameChoice if steps => c.p_same_step.to_owned(),
        QuestionProblem::SameChoice => c.p_same.to_owned(),
        QuestionProblem::EmptyKey => c.p_empty_key.to_owned(),
        QuestionProblem::NotANumber => c.p_number.to_owned(),
        QuestionProblem::LongUnit => c.p_unit(&LONGEST_UNIT),
    }
}

/// A field with a list to choose one of.
pub(in crate::screens::exit_ticket) fn select<T>(
    label: &'static str,
    id: String,
    options: Vec<(T, String)>,
    value: RwSignal<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let values: Vec<T> = options.iter().map(|(of, _)| *of).collect();
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        if let Some(of) = place.and_then(|place| values.get(place)) {
            value.set(*of);
        }
    };
    let option = move |(place, (of, text)): (usize, (T, String))| {
        view! {
            <option value=place.to_string() prop:selected=move || value.get() == of>
                {text}
            </option>
        }
    };
    view! {
        <label class="field">
            <span>{label}</span>
            <select id=id on:change=choose>{options.into_iter().enumerate().map(option).collect_view()}</select>
        </label>
    }
}

/// Where a question is written.
#[derive(Debug, Clone, Copy)]
pub(in crate::screens::exit_ticket) enum Place {
    /// In a check, which may be one half of a pair.
    Check {
        /// Whether it is.
        pair: RwSignal<bool>,
    },
    /// In the question bank, which holds only what a teacher wrote.
    Bank,
}

/// The kind of a question and what is typed for it.
#[component]
pub(in crate::screens::exit_ticket) fn QuestionFields(question: QuestionForm, place: Place) -> impl IntoView {
    let in_bank = matches!(place, Place::Bank);
    let kinds = Kind::ALL.into_iter().filter(|kind| !in_bank || *kind != Kind::Level);
    let kinds = kinds.map(|kind| (kind, kind_word(kind).to_owned())).collect();
    view! {
        <div class="question-fields">
            {select(words().check().kind, question.field("kind"), kinds, question.kind)}
            {move || fields(question, question.kind.get(), place)}
        </div>
    }
}

/// What is typed for a question of a kind.
fn fields(question: QuestionForm, kind: Kind, place: Place) -> AnyView {
    let asked = move || match place {
        Place::Check { .. } => view! { <Asked question kind /> }.into_any(),
        Place::Bank => view! { <Words question /> }.into_any(),
    };
    match (kind, place) {
        (Kind::Level, Place::Check { pair }) => view! { <OfLevel question pair /> }.into_any(),
        (Kind::Level, Place::Bank) => ().into_any(),
        (Kind::Choice | Kind::Choices, _) => view! {
            <Words question />
            <Answers question steps=false />
        }
        .into_any(),
        (Kind::Text, _) => asked(),
        (Kind::Number, _) => view! {
            <Words question />
            <OfNumber question />
        }
        .into_any(),
        (Kind::Steps, _) => view! {
            {asked()}
            <OfSteps question />
        }
        .into_any(),
        (Kind::Pictures, _) => view! {
            {asked()}
            <OfPictures question />
        }
        .into_any(),
    }
}

/// The question in the teacher's words.
#[component]
fn Words(question: QuestionForm) -> impl IntoView {
    view! {
        <label class="field">
            <span>{words().check().question}</span>
            <textarea
                id=question.field("text")
                rows="2"
                dir="auto"
                bind:value=question.text
                aria-describedby=question.field("problem")
            ></textarea>
        </label>
    }
}

/// The question in the teacher's words or in the app's.
#[component]
fn Asked(question: QuestionForm, kind: Kind) -> impl IntoView {
    let c = words().check();
    let own_words = move |of: &Wording| {
        let draft = QuestionDraft { wording: *of, ..QuestionDraft::new(kind) };
        let text =
            if *of == Wording::Own { c.own_words.to_owned() } else { asked::question(&draft.sketch(), true) };
        (*of, text)
    };
    let options = Wording::of(kind).iter().map(own_words).collect();
    // A wording of another kind is none of this one's.
    if !Wording::of(kind).contains(&question.wording.get_untracked()) {
        question.wording.set(Wording::Own);
    }
    view! {
        {select(c.wording, question.field("wording"), options, question.wording)}
        <Show when=move || question.wording.get() == Wording::Own>
            <Words question />
        </Show>
    }
}

#[component]
fn OfLevel(question: QuestionForm, pair: RwSignal<bool>) -> impl IntoView {
    let c = words().check();
    let moments =
        vec![(Moment::Before, c.moment_before.to_owned()), (Moment::After, c.moment_after.to_owned())];
    let moments = StoredValue::new(moments);
    view! {
        <Show
            when=move || !pair.get()
            fallback=move || view! { <p class="muted sm">{c.moment_pair}</p> }
        >
            {select(c.moment, question.field("moment"), moments.get_value(), question.moment)}
        </Show>
    }
}

#[component]
fn OfNumber(question: QuestionForm) -> impl IntoView {
    let c = words().check();
    view! {
        <div class="side-by-side">
            <label class="field">
                <span>{c.number_key}</span>
                <input
                    id=question.field("number")
                    type="text"
                    autocomplete="off"
                    bind:value=question.number
                    aria-describedby=question.field("problem")
                />
            </label>
            <label class="field">
                <span>{c.unit}</span>
                <input
                    id=question.field("unit")
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    bind:value=question.unit
                    aria-describedby=question.field("problem")
                />
            </label>
        </div>
    }
}

#[component]
fn OfSteps(question: QuestionForm) -> impl IntoView {
    let c = words().check();
    let text = move |of: Scaling| {
        let app = match of {
            Scaling::Confidence => StepWords::Confidence,
            Scaling::Agreement => StepWords::Agreement,
            Scaling::Frequency => StepWords::Frequency,
            Scaling::Own => return c.own_steps.to_owned(),
        };
        asked::steps(&app).join(" · ")
    };
    let options = Scaling::ALL.map(|of| (of, text(of))).to_vec();
    view! {
        {select(c.scale, question.field("scale"), options, question.scaling)}
        <Show when=move || question.scaling.get() == Scaling::Own>
            <Answers question steps=true />
        </Show>
    }
}

#[component]
fn OfPictures(question: QuestionForm) -> impl IntoView {
    let sets = [PictureSet::Plant, PictureSet::Weather];
    let options = sets.map(|set| (set, asked::pictures(set).join(" · "))).to_vec();
    select(words().check().pictures, question.field("pictures"), options, question.pictures)
}
