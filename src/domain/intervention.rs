//! Interventions: what was tried, and whether it worked.
//!
//! Students who get help start low, so some would rise anyway. A tactic's rate is therefore never
//! shown without its counts, its interval, and the rate drawn towards one half.

use serde::{Deserialize, Serialize};

use super::measure::{Measure, Undefined, at_least, count, present};
use super::pre_post::dominance;
use super::proportion::{Z_95, shrunk, wilson};
use super::trend::Better;

pub mod record;

/// Points in each of the two phases before they are compared.
pub const PHASE_FLOOR: usize = 3;
/// How often a tactic is supposed to have worked, and how often not, before its rate is told.
pub const SUPPOSED: (u32, u32) = (2, 2);

fn upright(phase: &[Option<f64>], better: Better) -> Result<Vec<f64>, Undefined> {
    let values: Vec<f64> = present(phase).into_iter().map(|v| better.upright(v)).collect();
    at_least(1, values.len()).map_err(|_| Undefined::Empty)?;
    Ok(values)
}

/// Nonoverlap of all pairs (NAP): the share of all pairs of a point before and a point during that
/// improve, ties as a half; 0 to 1, a half when nothing changed. `n` is the number of points.
///
/// Source: Parker & Vannest, Behavior Therapy 40 (2009) 357.
///
/// # Errors
/// [`Undefined::Empty`] when one phase has no point.
pub fn nap(before: &[Option<f64>], during: &[Option<f64>], better: Better) -> Result<Measure, Undefined> {
    let (before, during) = (upright(before, better)?, upright(during, better)?);
    let (improved, worse, all) = dominance(&during, &before);
    let ties = all - improved - worse;
    Measure::of((count(improved) + count(ties) / 2.0) / count(all), before.len() + during.len())
}

/// Percentage of nonoverlapping data (PND), as a share: the points during that are better than
/// every point before; 0 to 1. One wild point before brings it to 0. `n` is the number of points.
///
/// Source: Scruggs, Mastropieri & Casto, Remedial and Special Education 8 (1987) 24.
///
/// # Errors
/// [`Undefined::Empty`] when one phase has no point.
pub fn pnd(before: &[Option<f64>], during: &[Option<f64>], better: Better) -> Result<Measure, Undefined> {
    let (before, during) = (upright(before, better)?, upright(during, better)?);
    let best = before.iter().copied().max_by(f64::total_cmp).ok_or(Undefined::Empty)?;
    let above = during.iter().filter(|value| **value > best).count();
    Measure::of(count(above) / count(during.len()), before.len() + during.len())
}

/// How an intervention ended, by the rule that was fixed before its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It worked.
    Worked,
    /// It did not.
    DidNot,
    /// Nobody can tell.
    Unclear,
}

/// How one tactic went, over everybody it was tried with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TacticCount {
    /// How often it worked.
    pub worked: u32,
    /// How often it did not.
    pub did_not: u32,
    /// How often nobody could tell; counted and shown, but in no rate.
    pub unclear: u32,
}

impl TacticCount {
    /// The ends the rate is made from.
    pub fn n(self) -> u32 {
        self.worked.saturating_add(self.did_not)
    }

    /// worked / (worked + did not).
    ///
    /// # Errors
    /// [`Undefined::Empty`] when neither is known of anybody.
    pub fn rate(self) -> Result<Measure, Undefined> {
        if self.n() == 0 {
            return Err(Undefined::Empty);
        }
        Measure::of(f64::from(self.worked) / f64::from(self.n()), self.n() as usize)
    }

    /// Wilson's 95 % interval of the rate.
    ///
    /// # Errors
    /// As [`TacticCount::rate`].
    pub fn interval(self) -> Result<(f64, f64), Undefined> {
        wilson(self.worked, self.n(), Z_95)
    }

    /// The rate as if it had worked `alpha` times and not worked `beta` times before; usual are 2
    /// and 2.
    ///
    /// # Errors
    /// As [`shrunk`].
    pub fn shrunk(self, alpha: f64, beta: f64) -> Result<f64, Undefined> {
        shrunk(self.worked, self.n(), alpha, beta)
    }
}

/// Counts a log by tactic, in the order in which the tactics first come.
pub fn count_tactics<'a>(log: impl IntoIterator<Item = (&'a str, Outcome)>) -> Vec<(&'a str, TacticCount)> {
    let mut counts: Vec<(&str, TacticCount)> = Vec::new();
    for (tactic, outcome) in log {
        let place = counts.iter().position(|(name, _)| *name == tactic).unwrap_or_else(|| {
            counts.push((tactic, TacticCount::default()));
            counts.len() - 1
        });
        let of = &mut counts[place].1;
        match outcome {
            Outcome::Worked => of.worked += 1,
            Outcome::DidNot => of.did_not += 1,
            Outcome::Unclear => of.unclear += 1,
        }
    }
    counts
}
