//! Questions about rubrics, the work scored with them, and the sentences kept for comments.

use super::{BankComment, LessonObservation, Rubric, RubricTask};
use crate::domain::entry::{Body, Change};
use crate::domain::id::{RubricId, RubricVersionId, TaskId};
use crate::domain::notebook::{Notebook, Slot};

impl Notebook {
    /// The version in use of each rubric that was not put away, by title.
    pub fn rubrics(&self) -> Vec<&Rubric> {
        self.rubrics_in_use(false)
    }

    /// The rubrics that were put away, by title.
    pub fn put_away_rubrics(&self) -> Vec<&Rubric> {
        self.rubrics_in_use(true)
    }

    fn rubrics_in_use(&self, archived: bool) -> Vec<&Rubric> {
        let mut all = self.newest(Slot::Rubrics, |body| match body {
            Body::Rubric(rubric) => Some((rubric.id.bits(), rubric)),
            _ => None,
        });
        all.retain(|rubric| rubric.archived == archived);
        all.sort_by(|a, b| (&a.title, a.id).cmp(&(&b.title, b.id)));
        all
    }

    /// Every entry of a rubric, the latest last.
    fn all_versions(&self) -> impl DoubleEndedIterator<Item = &Rubric> {
        self.slot(Slot::Rubrics).filter_map(|e| match &e.body {
            Body::Rubric(rubric) => Some(rubric),
            _ => None,
        })
    }

    /// The version of a rubric that is in use, also when it was put away.
    pub fn rubric(&self, id: RubricId) -> Option<&Rubric> {
        self.all_versions().rfind(|r| r.id == id)
    }

    /// One version of a rubric.
    pub fn rubric_version(&self, version: RubricVersionId) -> Option<&Rubric> {
        self.all_versions().rfind(|r| r.version == version)
    }

    /// Every version of a rubric, the first one first. Putting it away makes none.
    pub fn rubric_versions(&self, id: RubricId) -> Vec<&Rubric> {
        let mut all: Vec<&Rubric> = Vec::new();
        for rubric in self.all_versions().filter(|r| r.id == id) {
            match all.iter_mut().find(|r| r.version == rubric.version) {
                Some(same) => *same = rubric,
                None => all.push(rubric),
            }
        }
        all
    }

    /// The pieces of work that are scored with a rubric, the latest first.
    pub fn tasks(&self) -> Vec<&RubricTask> {
        self.newest(Slot::Tasks, |body| match body {
            Body::RubricTask(task) => Some((task.id.bits(), task)),
            _ => None,
        })
    }

    /// The piece of work with this id.
    pub fn task(&self, id: TaskId) -> Option<&RubricTask> {
        self.slot(Slot::Tasks).rev().find_map(|e| match &e.body {
            Body::RubricTask(task) if task.id == id => Some(task),
            _ => None,
        })
    }

    /// The change that puts this in the place of what is known of a piece of work.
    pub fn amend_task(&self, task: RubricTask) -> Change {
        let id = task.id;
        let it = |body: &Body| matches!(body, Body::RubricTask(t) if t.id == id);
        Change::of_class(task).replacing(self.heads_of(Slot::Tasks, it))
    }

    /// The sentences kept for comments, in the order of the alphabet.
    pub fn comment_bank(&self) -> Vec<&BankComment> {
        let mut all = self.newest(Slot::Rubrics, |body| match body {
            Body::BankComment(comment) => Some((comment.id.bits(), comment)),
            _ => None,
        });
        all.retain(|comment| !comment.archived);
        all.sort_by(|a, b| (&a.text, a.id).cmp(&(&b.text, b.id)));
        all
    }

    /// The change that puts this in the place of what is known of a kept sentence.
    pub fn amend_comment(&self, comment: BankComment) -> Change {
        let id = comment.id;
        let it = |body: &Body| matches!(body, Body::BankComment(c) if c.id == id);
        Change::of_class(comment).replacing(self.heads_of(Slot::Rubrics, it))
    }

    /// The observed lessons, the latest first.
    pub fn lessons(&self) -> Vec<&LessonObservation> {
        self.newest(Slot::Tasks, |body| match body {
            Body::LessonObservation(lesson) => Some((lesson.id.bits(), lesson)),
            _ => None,
        })
    }

    /// The observed lesson with this id.
    pub fn lesson(&self, id: TaskId) -> Option<&LessonObservation> {
        self.slot(Slot::Tasks).rev().find_map(|e| match &e.body {
            Body::LessonObservation(lesson) if lesson.id == id => Some(lesson),
            _ => None,
        })
    }

    /// The change that puts this in the place of what is known of an observed lesson. A look-for
    /// keeps its rating only while something was seen for it.
    pub fn amend_lesson(&self, mut lesson: LessonObservation) -> Change {
        let id = lesson.id;
        for (place, mark) in lesson.marks.iter_mut().enumerate() {
            if !lesson.seen.iter().any(|seen| usize::from(seen.criterion) == place) {
                *mark = None;
            }
        }
        let it = |body: &Body| matches!(body, Body::LessonObservation(l) if l.id == id);
        Change::of_class(lesson).replacing(self.heads_of(Slot::Tasks, it))
    }
}
