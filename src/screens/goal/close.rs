//! Closing a goal: Yes, Almost, Not yet, and why if the student wants to say it.

use leptos::prelude::*;

use crate::domain::entry::{Body, Change};
use crate::domain::goal::{GoalClosed, GoalResult, GoalStory};
use crate::domain::id::{GoalId, StudentId};
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::{Saver, Typed, use_session};
use crate::ui::aloud::Say;
use crate::ui::focus::focus_if_lost_on;
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
    let saver = Saver::new(session);
    let close = move |result: GoalResult, why: String, done: Box<dyn FnOnce()>| {
        let day = session.today.get_untracked();
        let replaces = session.peek(|nb| {
            nb.heads_of(Slot::Goals(id), |body| matches!(body, Body::GoalClosed(c) if c.goal == goal))
        });
        let change = Change::by_student(id, GoalClosed { goal, day, result, why });
        let said = words().goal().closed_said(&said::goal_result(result));
        saver.save(vec![change.replacing(replaces)], said, move || {
            done();
            // What was tapped is gone.
            focus_if_lost_on(said_at(goal));
        });
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
            <button class="btn" on:click=move |_| close(result, String::new(), Box::new(|| ()))>
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
            let on_why = move |typed: Typed<String>| {
                let why = typed.now.with_untracked(|why| why.trim().to_owned());
                close(end.result, why, Box::new(typed.once_written()));
            };
            let typed = Typed::about(session, id, format!("why/{goal}"), end.why);
            view! { <Closed goal result=end.result why=typed on_why=Callback::new(on_why) /> }.into_any()
        }
    }
}

/// The name in the document of what is said about a goal that is closed.
fn said_at(goal: GoalId) -> String {
    format!("closed-{goal}")
}

/// How it went; the reason can be added.
#[component]
fn Closed(
    goal: GoalId,
    result: GoalResult,
    why: Typed<String>,
    on_why: Callback<Typed<String>>,
) -> impl IntoView {
    let g = words().goal();
    let text = match result {
        GoalResult::Met => g.closed_met,
        GoalResult::Almost => g.closed_almost,
        GoalResult::NotYet => g.closed_not_yet,
    };
    let ask = result != GoalResult::Met;
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_why.run(why);
    };
    view! {
        <div class="status stack">
            <Say />
            <p id=said_at(goal) tabindex="-1" role="status">{text}</p>
            {ask
                .then(|| {
                    view! {
                        <form class="row why" on:submit=save>
                            <label class="field">
                                <span class="sm muted">{g.why}</span>
                                <input
                                    type="text"
                                    maxlength="200"
                                    dir="auto"
                                    prop:value=move || why.now.get()
                                    on:input=move |event| why.edit(|why| *why = event_target_value(&event))
                                />
                            </label>
                            <button class="btn small" type="submit">{g.why_save}</button>
                        </form>
                    }
                })}
        </div>
    }
}
