//! A student reads the rubric, scores their own work, and then sees both views.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::both::BothViews;
use super::criterion::{CriterionCard, Picking, Picks, focus_criterion, marks_of, picks_of};
use crate::domain::id::{StudentId, TaskId};
use crate::domain::notebook::Slot;
use crate::domain::rubric::{Rubric, RubricScore, RubricTask, Stage, Views};
use crate::route::{Route, StudentScreen};
use crate::screens::frame;
use crate::session::{Saver, use_session};
use crate::ui::focus::focus_if_lost;
use crate::words::words;

/// The screen.
#[component]
pub fn MyRubric(id: StudentId, task: TaskId) -> impl IntoView {
    let session = use_session();
    let slots = [Slot::Tasks, Slot::Rubrics];
    let sheet = Memo::new(move |_| {
        session.ask_slots(&slots, |nb| {
            let task = nb.task(task)?.clone();
            let rubric = nb.rubric_version(task.version)?.clone();
            Some((task, rubric))
        })
    });
    let m = words().my_rubric();
    view! {
        <frame::Student id screen=StudentScreen::Rubric(task)>
            <main id="main" class="my-rubric stack">
                {move || match sheet.get() {
                    Some((task, rubric)) => view! { <Sheet id task rubric /> }.into_any(),
                    None => {
                        view! {
                            <h1>{m.unknown}</h1>
                            <a class="btn go" href=Route::Student(id, StudentScreen::Today).href()>
                                {words().respond().to_today}
                            </a>
                        }
                            .into_any()
                    }
                }}
            </main>
        </frame::Student>
    }
}

#[component]
fn Sheet(id: StudentId, task: RubricTask, rubric: Rubric) -> impl IntoView {
    let session = use_session();
    let of = task.id;
    let title = task.title.clone();
    let views = Memo::new(move |_| session.ask_slots(&[Slot::Marks(of)], |nb| nb.marks(of, id)));
    let criteria = rubric.criteria.len();
    let rubric = StoredValue::new(rubric);
    let scored = Memo::new(move |_| {
        views.with(|views| views.teacher.as_ref().is_some_and(|score| rubric.with_value(|r| r.scored(score))))
    });
    let stage =
        Memo::new(move |_| rubric.with_value(|rubric| views.with(|views| views.stage(&task, rubric))));
    // Whether the form stands there: after "Score my work" or "Change my view".
    let scoring = RwSignal::new(false);
    let m = words().my_rubric();
    let read = move || {
        (0..criteria)
            .map(|place| view! { <CriterionCard rubric place to_students=true picking=None /> })
            .collect_view()
    };
    let go = move |text: &'static str| {
        view! { <button class="btn go wide" on:click=move |_| scoring.set(true)>{text}</button> }
    };
    view! {
        <h1 dir="auto">{title}</h1>
        {move || match (stage.get(), scoring.get()) {
            (Stage::Open | Stage::Waiting, true) => view! { <Form id of rubric views scoring /> }.into_any(),
            (Stage::Open, false) => {
                view! {
                    <p>{move || if scored.get() { m.teacher_waits } else { m.read_hint }}</p>
                    {read()}
                    {go(m.score)}
                }
                    .into_any()
            }
            (Stage::Ended, _) => view! { <p class="status">{m.ended}</p> {read()} }.into_any(),
            (now, _) => {
                let waiting = now == Stage::Waiting;
                view! {
                    {waiting
                        .then(|| {
                            view! {
                                <p class="status" role="status">{m.waiting}</p>
                                <a class="btn go" href=Route::Who.href()>{words().nav().done}</a>
                            }
                        })}
                    {move || {
                        let mut views = views.get();
                        // What the teacher has marked so far is not their view yet.
                        views.teacher = views.teacher.filter(|_| !waiting);
                        view! { <BothViews rubric views /> }
                    }}
                    {waiting.then(|| view! { <button class="btn" on:click=move |_| scoring.set(true)>{m.change}</button> })}
                    <details class="card">
                        <summary>{m.read}</summary>
                        {read()}
                    </details>
                }
                    .into_any()
            }
        }}
    }
}

/// The form in which a student scores their own work. What is picked and typed is kept as a draft.
#[component]
fn Form(
    id: StudentId,
    of: TaskId,
    rubric: StoredValue<Rubric>,
    views: Memo<Views>,
    scoring: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let criteria = rubric.with_value(|r| r.criteria.len());
    let saver = Saver::new(session);
    let before = views.with_untracked(|views| views.own.clone());
    let picks =
        RwSignal::new(before.as_ref().map_or(vec![None; criteria], |own| picks_of(&own.marks, criteria)));
    let sentence = RwSignal::new(before.map(|own| own.comment).unwrap_or_default());
    let problem = RwSignal::new(None::<String>);
    // The button that brought the form is gone.
    let first = picks.get_untracked();
    let begun = (Some(first.clone()), Some(sentence.get_untracked()));
    spawn_local(async move {
        let kept = session.draft(id, &of.to_string()).await;
        // The screen may be gone by then, or something new picked or typed on it.
        if let Some((kept, text)) = kept.and_then(|kept| read_draft(&kept, criteria))
            && (picks.try_get_untracked(), sentence.try_get_untracked()) == begun
        {
            picks.set(kept);
            sentence.set(text);
        }
    });
    request_animation_frame(move || focus_criterion(&first, 0));
    let keep = move || {
        let text = picks.with_untracked(|picks| sentence.with_untracked(|text| write_draft(picks, text)));
        session.keep_draft(id, &of.to_string(), text);
    };
    let picked = Callback::new(move |_| {
        problem.set(None);
        keep();
    });
    let m = words().my_rubric();
    let picking = Some(Picking { picks, none: words().levels().dont_know, picked });
    let hand_in = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let picks = picks.get_untracked();
        if let Some(place) = picks.iter().position(Option::is_none) {
            let criterion = rubric.with_value(|r| r.criteria.get(place).map(|c| c.name.clone()));
            problem.set(Some(m.need(&criterion.unwrap_or_default())));
            focus_criterion(&picks, place);
            return;
        }
        let score = RubricScore {
            task: of,
            day: session.today.get_untracked(),
            marks: marks_of(&picks),
            notes: Vec::new(),
            comment: sentence.get_untracked().trim().to_owned(),
        };
        let change = session.peek(|nb| nb.own_score(id, score));
        saver.save_quietly(vec![change], move || {
            session.keep_draft(id, &of.to_string(), String::new());
            // The screen may be gone by then.
            if scoring.try_set(false).is_none() {
                focus_if_lost();
            }
        });
    };
    view! {
        <form class="stack" on:submit=hand_in>
            <p>{m.score_hint}</p>
            {(0..criteria).map(|place| view! { <CriterionCard rubric place to_students=true picking /> }).collect_view()}
            <label class="field">
                <span>{m.sentence}</span>
                <textarea
                    rows="3"
                    dir="auto"
                    prop:value=move || sentence.get()
                    on:input=move |event| {
                        sentence.set(event_target_value(&event));
                        keep();
                    }
                ></textarea>
            </label>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <button class="btn go wide" type="submit">{m.hand_in}</button>
        </form>
    }
}

/// A draft as text: a letter for each criterion, then the sentence.
fn write_draft(picks: &Picks, sentence: &str) -> String {
    let letter = |pick: &Option<u8>| pick.map_or('-', |level| char::from(b'0' + level.min(9)));
    picks.iter().map(letter).chain(sentence.chars()).collect()
}

fn read_draft(kept: &str, criteria: usize) -> Option<(Picks, String)> {
    let mut letters = kept.chars();
    let mut picks = Picks::new();
    for _ in 0..criteria {
        picks.push(letters.next()?.to_digit(10).and_then(|level| u8::try_from(level).ok()));
    }
    Some((picks, letters.as_str().to_owned()))
}
