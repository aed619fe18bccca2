//! Attendance: who is here today. Amended; the latest word for a day holds.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::measure::{Undefined, finite};

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
/// in ten or more, for whatever reason. Days may be halves.
///
/// # Errors
/// [`Undefined::Empty`] without enrolled days, [`Undefined::OutsideScale`] for more days away than
/// enrolled or for less than none.
pub fn chronic_absence(absent: f64, enrolled: f64) -> Result<(f64, bool), Undefined> {
    if absent < 0.0 || absent > enrolled {
        return Err(Undefined::OutsideScale);
    }
    if enrolled == 0.0 {
        return Err(Undefined::Empty);
    }
    // Multiplied, so that exactly one in ten counts.
    Ok((finite(absent / enrolled)?, absent * 10.0 >= enrolled))
}
