//! Both views of a piece of work, and the rule that the student's own comes first: what the teacher
//! saw is shown to a student when both are in.

use std::collections::BTreeMap;

use super::{Rubric, RubricScore, RubricTask, RubricType};
use crate::domain::entry::{Actor, Body, Entry};
use crate::domain::evidence::{Evidence, Source};
use crate::domain::id::{StudentId, TaskId};
use crate::domain::notebook::{Notebook, Slot};

/// What is known of one student's piece of work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Views {
    /// How the student sees it.
    pub own: Option<RubricScore>,
    /// How the teacher sees it.
    pub teacher: Option<RubricScore>,
}

/// Where a piece of work stands for its student.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// To be read, and scored by the student.
    Open,
    /// The student has scored it.
    Waiting,
    /// Both have, or the work is finished and the teacher has: the student sees both views.
    Both,
    /// It was finished before anybody scored it.
    Ended,
}

impl Views {
    /// Whether both are in, each as a whole: see [`Rubric::answered`] and [`Rubric::scored`].
    pub fn both_in(&self, rubric: &Rubric) -> bool {
        self.own_in(rubric) && self.teacher.as_ref().is_some_and(|score| rubric.scored(score))
    }

    fn own_in(&self, rubric: &Rubric) -> bool {
        self.own.as_ref().is_some_and(|own| rubric.answered(own))
    }

    /// Where the work stands for the student. Finishing it opens whatever the teacher has said by
    /// then, so that a level nobody can give keeps nothing closed for ever.
    pub fn stage(&self, task: &RubricTask, rubric: &Rubric) -> Stage {
        match self.own_in(rubric) {
            _ if self.both_in(rubric) || (task.closed && self.teacher.is_some()) => Stage::Both,
            true => Stage::Waiting,
            false if task.closed => Stage::Ended,
            false => Stage::Open,
        }
    }
}

impl Rubric {
    /// Whether a student has answered for every criterion; "I don't know yet" is an answer, and is
    /// kept as a mark without a level.
    pub fn answered(&self, own: &RubricScore) -> bool {
        own.marks.len() >= self.criteria.len()
    }

    /// Whether a teacher's score is whole.
    ///
    /// It is when every criterion of the version has a level: of an analytic rubric each row, of a
    /// holistic one its only criterion, of an observation each look-for. Of a single-point rubric a
    /// note on either side does as well, because there the note says what the level would.
    pub fn scored(&self, score: &RubricScore) -> bool {
        self.said_of(score) == self.criteria.len()
    }

    /// Of how many criteria a teacher's score says where they stand.
    pub fn said_of(&self, score: &RubricScore) -> usize {
        let noted = |at: usize| score.notes.get(at).is_some_and(|note| !note.trim().is_empty());
        let single = self.kind == RubricType::SinglePoint;
        let said = |place: &usize| {
            self.mark(&score.marks, *place).is_some() || single && (noted(2 * place) || noted(2 * place + 1))
        };
        (0..self.criteria.len()).filter(said).count()
    }
}

impl RubricScore {
    /// A score without a mark and without a word.
    pub fn blank(task: TaskId, day: crate::domain::Day) -> RubricScore {
        RubricScore { task, day, marks: Vec::new(), notes: Vec::new(), comment: String::new() }
    }

    /// Whether nothing is said: all that was said has been taken away again.
    pub fn is_blank(&self) -> bool {
        let no_words = self.notes.iter().chain([&self.comment]).all(|text| text.is_empty());
        no_words && self.marks.iter().all(Option::is_none)
    }

    /// Whether two scores say the same, on whichever day.
    pub(super) fn says_the_same(&self, other: &RubricScore) -> bool {
        let same = |place: usize| at(&self.marks, place) == at(&other.marks, place);
        let notes = |place: usize| at(&self.notes, place) == at(&other.notes, place);
        self.comment == other.comment
            && (0..self.marks.len().max(other.marks.len())).all(same)
            && (0..self.notes.len().max(other.notes.len())).all(notes)
    }

    /// What stands when this was typed from `began` while another tab went from there to `now`:
    /// each mark and each text that was changed here, and all others as they are now.
    #[must_use]
    pub fn onto(&self, began: &RubricScore, now: &RubricScore) -> RubricScore {
        let places = |count: fn(&RubricScore) -> usize| 0..count(self).max(count(now));
        let marks = places(|s| s.marks.len())
            .map(|i| changed(at(&self.marks, i), at(&began.marks, i), at(&now.marks, i)));
        let notes = places(|s| s.notes.len())
            .map(|i| changed(at(&self.notes, i), at(&began.notes, i), at(&now.notes, i)));
        RubricScore {
            marks: marks.collect(),
            notes: notes.collect(),
            comment: changed(self.comment.clone(), began.comment.clone(), now.comment.clone()),
            ..now.clone()
        }
    }
}

fn at<T: Clone + Default>(all: &[T], place: usize) -> T {
    all.get(place).cloned().unwrap_or_default()
}

fn changed<T: PartialEq>(mine: T, began: T, now: T) -> T {
    if mine == began { now } else { mine }
}

impl Notebook {
    /// How a student and their teacher see a piece of work.
    pub fn marks(&self, task: TaskId, student: StudentId) -> Views {
        let by = |actor: Actor| self.scores(task, student, actor).last().map(|(_, score)| score.clone());
        Views { own: by(Actor::Student), teacher: by(Actor::Teacher).filter(|score| !score.is_blank()) }
    }

    /// How everybody who said anything sees a piece of work.
    pub fn marks_of_all(&self, task: TaskId) -> BTreeMap<StudentId, Views> {
        let mut all = BTreeMap::<StudentId, Views>::new();
        for entry in self.slot(Slot::Marks(task)) {
            if let (Body::RubricScore(score), Some(student)) = (&entry.body, entry.head.about) {
                let views = all.entry(student).or_default();
                match entry.head.by {
                    Actor::Student => views.own = Some(score.clone()),
                    Actor::Teacher => views.teacher = Some(score.clone()).filter(|score| !score.is_blank()),
                }
            }
        }
        all
    }

    /// The current scores of one student's work by one side; more than one when two devices scored
    /// apart.
    pub(super) fn scores(
        &self,
        task: TaskId,
        student: StudentId,
        by: Actor,
    ) -> impl Iterator<Item = (&Entry, &RubricScore)> {
        let of = move |e: &&Entry| e.head.about == Some(student) && e.head.by == by;
        self.slot(Slot::Marks(task)).filter(of).filter_map(|e| match &e.body {
            Body::RubricScore(score) => Some((e, score)),
            _ => None,
        })
    }

    /// The pieces of work of which a student can see both views, finished ones too, the latest first.
    pub fn seen_work(&self, student: StudentId) -> Vec<&RubricTask> {
        let mut all = self.tasks();
        all.retain(|task| self.is_seen(task, student) == Some(true));
        all
    }

    /// Whether a student can see both views of a piece of work; `None` without its rubric.
    fn is_seen(&self, task: &RubricTask, student: StudentId) -> Option<bool> {
        let rubric = self.rubric_version(task.version)?;
        Some(self.marks(task.id, student).stage(task, rubric) == Stage::Both)
    }

    /// What a student's own pages may tell of their skills: all but the evidence of work whose two
    /// views are not both in, which would say how the teacher sees it before the student has said
    /// so themselves. None while no work waits, because then it is the notebook itself.
    pub fn told_to(&self, student: StudentId) -> Option<Notebook> {
        let mut waiting = self.tasks();
        waiting.retain(|task| self.is_seen(task, student) == Some(false));
        let waiting: Vec<TaskId> = waiting.into_iter().map(|task| task.id).collect();
        let hidden = |entry: &&Entry| match &entry.body {
            Body::Evidence(Evidence { source: Source::Rubric(task), .. }) => waiting.contains(task),
            _ => false,
        };
        let skills = self.skills().into_iter().map(|skill| Slot::Cell(student, skill.id));
        let cells: Vec<Slot> = skills.collect();
        cells.iter().flat_map(|cell| self.slot(*cell)).find(hidden)?;
        let around = [Slot::Class, Slot::Scales, Slot::Skills, Slot::Tickets];
        let all = around.into_iter().chain(cells).flat_map(|slot| self.slot(slot));
        let mut told = Notebook::new(self.class_id());
        told.merge(all.filter(|entry| !hidden(entry)).cloned());
        Some(told)
    }
}
