//! Daymark: a classroom data notebook that lives in the browser.
//!
//! See `ARCHITECTURE.md` for the map. Without the feature `browser` only the pure half is built.

pub mod domain;
pub mod format;
pub mod storage;
