//! A student's own screens.

pub mod journey;
pub mod page;
pub mod who;

mod agreement;
mod levels;
mod parts;
mod strengths;
