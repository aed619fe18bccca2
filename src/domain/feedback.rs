//! Feedback: a sentence from the teacher that a student can act on.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::SkillId;

/// One sentence of feedback, readable by the student.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feedback {
    /// What the teacher wrote.
    pub text: String,
    /// The skill it is about, if it is about one.
    pub skill: Option<SkillId>,
    /// The day it was given.
    pub day: Day,
}
