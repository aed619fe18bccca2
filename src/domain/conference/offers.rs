//! What a student can pick from for the cards of a conference: their own goals, work, levels and words.
//!
//! Nothing of the teacher's notes is in it, and no level of work that the student has not looked at
//! themselves yet.

use std::cmp::Reverse;

use super::Card;
use crate::domain::day::Day;
use crate::domain::goal::{GoalResult, IfThen};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::Notebook;
use crate::domain::profile::Help;
use crate::domain::scale::Level;

/// The most that is offered for one card.
const MOST: usize = 6;

/// Something of a student's own notebook that can be told on a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// A goal that was reached.
    Reached(String),
    /// A goal that was not reached yet, and why, where they said so.
    NotYet {
        /// The goal in words.
        goal: String,
        /// What got in the way; may be empty.
        why: String,
    },
    /// A piece of work.
    Work {
        /// What it is.
        title: String,
        /// Why it is kept; may be empty.
        why: String,
    },
    /// A skill on which the level rose.
    Grew {
        /// The skill.
        skill: SkillId,
        /// The first level.
        from: Level,
        /// The latest level.
        to: Level,
    },
    /// A skill, and the level on which the student sees themselves.
    Stands {
        /// The skill.
        skill: SkillId,
        /// The level.
        level: Level,
    },
    /// A goal to set next.
    Goal(String),
    /// Something that helps.
    Helps(Help),
    /// Something that helps, in own words.
    HelpsToo(String),
    /// What the student did when something got in the way of a goal that they reached.
    Plan(IfThen),
}

impl Notebook {
    /// What a student can pick from for a card, at most six things.
    pub fn card_offers(&self, student: StudentId, card: Card, today: Day) -> Vec<Offer> {
        let mut offers = match card {
            Card::Proud => self.proud_offers(student),
            Card::Grew => self.grown(student),
            Card::Stuck => self.stuck_offers(student),
            Card::Next => self.next_offers(student, today),
            Card::Help => self.help_offers(student),
        };
        // The same goal may have been set on many days.
        let mut once: Vec<Offer> = Vec::new();
        offers.retain(|offer| {
            let new = once.len() < MOST && !once.contains(offer);
            if new {
                once.push(offer.clone());
            }
            new
        });
        offers
    }

    fn proud_offers(&self, student: StudentId) -> Vec<Offer> {
        let work = self.work_samples(student).into_iter().take(MOST / 2);
        let mut offers: Vec<Offer> =
            work.map(|s| Offer::Work { title: s.title.clone(), why: s.why.clone() }).collect();
        let reached = self
            .goals(student)
            .into_iter()
            .rev()
            .filter(|story| story.closed.as_ref().is_some_and(|closed| closed.result == GoalResult::Met));
        offers.extend(reached.map(|story| Offer::Reached(story.goal.text)));
        offers
    }

    /// Where what the teacher saw rose, else where what the student said did; the largest way first.
    fn grown(&self, student: StudentId) -> Vec<Offer> {
        let told = self.told_to(student);
        let told = told.as_ref().unwrap_or(self);
        let rose = |levels: Vec<Level>| {
            let (from, to) = (*levels.first()?, *levels.last()?);
            (to > from).then_some((from, to))
        };
        let mut grown: Vec<(SkillId, Level, Level)> = Vec::new();
        for skill in told.skills() {
            let shown = told.levels_shown(student, skill.id).0.into_iter().map(|(_, level, _)| level);
            let own = || told.self_levels(student, skill.id).into_iter().map(|said| said.level);
            let way = rose(shown.collect()).or_else(|| rose(own().collect()));
            grown.extend(way.map(|(from, to)| (skill.id, from, to)));
        }
        grown.sort_by_key(|(_, from, to)| Reverse(to.0.abs_diff(from.0)));
        grown.into_iter().map(|(skill, from, to)| Offer::Grew { skill, from, to }).collect()
    }

    fn stuck_offers(&self, student: StudentId) -> Vec<Offer> {
        let open = self.goals(student).into_iter().rev().filter_map(|story| {
            let closed = story.closed.filter(|closed| closed.result != GoalResult::Met)?;
            Some(Offer::NotYet { goal: story.goal.text, why: closed.why })
        });
        let mut offers: Vec<Offer> = open.take(MOST / 2).collect();
        let below = self.own_levels_below(student);
        offers.extend(below.into_iter().map(|(skill, level)| Offer::Stands { skill, level }));
        offers
    }

    /// The skills on which the student said last that they are not there yet, the lowest first.
    fn own_levels_below(&self, student: StudentId) -> Vec<(SkillId, Level)> {
        let Some(reached) = self.class_scale().map(|scale| scale.reached()) else { return Vec::new() };
        let last = |skill: SkillId| Some((skill, self.self_levels(student, skill).last()?.level));
        let mut below: Vec<(SkillId, Level)> =
            self.skills().into_iter().filter_map(|skill| last(skill.id)).filter(|l| l.1 < reached).collect();
        below.sort_by_key(|(_, level)| *level);
        below
    }

    fn next_offers(&self, student: StudentId, today: Day) -> Vec<Offer> {
        let long = self.long_goals(student).into_iter().filter(|story| story.goal.ended.is_none());
        let mut offers: Vec<Offer> = long.map(|story| Offer::Goal(story.goal.text)).collect();
        let suggested = self.suggest_goals(student, &self.own_levels_below(student), today);
        offers.extend(suggested.into_iter().map(|offer| Offer::Goal(offer.text)));
        offers
    }

    fn help_offers(&self, student: StudentId) -> Vec<Offer> {
        self.what_helped(student).into_iter().map(|(_, offer)| offer).collect()
    }

    /// What a student said last that helps them, and the plans by which they reached goals, with the days,
    /// the latest first.
    pub fn what_helped(&self, student: StudentId) -> Vec<(Day, Offer)> {
        let mut helped = Vec::new();
        if let Some(profile) = self.profile(student).own {
            helped.extend(profile.helps.into_iter().map(|help| (profile.day, Offer::Helps(help))));
            if !profile.helps_too.is_empty() {
                helped.push((profile.day, Offer::HelpsToo(profile.helps_too)));
            }
        }
        let short = self.goals(student).into_iter().filter_map(|story| {
            let closed = story.closed.filter(|closed| closed.result == GoalResult::Met)?;
            Some((closed.day, Offer::Plan(story.goal.if_then?)))
        });
        let long = self.long_goals(student).into_iter().filter_map(|story| {
            let ended = story.goal.ended.filter(|end| end.result == GoalResult::Met)?;
            Some((ended.day, Offer::Plan(story.goal.if_then?)))
        });
        let mut plans: Vec<(Day, Offer)> = short.chain(long).collect();
        plans.sort_by_key(|(day, _)| Reverse(*day));
        for (day, plan) in plans {
            // The same plan may have served more than one goal.
            if !helped.iter().any(|(_, known)| *known == plan) {
                helped.push((day, plan));
            }
        }
        helped
    }
}

#[cfg(test)]
mod tests;
