use super::*;
use crate::domain::entry::Change;
use crate::domain::evidence::LevelOverride;
use crate::domain::sample::{ANA, Book, FRACTIONS, MAIN_IDEA, level, nov, said, shown, skill};

const RHYMES: SkillId = SkillId::from_bits(0xf3);
const MAPS: SkillId = SkillId::from_bits(0xf4);

/// Ana's strengths in a class of four skills after these levels: on what, which day, which level.
fn strengths(levels: &[(SkillId, u32, u8)]) -> Strengths {
    let mut book = Book::new();
    book.write([skill(RHYMES, "rhymes", 2), skill(MAPS, "maps", 3)].map(Change::of_class));
    book.write(levels.iter().map(|&(skill, day, at)| shown(ANA, skill, nov(day), at)));
    book.notebook.strengths(ANA)
}

#[test]
fn the_highest_levels_come_first_and_equal_ones_in_the_classs_order() {
    let of = strengths(&[(FRACTIONS, 2, 2), (MAIN_IDEA, 2, 3), (RHYMES, 2, 4), (MAPS, 2, 3)]);
    assert_eq!(of.furthest, [(RHYMES, Level(4)), (MAIN_IDEA, Level(3)), (MAPS, Level(3))]);
    assert_eq!(of.grown, [], "one day is no way");
}

#[test]
fn the_longest_way_up_comes_first_and_no_way_down_is_told() {
    let ways = [(FRACTIONS, 2, 2), (MAIN_IDEA, 3, 1), (RHYMES, 4, 4), (MAPS, 5, 2)];
    let later = [(FRACTIONS, 3), (MAIN_IDEA, 3), (RHYMES, 1), (MAPS, 2)];
    let later = later.iter().flat_map(|&(skill, at)| (12..15).map(move |day| (skill, day, at)));
    let of = strengths(&ways.into_iter().chain(later).collect::<Vec<_>>());
    let told: Vec<_> = of.grown.iter().map(|g| (g.skill, g.since, g.growth.steps())).collect();
    assert_eq!(told, [(MAIN_IDEA, nov(3), 2), (FRACTIONS, nov(2), 1)]);
}

#[test]
fn without_evidence_and_on_the_lowest_level_there_is_nothing_to_tell() {
    assert_eq!(strengths(&[]), Strengths::default());
    assert_eq!(strengths(&[(FRACTIONS, 2, 1), (FRACTIONS, 3, 1)]), Strengths::default());
    let mut book = Book::new();
    book.one(said(ANA, FRACTIONS, nov(2), 4));
    assert_eq!(book.notebook.strengths(ANA), Strengths::default(), "an own view is no evidence");
}

#[test]
fn a_decision_of_the_teacher_counts_and_a_skill_put_away_does_not() {
    let mut book = Book::new();
    book.write([shown(ANA, FRACTIONS, nov(2), 1), shown(ANA, MAIN_IDEA, nov(2), 4)]);
    let decision =
        LevelOverride { skill: FRACTIONS, score: Some(level(3)), reason: "told me".into(), day: nov(3) };
    book.one(Change::by_teacher(ANA, decision));
    let mut away = skill(MAIN_IDEA, "main idea", 1);
    away.archived = true;
    book.one(Change::of_class(away));
    let of = book.notebook.strengths(ANA);
    assert_eq!(of.furthest, [(FRACTIONS, Level(3))]);
    assert_eq!(of.grown.iter().map(|g| g.growth.steps()).collect::<Vec<_>>(), [2]);
}
