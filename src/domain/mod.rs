//! The classroom, as plain values and pure functions.
//!
//! Nothing here knows a browser, a clock, randomness or `async`: days, stamps and ids come in as
//! arguments, and every question gives the same answer for the same notebook. Sentences for people
//! are made by the screens; the domain answers with enums and numbers.

pub mod agreement;
pub mod attendance;
pub mod choice_board;
pub mod class;
pub mod class_map;
pub mod conference;
pub mod day;
pub mod demo;
pub mod entry;
pub mod erasure;
pub mod evidence;
pub mod exit_ticket;
pub mod family;
pub mod feedback;
pub mod goal;
pub mod growth;
pub mod hand_in;
pub mod id;
pub mod indicator;
pub mod intervention;
pub mod item;
pub mod long_goal;
pub mod measure;
pub mod note;
pub mod notebook;
pub mod pre_post;
pub mod privacy;
pub mod proficiency;
pub mod profile;
pub mod proportion;
pub mod question_bank;
pub mod roster;
pub mod rounding;
pub mod rubric;
mod sample;
pub mod scale;
pub mod self_assessment;
pub mod skill;
pub mod stamp;
pub mod strength;
pub mod student_group;
pub mod support;
pub mod survey;
pub mod sweet_spot;
pub mod time_axis;
pub mod trash;
pub mod trend;
pub mod work_sample;

pub use day::Day;
pub use entry::{Actor, Body, Change, Entry, EntryKey, Head};
pub use notebook::Notebook;
pub use stamp::Stamp;
