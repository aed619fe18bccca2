//! Agreement: how far two people who look at the same work see the same level.
//!
//! Shown first are the shares that agree exactly and within one level; kappa, which takes away what
//! chance alone would give, comes after and only from [`KAPPA_FLOOR`] pieces on.

use super::measure::{Measure, Undefined, at_least, count, finite};

mod views;

pub use views::{Agreement, CLOSER_FROM, Counts, Course, HALF_FLOOR, Lately, View, agreement};

/// Pieces of work with two ratings before a kappa is shown.
pub const KAPPA_FLOOR: usize = 20;

/// The percentage of pairs that are at most `within` apart; 0 for exact agreement, 1 for within
/// one level.
///
/// # Errors
/// [`Undefined::Empty`] without pairs.
pub fn percent_agreement(ratings: &[(f64, f64)], within: f64) -> Result<Measure, Undefined> {
    at_least(1, ratings.len()).map_err(|_| Undefined::Empty)?;
    let agree = ratings.iter().filter(|(a, b)| (a - b).abs() <= within).count();
    Measure::of(100.0 * count(agree) / count(ratings.len()), ratings.len())
}

/// How much a disagreement counts, by the places of the two levels in the scale.
#[derive(Debug, Clone, PartialEq)]
pub enum Weights {
    /// Every disagreement the same.
    Same,
    /// By the number of levels between.
    Linear,
    /// By its square.
    Quadratic,
    /// As a table says; rows are the first rater.
    Table(Vec<Vec<f64>>),
}

impl Weights {
    fn at(&self, row: usize, column: usize) -> f64 {
        let apart = count(row.abs_diff(column));
        match self {
            Weights::Same => f64::from(u8::from(row != column)),
            Weights::Linear => apart,
            Weights::Quadratic => apart * apart,
            Weights::Table(table) => table.get(row).and_then(|r| r.get(column)).copied().unwrap_or(0.0),
        }
    }
}

/// Cohen's kappa of a square table of counts or shares (rows: first rater, columns: second), with
/// the scale's levels in order, also those nobody used: 1 - sum(w o) / sum(w e), where e is what
/// the rows' and columns' sums alone would give. At most 1; 0 is what chance gives.
///
/// Source: Cohen, Psychological Bulletin 70 (1968) 213.
///
/// # Errors
/// [`Undefined::Empty`] for an empty table; [`Undefined::NoVariance`] when chance alone leaves no
/// disagreement, as when both used one and the same level; [`Undefined::OutsideScale`] for a table
/// that is not square or holds a negative number, and for weights of another size.
pub fn kappa(table: &[Vec<f64>], weights: &Weights) -> Result<f64, Undefined> {
    let size = table.len();
    if table.iter().any(|row| row.len() != size || row.iter().any(|n| *n < 0.0)) {
        return Err(Undefined::OutsideScale);
    }
    if let Weights::Table(weights) = weights
        && (weights.len() != size || weights.iter().any(|row| row.len() != size))
    {
        return Err(Undefined::OutsideScale);
    }
    let rows: Vec<f64> = table.iter().map(|row| row.iter().sum()).collect();
    let columns: Vec<f64> = (0..size).map(|j| table.iter().map(|row| row[j]).sum()).collect();
    let all = finite(rows.iter().sum())?;
    if all <= 0.0 {
        return Err(Undefined::Empty);
    }
    let (mut observed, mut expected) = (0.0, 0.0);
    for (i, row) in table.iter().enumerate() {
        for (j, n) in row.iter().enumerate() {
            let weight = weights.at(i, j);
            observed += weight * n / all;
            expected += weight * (rows[i] / all) * (columns[j] / all);
        }
    }
    if expected == 0.0 {
        return Err(Undefined::NoVariance);
    }
    finite(1.0 - observed / expected)
}

/// [`kappa`] of two raters' levels, pair by pair; `n` is the number of pairs. `levels` are the
/// scale's, in order. A level that stands in no list is outside of the scale.
///
/// # Errors
/// As [`kappa`]; [`Undefined::OutsideScale`] also for a rating that is no level of the scale.
pub fn kappa_of_ratings(
    ratings: &[(f64, f64)],
    levels: &[f64],
    weights: &Weights,
) -> Result<Measure, Undefined> {
    #[expect(clippy::float_cmp, reason = "levels are compared as what they were written as")]
    let place = |rating: f64| levels.iter().position(|l| *l == rating).ok_or(Undefined::OutsideScale);
    let mut table = vec![vec![0.0; levels.len()]; levels.len()];
    for (first, second) in ratings {
        table[place(*first)?][place(*second)?] += 1.0;
    }
    Measure::of(kappa(&table, weights)?, ratings.len())
}

/// The levels two raters used, in order: the scale where nothing else is known of it.
pub fn levels_used(ratings: &[(f64, f64)]) -> Vec<f64> {
    let mut levels: Vec<f64> = ratings.iter().flat_map(|(a, b)| [*a, *b]).collect();
    levels.sort_unstable_by(f64::total_cmp);
    levels.dedup();
    levels
}

/// How a student's own levels stand to the teacher's on the same work.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Calibration {
    /// How many pairs there are.
    pub n: usize,
    /// The mean of own minus teacher's: above 0 the student sees more than the teacher does.
    pub bias: f64,
    /// The mean distance in levels, 0 or more.
    pub distance: f64,
    /// The mean squared distance (absolute accuracy index), 0 or more.
    pub squared: f64,
    /// Percent exactly the same.
    pub exact: f64,
    /// Percent at most one level apart.
    pub within_one: f64,
    /// Percent in which the student sees a higher level.
    pub over: f64,
    /// Percent in which the student sees a lower level.
    pub under: f64,
}

/// The calibration over pairs (own, teacher's).
///
/// Source: Schraw, Metacognition and Learning 4 (2009) 33.
///
/// # Errors
/// [`Undefined::Empty`] without pairs.
pub fn calibration(pairs: &[(f64, f64)]) -> Result<Calibration, Undefined> {
    at_least(1, pairs.len()).map_err(|_| Undefined::Empty)?;
    let n = count(pairs.len());
    let mean = |of: fn(f64) -> f64| finite(pairs.iter().map(|(own, other)| of(own - other)).sum::<f64>() / n);
    let percent =
        |of: fn(f64) -> bool| 100.0 * count(pairs.iter().filter(|(own, other)| of(own - other)).count()) / n;
    Ok(Calibration {
        n: pairs.len(),
        bias: mean(|d| d)?,
        distance: mean(f64::abs)?,
        squared: mean(|d| d * d)?,
        exact: percent(|d| d == 0.0),
        within_one: percent(|d| d.abs() <= 1.0),
        over: percent(|d| d > 0.0),
        under: percent(|d| d < 0.0),
    })
}

#[cfg(test)]
mod tests;
