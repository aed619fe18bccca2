//! A class that comes from another device.

use leptos::prelude::*;

use super::Session;
use crate::domain::entry::Change;
use crate::domain::id::ClassId;
use crate::storage::Fault;

impl Session {
    /// Whether this class is on this device.
    pub fn has_class(self, class: ClassId) -> bool {
        self.classes.with_untracked(|rows| rows.iter().any(|row| row.id == class))
    }

    /// Writes into the class of this id, which may not be on this device yet, and opens it.
    ///
    /// # Errors
    /// Why it could not be kept; nothing of it is then.
    pub async fn join(self, class: ClassId, changes: Vec<Change>) -> Result<(), Fault> {
        if !changes.is_empty() {
            self.write_to(class, changes, &[]).await?;
            self.list_classes().await;
        }
        self.open_class(class).await;
        Ok(())
    }
}
