//! Attendance: who is here today. Amended; the latest word for a day holds.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::measure::{Measure, Undefined};

/// One student's presence on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendance {
    /// The day.
    pub day: Day,
    /// Here or away.
    pub presence: Presence,
}

/// Here or away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// In class.
    Here,
    /// Away without more being known.
    Absent,
    /// Away with the school's agreement.
    Excused,
}

/// How much of the days enrolled a student was away, 0 to 1, and whether that is chronic: one day
/// in ten or more, for whatever reason.
///
/// # Errors
/// [`Undefined::Empty`] without enrolled days, [`Undefined::OutsideScale`] for more days away than
/// enrolled.
pub fn chronic_absence(absent: u32, enrolled: u32) -> Result<(Measure, bool), Undefined> {
    if enrolled == 0 {
        return Err(Undefined::Empty);
    }
    if absent > enrolled {
        return Err(Undefined::OutsideScale);
    }
    let rate = Measure::of(f64::from(absent) / f64::from(enrolled), enrolled as usize)?;
    // As whole numbers, so that exactly one in ten counts.
    Ok((rate, u64::from(absent) * 10 >= u64::from(enrolled)))
}
