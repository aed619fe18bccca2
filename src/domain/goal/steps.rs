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
