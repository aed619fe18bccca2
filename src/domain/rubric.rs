//! Rubrics: criteria with levels, each described for the teacher and in a student's words.
//!
//! One shape carries four types: analytic (criteria by levels), holistic (one criterion),
//! single-point (only "meets" is described, with notes on either side) and observation (look-fors
//! of a lesson, seen first and rated later). A version never changes: results keep the one they
//! were given on.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::id::{CommentId, RubricId, RubricVersionId, ScaleId, SkillId, TaskId};
use super::scale::Level;

mod ask;
mod draft;
mod score;
#[cfg(test)]
mod tests;
mod version;
mod views;

pub use draft::{
    CriterionDraft, LONGEST_TITLE, LONGEST_WORD, LevelDraft, Removed, RubricDraft, RubricProblem,
};
pub use score::{Rated, rating};
pub use views::{Stage, Views};

/// The most criteria of a rubric.
pub const MOST_CRITERIA: usize = 12;
/// The longest description of a cell, in characters.
pub const LONGEST_DESCRIPTION: usize = 600;
/// The highest weight of a criterion.
pub const MOST_WEIGHT: u8 = 10;

/// The type of a rubric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RubricType {
    /// Criteria by levels.
    Analytic,
    /// One description per level for the whole of the work.
    Holistic,
    /// Only "meets" is described; what is below or beyond it is noted.
    SinglePoint,
    /// Look-fors of a lesson: what was seen, and when; rated afterwards.
    Observation,
}

impl RubricType {
    /// Every type, in the order screens show them.
    pub const ALL: [RubricType; 4] =
        [RubricType::Analytic, RubricType::Holistic, RubricType::SinglePoint, RubricType::Observation];
}

/// One immutable version of a rubric. The latest version that is not withdrawn is the one in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rubric {
    /// The rubric through all its versions.
    pub id: RubricId,
    /// This version.
    pub version: RubricVersionId,
    /// Its title.
    pub title: String,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: RubricType,
    /// The words of its levels, lowest first: 3 to 6, of a single-point rubric below, meets, beyond.
    pub levels: Vec<String>,
    /// The scale of the class that the levels are read on.
    pub scale: ScaleId,
    /// The level of that scale each level counts as, lowest first; `None` counts as none.
    pub becomes: Vec<Option<Level>>,
    /// What is looked at, in order.
    pub criteria: Vec<Criterion>,
    /// Whether it was put away; its results stay.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// The day this version was written. The order of versions does not hang on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<Day>,
}

/// What a rubric looks at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its name.
    pub name: String,
    /// How much it counts beside the others, 1 to [`MOST_WEIGHT`].
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub weight: u8,
    /// The skill it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub skill: Option<SkillId>,
    /// One per level, lowest first; may be fewer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cells: Vec<RubricCell>,
}

fn one() -> u8 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_one(weight: &u8) -> bool {
    *weight == 1
}

/// One level of one criterion in words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RubricCell {
    /// What it looks like.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// The same in a student's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub student: String,
    /// An example, beside the student's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub example: String,
}

/// A piece of work that a class is assessed on with a rubric: students read it before the work and
/// score themselves after it. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RubricTask {
    /// Its identity.
    pub id: TaskId,
    /// The version of the rubric it is scored on.
    pub version: RubricVersionId,
    /// What the work is.
    pub title: String,
    /// The day it was given.
    pub day: Day,
    /// Whether nobody scores it any more.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

/// Marks for one student's work on a rubric: by the student a self-assessment, by the teacher the
/// assessment. Amended as a whole; self marks never enter a proficiency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RubricScore {
    /// The piece of work.
    pub task: TaskId,
    /// The day it was scored.
    pub day: Day,
    /// One level per criterion; `None` where none was given, by a student also for "I don't know
    /// yet".
    pub marks: Vec<Option<Level>>,
    /// Notes beside the criteria, by their place; may be shorter. A single-point rubric has two for
    /// each criterion: what is below it, then what goes beyond it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// What is said about the whole; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

/// A sentence kept for use in many comments. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankComment {
    /// Its identity through all amendments.
    pub id: CommentId,
    /// The sentence.
    pub text: String,
    /// Whether it was put away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
}

/// An observed lesson: what was seen for each look-for, and the rating given afterwards. Amended as
/// a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonObservation {
    /// The observation.
    pub id: TaskId,
    /// The version of the observation rubric.
    pub version: RubricVersionId,
    /// The lesson.
    pub title: String,
    /// The day of the lesson.
    pub day: Day,
    /// What was seen, in the order it was written.
    pub seen: Vec<Seen>,
    /// One level per look-for, given only where something was seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Option<Level>>,
}

/// Something seen in a lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// The place of the look-for it belongs to, counted from 0.
    pub criterion: u8,
    /// Minutes from the beginning of the lesson.
    pub minute: u16,
    /// What was seen or heard.
    pub text: String,
}
