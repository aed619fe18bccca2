//! A student's own screens.

pub mod journey;
pub mod list;
pub mod page;
pub mod support;
pub mod who;

mod agreement;
mod levels;
mod lock;
mod parts;
mod strengths;
