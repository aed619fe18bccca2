//! The teacher's day.

mod here;
pub mod substitute;
pub mod today;
mod under_way;
