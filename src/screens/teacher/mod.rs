//! The teacher's day.

mod groups;
mod here;
pub mod substitute;
mod talks;
pub mod today;
mod under_way;
