//! Where notebooks are kept: the browser's IndexedDB, or memory for tests.
//!
//! A shelf holds classes, each a row of pages. A page is written once; small ones are folded into
//! larger ones from time to time. What a person was told is saved was committed here.

pub mod contract;
#[cfg(feature = "browser")]
pub mod indexed_db;
pub mod ledger;
pub mod memory;
pub mod page;
#[cfg(feature = "browser")]
pub mod preferences;

use serde::{Deserialize, Serialize};

use crate::domain::entry::{Change, Entry};
use crate::domain::id::{BatchId, ClassId, FileId, StudentId};
use crate::domain::notebook::goes_with;
use crate::format::document::{Damage, FileBytes};

/// A class on the shelf, as the list of classes shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClassRow {
    /// The class.
    pub id: ClassId,
    /// Its title.
    pub title: String,
    /// Whether it is the invented class.
    #[serde(default)]
    pub demo: bool,
    /// Whether it is put away.
    #[serde(default)]
    pub archived: bool,
}

/// What a reading came to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Opened {
    /// The entries that could be read.
    pub entries: Vec<Entry>,
    /// The lines that could not; they stay on the shelf.
    pub damage: Vec<Damage>,
    /// Everything up to this place in the device's writing was read.
    pub upto: u64,
    /// Pages read, a measure of whether it is time to fold.
    pub pages: usize,
    /// Whether folding makes reading faster, because a page is compared line by line that need not be.
    pub doubted: bool,
}

impl Opened {
    /// Whether anything of a student lies in it that an erasing removes: entries about them, or lines nobody
    /// could read that name them.
    pub fn holds(&self, student: StudentId) -> bool {
        let id = student.to_string();
        self.entries.iter().any(|entry| goes_with(entry, student))
            || self.damage.iter().any(|damage| damage.text.contains(&id))
    }
}

/// What the world outside contributes to a write.
#[derive(Debug, Clone, Copy)]
pub struct Outside {
    /// The device's clock in milliseconds since 1970.
    pub now_ms: u64,
    /// 64 random bits, used when the device needs a new writer.
    pub bits: u64,
}

/// Why the shelf could not do something. Nothing was half done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The disk, or the browser's share of it, is full.
    #[error("storage is full")]
    Full,
    /// The browser does not let this page keep anything.
    #[error("storage is not available: {0}")]
    Unavailable(String),
    /// Another tab with another version holds the storage.
    #[error("another tab holds the storage")]
    HeldByAnotherTab,
    /// Something else, in the browser's words.
    #[error("storage failed: {0}")]
    Other(String),
}

/// Where notebooks are kept.
#[derive(Debug, Clone)]
pub enum Shelf {
    /// The browser's IndexedDB.
    #[cfg(feature = "browser")]
    Browser(indexed_db::IndexedDb),
    /// Memory, gone with the process.
    Memory(memory::Memory),
}

macro_rules! each {
    ($self:ident, $shelf:ident => $do:expr) => {
        match $self {
            #[cfg(feature = "browser")]
            Shelf::Browser($shelf) => $do.await,
            Shelf::Memory($shelf) => $do,
        }
    };
}

impl Shelf {
    /// The classes on the shelf, in the order they came.
    ///
    /// # Errors
    /// Any [`Fault`] of the storage; so for every function here.
    pub async fn classes(&self) -> Result<Vec<ClassRow>, Fault> {
        each!(self, shelf => shelf.classes())
    }

    /// Reads what was written to a class after a place in the device's writing; all of it from 0.
    pub async fn read(&self, class: ClassId, after: u64) -> Result<Opened, Fault> {
        each!(self, shelf => shelf.read(class, after))
    }

    /// Writes one action: all of its changes, with the bytes of the files they name, or none. Gives
    /// the changes back as entries, with the place in the device's writing.
    pub async fn write(
        &self,
        class: ClassId,
        batch: BatchId,
        changes: Vec<Change>,
        files: &[FileBytes],
        outside: Outside,
    ) -> Result<(Vec<Entry>, u64), Fault> {
        each!(self, shelf => shelf.write(class, batch, changes, files, outside))
    }

    /// Whose files there are in a class, and which, in order.
    pub async fn files(&self, class: ClassId) -> Result<Vec<(StudentId, FileId)>, Fault> {
        each!(self, shelf => shelf.files(class))
    }

    /// The bytes of a file; `None` when they are not on this device.
    pub async fn file(
        &self,
        class: ClassId,
        student: StudentId,
        id: FileId,
    ) -> Result<Option<Vec<u8>>, Fault> {
        each!(self, shelf => shelf.file(class, student, id))
    }

    /// Puts entries of elsewhere (a backup, another device) on the shelf as they are, with lines
    /// that could not be read and the bytes of files. The device goes on as a new writer, because one of those entries may
    /// bear its own name.
    pub async fn absorb(
        &self,
        row: ClassRow,
        entries: &[&Entry],
        damaged: &[String],
        files: &[FileBytes],
        outside: Outside,
    ) -> Result<u64, Fault> {
        each!(self, shelf => shelf.absorb(row, entries, damaged, files, outside))
    }

    /// Keeps what somebody is still typing, under a name that starts with the student's id; an
    /// empty text removes it. Not an entry: it goes away when the entry is written.
    pub async fn keep_draft(&self, name: &str, text: &str) -> Result<(), Fault> {
        each!(self, shelf => shelf.keep_draft(name, text))
    }

    /// What somebody was typing under this name.
    pub async fn draft(&self, name: &str) -> Result<Option<String>, Fault> {
        each!(self, shelf => shelf.draft(name))
    }

    /// Forgets what is kept while it is typed under names that begin with one of these.
    ///
    /// # Errors
    /// Why it could not be done.
    pub async fn forget_drafts(&self, beginnings: &[String]) -> Result<(), Fault> {
        each!(self, shelf => shelf.forget_drafts(beginnings))
    }

    /// Removes every line about a student from a class's pages, their files, their drafts and the drafts
    /// that name them, for good.
    pub async fn erase(&self, class: ClassId, student: StudentId) -> Result<(), Fault> {
        each!(self, shelf => shelf.erase(class, student))
    }

    /// Folds the small pages at the end of a class into one, when there are enough of them.
    pub async fn fold(&self, class: ClassId) -> Result<(), Fault> {
        each!(self, shelf => shelf.fold(class))
    }

    /// Keeps the row of a class as it is now; taking something back may have changed what stands in it.
    pub async fn keep_row(&self, row: ClassRow) -> Result<(), Fault> {
        each!(self, shelf => shelf.keep_row(row))
    }

    /// Removes a class and all of its pages and files.
    pub async fn remove(&self, class: ClassId) -> Result<(), Fault> {
        each!(self, shelf => shelf.remove(class))
    }
}
