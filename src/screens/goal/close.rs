//! Closing a goal: Yes, Almost, Not yet, and why if the student wants to say it.

use leptos::prelude::*;

use crate::domain::entry::{Body, Change};
use crate::domain::goal::{GoalClosed, GoalResult, GoalStory};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::use_session;
use crate::ui::aloud::Say;
use crate::ui::level::Glyph;
use crate::words::words;

/// Asks how a goal went, or says how it did.
#[component]
pub fn CloseGoal(
    /// Whose goal it is.
    id: StudentId,
    /// The goal, and its end if it has one.
    story: GoalStory,
    /// The question.
    asks: String,
) -> impl IntoView {
    let session = use_session();
    let goal = story.goal.id;
    let close = move |result: GoalResult, why: String| {
        let day = session.today.get_untracked();
        let replaces = session.peek(|nb| {
            nb.heads_of(Slot::Goals(id), |body| matches!(body, Body::GoalClosed(c) if c.goal == goal))
        });
        let change = Change::by_student(id, GoalClosed { goal, day, result, why });
        session.act_quietly(vec![change.replacing(replaces)]);
    };
    let label = asks.clone();
    let closed = story.closed;
    let button = move |result: GoalResult| {
        let full = match result {
            GoalResult::Met => 4,
            GoalResult::Almost => 2,
            GoalResult::NotYet => 0,
        };
        view! {
            <button class="btn" on:click=move |_| close(result, String::new())>
                <span class="pic">
                    <Glyph level=full of=4 />
                </span>
                {said::goal_result(result)}
            </button>
        }
    };
    match closed {
        None => view! {
            <div class="status stack" role="group" aria-label=label>
                <Say />
                <p dir="auto">{asks}</p>
                <div class="row">
                    {button(GoalResult::Met)} {button(GoalResult::Almost)} {button(GoalResult::NotYet)}
                </div>
            </div>
        }
        .into_any(),
        Some(end) => {
            view! { <Closed end on_why=Callback::new(move |(result, why)| close(result, why)) /> }.into_any()
        }
    }
}

/// How it went; the reason can be added.
#[component]
fn Closed(end: GoalClosed, on_why: Callback<(GoalResult, String)>) -> impl IntoView {
    let g = words().goal();
    let result = end.result;
    let text = match result {
        GoalResult::Met => g.closed_met,
        GoalResult::Almost => g.closed_almost,
        GoalResult::NotYet => g.closed_not_yet,
    };
    let why = RwSignal::new(end.why);
    let ask = result != GoalResult::Met;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_why.run((result, why.get_untracked().trim().to_owned()));
    };
    view! {
        <div class="status stack">
            <Say />
            <p role="status">{text}</p>
            {ask
                .then(|| {
                    view! {
                        <form class="row why" on:submit=save>
                            <label class="field">
                                <span class="sm muted">{g.why}</span>
                                <input type="text" maxlength="200" bind:value=why dir="auto" />
                            </label>
                            <button class="btn small" type="submit">{g.why_save}</button>
                        </form>
                    }
                })}
        </div>
    }
}
