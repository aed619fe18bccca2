//! Proficiency: where a student stands on a skill, from the evidence, in the order it was shown.
//!
//! The rule is a [`Method`] that the class chooses, or a skill for itself; the usual one is the
//! middle of the last three. The level is the highest one not above the unrounded value.
//! Self-assessments never enter.

use super::day::Day;
use super::entry::{Body, Entry, EntryKey};
use super::evidence::Code;
use super::evidence::{Evidence, LevelOverride, Mark};
use super::exit_ticket::{Question, Reply};
use super::id::{SkillId, StudentId};
use super::measure::{Measure, Undefined, mean, median};
use super::notebook::{Notebook, Slot};
use super::scale::{Level, Scale};

pub mod method;

use method::Method;

/// Where a student stands on a skill.
#[derive(Debug, Clone, PartialEq)]
pub struct Proficiency {
    /// The calculated figure on the class's scale, or why there is none.
    pub value: Result<Measure, Undefined>,
    /// The method the figure was calculated by.
    pub method: Method,
    /// The calculated level; none below the lowest one.
    pub calculated: Option<Level>,
    /// The teacher's own decision, when there is one.
    pub decided: Option<LevelOverride>,
    /// The level that holds: the decision, else the calculation.
    pub level: Option<Level>,
    /// The identities of the evidence the figure hangs on, the latest last.
    pub used: Vec<EntryKey>,
    /// The latest piece's code, when it shows no level.
    pub code: Option<Code>,
    /// How many of them show a level that can be compared.
    pub scores: usize,
    /// The day of the latest piece.
    pub shown_on: Option<Day>,
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
        let (scale, mut lost, mut levels) = (self.class_scale(), 0, Vec::new());
        for (key, evidence) in self.evidence(student, skill) {
            if let Mark::Score(score) = evidence.mark {
                match self.level_onto(scale, score) {
                    Some(level) => levels.push((evidence.shown_on, level, key)),
                    None => lost += 1,
                }
            }
        }
        (levels, lost)
    }

    /// What a student said about themselves on a skill, in the order of days.
    pub fn self_levels(&self, student: StudentId, skill: SkillId) -> Vec<SelfLevel> {
        let scale = self.class_scale();
        self.slot(Slot::Cell(student, skill)).filter_map(|entry| self.self_level(entry, scale)).collect()
    }

    /// The student's own view in an entry, if it holds one.
    fn self_level(&self, entry: &Entry, scale: Option<&Scale>) -> Option<SelfLevel> {
        let score = match &entry.body {
            Body::SelfAssessment(said) => said.score,
            Body::Answer(answer) => self.ticket(answer.ticket).and_then(|ticket| {
                let asked = Question::Level(ticket.level_asked_in(answer.version)?);
                let replies = ticket.questions_of(answer.version).iter().zip(&answer.replies);
                replies.filter(|(question, _)| **question == asked).find_map(|(_, reply)| match reply {
                    Reply::Level(score) => Some(*score),
                    _ => None,
                })
            }),
            _ => None,
        };
        Some(SelfLevel { day: entry.body.day()?, level: self.level_onto(scale, score?)? })
    }

    /// How the scores on a skill become one figure: the skill's own method, else the class's.
    pub fn method_of(&self, skill: SkillId) -> Method {
        let own = self.skill(skill).and_then(|skill| skill.method);
        own.or_else(|| Some(self.class()?.method)).unwrap_or_default()
    }

    /// The highest level of the scale in use, as a number.
    pub fn top_level(&self) -> f64 {
        top_of(self.class_scale())
    }

    /// Where a student stands on a skill.
    pub fn proficiency(&self, student: StudentId, skill: SkillId) -> Proficiency {
        self.proficiency_on(student, skill, Day::LAST)
    }

    /// Where a student stood on a skill at the end of a day, by what was shown and decided up to
    /// then, on the scale and by the method of today.
    pub fn proficiency_on(&self, student: StudentId, skill: SkillId, day: Day) -> Proficiency {
        self.standing(student, skill, day, self.method_of(skill), self.class_scale())
    }

    fn standing(
        &self,
        student: StudentId,
        skill: SkillId,
        day: Day,
        method: Method,
        scale: Option<&Scale>,
    ) -> Proficiency {
        let cell = self.slot(Slot::Cell(student, skill));
        let most = cell.size_hint().1.unwrap_or_default();
        let (mut scores, mut keys) = (Vec::with_capacity(most), Vec::with_capacity(most));
        let (mut lost, mut pieces) = (0, 0);
        let (mut code, mut shown_on, mut decided) = (None, None, None);
        // One walk over the cell, because the class map asks this of every student and skill.
        for entry in cell {
            match &entry.body {
                Body::Evidence(piece) if piece.shown_on <= day => {
                    pieces += 1;
                    shown_on = Some(piece.shown_on);
                    code = None;
                    match piece.mark {
                        Mark::Code(why) => code = Some(why),
                        Mark::Score(score) => match self.level_onto(scale, score) {
                            Some(level) => {
                                scores.push(f64::from(level.0));
                                keys.push(entry.head.key);
                            }
                            None => lost += 1,
                        },
                    }
                }
                Body::LevelOverride(decision) if decision.day <= day => decided = Some(decision),
                _ => {}
            }
        }
        let value = match method.value(&scores, top_of(scale)) {
            Err(Undefined::Empty) if lost > 0 => Err(Undefined::MixedScales),
            other => other,
        };
        let calculated = value.ok().and_then(level_of);
        let decided = decided.filter(|decision| decision.score.is_some()).cloned();
        let decided_level = decided.as_ref().and_then(|o| self.level_onto(scale, o.score?));
        let mut own = self.slot(Slot::Cell(student, skill)).rev().filter_map(|e| self.self_level(e, scale));
        Proficiency {
            used: method.used(&scores).into_iter().map(|i| keys[i]).collect(),
            self_level: own.find(|own| own.day <= day).map(|own| own.level),
            level: decided_level.or(calculated),
            value,
            method,
            calculated,
            decided,
            pieces,
            scores: scores.len(),
            code,
            shown_on,
        }
    }

    /// The class on a skill at the end of a day.
    pub fn roll_up(&self, skill: SkillId, day: Day) -> RollUp {
        let students = self.students();
        let (method, scale) = (self.method_of(skill), self.class_scale());
        let figure = |student: StudentId| {
            let now = self.standing(student, skill, day, method, scale);
            match now.decided {
                Some(_) => now.level.map(|level| f64::from(level.0)),
                None => now.value.ok().map(|measure| measure.value),
            }
        };
        let figures: Vec<f64> = students.iter().filter_map(|s| figure(s.id)).collect();
        RollUp { mean: mean(&figures), median: median(&figures), left_out: students.len() - figures.len() }
    }
}

fn top_of(scale: Option<&Scale>) -> f64 {
    scale.map_or(0.0, |scale| f64::from(scale.top().0))
}

/// A class on a skill: students without a figure are left out and counted, never taken as zero.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RollUp {
    /// The mean of the students' figures.
    pub mean: Result<Measure, Undefined>,
    /// The median of the students' figures.
    pub median: Result<Measure, Undefined>,
    /// Students without a figure.
    pub left_out: usize,
}

/// The highest level not above the unrounded value: each level's number is its cut score. What a
/// computer's arithmetic is off by does not count, so that a curve through 4, 4, 4 reaches 4.
fn level_of(measure: Measure) -> Option<Level> {
    const ARITHMETIC: f64 = 1e-9;
    // A figure of levels lies between 0 and 6, so the conversion cannot cut anything off.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a level is 1 to 6")]
    let level = (measure.value + ARITHMETIC).floor() as u8;
    (level > 0).then_some(Level(level))
}

#[cfg(test)]
mod tests;
