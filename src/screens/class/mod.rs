//! The class itself: making it, keeping it.

pub mod make;
pub mod settings;
pub mod recent;
