//! A civil day, as it stands in a class register: no time, no zone.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A day of the civil calendar, written `2026-11-21`. The default is 1 January 1970.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// The text was not a day written as year-month-day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a day is written 2026-11-21")]
pub struct NotADay;

impl Day {
    /// The last day of the calendar, for "up to now".
    pub const LAST: Day = Day(NaiveDate::MAX);

    /// The day of this year, month (1 to 12) and day of the month, if there is one.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        NaiveDate::from_ymd_opt(year, month, day).map(Day)
    }

    /// Year, month (1 to 12) and day of the month.
    pub fn parts(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Days since 1 January 1970, negative before it.
    pub fn since_epoch(self) -> i32 {
        self.0.num_days_from_ce() - EPOCH_FROM_CE
    }

    /// The day with this many days since 1 January 1970.
    pub fn from_epoch(days: i32) -> Option<Day> {
        NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH_FROM_CE)?).map(Day)
    }

    /// This many days later; the same day at the calendar's end.
    #[must_use]
    pub fn plus(self, days: u64) -> Day {
        Day(self.0.checked_add_days(Days::new(days)).unwrap_or(self.0))
    }

    /// This many days earlier; the same day at the calendar's start.
    #[must_use]
    pub fn minus(self, days: u64) -> Day {
        Day(self.0.checked_sub_days(Days::new(days)).unwrap_or(self.0))
    }

    /// Whole days from `earlier` to this day; negative if this day is before it.
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// Where the day stands between two others, 0 (the first) to 1 (the last); in the middle when
    /// both are the same day.
    pub fn share_between(self, first: Day, last: Day) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "days of a school life")]
        let days = |to: Day| to.days_since(first) as f64;
        if last > first { days(self) / days(last) } else { 0.5 }
    }

    /// Whether the day is a Saturday or Sunday.
    pub fn is_weekend(self) -> bool {
        self.0.weekday().num_days_from_monday() >= 5
    }
}

/// 1 January 1970 counted from the first day of the common era.
const EPOCH_FROM_CE: i32 = 719_163;

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Day, NotADay> {
        let mut parts = text.splitn(3, '-');
        let mut number = |digits: usize| {
            let part = parts.next().filter(|p| p.len() == digits).ok_or(NotADay)?;
            if part.bytes().all(|b| b.is_ascii_digit()) {
                part.parse().map_err(|_| NotADay)
            } else {
                Err(NotADay)
            }
        };
        let (year, month, day): (u32, u32, u32) = (number(4)?, number(2)?, number(2)?);
        Day::new(i32::try_from(year).map_err(|_| NotADay)?, month, day).ok_or(NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;
        impl serde::de::Visitor<'_> for Text {
            type Value = Day;
            fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
                f.write_str("a day such as 2026-11-21")
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Day, E> {
                text.parse().map_err(E::custom)
            }
        }
        from.deserialize_str(Text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_round_trips_and_nonsense_is_refused() {
        let day: Day = "2026-11-21".parse().unwrap();
        assert_eq!(day.to_string(), "2026-11-21");
        assert!(day.is_weekend());
        for text in ["2026-02-30", "2026-2-3", "21.11.2026", "", "2026-11-21T10:00", "+026-11-21"] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn arithmetic_counts_civil_days() {
        let day: Day = "2024-02-28".parse().unwrap();
        assert_eq!(day.plus(2).to_string(), "2024-03-01");
        assert_eq!(day.plus(2).days_since(day), 2);
        assert_eq!(Day::from_epoch(day.since_epoch()), Some(day));
        assert_eq!(Day::new(1970, 1, 1).map(Day::since_epoch), Some(0));
    }
}
