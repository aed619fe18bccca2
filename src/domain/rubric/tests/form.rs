//! The form of a rubric: what has to be mended, and that nothing typed is lost.

use super::*;

/// The words of a single point's levels.
fn point() -> [String; 3] {
    ["Below", "Meets", "Beyond"].map(ToOwned::to_owned)
}

/// A cell by its criterion's place and its level's.
fn cell(draft: &mut RubricDraft, criterion: usize, level: usize) -> &mut RubricCell {
    let (criterion, level) = (draft.criteria[criterion].key, draft.levels[level].key);
    draft.cell_mut(criterion, level).unwrap()
}

/// What came of a change of the form of the sample rubric.
fn typed(change: impl FnOnce(&mut RubricDraft)) -> Result<Rubric, Vec<RubricProblem>> {
    let mut draft = RubricDraft::of(&rubric(V1));
    change(&mut draft);
    draft.parse(ID, V2, &scale(FOUR, 4), nov(17))
}

#[test]
fn what_was_not_changed_says_the_same() {
    let same = typed(|_| ()).unwrap();
    assert!(same.says_the_same(&rubric(V1)));
    assert_eq!((same.version, same.day), (V2, Some(nov(17))));
    let other = typed(|d| d.criteria[0].weight = 2).unwrap();
    assert!(!other.says_the_same(&rubric(V1)));
}

#[test]
fn each_problem_names_its_place() {
    use RubricProblem::*;
    let problems = |change: fn(&mut RubricDraft)| typed(change).err().unwrap_or_default();
    assert_eq!(problems(|d| d.title = " ".into()), [NoTitle]);
    assert_eq!(problems(|d| d.title = "é".repeat(LONGEST_TITLE)), []);
    assert_eq!(problems(|d| d.title = "é".repeat(LONGEST_TITLE + 1)), [LongTitle]);
    assert_eq!(problems(|d| d.levels[2].word = String::new()), [NoWord(2)]);
    assert_eq!(problems(|d| d.levels[2].word = "x".repeat(5000)), [LongWord(2)]);
    assert_eq!(problems(|d| d.levels[2].word = "LEVEL  1".into()), [SameWord(2)]);
    assert_eq!(problems(|d| d.criteria[1].name = "x".repeat(5000)), [LongName(1)]);
    assert_eq!(problems(|d| cell(d, 1, 3).example = "x".repeat(5000)), [LongCell(1, 3)]);
    assert_eq!(problems(|d| d.criteria.clear()), [NoCriteria]);
    let nameless = |d: &mut RubricDraft| {
        d.criteria[0].name.clear();
        cell(d, 0, 0).student = "I try".into();
    };
    assert_eq!(problems(nameless), [NoName(0)]);
    let empty = |d: &mut RubricDraft| {
        d.criteria.clear();
        d.add_criterion();
    };
    assert_eq!(problems(empty), [NoName(0)]);
}

#[test]
fn an_empty_row_is_left_out_beside_others() {
    let rubric = typed(|d| {
        d.add_criterion();
    });
    assert_eq!(rubric.unwrap().criteria.len(), 4);
}

#[test]
fn a_holistic_rubric_has_one_criterion_that_needs_no_name() {
    let holistic = typed(|d| {
        d.set_kind(RubricType::Holistic, &scale(FOUR, 4).words, &scale(FOUR, 4));
        d.criteria[0].name.clear();
    });
    let criteria = holistic.unwrap().criteria;
    assert_eq!(criteria.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["Poster"]);
}

#[test]
fn of_a_single_point_rubric_only_meets_is_described() {
    let single = typed(|d| {
        d.set_kind(RubricType::SinglePoint, &point(), &scale(FOUR, 4));
        for at in 0..3 {
            cell(d, 0, at).description = "Shows both".into();
        }
    });
    let single = single.unwrap();
    let described = |c: &RubricCell| !c.description.is_empty();
    assert_eq!(single.criteria[0].cells.iter().map(described).collect::<Vec<_>>(), [false, true]);
    assert_eq!(
        single.becomes,
        [Some(Level(2)), Some(Level(3)), Some(Level(4))],
        "meets is the class's reached"
    );
}

#[test]
fn an_observation_rubric_shows_no_skill() {
    let words = scale(FOUR, 4).words;
    let seen = typed(|d| d.set_kind(RubricType::Observation, &words, &scale(FOUR, 4))).unwrap();
    assert!(seen.skills().is_empty() && seen.becomes.iter().all(Option::is_none));
}

#[test]
fn levels_of_another_number_count_as_what_the_teacher_says() {
    let class = scale(FOUR, 4);
    let six = typed(|d| {
        for word in ["five", "six"] {
            let key = d.add_level(&class);
            let at = d.level_at(key).unwrap();
            d.levels[at].word = word.into();
            d.levels[at].becomes = None;
        }
        assert!(d.maps_levels(&class));
        assert_eq!(d.takes_levels(), (false, true));
    });
    let becomes = six.unwrap().becomes;
    assert_eq!(becomes[3..], [Some(Level(4)), None, None]);
    let spread =
        |n: usize| (0..n).map(|i| draft::proposed(i, n, &class).map_or(0, |l| l.0)).collect::<Vec<_>>();
    assert_eq!(spread(6), [1, 2, 2, 3, 3, 4]);
    assert_eq!(spread(5), [1, 2, 3, 3, 4]);
}

/// A form with a text in every cell.
fn full() -> RubricDraft {
    let mut draft = RubricDraft::of(&rubric(V1));
    for criterion in 0..4 {
        for level in 0..4 {
            cell(&mut draft, criterion, level).description = format!("{criterion} at {level}");
        }
    }
    draft
}

#[test]
fn another_type_and_back_loses_nothing() {
    let (class, first) = (scale(FOUR, 4), full());
    for kind in RubricType::ALL {
        let mut draft = first.clone();
        draft.levels[3].word = "My own word".into();
        let before = draft.parse(ID, V2, &class, nov(17));
        draft.set_kind(kind, &point(), &class);
        draft.set_kind(RubricType::Analytic, &class.words, &class);
        assert_eq!(draft.parse(ID, V2, &class, nov(17)), before, "{kind:?}");
    }
}

#[test]
fn meets_says_what_the_level_says_that_counts_as_reached() {
    let class = scale(FOUR, 4);
    let mut draft = full();
    draft.set_kind(RubricType::SinglePoint, &point(), &class);
    assert_eq!(cell(&mut draft, 0, 1).description, "0 at 2");
    cell(&mut draft, 0, 1).description = "said better".into();
    draft.levels[0].word = "Not yet".into();
    draft.set_kind(RubricType::Analytic, &class.words, &class);
    assert_eq!(cell(&mut draft, 0, 2).description, "said better");
    draft.set_kind(RubricType::SinglePoint, &point(), &class);
    assert_eq!(draft.levels[0].word, "Not yet", "the levels of the single point stay as well");
    let mut begun = RubricDraft::blank(RubricType::SinglePoint, &point(), &class);
    cell(&mut begun, 0, 1).student = "I show both".into();
    begun.set_kind(RubricType::Holistic, &class.words, &class);
    assert_eq!(cell(&mut begun, 0, 2).student, "I show both");
}

#[test]
fn what_a_type_has_no_place_for_is_known() {
    let class = scale(FOUR, 4);
    let leaves_out = |kind, change: fn(&mut RubricDraft)| {
        let mut draft = RubricDraft::blank(RubricType::Analytic, &class.words, &class);
        draft.add_criterion();
        change(&mut draft);
        draft.set_kind(kind, &point(), &class);
        draft.leaves_out()
    };
    use RubricType::*;
    for kind in RubricType::ALL {
        assert!(!leaves_out(kind, |_| ()), "{kind:?}");
        assert!(!leaves_out(kind, |d| cell(d, 0, 2).description = "Both".into()), "{kind:?}");
    }
    assert!(leaves_out(SinglePoint, |d| cell(d, 0, 0).description = "None".into()));
    assert!(leaves_out(Holistic, |d| d.criteria[1].name = "Neat".into()));
    assert!(leaves_out(Observation, |d| cell(d, 1, 0).example = "3/4".into()));
    assert!(!leaves_out(Analytic, |d| {
        cell(d, 1, 0).example = "3/4".into();
        d.remove_level(d.levels[0].key);
    }));
}

#[test]
fn removed_levels_and_criteria_come_back_where_they_were() {
    let class = scale(FOUR, 4);
    let mut draft = full();
    let before = draft.parse(ID, V2, &class, nov(17));
    assert_eq!((draft.last_removed(), draft.clone().bring_back()), (None, None));
    let (level, criterion) = (draft.levels[1].clone(), draft.criteria[2].clone());
    draft.remove_level(level.key);
    draft.remove_criterion(criterion.key);
    assert_ne!(draft.parse(ID, V2, &class, nov(17)), before);
    assert_eq!(draft.last_removed(), Some(&Removed::Criterion(criterion.clone())));
    assert_eq!(draft.bring_back(), Some(criterion.key));
    assert_eq!(draft.bring_back(), Some(level.key));
    assert_eq!(draft.parse(ID, V2, &class, nov(17)), before);

    draft.remove_level(level.key);
    draft.set_kind(RubricType::SinglePoint, &point(), &class);
    assert_eq!(draft.last_removed(), None, "a single point has no room for a level");
    draft.set_kind(RubricType::Analytic, &class.words, &class);
    assert_eq!(draft.bring_back(), Some(level.key));
    let (empty, row) = (draft.add_level(&class), draft.add_criterion());
    draft.remove_level(empty);
    draft.remove_criterion(row);
    assert_eq!(draft.last_removed(), None, "what says nothing is not offered");
}
