use super::*;
use crate::domain::entry::{EntryKey, Erasure};
use crate::domain::exit_ticket::{Question, Template};
use crate::domain::sample::{ANA, BEN, Book, CLASS, FOUR, FRACTIONS, level, nov, skill};
use crate::domain::scale::{Level, Score};

pub(super) const TICKET: TicketId = TicketId::from_bits(0x71);

pub(super) fn ticket() -> ExitTicket {
    ExitTicket::new(TICKET, Template::GotIt, &skill(FRACTIONS, "fractions", 0), nov(3), FOUR)
}

/// The teacher's notebook with a ticket that is open.
pub(super) fn teacher(ticket: ExitTicket) -> Book {
    let mut book = Book::new();
    let code = Some(book.notebook.wall_code_for(&ticket));
    book.one(Change::of_class(ExitTicket { code, ..ticket }));
    book
}

/// A sum for tests: how many questions there are.
pub(super) fn sum(ticket: &ExitTicket, version: Version) -> u32 {
    u32::try_from(ticket.questions_of(version).len()).unwrap()
}

fn said(book: &Book, student: Option<StudentId>) -> HandedIn {
    let ticket = book.notebook.ticket(TICKET).unwrap();
    let elsewhere = Score { scale: crate::domain::id::ScaleId::from_bits(0), level: Level(3) };
    HandedIn {
        class: class_mark(CLASS),
        student,
        code: ticket.code.unwrap(),
        attempt: 0,
        questions: sum(ticket, Version::A),
        receipt: 5,
        day: None,
        replies: vec![Reply::DontKnow, Reply::Level(elsewhere), Reply::Choice(1)],
    }
}

pub(super) fn taken(book: &Book, said: &HandedIn) -> Result<TakenIn, Refused> {
    book.notebook.take_in(said, sum, nov(9))
}

#[test]
fn an_answer_is_of_the_day_it_was_given_unless_that_clock_is_off() {
    // The check is of 3 November, and it is 9 November on the teacher's device.
    let book = teacher(ticket());
    let last_year = Day::new(nov(3).parts().0 - 1, 11, 4);
    for (clock, day) in [
        (None, nov(9)),
        (Some(nov(3)), nov(3)),
        (Some(nov(7)), nov(7)),
        (Some(nov(9)), nov(9)),
        (Some(nov(10)), nov(9)),
        (Some(nov(2)), nov(9)),
        (last_year, nov(9)),
    ] {
        let said = HandedIn { day: clock, ..said(&book, Some(ANA)) };
        let Body::Answer(answer) = taken(&book, &said).unwrap().change.unwrap().body else {
            panic!("an answer")
        };
        assert_eq!(answer.day, day, "{clock:?}");
    }
}

#[test]
fn an_answer_is_the_students_own_on_the_checks_scale() {
    let mut book = teacher(ticket());
    let ana = taken(&book, &said(&book, Some(ANA))).unwrap();
    assert_eq!((ana.ticket, ana.student), (TICKET, Some(ANA)));
    book.write(ana.change);
    let answer = book.notebook.answer(TICKET, ANA).unwrap();
    assert_eq!((answer.day, answer.receipt, answer.version), (nov(9), 5, Version::A));
    let replies = [Reply::DontKnow, Reply::Level(level(3)), Reply::Choice(1), Reply::Blank];
    assert_eq!(answer.replies, replies, "levels on the check's scale, and what is missing is blank");
    assert!(book.notebook.heads_of(Slot::Voice(ANA), |body| matches!(body, Body::Answer(_))).len() == 1);
}

#[test]
fn a_second_scan_adds_nothing_and_a_second_answer_does() {
    let mut book = teacher(ticket());
    let first = said(&book, Some(ANA));
    let (_, batch) = book.write(taken(&book, &first).unwrap().change);
    assert_eq!(taken(&book, &first).unwrap().change, None);
    let again = HandedIn { receipt: 6, ..first.clone() };
    assert!(taken(&book, &again).unwrap().change.is_some());
    book.undo(batch);
    assert!(taken(&book, &first).unwrap().change.is_some(), "what was undone can be scanned again");
}

#[test]
fn each_reason_to_refuse_is_told() {
    let mut book = teacher(ticket());
    let good = said(&book, Some(ANA));
    let nobody = StudentId::from_bits(0xdead);
    for (bad, why) in [
        (HandedIn { class: 1, ..good.clone() }, Refused::AnotherClass),
        (HandedIn { student: Some(nobody), ..good.clone() }, Refused::NoSuchStudent),
        (HandedIn { code: WallCode::from_bits(good.code.bits() ^ 1), ..good.clone() }, Refused::NoSuchCheck),
        (HandedIn { questions: 99, ..good.clone() }, Refused::OtherQuestions(TICKET)),
        (HandedIn { student: None, ..good.clone() }, Refused::NoName(TICKET)),
    ] {
        assert_eq!(taken(&book, &bad), Err(why));
    }
    book.one(Change::of_class(Erasure { student: ANA }));
    assert_eq!(taken(&book, &good), Err(Refused::NoSuchStudent), "erased");
}

#[test]
fn nothing_of_an_anonymous_answer_names_anybody() {
    let book = teacher(ExitTicket { anonymous: true, ..ticket() });
    for student in [None, Some(ANA)] {
        let taken = taken(&book, &said(&book, student)).unwrap();
        assert_eq!((taken.student, taken.change.unwrap().about), (None, None));
    }
}

#[test]
fn the_version_is_told_by_the_questions_and_texts_have_an_end() {
    let two = ExitTicket {
        questions: vec![Question::Sentence],
        version_b: vec![Question::Sentence, Question::Sentence],
        ..ticket()
    };
    let book = teacher(two);
    let long = vec![Reply::Sentence("é".repeat(5_000)); 3];
    let said = HandedIn { questions: 2, replies: long, ..said(&book, Some(ANA)) };
    let Body::Answer(answer) = taken(&book, &said).unwrap().change.unwrap().body else { panic!("an answer") };
    assert_eq!((answer.version, answer.replies.len()), (Version::B, 2));
    assert!(answer.replies.iter().all(|r| matches!(r, Reply::Sentence(s) if s.chars().count() == 500)));
}

/// An answer that is given on a device.
pub(super) fn answer(replies: Vec<Reply>) -> Answer {
    Answer::new(TICKET, FRACTIONS, nov(3), replies)
}

pub(super) fn latest(device: &Book, student: StudentId) -> Option<(HandedIn, EntryKey)> {
    let ticket = device.notebook.ticket(TICKET).unwrap();
    device.notebook.to_hand_in(student, ticket, sum).pop()
}

#[test]
fn what_a_device_hands_in_is_what_was_answered_last_with_how_many_came_before() {
    let mut book = teacher(ticket());
    assert_eq!(latest(&book, ANA), None);
    for (reply, before) in [(Reply::Blank, 0), (Reply::DontKnow, 1)] {
        book.one(Change::by_student(BEN, answer(vec![])));
        book.one(Change::by_student(ANA, answer(vec![reply.clone()])));
        let (said, key) = latest(&book, ANA).unwrap();
        assert_eq!((said.student, said.replies, said.attempt), (Some(ANA), vec![reply], before));
        assert_eq!(Some(key), book.written.last().map(|entry| entry.head.key));
    }
    for _ in 0..300 {
        book.one(Change::by_student(ANA, answer(vec![])));
    }
    assert_eq!(latest(&book, ANA).unwrap().0.attempt, MOST_ATTEMPTS);
}

#[test]
fn without_names_every_answer_of_a_device_is_handed_in() {
    let mut book = teacher(ExitTicket { anonymous: true, ..ticket() });
    for reply in [Reply::Blank, Reply::DontKnow] {
        book.one(Change::by_nobody(answer(vec![reply])));
    }
    let ticket = book.notebook.ticket(TICKET).unwrap();
    let all = book.notebook.to_hand_in(ANA, ticket, sum);
    let said: Vec<_> = all.iter().map(|(said, key)| (said.student, said.attempt, key.n)).collect();
    let n = book.written.len() as u64;
    assert_eq!(said, [(None, 0, n - 1), (None, 0, n)]);
}

#[test]
fn an_earlier_answer_that_comes_later_does_not_count_and_is_kept() {
    let mut book = teacher(ticket());
    let first = said(&book, Some(ANA));
    let second = HandedIn { receipt: 6, attempt: 1, ..first.clone() };
    let other = HandedIn { receipt: 7, ..said(&book, Some(BEN)) };
    for said in [&second, &other, &first, &first] {
        let change = taken(&book, said).unwrap().change;
        book.write(change);
    }
    let order: Vec<_> = book.notebook.all_answers(TICKET).iter().map(|(_, a)| a.receipt).collect();
    assert_eq!(order, [5, 6, 7]);
    assert_eq!(book.notebook.answer(TICKET, ANA).unwrap().receipt, 6);
    // What is answered on the teacher's device afterwards is the latest, whatever came before.
    book.one(Change::by_student(ANA, answer(vec![])));
    assert_eq!(book.notebook.answer(TICKET, ANA).unwrap().receipt, 0);
}

#[test]
fn an_answer_from_a_second_device_is_the_latest_when_it_comes_last() {
    let mut book = teacher(ticket());
    let on_first = |attempt, receipt| HandedIn { attempt, receipt, ..said(&book, Some(ANA)) };
    // Three answers on one device, the first of them handed in last; then two on another device.
    let all = [on_first(1, 11), on_first(2, 12), on_first(0, 10), on_first(0, 20), on_first(1, 21)];
    for (said, latest) in all.iter().zip([true, true, false, true, true]) {
        let change = taken(&book, said).unwrap().change;
        let Some(Change { body: Body::Answer(answer), .. }) = &change else { panic!("an answer") };
        assert_eq!(book.notebook.would_be_latest(ANA, answer), latest, "{}", said.receipt);
        book.write(change);
    }
    let order: Vec<_> = book.notebook.all_answers(TICKET).iter().map(|(_, a)| a.receipt).collect();
    assert_eq!(order, [10, 11, 12, 20, 21]);
}

#[test]
fn an_answer_that_two_tabs_took_in_counts_once() {
    let mut book = teacher(ExitTicket { anonymous: true, ..ticket() });
    let change = taken(&book, &said(&book, None)).unwrap().change.unwrap();
    assert!(!book.notebook.came_in(TICKET, &change));
    book.write([change.clone()]);
    assert!(book.notebook.came_in(TICKET, &change));
    book.write([change]);
    assert_eq!(book.notebook.all_answers(TICKET).len(), 1);
}

#[test]
fn what_came_in_before_its_code_came_round_stays_where_it_is() {
    let mut book = teacher(ticket());
    let old = said(&book, Some(ANA));
    let change = taken(&book, &old).unwrap().change;
    book.write(change);
    let code = Some(old.code);
    book.one(Change::of_class(ExitTicket { id: TicketId::from_bits(0x72), day: nov(20), code, ..ticket() }));
    let again = taken(&book, &old).unwrap();
    assert_eq!((again.ticket, again.change), (TICKET, None));
    let new = taken(&book, &HandedIn { receipt: 6, ..old }).unwrap();
    assert_eq!((new.ticket, new.change.is_some()), (TicketId::from_bits(0x72), true));
}
