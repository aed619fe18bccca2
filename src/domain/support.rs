//! What helps one student to show what they can: accommodations, shown at the moment of use, and
//! the picture lock of a shared device.

use serde::{Deserialize, Serialize};

use super::entry::{Body, Change};
use super::id::StudentId;
use super::notebook::{Notebook, Slot};

/// What a student may use whenever they answer. Amended as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Accommodations {
    /// Extra time in percent of a check's minutes; 50 makes 10 minutes 15.
    #[serde(skip_serializing_if = "is_none")]
    pub extra_time: u16,
    /// Questions are read aloud.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub read_aloud: bool,
    /// Larger text.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub larger_text: bool,
    /// The language of the app's own words, as a BCP 47 code; `None` is the device's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_none(percent: &u16) -> bool {
    *percent == 0
}

impl Accommodations {
    /// The most extra time, in percent.
    pub const MOST_TIME: u16 = 300;

    /// The minutes of a check for this student: longer by the extra time, whole minutes, rounded up.
    pub fn minutes(&self, of: u8) -> u16 {
        let percent = 100 + u32::from(self.extra_time.min(Self::MOST_TIME));
        u16::try_from((u32::from(of) * percent).div_ceil(100)).unwrap_or(u16::MAX)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        *self == Accommodations::default()
    }
}

/// The pictures there are to choose from.
pub const PICTURES: u8 = 12;
/// How many of them open a lock.
pub const PICTURES_OF_A_LOCK: usize = 3;

/// Three pictures, in order, that open a student's screens on a shared device. It keeps curious
/// neighbours out, nobody else: the teacher can see and take it away. Amended as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PictureLock {
    /// The places of the pictures, each below [`PICTURES`]; empty takes the lock away.
    pub pictures: Vec<u8>,
}

impl PictureLock {
    /// Whether it locks: three pictures that exist.
    pub fn is_set(&self) -> bool {
        self.pictures.len() == PICTURES_OF_A_LOCK && self.pictures.iter().all(|p| *p < PICTURES)
    }
}

impl Notebook {
    /// A student's accommodations; none when nothing was entered.
    pub fn accommodations(&self, student: StudentId) -> Accommodations {
        let latest = self.slot(Slot::Support(student)).rev().find_map(|e| match &e.body {
            Body::Accommodations(all) => Some(all.clone()),
            _ => None,
        });
        latest.unwrap_or_default()
    }

    /// The change that puts these in the place of a student's accommodations.
    pub fn amend_accommodations(&self, student: StudentId, all: Accommodations) -> Change {
        let now = self.heads_of(Slot::Support(student), |body| matches!(body, Body::Accommodations(_)));
        Change::by_teacher(student, all).replacing(now)
    }

    /// The lock of a student's screens, when there is one.
    pub fn picture_lock(&self, student: StudentId) -> Option<&PictureLock> {
        let latest = self.slot(Slot::Support(student)).rev().find_map(|e| match &e.body {
            Body::PictureLock(lock) => Some(lock),
            _ => None,
        });
        latest.filter(|lock| lock.is_set())
    }

    /// The change that puts this lock in the place of a student's own; `by` is whoever set it.
    pub fn amend_picture_lock(&self, student: StudentId, lock: PictureLock) -> Change {
        let now = self.heads_of(Slot::Support(student), |body| matches!(body, Body::PictureLock(_)));
        Change::by_student(student, lock).replacing(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, BEN, Book};

    #[test]
    fn extra_time_lengthens_the_minutes() {
        let minutes = |extra_time, of| Accommodations { extra_time, ..Accommodations::default() }.minutes(of);
        assert_eq!([minutes(0, 10), minutes(50, 10), minutes(25, 5), minutes(100, 7)], [10, 15, 7, 14]);
        assert_eq!(minutes(u16::MAX, 255), 1020, "more than the most counts as the most");
    }

    #[test]
    fn a_lock_can_be_set_and_taken_away() {
        let mut book = Book::new();
        let lock = PictureLock { pictures: vec![3, 0, 11] };
        let set = book.notebook.amend_picture_lock(ANA, lock.clone());
        book.write([set]);
        assert_eq!(book.notebook.picture_lock(ANA), Some(&lock));
        assert_eq!(book.notebook.picture_lock(BEN), None);
        let away = book.notebook.amend_picture_lock(ANA, PictureLock::default());
        book.write([away]);
        assert_eq!(book.notebook.picture_lock(ANA), None);
        for wrong in [vec![1, 2], vec![1, 2, 12], vec![1, 2, 3, 4]] {
            assert!(!PictureLock { pictures: wrong }.is_set());
        }
    }
}
