//! Laws of rubrics: what a weighted mean may be, and that moving a row or a column loses nothing.

use daymark::domain::id::{RubricId, RubricVersionId, ScaleId, SkillId};
use daymark::domain::rubric::{Criterion, Rubric, RubricDraft, RubricType};
use daymark::domain::scale::Level;
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
    fn moving_rows_and_columns_loses_nothing(
        moves in prop::collection::vec((0usize..4, any::<bool>(), any::<bool>()), 0..30),
    ) {
        let mut draft = RubricDraft::of(&sheet(&[(1, None); 4]).0);
        for (c, criterion) in draft.criteria.iter_mut().enumerate() {
            for (l, cell) in criterion.cells.iter_mut().enumerate() {
                cell.description = format!("{c} at {l}");
            }
        }
        let of_row = |c: &daymark::domain::rubric::CriterionDraft| {
            let cells = draft.levels.iter().zip(&c.cells);
            cells.map(|(l, cell)| (c.key, l.key, cell.description.clone())).collect::<Vec<_>>()
        };
        let at_home: Vec<(u32, u32, String)> = draft.criteria.iter().flat_map(of_row).collect();
        for (at, forward, row) in moves {
            if row {
                let key = draft.criteria[at].key;
                draft.move_criterion(key, forward);
            } else {
                let key = draft.levels[at].key;
                draft.move_level(key, forward);
            }
        }
        for (criterion, level, text) in at_home {
            prop_assert_eq!(&draft.cell(criterion, level).unwrap().description, &text);
        }
    }
}
