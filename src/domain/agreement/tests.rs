use super::*;
use crate::domain::day::Day;
use crate::domain::entry::Change;
use crate::domain::evidence::{Code, LevelOverride, Mark};
use crate::domain::id::SkillId;
use crate::domain::sample::{ANA, BEN, Book, FRACTIONS, MAIN_IDEA, evidence, level, nov, said, shown, skill};
use crate::domain::scale::Level;

/// Ana's views on all skills after these changes: day, own, shown.
fn views(changes: impl IntoIterator<Item = Change>) -> Vec<(Day, u8, u8)> {
    let mut book = Book::new();
    book.write(changes);
    book.notebook.views(ANA, None).iter().map(|v| (v.day, v.own.0, v.shown.0)).collect()
}

/// Views on one day after another: own, shown.
fn pairs(levels: &[(u8, u8)]) -> Vec<View> {
    let view = |(day, &(own, shown)): (u32, &(u8, u8))| View {
        day: nov(day),
        skill: FRACTIONS,
        own: Level(own),
        shown: Level(shown),
        held: Level(shown),
    };
    (2..).zip(levels).map(view).collect()
}

/// Whether these views come closer, with both means.
fn lately(levels: &[(u8, u8)]) -> Result<(Lately, f64, f64), Undefined> {
    let course = agreement(&pairs(levels)).unwrap().course?;
    Ok((course.lately, course.before.value, course.after.value))
}

#[test]
fn without_evidence_or_without_an_own_view_there_is_no_pair() {
    assert_eq!(views([]), []);
    assert_eq!(views([said(ANA, FRACTIONS, nov(2), 3)]), []);
    assert_eq!(views([shown(ANA, FRACTIONS, nov(2), 3)]), []);
    assert_eq!(agreement(&[]), Err(Undefined::Empty));
}

#[test]
fn an_own_view_before_any_evidence_has_nothing_to_stand_beside() {
    let changes =
        [said(ANA, FRACTIONS, nov(2), 4), shown(ANA, FRACTIONS, nov(3), 2), said(ANA, FRACTIONS, nov(4), 3)];
    assert_eq!(views(changes), [(nov(4), 3, 2)]);
    // A code is no level, so it is not yet evidence to stand beside.
    let absent = evidence(ANA, FRACTIONS, nov(2), Mark::Code(Code::Absent));
    assert_eq!(views([absent, said(ANA, FRACTIONS, nov(3), 2)]), []);
}

#[test]
fn evidence_of_the_same_day_counts_and_what_came_later_does_not() {
    let changes = [
        shown(ANA, FRACTIONS, nov(5), 1),
        said(ANA, FRACTIONS, nov(5), 2),
        shown(ANA, FRACTIONS, nov(6), 3),
        shown(ANA, FRACTIONS, nov(7), 3),
        said(ANA, FRACTIONS, nov(9), 3),
    ];
    assert_eq!(views(changes), [(nov(5), 2, 1), (nov(9), 3, 3)]);
}

#[test]
fn what_was_typed_late_stands_on_the_day_it_was_shown() {
    let changes = [said(ANA, FRACTIONS, nov(5), 2), shown(ANA, FRACTIONS, nov(4), 2)];
    assert_eq!(views(changes), [(nov(5), 2, 2)]);
}

#[test]
fn of_several_views_on_one_day_the_last_is_the_view_of_that_day() {
    let changes =
        [shown(ANA, FRACTIONS, nov(2), 3), said(ANA, FRACTIONS, nov(3), 1), said(ANA, FRACTIONS, nov(3), 4)];
    assert_eq!(views(changes), [(nov(3), 4, 3)]);
}

#[test]
fn views_of_several_skills_stand_in_the_order_of_days() {
    let mut book = Book::new();
    book.write([
        shown(ANA, FRACTIONS, nov(2), 2),
        shown(ANA, MAIN_IDEA, nov(2), 4),
        said(ANA, FRACTIONS, nov(3), 2),
        said(ANA, FRACTIONS, nov(9), 3),
        said(ANA, MAIN_IDEA, nov(5), 3),
        said(BEN, FRACTIONS, nov(4), 1),
    ]);
    let of = |skill: Option<SkillId>| {
        let views = book.notebook.views(ANA, skill);
        views.iter().map(|v| (v.day, v.skill, v.steps())).collect::<Vec<_>>()
    };
    let all = [(nov(3), FRACTIONS, 0), (nov(5), MAIN_IDEA, -1), (nov(9), FRACTIONS, 1)];
    assert_eq!(of(None), all);
    assert_eq!(of(Some(FRACTIONS)), [all[0], all[2]]);
    assert_eq!(of(Some(MAIN_IDEA)), [all[1]]);
    let mut away = skill(MAIN_IDEA, "main idea", 1);
    away.archived = true;
    book.one(Change::of_class(away));
    assert_eq!(book.notebook.views(ANA, None).len(), 2, "a skill put away is not among all");
}

#[test]
fn a_decision_of_the_teacher_is_no_evidence_but_is_what_held() {
    let mut book = Book::new();
    let decision =
        LevelOverride { skill: FRACTIONS, score: Some(level(3)), reason: "told me".into(), day: nov(4) };
    book.write([
        shown(ANA, FRACTIONS, nov(2), 2),
        said(ANA, FRACTIONS, nov(3), 3),
        Change::by_teacher(ANA, decision),
        said(ANA, FRACTIONS, nov(5), 3),
    ]);
    let views = book.notebook.views(ANA, Some(FRACTIONS));
    assert_eq!(views.iter().map(View::steps).collect::<Vec<_>>(), [1, 1]);
    assert_eq!(views.iter().map(View::steps_from_held).collect::<Vec<_>>(), [1, 0]);
}

#[test]
fn one_level_only_agrees_and_has_no_kappa() {
    let of = agreement(&pairs(&[(2, 2); 4])).unwrap();
    assert_eq!(of.counts, Counts { same: 4, ..Counts::default() });
    assert_eq!((of.calibration.exact, of.calibration.distance), (100.0, 0.0));
    let ratings = [(2.0, 2.0); 4];
    assert_eq!(kappa_of_ratings(&ratings, &[1.0, 2.0, 3.0], &Weights::Same), Err(Undefined::NoVariance));
}

#[test]
fn every_pair_is_counted_once_and_by_its_steps() {
    let of = agreement(&pairs(&[(2, 2), (3, 2), (1, 2), (4, 2), (1, 3), (1, 4), (2, 1)])).unwrap();
    assert_eq!(of.counts, Counts { same: 1, higher: 2, lower: 1, far_higher: 1, far_lower: 2 });
    assert_eq!(of.calibration.n, 7);
}

#[test]
fn it_is_said_from_three_and_three_pairs_on_whether_they_come_closer() {
    assert_eq!(lately(&[(2, 2); 5]), Err(Undefined::TooFew { have: 5, needed: 6 }));
    assert_eq!(lately(&[(2, 2); 6]), Ok((Lately::Same, 0.0, 0.0)));
}

#[test]
fn views_come_closer_or_go_further_whichever_way_they_lay() {
    let off = [(3, 2), (1, 2), (4, 2)];
    let on = [(2, 2), (3, 3), (1, 2)];
    let both = |first: &[(u8, u8)], then: &[(u8, u8)]| [first, then].concat();
    let (far, near) = (4.0 / 3.0, 1.0 / 3.0);
    assert_eq!(lately(&both(&off, &on)), Ok((Lately::Closer, far, near)));
    assert_eq!(lately(&both(&on, &off)), Ok((Lately::Further, near, far)));
}

#[test]
fn of_an_odd_number_the_middle_one_is_in_neither_half() {
    let levels = [(3, 2), (3, 2), (3, 2), (4, 1), (2, 2), (2, 2), (2, 2)];
    assert_eq!(lately(&levels), Ok((Lately::Closer, 1.0, 0.0)));
}

#[test]
fn one_view_in_four_is_the_smallest_change_that_is_told() {
    let halves = |half: usize, fewer: usize| {
        let mut levels = vec![(3, 2); half];
        levels.extend(vec![(2, 2); fewer]);
        levels.extend(vec![(3, 2); half - fewer]);
        lately(&levels).unwrap().0
    };
    assert_eq!(halves(4, 1), Lately::Closer);
    assert_eq!(halves(12, 3), Lately::Closer);
    assert_eq!(halves(5, 1), Lately::Same);
    assert_eq!(halves(12, 2), Lately::Same);
}
