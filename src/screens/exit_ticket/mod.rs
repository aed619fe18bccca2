//! Exit tickets: writing one, answering it, watching it, showing it on the wall.

mod groups;
pub mod live;
pub mod projector;
pub mod respond;
pub mod write;
