//! The one host test binary of the pure half: what holds over many notebooks, over time, and over
//! the whole source text.
#![cfg(not(target_arch = "wasm32"))]

mod bad_input;
mod check_draft;
mod format;
mod history;
mod measures;
mod merge;
mod rubric;
mod samples;
mod tidy;
