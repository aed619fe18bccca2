//! Trash: what a person threw away and can take out again. Nothing leaves it by itself.

use std::collections::BTreeSet;

use super::conference::Conferring;
use super::entry::{Actor, Body, Change};
use super::id::StudentId;
use super::note::Note;
use super::notebook::{Notebook, Slot};
use super::work_sample::WorkSample;

/// Something in the trash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Thrown {
    /// A teacher's note.
    Note(Note),
    /// A student's work sample.
    Sample(WorkSample),
    /// A teacher's talk with a student.
    Talk(Conferring),
}

impl Thrown {
    /// What this entry threw away; `None` when it threw nothing away, and the id of what it speaks of in
    /// both cases, with its kind.
    fn of(body: &Body) -> Option<((u8, u64), Option<Thrown>)> {
        Some(match body {
            Body::Note(it) => ((0, it.id.bits()), it.removed.then(|| Thrown::Note(it.clone()))),
            Body::WorkSample(it) => ((1, it.id.bits()), it.removed.then(|| Thrown::Sample(it.clone()))),
            Body::Conferring(it) => ((2, it.id.bits()), it.removed.then(|| Thrown::Talk(it.clone()))),
            _ => return None,
        })
    }
}

impl Notebook {
    /// All that lies in the trash with whom it is about, what was thrown away last first.
    pub fn trash(&self) -> Vec<(StudentId, Thrown)> {
        let mut all = Vec::new();
        for student in self.all_students() {
            for slot in [Slot::Log(student.id), Slot::Samples(student.id)] {
                let mut seen = BTreeSet::new();
                for entry in self.slot(slot).rev() {
                    let Some((it, thrown)) = Thrown::of(&entry.body) else { continue };
                    if seen.insert(it)
                        && let Some(thrown) = thrown
                    {
                        all.push(((entry.head.stamp, entry.head.key), student.id, thrown));
                    }
                }
            }
        }
        all.sort_by_key(|(when, ..)| std::cmp::Reverse(*when));
        all.into_iter().map(|(_, student, thrown)| (student, thrown)).collect()
    }

    /// The change by which the teacher takes something out of the trash.
    pub fn put_back(&self, student: StudentId, thrown: Thrown) -> Change {
        match thrown {
            Thrown::Note(it) => self.amend_note(student, Note { removed: false, ..it }),
            Thrown::Sample(it) => {
                self.amend_sample(student, Actor::Teacher, WorkSample { removed: false, ..it })
            }
            Thrown::Talk(it) => self.amend_conferring(student, Conferring { removed: false, ..it }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::Erasure;
    use crate::domain::id::{ConferringId, NoteId, SampleId};
    use crate::domain::roster::Student;
    use crate::domain::sample::{ANA, BEN, Book, nov};

    // The three have the same number on purpose: only the kind tells them apart.
    fn note(removed: bool) -> Note {
        Note { id: NoteId::from_bits(1), day: nov(2), written: nov(2), text: "glasses".into(), removed }
    }

    fn talk(removed: bool) -> Conferring {
        let [about, said, next] = ["reading", "", ""].map(String::from);
        Conferring { id: ConferringId::from_bits(1), day: nov(9), about, said, next, held: true, removed }
    }

    fn sample(removed: bool) -> WorkSample {
        let (title, text) = ("Map".into(), "of our street".into());
        let (skill, file, why) = (None, None, String::new());
        WorkSample { id: SampleId::from_bits(1), title, day: nov(5), skill, text, file, why, removed }
    }

    /// A class in which a talk with Ana was thrown away first, then a note about Ben, then work of Ana's.
    fn thrown() -> Book {
        let mut book = Book::new();
        book.write([Change::by_teacher(ANA, talk(false)), Change::by_student(ANA, sample(false))]);
        book.write([Change::by_teacher(BEN, note(false)), Change::by_teacher(ANA, note(false))]);
        for change in [
            book.notebook.amend_conferring(ANA, talk(true)),
            book.notebook.amend_note(BEN, note(true)),
            book.notebook.amend_sample(ANA, Actor::Student, sample(true)),
        ] {
            book.write([change]);
        }
        book
    }

    #[test]
    fn what_was_thrown_away_last_stands_first() {
        let all = thrown().notebook.trash();
        let talk = Thrown::Talk(talk(true));
        assert_eq!(all, [(ANA, Thrown::Sample(sample(true))), (BEN, Thrown::Note(note(true))), (ANA, talk)]);
    }

    #[test]
    fn everything_can_be_put_back_also_of_who_left() {
        let mut book = thrown();
        let gone = Student { left: true, ..Student::named(BEN, "Ben") };
        book.write([Change::by_teacher(BEN, gone)]);
        while let Some((student, thrown)) = book.notebook.trash().into_iter().next() {
            let change = book.notebook.put_back(student, thrown);
            book.write([change]);
        }
        let nb = &book.notebook;
        assert_eq!((nb.notes(ANA).len(), nb.notes(BEN).len()), (1, 1));
        assert_eq!((nb.work_samples(ANA).len(), nb.conferring(ANA).len()), (1, 1));
    }

    #[test]
    fn nothing_of_an_erased_student_lies_in_it() {
        let mut book = thrown();
        book.write([Change::of_class(Erasure { student: ANA })]);
        assert_eq!(book.notebook.trash(), [(BEN, Thrown::Note(note(true)))]);
    }
}
