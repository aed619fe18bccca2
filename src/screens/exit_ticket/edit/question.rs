//! The card of one question: its kind, its words, its answers, its place among the others.

use leptos::prelude::*;

use super::answers::Answers;
use super::focus_soon;
use super::form::{Form, QuestionForm};
use super::problems::about_question;
use crate::domain::exit_ticket::draft::{CheckProblem, Kind, QuestionDraft, Scaling, Wording};
use crate::domain::exit_ticket::{Moment, PictureSet, StepWords};
use crate::screens::asked;
use crate::ui::focus::focus_on;
use crate::words::words;

/// "One choice", "Number", …
pub(super) fn kind_word(of: Kind) -> &'static str {
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

/// A field with a list to choose one of.
pub(super) fn select<T>(
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
    let line = |text: String| view! { <span class="line">{text}</span> };
    let kinds = Kind::ALL.map(|kind| (kind, kind_word(kind).to_owned())).to_vec();
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
                <div class="question-fields">
                    {select(c.kind, question.field("kind"), kinds, question.kind)}
                    {move || fields(form, question, question.kind.get())}
                </div>
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
    // The move takes the button out of the document and puts it in again.
    let shift = move |down: bool| {
        form.shift(question, down);
        request_animation_frame(move || {
            let names = if down { ["down", "up"] } else { ["up", "down"] };
            let free =
                |id: &String| document().get_element_by_id(id).is_some_and(|b| !b.has_attribute("disabled"));
            if let Some(id) = names.map(|name| question.field(name)).iter().find(|id| free(id)) {
                focus_on(id);
            }
        });
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
            <button
                type="button"
                class="btn small move"
                id=question.field("up")
                disabled=move || place.get() == 0
                aria-label=named(c.up)
                on:click=move |_| shift(false)
            >
                <span aria-hidden="true">"↑"</span>
            </button>
            <button
                type="button"
                class="btn small move"
                id=question.field("down")
                disabled=last
                aria-label=named(c.down)
                on:click=move |_| shift(true)
            >
                <span aria-hidden="true">"↓"</span>
            </button>
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

/// What is typed for a question of a kind.
fn fields(form: Form, question: QuestionForm, kind: Kind) -> AnyView {
    match kind {
        Kind::Level => view! { <OfLevel form question /> }.into_any(),
        Kind::Choice | Kind::Choices => view! {
            <Words question />
            <Answers form question steps=false />
        }
        .into_any(),
        Kind::Text => view! { <Asked question kind /> }.into_any(),
        Kind::Number => view! {
            <Words question />
            <OfNumber question />
        }
        .into_any(),
        Kind::Steps => view! {
            <Asked question kind />
            <OfSteps form question />
        }
        .into_any(),
        Kind::Pictures => view! {
            <Asked question kind />
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
fn OfLevel(form: Form, question: QuestionForm) -> impl IntoView {
    let c = words().check();
    let moments =
        vec![(Moment::Before, c.moment_before.to_owned()), (Moment::After, c.moment_after.to_owned())];
    let moments = StoredValue::new(moments);
    view! {
        <Show
            when=move || !form.settings.pair.get()
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
fn OfSteps(form: Form, question: QuestionForm) -> impl IntoView {
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
            <Answers form question steps=true />
        </Show>
    }
}

#[component]
fn OfPictures(question: QuestionForm) -> impl IntoView {
    let sets = [PictureSet::Plant, PictureSet::Weather];
    let options = sets.map(|set| (set, asked::pictures(set).join(" · "))).to_vec();
    select(words().check().pictures, question.field("pictures"), options, question.pictures)
}
