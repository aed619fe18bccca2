//! Evidence: something a student showed, on the day it was shown.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::{SkillId, TaskId, TicketId};
use super::scale::Score;

/// Why there is no level where one could stand. A code is never a zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// The student was away.
    Absent,
    /// The student was excused from it.
    Excused,
    /// It was not assessed.
    NotAssessed,
    /// What there is does not carry a judgement.
    NotEnoughEvidence,
}

/// A level, or the reason why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// A level on one version of a scale.
    Score(Score),
    /// No level, and why.
    Code(Code),
}

/// Where evidence comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A piece of the student's work.
    WorkSample,
    /// Something the teacher saw.
    Observation,
    /// Something the student said in a conference.
    Conference,
    /// An exit ticket's answer that the teacher took as evidence.
    ExitTicket(TicketId),
    /// A piece of work that the teacher scored with a rubric.
    Rubric(TaskId),
}

/// One piece of evidence for one skill. Order is by `shown_on`, never by when it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The skill it is evidence for.
    pub skill: SkillId,
    /// The day it was shown.
    pub shown_on: Day,
    /// The day it was typed.
    pub entered_at: Day,
    /// The level it shows, or why there is none.
    pub mark: Mark,
    /// Where it comes from.
    pub source: Source,
    /// What was seen; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// The teacher's own decision about a level, with its reason. The calculated level stays visible.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelOverride {
    /// The skill it is about.
    pub skill: SkillId,
    /// The level decided on; `None` lets the calculation stand again.
    pub score: Option<Score>,
    /// Why.
    pub reason: String,
    /// The day of the decision.
    pub day: Day,
}
