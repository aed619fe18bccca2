//! A teacher's notes about one student: dated, only for the teacher, with every earlier wording.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change};
use super::id::{NoteId, StudentId};
use super::notebook::{Notebook, Slot};

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 20_000;

/// A note. Only the teacher sees it. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Identity through all amendments.
    pub id: NoteId,
    /// The day it is about.
    pub day: Day,
    /// The day this wording was written.
    pub written: Day,
    /// The words.
    pub text: String,
    /// Whether it lies in the trash.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

/// By how many characters a text is longer than fits; space around it does not count.
pub fn too_many(text: &str, most: usize) -> usize {
    text.trim().chars().count().saturating_sub(most)
}

impl Notebook {
    /// The notes about a student that do not lie in the trash, the latest first.
    pub fn notes(&self, student: StudentId) -> Vec<&Note> {
        self.all_notes(student).into_iter().filter(|note| !note.removed).collect()
    }

    /// The notes about a student in the trash, the latest first.
    pub fn removed_notes(&self, student: StudentId) -> Vec<&Note> {
        self.all_notes(student).into_iter().filter(|note| note.removed).collect()
    }

    fn all_notes(&self, student: StudentId) -> Vec<&Note> {
        self.newest(Slot::Log(student), |body| match body {
            Body::Note(note) => Some((note.id.bits(), note)),
            _ => None,
        })
    }

    /// The change that puts this in the place of what stands for a note now.
    pub fn amend_note(&self, student: StudentId, note: Note) -> Change {
        let it = |body: &Body| matches!(body, Body::Note(n) if n.id == note.id);
        let now = self.heads_of(Slot::Log(student), it);
        Change::by_teacher(student, note).replacing(now)
    }

    /// The notes about a student that do not lie in the trash, the latest first, each with the wordings it
    /// had before and that were not taken back, the latest first.
    pub fn notes_and_earlier(&self, student: StudentId) -> Vec<(&Note, Vec<&Note>)> {
        // One walk for all notes, because it is over everything ever written.
        let mut wordings: BTreeMap<NoteId, Vec<&Note>> = BTreeMap::new();
        for entry in self.written_about(student) {
            if let Body::Note(note) = &entry.body {
                wordings.entry(note.id).or_default().push(note);
            }
        }
        let mut all = Vec::new();
        for note in self.notes(student) {
            let mut said = wordings.remove(&note.id).unwrap_or_default();
            said.reverse();
            said.dedup_by(|a, b| a.text == b.text);
            all.push((note, said.into_iter().skip(1).collect()));
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, BEN, Book, nov};

    fn note(id: u64, day: u32, text: &str) -> Note {
        Note {
            id: NoteId::from_bits(id),
            day: nov(day),
            written: nov(day),
            text: text.into(),
            removed: false,
        }
    }

    #[test]
    fn a_text_is_measured_in_characters_and_without_space_around_it() {
        let full = format!("  {}\n", "ñ".repeat(LONGEST_NOTE));
        assert_eq!(too_many(&full, LONGEST_NOTE), 0);
        assert_eq!(too_many(&format!("ab{full}"), LONGEST_NOTE), 4, "space inside counts");
    }

    #[test]
    fn every_wording_stays_readable() {
        let mut book = Book::new();
        let mut write = |note: Note| {
            let change = book.notebook.amend_note(ANA, note);
            book.write([change]).1
        };
        write(note(1, 2, "counts on fingers"));
        write(note(2, 3, "new glasses"));
        write(note(1, 2, "counts on fingers, with a smile"));
        let taken_back = write(note(1, 2, "typo"));
        book.undo(taken_back);
        let texts = |all: Vec<&Note>| all.into_iter().map(|n| n.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(book.notebook.notes(ANA)), ["new glasses", "counts on fingers, with a smile"]);
        let all = book.notebook.notes_and_earlier(ANA);
        let earlier: Vec<Vec<String>> = all.into_iter().map(|(_, earlier)| texts(earlier)).collect();
        assert_eq!(earlier, [vec![], vec!["counts on fingers".to_owned()]]);
        assert_eq!(book.notebook.notes_and_earlier(BEN), []);
    }

    #[test]
    fn a_note_goes_to_the_trash_and_comes_back() {
        let mut book = Book::new();
        let mut put = |removed| {
            let change = book.notebook.amend_note(ANA, Note { removed, ..note(1, 2, "x") });
            book.write([change]);
            (book.notebook.notes(ANA).len(), book.notebook.removed_notes(ANA).len())
        };
        assert_eq!([put(false), put(true), put(false)], [(1, 0), (0, 1), (1, 0)]);
        let all = book.notebook.notes_and_earlier(ANA);
        assert!(all[0].1.is_empty(), "the same words count once");
    }
}
