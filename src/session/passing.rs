//! What is so until the page is loaded again, and is kept nowhere.

use crate::domain::id::{StudentId, TicketId};

/// What only this page knows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passing {
    /// The student whose screens are open although they have a picture lock.
    pub opened: Option<StudentId>,
    /// What was answered without a name, so that it is not offered at once again. Nothing that is
    /// kept may say who answered.
    pub answered: Vec<(TicketId, StudentId)>,
    /// The student who answers in the device's language although another one is set up for them.
    pub own_language: Option<StudentId>,
}
