//! One view: levels, options, or something to write, and "I don't know yet".

use leptos::prelude::*;

use super::pen::{Pen, said_before};
use crate::domain::exit_ticket::{ExitTicket, LONGEST_SENTENCE, PictureSet, Question, Version, View};
use crate::domain::id::StudentId;
use crate::screens::asked;
use crate::session::use_session;
use crate::ui::answers::Answers;
use crate::ui::icon::{Icon, Picture};
use crate::ui::level::LevelPicker;
use crate::ui::picture_scale;
use crate::words::words;

/// The questions of one view.
#[component]
pub(super) fn OneView(
    /// Who answers.
    id: StudentId,
    /// Their answer.
    pen: Pen,
    /// What is asked.
    ticket: StoredValue<ExitTicket>,
    /// In which version.
    version: Version,
    /// Which of it.
    view: View,
    /// Turns the page.
    next: Callback<()>,
    /// The text of which was said that it is no number.
    odd: RwSignal<Option<String>>,
) -> impl IntoView {
    let session = use_session();
    let place = view.after.unwrap_or(view.first);
    let found = ticket.with_value(|t| t.questions_of(version).get(place).cloned());
    let Some(question) = found else { return ().into_any() };
    let scale = ticket.with_value(|t| t.scale);
    let scale = session.peek(|nb| nb.scale(scale).map(|s| s.words.clone())).unwrap_or_default();
    let known =
        view.after.is_some() && ticket.with_value(|t| session.peek(|nb| said_before(nb, id, t))).is_some();
    let r = words().respond();
    let text = match &question {
        Question::Level(_) if view.after.is_some() => r.now.to_owned(),
        Question::Sentence => r.sentence.to_owned(),
        other => asked::question(other, true),
    };
    let options = asked::options(&question);
    let before = (!known).then_some(view.first).filter(|_| view.after.is_some());
    let doubt = move |_| {
        pen.say(place, &mut |given| given.doubt());
        if pen.said(place).unsure {
            next.run(());
        }
    };
    let part = match question {
        Question::Level(_) => view! { <Levels pen text before place words=scale view next /> }.into_any(),
        Question::Sentence | Question::Text(_) => view! { <Written pen place text /> }.into_any(),
        Question::Number(asked) => view! { <Number pen place text unit=asked.unit odd /> }.into_any(),
        other => view! { <Options pen place text options question=other next /> }.into_any(),
    };
    view! {
        {part}
        <button
            class="choice"
            type="button"
            aria-pressed=move || pen.said(place).unsure.to_string()
            on:click=doubt
        >
            {words().levels().dont_know}
        </button>
    }
    .into_any()
}

#[component]
fn Levels(
    pen: Pen,
    text: String,
    before: Option<usize>,
    place: usize,
    words: Vec<String>,
    view: View,
    next: Callback<()>,
) -> impl IntoView {
    let picker = move |legend: String, of: usize, words: Vec<String>| {
        let pick = move |(level, outright): (u8, bool)| {
            pen.say(of, &mut |given| given.pick(level));
            // An arrow key on its way along the scale does not turn the page.
            if outright && of == place && (view.after.is_none() || !pen.said(view.first).picked.is_empty()) {
                next.run(());
            }
        };
        view! {
            <LevelPicker
                name=format!("level-{of}")
                legend
                words
                picked=Signal::derive(move || pen.said(of).picked.first().copied())
                on_pick=Callback::new(pick)
            />
        }
    };
    let first = before.map(|of| picker(crate::words::words().respond().before.to_owned(), of, words.clone()));
    view! {
        {first}
        {picker(text, place, words)}
    }
}

#[component]
fn Options(
    pen: Pen,
    place: usize,
    text: String,
    options: Vec<String>,
    question: Question,
    next: Callback<()>,
) -> impl IntoView {
    let several = matches!(question, Question::Choices(_));
    let drawings: &'static [&'static str] = match &question {
        Question::Pictures(asked) => match asked.set {
            PictureSet::Plant => &picture_scale::PLANT,
            PictureSet::Weather => &picture_scale::WEATHER,
        },
        _ => &[],
    };
    let pick = move |(option, outright): (u8, bool)| {
        pen.say(place, &mut |given| if several { given.toggle(option) } else { given.pick(option) });
        if outright && !several {
            next.run(());
        }
    };
    view! {
        <Answers
            question=text
            hint=several.then_some(words().respond().several)
            options
            drawings
            several
            picked=Signal::derive(move || pen.said(place).picked)
            on_pick=Callback::new(pick)
        />
    }
}

#[component]
fn Written(pen: Pen, place: usize, text: String) -> impl IntoView {
    let session = use_session();
    let r = words().respond();
    let count = move || pen.said(place).text.trim().chars().count();
    let left = move || {
        let left = LONGEST_SENTENCE.saturating_sub(count());
        (left < 100 && count() <= LONGEST_SENTENCE).then(|| r.letters_left(left))
    };
    view! {
        <label class="field">
            <span dir="auto">{text}</span>
            <textarea
                rows="4"
                placeholder=r.sentence_hint
                prop:value=move || pen.said(place).text
                on:input=move |event| pen.say(place, &mut |given| given.write(event_target_value(&event)))
                dir="auto"
            ></textarea>
        </label>
        <p class="muted sm" role="status">{left}</p>
        <TooLong pen place />
        <p class="row muted sm" hidden=move || count() == 0 || !session.draft_kept.get()>
            <Icon of=Picture::Saved />
            {r.saved}
        </p>
    }
}

#[component]
fn TooLong(pen: Pen, place: usize) -> impl IntoView {
    let over = move || {
        let over = pen.said(place).letters_over();
        (over > 0).then(|| words().respond().letters_over(over, &LONGEST_SENTENCE))
    };
    view! { <p class="problem" role="alert">{over}</p> }
}

#[component]
fn Number(
    pen: Pen,
    place: usize,
    text: String,
    unit: String,
    odd: RwSignal<Option<String>>,
) -> impl IntoView {
    let told = move || odd.with(|odd| odd.as_ref() == Some(&pen.said(place).text));
    view! {
        <label class="field">
            <span dir="auto">{text}</span>
            <span class="with-unit">
                <input
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=move || pen.said(place).text
                    on:input=move |event| pen.say(place, &mut |given| given.write(event_target_value(&event)))
                />
                <span dir="auto">{unit}</span>
            </span>
        </label>
        <p class="problem" role="alert">{move || told().then_some(words().respond().not_a_number)}</p>
        <TooLong pen place />
    }
}
