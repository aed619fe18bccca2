use super::*;
use crate::domain::attendance::Presence;
use crate::domain::entry::Change;
use crate::domain::roster::Student;
use crate::domain::sample::{ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, attendance, level, nov, skill};

const TICKET: TicketId = TicketId::from_bits(0x71);
const RIGHT: Reply = Reply::Choice(1);
const WRONG: Reply = Reply::Choice(0);

fn at(of_four: u8) -> Reply {
    Reply::Level(level(of_four))
}

/// The ticket "Got it?" about fractions on 3 November: before, after, choice (1 is right), sentence.
fn opened() -> Change {
    Change::of_class(ExitTicket::got_it(TICKET, &skill(FRACTIONS, "fractions", 0), nov(3), FOUR))
}

fn answer(student: StudentId, before: Reply, after: Reply, choice: Reply) -> Change {
    let replies = vec![before, after, choice, Reply::Blank];
    Change::by_student(student, Answer { ticket: TICKET, skill: FRACTIONS, day: nov(3), replies })
}

/// The ticket's results after these changes.
fn results(changes: impl IntoIterator<Item = Change>) -> Results {
    let mut book = Book::new();
    book.write([opened()].into_iter().chain(changes));
    book.notebook.results(TICKET).unwrap()
}

/// The group for a level after the lesson and a choice.
fn group(after: Reply, choice: Reply) -> Group {
    results([answer(ANA, at(2), after, choice)]).handed[0].group
}

#[test]
fn got_it_asks_before_after_the_choice_and_a_sentence() {
    let kinds = |skill: &Skill| ExitTicket::got_it(TICKET, skill, nov(3), FOUR).questions;
    let with = skill(FRACTIONS, "fractions", 0);
    let without = Skill { check: None, ..with.clone() };
    let [before, after] = [Question::Level(Moment::Before), Question::Level(Moment::After)];
    let choice = Question::Choice(with.check.clone().unwrap());
    assert_eq!(kinds(&with), [before.clone(), after.clone(), choice, Question::Sentence]);
    assert_eq!(kinds(&without), [before, after, Question::Sentence]);
}

#[test]
fn the_level_after_and_the_choice_suggest_the_group() {
    for (after, choice, expected) in [
        (at(4), RIGHT, Group::GotIt),
        (at(3), RIGHT, Group::GotIt),
        (at(3), Reply::Blank, Group::GotIt),
        (at(3), WRONG, Group::Almost),
        (at(4), Reply::DontKnow, Group::Almost),
        (at(2), RIGHT, Group::Almost),
        (at(2), Reply::Blank, Group::Almost),
        (at(2), WRONG, Group::NotYet),
        (at(1), RIGHT, Group::NotYet),
        (Reply::DontKnow, RIGHT, Group::NotYet),
    ] {
        assert_eq!(group(after.clone(), choice.clone()), expected, "{after:?} {choice:?}");
    }
}

#[test]
fn a_choice_without_a_key_is_neither_right_nor_wrong() {
    let mut skill = skill(FRACTIONS, "fractions", 0);
    skill.check.as_mut().unwrap().key = None;
    let mut book = Book::new();
    book.one(Change::of_class(ExitTicket::got_it(TICKET, &skill, nov(3), FOUR)));
    book.write([answer(ANA, at(1), at(3), WRONG), answer(BEN, at(1), at(3), Reply::DontKnow)]);
    let handed = book.notebook.results(TICKET).unwrap().handed;
    let read: Vec<_> = handed.iter().map(|h| (h.right, h.group)).collect();
    assert_eq!(read, [(None, Group::GotIt), (None, Group::GotIt)]);
}

#[test]
fn levels_are_counted_and_dont_know_is_no_level() {
    let counted = results([
        answer(ANA, at(1), at(4), RIGHT),
        answer(BEN, at(1), at(4), RIGHT),
        answer(CHLOE, at(1), Reply::DontKnow, RIGHT),
    ]);
    assert_eq!((counted.per_level, counted.dont_know), (vec![0, 0, 0, 2], 1));
}

#[test]
fn the_way_from_before_to_after_counts_only_who_gave_both() {
    let shift = results([
        answer(ANA, at(1), at(3), RIGHT),
        answer(BEN, at(4), at(2), RIGHT),
        answer(CHLOE, Reply::Blank, at(4), RIGHT),
    ])
    .shift;
    assert_eq!(shift, Shift { paired: 2, reached_before: 1, reached_after: 1, up: 1, same: 0, down: 1 });
    let shift = results([answer(ANA, at(2), Reply::DontKnow, RIGHT), answer(BEN, at(3), at(3), RIGHT)]).shift;
    assert_eq!(shift, Shift { paired: 1, reached_before: 1, reached_after: 1, up: 0, same: 1, down: 0 });
}

#[test]
fn a_late_second_answer_counts_and_the_first_is_kept() {
    let mut book = Book::new();
    book.write([opened(), answer(ANA, at(1), at(1), WRONG)]);
    book.one(Change::of_class(TicketClosed { ticket: TICKET, day: nov(3) }));
    book.write([answer(ANA, at(1), at(4), RIGHT)]);
    let results = book.notebook.results(TICKET).unwrap();
    assert!(!results.open);
    assert_eq!((results.handed.len(), results.handed[0].group), (1, Group::GotIt));
    assert_eq!(results.per_level, [0, 0, 0, 1]);
    assert_eq!(book.notebook.slot(Slot::Answers(TICKET)).count(), 2);
}

#[test]
fn who_is_away_is_not_missing_and_may_still_hand_in() {
    let away = results([
        attendance(ANA, nov(3), Presence::Absent),
        attendance(BEN, nov(3), Presence::Excused),
        attendance(CHLOE, nov(2), Presence::Absent),
        answer(ANA, at(1), at(3), RIGHT),
    ]);
    assert_eq!(away.handed.iter().map(|h| h.student).collect::<Vec<_>>(), [ANA]);
    assert_eq!((away.away, away.missing), (vec![BEN], vec![CHLOE]));
}

#[test]
fn who_came_late_is_here_again() {
    let back = [attendance(BEN, nov(3), Presence::Absent), attendance(BEN, nov(3), Presence::Here)];
    assert_eq!(results(back).missing, [ANA, BEN, CHLOE]);
}

#[test]
fn who_left_the_class_is_not_waited_for() {
    let left = Student { id: BEN, name: "Ben".into(), left: true, joined: None };
    assert_eq!(results([Change::by_teacher(BEN, left)]).missing, [ANA, CHLOE]);
}

#[test]
fn replies_that_do_not_fit_count_as_not_given() {
    let other_scale = Reply::Level(Score { scale: ScaleId::from_bits(9), level: Level(4) });
    for (before, after) in [(at(9), at(0)), (RIGHT, Reply::Sentence("4".into())), (at(2), other_scale)] {
        let counted = results([answer(ANA, before, after, at(1))]);
        assert_eq!((counted.per_level, counted.shift.paired), (vec![0; 4], 0));
        assert_eq!((counted.handed[0].after, counted.handed[0].right), (None, None));
    }
    let few = Answer { ticket: TICKET, skill: FRACTIONS, day: nov(3), replies: vec![at(1)] };
    assert_eq!(results([Change::by_student(ANA, few)]).handed[0].before, Some(Level(1)));
}

#[test]
fn a_ticket_is_offered_until_it_is_handed_in_or_closed() {
    let mut book = Book::new();
    let offered = |book: &Book, student| book.notebook.ticket_for(student).map(|t| t.id);
    assert_eq!(offered(&book, ANA), None);
    book.one(opened());
    assert_eq!((offered(&book, ANA), offered(&book, BEN)), (Some(TICKET), Some(TICKET)));
    book.one(answer(ANA, at(1), at(3), RIGHT));
    assert_eq!((offered(&book, ANA), offered(&book, BEN)), (None, Some(TICKET)));
    let (_, closing) = book.write([Change::of_class(TicketClosed { ticket: TICKET, day: nov(3) })]);
    assert_eq!((offered(&book, BEN), book.notebook.is_open(TICKET)), (None, false));
    book.undo(closing);
    assert_eq!(offered(&book, BEN), Some(TICKET));
}

#[test]
fn tickets_stand_with_the_latest_first_and_each_once() {
    let mut book = Book::new();
    let on = |id: u64, day| {
        let skill = skill(FRACTIONS, "fractions", 0);
        Change::of_class(ExitTicket::got_it(TicketId::from_bits(id), &skill, nov(day), FOUR))
    };
    let (keys, _) = book.write([on(2, 9), on(1, 2)]);
    // Two devices change the same ticket apart.
    book.write([on(1, 2).replacing([keys[1]]), on(1, 3).replacing([keys[1]])]);
    let days: Vec<_> = book.notebook.tickets().iter().map(|t| t.day).collect();
    assert_eq!(days, [nov(9), nov(3)]);
}

#[test]
fn an_unknown_ticket_has_no_results() {
    let book = Book::new();
    assert_eq!(book.notebook.results(TICKET), None);
    assert!(!book.notebook.is_open(TICKET));
}

#[test]
fn neither_level_nor_choice_enters_a_proficiency() {
    let mut book = Book::new();
    book.write([opened(), answer(ANA, at(1), at(4), RIGHT)]);
    let p = book.notebook.proficiency(ANA, FRACTIONS);
    assert_eq!((p.pieces, p.level, p.self_level), (0, None, Some(Level(4))));
}
