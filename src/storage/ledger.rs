//! What a device must remember about its own writing: who it is, how far it counted, what it saw.

use serde::{Deserialize, Serialize};

use super::Outside;
use crate::domain::entry::{Change, Entry, EntryKey};
use crate::domain::id::{BatchId, ClassId, WriterId};
use crate::domain::stamp::Stamp;

/// A device's account of its own writing. It is read and written inside every write transaction,
/// so that two tabs can never take the same number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// Who the device is in this life.
    pub writer: WriterId,
    /// Entries this writer has written.
    pub n: u64,
    /// The latest stamp the device has given or seen.
    pub seen: Stamp,
    /// Pages the device has put on its shelf, over all classes.
    pub page: u64,
}

impl Ledger {
    /// Reads the account; a device without one, or with a damaged one, starts a new life.
    pub fn open(text: Option<&str>, outside: Outside) -> Ledger {
        let read = text.map(serde_json::from_str);
        match read {
            Some(Ok(ledger)) => ledger,
            // Pages of before may be there: the clock is far beyond any count of them.
            Some(Err(_)) => Ledger { page: outside.now_ms, ..Ledger::fresh(outside) },
            None => Ledger::fresh(outside),
        }
    }

    fn fresh(outside: Outside) -> Ledger {
        Ledger { writer: WriterId::from_bits(outside.bits), n: 0, seen: Stamp::default(), page: 0 }
    }

    /// The account as it is stored.
    pub fn to_text(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Gives the changes of one action their heads.
    pub fn enter(
        &mut self,
        class: ClassId,
        batch: BatchId,
        changes: Vec<Change>,
        outside: Outside,
    ) -> Vec<Entry> {
        self.page += 1;
        let entries = changes.into_iter().map(|change| {
            self.n += 1;
            self.seen = Stamp::next(outside.now_ms, self.seen);
            change.into_entry(EntryKey { writer: self.writer, n: self.n }, self.seen, batch, class)
        });
        entries.collect()
    }

    /// Takes note of entries written elsewhere and goes on as a new writer.
    pub fn take_in(&mut self, entries: &[&Entry], outside: Outside) {
        self.page += 1;
        self.writer = WriterId::from_bits(outside.bits);
        self.n = 0;
        let latest = entries.iter().map(|e| e.head.stamp).max().unwrap_or_default();
        self.seen = self.seen.max(latest);
    }
}
