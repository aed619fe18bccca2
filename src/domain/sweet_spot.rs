//! The sweet spot: whether the tries on a skill are too hard, just right or too easy.
//!
//! It suggests more or less rigor and assigns nothing. The bands are Daymark's own choice.

use super::measure::{Measure, Undefined};
use super::proportion::{Z_95, wilson};

mod tries;

pub use tries::Tries;

/// Tries before anything is said.
pub const FEWEST_TRIES: u32 = 5;
/// How many of the latest tries are looked at.
pub const LATEST_TRIES: u32 = 20;
/// The lowest share of tries that is just right.
pub const JUST_RIGHT_FROM: f64 = 0.7;
/// The highest share of tries that is just right.
pub const JUST_RIGHT_TO: f64 = 0.9;

/// Where a student's tries on a skill lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Zone {
    /// Fewer than [`FEWEST_TRIES`].
    NotEnough,
    /// Under 70 % succeed.
    TooHard,
    /// 70 to 90 % succeed.
    JustRight,
    /// Over 90 % succeed.
    TooEasy,
}

/// A student's tries on a skill.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SweetSpot {
    /// The share that succeeded, 0 to 1, and the number of tries.
    pub rate: Result<Measure, Undefined>,
    /// The zone the rate lies in.
    pub zone: Zone,
    /// Whether the tries are many enough to be sure: Wilson's interval lies inside the zone.
    pub sure: bool,
}

/// The sweet spot of `hits` of `n` tries.
///
/// # Errors
/// [`Undefined::OutsideScale`] for more hits than tries.
pub fn sweet_spot(hits: u32, n: u32) -> Result<SweetSpot, Undefined> {
    if hits > n {
        return Err(Undefined::OutsideScale);
    }
    if n == 0 {
        return Ok(SweetSpot { rate: Err(Undefined::Empty), zone: Zone::NotEnough, sure: false });
    }
    let rate = Measure::of(f64::from(hits) / f64::from(n), n as usize)?;
    let (low, high) = wilson(hits, n, Z_95)?;
    let (zone, sure) = match rate.value {
        _ if n < FEWEST_TRIES => (Zone::NotEnough, false),
        rate if rate < JUST_RIGHT_FROM => (Zone::TooHard, high < JUST_RIGHT_FROM),
        rate if rate > JUST_RIGHT_TO => (Zone::TooEasy, low > JUST_RIGHT_TO),
        _ => (Zone::JustRight, low >= JUST_RIGHT_FROM && high <= JUST_RIGHT_TO),
    };
    Ok(SweetSpot { rate: Ok(rate), zone, sure })
}

#[cfg(test)]
mod tests;
