//! The class itself: making it, keeping it.

pub mod about;
pub mod add;
pub mod backup;
pub mod classes;
pub mod come;
pub mod demo;
pub mod erase;
pub mod erased;
pub mod levels;
pub mod make;
pub mod method;
pub mod pin;
pub mod recent;
pub mod sections;
pub mod settings;
pub mod students;
pub mod terms;
pub mod trash;
pub mod year;
pub mod youngest;
