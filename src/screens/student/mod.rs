//! A student's own screens.

pub mod who;
pub mod journey;
