//! A conference that the student leads.

pub mod cards;
mod field;
mod paper;
mod stage;
mod words;
