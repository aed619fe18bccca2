//! Bytes and what they mean: entries as lines of JSON, pages and backup files made of them, the
//! starter set, the fragment of a family link, class packs, answers handed in by a code, and the code
//! for a forgotten PIN. Pure, like the domain.

pub mod class_pack;
pub mod document;
pub mod family_link;
pub mod hand_in;
pub mod line;
pub mod recovery_code;
pub mod starter;
