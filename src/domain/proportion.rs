//! A share of tries, and how sure one can be of it.

use super::measure::{Undefined, finite};

/// The standard normal distribution's point for 95 %.
pub const Z_95: f64 = 1.959_963_984_540_054;

/// Wilson's interval for a share: `hits` of `n`, from lowest to highest, both between 0 and 1.
/// `z` is [`Z_95`] for 95 %.
///
/// Source: Wilson, Journal of the American Statistical Association 22 (1927) 209.
///
/// # Errors
/// [`Undefined::Empty`] without tries, [`Undefined::OutsideScale`] for more hits than tries.
pub fn wilson(hits: u32, n: u32, z: f64) -> Result<(f64, f64), Undefined> {
    if n == 0 {
        return Err(Undefined::Empty);
    }
    if hits > n {
        return Err(Undefined::OutsideScale);
    }
    let (n, misses) = (f64::from(n), f64::from(n - hits));
    let hits = f64::from(hits);
    let z2 = z * z;
    let middle = (hits + z2 / 2.0) / (n + z2);
    let half = z * (hits * misses / n + z2 / 4.0).sqrt() / (n + z2);
    // At 0 and at all hits the end is exact, and rounding must not push it past.
    let low = if hits == 0.0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if misses == 0.0 { 1.0 } else { (middle + half).min(1.0) };
    Ok((finite(low)?, finite(high)?))
}

/// A share drawn towards what is usual, as if `alpha` hits and `beta` misses had been seen before:
/// (hits + alpha) / (n + alpha + beta). 3 of 3 with 2 and 2 is shown as about 71 %, not 100 %.
///
/// # Errors
/// [`Undefined::Empty`] without any try, real or supposed; [`Undefined::OutsideScale`] for more hits
/// than tries or a negative supposition.
pub fn shrunk(hits: u32, n: u32, alpha: f64, beta: f64) -> Result<f64, Undefined> {
    if hits > n || alpha < 0.0 || beta < 0.0 {
        return Err(Undefined::OutsideScale);
    }
    let all = f64::from(n) + alpha + beta;
    if all == 0.0 {
        return Err(Undefined::Empty);
    }
    finite((f64::from(hits) + alpha) / finite(all)?)
}
