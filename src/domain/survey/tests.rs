use super::*;
use crate::domain::entry::{Body, Change};
use crate::domain::exit_ticket::{
    NumberAsked, Phrase, StepWords, Steps, Template, TicketClosed, Veil, Version, WALL_FLOOR,
};
use crate::domain::roster::Student;
use crate::domain::sample::{ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, level, nov, skill};

const SURVEY: SurveyId = SurveyId::from_bits(0x5e);
const BEFORE: TicketId = TicketId::from_bits(0xb0);
const AFTER: TicketId = TicketId::from_bits(0xa0);

fn number(key: &str) -> Question {
    Question::Number(NumberAsked { question: key.into(), key: Some(key.into()), unit: String::new() })
}

fn confidence() -> Question {
    Question::Steps(Steps { question: Phrase::HowSure, words: StepWords::Confidence })
}

/// The half before the teaching, opened on 3 November.
fn half(questions: Vec<Question>) -> ExitTicket {
    ExitTicket {
        questions,
        survey: Some(SurveyPart { survey: SURVEY, moment: Moment::Before }),
        ..ExitTicket::new(BEFORE, Template::Blank, &skill(FRACTIONS, "fractions", 0), nov(3), FOUR)
    }
}

/// A student of a larger class.
fn student(n: u64) -> StudentId {
    StudentId::from_bits(0x500 + n)
}

/// A class of `n` students, and the survey's two halves, open.
fn book_of(n: u64, before: ExitTicket) -> Book {
    let mut book = Book::empty();
    book.write([Change::of_class(skill(FRACTIONS, "fractions", 0))]);
    for id in (0..n).map(student) {
        let student = Student::named(id, format!("Student {id}"));
        book.write([Change::by_teacher(id, student)]);
    }
    book.one(Change::of_class(before));
    let after = book.notebook.survey_after(SURVEY, AFTER, nov(20)).unwrap();
    book.one(Change::of_class(after));
    book
}

fn says(who: StudentId, ticket: TicketId, version: Version, replies: Vec<Reply>) -> Change {
    Change::by_student(who, Answer { version, ..Answer::new(ticket, FRACTIONS, nov(3), replies) })
}

/// So many of `of` questions right, the others wrong.
fn right(right: usize, of: usize) -> Vec<Reply> {
    (0..of).map(|i| Reply::Number(if i < right { "1" } else { "2" }.into())).collect()
}

/// The report over these scores of 4 questions: (before, after), where `None` is no answer at all.
fn report(scores: &[(Option<usize>, Option<usize>)]) -> SurveyReport {
    let mut book = book_of(scores.len() as u64, half((0..4).map(|_| number("1")).collect()));
    for (n, (before, after)) in (0..).zip(scores) {
        for (ticket, score) in [(BEFORE, before), (AFTER, after)] {
            if let Some(score) = score {
                book.one(says(student(n), ticket, Version::A, right(*score, 4)));
            }
        }
    }
    book.notebook.survey_report(SURVEY).unwrap()
}

#[test]
fn the_second_half_asks_the_same_for_the_other_moment() {
    let mut book = Book::new();
    let before = ExitTicket {
        version_b: vec![number("2"), confidence()],
        anonymous: true,
        minutes: Some(5),
        ..half(vec![Question::Level(Moment::Before), confidence()])
    };
    assert_eq!(book.notebook.survey_after(SURVEY, AFTER, nov(20)), None, "there is no first half");
    book.one(Change::of_class(ExitTicket { draft: true, ..before.clone() }));
    assert_eq!(book.notebook.survey_after(SURVEY, AFTER, nov(20)), None, "it is still being written");
    book.one(Change::of_class(before.clone()));
    let after = book.notebook.survey_after(SURVEY, AFTER, nov(20)).unwrap();
    assert_eq!(after.questions, [Question::Level(Moment::After), confidence()]);
    assert_eq!((after.version_b.clone(), after.anonymous, after.minutes), (before.version_b, true, Some(5)));
    assert_eq!(after.survey, Some(SurveyPart { survey: SURVEY, moment: Moment::After }));
    assert_eq!((after.id, after.day, after.draft), (AFTER, nov(20), false));
    assert!(after.code.is_some());
    book.one(Change::of_class(after));
    assert_eq!(book.notebook.survey_after(SURVEY, TicketId::from_bits(9), nov(21)), None, "it has both");
}

#[test]
fn a_survey_is_under_way_until_its_second_half_is_closed() {
    let mut book = Book::new();
    assert!(book.notebook.surveys().is_empty());
    book.one(Change::of_class(half(vec![confidence()])));
    let under_way = |book: &Book| book.notebook.survey(SURVEY).unwrap().is_under_way(&book.notebook);
    assert!(under_way(&book));
    let after = book.notebook.survey_after(SURVEY, AFTER, nov(20)).unwrap();
    book.one(Change::of_class(after));
    assert!(under_way(&book));
    book.one(Change::of_class(TicketClosed { ticket: AFTER, day: nov(20) }));
    assert!(!under_way(&book));
    assert_eq!(book.notebook.surveys().len(), 1);
}

#[test]
fn of_two_second_halves_the_one_with_answers_is_meant() {
    let mut book = book_of(3, half(vec![number("1")]));
    let other = TicketId::from_bits(0xa1);
    let twin = ExitTicket { id: other, day: nov(21), ..book.notebook.ticket(AFTER).unwrap().clone() };
    book.one(Change::of_class(twin));
    book.one(says(student(0), AFTER, Version::A, right(1, 1)));
    assert_eq!(book.notebook.survey(SURVEY).unwrap().after.map(|t| t.id), Some(AFTER));
}

#[test]
fn students_are_paired_and_who_has_one_half_only_is_named() {
    let report = report(&[(Some(1), Some(3)), (Some(2), None), (None, Some(4)), (None, None)]);
    let pair = Pair { student: student(0), before: 25.0, after: 75.0 };
    assert_eq!((report.scored_by, report.pairs.as_slice()), (ScoredBy::Keys, &[pair][..]));
    assert_eq!((report.only_before, report.only_after), (vec![student(1)], vec![student(2)]));
    assert_eq!(report.change.missing, 2, "who never answered is not missing from a pair");
}

#[test]
fn the_class_figure_takes_five_pairs() {
    let up = (Some(2), Some(3));
    let four = report(&[up; 4]).change;
    assert_eq!(four.value, Err(Undefined::TooFew { have: 4, needed: 5 }));
    // 50 -> 75: half of the way that was open.
    let five = report(&[up, up, up, up, up, (Some(0), None)]).change;
    assert_eq!((five.value, five.missing, five.dropped), (Measure::of(0.5, 5), 1, 0));
}

#[test]
fn who_was_at_the_end_both_times_is_dropped_and_the_ceiling_is_told() {
    let up = (Some(2), Some(3));
    let (top, down) = ((Some(4), Some(4)), (Some(4), Some(2)));
    let report = report(&[up, up, up, up, top, down, (Some(0), Some(0))]);
    // Four gained half of what was open, one lost half of what there was.
    assert_eq!((report.change.value, report.change.dropped), (Measure::of(0.3, 5), 2));
    assert_eq!(report.at_ceiling, 2);
    let few = self::report(&[up, up, up, up, top]).change;
    assert_eq!(few.value, Err(Undefined::TooFew { have: 4, needed: 5 }), "five pairs, four that count");
}

#[test]
fn the_effect_size_takes_ten_pairs_and_a_spread() {
    let spread = |n: usize| -> Vec<_> { (0..n).map(|i| (Some(i % 4), Some(i % 4 + 1))).collect() };
    assert_eq!(report(&spread(9)).effect, Err(Undefined::TooFew { have: 9, needed: 10 }));
    let effect = report(&spread(10)).effect.unwrap();
    // Everybody gained 25 of 100; the scores before and after spread alike.
    let before: Vec<f64> = (0..10).map(|i| f64::from(i % 4) * 25.0).collect();
    let sd = crate::domain::measure::sample_sd(&before).unwrap();
    assert!((effect.value - 25.0 / sd).abs() < 1e-12 && effect.n == 10);
    assert_eq!(report(&[(Some(1), Some(2)); 10]).effect, Err(Undefined::NoVariance));
}

#[test]
fn blank_questions_are_not_answered_and_dont_know_is_wrong() {
    let mut book = book_of(3, half(vec![number("1"), number("1")]));
    let one = || Reply::Number("1".into());
    for (n, replies) in [vec![one(), Reply::Blank], vec![one(), Reply::DontKnow], vec![Reply::Blank; 2]]
        .into_iter()
        .enumerate()
    {
        for ticket in [BEFORE, AFTER] {
            book.one(says(student(n as u64), ticket, Version::A, replies.clone()));
        }
    }
    let report = book.notebook.survey_report(SURVEY).unwrap();
    let scores: Vec<f64> = report.pairs.iter().map(|p| p.before).collect();
    assert_eq!(scores, [100.0, 50.0], "who left all blank has no score");
}

#[test]
fn leaving_a_hard_question_blank_is_no_gain() {
    let mut book = book_of(2, half(vec![number("1"), number("1")]));
    let one = |text: &str| Reply::Number(text.into());
    book.write([
        says(student(0), BEFORE, Version::A, vec![one("1"), one("2")]),
        says(student(0), AFTER, Version::A, vec![one("1"), Reply::Blank]),
        // Nothing was answered both times.
        says(student(1), BEFORE, Version::A, vec![one("1"), Reply::Blank]),
        says(student(1), AFTER, Version::A, vec![Reply::Blank, one("1")]),
    ]);
    let report = book.notebook.survey_report(SURVEY).unwrap();
    assert_eq!(report.pairs, [Pair { student: student(0), before: 100.0, after: 100.0 }]);
    assert_eq!((report.apart, report.only_before, report.only_after), (vec![student(1)], vec![], vec![]));
    assert_eq!((report.change.missing, report.change.dropped), (1, 1));
}

// Property tests run on the host only.
#[cfg(not(target_arch = "wasm32"))]
proptest::proptest! {
    /// A question that is left blank in one half counts as if it had not been asked in the other.
    #[test]
    fn a_blank_drops_the_question_from_both_halves(
        replies in proptest::collection::vec((0..4usize, 0..4usize), 1..7),
        place in 0..6usize,
    ) {
        let reply = |n: usize| [Reply::Number("1".into()), Reply::Number("2".into()), Reply::DontKnow, Reply::Blank][n].clone();
        let (before, after): (Vec<Reply>, Vec<Reply>) =
            replies.iter().map(|(b, a)| (reply(*b), reply(*a))).unzip();
        let without = |replies: &[Reply]| {
            let mut replies = replies.to_vec();
            replies.iter_mut().skip(place).take(1).for_each(|reply| *reply = Reply::Blank);
            replies
        };
        let pairs = |before: Vec<Reply>, after: Vec<Reply>| {
            let mut book = book_of(1, half(vec![number("1"); replies.len()]));
            book.write([
                says(student(0), BEFORE, Version::A, before),
                says(student(0), AFTER, Version::A, after),
            ]);
            book.notebook.survey_report(SURVEY).unwrap().pairs
        };
        let both = pairs(without(&before), without(&after));
        assert_eq!(pairs(before.clone(), without(&after)), both);
        assert_eq!(pairs(without(&before), after), both);
    }
}

#[test]
fn without_keys_the_score_is_the_way_up_the_scales() {
    let mut book = book_of(2, half(vec![Question::Level(Moment::Before), confidence()]));
    let at = |l, s| vec![Reply::Level(level(l)), Reply::Step(s)];
    book.write([
        says(student(0), BEFORE, Version::A, at(1, 2)),
        says(student(0), AFTER, Version::A, at(4, 4)),
        says(student(1), BEFORE, Version::A, vec![Reply::DontKnow, Reply::Step(4)]),
        says(student(1), AFTER, Version::A, at(9, 1)),
    ]);
    let report = book.notebook.survey_report(SURVEY).unwrap();
    assert_eq!(report.scored_by, ScoredBy::Steps);
    let [first, second] = report.pairs[..] else { panic!("two pairs") };
    assert!((first.before - 100.0 / 6.0).abs() < 1e-12, "the mean of 0 and 1/3");
    assert_eq!((first.after, second.before, second.after), (100.0, 100.0, 0.0));
    let moved: Vec<Moved> = report.questions.iter().map(|q| q.moved).collect();
    assert_eq!(
        moved,
        [Moved::Steps { up: 1, same: 0, down: 0 }, Moved::Steps { up: 1, same: 0, down: 1 }],
        "a level nobody gave twice moved nowhere"
    );
}

#[test]
fn only_texts_give_no_score() {
    let mut book = book_of(1, half(vec![Question::Sentence]));
    for ticket in [BEFORE, AFTER] {
        book.one(says(student(0), ticket, Version::A, vec![Reply::Sentence("a".into())]));
    }
    let report = book.notebook.survey_report(SURVEY).unwrap();
    assert_eq!((report.scored_by, report.pairs.len(), report.questions.len()), (ScoredBy::Nothing, 0, 0));
    assert!(report.only_before.is_empty(), "nothing is missing where nothing counts");
}

#[test]
fn versions_are_crossed_and_compared_by_place() {
    let before =
        ExitTicket { version_b: vec![number("20"), number("2")], ..half(vec![number("10"), number("1")]) };
    let mut book = book_of(4, before);
    let typed = |a: &str, b: &str| vec![Reply::Number(a.into()), Reply::Number(b.into())];
    let (a, b) = (Version::A, Version::B);
    book.write([
        // Right in A, right in B: kept.
        says(student(0), BEFORE, a, typed("10", "9")),
        says(student(0), AFTER, b, typed("20", "2")),
        // Wrong in B, right in A: gained. What is right in A is wrong in B.
        says(student(1), BEFORE, b, typed("10", "2")),
        says(student(1), AFTER, a, typed("10", "2")),
        says(student(2), BEFORE, b, typed("20", "2")),
        says(student(2), AFTER, a, typed("20", "2")),
        says(student(3), BEFORE, a, typed("9", "9")),
    ]);
    let report = book.notebook.survey_report(SURVEY).unwrap();
    let moved: Vec<Moved> = report.questions.iter().map(|q| q.moved).collect();
    let shift = |kept, gained, lost, still_wrong| Moved::Right(Shift { kept, gained, lost, still_wrong });
    assert_eq!(moved, [shift(1, 1, 1, 0), shift(0, 1, 2, 0)]);
    assert_eq!(report.questions[0].other, Some(number("20")));
    let scores: Vec<(f64, f64)> = report.pairs.iter().map(|p| (p.before, p.after)).collect();
    assert_eq!(scores, [(50.0, 100.0), (50.0, 50.0), (100.0, 0.0)]);
}

#[test]
fn the_latest_answer_counts_and_who_left_does_not() {
    let mut book = book_of(2, half(vec![number("1")]));
    for (ticket, scores) in [(BEFORE, [0, 0]), (AFTER, [0, 1])] {
        for score in scores {
            book.write([0, 1].map(|n| says(student(n), ticket, Version::A, right(score, 1))));
        }
    }
    let gone = Student { left: true, ..Student::named(student(1), "gone") };
    book.one(Change::by_teacher(student(1), gone));
    let report = book.notebook.survey_report(SURVEY).unwrap();
    let scores: Vec<_> = report.pairs.iter().map(|p| (p.student, p.before, p.after)).collect();
    assert_eq!(scores, [(student(0), 0.0, 100.0)]);
}

#[test]
fn without_names_nobody_is_paired_and_each_half_needs_five() {
    let anonymous = ExitTicket { anonymous: true, ..half(vec![number("1")]) };
    let mut book = book_of(6, anonymous);
    let nobody = |ticket, n: usize| {
        let answer = Answer::new(ticket, FRACTIONS, nov(3), right(1, 1));
        (0..n).map(move |_| Change::by_nobody(answer.clone()))
    };
    book.write(nobody(BEFORE, WALL_FLOOR).chain(nobody(AFTER, WALL_FLOOR - 1)));
    let [before, _] = book.notebook.survey_report(SURVEY).unwrap().halves.unwrap();
    assert_eq!((before.tallies.len(), before.veil), (0, Some(Veil::Open)), "while answers come");
    book.write([BEFORE, AFTER].map(|ticket| Change::of_class(TicketClosed { ticket, day: nov(20) })));
    let report = book.notebook.survey_report(SURVEY).unwrap();
    assert!(report.pairs.is_empty() && report.only_before.is_empty() && report.questions.is_empty());
    let [before, after] = report.halves.unwrap();
    assert_eq!((before.came, before.tallies[0].right, before.veil), (5, 5, None));
    assert_eq!((after.came, after.tallies.len(), after.veil), (4, 0, Some(Veil::TooFew)));
}

#[test]
fn an_unknown_survey_has_no_report() {
    let book = Book::new();
    assert_eq!(book.notebook.survey_report(SURVEY), None);
    // The class of the sample has nobody in this survey.
    assert!([ANA, BEN, CHLOE].iter().all(|s| book.notebook.answer(BEFORE, *s).is_none()));
}

#[test]
fn opening_the_second_half_is_one_action_and_the_first_can_be_opened_alone() {
    let mut book = Book::new();
    book.one(Change::of_class(half(vec![Question::Level(Moment::Before)])));
    let open = |book: &Book| [BEFORE, AFTER].map(|id| book.notebook.is_open(id));
    let changes = book.notebook.open_after(SURVEY, AFTER, nov(20)).unwrap();
    let (_, batch) = book.write(changes);
    assert_eq!(open(&book), [false, true]);
    let taken_back = book.undo(batch);
    assert_eq!(open(&book), [true, false], "undo leaves the first half as it was");
    book.undo(taken_back);
    let again = book.notebook.reopen_ticket(BEFORE);
    let (_, reopened) = book.write(again);
    assert_eq!(open(&book), [true, true], "opening the first half again does not take the second away");
    book.undo(reopened);
    assert_eq!(open(&book), [false, true]);
    // A closing of its own is taken back as such, also one of a second tab.
    let closed = || Change::of_class(TicketClosed { ticket: AFTER, day: nov(21) });
    book.one(closed());
    book.one(closed());
    let again = book.notebook.reopen_ticket(AFTER);
    assert!(again.len() == 2 && again.iter().all(|change| matches!(change.body, Body::Withdrawal(_))));
    book.write(again);
    assert_eq!(open(&book), [false, true]);
}
