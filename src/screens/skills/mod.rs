//! Skills: the class map, one cell, growth, the words.

pub mod map;
pub mod cell;
pub mod growth;
pub mod edit;
