//! A student's own screens.

pub mod journey;
pub mod list;
pub mod page;
pub mod support;
pub mod who;

mod agreement;
mod axis;
mod beside;
mod kept;
mod levels;
mod lock;
mod notes;
mod parts;
mod profile;
mod strengths;
mod talks;
mod tried;
mod tried_end;
