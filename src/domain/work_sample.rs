//! Work samples: pieces of a student's own work, kept with a reason: a text, a photo or a file.
//!
//! The words are an entry like any other. The bytes of a photo or file lie beside the entries, are named
//! by them, and go with the student when the student is erased.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Actor, Body, Change};
use super::id::{FileId, SampleId, SkillId, StudentId};
use super::notebook::{Notebook, Slot};

/// The longest text of a sample, in characters.
pub const LONGEST_TEXT: usize = 20_000;
/// The longest title or reason, in characters.
pub const LONGEST_TITLE: usize = 200;
/// The most bytes a photo is made smaller to.
pub const LARGEST_PHOTO: usize = 150_000;
/// The most bytes of any other file.
pub const LARGEST_FILE: usize = 500_000;
/// The most bytes of a class's photos and files together: a backup writes them as text, a third longer,
/// and has to stay a file that can be opened again.
pub const LARGEST_OF_CLASS: u64 = 190_000_000;
/// What stands between the fields of a draft; no keyboard types it.
const BETWEEN: char = '\u{1f}';

/// A piece of work that is kept. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkSample {
    /// Identity through all amendments.
    pub id: SampleId,
    /// What it is.
    pub title: String,
    /// The day it was made.
    pub day: Day,
    /// The skill it shows, if it shows one.
    pub skill: Option<SkillId>,
    /// The work itself where it is a text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The photo or file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<KeptFile>,
    /// Why it is kept: what it shows.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Whether it lies in the trash.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

/// A photo or file that is kept beside the entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptFile {
    /// Where its bytes lie.
    pub id: FileId,
    /// Its name.
    pub name: String,
    /// Its media type, such as `image/webp`.
    pub media: String,
    /// How many bytes it has.
    pub bytes: u32,
}

impl KeptFile {
    /// Whether it is a picture that every browser shows.
    pub fn is_picture(&self) -> bool {
        ["image/webp", "image/jpeg", "image/png"].contains(&self.media.as_str())
    }
}

/// A sample as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SampleDraft {
    /// What it is.
    pub title: String,
    /// The skill it shows.
    pub skill: Option<SkillId>,
    /// The work itself where it is a text.
    pub text: String,
    /// The photo or file, once it is there.
    pub file: Option<KeptFile>,
    /// Why it is kept.
    pub why: String,
}

/// What has to be mended before a sample can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SampleProblem {
    /// It has no title.
    NoTitle,
    /// There is neither a text nor a photo nor a file.
    Nothing,
    /// The title or the reason is longer than [`LONGEST_TITLE`].
    Long,
    /// The text is longer than [`LONGEST_TEXT`].
    LongText,
}

impl SampleDraft {
    /// The form of a sample.
    pub fn of(sample: &WorkSample) -> SampleDraft {
        SampleDraft {
            title: sample.title.clone(),
            skill: sample.skill,
            text: sample.text.clone(),
            file: sample.file.clone(),
            why: sample.why.clone(),
        }
    }

    /// What was typed, as one text; of a photo or file that was picked it says only that there was one.
    pub fn to_text(&self, picked: bool) -> String {
        let skill = self.skill.map(|skill| skill.to_string()).unwrap_or_default();
        let fields = [&self.title, &self.why, &skill, &self.text].map(|field| field.replace(BETWEEN, " "));
        let mut fields = Vec::from(fields);
        if picked {
            fields.push(String::new());
        }
        if fields.concat().is_empty() && !picked { String::new() } else { fields.join(&BETWEEN.to_string()) }
    }

    /// Takes up what was typed again, and says whether a photo or file was picked, which is not there any
    /// more; a text that is none changes nothing.
    pub fn take_up(&mut self, text: &str) -> bool {
        let fields: Vec<_> = text.split(BETWEEN).collect();
        if let [title, why, skill, text] | [title, why, skill, text, _] = fields[..] {
            self.skill = skill.parse().ok();
            (self.title, self.why, self.text) = (title.into(), why.into(), text.into());
        }
        fields.len() == 5
    }

    /// The sample that was typed, under this id, made on this day.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self, id: SampleId, day: Day) -> Result<WorkSample, Vec<SampleProblem>> {
        let (title, text, why) = (self.title.trim(), self.text.trim(), self.why.trim());
        let chars = |text: &str| text.chars().count();
        let wrong = [
            (title.is_empty(), SampleProblem::NoTitle),
            (text.is_empty() && self.file.is_none(), SampleProblem::Nothing),
            (chars(title).max(chars(why)) > LONGEST_TITLE, SampleProblem::Long),
            (chars(text) > LONGEST_TEXT, SampleProblem::LongText),
        ];
        let problems: Vec<SampleProblem> = wrong.into_iter().filter(|(is, _)| *is).map(|(_, p)| p).collect();
        if !problems.is_empty() {
            return Err(problems);
        }
        let (title, text, why) = (title.to_owned(), text.to_owned(), why.to_owned());
        Ok(WorkSample {
            id,
            title,
            day,
            skill: self.skill,
            text,
            file: self.file.clone(),
            why,
            removed: false,
        })
    }
}

impl Notebook {
    /// A student's work samples that do not lie in the trash, the latest first.
    pub fn work_samples(&self, student: StudentId) -> Vec<&WorkSample> {
        self.all_samples(student).into_iter().filter(|sample| !sample.removed).collect()
    }

    /// A student's work samples in the trash, the latest first.
    pub fn removed_samples(&self, student: StudentId) -> Vec<&WorkSample> {
        self.all_samples(student).into_iter().filter(|sample| sample.removed).collect()
    }

    fn all_samples(&self, student: StudentId) -> Vec<&WorkSample> {
        self.newest(Slot::Samples(student), |body| match body {
            Body::WorkSample(sample) => Some((sample.id.bits(), sample)),
            _ => None,
        })
    }

    /// How many bytes the class's photos and files have together. Those in the trash and those that were
    /// replaced are kept as well, and so they count.
    pub fn kept_bytes(&self) -> u64 {
        let all = self.since(0).filter_map(|entry| match &entry.body {
            Body::WorkSample(sample) => sample.file.as_ref().map(|file| (file.id, file.bytes)),
            _ => None,
        });
        all.collect::<BTreeMap<FileId, u32>>().into_values().map(u64::from).sum()
    }

    /// The change that puts this in the place of what stands for the sample now; `by` is who acts.
    pub fn amend_sample(&self, student: StudentId, by: Actor, sample: WorkSample) -> Change {
        let it = |body: &Body| matches!(body, Body::WorkSample(s) if s.id == sample.id);
        let now = self.heads_of(Slot::Samples(student), it);
        Change { by, ..Change::by_student(student, sample).replacing(now) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, BEN, Book, nov};

    const ID: SampleId = SampleId::from_bits(0x5a);

    fn draft() -> SampleDraft {
        let (title, text) = ("My number line".into(), "3/4 is right of 2/3".into());
        SampleDraft { title, text, ..SampleDraft::default() }
    }

    #[test]
    fn there_is_something_in_a_sample() {
        let sample = draft().parse(ID, nov(2)).unwrap();
        assert_eq!(SampleDraft::of(&sample).parse(ID, nov(2)), Ok(sample));
        let file = KeptFile {
            id: FileId::from_bits(1),
            name: "a.webp".into(),
            media: "image/webp".into(),
            bytes: 9,
        };
        assert!(
            file.is_picture() && !KeptFile { media: "image/svg+xml".into(), ..file.clone() }.is_picture()
        );
        let photo = SampleDraft { text: String::new(), file: Some(file), ..draft() };
        assert!(photo.parse(ID, nov(2)).is_ok());
        let empty = SampleDraft { title: " ".into(), text: " \n".into(), ..draft() };
        assert_eq!(empty.parse(ID, nov(2)), Err(vec![SampleProblem::NoTitle, SampleProblem::Nothing]));
        let long = SampleDraft { text: "é".repeat(LONGEST_TEXT + 1), why: "x".repeat(201), ..draft() };
        assert_eq!(long.parse(ID, nov(2)), Err(vec![SampleProblem::Long, SampleProblem::LongText]));
    }

    #[test]
    fn a_sample_goes_to_the_trash_and_comes_back() {
        let mut book = Book::new();
        let sample = draft().parse(ID, nov(2)).unwrap();
        book.write([Change::by_student(ANA, sample.clone())]);
        let mut put = |removed| {
            let change =
                book.notebook.amend_sample(ANA, Actor::Teacher, WorkSample { removed, ..sample.clone() });
            book.write([change]);
            (book.notebook.work_samples(ANA).len(), book.notebook.removed_samples(ANA).len())
        };
        assert_eq!([put(true), put(false)], [(0, 1), (1, 0)]);
        assert_eq!(book.notebook.work_samples(BEN), Vec::<&WorkSample>::new());
    }

    #[test]
    fn what_was_typed_is_taken_up_again() {
        let skill = Some(crate::domain::sample::FRACTIONS);
        let typed = SampleDraft { skill, text: "two\nlines".into(), ..draft() };
        let mut again = SampleDraft { why: "old".into(), ..SampleDraft::default() };
        assert!(!again.take_up(&typed.to_text(false)));
        assert_eq!(again, typed);
        assert!(!again.take_up("something else"));
        assert_eq!(again, typed);
        assert_eq!(SampleDraft::default().to_text(false), "");
        let sly = SampleDraft { title: "a\u{1f}b".into(), ..draft() };
        assert!(!again.take_up(&sly.to_text(false)));
        assert_eq!(again.title, "a b");
    }

    #[test]
    fn a_photo_that_was_picked_is_remembered_with_what_was_typed() {
        for typed in [draft(), SampleDraft::default()] {
            let mut again = SampleDraft::default();
            assert!(again.take_up(&typed.to_text(true)), "also when nothing was typed");
            assert_eq!(again, typed);
        }
    }

    #[test]
    fn every_photo_of_the_class_counts_once_also_from_the_trash() {
        let mut book = Book::new();
        let with = |id, file, bytes| {
            let kept = KeptFile {
                id: FileId::from_bits(file),
                name: "a.webp".into(),
                media: "image/webp".into(),
                bytes,
            };
            WorkSample { id: SampleId::from_bits(id), file: Some(kept), ..draft().parse(ID, nov(2)).unwrap() }
        };
        book.write([
            Change::by_student(ANA, with(1, 1, 100)),
            Change::by_student(BEN, with(2, 2, 30)),
            Change::by_student(BEN, WorkSample { file: None, ..with(3, 0, 0) }),
        ]);
        assert_eq!(book.notebook.kept_bytes(), 130);
        let removed = WorkSample { removed: true, ..with(1, 1, 100) };
        let trash = book.notebook.amend_sample(ANA, Actor::Student, removed);
        let replaced = book.notebook.amend_sample(BEN, Actor::Student, with(2, 3, u32::MAX));
        book.write([trash, replaced]);
        assert_eq!(book.notebook.kept_bytes(), 130 + u64::from(u32::MAX));
    }
}
