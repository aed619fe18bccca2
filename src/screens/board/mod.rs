//! Choice boards, the teacher's side.

pub mod edit;
pub mod list;
