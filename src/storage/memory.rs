//! A shelf in memory: the same promises as the browser's, for tests and for a browser that keeps
//! nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::ledger::Ledger;
use super::{ClassRow, Fault, Opened, Outside, page};
use crate::domain::entry::{Change, Entry};
use crate::domain::id::{BatchId, ClassId, FileId, StudentId};
use crate::format::document::{self, FileBytes};
use crate::format::line::Kinds;

#[derive(Debug, Default)]
struct State {
    ledger: Option<String>,
    classes: Vec<ClassRow>,
    pages: BTreeMap<(ClassId, u64), Vec<u8>>,
    files: BTreeMap<(ClassId, StudentId, FileId), Vec<u8>>,
    drafts: BTreeMap<String, String>,
}

/// A shelf in memory. Clones share it, as two tabs share a browser's storage.
#[derive(Debug, Clone)]
pub struct Memory {
    state: Rc<RefCell<State>>,
    kinds: Kinds,
}

impl Memory {
    /// An empty shelf that reads these kinds.
    pub fn new(kinds: Kinds) -> Memory {
        Memory { state: Rc::default(), kinds }
    }

    pub(super) fn classes(&self) -> Result<Vec<ClassRow>, Fault> {
        Ok(self.state.borrow().classes.clone())
    }

    pub(super) fn read(&self, class: ClassId, after: u64) -> Result<Opened, Fault> {
        let state = self.state.borrow();
        let pages = state.pages.range((class, after.saturating_add(1))..=(class, u64::MAX));
        let none = Outside { now_ms: 0, bits: 0 };
        let upto = state.ledger.as_deref().map_or(0, |text| Ledger::open(Some(text), none).page);
        Ok(page::read(pages.map(|(_, bytes)| bytes.as_slice()), upto, self.kinds))
    }

    pub(super) fn write(
        &self,
        class: ClassId,
        batch: BatchId,
        changes: Vec<Change>,
        files: &[FileBytes],
        outside: Outside,
    ) -> Result<(Vec<Entry>, u64), Fault> {
        let mut state = self.state.borrow_mut();
        let mut ledger = Ledger::open(state.ledger.as_deref(), outside);
        let entries = ledger.enter(class, batch, changes, outside);
        state.put(class, &ledger, page::write(class, &entries.iter().collect::<Vec<_>>(), &[], self.kinds));
        state.put_files(class, files);
        if let Some(row) = page::row_after(class, &entries) {
            state.put_row(row);
        }
        Ok((entries, ledger.page))
    }

    pub(super) fn files(&self, class: ClassId) -> Result<Vec<(StudentId, FileId)>, Fault> {
        let state = self.state.borrow();
        Ok(state.files.keys().filter(|(of, ..)| *of == class).map(|(_, who, id)| (*who, *id)).collect())
    }

    pub(super) fn file(
        &self,
        class: ClassId,
        student: StudentId,
        id: FileId,
    ) -> Result<Option<Vec<u8>>, Fault> {
        Ok(self.state.borrow().files.get(&(class, student, id)).cloned())
    }

    pub(super) fn absorb(
        &self,
        row: ClassRow,
        entries: &[&Entry],
        damaged: &[String],
        files: &[FileBytes],
        outside: Outside,
    ) -> Result<u64, Fault> {
        let mut state = self.state.borrow_mut();
        let mut ledger = Ledger::open(state.ledger.as_deref(), outside);
        ledger.take_in(entries, outside);
        state.put(row.id, &ledger, page::write(row.id, entries, damaged, self.kinds));
        state.put_files(row.id, files);
        state.put_row(row);
        Ok(ledger.page)
    }

    pub(super) fn erase(&self, class: ClassId, student: StudentId) -> Result<(), Fault> {
        let mut state = self.state.borrow_mut();
        for (_, bytes) in state.pages.range_mut((class, 0)..=(class, u64::MAX)) {
            if let Some(without) = page::without(class, student, bytes, self.kinds) {
                *bytes = without;
            }
        }
        state.pages.retain(|_, bytes| !bytes.is_empty());
        state.files.retain(|(of, who, _), _| (*of, *who) != (class, student));
        let id = student.to_string();
        state.drafts.retain(|name, text| !name.starts_with(&id) && !text.contains(&id));
        Ok(())
    }

    pub(super) fn keep_draft(&self, name: &str, text: &str) -> Result<(), Fault> {
        let drafts = &mut self.state.borrow_mut().drafts;
        if text.is_empty() {
            drafts.remove(name);
        } else {
            drafts.insert(name.to_owned(), text.to_owned());
        }
        Ok(())
    }

    pub(super) fn forget_drafts(&self, beginnings: &[String]) -> Result<(), Fault> {
        let is_of = |name: &String| beginnings.iter().any(|begins| name.starts_with(begins));
        self.state.borrow_mut().drafts.retain(|name, _| !is_of(name));
        Ok(())
    }

    pub(super) fn draft(&self, name: &str) -> Result<Option<String>, Fault> {
        Ok(self.state.borrow().drafts.get(name).cloned())
    }

    pub(super) fn fold(&self, class: ClassId) -> Result<(), Fault> {
        let mut state = self.state.borrow_mut();
        let pages: Vec<(u64, Vec<u8>)> = state
            .pages
            .range((class, 0)..=(class, u64::MAX))
            .map(|((_, n), bytes)| {
                (*n, page::vouched(class, bytes, self.kinds).unwrap_or_else(|| bytes.clone()))
            })
            .collect();
        for (n, bytes) in &pages {
            state.pages.insert((class, *n), bytes.clone());
        }
        let tail = &pages[pages.len() - page::to_fold(pages.iter().map(|(_, page)| page.as_slice()))..];
        let Some((last, _)) = tail.last() else { return Ok(()) };
        let Some(folded) = document::join(class, tail.iter().map(|(_, bytes)| bytes.as_slice())) else {
            return Ok(());
        };
        for (n, _) in tail {
            state.pages.remove(&(class, *n));
        }
        state.pages.insert((class, *last), folded);
        Ok(())
    }

    pub(super) fn keep_row(&self, row: ClassRow) -> Result<(), Fault> {
        self.state.borrow_mut().put_row(row);
        Ok(())
    }

    pub(super) fn remove(&self, class: ClassId) -> Result<(), Fault> {
        let mut state = self.state.borrow_mut();
        state.classes.retain(|row| row.id != class);
        state.pages.retain(|(of, _), _| *of != class);
        state.files.retain(|(of, ..), _| *of != class);
        Ok(())
    }
}

impl State {
    fn put(&mut self, class: ClassId, ledger: &Ledger, page: Vec<u8>) {
        self.ledger = Some(ledger.to_text());
        self.pages.insert((class, ledger.page), page);
    }

    fn put_files(&mut self, class: ClassId, files: &[FileBytes]) {
        for file in files {
            self.files.insert((class, file.student, file.id), file.bytes.clone());
        }
    }

    fn put_row(&mut self, row: ClassRow) {
        match self.classes.iter_mut().find(|r| r.id == row.id) {
            Some(old) => *old = row,
            None => self.classes.push(row),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::format::line::Kinds;
    use crate::storage::Shelf;
    use crate::storage::contract;
    use crate::storage::memory::Memory;

    /// Runs a future that never waits, as none of this shelf's does.
    fn now<T>(future: impl Future<Output = T>) -> T {
        let mut future = std::pin::pin!(future);
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match future.as_mut().poll(&mut context) {
            std::task::Poll::Ready(value) => value,
            std::task::Poll::Pending => panic!("the memory shelf waited"),
        }
    }

    #[test]
    fn memory_keeps_the_contract() {
        for (name, promise) in contract::PROMISES {
            println!("{name}");
            now(promise(Shelf::Memory(Memory::new(Kinds::EVERY))));
        }
    }
}
