//! One line of feedback the student sees, and what was written before.

use leptos::html;
use leptos::prelude::*;

use super::cell::Place;
use crate::domain::feedback::Feedback;
use crate::domain::notebook::Slot;
use crate::domain::{Body, Change, Day, Notebook};
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::words::{short_day, words};

/// How many earlier lines are shown.
const EARLIER: usize = 4;

/// What was written to a student about a skill, the latest first.
fn written(nb: &Notebook, place: Place) -> Vec<(Day, String)> {
    let about = |body: &Body| match body {
        Body::Feedback(f) if f.skill == Some(place.skill) => Some((f.day, f.text.clone())),
        _ => None,
    };
    nb.slot(Slot::Feedback(place.student)).rev().filter_map(|e| about(&e.body)).take(EARLIER).collect()
}

/// Writes feedback.
#[component]
pub fn WriteFeedback(
    /// To whom, about what.
    place: Place,
) -> impl IntoView {
    let session = use_session();
    let earlier =
        Memo::new(move |_| session.ask_slots(&[Slot::Feedback(place.student)], |nb| written(nb, place)));
    let text = RwSignal::new(String::new());
    let empty = RwSignal::new(false);
    let node = NodeRef::<html::Input>::new();
    let saver = Saver::new(session);
    let s = words().skills();
    let save = move || {
        let line = text.get_untracked().trim().to_owned();
        empty.set(line.is_empty());
        if line.is_empty() {
            if let Some(field) = node.get_untracked() {
                // It fails only for a field that is gone.
                let _ = field.focus();
            }
            return;
        }
        let feedback = Feedback { text: line, skill: Some(place.skill), day: session.today.get_untracked() };
        let said = s.feedback_said(&session.peek(|nb| said::name_of(nb, place.student)));
        // What could not be kept stays in the field.
        saver.save(vec![Change::by_teacher(place.student, feedback)], said, move || {
            drop(text.try_set(String::new()));
        });
    };
    let list = move || {
        let line = |(day, text): (Day, String)| {
            view! {
                <li>
                    <span class="muted sm">{short_day(day)}</span>
                    " "
                    {text}
                </li>
            }
        };
        earlier.get().into_iter().map(line).collect_view()
    };
    view! {
        <section class="card stack" aria-labelledby="feedback-title">
            <h2 id="feedback-title">{s.feedback}</h2>
            <form
                class="stack"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    save();
                }
            >
                <label class="field">
                    <span>{s.feedback_label}</span>
                    <input
                        type="text"
                        node_ref=node
                        maxlength="240"
                        autocomplete="off"
                        bind:value=text
                        aria-describedby="feedback-problem"
                        aria-invalid=move || empty.get().to_string()
                    />
                </label>
                <p id="feedback-problem" class="problem" role="alert">
                    {move || empty.get().then_some(s.need_feedback)}
                </p>
                <button class="btn" type="submit">{s.feedback_save}</button>
            </form>
            <ul class="feedback-list">{list}</ul>
        </section>
    }
}
