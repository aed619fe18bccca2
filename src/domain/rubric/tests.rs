use super::*;
use crate::domain::entry::{Change, EntryKey};
use crate::domain::evidence::{Mark, Source};
use crate::domain::measure::Undefined;
use crate::domain::sample::{ANA, BEN, Book, FOUR, FRACTIONS, MAIN_IDEA, nov, said, scale};
use crate::domain::scale::Score;

mod form;
mod views;

const ID: RubricId = RubricId::from_bits(1);
const V1: RubricVersionId = RubricVersionId::from_bits(11);
const V2: RubricVersionId = RubricVersionId::from_bits(12);
const POSTER: TaskId = TaskId::from_bits(21);

fn criterion(name: &str, weight: u8, skill: Option<SkillId>) -> Criterion {
    Criterion { name: name.into(), weight, skill, cells: vec![] }
}

/// Four levels as the class has them; two criteria on fractions, one on the main idea, one on none.
fn rubric(version: RubricVersionId) -> Rubric {
    Rubric {
        id: ID,
        version,
        title: "Poster".into(),
        kind: RubricType::Analytic,
        levels: scale(FOUR, 4).words,
        scale: FOUR,
        becomes: (1..=4).map(|l| Some(Level(l))).collect(),
        criteria: vec![
            criterion("Right", 3, Some(FRACTIONS)),
            criterion("Says why", 1, Some(FRACTIONS)),
            criterion("Main idea", 1, Some(MAIN_IDEA)),
            criterion("Neat", 1, None),
        ],
        archived: false,
        day: None,
    }
}

fn task(version: RubricVersionId) -> RubricTask {
    RubricTask { id: POSTER, version, title: "Fraction poster".into(), day: nov(16), closed: false }
}

fn marks(levels: [u8; 4]) -> Vec<Option<Level>> {
    levels.into_iter().map(|l| (l > 0).then_some(Level(l))).collect()
}

fn score(levels: [u8; 4], day: u32) -> RubricScore {
    RubricScore { task: POSTER, day: nov(day), marks: marks(levels), notes: vec![], comment: String::new() }
}

/// A class that works on the poster.
fn book() -> Book {
    let mut book = Book::new();
    book.one(Change::of_class(rubric(V1)));
    book.one(Change::of_class(task(V1)));
    book
}

/// The teacher scores a student's poster.
fn rate(book: &mut Book, student: crate::domain::id::StudentId, levels: [u8; 4], day: u32) -> Vec<EntryKey> {
    let changes = book.notebook.teacher_score(student, &task(V1), score(levels, day), nov(day));
    book.write(changes).0
}

/// The evidence on a skill: its level, its day, and where it comes from.
fn evidence(book: &Book, skill: SkillId) -> Vec<(u8, Day, Source)> {
    let level = |mark| match mark {
        Mark::Score(Score { level, .. }) => level.0,
        Mark::Code(_) => 0,
    };
    let all = book.notebook.evidence(ANA, skill).into_iter();
    all.map(|(_, e)| (level(e.mark), e.shown_on, e.source)).collect()
}

#[test]
fn the_latest_version_is_in_use_and_each_can_be_read() {
    let mut book = book();
    let second = Rubric { title: "Poster, better".into(), ..rubric(V2) };
    let (_, written) = book.write([Change::of_class(second.clone())]);
    assert_eq!(book.notebook.rubric(ID), Some(&second));
    assert_eq!(book.notebook.rubric_version(V1).map(|r| r.title.as_str()), Some("Poster"));
    assert_eq!(book.notebook.rubric_versions(ID).len(), 2);
    book.undo(written);
    assert_eq!(
        book.notebook.rubric(ID).map(|r| r.version),
        Some(V1),
        "undone, the one before is in use again"
    );
}

#[test]
fn putting_away_makes_no_version_and_can_be_undone() {
    let mut book = book();
    let (_, away) = book.write([Change::of_class(Rubric { archived: true, ..rubric(V1) })]);
    assert!(book.notebook.rubrics().is_empty());
    assert_eq!(book.notebook.put_away_rubrics().len(), 1);
    assert_eq!(book.notebook.rubric_versions(ID).len(), 1);
    book.undo(away);
    assert_eq!(book.notebook.rubrics().len(), 1);
}

#[test]
fn a_missing_mark_is_not_zero() {
    let rubric = rubric(V1);
    let mean = |levels| rubric.mean(&marks(levels)).map(|m| (m.value, m.n));
    assert_eq!(mean([0; 4]), Err(Undefined::Empty));
    assert_eq!(mean([4, 0, 0, 0]), Ok((4.0, 1)));
    assert_eq!(mean([4, 2, 0, 0]), Ok((3.5, 2)), "the first counts three times");
    assert_eq!(mean([9, 2, 0, 0]), Ok((2.0, 1)), "there is no ninth level");
    assert_eq!(rubric.mean(&[]), Err(Undefined::Empty));
}

#[test]
fn the_level_of_a_skill_is_the_highest_not_above_its_weighted_mean() {
    let rubric = rubric(V1);
    let rated =
        |levels| rubric.rated(&marks(levels)).into_iter().map(|r| (r.skill, r.level.0)).collect::<Vec<_>>();
    assert_eq!(rated([3, 2, 4, 1]), [(FRACTIONS, 2), (MAIN_IDEA, 4)], "2.75 is not yet 3");
    assert_eq!(rated([3, 3, 0, 1]), [(FRACTIONS, 3)], "without marks there is no level");
    assert_eq!(rated([0; 4]), []);
}

#[test]
fn a_level_without_counterpart_gives_no_evidence() {
    let becomes = vec![None, Some(Level(2)), Some(Level(3)), Some(Level(3))];
    let rubric = Rubric { becomes, ..rubric(V1) };
    let counts = |level| rubric.rated(&marks([level, 0, 0, 0]))[0].counts_as.map(|s| (s.scale, s.level.0));
    assert_eq!([1, 2, 4].map(counts), [None, Some((FOUR, 2)), Some((FOUR, 3))]);
}

#[test]
fn own_marks_never_enter_a_proficiency() {
    let mut book = book();
    let before = book.notebook.proficiency(ANA, FRACTIONS);
    let own = book.notebook.own_score(ANA, score([4, 4, 4, 4], 17));
    book.one(own);
    let views = book.notebook.marks(POSTER, ANA);
    assert_eq!(views.own.map(|s| s.marks), Some(marks([4, 4, 4, 4])));
    assert_eq!(views.teacher, None);
    assert_eq!(book.notebook.proficiency(ANA, FRACTIONS), before);
    assert_eq!(evidence(&book, FRACTIONS), []);
}

#[test]
fn a_score_is_evidence_and_a_corrected_one_takes_its_place_on_its_day() {
    let mut book = book();
    rate(&mut book, ANA, [3, 3, 4, 1], 17);
    let from = Source::Rubric(POSTER);
    assert_eq!(evidence(&book, FRACTIONS), [(3, nov(17), from)]);
    assert_eq!(evidence(&book, MAIN_IDEA), [(4, nov(17), from)]);
    rate(&mut book, ANA, [2, 2, 4, 1], 19);
    assert_eq!(evidence(&book, FRACTIONS), [(2, nov(17), from)], "the work was shown once");
    assert_eq!(book.notebook.marks(POSTER, ANA).teacher.map(|s| s.day), Some(nov(17)));
}

#[test]
fn what_a_teacher_scores_later_was_shown_on_the_day_its_student_scored_it() {
    let mut book = book();
    let change = book.notebook.own_score(ANA, score([4, 4, 4, 4], 17));
    book.one(change);
    rate(&mut book, ANA, [3, 3, 4, 1], 20);
    let days = |book: &Book| evidence(book, FRACTIONS).iter().map(|(_, day, _)| *day).collect::<Vec<_>>();
    assert_eq!(days(&book), [nov(17)]);
    let change = book.notebook.own_score(ANA, score([4, 4, 4, 3], 21));
    book.one(change);
    rate(&mut book, ANA, [2, 2, 4, 1], 23);
    assert_eq!(days(&book), [nov(17)], "what is said later moves no day");
}

#[test]
fn a_students_clock_that_is_off_gives_no_day() {
    for day in [15, 21] {
        let mut book = book();
        let change = book.notebook.own_score(ANA, score([4, 4, 4, 4], day));
        book.one(change);
        rate(&mut book, ANA, [3, 3, 4, 1], 20);
        assert_eq!(evidence(&book, FRACTIONS)[0].1, nov(20));
    }
}

#[test]
fn a_mark_taken_away_takes_its_evidence_away_and_undo_brings_both_back() {
    let mut book = book();
    rate(&mut book, ANA, [3, 3, 4, 1], 17);
    let changes = book.notebook.teacher_score(ANA, &task(V1), score([3, 3, 0, 1], 18), nov(18));
    let (_, batch) = book.write(changes);
    assert_eq!(evidence(&book, MAIN_IDEA), []);
    assert_eq!(evidence(&book, FRACTIONS).len(), 1);
    book.undo(batch);
    assert_eq!(evidence(&book, MAIN_IDEA).len(), 1);
    assert_eq!(book.notebook.marks(POSTER, ANA).teacher.map(|s| s.marks), Some(marks([3, 3, 4, 1])));
}

#[test]
fn a_new_version_leaves_what_was_scored_on_the_old_one() {
    let mut book = book();
    rate(&mut book, ANA, [3, 3, 4, 1], 17);
    book.one(Change::of_class(Rubric { becomes: vec![None; 4], ..rubric(V2) }));
    assert_eq!(book.notebook.task(POSTER).map(|t| t.version), Some(V1));
    assert_eq!(evidence(&book, FRACTIONS), [(3, nov(17), Source::Rubric(POSTER))]);
    let said = book.one(said(ANA, FRACTIONS, nov(18), 1));
    assert_ne!(book.notebook.proficiency(ANA, FRACTIONS).used, [said]);
}

#[test]
fn a_closed_task_and_a_kept_sentence_are_amended_as_wholes() {
    let mut book = book();
    let close = book.notebook.amend_task(RubricTask { closed: true, ..task(V1) });
    book.one(close);
    assert_eq!(book.notebook.tasks().iter().map(|t| t.closed).collect::<Vec<_>>(), [true]);
    let id = CommentId::from_bits(31);
    let kept = |text: &str, archived| BankComment { id, text: text.into(), archived };
    for (text, archived, count) in [("Show it.", false, 1), ("Show it!", false, 1), ("Show it!", true, 0)] {
        let change = book.notebook.amend_comment(kept(text, archived));
        book.one(change);
        assert_eq!(book.notebook.comment_bank().len(), count, "{text}");
    }
}

#[test]
fn a_look_for_keeps_its_rating_only_while_something_was_seen() {
    let mut book = book();
    let seen = |criterion| Seen { criterion, minute: 4, text: "asked why".into() };
    let lesson = LessonObservation {
        id: TaskId::from_bits(41),
        version: V1,
        title: "Period 3".into(),
        day: nov(17),
        seen: vec![seen(1)],
        marks: marks([3, 2, 0, 0]),
    };
    let change = book.notebook.amend_lesson(lesson.clone());
    book.one(change);
    let kept = |book: &Book| book.notebook.lesson(lesson.id).map(|l| l.marks.clone());
    assert_eq!(kept(&book), Some(marks([0, 2, 0, 0])));
    assert_eq!(book.notebook.lessons().len(), 1);
}
