//! What was seen in a lesson so far; each sentence can be corrected.

use leptos::prelude::*;

use super::lesson_seen::{amended, look_fors};
use crate::domain::Notebook;
use crate::domain::id::TaskId;
use crate::domain::rubric::{LessonObservation, Rubric, Seen};
use crate::session::{InTurn, OneAtATime};
use crate::ui::dialog::Dialog;
use crate::words::words;

/// What was seen so far, by look-for; each sentence can be corrected.
#[component]
pub fn SeenList(
    id: TaskId,
    rubric: StoredValue<Rubric>,
    lesson: Memo<Option<LessonObservation>>,
    turn: InTurn,
) -> impl IntoView {
    let l = words().lesson();
    let editing = RwSignal::new(None::<usize>);
    let open = RwSignal::new(false);
    let names = rubric.with_value(|r| r.criteria.iter().map(|c| c.name.clone()).collect::<Vec<_>>());
    let line = move |(at, seen): (usize, Seen)| {
        let label = format!("{}: {}", l.correct, seen.text);
        let edit = move |_| {
            editing.set(Some(at));
            open.set(true);
        };
        view! {
            <li class="row">
                <span class="pill">{l.minute(&seen.minute)}</span>
                <span class="grow" dir="auto">{seen.text}</span>
                <button class="btn small quiet" aria-label=label on:click=edit>{l.correct}</button>
            </li>
        }
    };
    let section = move |(place, name): (usize, String)| {
        let here = move || {
            lesson.with(|lesson| {
                let all = lesson.iter().flat_map(|lesson| lesson.seen.iter().cloned().enumerate());
                all.filter(|(_, seen)| usize::from(seen.criterion) == place).collect::<Vec<_>>()
            })
        };
        let none = move || here().is_empty().then(|| view! { <li class="muted">{l.nothing_seen}</li> });
        view! {
            <section class="stack look-for">
                <h2 dir="auto">{name}</h2>
                <ul class="seen">{move || here().into_iter().map(line).collect_view()} {none}</ul>
            </section>
        }
    };
    let form = move || {
        let at = editing.get()?;
        let seen = lesson.with_untracked(|lesson| lesson.as_ref()?.seen.get(at).cloned())?;
        Some(view! { <Correct id at seen rubric turn open /> })
    };
    view! {
        {names.into_iter().enumerate().map(section).collect_view()}
        <Dialog open title=l.correct>
            {form}
        </Dialog>
    }
}

/// The form in which a sentence is corrected or removed.
#[component]
fn Correct(
    id: TaskId,
    at: usize,
    seen: Seen,
    rubric: StoredValue<Rubric>,
    turn: InTurn,
    open: RwSignal<bool>,
) -> impl IntoView {
    let l = words().lesson();
    let text = RwSignal::new(seen.text.clone());
    let minute = RwSignal::new(seen.minute.to_string());
    let look_for = RwSignal::new(seen.criterion);
    let problem = RwSignal::new(None::<&'static str>);
    let (before, door) = (StoredValue::new(seen), OneAtATime::default());
    // Another tab may have changed the list: only the sentence that was opened is changed.
    let put = move |with: Option<Seen>, said: String| {
        let Some(inside) = door.enter() else { return };
        let before = before.get_value();
        let make = move |nb: &Notebook| {
            let change = |all: &mut Vec<Seen>| {
                let place = all.get(at).filter(|seen| **seen == before).map(|_| at);
                match (place.or_else(|| all.iter().position(|seen| *seen == before)), with) {
                    (Some(place), Some(with)) => all[place] = with,
                    (Some(place), None) => drop(all.remove(place)),
                    (None, Some(with)) => all.push(with),
                    (None, None) => {}
                }
            };
            amended(nb, id, change, said)
        };
        // What could not be kept stays on the screen, which may be gone by then.
        turn.write_and(make, move |kept| {
            drop(inside);
            if kept {
                let _ = open.try_set(false);
            }
        });
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = text.get_untracked().trim().to_owned();
        let Ok(minute) = minute.get_untracked().trim().parse::<u16>() else {
            problem.set(Some(l.need_minute));
            return;
        };
        if typed.is_empty() {
            problem.set(Some(l.need_text));
            return;
        }
        let seen = Seen { criterion: look_for.get_untracked(), minute, text: typed };
        put(Some(seen), l.corrected_said(&minute));
    };
    view! {
        <form class="stack" novalidate on:submit=save>
            <label class="field">
                <span>{l.what}</span>
                <textarea rows="3" dir="auto" bind:value=text></textarea>
            </label>
            <label class="field">
                <span>{l.look_for}</span>
                {look_fors(rubric, look_for)}
            </label>
            <label class="field">
                <span>{l.minute_label}</span>
                <input type="number" min="0" max="999" bind:value=minute />
            </label>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().app().save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
                <button class="btn quiet" type="button" on:click=move |_| put(None, l.removed_said.to_owned())>
                    {l.remove}
                </button>
            </div>
        </form>
    }
}
