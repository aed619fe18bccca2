//! The teacher's day.

mod here;
pub mod substitute;
mod talks;
pub mod today;
mod under_way;
