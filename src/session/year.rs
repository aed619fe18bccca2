//! Several classes through the years: another class to look into, the beginning of a new one, and the list
//! of classes that stays true.

use leptos::prelude::*;

use super::{Saving, Session};
use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::id::ClassId;
use crate::storage::{ClassRow, Fault};

impl Session {
    /// Another class of this device, to look into.
    ///
    /// # Errors
    /// Why it could not be read.
    pub async fn notebook_of(self, class: ClassId) -> Result<Notebook, Fault> {
        let opened = self.shelf().read(class, 0).await?;
        let mut notebook = Notebook::new(class);
        notebook.merge(opened.entries);
        Ok(notebook)
    }

    /// Begins a class that goes on from the open one, and opens it; `put_away` is then written to the
    /// old one.
    ///
    /// # Errors
    /// Why it could not be kept. The old class is as it was then.
    pub async fn begin_year(self, begin: Vec<Change>, put_away: Option<Change>) -> Result<ClassId, Fault> {
        let old = self.class.get_untracked();
        let new = self.make_class(begin).await?;
        if let (Some(old), Some(change)) = (old, put_away) {
            // The new class is there already. That the old one is still in the list is told by the banner.
            let _ = self.write_to(old, vec![change], &[]).await;
            self.list_classes().await;
        }
        Ok(new)
    }

    /// Brings the list of classes up to date with the open one, whose title or place may have been changed
    /// or taken back since.
    pub async fn keep_row(self) {
        let Some(id) = self.class.get_untracked() else { return };
        let now = self.peek(|nb| {
            let class = nb.class().filter(|_| nb.class_id() == id)?;
            Some(ClassRow { id, title: class.title.clone(), demo: class.demo, archived: class.archived })
        });
        let Some(now) = now else { return };
        if self.classes.with_untracked(|rows| rows.iter().all(|row| row.id != id || *row == now)) {
            return;
        }
        let _busy = self.begin();
        match self.shelf().keep_row(now).await {
            Ok(()) => {
                self.list_classes().await;
                self.tell_other_tabs(id);
            }
            Err(fault) => self.saving.set(Saving::Failed(fault)),
        }
    }
}
