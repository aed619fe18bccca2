//! What families get: making a link, reading it.
//!
//! `report` and `sentences` know a `FamilyReport` and nothing behind it; `share`, `link`,
//! `terms` and `slips` are the teacher's side.

pub mod link;
pub mod report;
pub mod sentences;
pub mod share;
pub mod slips;
pub mod terms;
