//! A self-assessment: where a student says they are. It never enters a proficiency.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::SkillId;
use super::scale::Score;

/// What a student said about themselves on one "I can" line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelfAssessment {
    /// The skill.
    pub skill: SkillId,
    /// The day.
    pub day: Day,
    /// The level the student picked; `None` is "I don't know yet".
    pub score: Option<Score>,
}
