//! Parts of the screen that know no student: they get plain values and say what was done to them.

pub mod announcer;
pub mod chart;
pub mod dialog;
pub mod drift;
pub mod empty;
pub mod focus;
pub mod icon;
pub mod level;
pub mod spark;
pub mod term;
