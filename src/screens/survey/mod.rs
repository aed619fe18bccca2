//! Pre/post surveys.

mod arrows;
mod halves;
mod questions;
pub mod report;
