//! Pieces of work.

mod card;
mod form;
pub mod list;
mod picked;
