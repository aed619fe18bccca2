//! An observed lesson: what was seen for each look-for, minute by minute; rated afterwards, and only
//! where something was seen.

use leptos::prelude::*;

use super::change::InTurn;
use super::lesson_list::SeenList;
use super::lesson_seen::WriteSeen;
use crate::domain::id::TaskId;
use crate::domain::notebook::Slot;
use crate::domain::rubric::{LessonObservation, Rubric, rating};
use crate::domain::scale::Level;
use crate::route::{Route, TeacherScreen};
use crate::session::use_session;
use crate::ui::level::LevelPicker;
use crate::words::{long_day, words};

/// The screen.
#[component]
pub fn Lesson(id: TaskId) -> impl IntoView {
    let session = use_session();
    let lesson = Memo::new(move |_| session.ask_slots(&[Slot::Tasks], |nb| nb.lesson(id).cloned()));
    let rubric = session.peek(|nb| {
        let lesson = nb.lesson(id)?;
        Some((nb.rubric_version(lesson.version)?.clone(), lesson.title.clone(), lesson.day))
    });
    let r = words().rubric();
    view! {
        <main id="main" class="lesson stack">
            {match rubric {
                Some((rubric, title, day)) => {
                    let about = format!("{} · {}", rubric.title, long_day(day));
                    view! {
                        <div class="page-head">
                            <div>
                                <h1 dir="auto">{title}</h1>
                                <p class="muted" dir="auto">{about}</p>
                            </div>
                            <a class="btn small" href=Route::Teacher(TeacherScreen::Rubrics).href()>{r.to_list}</a>
                        </div>
                        <Observed id rubric lesson />
                    }
                        .into_any()
                }
                None => {
                    view! {
                        <h1>{words().lesson().unknown}</h1>
                        <a class="btn" href=Route::Teacher(TeacherScreen::Rubrics).href()>{r.to_list}</a>
                    }
                        .into_any()
                }
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
        let pick = move |(level, _): (u8, bool)| {
            turn.write(move |nb| {
                let lesson = nb.lesson(id)?.clone();
                let marks = rating(&lesson.marks, count, place, Some(Level(level)));
                let word = levels.with_value(|words| words.get(usize::from(level) - 1).cloned());
                let said = words().lesson().rated_said(&called.get_value(), &word.unwrap_or_default());
                Some((vec![nb.amend_lesson(LessonObservation { marks, ..lesson })], said))
            });
        };
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
                </Show>
            </section>
        }
    };
    view! {
        <p class="muted">{l.rate_hint}</p>
        {names.into_iter().enumerate().map(row).collect_view()}
    }
}
