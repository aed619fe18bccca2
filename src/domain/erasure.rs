//! What is kept of one student, counted the way people speak of it: shown before a student is erased, and
//! on the record of the erasing, which names nobody.

use std::collections::BTreeMap;

use super::entry::{Body, Entry};
use super::id::StudentId;
use super::notebook::goes_with;

/// A part of what is kept of a student, in the order in which it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Name, presence, supports, picture lock, groups, links for the family.
    Person,
    /// Goals, goals over weeks, and what the student said of where they are.
    Goals,
    /// Answers to checks and what followed from them.
    Checks,
    /// Evidence, levels, feedback and scores.
    Evidence,
    /// How the student works best, and what they chose.
    Plan,
    /// Pieces of work and cards of conferences.
    Work,
    /// The teacher's notes, talks and what was tried.
    Log,
    /// What this version does not know.
    Other,
}

impl Part {
    /// All parts, in their order.
    pub const ALL: [Part; 8] = [
        Part::Person,
        Part::Goals,
        Part::Checks,
        Part::Evidence,
        Part::Plan,
        Part::Work,
        Part::Log,
        Part::Other,
    ];

    /// The part an entry belongs to. Every kind is named, so that a new one is not forgotten.
    fn of(body: &Body) -> Part {
        match body {
            Body::Student(_)
            | Body::Accommodations(_)
            | Body::PictureLock(_)
            | Body::HandInKey(_)
            | Body::GroupMember(_)
            | Body::Attendance(_)
            | Body::FamilyShared(_) => Part::Person,
            Body::SelfAssessment(_)
            | Body::Goal(_)
            | Body::GoalClosed(_)
            | Body::LongGoal(_)
            | Body::GoalProgress(_) => Part::Goals,
            Body::ExitTicket(_)
            | Body::TicketClosed(_)
            | Body::Answer(_)
            | Body::TicketAgain(_)
            | Body::Regrouped(_)
            | Body::FollowUp(_) => Part::Checks,
            Body::Evidence(_)
            | Body::LevelOverride(_)
            | Body::Feedback(_)
            | Body::RubricScore(_)
            | Body::LessonObservation(_) => Part::Evidence,
            Body::Profile(_) | Body::ChoiceMade(_) => Part::Plan,
            Body::WorkSample(_) | Body::ConferenceCards(_) => Part::Work,
            Body::Conferring(_) | Body::Note(_) | Body::Intervention(_) | Body::InterventionEnded(_) => {
                Part::Log
            }
            // None of these is about a student, unless another version says so.
            Body::Class(_)
            | Body::Scale(_)
            | Body::Skill(_)
            | Body::BankQuestion(_)
            | Body::Rubric(_)
            | Body::RubricTask(_)
            | Body::BankComment(_)
            | Body::ChoiceBoard(_)
            | Body::StudentGroup(_)
            | Body::Withdrawal(_)
            | Body::Erasure(_)
            | Body::Unknown(_) => Part::Other,
        }
    }
}

/// How many entries of each part go with a student; a part without any is left out.
pub fn kept_of(entries: &[Entry], student: StudentId) -> BTreeMap<Part, usize> {
    let mut kept = BTreeMap::new();
    for entry in entries.iter().filter(|entry| goes_with(entry, student)) {
        *kept.entry(Part::of(&entry.body)).or_default() += 1;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{Change, Erasure, Unknown};
    use crate::domain::sample::{ANA, BEN, Book, FRACTIONS, nov, said, shown};

    #[test]
    fn what_is_told_before_is_what_goes() {
        let mut book = Book::new();
        let newer = Unknown { kind: "mood_ring".into() };
        book.write([shown(ANA, FRACTIONS, nov(2), 3), shown(ANA, FRACTIONS, nov(3), 3)]);
        book.write([said(ANA, FRACTIONS, nov(3), 2), shown(BEN, FRACTIONS, nov(3), 1)]);
        book.write([Change::by_teacher(ANA, Body::Unknown(newer))]);
        let kept = kept_of(&book.written, ANA);
        let told: Vec<_> = kept.iter().map(|(part, n)| (*part, *n)).collect();
        assert_eq!(told, [(Part::Person, 1), (Part::Goals, 1), (Part::Evidence, 2), (Part::Other, 1)]);

        let before = book.notebook.len();
        book.write([Change::of_class(Erasure { student: ANA })]);
        let gone = before + 1 - book.notebook.len();
        assert_eq!(gone, kept.values().sum::<usize>(), "the erasure itself came in");
        let left: Vec<Entry> = book.notebook.entries().into_iter().cloned().collect();
        assert_eq!(kept_of(&left, ANA), BTreeMap::new());
    }

    #[test]
    fn the_parts_are_told_in_their_order() {
        let mut sorted = Part::ALL;
        sorted.sort();
        assert_eq!(sorted, Part::ALL);
    }
}
