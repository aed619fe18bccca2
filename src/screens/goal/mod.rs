//! Goals: closing yesterday's, choosing and setting today's.

mod choose;
mod close;
pub mod today;
