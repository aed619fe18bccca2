//! Parts of the screen that know no student: they get plain values and say what was done to them.

pub mod announcer;
pub mod answers;
pub mod chart;
pub mod dialog;
pub mod drift;
pub mod empty;
pub mod focus;
pub mod icon;
pub mod level;
pub mod move_button;
pub mod picture_lock;
pub mod picture_scale;
pub mod qr;
pub mod scan;
pub mod script;
pub mod spark;
pub mod term;
pub mod wall;
