//! The screens: one folder per feature, one file per verb. A screen asks the session and writes
//! through it; it imports no other feature's screen.

pub mod asked;
pub mod board;
pub mod class;
pub mod collect;
pub mod conference;
pub mod door;
pub mod exit_ticket;
pub mod family;
pub mod frame;
pub mod goal;
pub mod group;
pub mod hand_in;
pub mod how;
pub mod kept_file;
pub mod method;
pub mod plan;
pub mod profile;
pub mod restore;
pub mod rubric;
pub mod said;
pub mod sample;
pub mod skills;
pub mod student;
pub mod survey;
pub mod talk;
pub mod teacher;
pub mod typed;
