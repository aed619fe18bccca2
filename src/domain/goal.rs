//! Goals: what a student sets out to do today, and how it ended.
//!
//! Three questions lead through the day: where am I going, how am I going, where next. A goal keeps
//! the self-assessment line it came from; it is closed once; "yesterday's goal" is the latest goal
//! before today that is not closed.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::Body;
use super::id::{GoalId, SkillId, StudentId};
use super::notebook::{Notebook, Slot};
use super::scale::Level;
use super::skill::Skill;

pub mod steps;

/// The longest goal in a student's own words, in characters.
pub const LONGEST_GOAL: usize = 200;

/// A goal for one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    /// Its identity.
    pub id: GoalId,
    /// The goal in words.
    pub text: String,
    /// The skill it serves, if it came from an "I can" line.
    pub skill: Option<SkillId>,
    /// The level the student saw themselves on when setting it.
    pub self_level: Option<Level>,
    /// The day it is for.
    pub day: Day,
    /// How the student wants to work on it.
    pub working: Working,
    /// Where its words come from.
    pub origin: Origin,
    /// What the student does when something comes in between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_then: Option<IfThen>,
}

/// "If … then I will …": a plan for the moment in which something comes in between.
///
/// Source: Gollwitzer, American Psychologist 54 (1999) 493.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct IfThen {
    /// What may come in between.
    #[serde(rename = "if")]
    pub obstacle: String,
    /// What the student will do then.
    #[serde(rename = "then")]
    pub action: String,
}

/// How a student wants to work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Working {
    /// On their own.
    #[default]
    Alone,
    /// With another student.
    Partner,
    /// With the teacher.
    Teacher,
}

/// Where the words of a goal come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A next step of the skill.
    NextStep,
    /// The teacher's last feedback.
    Feedback,
    /// The student's own words.
    Own,
}

/// How a goal ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalClosed {
    /// The goal.
    pub goal: GoalId,
    /// The day it was closed.
    pub day: Day,
    /// How it went.
    pub result: GoalResult,
    /// Why, in the student's words; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
}

/// How a goal went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalResult {
    /// It happened.
    Met,
    /// Nearly.
    Almost,
    /// Not yet.
    NotYet,
}

/// A goal and, once it is closed, how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoalStory {
    /// The goal.
    pub goal: Goal,
    /// How it ended, if it has.
    pub closed: Option<GoalClosed>,
}

/// A goal offered to a student, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// The goal in words.
    pub text: String,
    /// The skill it serves.
    pub skill: Option<SkillId>,
    /// The level the student picked on that skill.
    pub self_level: Option<Level>,
    /// Where it comes from, which is why it is offered.
    pub origin: Origin,
}

impl Notebook {
    /// A student's goals, the earliest first.
    pub fn goals(&self, student: StudentId) -> Vec<GoalStory> {
        // Two devices may have reworded it apart: the later words hold. So for how it ended.
        let goals = self.newest(Slot::Goals(student), |body| match body {
            Body::Goal(goal) => Some((goal.id.bits(), goal)),
            _ => None,
        });
        let mut ends = self.newest(Slot::Goals(student), |body| match body {
            Body::GoalClosed(closed) => Some((closed.goal.bits(), closed)),
            _ => None,
        });
        // A goal can be closed on the day it was set, so its end may stand before it. Most ends come in the
        // order of their goals, so that each is found at once, also among those of a year.
        ends.reverse();
        let story = |goal: &Goal| {
            let end = ends.iter().rposition(|end| end.goal == goal.id);
            GoalStory { goal: goal.clone(), closed: end.map(|at| ends.remove(at).clone()) }
        };
        let mut stories: Vec<GoalStory> = goals.into_iter().map(story).collect();
        stories.reverse();
        stories
    }

    /// "Yesterday's goal": the latest goal before `today` that is not closed.
    pub fn open_goal_before(&self, student: StudentId, today: Day) -> Option<Goal> {
        let mut before = self.goals(student);
        before.retain(|s| s.goal.day < today);
        before.pop().filter(|s| s.closed.is_none()).map(|s| s.goal)
    }

    /// The goal set for `today`, if there is one.
    pub fn goal_of(&self, student: StudentId, today: Day) -> Option<GoalStory> {
        self.goals(student).into_iter().rev().find(|s| s.goal.day == today)
    }

    /// Up to three goals for a student who saw themselves on these levels today.
    ///
    /// They come from the lowest line (of equal ones the first) and from the last feedback of the
    /// past 14 days. Without a level nothing is suggested: the self-assessment comes first.
    pub fn suggest_goals(
        &self,
        student: StudentId,
        lines: &[(SkillId, Level)],
        today: Day,
    ) -> Vec<Suggestion> {
        let Some(&(lowest, level)) = lines.iter().min_by_key(|(_, level)| *level) else {
            return Vec::new();
        };
        let reached = self.class_scale().is_some_and(|scale| level >= scale.reached());
        let mut steps = self.skill(lowest).map(|s| s.next_steps.clone()).unwrap_or_default();
        if reached {
            steps.reverse();
        }
        let step = |text: String| Suggestion {
            text,
            skill: Some(lowest),
            self_level: Some(level),
            origin: Origin::NextStep,
        };
        let mut offers: Vec<Suggestion> = steps.into_iter().take(2).map(step).collect();
        offers.extend(self.feedback_as_goal(student, today));
        let others = lines.iter().filter(|(skill, _)| *skill != lowest);
        offers.extend(others.filter_map(|&(skill, level)| {
            let text = next_step(self.skill(skill)?, level, self.class_scale()?.reached())?;
            Some(Suggestion { text, skill: Some(skill), self_level: Some(level), origin: Origin::NextStep })
        }));
        let mut said = std::collections::HashSet::new();
        offers.retain(|offer| said.insert(offer.text.clone()));
        offers.truncate(3);
        offers
    }

    /// The last feedback as a goal, while it is fresh.
    fn feedback_as_goal(&self, student: StudentId, today: Day) -> Option<Suggestion> {
        const FRESH_DAYS: i64 = 14;
        let last = self.slot(Slot::Feedback(student)).rev().find_map(|e| match &e.body {
            Body::Feedback(feedback) => Some(feedback),
            _ => None,
        })?;
        let age = today.days_since(last.day);
        (0..=FRESH_DAYS).contains(&age).then(|| Suggestion {
            text: last.text.clone(),
            skill: last.skill,
            self_level: None,
            origin: Origin::Feedback,
        })
    }
}

/// The next step that fits a level: the last one from the reached level on, else the first.
fn next_step(skill: &Skill, level: Level, reached: Level) -> Option<String> {
    if level >= reached { skill.next_steps.last() } else { skill.next_steps.first() }.cloned()
}

#[cfg(test)]
mod tests;
