//! Counting how far a goal over weeks has come: an amount to add and a button, or a number that is typed.

use leptos::prelude::*;

use super::goal::count_words;
use crate::domain::entry::Actor;
use crate::domain::id::{LongGoalId, StudentId};
use crate::domain::long_goal::{GoalProgress, LongGoalStory, as_typed, number};
use crate::session::{Saver, use_session};
use crate::words::words;

/// Says how far it has come.
#[component]
pub fn Count(
    /// Whose goal it is.
    id: StudentId,
    /// Which one.
    goal: LongGoalId,
    /// The goal and what was counted so far.
    story: Memo<Option<LongGoalStory>>,
) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    let strides =
        Memo::new(move |_| story.with(|s| s.as_ref().map(|s| s.goal.strides()).unwrap_or_default()));
    let now = Memo::new(move |_| story.with(|s| s.as_ref().map(LongGoalStory::now).unwrap_or_default()));
    // What is typed stands over what was counted last, until it is kept.
    let typed = RwSignal::new(None::<String>);
    let text = move || typed.get().unwrap_or_else(|| as_typed(now.get()));
    let wrong = RwSignal::new(false);
    let saver = Saver::new(session);
    let write = move |text: String| {
        wrong.set(false);
        typed.set(Some(text));
    };
    let add = move |amount: f64| {
        let base = number(&untrack(text)).unwrap_or_else(|| now.get_untracked());
        // Without the dust of sums in halves and tenths.
        write((((base + amount) * 100.0).round() / 100.0).to_string());
    };
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(value) = number(&untrack(text)) else { return wrong.set(true) };
        let progress = GoalProgress { goal, day: session.today.get_untracked(), value };
        let change = session.peek(|nb| nb.count_progress(id, Actor::Student, progress));
        let written = typed.get_untracked();
        saver.save(vec![change], p.count_said(&count_words(value)), move || {
            // What was typed on meanwhile stays; the screen may be gone by then.
            if typed.try_with_untracked(|now| *now == written) == Some(true) {
                typed.set(None);
            }
        });
    };
    let stride = move |amount: f64| {
        let size = count_words(amount.abs());
        let label = if amount < 0.0 { p.count_less(&size) } else { p.count_more(&size) };
        view! { <button class="btn" type="button" on:click=move |_| add(amount)>{label}</button> }
    };
    view! {
        <form class="row counting noprint" on:submit=keep>
            <label class="field">
                <span>{p.count}</span>
                <input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    prop:value=text
                    on:input=move |event| write(event_target_value(&event))
                />
            </label>
            {move || strides.get().into_iter().map(stride).collect_view()}
            <button class="btn go" type="submit">{p.count_save}</button>
        </form>
        <p class="problem" role="alert">{move || wrong.get().then_some(p.count_wrong)}</p>
    }
}
