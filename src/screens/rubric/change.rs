//! Writing what stands around rubrics, and saying what it is called.

use crate::browser;
use crate::domain::Notebook;
use crate::domain::id::{RubricId, RubricVersionId, TaskId};
use crate::domain::rubric::{Rubric, RubricType};
use crate::words::words;

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
