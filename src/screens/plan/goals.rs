//! A student's goals over weeks: those on the way, a form for a new one, and those that have ended.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::goal::OneGoal;
use super::goal_fields::{FIRST, draft_of, field_of};
use super::goal_form::GoalForm;
use crate::domain::entry::Actor;
use crate::domain::id::{LongGoalId, StudentId};
use crate::domain::long_goal::{LongGoal, LongGoalStory};
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::use_session;
use crate::ui::focus::focus_on;
use crate::words::{short_day, words};

/// Where the focus goes when what had it is gone.
pub(super) const HEAD: &str = "long-goals-head";

/// The section of the goals.
#[component]
pub fn Goals(id: StudentId) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    let all = Memo::new(move |_| session.ask_slots(&[Slot::Plan(id)], |nb| nb.long_goals(id)));
    let open = Memo::new(move |_| {
        let on_the_way = |story: &LongGoalStory| story.goal.ended.is_none().then_some(story.goal.id);
        all.with(|all| all.iter().filter_map(on_the_way).collect::<Vec<LongGoalId>>())
    });
    let ended = Memo::new(move |_| {
        all.with(|all| {
            all.iter().map(|story| story.goal.clone()).filter(|goal| goal.ended.is_some()).collect::<Vec<_>>()
        })
    });
    let writing = RwSignal::new(false);
    spawn_local(async move {
        if session.draft(id, &draft_of(None)).await.is_some() {
            // The screen may be gone by then.
            let _ = writing.try_set(true);
        }
    });
    let write = move |_| {
        writing.set(true);
        request_animation_frame(|| focus_on(&field_of(None, FIRST)));
    };
    let done = move |()| {
        writing.set(false);
        request_animation_frame(|| focus_on(HEAD));
    };
    view! {
        <section class="card stack" aria-labelledby=HEAD>
            <h2 id=HEAD tabindex="-1">{p.goals}</h2>
            <p class="muted noprint" hidden=move || !open.with(Vec::is_empty)>{p.goals_empty}</p>
            <For each=move || open.get() key=|goal| *goal let:goal>
                <OneGoal id goal all />
            </For>
            <Show
                when=move || writing.get()
                fallback=move || {
                    view! {
                        <button class="btn noprint" on:click=write>{p.goal_new}</button>
                    }
                }
            >
                <GoalForm id on_done=Callback::new(done) />
            </Show>
            <details class="noprint" hidden=move || ended.with(Vec::is_empty)>
                <summary>{move || p.goals_ended(ended.with(Vec::len))}</summary>
                <ul class="stack">
                    {move || ended.get().into_iter().map(|goal| view! { <Ended id goal /> }).collect_view()}
                </ul>
            </details>
        </section>
    }
}

/// A goal that has ended, and the way back.
#[component]
fn Ended(id: StudentId, goal: LongGoal) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    let how = goal.ended.map(|end| p.goal_ended(&short_day(end.day), &said::goal_result(end.result)));
    let text = goal.text.clone();
    let again = move |_| {
        let goal = LongGoal { ended: None, ..goal.clone() };
        let change = session.peek(|nb| nb.amend_long_goal(id, Actor::Student, goal));
        session.act(vec![change], p.goal_again_said.to_owned());
        focus_on(HEAD);
    };
    view! {
        <li class="row between">
            <div>
                <p dir="auto">
                    <strong>{text}</strong>
                </p>
                <p class="muted sm">{how}</p>
            </div>
            <button class="btn small" on:click=again>{p.goal_again}</button>
        </li>
    }
}
