//! Versions of a rubric: when one says anything new, and copies.

use super::Rubric;
use super::draft::LONGEST_TITLE;
use crate::domain::day::Day;
use crate::domain::id::{RubricId, RubricVersionId};

impl Rubric {
    /// Whether two versions say the same, so that saving one after the other changes nothing.
    pub fn says_the_same(&self, other: &Rubric) -> bool {
        let plain = |r: &Rubric| Rubric { version: self.version, day: None, archived: false, ..r.clone() };
        plain(self) == plain(other)
    }

    /// A copy as a rubric of its own.
    #[must_use]
    pub fn copy(&self, id: RubricId, version: RubricVersionId, title: String, day: Day) -> Rubric {
        let title = title.chars().take(LONGEST_TITLE).collect();
        Rubric { id, version, title, archived: false, day: Some(day), ..self.clone() }
    }
}
