//! Attendance: who is here today. Amended; the latest word for a day holds.

use serde::{Deserialize, Serialize};

use super::day::Day;

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
