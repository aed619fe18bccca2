//! Writing one thing after the other.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Session, Toast};
use crate::domain::{Change, Notebook};

/// What is said once something is written, of the notebook as it is then.
pub type Said = Box<dyn FnOnce(&Notebook) -> String>;
/// What is to be written, made from the notebook as the write before left it, and what is said then. It may
/// run when the screen is gone on which it was made, and holds all that it needs.
type Make = Box<dyn FnOnce(&Notebook) -> Option<(Vec<Change>, Said)>>;

/// Hears whether it is kept.
type After = Box<dyn FnOnce(bool)>;

#[derive(Default)]
struct Queue {
    waiting: VecDeque<(Make, After)>,
    busy: bool,
}

/// Writes one thing after the other. What is amended as a whole, such as all marks of one student, would
/// otherwise be written by a fast hand a second time on what does not have the first one yet.
#[derive(Clone, Copy)]
pub struct InTurn {
    session: Session,
    queue: StoredValue<Rc<RefCell<Queue>>, LocalStorage>,
}

impl InTurn {
    /// Nothing to write yet.
    pub fn new(session: Session) -> InTurn {
        InTurn { session, queue: StoredValue::new_local(Rc::default()) }
    }

    /// Writes this when all before it is written, and says so with an undo. It is written also when
    /// the screen it was made on is gone by then.
    pub fn write(self, make: impl FnOnce(&Notebook) -> Option<(Vec<Change>, String)> + 'static) {
        self.write_then(make, || {});
    }

    /// Writes this, and does something when it is kept.
    pub fn write_then(
        self,
        make: impl FnOnce(&Notebook) -> Option<(Vec<Change>, String)> + 'static,
        then: impl FnOnce() + 'static,
    ) {
        let after = move |kept: bool| {
            if kept {
                then();
            }
        };
        self.write_and(make, after);
    }

    /// Writes this, and tells whether it is kept.
    pub fn write_and(
        self,
        make: impl FnOnce(&Notebook) -> Option<(Vec<Change>, String)> + 'static,
        after: impl FnOnce(bool) + 'static,
    ) {
        let make = move |nb: &Notebook| {
            let (changes, text) = make(nb)?;
            let said: Said = Box::new(move |_: &Notebook| text);
            Some((changes, said))
        };
        self.push(Box::new(make), Box::new(after));
    }

    /// Writes this, and says what it came to.
    pub fn write_saying(self, make: impl FnOnce(&Notebook) -> Option<(Vec<Change>, Said)> + 'static) {
        self.push(Box::new(make), Box::new(|_| ()));
    }

    fn push(self, make: Make, after: After) {
        let (session, queue) = (self.session, self.queue.get_value());
        queue.borrow_mut().waiting.push_back((make, after));
        if std::mem::replace(&mut queue.borrow_mut().busy, true) {
            return;
        }
        spawn_local(async move {
            loop {
                let next = queue.borrow_mut().waiting.pop_front();
                let Some((make, after)) = next else { break };
                let Some((changes, said)) = session.peek(|nb| make(nb)) else {
                    after(false);
                    continue;
                };
                let written = session.write(changes).await;
                if let Ok(batch) = written {
                    let text = session.peek(|nb| said(nb));
                    session.toast.set(Some(Toast { text, undo: Some(batch) }));
                }
                after(written.is_ok());
            }
            queue.borrow_mut().busy = false;
        });
    }
}
