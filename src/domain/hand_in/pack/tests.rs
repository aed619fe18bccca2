use super::*;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::exit_ticket::{Answer, Moment, Question, Reply, SurveyPart, TicketAgain};
use crate::domain::hand_in::Refused;
use crate::domain::hand_in::tests::{TICKET, answer, latest, sum, taken, teacher, ticket};
use crate::domain::id::{ScaleId, SurveyId};
use crate::domain::sample::{ANA, BEN, Book, CHLOE, CLASS, FOUR, FRACTIONS, MAIN_IDEA, nov, skill};
use crate::domain::support::{Accommodations, PictureLock};

/// A student's device that took a pack in.
fn device(pack: Vec<Change>) -> Book {
    let mut book = Book { notebook: Notebook::new(CLASS), written: Vec::new() };
    let changes = book.notebook.unpacked(pack, true, nov(9));
    book.write(changes);
    book
}

fn keys() -> Vec<PackedKey> {
    vec![(Some(ANA), "a".into()), (Some(BEN), "b".into()), (None, "n".into())]
}

fn join(device: &mut Book, pack: Vec<Change>, whole: bool) {
    let changes = device.notebook.unpacked(pack, whole, nov(9));
    device.write(changes);
}

/// The pack for one student as their device takes it in.
fn for_ana(book: &Book) -> Vec<Change> {
    for_one(book.notebook.packed(&[ANA], &keys()), ANA, Version::A)
}

#[test]
fn a_pack_makes_a_students_device_and_keeps_only_who_was_chosen() {
    let mut book = teacher(ticket());
    book.one(Change::of_class(HandInKey::new(KeyOf::Class, "root".into())));
    assert!(!book.notebook.is_students_device() && !Book::new().notebook.is_students_device());
    let pack = book.notebook.packed(&[ANA, BEN], &keys());
    assert!(pack.iter().all(|c| !matches!(&c.body, Body::HandInKey(key) if key.of == KeyOf::Class)));
    let device = device(for_one(pack, ANA, Version::A)).notebook;
    assert!(device.is_students_device());
    assert_eq!(device.students().iter().map(|s| s.id).collect::<Vec<_>>(), [ANA]);
    assert_eq!(device.hand_in_key(KeyOf::Student, Some(ANA)), Some("a"));
    assert_eq!(device.hand_in_key(KeyOf::Student, Some(BEN)), None);
    assert_eq!(device.hand_in_key(KeyOf::Nobody, None), Some("n"));
    let (here, there) = (device.ticket(TICKET).unwrap(), book.notebook.ticket(TICKET).unwrap());
    assert_eq!((here.code, device.wall_code_for(here)), (there.code, there.code.unwrap()));
    assert_eq!(device.waiting_ticket(ANA, &[]).map(|t| t.id), Some(TICKET));
}

#[test]
fn a_check_that_was_opened_before_a_level_was_renamed_comes_with_its_scale() {
    let mut book = teacher(ticket());
    let new = book.notebook.scale(FOUR).unwrap().next(ScaleId::from_bits(9), vec![("I see".into(), None)]);
    let class = Class { scale: new.id, ..book.notebook.class().unwrap().clone() };
    book.write([Change::of_class(new), Change::of_class(class)]);
    let pack = for_ana(&book);
    let device = device(pack.clone()).notebook;
    let ticket = device.ticket(TICKET).unwrap();
    assert_eq!(device.scale(ticket.scale), book.notebook.scale(FOUR));
    assert_eq!(device.class_scale(), book.notebook.class_scale(), "levels are still given on the new one");
    assert_eq!(device.unpacked(pack.clone(), true, nov(9)), [], "the same pack again");
    let scales = |pack: &[Change]| pack.iter().filter(|c| matches!(c.body, Body::Scale(_))).count();
    let card = with_less(&pack, 1).unwrap();
    assert_eq!((scales(&pack), scales(&card)), (2, 1), "a card has no checks, and no room for theirs");
}

#[test]
fn a_newer_pack_changes_what_is_new_and_nothing_else() {
    let mut book = teacher(ticket());
    let pack = |book: &Book| for_one(book.notebook.packed(&[ANA], &keys()), ANA, Version::A);
    let mut device = device(pack(&book));
    assert_eq!(device.notebook.unpacked(pack(&book), true, nov(9)), [], "the same pack again");
    let line = |id, text: &str| skill(id, text, 3);
    book.write([book.notebook.amend_skill(line(FRACTIONS, "more fractions"))]);
    book.write([book.notebook.amend_skill(Skill { archived: true, ..line(MAIN_IDEA, "main idea") })]);
    let changes = device.notebook.unpacked(pack(&book), true, nov(9));
    assert_eq!(changes.len(), 3, "two skills, and how new it is: {changes:?}");
    device.write(changes);
    let lines: Vec<&str> = device.notebook.skills().iter().map(|s| s.statement.as_str()).collect();
    assert_eq!(lines, ["I can more fractions"]);
    let part = device.notebook.unpacked(Vec::new(), false, nov(9));
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
    assert_eq!(device.notebook.waiting_ticket(ANA, &[]), None, "a draft is not shown");
    let (_, change) = device.notebook.open_by_code(code, ANA, TicketId::from_bits(9), nov(4)).unwrap();
    device.write(change);
    let changes = device.notebook.unpacked(pack, true, nov(9));
    device.write(changes);
    assert_eq!(device.notebook.waiting_ticket(ANA, &[]).map(|t| t.id), Some(TICKET));
}

#[test]
fn the_same_check_does_not_come_twice_whatever_the_device_says_the_day_is() {
    for day in [nov(4), Day::new(2025, 11, 4).unwrap()] {
        // Opened by its wall code from an older pack, and then brought by a newer one.
        let mut device = device(for_ana(&Book::new()));
        let mut book = teacher(ticket());
        let code = book.notebook.ticket(TICKET).unwrap().code.unwrap();
        let (at, change) = device.notebook.open_by_code(code, ANA, TicketId::from_bits(9), day).unwrap();
        device.write(change);
        device.one(Change::by_student(ANA, Answer { ticket: at, ..answer(vec![]) }));
        for title in ["", "Fractions"] {
            book.write([book.notebook.amend_ticket(ExitTicket {
                title: title.into(),
                code: Some(code),
                ..ticket()
            })]);
            let changes = device.notebook.unpacked(for_ana(&book), true, day);
            device.write(changes);
            assert_eq!(device.notebook.tickets().len(), 1);
            assert_eq!(device.notebook.ticket(at).unwrap().title, title);
            assert_eq!(device.notebook.waiting_ticket(ANA, &[]), None);
        }
    }
}

#[test]
fn a_code_that_came_round_is_another_check() {
    let mut device = device(for_ana(&Book::new()));
    let book = teacher(ExitTicket { day: nov(25), ..ticket() });
    let code = book.notebook.ticket(TICKET).unwrap().code.unwrap();
    let (at, change) = device.notebook.open_by_code(code, ANA, TicketId::from_bits(9), nov(3)).unwrap();
    device.write(change);
    device.one(Change::by_student(ANA, Answer { ticket: at, ..answer(vec![]) }));
    let changes = device.notebook.unpacked(for_ana(&book), true, nov(25));
    device.write(changes);
    assert_eq!(device.notebook.waiting_ticket(ANA, &[]).map(|t| t.id), Some(TICKET));
}

#[test]
fn each_student_is_asked_their_own_version_also_when_they_share_a_device() {
    let part = |moment| Some(SurveyPart { survey: SurveyId::from_bits(1), moment });
    let two = |moment| ExitTicket {
        questions: vec![Question::Sentence],
        version_b: vec![Question::Sentence, Question::Sentence],
        survey: part(moment),
        ..ticket()
    };
    for moment in [Moment::Before, Moment::After] {
        let book = teacher(two(moment));
        let pack = book.notebook.packed(&[ANA, BEN, CHLOE], &keys());
        let of = |student| for_one(pack.clone(), student, book.notebook.first_version(student));
        let asked = |device: &Book, student| {
            let ticket = device.notebook.ticket(TICKET).unwrap();
            device.notebook.version_for(ticket, student)
        };
        for student in [ANA, BEN] {
            let mut device = device(of(student));
            assert_eq!(asked(&device, student), asked(&book, student));
            // Somebody else joins on it, and what was answered stays.
            let answer = Answer { version: asked(&device, student), ..answer(vec![Reply::Blank]) };
            device.one(Change::by_student(student, answer.clone()));
            join(&mut device, of(CHLOE), true);
            assert_eq!(asked(&device, student), asked(&book, student));
            assert_eq!(asked(&device, CHLOE), asked(&book, CHLOE));
            let (said, _) = latest(&device, student).unwrap();
            assert_eq!(said.questions, sum(&two(moment), answer.version));
        }
    }
}

#[test]
fn without_names_a_device_asks_once_for_each_student_who_joined() {
    let book = teacher(ExitTicket { anonymous: true, ..ticket() });
    let pack = |student| for_one(book.notebook.packed(&[ANA, BEN], &keys()), student, Version::A);
    let mut device = device(pack(ANA));
    join(&mut device, pack(BEN), true);
    assert_eq!(device.notebook.joined_here(), 2);
    for done in [false, false, true] {
        let ticket = device.notebook.ticket(TICKET).unwrap();
        assert_eq!(device.notebook.is_answered_here(ticket), done);
        device.one(Change::by_nobody(answer(vec![])));
    }
}

#[test]
fn only_a_students_own_pack_has_what_helps_them_and_it_is_taken_away_again() {
    let mut book = teacher(ticket());
    let helps = Accommodations { extra_time: 50, ..Accommodations::default() };
    let lock = PictureLock { pictures: vec![1, 2, 3] };
    book.write([book.notebook.amend_accommodations(ANA, helps.clone())]);
    book.write([book.notebook.amend_picture_lock(ANA, lock.clone())]);
    let all = book.notebook.packed(&[ANA, BEN], &keys());
    assert!(!all.iter().any(|c| matches!(c.body, Body::Accommodations(_) | Body::PictureLock(_))));
    let mut device = device(for_ana(&book));
    for (helps, lock) in [(helps, Some(&lock)), (Accommodations::default(), None)] {
        let own = book.notebook.packed_for(ANA, &keys());
        join(&mut device, for_one(own.clone(), ANA, Version::A), false);
        assert_eq!(device.notebook.accommodations(ANA), helps);
        assert_eq!(device.notebook.picture_lock(ANA), lock);
        assert_eq!(device.notebook.unpacked(for_one(own, ANA, Version::A), false, nov(9)), []);
        book.write([book.notebook.amend_accommodations(ANA, Accommodations::default())]);
        book.write([book.notebook.amend_picture_lock(ANA, PictureLock::default())]);
    }
}

#[test]
fn a_check_that_is_over_is_closed_by_the_next_pack_and_opened_again_by_another() {
    let mut book = teacher(ticket());
    let mut device = device(for_ana(&book));
    device.one(Change::by_student(ANA, answer(vec![Reply::DontKnow])));
    let old = for_ana(&book);
    let (_, closing) = book.write([Change::of_class(TicketClosed { ticket: TICKET, day: nov(4) })]);
    join(&mut device, Vec::new(), false);
    assert!(device.notebook.is_open(TICKET), "a card does not say what is over");
    let closed = for_ana(&book);
    join(&mut device, closed.clone(), true);
    assert!(!device.notebook.is_open(TICKET));
    assert_eq!(device.notebook.waiting_ticket(ANA, &[]), None);
    assert!(device.notebook.answer(TICKET, ANA).is_some(), "what was answered stays");
    join(&mut device, old, true);
    assert!(!device.notebook.is_open(TICKET), "an older link opens nothing");
    book.undo(closing);
    join(&mut device, for_ana(&book), true);
    assert!(device.notebook.is_open(TICKET) && device.notebook.answer(TICKET, ANA).is_some());
    join(&mut device, closed, true);
    assert!(device.notebook.is_open(TICKET), "an older link closes nothing");
}

#[test]
fn a_pack_for_one_student_has_the_check_that_only_they_may_still_answer() {
    let mut book = teacher(ticket());
    book.one(Change::of_class(TicketClosed { ticket: TICKET, day: nov(4) }));
    book.one(Change::by_teacher(ANA, TicketAgain { ticket: TICKET, day: nov(5) }));
    let has = |pack: Vec<Change>| pack.iter().any(|c| matches!(c.body, Body::ExitTicket(_)));
    assert!(has(book.notebook.packed_for(ANA, &keys())));
    assert!(!has(book.notebook.packed_for(BEN, &keys())) && !has(book.notebook.packed(&[ANA, BEN], &keys())));
}

#[test]
fn what_the_wall_code_opened_is_closed_by_a_pack_that_is_newer_only() {
    for newer in [false, true] {
        let mut book = teacher(ticket());
        let mut device = device(for_one(Book::new().notebook.packed(&[ANA], &keys()), ANA, Version::A));
        let code = book.notebook.ticket(TICKET).unwrap().code.unwrap();
        // A pack that was made before may lack the check because it was not open yet.
        let later = if newer { &mut book } else { &mut device };
        for _ in 0..20 {
            later.one(Change::by_teacher(ANA, Attendance { day: nov(3), presence: Presence::Here }));
        }
        let (at, change) = device.notebook.open_by_code(code, ANA, TicketId::from_bits(9), nov(3)).unwrap();
        device.write(change);
        book.one(Change::of_class(TicketClosed { ticket: TICKET, day: nov(4) }));
        join(&mut device, for_ana(&book), true);
        assert_eq!(device.notebook.is_open(at), !newer);
        // The code still stands there, so it opens.
        let again = device.notebook.open_by_code(code, ANA, TicketId::from_bits(10), nov(4)).unwrap();
        assert_eq!((again.0, again.1.is_some()), (at, newer));
        device.write(again.1);
        assert!(device.notebook.is_open(at));
    }
}

#[test]
fn an_answer_to_other_questions_makes_room_for_the_new_ones() {
    let saved = ExitTicket { draft: true, questions: vec![Question::Sentence], ..ticket() };
    let mut book = Book::new();
    book.one(Change::of_class(saved.clone()));
    let mut device = device(for_ana(&book));
    let code = book.notebook.wall_code_for(&saved);
    // It was changed before it was opened, and the device knows the older questions.
    let two = vec![Question::Sentence, Question::Sentence];
    let opened = ExitTicket { draft: false, questions: two, code: Some(code), ..saved };
    book.write([book.notebook.amend_ticket(opened.clone())]);
    let (_, change) = device.notebook.open_by_code(code, ANA, TicketId::from_bits(9), nov(3)).unwrap();
    device.write(change);
    device.one(Change::by_student(ANA, answer(vec![Reply::Blank])));
    let (said, _) = latest(&device, ANA).unwrap();
    assert_eq!(taken(&book, &said), Err(Refused::OtherQuestions(TICKET)));
    join(&mut device, for_ana(&book), true);
    assert_eq!(latest(&device, ANA), None, "it would look like an answer to the new questions");
    assert_eq!(device.notebook.waiting_ticket(ANA, &[]).map(|t| t.questions.len()), Some(2));
    device.one(Change::by_student(ANA, answer(vec![Reply::Blank, Reply::Blank])));
    book.write([book.notebook.amend_ticket(ExitTicket { title: "Fractions".into(), ..opened })]);
    join(&mut device, for_ana(&book), true);
    let (said, _) = latest(&device, ANA).unwrap();
    assert!(taken(&book, &said).is_ok(), "what asks the same keeps its answers");
    assert_eq!(device.notebook.ticket(TICKET).unwrap().title, "Fractions");
}

#[test]
fn what_was_answered_without_a_level_stays_when_a_level_was_renamed() {
    for (question, stays) in [(Question::Sentence, true), (Question::Level(Moment::After), false)] {
        let mut book = teacher(ExitTicket { questions: vec![question], ..ticket() });
        let mut device = device(for_ana(&book));
        device.one(Change::by_student(ANA, answer(vec![Reply::Blank])));
        let now = book.notebook.ticket(TICKET).unwrap().clone();
        book.write([book.notebook.amend_ticket(ExitTicket { scale: ScaleId::from_bits(9), ..now })]);
        join(&mut device, for_ana(&book), true);
        assert_eq!(latest(&device, ANA).is_some(), stays);
    }
}

#[test]
fn an_older_pack_brings_who_joins_and_takes_nothing_back() {
    let mut book = Book::new();
    let old = book.notebook.packed(&[ANA, BEN], &keys());
    book.write([book.notebook.amend_skill(skill(FRACTIONS, "more fractions", 0))]);
    let new = SkillId::from_bits(0xf9);
    book.one(Change::of_class(skill(new, "prove", 2)));
    let mut device = device(for_ana(&book));
    for whole in [true, false] {
        join(&mut device, for_one(old.clone(), BEN, Version::B), whole);
        assert_eq!(device.notebook.students().len(), 2);
        assert_eq!(device.notebook.first_version(BEN), Version::B);
        let lines: Vec<&str> = device.notebook.skills().iter().map(|s| s.statement.as_str()).collect();
        assert_eq!(lines, ["I can more fractions", "I can main idea", "I can prove"]);
    }
}

#[test]
fn a_skill_that_is_on_a_card_is_in_use_again() {
    let mut book = Book::new();
    let mut device = device(for_ana(&book));
    let home = "at the table".to_owned();
    let line = || Skill { home: home.clone(), ..skill(MAIN_IDEA, "main idea", 1) };
    for archived in [true, false] {
        book.write([book.notebook.amend_skill(Skill { archived, ..line() })]);
        let card = with_less(&for_ana(&book), 1).unwrap();
        let (pack, whole) = if archived { (for_ana(&book), true) } else { (card, false) };
        join(&mut device, pack, whole);
        assert_eq!(device.notebook.skill(MAIN_IDEA).unwrap().archived, archived);
    }
    assert_eq!(device.notebook.skill(MAIN_IDEA).unwrap().home, "main idea at home", "as it was known here");
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
    assert_eq!(device.unpacked(card, false, nov(9)), [], "a card takes nothing away");
}
