//! Exit tickets: writing one, answering it, watching it, showing it on the wall.

mod again;
pub mod bank;
mod bank_edit;
mod bank_item;
pub mod edit;
mod evidence;
mod follow_up;
mod groups;
pub mod history;
pub mod live;
mod missing;
mod one;
mod paper;
mod preview;
pub mod print;
pub mod projector;
pub mod respond;
mod settings;
mod tallies;
mod timer;
pub mod write;
