//! A student's own screens.

pub mod journey;
pub mod who;
