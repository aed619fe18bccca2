//! A conference that the student leads.

pub mod cards;
