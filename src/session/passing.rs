//! What is so until somebody loads the page again, and is kept nowhere.

use serde::{Deserialize, Serialize};

use crate::domain::id::{StudentId, TicketId};
use crate::storage::preferences;

/// What only this page knows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Passing {
    /// The student whose screens are open although they have a picture lock.
    pub opened: Option<StudentId>,
    /// What was answered without a name, so that it is not offered at once again. Nothing that is
    /// kept may say who answered.
    pub answered: Vec<(TicketId, StudentId)>,
    /// The student who answers in the device's language although another one is set up for them.
    pub own_language: Option<StudentId>,
}

impl Passing {
    /// Hands it to the program that this page gives way to.
    pub fn hand_over(&self) {
        preferences::leave(self);
    }

    /// What the program before handed over. It is not kept any longer, because nothing that is kept may say
    /// who answered.
    pub(super) fn take_over() -> Passing {
        preferences::take_left().unwrap_or_default()
    }
}
