//! The teacher's day.

mod here;
pub mod today;
