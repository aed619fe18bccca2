//! Choice boards, the teacher's side.

pub mod edit;
pub mod list;

mod change;
mod chosen;
mod editor;
mod form;
mod seen;
