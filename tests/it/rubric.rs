//! Laws of rubrics: what a weighted mean may be, and that nothing typed is lost by moving, removing
//! and bringing back rows and columns, or by another type.

use daymark::domain::id::{RubricId, RubricVersionId, ScaleId, SkillId};
use daymark::domain::rubric::{Criterion, Rubric, RubricDraft, RubricType};
use daymark::domain::scale::{Level, Scale};
use proptest::prelude::*;

const FRACTIONS: SkillId = SkillId::from_bits(0xf1);

/// A rubric of four levels with criteria of these weights, all on one skill, and the marks on it.
fn sheet(rows: &[(u8, Option<u8>)]) -> (Rubric, Vec<Option<Level>>) {
    let criterion = |(n, (weight, _)): (usize, &(u8, Option<u8>))| Criterion {
        name: n.to_string(),
        weight: *weight,
        skill: Some(FRACTIONS),
        cells: vec![],
    };
    let rubric = Rubric {
        id: RubricId::from_bits(1),
        version: RubricVersionId::from_bits(2),
        title: "Poster".into(),
        kind: RubricType::Analytic,
        levels: (1..=4).map(|n| n.to_string()).collect(),
        scale: ScaleId::from_bits(4),
        becomes: (1..=4).map(|n| Some(Level(n))).collect(),
        criteria: rows.iter().enumerate().map(criterion).collect(),
        archived: false,
        day: None,
    };
    (rubric, rows.iter().map(|(_, mark)| mark.map(Level)).collect())
}

proptest! {
    #[test]
    fn a_weighted_mean_stands_between_its_marks_whatever_their_order(
        rows in prop::collection::vec((1u8..=10, prop::option::of(1u8..=4)), 1..12),
        turn in 0usize..12,
    ) {
        let (rubric, marks) = sheet(&rows);
        let given: Vec<u8> = rows.iter().filter_map(|(_, mark)| *mark).collect();
        let Ok(mean) = rubric.mean(&marks) else {
            prop_assert!(given.is_empty());
            return Ok(());
        };
        prop_assert_eq!(mean.n, given.len());
        let (low, high) = (given.iter().min().unwrap(), given.iter().max().unwrap());
        prop_assert!(f64::from(*low) <= mean.value && mean.value <= f64::from(*high));

        let level = rubric.rated(&marks)[0].level.0;
        prop_assert!(f64::from(level) <= mean.value && mean.value < f64::from(level + 1));

        let mut turned = rows.clone();
        turned.rotate_left(turn % rows.len());
        let (rubric, marks) = sheet(&turned);
        prop_assert_eq!(rubric.mean(&marks), Ok(mean));

        let equal: Vec<_> = rows.iter().map(|(_, mark)| (7, *mark)).collect();
        let (rubric, marks) = sheet(&equal);
        let count = f64::from(u8::try_from(given.len()).unwrap());
        let plain = given.iter().map(|mark| f64::from(*mark)).sum::<f64>() / count;
        prop_assert!((rubric.mean(&marks).unwrap().value - plain).abs() < 1e-12);
    }

    #[test]
    fn moving_removing_and_another_type_lose_nothing(
        moves in prop::collection::vec((0usize..4, any::<bool>(), 0..5), 0..30),
    ) {
        let mut draft = RubricDraft::of(&sheet(&[(1, None); 4]).0);
        let words = (1..=4).map(|n| n.to_string()).collect();
        let scale = Scale { id: ScaleId::from_bits(4), words, follows: None };
        let keys: Vec<u32> = draft.levels.iter().map(|l| l.key).collect();
        let rows: Vec<u32> = draft.criteria.iter().map(|c| c.key).collect();
        let mut at_home: Vec<(u32, u32, String)> = Vec::new();
        for (row, level) in rows.iter().flat_map(|row| keys.iter().map(|level| (*row, *level))) {
            let text = format!("{row} at {level}");
            draft.cell_mut(row, level).unwrap().description.clone_from(&text);
            at_home.push((row, level, text));
        }
        let words = ["below", "meets", "beyond"].map(ToOwned::to_owned);
        for (at, forward, what) in moves {
            match what {
                0 => draft.move_criterion(draft.criteria[at % draft.criteria.len()].key, forward),
                1 => draft.move_level(draft.levels[at % draft.levels.len()].key, forward),
                2 if draft.takes_levels().1 => draft.remove_level(draft.levels[at % draft.levels.len()].key),
                3 if draft.criteria.len() > 1 => {
                    draft.remove_criterion(draft.criteria[at % draft.criteria.len()].key);
                }
                _ => draft.set_kind(RubricType::ALL[at], &words, &scale),
            }
        }
        draft.set_kind(RubricType::Analytic, &words, &scale);
        while draft.bring_back().is_some() {}
        prop_assert_eq!((draft.levels.len(), draft.criteria.len()), (4, 4));
        for (criterion, level, text) in at_home {
            prop_assert_eq!(&draft.cell(criterion, level).unwrap().description, &text);
        }
    }
}
