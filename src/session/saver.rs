//! One thing at a time: a second tap on a button, while what the first one began goes on, does nothing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Session, Toast};
use crate::domain::Change;
use crate::domain::id::BatchId;

/// A door that lets one in at a time. Copies are the same one.
#[derive(Clone, Copy, Default)]
pub struct OneAtATime(StoredValue<bool>);

/// Who is inside; the door opens again when it is dropped.
pub struct Inside(StoredValue<bool>);

impl OneAtATime {
    /// Goes in; `None` while somebody is inside.
    pub fn enter(self) -> Option<Inside> {
        if self.0.get_value() {
            return None;
        }
        self.0.set_value(true);
        Some(Inside(self.0))
    }
}

impl Drop for Inside {
    fn drop(&mut self) {
        // The screen may be gone by then.
        self.0.try_set_value(false);
    }
}

/// What a button writes with. It lives with its button, so that another button can be tapped meanwhile.
/// Copies are the same one.
#[derive(Clone, Copy)]
pub struct Saver {
    session: Session,
    door: OneAtATime,
}

impl Saver {
    /// One that waits for a tap.
    pub fn new(session: Session) -> Saver {
        Saver { session, door: OneAtATime::default() }
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
        let Some(inside) = self.door.enter() else { return };
        spawn_local(async move {
            let batch = self.session.write(changes).await;
            drop(inside);
            // A fault is shown by the banner.
            if let Ok(batch) = batch {
                done(batch);
            }
        });
    }
}
