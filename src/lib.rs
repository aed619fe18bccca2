//! Daymark: a classroom data notebook that lives in the browser.
//!
//! See `ARCHITECTURE.md` for the map. Without the feature `browser` only the pure half is built.

pub mod domain;
pub mod format;
pub mod route;
pub mod storage;

#[cfg(feature = "browser")]
pub mod app;
#[cfg(feature = "browser")]
pub mod browser;
#[cfg(feature = "browser")]
pub mod device;
#[cfg(feature = "browser")]
pub mod programs;
#[cfg(feature = "browser")]
pub mod screens;
#[cfg(feature = "browser")]
pub mod session;
#[cfg(feature = "browser")]
pub mod ui;
#[cfg(feature = "browser")]
pub mod words;
