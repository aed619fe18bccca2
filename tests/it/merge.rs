//! One merge serves a second tab, a file, a hand-in and the endpoint: whatever the order of
//! arrival, the grouping and the repeats, all devices come to the same notebook.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use daymark::domain::entry::{Body, Entry, EntryKey};
use daymark::domain::id::StudentId;
use daymark::domain::notebook::{Slot, Touched};
use daymark::domain::{Notebook, Stamp};
use daymark::format::document::{self, Purpose};
use daymark::format::line::{self, Kinds, Written};
use proptest::test_runner::{Config, TestRunner};

use crate::history::{CLASS, histories};

/// Histories in a run, and the ways each is delivered.
const HISTORIES: u32 = 400;
const FEWEST_SCHEDULES: u32 = 2_000;

/// All that two devices have to agree on.
#[derive(Debug, PartialEq)]
struct State {
    entries: Vec<Entry>,
    shown: BTreeMap<Slot, Vec<EntryKey>>,
    doubles: Vec<EntryKey>,
    erased: BTreeSet<StudentId>,
}

fn state(notebook: &Notebook) -> State {
    State {
        entries: notebook.entries().into_iter().cloned().collect(),
        shown: notebook.shown(),
        doubles: notebook.doubles(),
        erased: notebook.erased().clone(),
    }
}

fn fold(entries: impl IntoIterator<Item = Entry>) -> Notebook {
    let mut notebook = Notebook::new(CLASS);
    notebook.merge(entries);
    notebook
}

/// What the one knows, and then what the other knows.
fn merged(one: &Notebook, other: &Notebook) -> Notebook {
    let mut all = one.clone();
    all.merge(other.entries().into_iter().cloned());
    all
}

/// A small generator of shuffles and picks.
struct Chance(u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % n as u64).unwrap()
    }

    fn shuffled(&mut self, entries: &[Entry]) -> Vec<Entry> {
        let mut all = entries.to_vec();
        for i in (1..all.len()).rev() {
            all.swap(i, self.below(i + 1));
        }
        all
    }

    fn some(&mut self, entries: &[Entry]) -> Vec<Entry> {
        entries.iter().filter(|_| self.below(2) == 0).cloned().collect()
    }
}

/// Runs a property over many histories, each with its own chance.
fn check(histories_in_run: u32, property: impl Fn(Vec<Entry>, &mut Chance)) {
    let config = Config { cases: histories_in_run, failure_persistence: None, ..Config::default() };
    let cases = (histories(), 1..u64::MAX);
    let result = TestRunner::new(config).run(&cases, |(history, seed)| {
        property(history, &mut Chance(seed));
        Ok(())
    });
    if let Err(error) = result {
        panic!("{error}");
    }
}

#[test]
fn every_schedule_of_delivery_comes_to_the_same_notebook() {
    let schedules = Cell::new(0);
    check(HISTORIES, |history, chance| {
        let expected = state(&fold(history.clone()));
        let same = |notebook: &Notebook, how: &str| {
            schedules.set(schedules.get() + 1);
            assert_eq!(state(notebook), expected, "{how}");
        };
        same(&fold(chance.shuffled(&history)), "shuffled");
        same(&fold(history.iter().rev().cloned()), "the last first");
        let twice = [chance.shuffled(&history), chance.some(&history), chance.shuffled(&history)].concat();
        same(&fold(twice), "shuffled and repeated");

        let mut groups = [0, 1, 2].map(|_| Vec::new());
        for entry in chance.shuffled(&history) {
            groups[chance.below(3)].push(entry.clone());
            if chance.below(4) == 0 {
                groups[chance.below(3)].push(entry);
            }
        }
        let [a, b, c] = groups.map(fold);
        same(&merged(&merged(&a, &b), &c), "(a + b) + c");
        same(&merged(&a, &merged(&b, &c)), "a + (b + c)");
        same(&merged(&merged(&c, &a), &b), "(c + a) + b");
        same(&merged(&merged(&merged(&a, &b), &c), &merged(&c, &a)), "what is known comes again");

        let mut dropped = fold(chance.some(&history));
        dropped.merge(chance.shuffled(&history));
        same(&dropped, "half was lost and came again");
    });
    assert!(schedules.get() >= FEWEST_SCHEDULES, "only {} schedules", schedules.get());
}

#[test]
fn a_step_at_a_time_is_the_same_as_all_at_once_and_tells_what_changed() {
    check(100, |history, chance| {
        let mut notebook = Notebook::new(CLASS);
        let order = chance.shuffled(&history);
        for (i, entry) in order.iter().enumerate() {
            let before = notebook.shown();
            let touched = notebook.apply(entry.clone());
            let after = notebook.shown();
            let slots = before.keys().chain(after.keys());
            let changed: Touched = slots.filter(|s| before.get(s) != after.get(s)).copied().collect();
            assert!(changed.is_subset(&touched), "changed {changed:?}, told {touched:?}");
            if i % 4 == 0 || i + 1 == order.len() {
                assert_eq!(state(&notebook), state(&fold(order[..=i].iter().rev().cloned())));
            }
        }
        assert_eq!(notebook.merge(order), Touched::new(), "nothing is new");
    });
}

/// The notebook by its definition: everything looked at again for every question.
fn by_definition(history: &[Entry]) -> BTreeMap<Slot, Vec<EntryKey>> {
    let erased: BTreeSet<StudentId> = history
        .iter()
        .filter_map(|e| match &e.body {
            Body::Erasure(erasure) => Some(erasure.student),
            _ => None,
        })
        .collect();
    let erasure = |e: &Entry| matches!(e.body, Body::Erasure(_));
    let stays = |e: &&Entry| erasure(e) || e.head.about.is_none_or(|student| !erased.contains(&student));
    let mut all: Vec<&Entry> = history.iter().filter(stays).collect();
    all.sort_by_key(|e| (e.head.stamp, e.head.key, format!("{e:?}")));
    all.dedup();
    // From the last to the first: all that can act on an entry is already decided.
    let mut acting: Vec<&Entry> = Vec::new();
    let mut slots: BTreeMap<Slot, Vec<&Entry>> = BTreeMap::new();
    for entry in all.into_iter().rev() {
        let withdraws = |e: &&&Entry| matches!(&e.body, Body::Withdrawal(w) if w.batch == entry.head.batch);
        if acting.iter().any(|e| withdraws(&e)) && !erasure(entry) {
            continue;
        }
        if !acting.iter().any(|e| e.head.replaces.contains(&entry.head.key)) {
            for slot in Slot::of(entry) {
                slots.entry(slot).or_default().insert(0, entry);
            }
        }
        acting.push(entry);
    }
    let keys = |mut entries: Vec<&Entry>| {
        entries.sort_by_key(|e| e.body.day());
        entries.iter().map(|e| e.head.key).collect()
    };
    slots.into_iter().map(|(slot, entries)| (slot, keys(entries))).collect()
}

#[test]
fn the_fold_is_what_the_definition_says() {
    check(HISTORIES, |history, chance| {
        assert_eq!(fold(chance.shuffled(&history)).shown(), by_definition(&history));
    });
}

#[test]
fn nothing_about_an_erased_student_is_left() {
    check(100, |history, _| {
        let notebook = fold(history);
        for entry in notebook.entries() {
            let gone = entry.head.about.is_some_and(|student| notebook.erased().contains(&student));
            assert!(!gone || matches!(entry.body, Body::Erasure(_)), "{entry:?}");
        }
    });
}

#[test]
fn a_change_of_what_was_seen_holds_whatever_the_clocks_said() {
    check(200, |history, chance| {
        let mut notebook = fold(history);
        let seen: Vec<EntryKey> = notebook.shown().into_values().flatten().collect();
        if seen.is_empty() {
            return;
        }
        let target = seen[chance.below(seen.len())];
        let mut amendment = notebook.entries()[0].clone();
        amendment.head.key = EntryKey { n: 9_999, ..amendment.head.key };
        amendment.head.stamp = Stamp::next(1_000, notebook.seen());
        amendment.head.batch = daymark::domain::id::BatchId::from_bits(9_999);
        amendment.head.about = None;
        amendment.head.replaces = vec![target];
        notebook.apply(amendment);
        assert!(!notebook.shown().into_values().flatten().any(|key| key == target));
    });
}

#[test]
fn a_notebook_that_goes_through_a_file_is_the_same() {
    check(100, |history, chance| {
        for entry in &history {
            let again = line::read(
                &line::write(entry, Kinds::EVERY).unwrap_or_default(),
                Written::BySomeVersion,
                Kinds::EVERY,
            );
            assert_eq!(again.as_ref().ok(), Some(entry));
        }
        let notebook = fold(history);
        let entries = notebook.entries();
        for purpose in [Purpose::Page, Purpose::Backup] {
            let read = document::read(
                &document::write(purpose, CLASS, "5B", entries.iter().copied(), &[], 0, Kinds::EVERY),
                Kinds::EVERY,
            );
            let read = read.unwrap();
            assert_eq!((read.damage.len(), read.missing), (0, 0));
            assert_eq!(state(&fold(chance.shuffled(&read.entries))), state(&notebook));
        }
    });
}
