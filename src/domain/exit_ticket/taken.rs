//! A ticket's answers taken as evidence, because the teacher says so.
//!
//! Only what was right or wrong can be taken; where students say they are never counts toward a
//! level, not even by way of their group. Taking it again takes the place of what was taken before.

use std::collections::BTreeSet;

use super::Group;
use crate::domain::Change;
use crate::domain::day::Day;
use crate::domain::entry::{Body, EntryKey};
use crate::domain::evidence::{Code, Evidence, Mark, Source};
use crate::domain::id::{SkillId, StudentId, TicketId};
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::scale::{Level, Scale, Score};

/// The level each group counts as, in the order of [`Group::ALL`]; `None` is not taken.
pub type Counts = [Option<Level>; 3];

/// What the groups count as unless the teacher says otherwise: the lowest level, the one below the
/// reached one, the reached one.
pub fn usual_counts(scale: &Scale) -> Counts {
    let reached = scale.reached();
    [Some(Level(1)), Some(Level(reached.0.saturating_sub(1).max(1))), Some(reached)]
}

/// An answer that can be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offered {
    /// Whose.
    pub student: StudentId,
    /// The group that says what it counts as: see [`Handed::shown`](super::Handed::shown).
    pub group: Group,
    /// The day it was shown.
    pub shown_on: Day,
}

impl Notebook {
    /// The answers of a ticket that can be taken as evidence: those in which something was right or
    /// wrong. A day before the ticket, or after today, is a clock that is off; a slip may be
    /// of a day before its check was opened here.
    pub fn evidence_offered(&self, id: TicketId, today: Day) -> Vec<Offered> {
        let Some(results) = self.results(id) else { return Vec::new() };
        let opened = results.ticket.day;
        let offered = results.handed.into_iter().filter_map(|h| {
            let first = if h.paper { opened.min(h.day) } else { opened };
            let shown_on = h.day.clamp(first, today.max(opened));
            Some(Offered { student: h.student, group: h.shown?, shown_on })
        });
        offered.collect()
    }

    /// The students of whom answers to a ticket were taken as evidence.
    pub fn evidence_taken(&self, id: TicketId) -> Vec<StudentId> {
        let Some(skill) = self.ticket(id).map(|t| t.skill) else { return Vec::new() };
        let counts = |e: &Evidence| matches!(e.mark, Mark::Score(_));
        let taken = |s: StudentId| self.taken(s, skill, id).iter().any(|(_, e)| counts(e));
        self.students().iter().map(|s| s.id).filter(|s| taken(*s)).collect()
    }

    /// The students of whom answers were taken as evidence that are not there any more: taken back, or
    /// replaced by one in which nothing can be right or wrong.
    pub fn evidence_left_over(&self, id: TicketId, today: Day) -> Vec<StudentId> {
        let stands: BTreeSet<StudentId> =
            self.evidence_offered(id, today).into_iter().map(|offered| offered.student).collect();
        self.evidence_taken(id).into_iter().filter(|student| !stands.contains(student)).collect()
    }

    /// The changes after which the evidence of these students from a ticket does not count any more.
    pub fn take_evidence_back(&self, id: TicketId, students: &[StudentId], today: Day) -> Vec<Change> {
        let Some(skill) = self.ticket(id).map(|t| t.skill) else { return Vec::new() };
        let change = |student: &StudentId| {
            let before = self.taken(*student, skill, id);
            let (_, last) = before.last()?;
            let mark = Mark::Code(Code::NotAssessed);
            let evidence = Evidence { mark, entered_at: today, ..(*last).clone() };
            Some(Change::by_teacher(*student, evidence).replacing(before.iter().map(|(key, _)| *key)))
        };
        students.iter().filter_map(change).collect()
    }

    fn taken(&self, student: StudentId, skill: SkillId, id: TicketId) -> Vec<(EntryKey, &Evidence)> {
        let of_ticket = self.slot(Slot::Cell(student, skill)).filter_map(|e| match &e.body {
            Body::Evidence(evidence) if evidence.source == Source::ExitTicket(id) => {
                Some((e.head.key, evidence))
            }
            _ => None,
        });
        of_ticket.collect()
    }

    /// The changes that take a ticket's answers as evidence, each group at its level. What was taken
    /// before and is not taken any more becomes "not assessed".
    pub fn take_as_evidence(&self, id: TicketId, counts: Counts, today: Day) -> Vec<Change> {
        let (Some(ticket), Some(scale)) = (self.ticket(id), self.class_scale()) else { return Vec::new() };
        let change = |offered: Offered| {
            let place = Group::ALL.iter().position(|g| *g == offered.group)?;
            let before = self.taken(offered.student, ticket.skill, id);
            let mark = match counts[place] {
                Some(level) => Mark::Score(Score { scale: scale.id, level }),
                None if before.is_empty() => return None,
                None => Mark::Code(Code::NotAssessed),
            };
            let evidence = Evidence {
                skill: ticket.skill,
                shown_on: offered.shown_on,
                entered_at: today,
                mark,
                source: Source::ExitTicket(id),
                note: String::new(),
            };
            let keys = before.into_iter().map(|(key, _)| key);
            Some(Change::by_teacher(offered.student, evidence).replacing(keys))
        };
        self.evidence_offered(id, today).into_iter().filter_map(change).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exit_ticket::{Answer, ExitTicket, Question, Regrouped, Reply, Template, TicketAgain};
    use crate::domain::sample::{ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, level, nov, scale, skill};

    const TICKET: TicketId = TicketId::from_bits(0x71);

    /// "Got it?" on 3 November, answered on this day with this level and this choice (1 is right).
    fn answer(student: StudentId, day: Day, at: u8, choice: u8) -> Change {
        let replies = vec![Reply::Blank, Reply::Level(level(at)), Reply::Choice(choice), Reply::Blank];
        Change::by_student(student, Answer::new(TICKET, FRACTIONS, day, replies))
    }

    fn opened(change: impl FnOnce(&mut ExitTicket)) -> Book {
        let mut book = Book::new();
        let mut ticket =
            ExitTicket::new(TICKET, Template::GotIt, &skill(FRACTIONS, "fractions", 0), nov(3), FOUR);
        change(&mut ticket);
        book.one(Change::of_class(ticket));
        book
    }

    fn take(book: &mut Book, counts: Counts) -> usize {
        let changes = book.notebook.take_as_evidence(TICKET, counts, nov(5));
        let count = changes.len();
        book.write(changes);
        count
    }

    fn marks(book: &Book, student: StudentId) -> Vec<(Day, Mark)> {
        let taken = book.notebook.taken(student, FRACTIONS, TICKET);
        taken.into_iter().map(|(_, e)| (e.shown_on, e.mark)).collect()
    }

    #[test]
    fn a_scale_says_what_groups_usually_count_as() {
        let levels = |n| usual_counts(&scale(FOUR, n)).map(|l| l.map_or(0, |l| l.0));
        assert_eq!([levels(3), levels(4), levels(6)], [[1, 1, 2], [1, 2, 3], [1, 3, 4]]);
    }

    #[test]
    fn each_group_counts_as_its_level_on_the_day_it_was_shown() {
        let mut book = opened(|_| {});
        book.write([answer(ANA, nov(3), 3, 1), answer(BEN, nov(4), 2, 0)]);
        assert_eq!(take(&mut book, usual_counts(&scale(FOUR, 4))), 2, "Chloé handed nothing in");
        assert_eq!(marks(&book, ANA), [(nov(3), Mark::Score(level(3)))]);
        assert_eq!(marks(&book, BEN), [(nov(4), Mark::Score(level(1)))]);
        assert_eq!(book.notebook.proficiency(ANA, FRACTIONS).level, Some(Level(3)));
        assert_eq!(book.notebook.evidence_taken(TICKET), [ANA, BEN]);
        assert!(marks(&book, CHLOE).is_empty());
    }

    #[test]
    fn a_second_time_takes_the_place_of_the_first() {
        let mut book = opened(|_| {});
        book.write([answer(ANA, nov(3), 3, 1), answer(BEN, nov(3), 2, 0)]);
        take(&mut book, [Some(Level(1)), Some(Level(2)), Some(Level(4))]);
        book.one(Change::by_teacher(ANA, TicketAgain { ticket: TICKET, day: nov(4) }));
        book.one(answer(ANA, nov(4), 1, 0));
        book.one(Change::by_teacher(
            BEN,
            Regrouped { ticket: TICKET, group: Some(Group::Almost), day: nov(4) },
        ));
        let (_, batch) = {
            let changes = book.notebook.take_as_evidence(TICKET, [Some(Level(1)), None, None], nov(5));
            book.write(changes)
        };
        assert_eq!(marks(&book, ANA), [(nov(4), Mark::Score(level(1)))], "one piece, the latest answer's");
        assert_eq!(marks(&book, BEN), [(nov(3), Mark::Code(Code::NotAssessed))], "not taken any more");
        assert_eq!(book.notebook.evidence_taken(TICKET), [ANA]);
        book.undo(batch);
        assert_eq!(marks(&book, ANA), [(nov(3), Mark::Score(level(4)))], "undo brings the first back");
    }

    #[test]
    fn evidence_of_an_answer_that_is_gone_is_told_and_can_be_taken_back() {
        let mut book = opened(|_| {});
        book.write([answer(ANA, nov(3), 3, 1)]);
        let (_, bens) = book.write([answer(BEN, nov(3), 2, 0)]);
        take(&mut book, usual_counts(&scale(FOUR, 4)));
        let left_over = |book: &Book| book.notebook.evidence_left_over(TICKET, nov(5));
        assert!(left_over(&book).is_empty());
        // Ben's answer is taken back; Ana hands in again and leaves the question blank.
        book.undo(bens);
        let replies = vec![Reply::Blank, Reply::Level(level(4)), Reply::Blank, Reply::Blank];
        book.one(Change::by_student(ANA, Answer::new(TICKET, FRACTIONS, nov(4), replies)));
        assert_eq!(left_over(&book), [ANA, BEN]);
        let changes = book.notebook.take_evidence_back(TICKET, &left_over(&book), nov(5));
        let (_, batch) = book.write(changes);
        assert_eq!(marks(&book, BEN), [(nov(3), Mark::Code(Code::NotAssessed))]);
        assert_eq!(book.notebook.proficiency(ANA, FRACTIONS).level, None);
        assert!(left_over(&book).is_empty() && book.notebook.evidence_taken(TICKET).is_empty());
        book.undo(batch);
        assert_eq!(left_over(&book), [ANA, BEN], "undo brings it back, and the line with it");
    }

    #[test]
    fn a_clock_that_is_off_shows_nothing_before_the_ticket_or_after_today() {
        let mut book = opened(|_| {});
        let last_year = Day::new(2025, 11, 3).unwrap();
        book.write([answer(ANA, last_year, 3, 1), answer(BEN, nov(30), 3, 1)]);
        let mut slip = answer(CHLOE, nov(1), 3, 1);
        if let Body::Answer(answer) = &mut slip.body {
            answer.paper = true;
        }
        book.one(slip);
        take(&mut book, usual_counts(&scale(FOUR, 4)));
        let shown = [ANA, BEN, CHLOE].map(|student| marks(&book, student)[0].0);
        assert_eq!(shown, [nov(3), nov(5), nov(1)], "the day of a slip is the teacher's word");
    }

    #[test]
    fn one_answer_counts_the_same_whatever_level_a_student_gives_themselves() {
        let mut book = opened(|_| {});
        book.write([answer(ANA, nov(3), 1, 1), answer(BEN, nov(3), 4, 0)]);
        book.one(answer(CHLOE, nov(3), 3, 1));
        let moved = Regrouped { ticket: TICKET, group: Some(Group::Almost), day: nov(3) };
        book.one(Change::by_teacher(CHLOE, moved));
        take(&mut book, usual_counts(&scale(FOUR, 4)));
        let one = |student| marks(&book, student)[0].1;
        assert_eq!(one(ANA), Mark::Score(level(3)), "right, though she says she is just starting");
        assert_eq!(one(BEN), Mark::Score(level(1)), "wrong, though he says he could teach it");
        assert_eq!(one(CHLOE), Mark::Score(level(2)), "right, and moved by the teacher");
    }

    #[test]
    fn what_students_say_about_themselves_is_never_taken() {
        for drop_key in [false, true] {
            let mut book = opened(|ticket| {
                for question in &mut ticket.questions {
                    if let Question::Choice(check) = question
                        && drop_key
                    {
                        check.key = None;
                    }
                }
                ticket.anonymous = !drop_key;
            });
            let mut said = answer(ANA, nov(3), 4, 1);
            if !drop_key {
                said.about = None;
            }
            book.one(said);
            assert_eq!(take(&mut book, usual_counts(&scale(FOUR, 4))), 0, "drop_key: {drop_key}");
        }
    }
}
