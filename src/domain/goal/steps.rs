//! A way in equal steps: from where a student is to where they want to be.

use crate::domain::measure::{Undefined, finite};

/// What has to be gained each week: total / weeks, times a factor for who has more to catch up
/// (1 for nobody).
///
/// # Errors
/// [`Undefined::Empty`] without weeks.
pub fn weekly_rate(total: f64, weeks: f64, factor: f64) -> Result<f64, Undefined> {
    if weeks <= 0.0 {
        return Err(Undefined::Empty);
    }
    finite(total / weeks * factor)
}

/// The milestones on the way, in equal steps, the last one being the target.
///
/// # Errors
/// [`Undefined::Empty`] for no steps.
pub fn milestones(baseline: f64, target: f64, steps: u16) -> Result<Vec<f64>, Undefined> {
    if steps == 0 {
        return Err(Undefined::Empty);
    }
    let step = |i: u16| {
        let share = f64::from(i) / f64::from(steps);
        finite(if i == steps { target } else { baseline + (target - baseline) * share })
    };
    (1..=steps).map(step).collect()
}

/// Where somebody is after so many weeks at a steady rate: baseline + rate x weeks.
///
/// # Errors
/// [`Undefined::TooLarge`] for numbers too large.
pub fn linear_target(baseline: f64, rate_per_week: f64, weeks: f64) -> Result<f64, Undefined> {
    finite(baseline + rate_per_week * weeks)
}

/// Amounts to count on by in one go, the smallest first, on a way whose milestones lie so far apart: a
/// handy number of at most half the distance, and one.
pub fn strides(between: f64) -> Vec<f64> {
    const HANDY: [f64; 14] =
        [0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0, 10_000.0];
    let between = between.abs();
    let half = if between < 1.0 { between / 2.0 } else { (between / 2.0).max(1.0) };
    let large = HANDY.into_iter().rfind(|handy| *handy <= half).unwrap_or(HANDY[0]);
    if large > 1.0 { vec![1.0, large] } else { vec![large] }
}
