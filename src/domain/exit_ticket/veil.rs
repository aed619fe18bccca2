//! What a check without names may show, so that no figure, and no change of a figure, tells what one
//! student answered.
//!
//! While it takes answers it shows only how many came. Closed, its figures rest on at least five
//! answers, and what came after they were shown is added five answers at a time: who looks twice sees
//! no single answer come. The same floor holds for each figure, whatever it is counted from, and for
//! what is left when one figure is subtracted from another.

use std::collections::BTreeSet;

use super::results::{Results, Shift};
use super::tally::{Counted, Tally};
use crate::domain::entry::{Body, Entry};
use crate::domain::id::TicketId;
use crate::domain::notebook::{Notebook, Slot};

/// The fewest answers from which a class figure may stand on the wall, and on which any figure of a
/// check without names rests.
pub const WALL_FLOOR: usize = 5;

/// Why nothing of a check without names is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Veil {
    /// It takes answers: who sees them come one by one could tell whose they are.
    Open,
    /// Fewer than [`WALL_FLOOR`] answers came.
    TooFew,
}

impl Results {
    /// Why nothing is shown; `None` of a check with names, and where there is enough.
    pub fn veil(&self) -> Option<Veil> {
        match (self.ticket.anonymous, self.open) {
            (true, true) => Some(Veil::Open),
            (true, false) => (self.told < WALL_FLOOR).then_some(Veil::TooFew),
            (false, _) => None,
        }
    }

    /// Whether nothing is shown.
    pub fn is_veiled(&self) -> bool {
        self.veil().is_some()
    }

    /// Answers that came and wait for others, so that they cannot be told from those before them.
    pub fn waiting(&self) -> usize {
        if self.is_veiled() { 0 } else { self.came - self.told }
    }
}

impl Notebook {
    /// Whether figures of a check without names may have been seen: taking one answer back then would
    /// show what it was. Every closing counts, also one that was taken back since.
    pub fn may_be_told(&self, ticket: TicketId) -> bool {
        self.ticket(ticket).is_some_and(|t| t.anonymous) && !self.closings(ticket).is_empty()
    }

    fn closings(&self, ticket: TicketId) -> Vec<&Entry> {
        self.ever(|body| matches!(body, Body::TicketClosed(c) if c.ticket == ticket))
    }

    /// The answers to a check without names in the order in which they came, and how many of them, the
    /// first ones, its figures may rest on once it is closed. Every closing counts, also one that was
    /// taken back since: it has shown what was there.
    pub(super) fn nameless(&self, ticket: TicketId) -> (Vec<Counted<'_>>, usize) {
        let place = |entry: &Entry| (entry.head.stamp, entry.head.key);
        let (mut answers, mut places): (Vec<Counted>, Vec<_>) = (Vec::new(), Vec::new());
        let mut receipts = BTreeSet::new();
        for entry in self.in_time(Slot::Answers(ticket)) {
            // Two tabs may both have taken the same code in.
            if let Body::Answer(answer) = &entry.body
                && entry.head.about.is_none()
                && (answer.receipt == 0 || receipts.insert(answer.receipt))
            {
                answers.push((None, answer));
                places.push(place(entry));
            }
        }
        let closings = self.closings(ticket);
        let before = |closing: &Entry| places.partition_point(|answer| *answer < place(closing));
        let closings: Vec<usize> = closings.into_iter().map(before).collect();
        let told = told(&closings, answers.len());
        (answers, told)
    }
}

/// How many of `came` answers are told, when so many had come at each closing. What comes after the
/// last closing is seen to come one by one.
fn told(closings: &[usize], came: usize) -> usize {
    let looks = closings.last().map_or(came, |last| last + 1)..=came;
    let enough = |told: usize, now: usize| if now >= told + WALL_FLOOR { now } else { told };
    closings.iter().copied().chain(looks).fold(0, enough)
}

/// Whether a figure may rest on so many answers.
fn is_few(answers: usize) -> bool {
    (1..WALL_FLOOR).contains(&answers)
}

/// Takes from a tally without names what rests on too few answers.
pub(super) fn veil_few(tally: &mut Tally) {
    if is_few(tally.answered) {
        tally.forget();
        tally.too_few = true;
    }
}

/// How the levels moved, without names: nothing when it rests on too few, or when the tallies of the
/// two levels minus what moved would tell about the few who gave one of them only.
pub(super) fn veil_shift(shift: Shift, before: usize, after: usize) -> Shift {
    let rests = [shift.paired, before.saturating_sub(shift.paired), after.saturating_sub(shift.paired)];
    if rests.into_iter().any(is_few) { Shift::default() } else { shift }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_by_five_and_all_that_had_come_at_a_closing() {
        for (closings, came, expected) in [
            (vec![], 4, 0),
            (vec![4], 4, 0),
            (vec![7], 7, 7),
            (vec![7, 8], 8, 7),
            (vec![7, 11], 11, 7),
            (vec![7, 12], 12, 12),
            (vec![3, 4], 9, 5),
            (vec![7], 11, 7),
            (vec![7], 12, 12),
            (vec![7], 23, 22),
        ] {
            assert_eq!(told(&closings, came), expected, "{closings:?} {came}");
        }
    }

    // Property tests run on the host only.
    #[cfg(not(target_arch = "wasm32"))]
    proptest::proptest! {
        /// Two looks at a check show the same answers, or at least five that differ.
        #[test]
        fn who_looks_twice_sees_at_least_five_answers_come(
            steps in proptest::collection::vec(0usize..9, 0..6),
            late in 0usize..30,
        ) {
            let closings: Vec<usize> =
                steps.iter().scan(0, |sum, step| { *sum += step; Some(*sum) }).collect();
            let last = closings.last().copied().unwrap_or(0);
            let looks = (1..=closings.len()).map(|n| told(&closings[..n], closings[n - 1]));
            let late = (0..=late).map(|more| told(&closings, last + more)).filter(|_| !closings.is_empty());
            let seen: Vec<usize> = looks.chain(late).collect();
            for pair in [0].iter().chain(&seen).zip(&seen) {
                let more = pair.1 - pair.0;
                assert!(more == 0 || more >= WALL_FLOOR, "{closings:?} {seen:?}");
            }
        }
    }
}
