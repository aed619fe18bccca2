//! A class that comes from another device.

use leptos::prelude::*;

use super::Session;
use crate::domain::entry::{Change, Withdrawal};
use crate::domain::id::{BatchId, ClassId};
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
    pub async fn join(self, class: ClassId, changes: Vec<Change>) -> Result<Joined, Fault> {
        let new = !self.has_class(class);
        let mut batch = None;
        if !changes.is_empty() {
            batch = Some(self.write_to(class, changes, &[]).await?);
            self.list_classes().await;
        }
        self.open_class(class).await;
        Ok(Joined { class, new, batch })
    }

    /// Takes a joining back. A class that was not on this device before is removed from it, keys and all.
    ///
    /// # Errors
    /// Why it could not be taken back.
    pub async fn unjoin(self, joined: Joined) -> Result<(), Fault> {
        match joined.batch {
            _ if joined.new => self.remove_class(joined.class).await,
            Some(batch) => self.write(vec![Change::of_class(Withdrawal { batch })]).await.map(drop),
            None => Ok(()),
        }
    }
}

/// What a joining brought to this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Joined {
    class: ClassId,
    /// Whether the class was not here before.
    new: bool,
    batch: Option<BatchId>,
}
