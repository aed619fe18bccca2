//! The teacher's three short lists: *needs a word*, *ready to stretch*, *not heard from*.
//!
//! Each line carries its reason. The numbers are the class's settings. Nothing is assigned by
//! itself: the teacher decides.

use std::collections::BTreeSet;

use super::day::Day;
use super::goal::GoalResult;
use super::id::{SkillId, StudentId};
use super::notebook::{Notebook, Slot};
use super::roster::Student;
use super::scale::Level;
use super::sweet_spot::Zone;

/// Why a student needs a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NeedsAWord {
    /// The last goals were all closed with "not yet".
    NotYetInARow {
        /// How many in a row.
        goals: usize,
    },
    /// The latest level on a skill is far under the student's own usual there.
    UnderUsual {
        /// The skill.
        skill: SkillId,
        /// The usual level: the middle of all earlier ones.
        usual: Level,
        /// The latest level.
        now: Level,
    },
}

/// Why a student is ready to stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadyToStretch {
    /// The latest pieces of evidence on a skill are all at the top.
    TopInARow {
        /// The skill.
        skill: SkillId,
        /// How many in a row.
        pieces: usize,
    },
    /// More than 90 % of the latest 5 to 20 tries of a skill were right.
    TooEasy {
        /// The skill.
        skill: SkillId,
        /// Right tries.
        right: usize,
        /// All tries looked at.
        tries: usize,
    },
}

/// A student nobody heard from, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// The last day with an entry in the student's own hand; `None` when there never was one.
    pub since: Option<Day>,
    /// School days without an entry since then.
    pub school_days: usize,
}

/// The three lists, each in roster order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lists {
    /// Students who need a word, with the first reason found.
    pub needs_a_word: Vec<(StudentId, NeedsAWord)>,
    /// Students who are ready to stretch.
    pub ready_to_stretch: Vec<(StudentId, ReadyToStretch)>,
    /// Students not heard from.
    pub not_heard_from: Vec<(StudentId, Quiet)>,
}

impl Notebook {
    /// The three lists as they stand on a day. Students who are away that day are not listed.
    pub fn lists(&self, today: Day) -> Lists {
        let settings = self.class().map(|c| c.lists).unwrap_or_default();
        let skills: Vec<SkillId> = self.skills().iter().map(|s| s.id).collect();
        let school_days = self.school_days(today);
        let mut lists = Lists::default();
        for student in self.students() {
            let id = student.id;
            if self.is_away(id, today) {
                continue;
            }
            let under = usize::from(settings.levels_under_usual);
            let word = self.not_yet_in_a_row(id, usize::from(settings.not_yet_in_a_row));
            let word = word.or_else(|| skills.iter().find_map(|&skill| self.under_usual(id, skill, under)));
            if let Some(reason) = word {
                lists.needs_a_word.push((id, reason));
            }
            let top = usize::from(settings.top_in_a_row);
            let stretch =
                skills.iter().find_map(|&s| self.top_in_a_row(id, s, top).or_else(|| self.too_easy(id, s)));
            if let Some(reason) = stretch {
                lists.ready_to_stretch.push((id, reason));
            }
            let quiet = self.quiet(student, &school_days);
            if quiet.school_days >= usize::from(settings.quiet_school_days.max(1)) {
                lists.not_heard_from.push((id, quiet));
            }
        }
        lists
    }

    /// The days up to and without `today` on which any student entered something: the days on
    /// which there was school for this class, so that holidays count for nobody.
    pub fn school_days(&self, today: Day) -> BTreeSet<Day> {
        let voices = self.students().into_iter().flat_map(|s| self.slot(Slot::Voice(s.id)));
        voices.filter_map(|e| e.body.day()).filter(|day| *day < today).collect()
    }

    fn quiet(&self, student: &Student, school_days: &BTreeSet<Day>) -> Quiet {
        let (joined, student) = (student.joined, student.id);
        let since = self.slot(Slot::Voice(student)).rev().find_map(|e| e.body.day());
        let missed = school_days.iter().rev().take_while(|day| since.is_none_or(|since| **day > since));
        // Before a student came they could not be heard from.
        let missed = missed.filter(|day| joined.is_none_or(|joined| **day >= joined));
        // A day the student was away is no day of silence.
        let missed = missed.filter(|day| !self.is_away(student, **day));
        Quiet { since, school_days: missed.count() }
    }

    fn not_yet_in_a_row(&self, student: StudentId, needed: usize) -> Option<NeedsAWord> {
        let goals = self.goals(student);
        let closed = goals.iter().rev().filter_map(|s| s.closed.as_ref());
        let row = closed.take_while(|c| c.result == GoalResult::NotYet).count();
        (row >= needed.max(1)).then_some(NeedsAWord::NotYetInARow { goals: row })
    }

    fn under_usual(&self, student: StudentId, skill: SkillId, under: usize) -> Option<NeedsAWord> {
        let (levels, _) = self.levels_shown(student, skill);
        let ((_, now, _), earlier) = levels.split_last()?;
        let mut earlier: Vec<Level> = earlier.iter().map(|(_, level, _)| *level).collect();
        if earlier.len() < 2 {
            return None;
        }
        earlier.sort();
        // Of an even number the lower middle one: the list rather stays short.
        let usual = earlier[(earlier.len() - 1) / 2];
        let gap = usize::from(usual.0.saturating_sub(now.0));
        (gap >= under.max(1)).then_some(NeedsAWord::UnderUsual { skill, usual, now: *now })
    }

    fn top_in_a_row(&self, student: StudentId, skill: SkillId, needed: usize) -> Option<ReadyToStretch> {
        let top = self.class_scale()?.top();
        let (levels, _) = self.levels_shown(student, skill);
        let row = levels.iter().rev().take_while(|(_, level, _)| *level == top).count();
        (row >= needed.max(1)).then_some(ReadyToStretch::TopInARow { skill, pieces: row })
    }

    fn too_easy(&self, student: StudentId, skill: SkillId) -> Option<ReadyToStretch> {
        let tries = self.sweet_spot(student, skill);
        let (right, all) = (tries.right as usize, tries.all as usize);
        (tries.spot.zone == Zone::TooEasy).then_some(ReadyToStretch::TooEasy { skill, right, tries: all })
    }
}

#[cfg(test)]
mod tests;
