//! Small groups: what may leave the classroom without giving one child away.

use super::rounding::round;

/// Students in a group before a percentage about it is told.
pub const PERCENT_FLOOR: u32 = 10;

/// A row of counts as it may be shown next to its total; `None` is hidden.
///
/// Counts under the threshold are hidden. What is hidden could be worked back by subtracting the
/// rest from the total, so when only one count is hidden, or when the sum of the hidden ones leaves
/// but one way (all are 0, or three and more all just under the threshold), the next smallest is
/// hidden too. (A total that is under the threshold itself must not be shown at all.)
pub fn suppress_row(counts: &[u64], threshold: u64) -> Vec<Option<u64>> {
    let mut hidden: Vec<bool> = counts.iter().map(|n| *n < threshold).collect();
    let gives_away = |hidden: &[bool]| {
        let of_hidden = || counts.iter().zip(hidden).filter(|(_, h)| **h).map(|(n, _)| *n);
        let (n, none) = (of_hidden().count(), of_hidden().all(|count| count == 0));
        n == 1 || (n > 1 && none) || (n > 2 && of_hidden().all(|count| count + 1 == threshold))
    };
    while gives_away(&hidden) {
        let shown = (0..counts.len()).filter(|&i| !hidden[i]);
        let Some(next) = shown.min_by_key(|&i| (counts[i], i)) else { break };
        hidden[next] = true;
    }
    counts.iter().zip(hidden).map(|(n, hidden)| (!hidden).then_some(*n)).collect()
}

/// A percentage as it may be told about a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PercentTold {
    /// The group is too small: "*".
    Hidden,
    /// Under 5 %: "<5%".
    Under5,
    /// Over 95 %: ">95%".
    Over95,
    /// Rounded to whole percents.
    Percent(u8),
}

/// How many percent `part` of `n` may be told as, for groups of at least `floor` students.
pub fn percent_told(part: u32, n: u32, floor: u32) -> PercentTold {
    if n == 0 || n < floor || part > n {
        return PercentTold::Hidden;
    }
    // Compared as whole numbers, so that exactly 5 % and 95 % are told as they are.
    let hundreds = u64::from(part) * 100;
    if hundreds < 5 * u64::from(n) {
        PercentTold::Under5
    } else if hundreds > 95 * u64::from(n) {
        PercentTold::Over95
    } else {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "5 to 95")]
        let percent = round(100.0 * f64::from(part) / f64::from(n), 0) as u8;
        PercentTold::Percent(percent)
    }
}

impl std::fmt::Display for PercentTold {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        match self {
            PercentTold::Hidden => f.write_str("*"),
            PercentTold::Under5 => f.write_str("<5%"),
            PercentTold::Over95 => f.write_str(">95%"),
            PercentTold::Percent(n) => write!(f, "{n}%"),
        }
    }
}
