//! An observed lesson: what was seen for each look-for, minute by minute; rated afterwards, and only
//! where something was seen.

use leptos::prelude::*;

use super::amend::AmendButton;
use super::lesson_list::SeenList;
use super::lesson_seen::WriteSeen;
use super::lesson_sheet::LessonSheet;
use super::missing::Missing;
use crate::browser;
use crate::domain::id::TaskId;
use crate::domain::notebook::Slot;
use crate::domain::rubric::{LessonObservation, Rubric, rating};
use crate::domain::scale::Level;
use crate::route::{Route, TeacherScreen};
use crate::session::{InTurn, use_session};
use crate::ui::level::LevelPicker;
use crate::words::{long_day, words};

/// The screen.
#[component]
pub fn Lesson(id: TaskId) -> impl IntoView {
    let session = use_session();
    let lesson = Memo::new(move |_| session.ask_slots(&[Slot::Tasks], |nb| nb.lesson(id).cloned()));
    let rubric = session.peek(|nb| nb.rubric_version(nb.lesson(id)?.version).cloned());
    let head =
        move || lesson.with(|l| l.as_ref().map(|l| (l.title.clone(), long_day(l.day)))).unwrap_or_default();
    view! {
        <main id="main" class="lesson stack">
            {match rubric {
                Some(rubric) => {
                    let of = rubric.title.clone();
                    view! {
                        <div class="page-head">
                            <div>
                                <h1 dir="auto">{move || head().0}</h1>
                                <p class="muted" dir="auto">{move || format!("{of} · {}", head().1)}</p>
                            </div>
                            <div class="row noprint">
                                <AmendButton id lesson=true />
                                <button class="btn small" on:click=move |_| browser::print()>
                                    {words().app().print}
                                </button>
                                <a class="btn small" href=Route::Teacher(TeacherScreen::Rubrics).href()>
                                    {words().rubric().to_list}
                                </a>
                            </div>
                        </div>
                        <LessonSheet rubric=rubric.clone() lesson />
                        <Observed id rubric lesson />
                    }
                        .into_any()
                }
                None => view! { <Missing said=words().lesson().unknown /> }.into_any(),
            }}
        </main>
    }
}

#[component]
fn Observed(id: TaskId, rubric: Rubric, lesson: Memo<Option<LessonObservation>>) -> impl IntoView {
    let session = use_session();
    let turn = InTurn::new(session);
    let rubric = StoredValue::new(rubric);
    // Evidence first: ratings are a second step.
    let rates = RwSignal::new(false);
    let l = words().lesson();
    let step = move |to: bool, text: &'static str| {
        view! {
            <button
                class="btn small"
                aria-pressed=move || (rates.get() == to).to_string()
                on:click=move |_| rates.set(to)
            >
                {text}
            </button>
        }
    };
    view! {
        <div class="stack noprint">
            <div class="row" role="group" aria-label=l.steps>
                {step(false, l.see)} {step(true, l.rate)}
            </div>
            {move || {
                if rates.get() {
                    view! { <Ratings id rubric lesson turn /> }.into_any()
                } else {
                    view! {
                        <WriteSeen id rubric turn />
                        <SeenList id rubric lesson turn />
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

/// The second step: a level for each look-for that something was seen for, beside what was seen.
#[component]
fn Ratings(
    id: TaskId,
    rubric: StoredValue<Rubric>,
    lesson: Memo<Option<LessonObservation>>,
    turn: InTurn,
) -> impl IntoView {
    let (names, levels) = rubric
        .with_value(|r| (r.criteria.iter().map(|c| c.name.clone()).collect::<Vec<_>>(), r.levels.clone()));
    let l = words().lesson();
    let count = names.len();
    let row = move |(place, name): (usize, String)| {
        let seen = move || {
            lesson.with(|lesson| {
                let all = lesson.iter().flat_map(|lesson| &lesson.seen);
                let here = all.filter(|seen| usize::from(seen.criterion) == place);
                here.map(|seen| (seen.minute, seen.text.clone())).collect::<Vec<_>>()
            })
        };
        let any = Memo::new(move |_| !seen().is_empty());
        let picked = Signal::derive(move || {
            lesson.with(|lesson| {
                let marks = &lesson.as_ref()?.marks;
                rubric.with_value(|r| r.mark(marks, place)).map(|level| level.0)
            })
        });
        let called = StoredValue::new(name.clone());
        let levels = StoredValue::new(levels.clone());
        let rate = move |level: Option<Level>| {
            let word = match level {
                Some(level) => rubric.with_value(|rubric| rubric.word(level).to_owned()),
                None => words().lesson().no_rating.to_owned(),
            };
            let said = called.with_value(|called| words().lesson().rated_said(called, &word));
            turn.write(move |nb| {
                let lesson = nb.lesson(id)?.clone();
                let marks = rating(&lesson.marks, count, place, level);
                if lesson.marks.get(place).copied().flatten() == level {
                    return None;
                }
                Some((vec![nb.amend_lesson(LessonObservation { marks, ..lesson })], said))
            });
        };
        let pick = move |(level, _): (u8, bool)| rate(Some(Level(level)));
        let take_away = format!("{}: {name}", l.no_rating);
        view! {
            <section class="card stack">
                <h2 dir="auto">{name}</h2>
                <ul class="seen">
                    {move || {
                        let line = |(minute, text): (u16, String)| {
                            view! { <li dir="auto"><span class="pill">{l.minute(&minute)}</span>" "{text}</li> }
                        };
                        seen().into_iter().map(line).collect_view()
                    }}
                </ul>
                <Show when=move || any.get() fallback=move || view! { <p class="muted">{l.nothing_seen}</p> }>
                    <LevelPicker
                        name=format!("look-for-{place}")
                        legend=l.how_far
                        words=levels.get_value()
                        picked
                        on_pick=Callback::new(pick)
                    />
                    <button
                        class="btn small"
                        aria-label=take_away.clone()
                        aria-pressed=move || picked.get().is_none().to_string()
                        on:click=move |_| rate(None)
                    >
                        {l.no_rating}
                    </button>
                </Show>
            </section>
        }
    };
    view! {
        <p class="muted">{l.rate_hint}</p>
        {names.into_iter().enumerate().map(row).collect_view()}
    }
}
