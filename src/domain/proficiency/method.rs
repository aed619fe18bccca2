//! The methods by which scores become one figure.
//!
//! Scores come in the order of the day they were shown. Two formulas of the field share the name
//! "decaying average", so no screen shows that name alone: a method is always said with its rule.

use serde::{Deserialize, Serialize};

use crate::domain::measure::{Measure, Undefined, at_least, count, mean, median};
use crate::domain::rounding::shares;
use crate::domain::scale::Level;

/// How the scores on a skill become one figure. A class has one, and a skill may have its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The mean of all scores.
    Average,
    /// The highest score.
    Highest,
    /// The latest score.
    Latest,
    /// The median of the latest scores.
    MedianOfLast {
        /// How many; 1 or more.
        last: u8,
    },
    /// The most frequent score.
    Mode,
    /// The mean of the scores at or above a cut, once there are enough of them.
    NMastery {
        /// How many it takes; 1 or more.
        n: u8,
        /// The lowest level that counts.
        cut: Level,
    },
    /// The latest score against the mean of all before it.
    Weighted {
        /// The latest score's part in percent, 1 to 99.
        weight: u8,
    },
    /// Each score against the figure before it.
    Decaying {
        /// The newer score's part in percent, 50 to 99.
        weight: u8,
    },
    /// The curve of practice through all scores, at the last of them.
    PowerLaw,
}

/// The part of the latest score where none is chosen, in percent.
pub const WEIGHT: u8 = 65;

impl Default for Method {
    /// The middle of the last three: one good or bad day changes nothing.
    fn default() -> Self {
        Method::MedianOfLast { last: 3 }
    }
}

impl Method {
    /// The figure of these scores on a scale whose highest level is `top`.
    ///
    /// # Errors
    /// [`Undefined::Empty`] without scores, [`Undefined::TooFew`] when the method needs more,
    /// [`Undefined::ZeroScore`] for the curve of practice through a zero.
    pub fn value(self, scores: &[f64], top: f64) -> Result<Measure, Undefined> {
        match self {
            Method::Average => mean(scores),
            Method::Highest => highest(scores),
            Method::Latest => latest(scores),
            Method::MedianOfLast { last } => median_of_last(scores, usize::from(last)),
            Method::Mode => mode(scores),
            Method::NMastery { n, cut } => n_mastery(scores, usize::from(n), f64::from(cut.0)),
            Method::Weighted { weight } => weighted_average(scores, f64::from(weight)),
            Method::Decaying { weight } => decaying_average(scores, f64::from(weight)),
            Method::PowerLaw => power_law(scores, Some(top)),
        }
    }

    /// The same method on the next version of a scale, where each level becomes another: a cut goes
    /// with its level.
    #[must_use]
    pub fn onto(self, becomes: &[Option<Level>]) -> Method {
        let Method::NMastery { n, cut } = self else { return self };
        let next = usize::from(cut.0).checked_sub(1).and_then(|i| becomes.get(i)).copied().flatten();
        Method::NMastery { n, cut: next.unwrap_or(cut) }
    }

    /// The places of the scores the figure hangs on, in order: why it is what it is.
    #[expect(clippy::float_cmp, reason = "a score is compared with itself")]
    pub fn used(self, scores: &[f64]) -> Vec<usize> {
        let all = 0..scores.len();
        let equal = |value: f64| (0..scores.len()).filter(move |&i| scores[i] == value);
        match self {
            Method::Highest => highest(scores)
                .map_or_else(|_| Vec::new(), |h| equal(h.value).next_back().into_iter().collect()),
            Method::Latest => all.last().into_iter().collect(),
            Method::MedianOfLast { last } => all.skip(scores.len().saturating_sub(last.into())).collect(),
            Method::Mode => mode(scores).map_or_else(|_| Vec::new(), |m| equal(m.value).collect()),
            Method::NMastery { cut, .. } => all.filter(|&i| scores[i] >= f64::from(cut.0)).collect(),
            Method::Average | Method::Weighted { .. } | Method::Decaying { .. } | Method::PowerLaw => {
                all.collect()
            }
        }
    }
}

/// The highest score.
///
/// # Errors
/// [`Undefined::Empty`] without scores.
pub fn highest(scores: &[f64]) -> Result<Measure, Undefined> {
    let value = scores.iter().copied().max_by(f64::total_cmp).ok_or(Undefined::Empty)?;
    Measure::of(value, scores.len())
}

/// The latest score.
///
/// # Errors
/// [`Undefined::Empty`] without scores.
pub fn latest(scores: &[f64]) -> Result<Measure, Undefined> {
    Measure::of(*scores.last().ok_or(Undefined::Empty)?, 1)
}

/// The median of the last `n` scores, of all when there are fewer; of an even number of scores, the
/// mean of the middle two.
///
/// # Errors
/// [`Undefined::Empty`] without scores.
pub fn median_of_last(scores: &[f64], n: usize) -> Result<Measure, Undefined> {
    median(&scores[scores.len().saturating_sub(n)..])
}

/// The most frequent score; among those equally frequent, the one that was shown last.
///
/// # Errors
/// [`Undefined::Empty`] without scores.
#[expect(clippy::float_cmp, reason = "a score is compared with itself")]
pub fn mode(scores: &[f64]) -> Result<Measure, Undefined> {
    let times = |score: f64| scores.iter().filter(|other| **other == score).count();
    // Of equal ones `max_by_key` gives the last.
    let value = scores.iter().copied().max_by_key(|score| times(*score)).ok_or(Undefined::Empty)?;
    Measure::of(value, scores.len())
}

/// The mean of the scores at or above the cut, once there are at least `n` of them.
///
/// # Errors
/// [`Undefined::Empty`] without scores, [`Undefined::TooFew`] when too few reach the cut.
pub fn n_mastery(scores: &[f64], n: usize, cut: f64) -> Result<Measure, Undefined> {
    let reached: Vec<f64> = scores.iter().copied().filter(|score| *score >= cut).collect();
    at_least(1, scores.len()).map_err(|_| Undefined::Empty)?;
    at_least(n.max(1), reached.len())?;
    mean(&reached)
}

/// weight x the latest score + the rest x the mean of all before it; the score itself when there is
/// but one. The weight is in percent, 1 to under 100. Canvas LMS' older "decaying average".
///
/// # Errors
/// [`Undefined::Empty`] without scores, [`Undefined::OutsideScale`] for another weight.
pub fn weighted_average(scores: &[f64], weight: f64) -> Result<Measure, Undefined> {
    let weight = part(weight, 1.0)?;
    let (last, earlier) = scores.split_last().ok_or(Undefined::Empty)?;
    let value = match mean(earlier) {
        Ok(earlier) => weight * last + (1.0 - weight) * earlier.value,
        Err(Undefined::Empty) => *last,
        Err(why) => return Err(why),
    };
    Measure::of(value, scores.len())
}

/// From the first score on, each next figure is weight x the score + the rest x the figure before
/// it. The weight is in percent, 50 to under 100. Canvas LMS' newer "standard decaying average".
///
/// # Errors
/// [`Undefined::Empty`] without scores, [`Undefined::OutsideScale`] for another weight.
pub fn decaying_average(scores: &[f64], weight: f64) -> Result<Measure, Undefined> {
    let weight = part(weight, 50.0)?;
    let step = |value: f64, score: f64| (1.0 - weight) * value + weight * score;
    let value = scores.iter().copied().reduce(step).ok_or(Undefined::Empty)?;
    Measure::of(value, scores.len())
}

fn part(percent: f64, least: f64) -> Result<f64, Undefined> {
    if (least..100.0).contains(&percent) { Ok(percent / 100.0) } else { Err(Undefined::OutsideScale) }
}

/// The curve of practice y = a x^b through scores 1, 2, 3 …, by least squares on the logarithms, at
/// the last of them; never above `top`.
///
/// One bad day in the middle outlives later success: the known weakness of it.
///
/// # Errors
/// [`Undefined::Empty`] without scores, [`Undefined::TooFew`] under two, [`Undefined::ZeroScore`] with
/// a score of 0 or less.
pub fn power_law(scores: &[f64], top: Option<f64>) -> Result<Measure, Undefined> {
    at_least(1, scores.len()).map_err(|_| Undefined::Empty)?;
    at_least(2, scores.len())?;
    if scores.iter().any(|score| *score <= 0.0) {
        return Err(Undefined::ZeroScore);
    }
    let points: Vec<(f64, f64)> =
        scores.iter().enumerate().map(|(i, score)| (count(i + 1).ln(), score.ln())).collect();
    let line = crate::domain::trend::least_squares(&points)?;
    let value = (line.intercept + line.slope * count(scores.len()).ln()).exp();
    Measure::of(top.map_or(value, |top| value.min(top)), scores.len())
}

/// The place of the highest cut score that is not above the unrounded score. Bands have no gaps:
/// every score from the lowest cut up has exactly one. The order of the cuts does not matter.
///
/// # Errors
/// [`Undefined::BelowLowestCut`] under all of them.
pub fn level_from_cuts(score: f64, cuts: &[f64]) -> Result<usize, Undefined> {
    let reached = (0..cuts.len()).filter(|&i| cuts[i] <= score);
    reached.max_by(|&a, &b| cuts[a].total_cmp(&cuts[b])).ok_or(Undefined::BelowLowestCut)
}

/// How many scores lie in each band, in the order of the cuts, and how many below all of them.
pub fn band_counts(scores: &[f64], cuts: &[f64]) -> (Vec<u32>, u32) {
    let (mut counts, mut below) = (vec![0; cuts.len()], 0);
    for score in scores {
        match level_from_cuts(*score, cuts) {
            Ok(band) => counts[band] += 1,
            Err(_) => below += 1,
        }
    }
    (counts, below)
}

/// The bands' percentages as whole numbers that add up to 100 together with those below all cuts.
pub fn band_percents(scores: &[f64], cuts: &[f64]) -> Vec<u32> {
    let (mut counts, below) = band_counts(scores, cuts);
    counts.push(below);
    let mut percents = shares(&counts, 100);
    percents.pop();
    percents
}

/// Whether a student reached a cut on several skills, and by which figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reached {
    /// The figure that was compared.
    pub value: Measure,
    /// Whether it is at or above the cut.
    pub met: bool,
}

/// Every skill has to reach the cut: the lowest figure is compared.
///
/// # Errors
/// [`Undefined::Empty`] without figures.
pub fn conjunctive(scores: &[f64], cut: f64) -> Result<Reached, Undefined> {
    let lowest = scores.iter().copied().min_by(f64::total_cmp).ok_or(Undefined::Empty)?;
    Ok(Reached { value: Measure::of(lowest, scores.len())?, met: lowest >= cut })
}

/// A strong skill makes up for a weak one: the mean is compared.
///
/// # Errors
/// [`Undefined::Empty`] without figures.
pub fn compensatory(scores: &[f64], cut: f64) -> Result<Reached, Undefined> {
    let value = mean(scores)?;
    Ok(Reached { value, met: value.value >= cut })
}

/// Points on another scale: points / possible x the new scale's highest score.
///
/// # Errors
/// [`Undefined::Empty`] when nothing was possible.
pub fn rescale(points: f64, possible: f64, top: f64) -> Result<Measure, Undefined> {
    if possible <= 0.0 {
        return Err(Undefined::Empty);
    }
    Measure::of(points / possible * top, 1)
}
