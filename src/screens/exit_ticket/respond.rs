//! A student answers an exit ticket: one question per view, kept while typing, handed in at the
//! end. "I don't know yet" is always a choice.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{Answer, ExitTicket, LONGEST_SENTENCE, Moment, Question, Reply};
use crate::domain::id::{StudentId, TicketId};
use crate::domain::scale::{Level, Score};
use crate::domain::skill::Check;
use crate::route::{Route, StudentScreen};
use crate::screens::{frame, said};
use crate::session::use_session;
use crate::ui::icon::{Icon, Picture};
use crate::ui::level::LevelPicker;
use crate::words::words;

/// An answer that is still being written. It is kept as a draft, so that a reload lands on the
/// same question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
struct Draft {
    step: usize,
    before: Option<u8>,
    now: Option<u8>,
    /// "I don't know yet" to the level question.
    unsure: bool,
    choice: Option<u8>,
    /// "I don't know yet" to the choice question.
    choice_unsure: bool,
    sentence: String,
}

/// How a part changes the draft, which is kept each time.
type Edit = Callback<Box<dyn Fn(&mut Draft) + Send + Sync>>;

/// A view of the ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Levels,
    Choice(Check),
    Sentence,
}

/// The screen.
#[component]
pub fn Respond(id: StudentId, ticket: TicketId) -> impl IntoView {
    let session = use_session();
    session.prefer(|p| p.locked = true);
    let found = Memo::new(move |_| session.ask(|nb| nb.ticket(ticket).cloned()));
    let open = Memo::new(move |_| session.ask(|nb| nb.is_open(ticket)));
    let handed = Memo::new(move |_| session.ask(|nb| nb.answer(ticket, id).is_some()));
    let r = words().respond();
    view! {
        <frame::Student id screen=StudentScreen::Ticket(ticket)>
            <main id="main" class="narrow">
                {move || match (found.get(), handed.get(), open.get()) {
                    (None, ..) => view! { <Ended id title=r.title text=r.unknown /> }.into_any(),
                    (_, true, _) => view! { <Ended id title=r.handed text=r.handed_text /> }.into_any(),
                    (_, false, false) => view! { <Ended id title=r.title text=r.closed /> }.into_any(),
                    (Some(ticket), false, true) => view! { <Questions id ticket /> }.into_any(),
                }}
            </main>
        </frame::Student>
    }
}

/// There is nothing to answer, and why.
#[component]
fn Ended(id: StudentId, title: &'static str, text: &'static str) -> impl IntoView {
    let r = words().respond();
    view! {
        <div class="card stack">
            <h1>{title}</h1>
            <p role="status">{text}</p>
            <div class="row">
                <a class="btn go" href=Route::Who.href()>{words().nav().done}</a>
                <a class="btn" href=Route::Student(id, StudentScreen::Today).href()>{r.to_today}</a>
            </div>
        </div>
    }
}

#[component]
fn Questions(id: StudentId, ticket: ExitTicket) -> impl IntoView {
    let session = use_session();
    let steps = StoredValue::new(steps(&ticket));
    let count = steps.with_value(Vec::len);
    let name = StoredValue::new(ticket.id.to_string());
    // What the student said about this skill earlier today is where they were before.
    let earlier = session.peek(|nb| said_before(nb, id, &ticket));
    let draft = RwSignal::new(Draft { before: earlier, ..Draft::default() });
    spawn_local(async move {
        let kept = session.draft(id, &name.get_value()).await;
        if let Some(kept) = kept.and_then(|text| serde_json::from_str::<Draft>(&text).ok()) {
            draft.set(kept);
        }
    });
    let change: Edit = Callback::new(move |how: Box<dyn Fn(&mut Draft) + Send + Sync>| {
        draft.update(how);
        let text = draft.with_untracked(|d| serde_json::to_string(d).unwrap_or_default());
        session.keep_draft(id, &name.get_value(), text);
    });
    let next = Callback::new(move |()| change.run(Box::new(move |d| d.step = (d.step + 1).min(count - 1))));
    let skill = session.peek(|nb| said::skill_line(nb, ticket.skill));
    let whole = StoredValue::new(ticket);
    let hand_in = move || {
        let change =
            whole.with_value(|ticket| answer(ticket, &draft.get_untracked(), session.today.get_untracked()));
        spawn_local(async move {
            if session.write(vec![Change::by_student(id, change)]).await.is_ok() {
                session.keep_draft(id, &name.get_value(), String::new());
            }
        });
    };
    let at = Memo::new(move |_| draft.with(|d| d.step.min(count.saturating_sub(1))));
    let r = words().respond();
    let last = move || at.get() + 1 == count;
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if last() { hand_in() } else { next.run(()) }
    };
    view! {
        <form class="card stack question" on:submit=submit>
            <div class="row between">
                <h1>{r.title}</h1>
                <span class="pill" role="status">{move || r.step(&(at.get() + 1), &count)}</span>
            </div>
            <p class="statement">{skill}</p>
            {move || match steps.with_value(|steps| steps.get(at.get()).cloned()) {
                Some(Step::Levels) => {
                    view! { <Levels draft known=earlier.is_some() change next /> }.into_any()
                }
                Some(Step::Choice(check)) => {
                    view! { <Choice check draft change next /> }.into_any()
                }
                _ => view! { <Sentence draft change /> }.into_any(),
            }}
            <div class="row between">
                <button
                    class="btn"
                    type="button"
                    aria-disabled=move || (at.get() == 0).to_string()
                    on:click=move |_| change.run(Box::new(|d| d.step = d.step.saturating_sub(1)))
                >
                    {r.back}
                </button>
                <button class="btn go" type="submit">
                    {move || if last() { r.hand_in } else { r.next }}
                </button>
            </div>
        </form>
    }
}

#[component]
fn Levels(draft: RwSignal<Draft>, known: bool, change: Edit, next: Callback<()>) -> impl IntoView {
    let session = use_session();
    let scale = session.peek(said::scale_words);
    let r = words().respond();
    let pick_before = move |(level, _): (u8, bool)| change.run(Box::new(move |d| d.before = Some(level)));
    let pick_now = move |(level, final_choice): (u8, bool)| {
        change.run(Box::new(move |d| {
            d.now = Some(level);
            d.unsure = false;
        }));
        // An arrow key on its way along the scale does not turn the page.
        if final_choice && draft.with_untracked(|d| d.before.is_some()) {
            next.run(());
        }
    };
    let unsure = move |_| {
        change.run(Box::new(|d| {
            d.now = None;
            d.unsure = true;
        }));
        next.run(());
    };
    view! {
        <div class="stack">
            {(!known)
                .then(|| {
                    view! {
                        <LevelPicker
                            name="before"
                            legend=r.before
                            words=scale.clone()
                            picked=Signal::derive(move || draft.with(|d| d.before))
                            on_pick=Callback::new(pick_before)
                        />
                    }
                })}
            <LevelPicker
                name="now"
                legend=r.now
                words=scale
                picked=Signal::derive(move || draft.with(|d| d.now))
                on_pick=Callback::new(pick_now)
            />
            <button
                class="choice"
                type="button"
                aria-pressed=move || draft.with(|d| d.unsure).to_string()
                on:click=unsure
            >
                {words().levels().dont_know}
            </button>
        </div>
    }
}

#[component]
fn Choice(check: Check, draft: RwSignal<Draft>, change: Edit, next: Callback<()>) -> impl IntoView {
    let options = check.choices.into_iter().zip(0u8..).map(move |(text, place)| {
        let pick = move |final_choice: bool| {
            change.run(Box::new(move |d| {
                d.choice = Some(place);
                d.choice_unsure = false;
            }));
            if final_choice {
                next.run(());
            }
        };
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="choice"
                    prop:checked=move || draft.with(|d| d.choice == Some(place))
                    on:change=move |_| pick(false)
                    on:click=move |event| {
                        if event.detail() > 0 {
                            pick(true);
                        }
                    }
                />
                <span dir="auto">{text}</span>
            </label>
        }
    });
    let unsure = move |_| {
        change.run(Box::new(|d| {
            d.choice = None;
            d.choice_unsure = true;
        }));
        next.run(());
    };
    view! {
        <fieldset class="stack">
            <legend class="asked">{check.question}</legend>
            <div class="choices">
                {options.collect_view()}
                <button
                    class="choice"
                    type="button"
                    aria-pressed=move || draft.with(|d| d.choice_unsure).to_string()
                    on:click=unsure
                >
                    {words().levels().dont_know}
                </button>
            </div>
        </fieldset>
    }
}

#[component]
fn Sentence(draft: RwSignal<Draft>, change: Edit) -> impl IntoView {
    let r = words().respond();
    let left = move || LONGEST_SENTENCE.saturating_sub(draft.with(|d| d.sentence.chars().count()));
    let typed = move |event: leptos::ev::Event| {
        let text: String = event_target_value(&event).chars().take(LONGEST_SENTENCE).collect();
        change.run(Box::new(move |d| d.sentence.clone_from(&text)));
    };
    view! {
        <label class="field">
            <span>{r.sentence}</span>
            <textarea
                rows="4"
                placeholder=r.sentence_hint
                prop:value=move || draft.with(|d| d.sentence.clone())
                on:input=typed
                dir="auto"
            ></textarea>
        </label>
        <p class="muted sm" role="status">
            {move || (left() < 100).then(|| r.letters_left(left()))}
        </p>
        <p class="row muted sm">
            <Icon of=Picture::Saved />
            {words().goal().saved}
        </p>
    }
}

fn steps(ticket: &ExitTicket) -> Vec<Step> {
    let mut steps = Vec::new();
    for question in &ticket.questions {
        match question {
            Question::Level(_) if steps.contains(&Step::Levels) => {}
            Question::Level(_) => steps.push(Step::Levels),
            Question::Choice(check) => steps.push(Step::Choice(check.clone())),
            Question::Sentence => steps.push(Step::Sentence),
        }
    }
    steps
}

/// What the student said about the ticket's skill earlier on the ticket's day.
fn said_before(notebook: &Notebook, student: StudentId, ticket: &ExitTicket) -> Option<u8> {
    let said = notebook.self_levels(student, ticket.skill);
    said.last().filter(|s| s.day == ticket.day).map(|s| s.level.0)
}

fn answer(ticket: &ExitTicket, draft: &Draft, day: crate::domain::Day) -> Answer {
    let level =
        |level: Option<u8>| level.map(|l| Reply::Level(Score { scale: ticket.scale, level: Level(l) }));
    let reply = |question: &Question| match question {
        Question::Level(Moment::Before) => level(draft.before).unwrap_or(Reply::Blank),
        Question::Level(Moment::After) if draft.unsure => Reply::DontKnow,
        Question::Level(Moment::After) => level(draft.now).unwrap_or(Reply::Blank),
        Question::Choice(_) if draft.choice_unsure => Reply::DontKnow,
        Question::Choice(_) => draft.choice.map_or(Reply::Blank, Reply::Choice),
        Question::Sentence if draft.sentence.trim().is_empty() => Reply::Blank,
        Question::Sentence => Reply::Sentence(draft.sentence.trim().to_owned()),
    };
    let replies = ticket.questions.iter().map(reply).collect();
    Answer { ticket: ticket.id, skill: ticket.skill, day, replies }
}
