use super::*;
use crate::domain::entry::Erasure;
use crate::domain::exit_ticket::{Moment, Question, SurveyPart, Template};
use crate::domain::id::SurveyId;
use crate::domain::sample::{ANA, BEN, Book, CHLOE, CLASS, FOUR, FRACTIONS, MAIN_IDEA, level, nov, skill};
use crate::domain::scale::{Level, Score};
use crate::domain::skill::Skill;
use crate::domain::support::Accommodations;

const TICKET: TicketId = TicketId::from_bits(0x71);

fn ticket() -> ExitTicket {
    ExitTicket::new(TICKET, Template::GotIt, &skill(FRACTIONS, "fractions", 0), nov(3), FOUR)
}

/// The teacher's notebook with a ticket that is open.
fn teacher(ticket: ExitTicket) -> Book {
    let mut book = Book::new();
    let code = Some(book.notebook.wall_code_for(&ticket));
    book.one(Change::of_class(ExitTicket { code, ..ticket }));
    book
}

/// A sum for tests: how many questions there are.
fn sum(ticket: &ExitTicket, version: Version) -> u32 {
    u32::try_from(ticket.questions_of(version).len()).unwrap()
}

fn said(book: &Book, student: Option<StudentId>) -> HandedIn {
    let ticket = book.notebook.ticket(TICKET).unwrap();
    let elsewhere = Score { scale: crate::domain::id::ScaleId::from_bits(0), level: Level(3) };
    HandedIn {
        class: class_mark(CLASS),
        student,
        code: ticket.code.unwrap(),
        questions: sum(ticket, Version::A),
        receipt: 5,
        replies: vec![Reply::DontKnow, Reply::Level(elsewhere), Reply::Choice(1)],
    }
}

fn taken(book: &Book, said: &HandedIn) -> Result<TakenIn, Refused> {
    book.notebook.take_in(said, sum, nov(9))
}

#[test]
fn an_answer_is_the_students_own_and_of_the_teachers_day() {
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

/// A student's device that took a pack in.
fn device(pack: Vec<Change>) -> Book {
    let mut book = Book { notebook: crate::domain::notebook::Notebook::new(CLASS), written: Vec::new() };
    let changes = book.notebook.unpacked(pack, true);
    book.write(changes);
    book
}

fn keys() -> Vec<PackedKey> {
    vec![(Some(ANA), "a".into()), (Some(BEN), "b".into()), (None, "n".into())]
}

#[test]
fn a_pack_makes_a_students_device_and_keeps_only_who_was_chosen() {
    let mut book = teacher(ticket());
    let helps = Accommodations { extra_time: 50, ..Accommodations::default() };
    book.write([book.notebook.amend_accommodations(ANA, helps.clone())]);
    book.one(Change::of_class(HandInKey { of: KeyOf::Class, secret: "root".into() }));
    assert!(!book.notebook.is_students_device() && !Book::new().notebook.is_students_device());
    let pack = book.notebook.packed(&[ANA, BEN], &keys());
    assert!(pack.iter().all(|c| !matches!(&c.body, Body::HandInKey(key) if key.of == KeyOf::Class)));
    let device = device(for_one(pack, ANA, Version::A)).notebook;
    assert!(device.is_students_device());
    assert_eq!(device.students().iter().map(|s| s.id).collect::<Vec<_>>(), [ANA]);
    assert_eq!(device.accommodations(ANA), helps);
    assert_eq!(device.hand_in_key(KeyOf::Student, Some(ANA)), Some("a"));
    assert_eq!(device.hand_in_key(KeyOf::Student, Some(BEN)), None);
    assert_eq!(device.hand_in_key(KeyOf::Nobody, None), Some("n"));
    let (here, there) = (device.ticket(TICKET).unwrap(), book.notebook.ticket(TICKET).unwrap());
    assert_eq!((here.code, device.wall_code_for(here)), (there.code, there.code.unwrap()));
    assert_eq!(device.ticket_for(ANA).map(|t| t.id), Some(TICKET));
}

#[test]
fn a_newer_pack_changes_what_is_new_and_nothing_else() {
    let mut book = teacher(ticket());
    let pack = |book: &Book| for_one(book.notebook.packed(&[ANA], &keys()), ANA, Version::A);
    let mut device = device(pack(&book));
    assert_eq!(device.notebook.unpacked(pack(&book), true), [], "the same pack again");
    let line = |id, text: &str| skill(id, text, 3);
    book.write([book.notebook.amend_skill(line(FRACTIONS, "more fractions"))]);
    book.write([book.notebook.amend_skill(Skill { archived: true, ..line(MAIN_IDEA, "main idea") })]);
    let changes = device.notebook.unpacked(pack(&book), true);
    assert_eq!(changes.len(), 2, "{changes:?}");
    device.write(changes);
    let lines: Vec<&str> = device.notebook.skills().iter().map(|s| s.statement.as_str()).collect();
    assert_eq!(lines, ["I can more fractions"]);
    let part = device.notebook.unpacked(Vec::new(), false);
    assert_eq!(part, [], "a card that has not all skills puts none away");
}

#[test]
fn what_the_wall_code_opened_is_not_closed_by_a_pack() {
    let saved = ExitTicket { draft: true, questions: vec![Question::Sentence], ..ticket() };
    let mut book = Book::new();
    book.one(Change::of_class(saved.clone()));
    let code = book.notebook.wall_code_for(&ExitTicket { draft: false, ..saved });
    let pack = for_one(book.notebook.packed(&[ANA], &keys()), ANA, Version::A);
    let mut device = device(pack.clone());
    assert_eq!(device.notebook.ticket_for(ANA), None, "a draft is not shown");
    let (_, change) = device.notebook.open_by_code(code, ANA, TicketId::from_bits(9), nov(4)).unwrap();
    device.write(change);
    let changes = device.notebook.unpacked(pack, true);
    device.write(changes);
    assert_eq!(device.notebook.ticket_for(ANA).map(|t| t.id), Some(TICKET));
}

#[test]
fn the_same_check_does_not_come_twice() {
    // Opened by its wall code from an older pack, and then brought by a newer one.
    let mut device = device(for_one(Book::new().notebook.packed(&[ANA], &keys()), ANA, Version::A));
    let book = teacher(ticket());
    let code = book.notebook.ticket(TICKET).unwrap().code.unwrap();
    let (_, change) = device.notebook.open_by_code(code, ANA, TicketId::from_bits(9), nov(4)).unwrap();
    device.write(change);
    let pack = for_one(book.notebook.packed(&[ANA], &keys()), ANA, Version::A);
    let changes = device.notebook.unpacked(pack, true);
    device.write(changes);
    assert_eq!(device.notebook.tickets().len(), 1);
}

#[test]
fn each_device_has_the_version_its_student_is_asked() {
    let part = |moment| Some(SurveyPart { survey: SurveyId::from_bits(1), moment });
    let two = |moment| ExitTicket {
        questions: vec![Question::Sentence],
        version_b: vec![Question::Sentence, Question::Sentence],
        survey: part(moment),
        ..ticket()
    };
    for moment in [Moment::Before, Moment::After] {
        let book = teacher(two(moment));
        for student in [ANA, BEN, CHLOE] {
            let asked = book.notebook.version_for(&two(moment), student);
            let pack = book.notebook.packed(&[ANA, BEN, CHLOE], &keys());
            let device = device(for_one(pack, student, book.notebook.first_version(student))).notebook;
            let ticket = device.ticket(TICKET).unwrap();
            assert_eq!(ticket.questions, book.notebook.ticket(TICKET).unwrap().questions_of(asked));
            assert!(ticket.version_b.is_empty());
        }
    }
}

#[test]
fn what_a_device_hands_in_is_what_was_answered_last() {
    let mut book = teacher(ExitTicket { anonymous: true, ..ticket() });
    let ticket = book.notebook.ticket(TICKET).unwrap().clone();
    assert_eq!(book.notebook.to_hand_in(ANA, &ticket, 4), None);
    for reply in [Reply::Blank, Reply::DontKnow] {
        book.one(Change::by_nobody(Answer::new(TICKET, FRACTIONS, nov(3), vec![reply])));
    }
    let (said, n) = book.notebook.to_hand_in(ANA, &ticket, 4).unwrap();
    assert_eq!((said.student, said.replies), (None, vec![Reply::DontKnow]));
    assert_eq!(n, book.written.len() as u64);
}

#[test]
fn a_card_has_less_in_it_step_by_step_and_what_is_known_stays() {
    let mut book = teacher(ticket());
    let focus = Skill { in_focus: true, ..skill(MAIN_IDEA, "main idea", 1) };
    book.write([book.notebook.amend_skill(focus)]);
    let pack = book.notebook.packed(&[ANA], &keys());
    let steps: Vec<Vec<Change>> = (1..).map_while(|step| with_less(&pack, step)).collect();
    assert_eq!(steps.iter().map(|less| skills_in(less)).collect::<Vec<_>>(), [2, 2, 2, 1]);
    assert!(steps.iter().flatten().all(|change| !matches!(change.body, Body::ExitTicket(_))));
    let Some(Body::Skill(last)) = steps[3].iter().map(|c| &c.body).find(|b| matches!(b, Body::Skill(_)))
    else {
        panic!("a skill")
    };
    assert_eq!((last.id, last.check.is_some()), (MAIN_IDEA, true), "the one in focus");
    let device = device(for_one(pack, ANA, Version::A)).notebook;
    let card = for_one(steps[3].clone(), ANA, Version::A);
    assert_eq!(device.unpacked(card, false), [], "a card takes nothing away");
}
