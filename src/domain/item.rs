//! Items: what the answers to one question say about the question.
//!
//! How hard it was can be said from [`DIFFICULTY_FLOOR`] answers on. How well it tells students
//! apart, and how well a set of questions holds together, are figures of the pooled question bank,
//! never of one exit ticket.

use super::measure::{Measure, Undefined, at_least, count, finite, mean, squares};

/// Answers before a question's difficulty is shown.
pub const DIFFICULTY_FLOOR: usize = 5;
/// Answers before a question's discrimination is shown.
pub const DISCRIMINATION_FLOOR: usize = 20;
/// Students before KR-20 or alpha is shown.
pub const RELIABILITY_FLOOR: usize = 30;
/// Questions before KR-20 or alpha is shown.
pub const RELIABILITY_ITEMS: usize = 5;
/// An option that fewer than this share of the answers chose does not work.
pub const WORKING_SHARE: f64 = 0.05;

/// The share of right answers (p), 0 (nobody) to 1 (everybody): right / answered.
///
/// # Errors
/// [`Undefined::Empty`] without answers, [`Undefined::OutsideScale`] for more right ones than answers.
pub fn difficulty(correct: u32, n: u32) -> Result<Measure, Undefined> {
    if correct > n {
        return Err(Undefined::OutsideScale);
    }
    if n == 0 {
        return Err(Undefined::Empty);
    }
    Measure::of(f64::from(correct) / f64::from(n), n as usize)
}

/// What became of one wrong option of a choice question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Distractor {
    /// The share of all answers that chose it, 0 to 1.
    pub share: f64,
    /// Hardly anybody chose it (under [`WORKING_SHARE`]), so it does not work.
    pub nonfunctional: bool,
    /// More chose it than the key: the key may be wrong.
    pub beats_key: bool,
}

/// The difficulty of a choice question and each wrong option, in the order given: how many chose
/// the key, how many each other option.
///
/// # Errors
/// [`Undefined::Empty`] without answers.
pub fn distractors(key: u32, others: &[u32]) -> Result<(Measure, Vec<Distractor>), Undefined> {
    let all = others.iter().try_fold(key, |sum, n| sum.checked_add(*n)).ok_or(Undefined::TooLarge)?;
    let p = difficulty(key, all)?;
    let option = |&n: &u32| {
        let share = f64::from(n) / f64::from(all);
        Distractor { share, nonfunctional: share < WORKING_SHARE, beats_key: n > key }
    };
    Ok((p, others.iter().map(option).collect()))
}

/// Discrimination (D): how many more of the upper group than of the lower group answered right, as
/// a share of a group; -1 to 1. The groups are halves, or the upper and lower 27 %.
///
/// # Errors
/// [`Undefined::Empty`] for empty groups, [`Undefined::OutsideScale`] for more right answers than
/// there are students in a group.
pub fn discrimination(upper: u32, lower: u32, in_a_group: u32) -> Result<f64, Undefined> {
    if in_a_group == 0 {
        return Err(Undefined::Empty);
    }
    if upper.max(lower) > in_a_group {
        return Err(Undefined::OutsideScale);
    }
    finite((f64::from(upper) - f64::from(lower)) / f64::from(in_a_group))
}

/// The point-biserial correlation of a question (right or not) with another score of the same
/// student: Pearson's correlation, -1 to 1.
///
/// # Errors
/// [`Undefined::TooFew`] under two students, [`Undefined::NoVariance`] when all answered alike or
/// all scores are the same.
pub fn point_biserial(answers: &[(bool, f64)]) -> Result<Measure, Undefined> {
    at_least(2, answers.len())?;
    let right: Vec<f64> = answers.iter().map(|(right, _)| f64::from(u8::from(*right))).collect();
    let scores: Vec<f64> = answers.iter().map(|(_, score)| *score).collect();
    let (mean_right, mean_score) = (mean(&right)?.value, mean(&scores)?.value);
    let spread = finite(squares(&right)?.sqrt() * squares(&scores)?.sqrt())?;
    if spread == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let together: f64 = right.iter().zip(&scores).map(|(r, s)| (r - mean_right) * (s - mean_score)).sum();
    // Rounding alone can carry a perfect correlation past its end.
    Measure::of((together / spread).clamp(-1.0, 1.0), answers.len())
}

/// Cronbach's alpha: how well a set of questions holds together, from one row of scores per student.
/// At most 1. k / (k - 1) x (1 - sum of the questions' variances / variance of the totals); whether
/// the variances are those of samples or of populations makes no difference. On right-or-wrong
/// questions it is KR-20.
///
/// Source: Cronbach, Psychometrika 16 (1951) 297; Kuder & Richardson, Psychometrika 2 (1937) 151.
///
/// # Errors
/// [`Undefined::TooFew`] under two questions or two students, [`Undefined::NoVariance`] when all
/// totals are the same, [`Undefined::OutsideScale`] for rows of different lengths.
pub fn alpha(rows: &[Vec<f64>]) -> Result<Measure, Undefined> {
    let items = rows.first().ok_or(Undefined::Empty)?.len();
    if rows.iter().any(|row| row.len() != items) {
        return Err(Undefined::OutsideScale);
    }
    at_least(2, items)?;
    at_least(2, rows.len())?;
    let column = |i: usize| rows.iter().map(|row| row[i]).collect::<Vec<f64>>();
    let within: f64 = (0..items).map(|i| squares(&column(i))).sum::<Result<f64, _>>()?;
    let totals: Vec<f64> = rows.iter().map(|row| row.iter().sum()).collect();
    let total = squares(&totals)?;
    // Totals that are equal as decimals may differ in their last binary digit.
    let nothing = 1e-24 * totals.iter().map(|t| t * t).sum::<f64>();
    if total <= nothing {
        return Err(Undefined::NoVariance);
    }
    Measure::of(count(items) / count(items - 1) * (1.0 - within / total), rows.len())
}

/// KR-20: [`alpha`] of questions that are right (1) or wrong (0).
///
/// # Errors
/// As [`alpha`]; [`Undefined::OutsideScale`] for any other score.
pub fn kr20(rows: &[Vec<f64>]) -> Result<Measure, Undefined> {
    if rows.iter().flatten().any(|score| *score != 0.0 && *score != 1.0) {
        return Err(Undefined::OutsideScale);
    }
    alpha(rows)
}
