//! What is seen in a lesson, written down while it goes on.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Notebook;
use crate::domain::id::TaskId;
use crate::domain::rubric::{Rubric, Seen};
use crate::session::{InTurn, OneAtATime, Session, Typed, use_session};
use crate::ui::focus::focus_on;
use crate::words::words;

/// The minutes of the lesson, counted by this device from when it was told that it begins.
#[derive(Clone, Copy)]
struct Clock {
    session: Session,
    id: TaskId,
    began: RwSignal<Option<u64>>,
    now: RwSignal<u64>,
}

impl Clock {
    fn new(session: Session, id: TaskId) -> Clock {
        let clock = Clock { session, id, began: RwSignal::new(None), now: RwSignal::new(browser::now_ms()) };
        spawn_local(async move {
            let kept = session.typed(&clock.name()).await;
            // The screen may be gone by then.
            let _ = clock.began.try_set(kept.and_then(|text| text.parse().ok()));
        });
        browser::every(Duration::from_secs(5), move || clock.now.set(browser::now_ms()));
        clock
    }

    fn name(self) -> String {
        format!("lesson/{}", self.id)
    }

    fn begin(self) {
        let now = browser::now_ms();
        self.now.set(now);
        self.began.set(Some(now));
        self.session.keep_typed(&self.name(), now.to_string());
    }

    /// The minute it is now; none before the lesson began, and none the day after.
    fn minute(self) -> Option<u16> {
        let minutes = self.now.get().saturating_sub(self.began.get()?) / 60_000;
        u16::try_from(minutes).ok().filter(|minutes| *minutes < 6 * 60)
    }
}

/// The change that puts another list of what was seen into a lesson.
pub fn amended(
    nb: &Notebook,
    id: TaskId,
    how: impl FnOnce(&mut Vec<Seen>),
    said: String,
) -> Option<(Vec<crate::domain::Change>, String)> {
    let mut lesson = nb.lesson(id)?.clone();
    how(&mut lesson.seen);
    Some((vec![nb.amend_lesson(lesson)], said))
}

/// The choice of a look-for.
pub fn look_fors(rubric: StoredValue<Rubric>, chosen: RwSignal<u8>) -> impl IntoView {
    let names = rubric.with_value(|r| r.criteria.iter().map(|c| c.name.clone()).collect::<Vec<_>>());
    let option = move |(at, name): (u8, String)| {
        view! { <option value=at.to_string() prop:selected=move || chosen.get() == at>{name}</option> }
    };
    view! {
        <select on:change=move |event| {
            chosen.set(event_target_value(&event).parse().unwrap_or(0));
        }>{(0..).zip(names).map(option).collect_view()}</select>
    }
}

/// One sentence, its look-for and its minute.
#[component]
pub fn WriteSeen(id: TaskId, rubric: StoredValue<Rubric>, turn: InTurn) -> impl IntoView {
    let session = use_session();
    let clock = Clock::new(session, id);
    let form = Typed::begin(session, format!("seen/{id}"), String::new());
    let look_for = RwSignal::new(0u8);
    // Nothing typed: the minute it is.
    let typed = RwSignal::new(None::<String>);
    let problem = RwSignal::new(None::<&'static str>);
    let l = words().lesson();
    let minute = move || typed.get().unwrap_or_else(|| clock.minute().unwrap_or(0).to_string());
    let door = OneAtATime::default();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(inside) = door.enter() else { return };
        let text = form.now.get_untracked();
        let seen = text.trim().to_owned();
        let Ok(minute) = untrack(minute).trim().parse::<u16>() else {
            problem.set(Some(l.need_minute));
            focus_on("seen-minute");
            return;
        };
        focus_on("seen-text");
        if seen.is_empty() {
            problem.set(Some(l.need_text));
            return;
        }
        problem.set(None);
        let seen = Seen { criterion: look_for.get_untracked(), minute, text: seen };
        let forget = form.once_written();
        let after = move |kept: bool| {
            // The screen may be gone by then; what was typed on meanwhile stays.
            drop(inside);
            if kept {
                forget();
                if form.is(&text) == Some(true) {
                    form.now.set(String::new());
                    typed.set(None);
                }
            }
        };
        turn.write_and(
            move |nb| amended(nb, id, |all| all.push(seen), words().lesson().noted_said(&minute)),
            after,
        );
    };
    view! {
        <form class="card stack" novalidate on:submit=add>
            <div class="row between">
                <p role="status">
                    {move || clock.minute().map_or_else(|| l.not_begun.to_owned(), |n| l.minute_now(&n))}
                </p>
                <button class="btn small" type="button" on:click=move |_| clock.begin()>{l.begin_now}</button>
            </div>
            <label class="field">
                <span>{l.what}</span>
                <textarea
                    id="seen-text"
                    rows="2"
                    dir="auto"
                    prop:value=move || form.now.get()
                    on:input=move |event| form.edit(|text| *text = event_target_value(&event))
                ></textarea>
            </label>
            <div class="row">
                <label class="field grow">
                    <span>{l.look_for}</span>
                    {look_fors(rubric, look_for)}
                </label>
                <label class="field">
                    <span>{l.minute_label}</span>
                    <input
                        id="seen-minute"
                        type="number"
                        min="0"
                        max="999"
                        prop:value=minute
                        on:input=move |event| typed.set(Some(event_target_value(&event)))
                    />
                </label>
            </div>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <button class="btn go" type="submit">{l.add}</button>
        </form>
    }
}
