//! Writing what stands around rubrics, and saying what it is called.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::id::{RubricId, RubricVersionId, TaskId};
use crate::domain::rubric::{Rubric, RubricType};
use crate::domain::{Change, Notebook};
use crate::session::{Session, Toast};
use crate::words::words;

/// What is to be written, made from the notebook as the write before left it, and what is said then.
type Make = Box<dyn FnOnce(&Notebook) -> Option<(Vec<Change>, String)>>;

#[derive(Default)]
struct Queue {
    waiting: VecDeque<(Make, Box<dyn FnOnce()>)>,
    busy: bool,
}

/// Writes one thing after the other. Marks of one student are amended as a whole, so a fast hand
/// would otherwise write the second mark on a score that does not have the first one yet.
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
        let (session, queue) = (self.session, self.queue.get_value());
        queue.borrow_mut().waiting.push_back((Box::new(make), Box::new(then)));
        if std::mem::replace(&mut queue.borrow_mut().busy, true) {
            return;
        }
        spawn_local(async move {
            loop {
                let next = queue.borrow_mut().waiting.pop_front();
                let Some((make, then)) = next else { break };
                let Some((changes, text)) = session.peek(|nb| make(nb)) else { continue };
                if let Ok(batch) = session.write(changes).await {
                    session.toast.set(Some(Toast { text, undo: Some(batch) }));
                    then();
                }
            }
            queue.borrow_mut().busy = false;
        });
    }
}

/// A fresh rubric's identity.
pub fn fresh_rubric() -> RubricId {
    RubricId::from_bits(browser::random_bits())
}

/// A fresh version's identity.
pub fn fresh_version() -> RubricVersionId {
    RubricVersionId::from_bits(browser::random_bits())
}

/// A fresh identity of a piece of work or a lesson.
pub fn fresh_task() -> TaskId {
    TaskId::from_bits(browser::random_bits())
}

/// "Analytic", "Holistic", …
pub fn type_word(of: RubricType) -> &'static str {
    let r = words().rubric();
    match of {
        RubricType::Analytic => r.analytic,
        RubricType::Holistic => r.holistic,
        RubricType::SinglePoint => r.single_point,
        RubricType::Observation => r.observation,
    }
}

/// The number of a version among all of its rubric, counted from 1.
pub fn version_number(nb: &Notebook, rubric: &Rubric) -> usize {
    nb.rubric_versions(rubric.id).iter().position(|r| r.version == rubric.version).map_or(1, |at| at + 1)
}
