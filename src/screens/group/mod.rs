//! The groups of the class and their plans.

pub mod list;
pub mod one;

mod card;
mod change;
mod form;
mod from_checks;
mod members;
