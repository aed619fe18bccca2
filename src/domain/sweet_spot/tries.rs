//! Which answers are tries, and what a student's latest tries on a skill add up to.

use std::collections::BTreeSet;

use super::{LATEST_TRIES, SweetSpot, Zone, sweet_spot};
use crate::domain::entry::Body;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::{Notebook, Slot};

/// A student's latest tries on a skill, counted, and where they lie.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tries {
    /// Tries that were right.
    pub right: u32,
    /// All tries looked at, at most [`LATEST_TRIES`].
    pub all: u32,
    /// Where they lie.
    pub spot: SweetSpot,
}

impl Notebook {
    /// Whether a student's latest tries on a skill are too hard, just right or too easy.
    pub fn sweet_spot(&self, student: StudentId, skill: SkillId) -> Tries {
        let (mut right, mut all) = (0, 0);
        for is_right in self.tries(student, skill) {
            right += u32::from(is_right);
            all += 1;
        }
        // There are never more right tries than tries, which is the one thing that has no answer.
        let none = |why| SweetSpot { rate: Err(why), zone: Zone::NotEnough, sure: false };
        Tries { right, all, spot: sweet_spot(right, all).unwrap_or_else(none) }
    }

    /// Whether each of a student's latest tries on a skill was right, the latest first.
    ///
    /// A try is an answer to a question that has a key. Of two answers to one ticket the
    /// latest counts; what was left blank is no try, and "I don't know yet" is one.
    fn tries(&self, student: StudentId, skill: SkillId) -> Vec<bool> {
        let answers = self.slot(Slot::Cell(student, skill)).rev().filter_map(|e| match &e.body {
            Body::Answer(answer) => Some(answer),
            _ => None,
        });
        let mut tries = Vec::new();
        let mut seen = BTreeSet::new();
        for answer in answers.filter(|answer| seen.insert(answer.ticket)) {
            let Some(ticket) = self.ticket(answer.ticket) else { continue };
            let asked = ticket.questions_of(answer.version).iter().zip(&answer.replies);
            tries.extend(asked.filter_map(|(question, reply)| question.is_right(reply)));
        }
        tries.truncate(LATEST_TRIES as usize);
        tries
    }
}
