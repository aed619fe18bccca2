//! Strengths: what a student is furthest in, and what they grew most in. They are compared with
//! nobody but themselves.

use super::day::Day;
use super::growth::Growth;
use super::id::{SkillId, StudentId};
use super::notebook::Notebook;
use super::scale::Level;

/// Skills in each of the two lists.
pub const MOST: usize = 3;

/// A skill on which a student moved up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grown {
    /// The skill.
    pub skill: SkillId,
    /// The day of the first evidence with a level.
    pub since: Day,
    /// From where to where.
    pub growth: Growth,
}

/// A student's strengths.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Strengths {
    /// The skills with the highest levels, the highest first; the lowest level is not among them.
    pub furthest: Vec<(SkillId, Level)>,
    /// The skills on which the student moved up, the longest way first.
    pub grown: Vec<Grown>,
}

impl Notebook {
    /// A student's strengths on the class's skills, at most [`MOST`] in each list; of equal ones
    /// the first in the class's order.
    pub fn strengths(&self, student: StudentId) -> Strengths {
        let skills: Vec<SkillId> = self.skills().iter().map(|s| s.id).collect();
        let level = |skill: SkillId| Some((skill, self.proficiency(student, skill).level?));
        let mut furthest: Vec<(SkillId, Level)> = skills.iter().copied().filter_map(level).collect();
        furthest.retain(|(_, level)| *level > Level(1));
        furthest.sort_by_key(|(_, level)| std::cmp::Reverse(*level));
        furthest.truncate(MOST);
        let way = |skill: SkillId| {
            let (since, ..) = *self.levels_shown(student, skill).0.first()?;
            Some(Grown { skill, since, growth: self.growth(student, skill, since)? })
        };
        let mut grown: Vec<Grown> = skills.into_iter().filter_map(way).collect();
        grown.retain(|grown| grown.growth.steps() > 0);
        grown.sort_by_key(|grown| std::cmp::Reverse(grown.growth.steps()));
        grown.truncate(MOST);
        Strengths { furthest, grown }
    }
}

#[cfg(test)]
mod tests;
