//! Rounding for display. Figures are compared unrounded.

/// Rounds half away from zero, reading the number as the decimal a person sees: 4.125 becomes 4.13,
/// 2.675 becomes 2.68 (although its binary neighbour lies below), -0.5 becomes -1. The rule is that
/// of Ruby's `Float#round`, which Canvas LMS rounds with.
pub fn round(value: f64, digits: u8) -> f64 {
    let scale = 10f64.powi(i32::from(digits));
    let size = value.abs();
    // From here on a number has no digits left to round away.
    if size * scale >= 2f64.powi(52) {
        return value;
    }
    let mut whole = (size * scale).round();
    if (whole + 0.5) / scale <= size {
        whole += 1.0;
    }
    (whole / scale).copysign(value)
}

/// The counts as shares of `whole` (100 for percents) that add up to it: all are rounded down, and
/// what is missing goes to the largest remainders, of equal ones to the first. All 0 without a
/// count.
pub fn shares(counts: &[u32], whole: u32) -> Vec<u32> {
    let total: u64 = counts.iter().map(|&n| u64::from(n)).sum();
    if total == 0 {
        return vec![0; counts.len()];
    }
    let exact = |n: u32| u64::from(n) * u64::from(whole);
    // No share is larger than the whole, so the conversion cannot cut anything off.
    let mut shares: Vec<u32> =
        counts.iter().map(|&n| u32::try_from(exact(n) / total).unwrap_or(whole)).collect();
    let missing = whole - shares.iter().sum::<u32>();
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|&i| (std::cmp::Reverse(exact(counts[i]) % total), i));
    for &i in order.iter().take(missing as usize) {
        shares[i] += 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_go_away_from_zero_as_people_read_them() {
        for (value, digits, rounded) in [
            (4.125, 2, 4.13),
            (-4.125, 2, -4.13),
            (2.675, 2, 2.68),
            (1.005, 2, 1.01),
            (0.5, 0, 1.0),
            (-0.5, 0, -1.0),
            (2.4999, 0, 2.0),
            (2.994_999, 2, 2.99),
            (1e300, 15, 1e300),
            (5.0, 15, 5.0),
            (4_503_599_627_370_498.0, 0, 4_503_599_627_370_498.0),
        ] {
            assert!((round(value, digits) - rounded).abs() < 1e-12 * rounded.abs(), "{value}");
        }
    }

    #[test]
    fn shares_add_up() {
        assert_eq!(shares(&[1, 1, 1], 100), [34, 33, 33]);
        assert_eq!(shares(&[0, 0], 100), [0, 0]);
        assert_eq!(shares(&[2, 0, 1], 100), [67, 0, 33]);
        assert_eq!(shares(&[], 100), [0; 0]);
    }
}
