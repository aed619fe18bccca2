//! Stamps put entries in an order that all devices agree on. They are never shown as dates.

use serde::{Deserialize, Serialize};

/// A hybrid logical clock: milliseconds since 1970 when clocks are right, and always later than
/// every stamp the device has seen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Stamp(pub u64);

impl Stamp {
    /// The farthest one action may move the clock ahead of what the device has seen: 100 days,
    /// longer than any school holiday.
    pub const MAX_STEP: u64 = 100 * 24 * 60 * 60 * 1000;

    /// The stamp of the next entry on a device that has seen `seen` (zero on a new device) and
    /// whose clock says `now_ms`.
    ///
    /// A clock that is behind yields a stamp just after `seen`; a clock that is far ahead moves by
    /// [`Stamp::MAX_STEP`] at most, so that a wrong clock cannot win every tie for ever.
    #[must_use]
    pub fn next(now_ms: u64, seen: Stamp) -> Stamp {
        if seen.0 == 0 {
            return Stamp(now_ms.max(1));
        }
        Stamp(now_ms.clamp(seen.0.saturating_add(1), seen.0.saturating_add(Self::MAX_STEP)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_later_than_all_seen_and_never_far_ahead() {
        assert_eq!(Stamp::next(5_000, Stamp(0)), Stamp(5_000));
        assert_eq!(Stamp::next(5_000, Stamp(9_000)), Stamp(9_001));
        let ten_years = 10 * 365 * 24 * 3600 * 1000;
        assert_eq!(Stamp::next(ten_years, Stamp(9_000)), Stamp(9_000 + Stamp::MAX_STEP));
    }
}
