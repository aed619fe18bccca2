//! A button that writes: a second tap while the first one is being written writes nothing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Session, Toast};
use crate::domain::Change;
use crate::domain::id::BatchId;

/// What a button writes with. It lives with its button, so that another button can be tapped meanwhile.
/// Copies are the same one.
#[derive(Clone, Copy)]
pub struct Saver {
    session: Session,
    busy: StoredValue<bool>,
}

impl Saver {
    /// One that waits for a tap.
    pub fn new(session: Session) -> Saver {
        Saver { session, busy: StoredValue::new(false) }
    }

    /// Writes one action and says so with an undo. `done` runs only once it is kept: what was typed stays
    /// until then.
    pub fn save(self, changes: Vec<Change>, said: String, done: impl FnOnce() + 'static) {
        self.save_then(changes, move |batch| {
            self.session.toast.set(Some(Toast { text: said, undo: Some(batch) }));
            done();
        });
    }

    /// Does the same without a word: what changed is seen where it was done.
    pub fn save_quietly(self, changes: Vec<Change>, done: impl FnOnce() + 'static) {
        self.save_then(changes, move |_| done());
    }

    /// Writes one action; `done` says what it came to.
    pub fn save_then(self, changes: Vec<Change>, done: impl FnOnce(BatchId) + 'static) {
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        spawn_local(async move {
            let batch = self.session.write(changes).await;
            // The screen may be gone by then.
            self.busy.try_set_value(false);
            // A fault is shown by the banner.
            if let Ok(batch) = batch {
                done(batch);
            }
        });
    }
}
