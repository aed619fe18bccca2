//! Files of real classes, read where they lie when they are at hand; nobody may copy them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use daymark::domain::agreement::{Weights, kappa_of_ratings};
use daymark::domain::intervention::nap;
use daymark::domain::measure::mean;
use daymark::domain::pre_post::{class_hake_gain, mean_of_hake_gains};
use daymark::domain::trend::Better;

/// The rows of a data set below its headings, or `None` (said in a line) when it is not there.
fn rows(name: &str) -> Option<Vec<Vec<String>>> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/datasets").join(name);
    let Ok(text) = std::fs::read_to_string(&path) else {
        println!("skipped: {name} is not here");
        return None;
    };
    // These files quote nothing that holds a comma.
    Some(text.lines().skip(1).map(|line| line.split(',').map(str::to_owned).collect()).collect())
}

fn near(got: f64, expected: f64, tolerance: f64) {
    assert!((got - expected).abs() <= tolerance, "{got}, not {expected}");
}

#[test]
fn sixteen_students_before_and_after() {
    let Some(rows) = rows("hci-prepost-16.csv") else { return };
    let column = |i: usize| rows.iter().map(|row| row[i].parse().ok()).collect::<Vec<Option<f64>>>();
    let (pre, post) = (column(1), column(2));
    let all = |list: &[Option<f64>]| mean(&list.iter().flatten().copied().collect::<Vec<_>>()).unwrap().value;
    near(all(&pre), 10.625, 1e-12);
    near(all(&post), 12.9375, 1e-12);
    near(class_hake_gain(&pre, &post, 20.0).unwrap().value, 0.2467, 5e-5);
    near(mean_of_hake_gains(&pre, &post, 20.0).value.unwrap().value, 0.2345, 5e-5);
}

#[test]
fn several_raters_of_the_same_writing() {
    let Some(rows) = rows("writing-rubric-ratings-135x2x5.csv") else { return };
    let mut students: BTreeMap<&str, Vec<&Vec<String>>> = BTreeMap::new();
    for row in &rows {
        students.entry(&row[0]).or_default().push(row);
    }
    let twice: Vec<_> = students.values().filter(|ratings| ratings.len() == 2).collect();
    let criteria = (2..7).map(|criterion| {
        let rating = |row: &[String]| row[criterion].parse::<f64>().ok();
        let pairs: Vec<(f64, f64)> =
            twice.iter().filter_map(|pair| Some((rating(pair[0])?, rating(pair[1])?))).collect();
        kappa_of_ratings(&pairs, &[0.0, 1.0, 2.0, 3.0], &Weights::Quadratic).unwrap()
    });
    let kappas: Vec<_> = criteria.collect();
    println!("{} students rated twice: {kappas:?}", twice.len());
    let lowest = kappas.iter().map(|k| k.value).fold(f64::INFINITY, f64::min);
    let highest = kappas.iter().map(|k| k.value).fold(f64::NEG_INFINITY, f64::max);
    near(lowest, 0.641, 5e-4);
    near(highest, 0.786, 5e-4);
}

#[test]
fn a_class_in_three_periods() {
    let Some(rows) = rows("singlecase-McKissick.csv") else { return };
    for period in ["Period 1", "Period 2", "Period 3"] {
        let phase = |name: &str| {
            let of = rows.iter().filter(|row| row[0] == period && row[2] == name);
            of.map(|row| row[3].parse().ok()).collect::<Vec<Option<f64>>>()
        };
        let (before, during) = (phase("A"), phase("B"));
        // The definition word for word: every pair, ties as a half.
        let mut improved = 0.0;
        for a in before.iter().flatten() {
            for b in during.iter().flatten() {
                improved += if b < a { 1.0 } else { f64::from(u8::from(b <= a)) / 2.0 };
            }
        }
        let (n, m) = (u32::try_from(before.len()).unwrap(), u32::try_from(during.len()).unwrap());
        assert!(n >= 3 && m >= 3, "{period}: {n} + {m}");
        let got = nap(&before, &during, Better::Less).unwrap();
        near(got.value, improved / f64::from(n * m), 1e-12);
    }
}
