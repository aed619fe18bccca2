//! Backup files: nobody's data hangs on the browser's storage alone.

use leptos::prelude::*;

use super::{ClassRow, Saving, Session};
use crate::browser;
use crate::domain::Notebook;
use crate::domain::entry::Entry;
use crate::domain::id::StudentId;
use crate::format::document::{self, FileBytes, NotADocument, Purpose};
use crate::format::line::KINDS;
use crate::storage::Fault;

/// What a restore came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The class.
    pub row: ClassRow,
    /// Entries read from the file.
    pub entries: usize,
    /// Lines that could not be read; they are kept.
    pub damaged: usize,
    /// Lines the file should have had.
    pub missing: usize,
    /// Entries of kinds this version does not know; they are kept.
    pub unknown: usize,
    /// Whether a newer version made the file.
    pub newer: bool,
}

impl Session {
    /// Hands out the open class as a backup file, part by part: its photos together are larger than
    /// what fits into the memory of a small device twice.
    ///
    /// # Errors
    /// Why a photo or file could not be read.
    pub async fn backup(self, mut part: impl FnMut(&[u8])) -> Result<(), Fault> {
        let class = self.inner.with_value(|inner| inner.notebook.class_id());
        let shelf = self.shelf();
        let mut files = shelf.files(class).await?;
        self.peek(|nb| files.retain(|(student, _)| !nb.erased().contains(student)));
        if self.inner.with_value(|inner| inner.notebook.class_id() != class) {
            return Err(Fault::Other("another class was opened meanwhile".to_owned()));
        }
        part(&self.backup_of_entries(files.len()));
        for (student, id) in files {
            // One that was erased meanwhile is left out; that the file lacks a line is then true.
            if let Some(bytes) = shelf.file(class, student, id).await? {
                part(&document::file_line(&FileBytes { student, id, bytes }));
            }
        }
        Ok(())
    }

    fn backup_of_entries(self, files: usize) -> Vec<u8> {
        self.inner.with_value(|inner| {
            let title = inner.notebook.class().map(|c| c.title.clone()).unwrap_or_default();
            let damaged: Vec<String> = inner.damage.iter().map(|d| d.text.clone()).collect();
            document::write(
                Purpose::Backup,
                inner.notebook.class_id(),
                &title,
                inner.notebook.entries(),
                &damaged,
                files,
                inner.kinds,
            )
        })
    }

    /// Opens a backup file and merges it into this device; what is here already stays.
    ///
    /// # Errors
    /// Why the file is none; the storage's fault is shown by the banner and leaves all as it was.
    pub async fn restore(self, bytes: &[u8]) -> Result<Option<Restored>, NotADocument> {
        let _busy = self.begin();
        let read = document::read(bytes, self.kinds())?;
        let class = read.header.class;
        let shelf = self.shelf();
        let (here, files_here) = match (shelf.read(class, 0).await, shelf.files(class).await) {
            (Ok(here), Ok(files)) => (here, files),
            (Err(fault), _) | (_, Err(fault)) => {
                self.saving.set(Saving::Failed(fault));
                return Ok(None);
            }
        };
        // What was erased here stays erased, and what is here already is not written twice.
        let mut notebook = Notebook::new(class);
        notebook.merge(here.entries);
        let erased_before = notebook.erased().clone();
        let entries = read.entries.len();
        let unknown = read.entries.iter().filter(|e| !KINDS.contains(&e.body.kind())).count();
        let mark = notebook.mark();
        notebook.merge(read.entries);
        let new: Vec<&Entry> = notebook.since(mark).collect();
        let known: Vec<String> = here.damage.into_iter().map(|d| d.text).collect();
        let told: Vec<StudentId> = notebook.erased().difference(&erased_before).copied().collect();
        let of_erased = |text: &str| notebook.erased().iter().any(|id| text.contains(&id.to_string()));
        let damaged = read.damage.iter().map(|d| d.text.clone());
        let damaged: Vec<String> = damaged.filter(|text| !known.contains(text) && !of_erased(text)).collect();
        let title = notebook.class().map_or(read.header.title.clone(), |c| c.title.clone());
        let (demo, archived) = notebook.class().map_or((false, false), |c| (c.demo, c.archived));
        let row = ClassRow { id: class, title, demo, archived };
        let restored = Restored {
            entries,
            damaged: read.damage.len(),
            missing: read.missing,
            unknown,
            newer: read.header.format > document::FORMAT,
            row: row.clone(),
        };
        let listed = self.classes.with_untracked(|rows| rows.iter().any(|known| known.id == class));
        let mut files = read.files;
        files.retain(|file| {
            !files_here.contains(&(file.student, file.id)) && !notebook.erased().contains(&file.student)
        });
        let nothing_new = listed && new.is_empty() && damaged.is_empty() && files.is_empty();
        let absorbed = if nothing_new {
            Ok(0)
        } else {
            shelf.absorb(row, &new, &damaged, &files, browser::outside()).await
        };
        match absorbed {
            Ok(_) => {
                self.list_classes().await;
                self.tell_other_tabs(class);
                self.open_class(class).await;
                self.saving.set(Saving::Saved);
                self.erase_as_told(&told).await;
                self.restored.set(Some(restored.clone()));
                Ok(Some(restored))
            }
            Err(fault) => {
                self.saving.set(Saving::Failed(fault));
                Ok(None)
            }
        }
    }
}
