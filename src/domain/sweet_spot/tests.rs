use super::*;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{Answer, ExitTicket, Reply, Template};
use crate::domain::id::{SkillId, TicketId};
use crate::domain::sample::{ANA, BEN, Book, FOUR, FRACTIONS, MAIN_IDEA, nov, skill};
use crate::domain::skill::{Check, Skill};

/// A ticket on a skill with one choice question, whose second answer is right when it has a key,
/// and Ana's reply to it. The first ticket is the oldest.
fn ticket(number: u64, on: SkillId, key: Option<u8>, reply: Reply) -> [Change; 2] {
    let check = Check { question: "?".into(), choices: vec!["a".into(), "b".into()], key };
    let day = nov(1).minus(60).plus(number);
    let about = Skill { check: Some(check), ..skill(on, "fractions", 0) };
    let ticket = ExitTicket::new(TicketId::from_bits(number), Template::OneQuestion, &about, day, FOUR);
    let answer = Answer::new(ticket.id, on, day, vec![reply]);
    [Change::of_class(ticket), Change::by_student(ANA, answer)]
}

/// A book in which Ana's first tries in fractions were right and the rest wrong.
fn book(right: u64, wrong: u64) -> Book {
    let mut book = Book::new();
    for number in 0..right + wrong {
        let reply = Reply::Choice(u8::from(number < right));
        book.write(ticket(number, FRACTIONS, Some(1), reply));
    }
    book
}

/// Ana's tries in fractions: right, all, zone, sure.
fn seen(book: &Book) -> (u32, u32, Zone, bool) {
    let tries = book.notebook.sweet_spot(ANA, FRACTIONS);
    (tries.right, tries.all, tries.spot.zone, tries.spot.sure)
}

#[test]
fn without_tries_there_is_no_rate_and_not_enough() {
    let tries = Book::new().notebook.sweet_spot(ANA, FRACTIONS);
    assert_eq!((tries.right, tries.all), (0, 0));
    assert_eq!(tries.spot, SweetSpot { rate: Err(Undefined::Empty), zone: Zone::NotEnough, sure: false });
}

#[test]
fn under_five_tries_nothing_is_said_however_clear_they_are() {
    assert_eq!(seen(&book(4, 0)), (4, 4, Zone::NotEnough, false));
    assert_eq!(seen(&book(0, 4)), (0, 4, Zone::NotEnough, false));
}

#[test]
fn seven_and_nine_of_ten_are_just_right_and_what_is_outside_is_not() {
    let zone = |right, wrong| seen(&book(right, wrong)).2;
    assert_eq!(zone(7, 3), Zone::JustRight);
    assert_eq!(zone(14, 6), Zone::JustRight);
    assert_eq!(zone(9, 1), Zone::JustRight);
    assert_eq!(zone(18, 2), Zone::JustRight);
    assert_eq!(zone(6, 3), Zone::TooHard);
    assert_eq!(zone(10, 1), Zone::TooEasy);
    assert_eq!(zone(5, 0), Zone::TooEasy);
}

#[test]
fn sure_is_only_what_the_interval_bears_out() {
    assert_eq!(seen(&book(0, 5)), (0, 5, Zone::TooHard, true));
    assert_eq!(seen(&book(3, 2)), (3, 5, Zone::TooHard, false));
    assert_eq!(seen(&book(8, 2)), (8, 10, Zone::JustRight, false));
    assert_eq!(seen(&book(20, 0)), (20, 20, Zone::TooEasy, false), "its interval begins at 84 %");
}

#[test]
fn of_many_tries_the_latest_twenty_count() {
    assert_eq!(seen(&book(30, 20)), (0, 20, Zone::TooHard, true));
    assert_eq!(seen(&book(30, 4)), (16, 20, Zone::JustRight, false));
}

#[test]
fn what_has_no_key_or_was_left_blank_is_no_try_and_not_knowing_is_one() {
    let mut book = book(5, 0);
    book.write(ticket(90, FRACTIONS, None, Reply::Choice(0)));
    book.write(ticket(91, FRACTIONS, Some(1), Reply::Blank));
    assert_eq!(seen(&book), (5, 5, Zone::TooEasy, false));
    book.write(ticket(92, FRACTIONS, Some(1), Reply::DontKnow));
    assert_eq!(seen(&book), (5, 6, Zone::JustRight, false));
}

#[test]
fn the_latest_answer_to_a_ticket_takes_the_place_of_the_earlier_one() {
    let mut book = book(5, 0);
    let [_, again] = ticket(0, FRACTIONS, Some(1), Reply::Choice(0));
    book.one(again);
    assert_eq!(seen(&book), (4, 5, Zone::JustRight, false));
}

#[test]
fn each_skill_and_each_student_has_their_own_tries() {
    let mut book = book(5, 0);
    book.write(ticket(80, MAIN_IDEA, Some(1), Reply::Choice(0)));
    let all = |student, on| book.notebook.sweet_spot(student, on).all;
    assert_eq!((all(ANA, FRACTIONS), all(ANA, MAIN_IDEA), all(BEN, FRACTIONS)), (5, 1, 0));
}

#[test]
fn a_ticket_keeps_the_question_it_was_handed_out_with() {
    let mut book = book(5, 0);
    let mut corrected = skill(FRACTIONS, "fractions", 0);
    corrected.check = None;
    book.one(Change::of_class(corrected));
    assert_eq!(seen(&book).1, 5);
}
