//! Groups: who could work on what next, suggested by the answers and decided by the teacher.

use serde::{Deserialize, Serialize};

use crate::domain::day::Day;
use crate::domain::entry::{Body, Change};
use crate::domain::id::{FollowUpId, TicketId};
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::scale::Level;

/// The group a student's answer suggests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// Reteach with me.
    NotYet,
    /// Practise together.
    Almost,
    /// Extend.
    GotIt,
}

impl Group {
    /// Every group, in the order screens show them.
    pub const ALL: [Group; 3] = [Group::NotYet, Group::Almost, Group::GotIt];
}

/// The teacher put a student into another group than the suggested one. The latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Regrouped {
    /// The ticket.
    pub ticket: TicketId,
    /// The group; `None` lets the suggestion stand again.
    pub group: Option<Group>,
    /// The day it was decided.
    pub day: Day,
}

/// What the teacher plans to do with a group. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// Its identity through all amendments.
    pub id: FollowUpId,
    /// The ticket whose group it is for.
    pub ticket: TicketId,
    /// The group.
    pub group: Group,
    /// What is planned.
    pub text: String,
    /// The day it is planned for.
    pub day: Day,
    /// Whether it was done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub done: bool,
}

/// How many of the keyed questions of a check a student got right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Keyed {
    /// Right ones.
    pub right: usize,
    /// Answered ones, "I don't know yet" among them.
    pub of: usize,
}

/// What the answers say about the right and wrong of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Showed {
    All,
    Some,
    Few,
    Nothing,
}

impl Keyed {
    /// The share of right ones in percent; `None` without an answer.
    pub fn percent(self) -> Option<usize> {
        (self.right * 100).checked_div(self.of)
    }

    fn showed(self, cuts: Cuts) -> Showed {
        // Compared as products, so that nothing is rounded before it is compared.
        let reaches = |cut: u8| self.right * 100 >= usize::from(cut) * self.of;
        match self.of {
            0 => Showed::Nothing,
            _ if reaches(cuts.got_it) => Showed::All,
            _ if reaches(cuts.almost) => Showed::Some,
            _ => Showed::Few,
        }
    }
}

/// The teacher's cuts between the groups, in percent of right answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cuts {
    /// From here on "got it".
    pub got_it: u8,
    /// From here on "almost"; below it "not yet".
    pub almost: u8,
}

impl Default for Cuts {
    fn default() -> Self {
        Self { got_it: 80, almost: 50 }
    }
}

/// The level a student gave where a check asks for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// This level.
    Level(Level),
    /// "I don't know yet."
    Unsure,
    /// The question was left blank.
    Blank,
    /// The check does not ask for a level.
    NotAsked,
}

/// The group an answer suggests; `None` when the check asks neither for a level nor anything that
/// is right or wrong, or nothing of it was answered.
///
/// With a level, "got it" needs the reached level and, where something is right or wrong, the upper
/// cut; "not yet" is the lowest level, "I don't know yet", or a level below the reached one with
/// less right than the lower cut; all else is "almost". Without a level the share of right answers
/// is held against the cuts alone.
pub(super) fn suggest(said: Said, keyed: Keyed, reached: Level, cuts: Cuts) -> Option<Group> {
    let showed = keyed.showed(cuts);
    Some(match (said, showed) {
        (Said::NotAsked, Showed::Nothing) => return None,
        (Said::NotAsked, Showed::All) => Group::GotIt,
        (Said::NotAsked, Showed::Some) => Group::Almost,
        (Said::NotAsked, Showed::Few) => Group::NotYet,
        (Said::Level(Level(1)) | Said::Unsure, _) => Group::NotYet,
        (Said::Blank, Showed::All | Showed::Some) => Group::Almost,
        (Said::Blank, _) => Group::NotYet,
        (Said::Level(level), Showed::All | Showed::Nothing) if level >= reached => Group::GotIt,
        (Said::Level(level), Showed::Few) if level < reached => Group::NotYet,
        (Said::Level(_), _) => Group::Almost,
    })
}

/// Sorts scores into the group of each: got it from the higher cut on, almost from the lower one
/// on, not yet below it; `None` where nothing was handed in. A score between two cuts is in the
/// lower group.
pub fn sort_by_cuts(scores: &[Option<f64>], got_it: f64, almost: f64) -> Vec<Option<Group>> {
    let group = |score: f64| {
        if score >= got_it {
            Group::GotIt
        } else if score >= almost {
            Group::Almost
        } else {
            Group::NotYet
        }
    };
    scores.iter().map(|score| score.map(group)).collect()
}

impl Notebook {
    /// What is planned after tickets, the next day first; what was done comes last.
    pub fn follow_ups(&self) -> Vec<&FollowUp> {
        let mut all = self.newest(Slot::FollowUps, |body| match body {
            Body::FollowUp(plan) => Some((plan.id.bits(), plan)),
            _ => None,
        });
        all.sort_by_key(|p| (p.done, p.day, p.id));
        all
    }

    /// What is still to be done on a day: planned for it, or for a day before that went by.
    pub fn follow_ups_due(&self, today: Day) -> Vec<&FollowUp> {
        self.follow_ups().into_iter().filter(|p| !p.done && p.day <= today).collect()
    }

    /// The change that puts a plan in the place of what stands for it now.
    pub fn amend_follow_up(&self, plan: FollowUp) -> Change {
        let now = self.heads_of(Slot::FollowUps, |body| matches!(body, Body::FollowUp(p) if p.id == plan.id));
        Change::of_class(plan).replacing(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{Book, nov};

    fn plan(id: u64, day: Day) -> FollowUp {
        let (id, ticket) = (FollowUpId::from_bits(id), TicketId::from_bits(0x71));
        FollowUp { id, ticket, group: Group::NotYet, text: "strips".into(), day, done: false }
    }

    #[test]
    fn a_plan_is_due_from_its_day_until_it_is_done() {
        let mut book = Book::new();
        for (id, day) in [(1, 4), (2, 3), (3, 5)] {
            let change = book.notebook.amend_follow_up(plan(id, nov(day)));
            book.one(change);
        }
        let due = |book: &Book, day| {
            book.notebook.follow_ups_due(nov(day)).iter().map(|p| p.day).collect::<Vec<_>>()
        };
        assert_eq!(due(&book, 2), []);
        assert_eq!(due(&book, 4), [nov(3), nov(4)], "what went by stays, the oldest first");
        let done = book.notebook.amend_follow_up(FollowUp { done: true, ..plan(2, nov(3)) });
        let (_, batch) = book.write([done]);
        assert_eq!((due(&book, 4), book.notebook.follow_ups().len()), (vec![nov(4)], 3));
        book.undo(batch);
        assert_eq!(due(&book, 4), [nov(3), nov(4)]);
    }
}
