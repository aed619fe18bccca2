//! The notebook: what a class's entries fold into, in memory.
//!
//! The fold does not depend on the order in which entries arrive, nor on how often: applying is a
//! merge. Every entry stands in a few [`Slot`]s; [`Notebook::apply`] tells which slots changed, so
//! that one new score redraws one cell.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap, HashSet};

use super::day::Day;
use super::entry::{Actor, Body, Entry, EntryKey};
use super::id::{BatchId, ClassId, SkillId, StudentId, TicketId};
use super::stamp::Stamp;

mod ask;
mod slot;
#[cfg(test)]
mod tests;

pub use ask::Action;
pub use slot::Slot;

/// The slots in which something changed.
pub type Touched = HashSet<Slot>;

/// A place in the notebook's list of entries.
type Place = u32;

/// An entry and what the fold knows about it.
#[derive(Debug, Clone)]
struct Held {
    entry: Entry,
    /// Whether its action was taken back.
    withdrawn: bool,
    /// Whether it stands in its slots: neither withdrawn nor replaced.
    current: bool,
    /// Another entry with the same identity and other content.
    twin: Option<Place>,
}

/// One class's notebook.
#[derive(Debug, Clone)]
pub struct Notebook {
    class: ClassId,
    /// `None` where an erased student's entry was.
    held: Vec<Option<Held>>,
    by_key: HashMap<EntryKey, Place>,
    by_batch: HashMap<BatchId, Vec<Place>>,
    /// Amendments, by what they replace.
    amended: HashMap<EntryKey, Vec<Place>>,
    /// Withdrawals, by the action they take back.
    withdrawals: HashMap<BatchId, Vec<Place>>,
    slots: HashMap<Slot, Vec<Place>>,
    erased: BTreeSet<StudentId>,
    seen: Stamp,
}

impl Notebook {
    /// An empty notebook of a class.
    pub fn new(class: ClassId) -> Notebook {
        Notebook {
            class,
            held: Vec::new(),
            by_key: HashMap::new(),
            by_batch: HashMap::new(),
            amended: HashMap::new(),
            withdrawals: HashMap::new(),
            slots: HashMap::new(),
            erased: BTreeSet::new(),
            seen: Stamp::default(),
        }
    }

    /// The class this is the notebook of.
    pub fn class_id(&self) -> ClassId {
        self.class
    }

    /// The latest stamp of any entry; zero when there is none.
    pub fn seen(&self) -> Stamp {
        self.seen
    }

    /// The students who were erased for good.
    pub fn erased(&self) -> &BTreeSet<StudentId> {
        &self.erased
    }

    /// A mark in what was taken in so far, for [`Notebook::since`].
    pub fn mark(&self) -> usize {
        self.held.len()
    }

    /// The entries that were taken in after a mark and are still here.
    pub fn since(&self, mark: usize) -> impl Iterator<Item = &Entry> {
        self.held.iter().skip(mark).flatten().map(|held| &held.entry)
    }

    /// Takes entries in, whatever their order and however often they come.
    pub fn merge(&mut self, entries: impl IntoIterator<Item = Entry>) -> Touched {
        let mut touched = Touched::new();
        for entry in entries {
            self.take(entry, &mut touched);
        }
        touched
    }

    /// Takes one entry in and tells what changed. An entry of another class, about an erased
    /// student, or already here changes nothing.
    pub fn apply(&mut self, entry: Entry) -> Touched {
        self.merge([entry])
    }

    fn take(&mut self, entry: Entry, touched: &mut Touched) {
        let head = &entry.head;
        let gone = |student| self.erased.contains(&student) && goes_with(&entry, student);
        if head.class != self.class || head.about.is_some_and(gone) {
            return;
        }
        if self.holds(&entry) {
            return;
        }
        self.seen = self.seen.max(head.stamp);
        let place = Place::try_from(self.held.len()).unwrap_or(Place::MAX);
        let twin = self.by_key.insert(head.key, place);
        self.by_batch.entry(head.batch).or_default().push(place);
        for &replaced in &head.replaces {
            self.amended.entry(replaced).or_default().push(place);
        }
        let mut erasing = None;
        match &entry.body {
            Body::Withdrawal(w) => self.withdrawals.entry(w.batch).or_default().push(place),
            Body::Erasure(e) => erasing = Some(e.student),
            _ => {}
        }
        self.held.push(Some(Held { entry, withdrawn: false, current: false, twin }));
        self.settle(place, true, touched);
        if let Some(student) = erasing {
            self.erase(student, touched);
        }
    }

    /// Brings the state of an entry, and of all that hangs on it, up to date.
    fn settle(&mut self, first: Place, is_new: bool, touched: &mut Touched) {
        let mut todo = vec![first];
        if is_new {
            self.dependents(first, &mut todo);
        }
        while let Some(place) = todo.pop() {
            let Some(held) = self.at(place) else { continue };
            let withdrawn = self.is_withdrawn(place);
            let current = !withdrawn && !self.is_replaced(place);
            let (was_withdrawn, was_current) = (held.withdrawn, held.current);
            if withdrawn == was_withdrawn && current == was_current {
                continue;
            }
            if let Some(held) = self.held.get_mut(place as usize).and_then(Option::as_mut) {
                held.withdrawn = withdrawn;
                held.current = current;
            }
            if current != was_current {
                self.place_in_slots(place, current, touched);
            }
            if withdrawn != was_withdrawn {
                self.dependents(place, &mut todo);
            }
        }
    }

    /// The entries whose state hangs on this one: those it replaces, and those of the action it
    /// takes back.
    fn dependents(&self, place: Place, todo: &mut Vec<Place>) {
        let Some(held) = self.at(place) else { return };
        for &key in &held.entry.head.replaces {
            let mut next = self.by_key.get(&key).copied();
            while let Some(place) = next {
                todo.push(place);
                next = self.at(place).and_then(|h| h.twin);
            }
        }
        if let Body::Withdrawal(w) = &held.entry.body {
            todo.extend(self.by_batch.get(&w.batch).into_iter().flatten());
        }
    }

    /// A withdrawal counts against what is ordered before it, unless it was itself withdrawn. The
    /// order makes the question end. An erasure cannot be taken back.
    fn is_withdrawn(&self, place: Place) -> bool {
        let Some(held) = self.at(place) else { return false };
        if matches!(held.entry.body, Body::Erasure(_)) {
            return false;
        }
        let by = self.withdrawals.get(&held.entry.head.batch).into_iter().flatten();
        by.filter_map(|&w| self.at(w)).any(|w| !w.withdrawn && order(&w.entry, &held.entry).is_gt())
    }

    /// An amendment counts against what is ordered before it, unless it was withdrawn.
    fn is_replaced(&self, place: Place) -> bool {
        let Some(held) = self.at(place) else { return false };
        let by = self.amended.get(&held.entry.head.key).into_iter().flatten();
        by.filter_map(|&a| self.at(a)).any(|a| !a.withdrawn && order(&a.entry, &held.entry).is_gt())
    }

    fn place_in_slots(&mut self, place: Place, add: bool, touched: &mut Touched) {
        let Some(held) = self.held.get(place as usize).and_then(Option::as_ref) else { return };
        for slot in Slot::of(&held.entry) {
            touched.insert(slot);
            let list = self.slots.entry(slot).or_default();
            if add {
                let all = &self.held;
                let before = |&other: &Place| match all.get(other as usize).and_then(Option::as_ref) {
                    Some(other) => shown_order(&other.entry, &held.entry).is_lt(),
                    None => true,
                };
                // Most entries come last, so the end is looked at before anything is searched.
                let at = match list.last() {
                    Some(last) if !before(last) => list.partition_point(before),
                    _ => list.len(),
                };
                list.insert(at, place);
            } else {
                list.retain(|&other| other != place);
            }
        }
    }

    /// Removes all that is about a student, for good.
    fn erase(&mut self, student: StudentId, touched: &mut Touched) {
        if !self.erased.insert(student) {
            return;
        }
        let mut todo = Vec::new();
        let gone = |held: &Option<Held>| held.as_ref().is_some_and(|h| goes_with(&h.entry, student));
        let places: Vec<usize> = (0..self.held.len()).filter(|&i| gone(&self.held[i])).collect();
        for i in places {
            let place = Place::try_from(i).unwrap_or(Place::MAX);
            self.dependents(place, &mut todo);
            self.place_in_slots(place, false, touched);
            let Some(held) = self.held[i].take() else { continue };
            self.unlink(place, &held);
        }
        for place in todo {
            self.settle(place, false, touched);
        }
    }

    /// Takes a removed entry out of the chain of entries with its identity.
    fn unlink(&mut self, place: Place, removed: &Held) {
        let key = removed.entry.head.key;
        if self.by_key.get(&key) == Some(&place) {
            match removed.twin {
                Some(twin) => self.by_key.insert(key, twin),
                None => self.by_key.remove(&key),
            };
            return;
        }
        let mut next = self.by_key.get(&key).copied();
        while let Some(held) = next.and_then(|p| self.held.get_mut(p as usize)).and_then(Option::as_mut) {
            if held.twin == Some(place) {
                held.twin = removed.twin;
                return;
            }
            next = held.twin;
        }
    }

    fn at(&self, place: Place) -> Option<&Held> {
        self.held.get(place as usize)?.as_ref()
    }

    fn same_identity(&self, key: EntryKey) -> impl Iterator<Item = &Held> {
        let first = self.by_key.get(&key).and_then(|&p| self.at(p));
        std::iter::successors(first, |held| held.twin.and_then(|p| self.at(p)))
    }
}

/// Whether an entry goes when a student is erased: all that is about them, but no erasure, because
/// the tombstone has to reach every other device.
pub fn goes_with(entry: &Entry, student: StudentId) -> bool {
    entry.head.about == Some(student) && !matches!(entry.body, Body::Erasure(_))
}

/// The order of entries between devices: by stamp, then by identity, then (for two entries that
/// claim one identity) by content.
fn order(a: &Entry, b: &Entry) -> Ordering {
    let of = |e: &Entry| (e.head.stamp, e.head.key);
    of(a)
        .cmp(&of(b))
        .then_with(|| if a == b { Ordering::Equal } else { format!("{a:?}").cmp(&format!("{b:?}")) })
}

/// The order inside a slot: by the day shown, then as between devices.
fn shown_order(a: &Entry, b: &Entry) -> Ordering {
    a.body.day().cmp(&b.body.day()).then_with(|| order(a, b))
}
