//! Bytes and what they mean: entries as lines of JSON, pages and backup files made of them, the
//! starter set, and the fragment of a family link. Pure, like the domain.

pub mod document;
pub mod family_link;
pub mod line;
pub mod starter;
