//! What a student's journey and the teacher's page of one student both show: goals as stones on a
//! path, and what the teacher wrote.

use leptos::prelude::*;

use crate::domain::entry::Body;
use crate::domain::goal::{GoalResult, GoalStory};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::{Day, Notebook};
use crate::screens::said;
use crate::ui::icon::{Icon, Picture};
use crate::words::{short_day, words};

/// Goals that are shown at once.
pub const RECENT: usize = 8;

/// One sentence of the teacher's, with the day and the line of its skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    day: Day,
    text: String,
    skill: String,
}

/// What the teacher wrote to a student, the latest first, at most so many.
pub fn feedback(notebook: &Notebook, student: StudentId, most: usize) -> Vec<Said> {
    let all = notebook.slot(Slot::Feedback(student)).rev().filter_map(|e| match &e.body {
        Body::Feedback(f) => {
            let skill = f.skill.map(|s| said::skill_line(notebook, s)).unwrap_or_default();
            Some(Said { day: f.day, text: f.text.clone(), skill })
        }
        _ => None,
    });
    all.take(most).collect()
}

/// Feedback as a list.
pub fn feedback_list(feedback: Vec<Said>) -> impl IntoView {
    let line = |said: Said| {
        view! {
            <li class="row said">
                <Icon of=Picture::Feedback />
                <div>
                    <p dir="auto">{said.text}</p>
                    <p class="muted sm">
                        {short_day(said.day)} {(!said.skill.is_empty()).then(|| format!(" · {}", said.skill))}
                    </p>
                </div>
            </li>
        }
    };
    view! { <ul class="stack">{feedback.into_iter().map(line).collect_view()}</ul> }
}

/// Goals as stones on a path, in the order given.
pub fn stones(goals: Vec<GoalStory>) -> impl IntoView {
    view! { <ol class="path">{goals.into_iter().map(stone).collect_view()}</ol> }
}

fn stone(story: GoalStory) -> impl IntoView {
    let (mark, end) = match &story.closed {
        Some(closed) => {
            let mark = match closed.result {
                GoalResult::Met => "met",
                GoalResult::Almost => "almost",
                GoalResult::NotYet => "not-yet",
            };
            (mark, said::goal_result(closed.result))
        }
        None => ("open", words().journey().still_open),
    };
    let why = story.closed.map(|c| c.why).filter(|why| !why.is_empty());
    view! {
        <li class="stone" data-end=mark>
            <p dir="auto">{story.goal.text}</p>
            <p class="muted sm">
                {short_day(story.goal.day)} " · " {end} {why.map(|why| format!(" · {why}"))}
            </p>
        </li>
    }
}
