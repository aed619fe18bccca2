//! Parts of the screen that know no student: they get plain values and say what was done to them.

pub mod aloud;
pub mod announcer;
pub mod answers;
pub mod chart;
pub mod chips;
pub mod dialog;
pub mod drift;
pub mod empty;
pub mod focus;
pub mod full_screen;
pub mod icon;
pub mod if_then;
pub mod level;
pub mod milestones;
pub mod move_button;
pub mod photo;
pub mod pick;
pub mod picture_lock;
pub mod picture_scale;
pub mod qr;
pub mod scan;
pub mod script;
pub mod spark;
pub mod term;
pub mod time_axis;
pub mod wall;
