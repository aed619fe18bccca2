use super::*;
use crate::domain::exit_ticket::{Answer, Question};
use crate::domain::sample::{ANA, BEN, Book, FOUR, FRACTIONS, MAIN_IDEA, nov, skill};

fn made(id: u64, template: Template) -> ExitTicket {
    let fractions = skill(FRACTIONS, "fractions", 0);
    ExitTicket::new(TicketId::from_bits(id), template, &fractions, nov(3), FOUR)
}

/// A ticket of its own, as no template makes it.
fn own(id: u64) -> ExitTicket {
    ExitTicket { questions: vec![Question::Sentence, Question::Sentence], ..made(id, Template::Blank) }
}

/// Opens a ticket as the teacher's screens do: with its code.
fn open(book: &mut Book, ticket: ExitTicket) -> WallCode {
    let code = book.notebook.wall_code_for(&ticket);
    book.one(Change::of_class(ExitTicket { code: Some(code), ..ticket }));
    code
}

/// A student's device with the class's skills and these saved checks.
fn device(saved: &[ExitTicket]) -> Book {
    let mut book = Book::new();
    book.write(saved.iter().cloned().map(Change::of_class));
    book
}

const NEW: TicketId = TicketId::from_bits(99);

#[test]
fn a_device_without_a_network_finds_the_make_of_every_template() {
    let mut book = Book::new();
    for (n, template) in Template::ALL.into_iter().enumerate().filter(|(_, t)| *t != Template::Blank) {
        for (anonymous, moment) in
            [(false, Moment::After), (true, Moment::After), (false, Moment::Before), (true, Moment::Before)]
        {
            let id = n as u64 * 4 + u64::from(anonymous) * 2 + u64::from(moment == Moment::Before);
            let questions = template.questions(&skill(FRACTIONS, "fractions", 0), moment);
            let ticket = ExitTicket { questions, anonymous, ..made(id, template) };
            let code = open(&mut book, ticket.clone());
            let (at, change) = device(&[]).notebook.open_by_code(code, ANA, NEW, nov(4)).unwrap();
            let Body::ExitTicket(opened) = change.unwrap().body else { panic!("a ticket") };
            assert_eq!((at, opened.id, opened.day, opened.code), (NEW, NEW, nov(4), Some(code)));
            assert_eq!((opened.questions, opened.anonymous), (ticket.questions, anonymous), "{template:?}");
        }
    }
}

#[test]
fn a_saved_check_opens_by_its_own_id_and_an_unknown_one_does_not() {
    let mut book = Book::new();
    let code = open(&mut book, own(7));
    assert_eq!(device(&[]).notebook.open_by_code(code, ANA, NEW, nov(4)), None);
    let draft = ExitTicket { draft: true, ..own(7) };
    let mut device = device(&[draft]);
    let (at, change) = device.notebook.open_by_code(code, ANA, NEW, nov(4)).unwrap();
    device.write(change);
    assert_eq!(at, TicketId::from_bits(7));
    assert!(device.notebook.is_open(at));
    assert_eq!(device.notebook.open_by_code(code, ANA, NEW, nov(4)), Some((at, None)), "it is there now");
}

#[test]
fn sixteen_tickets_of_one_make_have_sixteen_codes_and_then_the_oldest_comes_round() {
    let mut book = Book::new();
    let codes: Vec<WallCode> = (0..16).map(|n| open(&mut book, made(n, Template::GotIt))).collect();
    let different: std::collections::BTreeSet<_> = codes.iter().collect();
    assert_eq!(different.len(), 16);
    for (n, code) in codes.iter().enumerate() {
        assert_eq!(book.notebook.ticket_by_code(*code).unwrap().id, TicketId::from_bits(n as u64));
    }
    assert_eq!(open(&mut book, made(16, Template::GotIt)), codes[0]);
    assert_eq!(book.notebook.ticket_by_code(codes[0]).unwrap().id, TicketId::from_bits(16), "the latest");
    assert_eq!(open(&mut book, made(17, Template::GotIt)), codes[1]);
}

#[test]
fn a_code_stays_what_it_was_when_the_ticket_was_opened() {
    let mut book = Book::new();
    let code = open(&mut book, made(1, Template::GotIt));
    let ticket = book.notebook.ticket(TicketId::from_bits(1)).unwrap().clone();
    open(&mut book, made(2, Template::GotIt));
    assert_eq!(book.notebook.wall_code_for(&ticket), code);
    // A copy is another ticket, also when the code was copied with it.
    let copy = ExitTicket { id: TicketId::from_bits(3), ..ticket };
    assert_ne!(book.notebook.wall_code_for(&copy), code);
}

#[test]
fn no_two_makes_of_a_class_share_a_chosen_code() {
    let mut book = Book::new();
    for n in 0..60 {
        let line = format!("line {n}");
        book.one(Change::of_class(skill(SkillId::from_bits(0x1000 + n), &line, 9)));
    }
    let mut seen = std::collections::BTreeMap::new();
    for (n, skill) in book.notebook.skills().into_iter().cloned().collect::<Vec<_>>().iter().enumerate() {
        for (m, template) in Template::ALL.into_iter().enumerate().filter(|(_, t)| *t != Template::Blank) {
            let id = TicketId::from_bits((n * 10 + m) as u64);
            let code = book.notebook.wall_code_for(&ExitTicket::new(id, template, skill, nov(3), FOUR));
            assert_eq!(seen.insert(code, (skill.id, template)), None);
            assert!(matches!(book.notebook.made_by(code), Some(Make::Template { .. })), "{code}");
        }
    }
}

#[test]
fn an_answered_code_opens_anew_after_a_while_only() {
    let mut book = device(&[]);
    let code = book.notebook.wall_code_for(&made(1, Template::GotIt));
    let (_, change) = book.notebook.open_by_code(code, ANA, NEW, nov(3)).unwrap();
    book.write(change);
    let again = |book: &Book, student, day| {
        book.notebook.open_by_code(code, student, TicketId::from_bits(100), day).unwrap().0
    };
    assert_eq!(again(&book, ANA, nov(28)), NEW, "it was not answered");
    book.one(Change::by_student(ANA, Answer::new(NEW, FRACTIONS, nov(3), Vec::new())));
    assert_eq!(again(&book, ANA, nov(8)), NEW);
    assert_eq!(again(&book, ANA, nov(28)), TicketId::from_bits(100));
    assert_eq!(again(&book, BEN, nov(28)), NEW);
    let other = book.notebook.wall_code_for(&ExitTicket { skill: MAIN_IDEA, ..made(2, Template::Blank) });
    assert_eq!(book.notebook.open_by_code(other, ANA, NEW, nov(3)), None);
}
