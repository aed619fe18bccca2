use super::*;
use crate::domain::attendance::Presence;
use crate::domain::entry::Change;
use crate::domain::roster::Student;
use crate::domain::sample::{ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, attendance, level, nov, skill};
use crate::domain::scale::{Level, Score};

const TICKET: TicketId = TicketId::from_bits(0x71);
const RIGHT: Reply = Reply::Choice(1);
const WRONG: Reply = Reply::Choice(0);

fn at(of_four: u8) -> Reply {
    Reply::Level(level(of_four))
}

/// The ticket "Got it?" about fractions on 3 November: before, after, choice (1 is right), sentence.
fn opened() -> Change {
    Change::of_class(ExitTicket::new(
        TICKET,
        Template::GotIt,
        &skill(FRACTIONS, "fractions", 0),
        nov(3),
        FOUR,
    ))
}

fn answer(student: StudentId, before: Reply, after: Reply, choice: Reply) -> Change {
    let replies = vec![before, after, choice, Reply::Blank];
    Change::by_student(student, Answer::new(TICKET, FRACTIONS, nov(3), replies))
}

/// The ticket's results after these changes.
fn results(changes: impl IntoIterator<Item = Change>) -> Results {
    let mut book = Book::new();
    book.write([opened()].into_iter().chain(changes));
    book.notebook.results(TICKET).unwrap()
}

/// The group for a level after the lesson and a choice.
fn group(after: Reply, choice: Reply) -> Group {
    results([answer(ANA, at(2), after, choice)]).handed[0].group.expect("it asks for a level")
}

#[test]
fn got_it_asks_before_after_the_choice_and_a_sentence() {
    let kinds = |skill: &Skill| Template::GotIt.questions(skill, Moment::After);
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
    book.one(Change::of_class(ExitTicket::new(TICKET, Template::GotIt, &skill, nov(3), FOUR)));
    book.write([answer(ANA, at(1), at(3), WRONG), answer(BEN, at(1), at(3), Reply::DontKnow)]);
    let handed = book.notebook.results(TICKET).unwrap().handed;
    let read: Vec<_> = handed.iter().map(|h| (h.keyed.of, h.group)).collect();
    assert_eq!(read, [(0, Some(Group::GotIt)), (0, Some(Group::GotIt))]);
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
    assert_eq!((results.handed.len(), results.handed[0].group), (1, Some(Group::GotIt)));
    assert_eq!(results.per_level, [0, 0, 0, 1]);
    assert_eq!(results.handed[0].attempts, 2);
    assert_eq!(book.notebook.all_answers(TICKET).len(), 2);
}

#[test]
fn an_answer_of_a_later_day_says_how_many_days() {
    let late = |day| Change::by_student(ANA, Answer::new(TICKET, FRACTIONS, day, vec![at(1), at(3)]));
    for (day, days_late) in [(nov(3), None), (nov(4), Some(1)), (nov(10), Some(7)), (nov(1), None)] {
        let handed = &results([late(day)]).handed[0];
        assert_eq!((handed.day, handed.days_late), (day, days_late));
    }
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
    let left = Student { left: true, ..Student::named(BEN, "Ben") };
    assert_eq!(results([Change::by_teacher(BEN, left)]).missing, [ANA, CHLOE]);
}

#[test]
fn replies_that_do_not_fit_count_as_not_given() {
    let other_scale = Reply::Level(Score { scale: ScaleId::from_bits(9), level: Level(4) });
    for (before, after) in [(at(9), at(0)), (RIGHT, Reply::Sentence("4".into())), (at(2), other_scale)] {
        let counted = results([answer(ANA, before, after, at(1))]);
        assert_eq!((counted.per_level, counted.shift.paired), (vec![0; 4], 0));
        assert_eq!((counted.handed[0].after, counted.handed[0].keyed.of), (None, 0));
    }
    let few = Answer::new(TICKET, FRACTIONS, nov(3), vec![at(1)]);
    assert_eq!(results([Change::by_student(ANA, few)]).handed[0].before, Some(Level(1)));
}

#[test]
fn a_ticket_is_offered_until_it_is_handed_in_or_closed() {
    let mut book = Book::new();
    let offered = |book: &Book, student| book.notebook.waiting_ticket(student, &[]).map(|t| t.id);
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
        Change::of_class(ExitTicket::new(TicketId::from_bits(id), Template::GotIt, &skill, nov(day), FOUR))
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

/// A ticket with these questions, opened on 3 November.
fn asking(questions: Vec<Question>) -> ExitTicket {
    let fractions = skill(FRACTIONS, "fractions", 0);
    ExitTicket { questions, ..ExitTicket::new(TICKET, Template::Blank, &fractions, nov(3), FOUR) }
}

fn number(key: &str) -> Question {
    Question::Number(NumberAsked { question: "?".into(), key: Some(key.into()), unit: String::new() })
}

#[test]
fn without_a_level_the_cuts_make_the_groups() {
    let group = |right: usize, wrong: usize, of: usize| {
        let mut book = Book::new();
        book.one(Change::of_class(asking((0..of).map(|_| number("1")).collect())));
        let reply = |text: &str, n| std::iter::repeat_n(Reply::Number(text.into()), n);
        let replies = reply("1", right).chain(reply("2", wrong)).collect();
        book.one(Change::by_student(ANA, Answer::new(TICKET, FRACTIONS, nov(3), replies)));
        book.notebook.results(TICKET).unwrap().handed[0].group
    };
    assert_eq!(group(5, 0, 5), Some(Group::GotIt));
    assert_eq!(group(4, 1, 5), Some(Group::GotIt), "80 of 100");
    assert_eq!(group(3, 2, 5), Some(Group::Almost));
    assert_eq!(group(1, 1, 2), Some(Group::Almost), "50 of 100");
    assert_eq!(group(2, 3, 5), Some(Group::NotYet));
    assert_eq!(group(0, 0, 5), None, "nothing was answered");
    assert_eq!(group(0, 0, 0), None, "nothing is asked");
}

#[test]
fn the_teacher_moves_and_places_students() {
    let mut book = Book::new();
    let put = |student, group| Change::by_teacher(student, Regrouped { ticket: TICKET, group, day: nov(3) });
    book.write([opened(), answer(ANA, at(1), at(3), RIGHT)]);
    book.write([put(ANA, Some(Group::Almost)), put(BEN, Some(Group::NotYet))]);
    let results = book.notebook.results(TICKET).unwrap();
    assert_eq!(results.handed[0].suggested, Some(Group::GotIt));
    assert_eq!(results.handed[0].group, Some(Group::Almost));
    assert_eq!(results.placed, [(BEN, Group::NotYet)]);
    book.write([put(ANA, None), put(BEN, None)]);
    let results = book.notebook.results(TICKET).unwrap();
    assert_eq!((results.handed[0].group, results.placed), (Some(Group::GotIt), vec![]));
}

#[test]
fn one_student_may_hand_in_again_whatever_the_clock_says() {
    let mut book = Book::new();
    book.write([opened(), answer(ANA, at(1), at(1), WRONG)]);
    book.one(Change::of_class(TicketClosed { ticket: TICKET, day: nov(3) }));
    let may = |book: &Book, student| book.notebook.can_answer(TICKET, student);
    assert!(!may(&book, ANA) && !may(&book, BEN));
    book.one(Change::by_teacher(ANA, TicketAgain { ticket: TICKET, day: nov(4) }));
    assert!(may(&book, ANA) && !may(&book, BEN));
    assert_eq!(book.notebook.waiting_ticket(ANA, &[]).map(|t| t.id), Some(TICKET));
    let last_year = Day::new(2025, 11, 4).unwrap();
    let replies = vec![at(1), at(4), RIGHT, Reply::Blank];
    book.one(Change::by_student(ANA, Answer::new(TICKET, FRACTIONS, last_year, replies)));
    assert!(!may(&book, ANA), "the answer used it up, though its clock is a year behind");
    let handed = &book.notebook.results(TICKET).unwrap().handed[0];
    assert_eq!((handed.after, handed.attempts), (Some(Level(4)), 2), "the latest given counts");
}

#[test]
fn a_draft_takes_no_answers() {
    let mut book = Book::new();
    let draft = ExitTicket { draft: true, ..asking(vec![Question::Sentence]) };
    let (keys, _) = book.write([Change::of_class(draft.clone())]);
    assert!(!book.notebook.can_answer(TICKET, ANA));
    assert_eq!((book.notebook.tickets().len(), book.notebook.ticket_drafts().len()), (0, 1));
    book.one(Change::of_class(ExitTicket { draft: false, ..draft }).replacing(keys));
    assert!(book.notebook.can_answer(TICKET, ANA));
    assert_eq!((book.notebook.tickets().len(), book.notebook.ticket_drafts().len()), (1, 0));
}

#[test]
fn nothing_of_an_anonymous_ticket_is_told_below_five() {
    let mut book = Book::new();
    let ticket = ExitTicket { anonymous: true, ..asking(vec![number("1"), Question::Sentence]) };
    book.one(Change::of_class(ticket));
    for (count, text) in ["d", "b", "a", "e", "c"].into_iter().enumerate() {
        let replies = vec![Reply::Number("1".into()), Reply::Sentence(text.into())];
        book.one(Change::by_nobody(Answer::new(TICKET, FRACTIONS, nov(3), replies)));
        let results = book.notebook.results(TICKET).unwrap();
        assert_eq!(results.came, count + 1);
        assert!(results.tallies.is_empty(), "while it takes answers");
        assert!(results.handed.is_empty() && results.missing.is_empty());
        let closing = close(&mut book);
        assert_eq!(book.notebook.results(TICKET).unwrap().tallies.is_empty(), count + 1 < WALL_FLOOR);
        book.undo(closing);
    }
    close(&mut book);
    let tallies = book.notebook.results(TICKET).unwrap().tallies;
    assert_eq!((tallies[0].right, tallies[0].answered), (5, 5));
    let order: String = tallies[1].written.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(order, "abcde", "not the order in which they came");
    assert!(tallies[1].written.iter().all(|(who, _)| who.is_none()));
}

#[test]
fn each_question_is_counted_for_itself() {
    let several = Choices {
        question: "?".into(),
        choices: ["a", "b", "c"].map(String::from).to_vec(),
        keys: vec![0, 2],
    };
    let steps = Steps { question: Phrase::HowSure, words: StepWords::Confidence };
    let mut book = Book::new();
    book.one(Change::of_class(asking(vec![Question::Choices(several), Question::Steps(steps)])));
    let answer =
        |student, replies| Change::by_student(student, Answer::new(TICKET, FRACTIONS, nov(3), replies));
    book.write([
        answer(ANA, vec![Reply::Choices(vec![0, 2]), Reply::Step(4)]),
        answer(BEN, vec![Reply::Choices(vec![0, 9]), Reply::Step(0)]),
        answer(CHLOE, vec![Reply::DontKnow, Reply::Blank]),
    ]);
    let tallies = book.notebook.results(TICKET).unwrap().tallies;
    let first = (tallies[0].answered, tallies[0].dont_know, tallies[0].counts.clone(), tallies[0].right);
    assert_eq!(first, (3, 1, vec![2, 0, 1], 1));
    assert_eq!((tallies[1].answered, tallies[1].counts.clone()), (1, vec![0, 0, 0, 1]));
}

/// The halves of a survey with two versions.
fn crossed() -> [ExitTicket; 2] {
    let survey = SurveyId::from_bits(5);
    [(1, Moment::Before), (2, Moment::After)].map(|(id, moment)| ExitTicket {
        id: TicketId::from_bits(id),
        version_b: vec![number("2")],
        survey: Some(SurveyPart { survey, moment }),
        ..asking(vec![number("1")])
    })
}

#[test]
fn two_versions_are_crossed_over_two_halves() {
    let [before, after] = crossed();
    let mut book = Book::new();
    book.write([Change::of_class(before.clone()), Change::of_class(after.clone())]);
    let all = [ANA, BEN, CHLOE];
    let first = all.map(|s| book.notebook.version_for(&before, s));
    assert!(first.contains(&Version::A) && first.contains(&Version::B));
    assert_eq!(all.map(|s| book.notebook.version_for(&after, s)), first.map(Version::other));
    // Ana's screen showed the other version, because the roster changed in between.
    let odd = Answer {
        version: first[0].other(),
        ..Answer::new(before.id, FRACTIONS, nov(3), vec![Reply::Number("1".into())])
    };
    book.one(Change::by_student(ANA, odd));
    assert_eq!(book.notebook.version_for(&after, ANA), first[0], "what was answered decides");
    assert_eq!(book.notebook.version_for(&asking(vec![]), ANA), Version::A);
}

#[test]
fn each_version_is_read_by_what_it_asks() {
    let mut book = Book::new();
    let ticket = ExitTicket { version_b: vec![number("2")], ..asking(vec![Question::Level(Moment::After)]) };
    book.one(Change::of_class(ticket));
    let right = Answer {
        version: Version::B,
        ..Answer::new(TICKET, FRACTIONS, nov(3), vec![Reply::Number("2".into())])
    };
    book.one(Change::by_student(ANA, right));
    let handed = &book.notebook.results(TICKET).unwrap().handed[0];
    assert_eq!(handed.group, Some(Group::GotIt), "version B asks for no level, so none is missing");
}

/// An anonymous check with these questions, and so many answers of each row of replies.
fn nameless(questions: Vec<Question>, rows: &[(usize, Vec<Reply>)]) -> Book {
    let mut book = Book::new();
    book.one(Change::of_class(ExitTicket { anonymous: true, ..asking(questions) }));
    for (n, replies) in rows {
        let answer = Answer::new(TICKET, FRACTIONS, nov(3), replies.clone());
        book.write((0..*n).map(|_| Change::by_nobody(answer.clone())));
    }
    book
}

fn close(book: &mut Book) -> crate::domain::id::BatchId {
    book.write([Change::of_class(TicketClosed { ticket: TICKET, day: nov(3) })]).1
}

#[test]
fn an_anonymous_check_shows_nothing_while_it_is_open_also_when_it_is_opened_again() {
    let sentence = || vec![Reply::Sentence("a".into())];
    let mut book = nameless(vec![Question::Sentence], &[(7, sentence())]);
    let seen = |book: &Book| {
        let r = book.notebook.results(TICKET).unwrap();
        (r.came, r.veil(), r.tallies.first().map(|t| t.answered), r.waiting())
    };
    assert_eq!(seen(&book), (7, Some(Veil::Open), None, 0));
    let closing = close(&mut book);
    assert_eq!(seen(&book), (7, None, Some(7), 0));
    book.undo(closing);
    let one_more = |book: &mut Book, n: usize| {
        book.write((0..n).map(|_| Change::by_nobody(Answer::new(TICKET, FRACTIONS, nov(3), sentence()))));
    };
    one_more(&mut book, 1);
    assert_eq!(seen(&book), (8, Some(Veil::Open), None, 0));
    close(&mut book);
    assert_eq!(seen(&book), (8, None, Some(7), 1), "the eighth could be told from the seven before");
    one_more(&mut book, 3);
    assert_eq!(seen(&book), (11, None, Some(7), 4), "a late answer comes in by code");
    one_more(&mut book, 1);
    assert_eq!(seen(&book), (12, None, Some(12), 0));
}

#[test]
fn an_answer_without_a_name_may_be_told_once_the_check_was_ever_closed() {
    let mut book = nameless(vec![Question::Sentence], &[(5, vec![Reply::Sentence("a".into())])]);
    assert!(!book.notebook.may_be_told(TICKET), "nothing was shown yet");
    let closing = close(&mut book);
    assert!(book.notebook.may_be_told(TICKET));
    book.undo(closing);
    assert!(book.notebook.may_be_told(TICKET), "it was seen, although it is open again");
    let mut named = Book::new();
    named.one(Change::of_class(asking(vec![Question::Sentence])));
    close(&mut named);
    assert!(!named.notebook.may_be_told(TICKET), "of a check with names everything is told");
}

#[test]
fn a_question_few_answered_without_a_name_is_not_told() {
    let questions = vec![number("1"), Question::Sentence, number("1")];
    let text = Reply::Sentence("a".into());
    let right = Reply::Number("1".into());
    let rows = [(4, vec![right.clone(), text, Reply::Blank]), (3, vec![right, Reply::Blank, Reply::Blank])];
    let mut book = nameless(questions, &rows);
    close(&mut book);
    let tallies = book.notebook.results(TICKET).unwrap().tallies;
    let told = |t: &Tally| (t.answered, t.right, t.written.len(), t.too_few);
    assert_eq!(
        tallies.iter().map(told).collect::<Vec<_>>(),
        [(7, 7, 7, false), (0, 0, 0, true), (0, 0, 0, false),]
    );
}

#[test]
fn a_version_few_answered_without_a_name_cannot_be_worked_out() {
    let (before, after) = (Question::Level(Moment::Before), Question::Level(Moment::After));
    let mut book = nameless(vec![before.clone(), after.clone()], &[(6, vec![at(1), at(3)])]);
    let ticket = book.notebook.ticket(TICKET).unwrap().clone();
    book.one(book.notebook.amend_ticket(ExitTicket { version_b: vec![before, after], ..ticket }));
    let of_b = Answer { version: Version::B, ..Answer::new(TICKET, FRACTIONS, nov(3), vec![at(4), at(4)]) };
    book.write((0..3).map(|_| Change::by_nobody(of_b.clone())));
    close(&mut book);
    let results = book.notebook.results(TICKET).unwrap();
    assert_eq!((results.came, results.tallies.len()), (9, 4));
    assert_eq!(results.per_level, [0, 0, 6, 0], "not even as what is left of the sum");
    assert_eq!((results.shift.paired, results.shift.up), (6, 6));
}

#[test]
fn how_the_levels_moved_is_not_told_when_few_gave_one_level_only() {
    let shift = |only_after: usize| {
        let rows = [(6, vec![at(1), at(3)]), (only_after, vec![Reply::Blank, at(4)])];
        let levels = vec![Question::Level(Moment::Before), Question::Level(Moment::After)];
        let mut book = nameless(levels, &rows);
        close(&mut book);
        let results = book.notebook.results(TICKET).unwrap();
        assert_eq!(results.per_level, [0, 0, 6, only_after]);
        results.shift.paired
    };
    assert_eq!([shift(0), shift(1), shift(4), shift(5)], [6, 0, 0, 6]);
}

#[test]
fn a_student_keeps_the_version_whoever_comes_or_leaves() {
    let [before, after] = crossed();
    let mut book = Book::new();
    book.write([before.clone(), after.clone()].map(Change::of_class));
    let all = [ANA, BEN, CHLOE];
    let asked = |book: &Book, ticket: &ExitTicket| all.map(|s| book.notebook.version_for(ticket, s));
    let first = asked(&book, &before);
    let student =
        |id, left| Change::by_teacher(id, Student { left, ..Student::named(id, format!("Student {id}")) });
    // One comes whose id stands before all the others, and one of them leaves.
    book.write([student(StudentId::from_bits(1), false), student(BEN, true)]);
    assert_eq!(asked(&book, &before), first);
    assert_eq!(asked(&book, &after), first.map(Version::other));
    assert_eq!(all.map(|s| book.notebook.first_version(s)), first, "what a pack says");
}
