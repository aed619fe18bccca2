//! The class itself: making it, keeping it.

pub mod about;
pub mod add;
pub mod backup;
pub mod classes;
pub mod demo;
pub mod erase;
pub mod levels;
pub mod make;
pub mod method;
pub mod pin;
pub mod recent;
pub mod settings;
pub mod students;
pub mod trash;
pub mod year;
