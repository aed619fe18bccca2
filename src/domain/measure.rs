//! "Undefined" is a value: a measure is a figure with its count, or the reason why there is none.
//!
//! Missing is not zero: what may be missing comes in as an `Option`, and a function that compares
//! two values of one student leaves out the pair.

/// Why there is no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Undefined {
    /// There is nothing to calculate from.
    #[error("nothing to calculate from")]
    Empty,
    /// There is something, but too little: it takes `needed`, there are `have`.
    #[error("too few values: {have} of {needed}")]
    TooFew {
        /// How many there are.
        have: usize,
        /// How many it takes.
        needed: usize,
    },
    /// The values stand on scale versions that nothing maps to each other.
    #[error("levels of different scales")]
    MixedScales,
    /// Nothing was left to gain, or nothing to lose: at the lowest or highest score both times, or
    /// at the highest before.
    #[error("at the end of the scale")]
    AtTheEnd,
    /// All values are the same, so nothing can be compared with their spread.
    #[error("all values are the same")]
    NoVariance,
    /// A score of zero or less, where a logarithm is taken.
    #[error("a score of zero")]
    ZeroScore,
    /// A score outside of the scale it is said to stand on.
    #[error("a score outside of its scale")]
    OutsideScale,
    /// A score below the lowest cut score: no level.
    #[error("below the lowest cut score")]
    BelowLowestCut,
    /// The values are so large that the figure is no finite number.
    #[error("numbers too large to calculate with")]
    TooLarge,
}

/// A figure and how many values it was made from. The value is unrounded and finite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Measure {
    /// The figure.
    pub value: f64,
    /// How many values it was made from.
    pub n: usize,
}

impl Measure {
    /// A figure from so many values.
    ///
    /// # Errors
    /// [`Undefined::TooLarge`] for a figure that is no finite number.
    pub fn of(value: f64, n: usize) -> Result<Measure, Undefined> {
        Ok(Measure { value: finite(value)?, n })
    }
}

/// The number itself.
///
/// # Errors
/// [`Undefined::TooLarge`] when it is not finite.
pub fn finite(value: f64) -> Result<f64, Undefined> {
    if value.is_finite() { Ok(value) } else { Err(Undefined::TooLarge) }
}

/// Only a figure from at least so many values may be shown.
///
/// # Errors
/// [`Undefined::TooFew`] below that floor.
pub fn at_least(needed: usize, have: usize) -> Result<(), Undefined> {
    if have < needed { Err(Undefined::TooFew { have, needed }) } else { Ok(()) }
}

/// A count as a number to calculate with.
pub fn count(n: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "counts of people and answers are far below 2^52")]
    let n = n as f64;
    n
}

/// The values that are there.
pub fn present(values: &[Option<f64>]) -> Vec<f64> {
    values.iter().flatten().copied().collect()
}

/// The pairs of which both values are there, and how many are not complete. A longer list's rest
/// counts as not complete.
pub fn pairs(first: &[Option<f64>], second: &[Option<f64>]) -> (Vec<(f64, f64)>, usize) {
    let both: Vec<(f64, f64)> = first.iter().zip(second).filter_map(|(a, b)| Some(((*a)?, (*b)?))).collect();
    let missing = first.len().max(second.len()) - both.len();
    (both, missing)
}

/// The arithmetic mean.
///
/// # Errors
/// [`Undefined::Empty`] without values.
pub fn mean(values: &[f64]) -> Result<Measure, Undefined> {
    if values.is_empty() {
        return Err(Undefined::Empty);
    }
    Measure::of(values.iter().sum::<f64>() / count(values.len()), values.len())
}

/// The middle value; of an even number of values, the mean of the middle two.
///
/// # Errors
/// [`Undefined::Empty`] without values.
pub fn median(values: &[f64]) -> Result<Measure, Undefined> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    let upper = *sorted.get(middle).ok_or(Undefined::Empty)?;
    let odd = sorted.len() % 2 == 1;
    Measure::of(if odd { upper } else { f64::midpoint(sorted[middle - 1], upper) }, sorted.len())
}

/// The sum of squared distances from the mean; exactly 0 when all values are the same.
///
/// # Errors
/// [`Undefined::Empty`] without values.
pub fn squares(values: &[f64]) -> Result<f64, Undefined> {
    let mean = mean(values)?.value;
    // The mean of equal decimals may be off by its last binary digit.
    if values.iter().all(|v| v.total_cmp(&values[0]).is_eq()) {
        return Ok(0.0);
    }
    finite(values.iter().map(|v| (v - mean) * (v - mean)).sum())
}

/// The standard deviation of a sample: the squares over n - 1.
///
/// # Errors
/// [`Undefined::TooFew`] under two values.
pub fn sample_sd(values: &[f64]) -> Result<f64, Undefined> {
    at_least(2, values.len())?;
    finite((squares(values)? / count(values.len() - 1)).sqrt())
}
