use super::*;
use crate::domain::entry::Change;
use crate::domain::evidence::Code;
use crate::domain::id::ScaleId;
use crate::domain::sample::{
    ANA, BEN, Book, CLASS, FOUR, FRACTIONS, class, evidence, level, nov, said, scale, shown,
};
use crate::domain::scale::{Follows, Scale, Score};
use crate::domain::skill::Skill;

/// Ana's proficiency in fractions after these changes.
fn after(changes: impl IntoIterator<Item = Change>) -> Proficiency {
    let mut book = Book::new();
    book.write(changes);
    book.notebook.proficiency(ANA, FRACTIONS)
}

/// The figure, the number of scores in it and the level after levels shown on 2, 3, 4 … November.
fn levels(levels: &[u8]) -> (Result<(f64, usize), Undefined>, Option<u8>) {
    let p = after((2..).zip(levels).map(|(day, at)| shown(ANA, FRACTIONS, nov(day), *at)));
    (p.value.map(|m| (m.value, m.n)), p.calculated.map(|l| l.0))
}

fn decided(at: Option<u8>, day: u32) -> Change {
    let decision = LevelOverride {
        skill: FRACTIONS,
        score: at.map(level),
        reason: "explained it to Ben".into(),
        day: nov(day),
    };
    Change::by_teacher(ANA, decision)
}

#[test]
fn it_is_the_middle_of_the_last_three() {
    assert_eq!(levels(&[]), (Err(Undefined::Empty), None));
    assert_eq!(levels(&[2]), (Ok((2.0, 1)), Some(2)));
    assert_eq!(levels(&[1, 4, 2]), (Ok((2.0, 3)), Some(2)));
    assert_eq!(levels(&[4, 4, 4, 1, 1, 2]), (Ok((1.0, 3)), Some(1)));
}

#[test]
fn of_two_it_is_their_mean_and_half_a_level_is_not_the_next_one() {
    assert_eq!(levels(&[2, 3]), (Ok((2.5, 2)), Some(2)));
    assert_eq!(levels(&[1, 4]), (Ok((2.5, 2)), Some(2)));
    assert_eq!(levels(&[3, 3]), (Ok((3.0, 2)), Some(3)));
}

#[test]
fn the_day_it_was_shown_counts_and_not_the_order_of_typing() {
    let typed_late = [(9, 4), (10, 4), (11, 4), (2, 1), (3, 1), (4, 1)];
    let p = after(typed_late.map(|(day, at)| shown(ANA, FRACTIONS, nov(day), at)));
    assert_eq!(p.calculated, Some(Level(4)));
    assert_eq!(p.used.iter().map(|key| key.n).collect::<Vec<_>>(), [8, 9, 10]);
}

#[test]
fn on_one_day_the_order_of_typing_decides() {
    let p = after([1, 1, 1, 3, 3].map(|at| shown(ANA, FRACTIONS, nov(2), at)));
    assert_eq!(p.calculated, Some(Level(3)));
}

#[test]
fn codes_are_pieces_but_no_levels() {
    let codes = [Code::Absent, Code::Excused, Code::NotAssessed, Code::NotEnoughEvidence];
    let coded = (5..).zip(codes).map(|(day, code)| evidence(ANA, FRACTIONS, nov(day), Mark::Code(code)));
    let p = after([shown(ANA, FRACTIONS, nov(2), 3)].into_iter().chain(coded.clone()));
    assert_eq!((p.value.unwrap().n, p.calculated, p.pieces), (1, Some(Level(3)), 5));
    let p = after(coded);
    assert_eq!((p.value, p.level, p.pieces), (Err(Undefined::Empty), None, 4));
}

#[test]
fn what_students_say_about_themselves_never_enters() {
    let p = after([shown(ANA, FRACTIONS, nov(2), 2), said(ANA, FRACTIONS, nov(3), 4)]);
    assert_eq!((p.calculated, p.self_level), (Some(Level(2)), Some(Level(4))));
    let p = after([said(ANA, FRACTIONS, nov(3), 4)]);
    assert_eq!((p.value, p.level, p.self_level), (Err(Undefined::Empty), None, Some(Level(4))));
}

#[test]
fn what_others_showed_never_enters() {
    assert_eq!(after([shown(BEN, FRACTIONS, nov(2), 4)]).pieces, 0);
}

#[test]
fn a_decision_holds_and_the_calculation_stays_visible() {
    let p = after([shown(ANA, FRACTIONS, nov(2), 2), decided(Some(4), 3)]);
    assert_eq!((p.level, p.calculated), (Some(Level(4)), Some(Level(2))));
    assert_eq!(p.decided.unwrap().reason, "explained it to Ben");
}

#[test]
fn a_decision_also_holds_without_any_evidence() {
    let p = after([decided(Some(3), 3)]);
    assert_eq!((p.level, p.calculated, p.value), (Some(Level(3)), None, Err(Undefined::Empty)));
}

#[test]
fn the_later_decision_holds_and_one_without_a_level_ends_it() {
    let evidence = || shown(ANA, FRACTIONS, nov(2), 2);
    assert_eq!(after([evidence(), decided(Some(1), 5), decided(Some(4), 4)]).level, Some(Level(1)));
    let p = after([evidence(), decided(Some(4), 3), decided(None, 4)]);
    assert_eq!((p.level, p.decided), (Some(Level(2)), None));
}

/// The class moves to this scale after Ana showed levels 1, 3 and 4 of four.
fn after_new_scale(follows: Option<Follows>, then: impl IntoIterator<Item = Change>) -> Proficiency {
    const THREE: ScaleId = ScaleId::from_bits(3);
    let mut book = Book::new();
    book.write([(2, 1), (3, 3), (4, 4)].map(|(day, at)| shown(ANA, FRACTIONS, nov(day), at)));
    let class = crate::domain::class::Class { scale: THREE, ..class() };
    book.write([Change::of_class(Scale { follows, ..scale(THREE, 3) }), Change::of_class(class)]);
    book.write(then);
    assert_eq!(book.notebook.class_id(), CLASS);
    book.notebook.proficiency(ANA, FRACTIONS)
}

#[test]
fn scores_of_a_scale_that_nothing_maps_are_not_mixed() {
    let p = after_new_scale(None, []);
    assert_eq!((p.value, p.level, p.pieces), (Err(Undefined::MixedScales), None, 3));
    assert_eq!(p.used, []);
}

#[test]
fn scores_of_an_older_version_follow_its_mapping() {
    let becomes = vec![Some(Level(1)), None, Some(Level(2)), Some(Level(3))];
    let p = after_new_scale(Some(Follows { scale: FOUR, becomes }), []);
    assert_eq!((p.value.unwrap().n, p.level), (3, Some(Level(2))));
}

#[test]
fn a_level_without_counterpart_is_left_out_and_the_rest_counts() {
    let becomes = vec![None, None, Some(Level(2)), Some(Level(3))];
    let p = after_new_scale(Some(Follows { scale: FOUR, becomes }), []);
    assert_eq!((p.value.unwrap().n, p.value.unwrap().value, p.level), (2, 2.5, Some(Level(2))));
}

#[test]
fn a_new_score_counts_beside_old_ones_that_nothing_maps() {
    let score = Score { scale: ScaleId::from_bits(3), level: Level(3) };
    let p = after_new_scale(None, [evidence(ANA, FRACTIONS, nov(9), Mark::Score(score))]);
    assert_eq!((p.value.unwrap().n, p.level), (1, Some(Level(3))));
}

#[test]
fn a_level_the_scale_does_not_have_is_not_a_level() {
    for at in [0, 5, 255] {
        assert_eq!(after([shown(ANA, FRACTIONS, nov(2), at)]).value, Err(Undefined::MixedScales), "{at}");
    }
}

/// The figure and the level by a method, after levels shown on 2, 3, 4 … November.
fn by(method: Method, levels: &[u8]) -> (Option<f64>, Option<u8>, usize) {
    let changes = (2..).zip(levels).map(|(day, at)| shown(ANA, FRACTIONS, nov(day), *at));
    let mut book = Book::new();
    let own = Skill { method: Some(method), ..book.notebook.skill(FRACTIONS).unwrap().clone() };
    let now =
        book.notebook.heads_of(Slot::Skills, |body| matches!(body, Body::Skill(s) if s.id == FRACTIONS));
    book.write([Change::of_class(own).replacing(now)]);
    book.write(changes);
    let p = book.notebook.proficiency(ANA, FRACTIONS);
    assert_eq!(p.method, method);
    (p.value.ok().map(|m| m.value), p.level.map(|l| l.0), p.used.len())
}

#[test]
fn a_skill_may_have_a_method_of_its_own() {
    let shown = [1, 4, 2, 3, 2];
    assert_eq!(by(Method::Average, &shown), (Some(2.4), Some(2), 5));
    assert_eq!(by(Method::Highest, &shown), (Some(4.0), Some(4), 1));
    assert_eq!(by(Method::Latest, &shown), (Some(2.0), Some(2), 1));
    assert_eq!(by(Method::MedianOfLast { last: 3 }, &shown), (Some(2.0), Some(2), 3));
    assert_eq!(by(Method::Mode, &shown), (Some(2.0), Some(2), 2));
    assert_eq!(by(Method::NMastery { n: 2, cut: Level(3) }, &shown), (Some(3.5), Some(3), 2));
    assert_eq!(by(Method::NMastery { n: 3, cut: Level(3) }, &shown), (None, None, 2));
    assert_eq!(by(Method::Weighted { weight: 50 }, &[1, 3]), (Some(2.0), Some(2), 2));
    assert_eq!(by(Method::Decaying { weight: 50 }, &[1, 3, 4]), (Some(3.0), Some(3), 3));
    assert_eq!(by(Method::PowerLaw, &[4]), (None, None, 1));
}

#[test]
fn what_arithmetic_is_off_by_costs_no_level() {
    for top in 1..=4 {
        assert_eq!(by(Method::PowerLaw, &[top; 7]).1, Some(top));
    }
    // But a hair below a cut score is below it.
    assert_eq!(level_of(Measure { value: 2.995, n: 3 }), Some(Level(2)));
    assert_eq!(level_of(Measure { value: 0.995, n: 3 }), None);
}

#[test]
fn on_an_earlier_day_only_what_was_shown_and_decided_by_then_counts() {
    let mut book = Book::new();
    book.write([shown(ANA, FRACTIONS, nov(3), 1), shown(ANA, FRACTIONS, nov(9), 4)]);
    book.write([decided(Some(3), 12)]);
    let on = |day| book.notebook.proficiency_on(ANA, FRACTIONS, nov(day));
    assert_eq!(on(2).value, Err(Undefined::Empty));
    assert_eq!((on(3).level, on(3).shown_on), (Some(Level(1)), Some(nov(3))));
    assert_eq!((on(10).level, on(10).decided.is_some()), (Some(Level(2)), false));
    assert_eq!((on(12).level, on(12).decided.is_some()), (Some(Level(3)), true));
}

#[test]
fn the_latest_code_is_told_until_a_level_is_shown() {
    let absent = evidence(ANA, FRACTIONS, nov(5), Mark::Code(Code::Absent));
    let p = after([shown(ANA, FRACTIONS, nov(3), 2), absent.clone()]);
    assert_eq!((p.code, p.level, p.pieces), (Some(Code::Absent), Some(Level(2)), 2));
    assert_eq!(after([absent, shown(ANA, FRACTIONS, nov(8), 2)]).code, None);
}

#[test]
fn a_class_leaves_out_who_has_no_figure() {
    let mut book = Book::new();
    assert_eq!(book.notebook.roll_up(FRACTIONS, Day::LAST).mean, Err(Undefined::Empty));
    book.write([shown(ANA, FRACTIONS, nov(3), 4), shown(BEN, FRACTIONS, nov(4), 1)]);
    book.write([shown(BEN, FRACTIONS, nov(5), 2), decided(Some(3), 12)]);
    let all = book.notebook.students().len();
    let class = book.notebook.roll_up(FRACTIONS, Day::LAST);
    // Ana by decision 3, Ben halfway between 1 and 2.
    assert_eq!(class.mean, Ok(Measure { value: 2.25, n: 2 }));
    assert_eq!(class.median, Ok(Measure { value: 2.25, n: 2 }));
    assert_eq!(class.left_out, all - 2);
    assert_eq!(book.notebook.roll_up(FRACTIONS, nov(3)).mean, Ok(Measure { value: 4.0, n: 1 }));
}

#[test]
fn a_cut_goes_with_its_level_when_the_scale_changes() {
    let mut book = Book::new();
    let method = Method::NMastery { n: 1, cut: Level(3) };
    let own = Skill { method: Some(method), ..book.notebook.skill(FRACTIONS).unwrap().clone() };
    let now =
        book.notebook.heads_of(Slot::Skills, |body| matches!(body, Body::Skill(s) if s.id == FRACTIONS));
    book.write([Change::of_class(own).replacing(now), shown(ANA, FRACTIONS, nov(2), 2)]);
    assert_eq!(book.notebook.proficiency(ANA, FRACTIONS).level, None);
    // A level is put in between the first and the second: the second, which does not count, is the third now.
    let old = book.notebook.class_scale().unwrap().clone();
    let rows = [(1, Some(1)), (2, None), (3, Some(2)), (4, Some(3)), (5, Some(4))];
    let rows = rows.map(|(n, of)| (format!("word {n}"), of.map(Level))).to_vec();
    book.write(book.notebook.take_scale(old.next(ScaleId::from_bits(99), rows)));
    assert_eq!(book.notebook.method_of(FRACTIONS), Method::NMastery { n: 1, cut: Level(4) });
    assert_eq!(book.notebook.proficiency(ANA, FRACTIONS).level, None);
    book.write([Change::by_teacher(
        ANA,
        Evidence {
            skill: FRACTIONS,
            shown_on: nov(5),
            entered_at: nov(5),
            mark: Mark::Score(Score { scale: ScaleId::from_bits(99), level: Level(4) }),
            source: crate::domain::evidence::Source::Observation,
            note: String::new(),
        },
    )]);
    assert_eq!(book.notebook.proficiency(ANA, FRACTIONS).level, Some(Level(4)));
}
