//! The student's own view comes first, and what counts as a whole score.

use super::*;
use crate::domain::notebook::Slot;

fn stage(book: &Book, closed: bool) -> Stage {
    let task = RubricTask { closed, ..task(V1) };
    book.notebook.marks(POSTER, ANA).stage(&task, &rubric(V1))
}

#[test]
fn the_teachers_view_opens_when_both_are_whole() {
    let mut book = book();
    assert_eq!((stage(&book, false), stage(&book, true)), (Stage::Open, Stage::Ended));
    rate(&mut book, ANA, [3, 0, 0, 0], 17);
    assert_eq!(stage(&book, false), Stage::Open);
    let own = book.notebook.own_score(ANA, score([2, 3, 0, 3], 17));
    let key = book.one(own);
    assert_eq!(stage(&book, false), Stage::Waiting, "one criterion is not the whole score");
    assert_eq!(stage(&book, true), Stage::Both, "finished, what there is can be seen");
    rate(&mut book, ANA, [3, 3, 3, 3], 17);
    assert!(book.notebook.marks(POSTER, ANA).both_in(&rubric(V1)));
    assert!(!book.notebook.marks(POSTER, BEN).both_in(&rubric(V1)));
    rate(&mut book, ANA, [3, 3, 0, 3], 18);
    assert_eq!(stage(&book, false), Stage::Waiting, "a mark taken away closes it again");
    let again = book.notebook.own_score(ANA, score([3, 3, 0, 3], 17));
    assert_eq!(again.replaces, [key], "what is said again takes the place of what was said before");
}

#[test]
fn finished_work_stays_with_who_can_see_both_views() {
    let mut book = book();
    rate(&mut book, ANA, [3, 0, 0, 0], 17);
    let seen = |book: &Book, student| book.notebook.seen_work(student).len();
    assert_eq!(seen(&book, ANA), 0, "her own view is to come");
    let finish = Change::of_class(RubricTask { closed: true, ..task(V1) });
    book.one(finish.replacing(book.notebook.heads_of(Slot::Tasks, |_| true)));
    assert_eq!((seen(&book, ANA), seen(&book, BEN)), (1, 0), "nobody said anything to Ben");
}

#[test]
fn what_is_whole_hangs_on_the_type() {
    let whole = |kind, levels, notes: &[&str]| {
        let notes = notes.iter().map(|note| (*note).to_owned()).collect();
        Rubric { kind, ..rubric(V1) }.scored(&RubricScore { notes, ..score(levels, 17) })
    };
    use RubricType::*;
    assert!(whole(Analytic, [1, 2, 3, 4], &[]) && whole(SinglePoint, [1, 2, 3, 3], &[]));
    assert!(!whole(Analytic, [1, 2, 3, 0], &["", "", "", "Says it aloud"]));
    assert!(!whole(Analytic, [1, 2, 3, 9], &[]), "there is no ninth level");
    assert!(whole(SinglePoint, [0, 2, 3, 3], &["", "Says it aloud"]));
    assert!(!whole(SinglePoint, [0, 2, 3, 3], &["", " ", "", ""]));
    let one = Rubric { kind: Holistic, criteria: rubric(V1).criteria[..1].to_vec(), ..rubric(V1) };
    assert!(one.scored(&score([1, 0, 0, 0], 17)) && !one.scored(&score([0; 4], 17)));
    assert!(one.answered(&score([0; 4], 17)), "a student may not know yet");
    assert!(!one.answered(&RubricScore::blank(POSTER, nov(17))));
}

#[test]
fn all_marks_at_once_are_those_of_each() {
    let mut book = book();
    rate(&mut book, ANA, [3, 0, 0, 0], 17);
    rate(&mut book, BEN, [3, 0, 0, 0], 17);
    rate(&mut book, BEN, [0; 4], 17);
    let own = book.notebook.own_score(BEN, score([2, 3, 0, 3], 17));
    book.one(own);
    let all = book.notebook.marks_of_all(POSTER);
    for student in [ANA, BEN] {
        assert_eq!(all.get(&student), Some(&book.notebook.marks(POSTER, student)));
    }
    assert_eq!(
        all.get(&BEN).and_then(|v| v.teacher.clone()),
        None,
        "the last mark taken away leaves nothing"
    );
}

#[test]
fn what_says_nothing_new_writes_nothing() {
    let mut book = book();
    let changes =
        |book: &Book, levels| book.notebook.teacher_score(ANA, &task(V1), score(levels, 18), nov(18)).len();
    assert_eq!(changes(&book, [0; 4]), 0, "a mark that is not there cannot be taken away");
    assert!(changes(&book, [3, 0, 0, 0]) > 0);
    rate(&mut book, ANA, [3, 0, 0, 0], 17);
    assert_eq!(changes(&book, [3, 0, 0, 0]), 0);
    assert!(changes(&book, [0; 4]) > 0, "the mark is there now");
    rate(&mut book, ANA, [0; 4], 17);
    assert_eq!(changes(&book, [0; 4]), 0);
    rate(&mut book, ANA, [2, 0, 0, 0], 19);
    let day = book.notebook.marks(POSTER, ANA).teacher.map(|s| s.day);
    assert_eq!(day, Some(nov(19)), "a score that was taken away gives its day to nobody");
}

#[test]
fn a_students_own_pages_leave_out_what_waits_for_them() {
    let mut book = book();
    let told = |book: &Book| {
        let told = book.notebook.told_to(ANA);
        let notebook = told.as_ref().unwrap_or(&book.notebook);
        let days: Vec<Day> = notebook.levels_shown(ANA, FRACTIONS).0.iter().map(|(day, ..)| *day).collect();
        (days, notebook.proficiency(ANA, FRACTIONS).level.map(|l| l.0))
    };
    book.one(crate::domain::sample::shown(ANA, FRACTIONS, nov(10), 1));
    book.one(said(ANA, FRACTIONS, nov(10), 2));
    assert!(book.notebook.told_to(ANA).is_none(), "nothing waits");
    rate(&mut book, ANA, [3, 3, 3, 3], 17);
    assert_eq!(told(&book), (vec![nov(10)], Some(1)));
    let waits = book.notebook.told_to(ANA).unwrap();
    assert_eq!(waits.self_levels(ANA, FRACTIONS), book.notebook.self_levels(ANA, FRACTIONS));
    assert_eq!(waits.views(ANA, None), book.notebook.views(ANA, None));
    let own = book.notebook.own_score(ANA, score([2, 3, 0, 3], 17));
    book.one(own);
    assert_eq!(
        told(&book),
        (vec![nov(10), nov(17)], book.notebook.proficiency(ANA, FRACTIONS).level.map(|l| l.0))
    );
    assert!(book.notebook.told_to(ANA).is_none());
}

#[test]
fn two_tabs_that_score_one_work_lose_nothing_of_each_other() {
    let said = |levels, comment: &str, notes: &[&str]| RubricScore {
        comment: comment.into(),
        notes: notes.iter().map(|note| (*note).to_owned()).collect(),
        ..score(levels, 17)
    };
    let began = said([1, 1, 1, 0], "as it was", &[]);
    let other = said([1, 4, 1, 2], "as it was", &["from there"]);
    let here = said([3, 1, 0, 0], "from here", &["", "mine"]);
    assert_eq!(here.onto(&began, &other), said([3, 4, 0, 2], "from here", &["from there", "mine"]));
    assert_eq!(began.onto(&began, &other), other, "what was not touched follows");
    assert_eq!(here.onto(&began, &began).marks, here.marks);
}
