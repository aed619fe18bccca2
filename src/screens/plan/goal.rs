//! One goal over weeks: the way in milestones, where the student is now, and how it ends.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::count::Count;
use super::goal_fields::{FIRST, draft_of, field_of};
use super::goal_form::GoalForm;
use crate::domain::Day;
use crate::domain::entry::Actor;
use crate::domain::goal::GoalResult;
use crate::domain::id::{LongGoalId, StudentId};
use crate::domain::long_goal::{GoalEnd, LongGoal, LongGoalStory, Milestone};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::focus::focus_on;
use crate::ui::milestones::Milestones;
use crate::words::{figure_to, short_day, words};

/// A count as people write it.
pub(super) fn count_words(value: f64) -> String {
    figure_to(value, 2)
}

/// One goal that is on the way.
#[component]
pub fn OneGoal(
    /// Whose goal it is.
    id: StudentId,
    /// Which one.
    goal: LongGoalId,
    /// All goals over weeks of the student.
    all: Memo<Vec<LongGoalStory>>,
) -> impl IntoView {
    let session = use_session();
    let story = Memo::new(move |_| all.with(|all| all.iter().find(|story| story.goal.id == goal).cloned()));
    let writing = RwSignal::new(false);
    spawn_local(async move {
        if session.draft(id, &draft_of(Some(goal))).await.is_some() {
            // The screen may be gone by then.
            let _ = writing.try_set(true);
        }
    });
    let head = format!("long-goal-{goal}");
    let (back, label) = (head.clone(), head.clone());
    let done = move |()| {
        writing.set(false);
        let back = back.clone();
        request_animation_frame(move || focus_on(&back));
    };
    let done = Callback::new(done);
    view! {
        <div class="long-goal stack" role="group" aria-labelledby=label>
            <h3 id=head tabindex="-1" dir="auto">
                {move || story.get().map(|story| story.goal.text)}
            </h3>
            <Show
                when=move || writing.get()
                fallback=move || {
                    view! {
                        {move || story.get().map(|story| way(&story, session.today.get()))}
                        <Count id goal story />
                        <More id story writing />
                    }
                }
            >
                {move || story.get_untracked().map(|story| view! { <GoalForm id goal=story.goal on_done=done /> })}
            </Show>
        </div>
    }
}

/// The way: a sentence, the picture, what comes next, and the table.
fn way(story: &LongGoalStory, today: Day) -> impl IntoView + use<> {
    let p = words().plan();
    let goal = &story.goal;
    let (from, to, by) = (count_words(goal.from), count_words(goal.to), short_day(goal.by));
    let sentence = if goal.unit.is_empty() {
        p.goal_way(&by, &from, &to)
    } else {
        p.goal_way_unit(&by, &from, &to, &goal.unit)
    };
    // A goal that was read from elsewhere may have no steps; it has its sentence all the same.
    let all = story.milestones().unwrap_or_default();
    let now = count_words(story.now());
    let next = match story.next(&all) {
        None => p.goal_there.to_owned(),
        // A day that is over says nothing but that it is late, and that helps nobody.
        Some((value, due)) if today > due => p.goal_next_plain(&count_words(value)),
        Some((value, due)) => p.goal_next(&short_day(due), &count_words(value)),
    };
    let reached: Vec<bool> = all.iter().map(|milestone| milestone.reached.is_some()).collect();
    let label = p.goal_picture(all.len(), &from, &now, &reached.iter().filter(|is| **is).count(), &to);
    let plan = goal.if_then.clone().map(|plan| {
        view! { <p dir="auto">{words().goal().plan_said(&plan.action, &plan.obstacle)}</p> }
    });
    view! {
        <p dir="auto">{sentence}</p>
        <Milestones reached now=goal.share(story.now()) label />
        <p>
            <strong>{p.goal_now(&now)}</strong>
            " "
            {next}
        </p>
        {plan}
        {table(all)}
    }
}

fn table(all: Vec<Milestone>) -> impl IntoView {
    let p = words().plan();
    let row = |milestone: Milestone| {
        view! {
            <tr>
                <th scope="row">{count_words(milestone.value)}</th>
                <td>{short_day(milestone.due)}</td>
                <td>{milestone.reached.map_or_else(|| p.milestone_open.to_owned(), short_day)}</td>
            </tr>
        }
    };
    view! {
        <details class="noprint">
            <summary>{p.goal_table}</summary>
            <table class="plain">
                <thead>
                    <tr>
                        <th scope="col">{p.milestone}</th>
                        <th scope="col">{p.milestone_due}</th>
                        <th scope="col">{p.milestone_reached}</th>
                    </tr>
                </thead>
                <tbody>{all.into_iter().map(row).collect_view()}</tbody>
            </table>
        </details>
    }
}

/// Changing the goal, and its end.
#[component]
fn More(id: StudentId, story: Memo<Option<LongGoalStory>>, writing: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    let write = move |_| {
        let of = story.with_untracked(|story| story.as_ref().map(|story| story.goal.id));
        writing.set(true);
        request_animation_frame(move || focus_on(&field_of(of, FIRST)));
    };
    let end = move |result: GoalResult| {
        let Some(story) = story.get_untracked() else { return };
        let ended = Some(GoalEnd { day: session.today.get_untracked(), result });
        let change =
            session.peek(|nb| nb.amend_long_goal(id, Actor::Student, LongGoal { ended, ..story.goal }));
        session.act(vec![change], p.goal_ended_said.to_owned());
        focus_on(super::goals::HEAD);
    };
    let button = move |result: GoalResult| {
        view! {
            <button class="btn" on:click=move |_| end(result)>
                {said::goal_result(result)}
            </button>
        }
    };
    view! {
        <details class="noprint">
            <summary>{p.goal_more}</summary>
            <div class="stack">
                <button class="btn" on:click=write>{p.goal_change}</button>
                <div class="status stack" role="group" aria-label=p.goal_end>
                    <p>{p.goal_end}</p>
                    <div class="row">
                        {button(GoalResult::Met)} {button(GoalResult::Almost)} {button(GoalResult::NotYet)}
                    </div>
                    <p class="muted sm">{p.goal_end_text}</p>
                </div>
            </div>
        </details>
    }
}
