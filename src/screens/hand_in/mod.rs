//! Handing in from a student's own device without a network.

pub mod join;
pub mod show;
pub mod wall_code;
