//! What a family receives: one child's way, today's goal, and one thing to do at home.
//!
//! A [`FamilyReport`] is all a family page can ever show. It holds nothing of any other child: no
//! name, no number, no rank, no mean.

use serde::{Deserialize, Serialize};

use super::class::StarterKey;
use super::day::Day;
use super::id::{SkillId, StudentId};
use super::notebook::Notebook;
use super::scale::Level;
use super::skill::Skill;

/// The most skills on a family page, so that the printed code stays coarse.
pub const MOST_SKILLS: usize = 6;
/// Days after which a link says that it has expired, unless the teacher chooses otherwise.
pub const EXPIRES_AFTER: u64 = 28;

/// A link was made for a student's family. The link itself is not kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyShared {
    /// The day it was made.
    pub day: Day,
    /// The last day it shows anything.
    pub expires: Day,
}

/// All that a family page shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyReport {
    /// The child's name as the class uses it.
    pub child: String,
    /// The class's title.
    pub class: String,
    /// Who shared it; may be empty.
    pub teacher: String,
    /// The day it was made.
    pub as_of: Day,
    /// The last day it shows anything.
    pub expires: Day,
    /// The day from which growth is counted.
    pub since: Day,
    /// The class's words for the levels, lowest first; empty for the words the app ships with.
    pub words: Vec<String>,
    /// How many levels the scale has.
    pub levels: u8,
    /// The child's latest goal in the child's words, with its day.
    pub goal: Option<(Day, String)>,
    /// The skills, those in focus first; at most [`MOST_SKILLS`].
    pub skills: Vec<FamilySkill>,
    /// What to do at home this week.
    pub help: Option<SkillWords>,
}

/// One skill on a family page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilySkill {
    /// The "I can" line.
    pub statement: SkillWords,
    /// The first level since the start.
    pub from: Level,
    /// The level now.
    pub to: Level,
}

/// Words about a skill: of the starter set (the page has them in every language), or the class's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SkillWords {
    /// The words of this starter skill.
    Starter(StarterKey),
    /// The class's own words.
    Own(String),
}

impl FamilyReport {
    /// How many of the skills went up.
    pub fn moved_up(&self) -> usize {
        self.skills.iter().filter(|s| s.to > s.from).count()
    }

    /// Whether it may still be shown on a day.
    pub fn is_expired(&self, today: Day) -> bool {
        today > self.expires
    }
}

impl Notebook {
    /// The report for one student's family; `None` for an unknown student. `shipped_words` are the
    /// level words every page has, so that they need not travel.
    pub fn family_report(
        &self,
        student: StudentId,
        today: Day,
        expires: Day,
        shipped_words: &[&str],
    ) -> Option<FamilyReport> {
        /// Growth is told over about a term.
        const LOOK_BACK: u64 = 84;
        let class = self.class()?;
        let scale = self.class_scale()?;
        let look_back = today.minus(LOOK_BACK);
        let mut skills: Vec<&Skill> = self.skills();
        skills.retain(|s| self.growth(student, s.id, look_back).is_some());
        let last_shown = |s: &Skill| self.evidence(student, s.id).last().map(|(_, e)| e.shown_on);
        skills.sort_by_key(|s| (!s.in_focus, std::cmp::Reverse(last_shown(s))));
        skills.truncate(MOST_SKILLS);
        let first_shown = skills.iter().flat_map(|s| self.levels_shown(student, s.id).0);
        let since = first_shown.map(|(day, _, _)| day).filter(|day| *day >= look_back).min();
        let known = scale.words.iter().map(String::as_str).eq(shipped_words.iter().copied());
        let rows = skills.iter().filter_map(|skill| {
            let growth = self.growth(student, skill.id, look_back)?;
            Some(FamilySkill { statement: words(skill, &skill.statement), from: growth.from, to: growth.to })
        });
        let level = |id: SkillId| self.proficiency(student, id).level;
        let with_home = skills.iter().filter(|s| !s.home.is_empty());
        let goal = self.goals(student).pop().map(|s| (s.goal.day, s.goal.text));
        Some(FamilyReport {
            child: self.student(student)?.name.clone(),
            class: class.title.clone(),
            teacher: class.teacher.clone(),
            as_of: today,
            expires,
            since: since.unwrap_or(today),
            words: if known { Vec::new() } else { scale.words.clone() },
            levels: scale.top().0,
            goal,
            skills: rows.collect(),
            help: with_home.min_by_key(|s| level(s.id)).map(|s| words(s, &s.home)),
        })
    }
}

fn words(skill: &Skill, own: &str) -> SkillWords {
    skill.starter.clone().map_or_else(|| SkillWords::Own(own.to_owned()), SkillWords::Starter)
}

#[cfg(test)]
mod tests;
