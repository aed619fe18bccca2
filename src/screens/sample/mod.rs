//! Pieces of work.

pub mod list;
