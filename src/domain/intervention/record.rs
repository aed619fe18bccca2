//! What is tried with a student: written down before it starts, with the rule by which it will be said to
//! have worked, and ended by that rule.

use serde::{Deserialize, Serialize};

use super::Outcome;
use crate::domain::day::Day;
use crate::domain::entry::{Body, Change};
use crate::domain::id::{InterventionId, SkillId, StudentId};
use crate::domain::notebook::{Notebook, Slot};

/// The longest tactic, aim or rule, in characters.
pub const LONGEST: usize = 200;
/// The most weeks that are planned ahead.
pub const MOST_WEEKS: u8 = 40;

/// Something that is tried with one student. With a group each student has an entry of their own under the
/// same id. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intervention {
    /// Identity through all amendments.
    pub id: InterventionId,
    /// What is done.
    pub tactic: String,
    /// The skill it is meant for, if it is meant for one.
    pub skill: Option<SkillId>,
    /// The first day.
    pub start: Day,
    /// How many weeks, 1 to [`MOST_WEEKS`].
    pub weeks: u8,
    /// How often a week it is planned.
    pub times_a_week: u8,
    /// When it will be said to have worked, fixed before the start.
    pub rule: String,
}

/// How something that was tried with a student ended. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterventionEnded {
    /// What was tried.
    pub intervention: InterventionId,
    /// The day.
    pub day: Day,
    /// How it ended by its rule.
    pub outcome: Outcome,
    /// What was seen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub seen: String,
}

/// Something that is tried and, once it has ended, how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InterventionStory {
    /// What is tried.
    pub tried: Intervention,
    /// How it ended.
    pub ended: Option<InterventionEnded>,
}

impl Intervention {
    /// The last day it is planned for.
    pub fn last_day(&self) -> Day {
        self.start.plus((u64::from(self.weeks) * 7).saturating_sub(1))
    }
}

/// An intervention as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterventionDraft {
    /// What is done.
    pub tactic: String,
    /// The skill it is meant for.
    pub skill: Option<SkillId>,
    /// How many weeks.
    pub weeks: String,
    /// How often a week.
    pub times_a_week: String,
    /// When it will be said to have worked.
    pub rule: String,
}

/// What has to be mended before an intervention can start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InterventionProblem {
    /// Nothing is said of what is done.
    NoTactic,
    /// Nothing is said of when it will have worked.
    NoRule,
    /// Words longer than [`LONGEST`].
    Long,
    /// The weeks are not 1 to [`MOST_WEEKS`].
    BadWeeks,
    /// The times a week are not 1 to 7.
    BadTimes,
}

impl InterventionDraft {
    /// What was typed, under this id, from this day on.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self, id: InterventionId, start: Day) -> Result<Intervention, Vec<InterventionProblem>> {
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (tactic, rule) = (tidy(&self.tactic), tidy(&self.rule));
        let whole = |text: &str, most: u8| text.trim().parse().ok().filter(|n| (1..=most).contains(n));
        let (weeks, times_a_week) = (whole(&self.weeks, MOST_WEEKS), whole(&self.times_a_week, 7));
        let long = [&tactic, &rule].iter().any(|words| words.chars().count() > LONGEST);
        let wrong = [
            (tactic.is_empty(), InterventionProblem::NoTactic),
            (rule.is_empty(), InterventionProblem::NoRule),
            (long, InterventionProblem::Long),
            (weeks.is_none(), InterventionProblem::BadWeeks),
            (times_a_week.is_none(), InterventionProblem::BadTimes),
        ];
        let problems: Vec<_> = wrong.into_iter().filter(|(is, _)| *is).map(|(_, problem)| problem).collect();
        match (weeks, times_a_week) {
            (Some(weeks), Some(times_a_week)) if problems.is_empty() => {
                Ok(Intervention { id, tactic, skill: self.skill, start, weeks, times_a_week, rule })
            }
            _ => Err(problems),
        }
    }
}

impl Notebook {
    /// What was and is tried with a student, the latest start first.
    pub fn interventions(&self, student: StudentId) -> Vec<InterventionStory> {
        let tried = self.newest(Slot::Log(student), |body| match body {
            Body::Intervention(it) => Some((it.id.bits(), it)),
            _ => None,
        });
        let ends = self.newest(Slot::Log(student), |body| match body {
            Body::InterventionEnded(end) => Some((end.intervention.bits(), end)),
            _ => None,
        });
        let end = |id| ends.iter().find(|end| end.intervention == id).map(|end| (*end).clone());
        tried.into_iter().map(|it| InterventionStory { ended: end(it.id), tried: it.clone() }).collect()
    }

    /// The change that puts this in the place of what stands for an intervention now.
    pub fn amend_intervention(&self, student: StudentId, it: Intervention) -> Change {
        let same = |body: &Body| matches!(body, Body::Intervention(other) if other.id == it.id);
        let now = self.heads_of(Slot::Log(student), same);
        Change::by_teacher(student, it).replacing(now)
    }

    /// The change that ends an intervention, in the place of an earlier end.
    pub fn end_intervention(&self, student: StudentId, end: InterventionEnded) -> Change {
        let same =
            |body: &Body| matches!(body, Body::InterventionEnded(e) if e.intervention == end.intervention);
        let now = self.heads_of(Slot::Log(student), same);
        Change::by_teacher(student, end).replacing(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, Book, FRACTIONS, nov};

    const ID: InterventionId = InterventionId::from_bits(0x1e);

    fn draft() -> InterventionDraft {
        let [tactic, weeks, times_a_week, rule] =
            ["Number line  warm-up", " 4", "3", "three checks in a row"].map(String::from);
        InterventionDraft { tactic, skill: Some(FRACTIONS), weeks, times_a_week, rule }
    }

    #[test]
    fn nothing_starts_without_its_rule() {
        let it = draft().parse(ID, nov(2)).unwrap();
        assert_eq!((it.tactic.as_str(), it.last_day()), ("Number line warm-up", nov(29)));
        let wrong =
            InterventionDraft { rule: " ".into(), weeks: "0".into(), times_a_week: "8".into(), ..draft() };
        use InterventionProblem::{BadTimes, BadWeeks, Long, NoRule, NoTactic};
        assert_eq!(wrong.parse(ID, nov(2)), Err(vec![NoRule, BadWeeks, BadTimes]));
        let wrong = InterventionDraft { tactic: String::new(), rule: "x".repeat(201), ..draft() };
        assert_eq!(wrong.parse(ID, nov(2)), Err(vec![NoTactic, Long]));
    }

    #[test]
    fn an_end_can_be_mended() {
        let mut book = Book::new();
        let it = draft().parse(ID, nov(2)).unwrap();
        book.write([Change::by_teacher(ANA, it.clone())]);
        assert_eq!(book.notebook.interventions(ANA), [InterventionStory { tried: it.clone(), ended: None }]);
        for outcome in [Outcome::Unclear, Outcome::Worked] {
            let end = InterventionEnded { intervention: ID, day: nov(20), outcome, seen: String::new() };
            let change = book.notebook.end_intervention(ANA, end);
            book.write([change]);
        }
        let longer = book.notebook.amend_intervention(ANA, Intervention { weeks: 6, ..it });
        book.write([longer]);
        let all = book.notebook.interventions(ANA);
        assert_eq!((all.len(), all[0].tried.weeks), (1, 6));
        assert_eq!(all[0].ended.as_ref().map(|end| end.outcome), Some(Outcome::Worked));
    }
}
