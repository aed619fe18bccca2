//! The groups of the class and their plans.

pub mod list;
pub mod one;
