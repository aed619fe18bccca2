//! Proficiency: where a student stands on a skill, from the evidence, in the order it was shown.
//!
//! The rule is the middle of the last three (the median of the last 3 scores; of two, their mean).
//! The level is the highest one not above the unrounded value. Self-assessments never enter.

use super::day::Day;
use super::entry::{Body, EntryKey};
use super::evidence::{Evidence, LevelOverride, Mark};
use super::exit_ticket::{Moment, Question, Reply};
use super::id::{SkillId, StudentId};
use super::measure::{Measure, Undefined};
use super::notebook::{Notebook, Slot};
use super::scale::Level;

pub mod method;
pub use method::median_of_last;

/// How many of the latest scores the rule looks at.
pub const LAST: usize = 3;

/// Where a student stands on a skill.
#[derive(Debug, Clone, PartialEq)]
pub struct Proficiency {
    /// The calculated figure on the class's scale, or why there is none.
    pub value: Result<Measure, Undefined>,
    /// The calculated level.
    pub calculated: Option<Level>,
    /// The teacher's own decision, when there is one.
    pub decided: Option<LevelOverride>,
    /// The level that holds: the decision, else the calculation.
    pub level: Option<Level>,
    /// The identities of the evidence the figure was made from, the latest last.
    pub used: Vec<EntryKey>,
    /// How many pieces of evidence there are, codes included.
    pub pieces: usize,
    /// The level the student saw themselves on last.
    pub self_level: Option<Level>,
}

/// What a student said about themselves on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SelfLevel {
    /// The day.
    pub day: Day,
    /// The level on the scale in use.
    pub level: Level,
}

impl Notebook {
    /// A student's evidence on a skill with its identity, in the order it was shown.
    pub fn evidence(&self, student: StudentId, skill: SkillId) -> Vec<(EntryKey, &Evidence)> {
        self.slot(Slot::Cell(student, skill))
            .filter_map(|e| match &e.body {
                Body::Evidence(evidence) => Some((e.head.key, evidence)),
                _ => None,
            })
            .collect()
    }

    /// The levels of a student's evidence on the scale in use, in the order they were shown. Scores
    /// on versions that nothing maps to the scale in use are left out and counted second.
    pub fn levels_shown(&self, student: StudentId, skill: SkillId) -> (Vec<(Day, Level, EntryKey)>, usize) {
        let mut lost = 0;
        let mut levels = Vec::new();
        for (key, evidence) in self.evidence(student, skill) {
            if let Mark::Score(score) = evidence.mark {
                match self.level_now(score) {
                    Some(level) => levels.push((evidence.shown_on, level, key)),
                    None => lost += 1,
                }
            }
        }
        (levels, lost)
    }

    /// What a student said about themselves on a skill, in the order of days.
    pub fn self_levels(&self, student: StudentId, skill: SkillId) -> Vec<SelfLevel> {
        let mut levels = Vec::new();
        for entry in self.slot(Slot::Cell(student, skill)) {
            let score = match &entry.body {
                Body::SelfAssessment(said) => said.score,
                Body::Answer(answer) => self.ticket(answer.ticket).and_then(|ticket| {
                    let replies = ticket.questions.iter().zip(&answer.replies);
                    replies.filter(|(q, _)| **q == Question::Level(Moment::After)).find_map(
                        |(_, r)| match r {
                            Reply::Level(score) => Some(*score),
                            _ => None,
                        },
                    )
                }),
                _ => None,
            };
            if let (Some(day), Some(level)) = (entry.body.day(), score.and_then(|s| self.level_now(s))) {
                levels.push(SelfLevel { day, level });
            }
        }
        levels
    }

    /// Where a student stands on a skill.
    pub fn proficiency(&self, student: StudentId, skill: SkillId) -> Proficiency {
        let (levels, lost) = self.levels_shown(student, skill);
        let values: Vec<f64> = levels.iter().map(|(_, level, _)| f64::from(level.0)).collect();
        let value = match median_of_last(&values, LAST) {
            Err(Undefined::Empty) if lost > 0 => Err(Undefined::MixedScales),
            other => other,
        };
        let calculated = value.ok().map(level_of);
        let decided = self.slot(Slot::Cell(student, skill)).rev().find_map(|e| match &e.body {
            Body::LevelOverride(o) => Some(o.clone()),
            _ => None,
        });
        let decided = decided.filter(|o| o.score.is_some());
        let decided_level = decided.as_ref().and_then(|o| self.level_now(o.score?));
        Proficiency {
            used: levels.iter().rev().take(LAST).rev().map(|(_, _, key)| *key).collect(),
            pieces: self.evidence(student, skill).len(),
            self_level: self.self_levels(student, skill).last().map(|s| s.level),
            level: decided_level.or(calculated),
            value,
            calculated,
            decided,
        }
    }
}

/// The highest level not above the unrounded value: each level's number is its cut score.
fn level_of(measure: Measure) -> Level {
    // A median of levels lies between 1 and 6, so the conversion cannot cut anything off.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a level is 1 to 6")]
    Level(measure.value.floor() as u8)
}

#[cfg(test)]
mod tests;
