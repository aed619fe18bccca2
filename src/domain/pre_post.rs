//! Before and after: what a pair of checks says about learning.
//!
//! A group that was picked because it scored low rises anyway (regression to the mean), so a
//! figure about it stands beside the one of the whole class.

use super::measure::{Measure, Undefined, at_least, count, finite, mean, pairs, sample_sd};

/// Students with both checks before a figure about a class is shown.
pub const PAIRED_FLOOR: usize = 5;
/// Students with both checks before an effect size is shown.
pub const EFFECT_SIZE_FLOOR: usize = 10;

/// What was gained: after minus before. Missing when one of both is missing.
pub fn raw_gain(pre: Option<f64>, post: Option<f64>) -> Result<f64, Undefined> {
    finite(post.ok_or(Undefined::Empty)? - pre.ok_or(Undefined::Empty)?)
}

/// Normalized change: what was gained of what could be gained, or what was lost of what could be
/// lost, -1 to 1, for scores from 0 to `max`.
///
/// post > pre: (post - pre) / (max - pre); post < pre: (post - pre) / pre; equal: 0.
///
/// Source: Marx & Cummings, American Journal of Physics 75 (2007) 87.
///
/// # Errors
/// [`Undefined::AtTheEnd`] when both are 0 or both are `max`: the check cannot show anything.
/// [`Undefined::OutsideScale`] for a score that is not between 0 and `max`.
pub fn normalized_change(pre: f64, post: f64, max: f64) -> Result<f64, Undefined> {
    let on_scale = |score: f64| (0.0..=max).contains(&score);
    if !on_scale(pre) || !on_scale(post) {
        return Err(Undefined::OutsideScale);
    }
    #[expect(clippy::float_cmp, reason = "the ends of a scale are exact numbers")]
    if pre == post && (pre == 0.0 || pre == max) {
        return Err(Undefined::AtTheEnd);
    }
    finite(match post.total_cmp(&pre) {
        std::cmp::Ordering::Greater => (post - pre) / (max - pre),
        std::cmp::Ordering::Less => (post - pre) / pre,
        std::cmp::Ordering::Equal => 0.0,
    })
}

/// A class figure over pairs, with what it leaves out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassChange {
    /// The mean over the pairs that count, or why there is none.
    pub value: Result<Measure, Undefined>,
    /// Students with one of both checks only.
    pub missing: usize,
    /// Students with both, about whom the formula can say nothing.
    pub dropped: usize,
}

/// The mean of the students' normalized changes.
pub fn class_normalized_change(pre: &[Option<f64>], post: &[Option<f64>], max: f64) -> ClassChange {
    class_mean(pre, post, |pre, post| normalized_change(pre, post, max))
}

fn class_mean(
    pre: &[Option<f64>],
    post: &[Option<f64>],
    of: impl Fn(f64, f64) -> Result<f64, Undefined>,
) -> ClassChange {
    let (both, missing) = pairs(pre, post);
    let kept: Vec<f64> = both.iter().filter_map(|&(pre, post)| of(pre, post).ok()).collect();
    ClassChange { value: mean(&kept), missing, dropped: both.len() - kept.len() }
}

/// Hake's normalized gain: (post - pre) / (max - pre).
///
/// Source: Hake, American Journal of Physics 66 (1998) 64.
///
/// # Errors
/// [`Undefined::AtTheEnd`] when nothing was left to gain.
pub fn hake_gain(pre: f64, post: f64, max: f64) -> Result<f64, Undefined> {
    if pre >= max {
        return Err(Undefined::AtTheEnd);
    }
    finite((post - pre) / (max - pre))
}

/// Hake's gain of the class means, over students with both checks. Not the same number as
/// [`mean_of_hake_gains`].
///
/// # Errors
/// [`Undefined::Empty`] without a pair, [`Undefined::AtTheEnd`] when the mean before is the highest
/// score.
pub fn class_hake_gain(pre: &[Option<f64>], post: &[Option<f64>], max: f64) -> Result<Measure, Undefined> {
    let (before, after): (Vec<f64>, Vec<f64>) = pairs(pre, post).0.into_iter().unzip();
    Measure::of(hake_gain(mean(&before)?.value, mean(&after)?.value, max)?, before.len())
}

/// The mean of the students' own Hake gains; those at the highest score before are dropped.
pub fn mean_of_hake_gains(pre: &[Option<f64>], post: &[Option<f64>], max: f64) -> ClassChange {
    class_mean(pre, post, |pre, post| hake_gain(pre, post, max))
}

/// How the answers to one question moved, of students who answered it both times.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shift {
    /// Right both times.
    pub kept: usize,
    /// Wrong before, right after.
    pub gained: usize,
    /// Right before, wrong after.
    pub lost: usize,
    /// Wrong both times.
    pub still_wrong: usize,
}

impl Shift {
    /// Counts the answers; true is right.
    pub fn of(pre: &[Option<bool>], post: &[Option<bool>]) -> Shift {
        let mut shift = Shift::default();
        for (before, after) in pre.iter().zip(post) {
            match (before, after) {
                (Some(true), Some(true)) => shift.kept += 1,
                (Some(false), Some(true)) => shift.gained += 1,
                (Some(true), Some(false)) => shift.lost += 1,
                (Some(false), Some(false)) => shift.still_wrong += 1,
                _ => {}
            }
        }
        shift
    }

    /// Students who answered both times.
    pub fn n(self) -> usize {
        self.kept + self.gained + self.lost + self.still_wrong
    }

    /// Of those who were wrong, the share who are right now: gained / (gained + still wrong).
    pub fn gain_rate(self) -> Result<Measure, Undefined> {
        rate(self.gained, self.gained + self.still_wrong)
    }

    /// Of those who were right, the share who are wrong now: lost / (lost + kept).
    pub fn loss_rate(self) -> Result<Measure, Undefined> {
        rate(self.lost, self.lost + self.kept)
    }
}

fn rate(part: usize, whole: usize) -> Result<Measure, Undefined> {
    at_least(1, whole).map_err(|_| Undefined::Empty)?;
    Measure::of(count(part) / count(whole), whole)
}

/// An effect size the classroom way: "compared with this class's spread".
#[derive(Debug, Clone, PartialEq)]
pub struct EffectSize {
    /// The mean of the two standard deviations (of samples).
    pub average_sd: f64,
    /// (mean after - mean before) / `average_sd`, and the number of pairs.
    pub d: Measure,
    /// Each student's change / `average_sd`, in the order of the pairs.
    pub individual: Vec<f64>,
}

/// The effect size over students with both checks.
///
/// # Errors
/// [`Undefined::TooFew`] under two pairs, [`Undefined::NoVariance`] when nobody differs.
pub fn effect_size(pre: &[Option<f64>], post: &[Option<f64>]) -> Result<EffectSize, Undefined> {
    let both = pairs(pre, post).0;
    let (before, after): (Vec<f64>, Vec<f64>) = both.iter().copied().unzip();
    let average_sd = finite(f64::midpoint(sample_sd(&before)?, sample_sd(&after)?))?;
    if average_sd == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let d = (mean(&after)?.value - mean(&before)?.value) / average_sd;
    let individual = both.iter().map(|(pre, post)| finite((post - pre) / average_sd));
    Ok(EffectSize {
        average_sd,
        d: Measure::of(d, both.len())?,
        individual: individual.collect::<Result<_, _>>()?,
    })
}

/// Cliff's delta, for ordered answers: the share of all pairs in which the first is higher, minus
/// the share in which it is lower; -1 to 1. `n` is the number of values of both lists.
///
/// Source: Cliff, Psychological Bulletin 114 (1993) 494.
///
/// # Errors
/// [`Undefined::Empty`] when one list is empty.
pub fn cliffs_delta(first: &[f64], second: &[f64]) -> Result<Measure, Undefined> {
    if first.is_empty() || second.is_empty() {
        return Err(Undefined::Empty);
    }
    let (above, below, all) = dominance(first, second);
    Measure::of((count(above) - count(below)) / count(all), first.len() + second.len())
}

/// How many pairs there are in which the first list's value is higher, lower, and all of them.
pub fn dominance(first: &[f64], second: &[f64]) -> (usize, usize, usize) {
    let mut sorted = second.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let mut counts = (0, 0, first.len() * second.len());
    for value in first {
        counts.0 += sorted.partition_point(|other| other < value);
        counts.1 += sorted.len() - sorted.partition_point(|other| other <= value);
    }
    counts
}

/// `McNemar`'s exact test of a shift: how often chance alone would share out `gained + lost` as
/// unevenly as this. Two-sided, 0 to 1.
///
/// p = 2 x P(X <= min) for X binomial with n = gained + lost and a half, at most 1.
///
/// # Errors
/// [`Undefined::Empty`] when nobody changed sides.
pub fn mcnemar_exact(gained: u64, lost: u64) -> Result<f64, Undefined> {
    let n = gained.checked_add(lost).ok_or(Undefined::TooLarge)?;
    if n == 0 {
        return Err(Undefined::Empty);
    }
    #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
    let (n, least) = (n as f64, gained.min(lost));
    // Terms are added as logarithms, because the first of them may be smaller than any number.
    let mut term = -n * std::f64::consts::LN_2;
    let mut sum = term;
    for i in 0..least {
        #[expect(clippy::cast_precision_loss, reason = "counts of people are far below 2^52")]
        let i = i as f64;
        term += ((n - i) / (i + 1.0)).ln();
        let (high, low) = (sum.max(term), sum.min(term));
        sum = high + (low - high).exp().ln_1p();
    }
    finite((2.0 * sum.exp()).min(1.0))
}
