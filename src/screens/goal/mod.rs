//! Goals: closing yesterday's, choosing and setting today's.

mod choose;
mod close;
mod plan;
pub mod today;
