//! What marks on a rubric come to: a figure for the whole, a level for each linked skill, and the
//! evidence that a teacher's marks are.

use super::{MOST_WEIGHT, Rubric, RubricScore, RubricTask};
use crate::domain::day::Day;
use crate::domain::entry::{Actor, Change};
use crate::domain::evidence::{Evidence, Mark, Source};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::measure::{Measure, Undefined};
use crate::domain::notebook::Notebook;
use crate::domain::scale::{Level, Score};

/// What a student's marks show on one skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    /// The skill.
    pub skill: SkillId,
    /// The level of the rubric: the highest one not above the weighted mean.
    pub level: Level,
    /// The level of the class's scale it counts as, if it counts as one.
    pub counts_as: Option<Score>,
}

/// The marks of a side, with one criterion's set to another level or taken away.
#[must_use]
pub fn rating(
    marks: &[Option<Level>],
    criteria: usize,
    place: usize,
    level: Option<Level>,
) -> Vec<Option<Level>> {
    let mut marks = marks.to_vec();
    marks.resize(criteria, None);
    if let Some(mark) = marks.get_mut(place) {
        *mark = level;
    }
    marks
}

impl Rubric {
    /// The highest level.
    pub fn top(&self) -> Level {
        Level(u8::try_from(self.levels.len()).unwrap_or(u8::MAX))
    }

    /// The word of a level; empty for a level the rubric does not have.
    pub fn word(&self, level: Level) -> &str {
        level.0.checked_sub(1).and_then(|i| self.levels.get(usize::from(i))).map_or("", String::as_str)
    }

    /// A criterion's mark, when it is a level of this rubric.
    pub fn mark(&self, marks: &[Option<Level>], place: usize) -> Option<Level> {
        let level = marks.get(place).copied().flatten()?;
        (1..=self.top().0).contains(&level.0).then_some(level)
    }

    /// The mean of the marks, each with its criterion's weight. A missing mark is left out, never
    /// zero.
    ///
    /// # Errors
    /// [`Undefined::Empty`] without marks.
    pub fn mean(&self, marks: &[Option<Level>]) -> Result<Measure, Undefined> {
        let (sum, weights, n) = self.weighed(marks, |_| true);
        if n == 0 {
            return Err(Undefined::Empty);
        }
        Measure::of(f64::from(sum) / f64::from(weights), n)
    }

    /// The marks times their weights, the weights, and how many marks there are, of some criteria.
    fn weighed(&self, marks: &[Option<Level>], of: impl Fn(Option<SkillId>) -> bool) -> (u32, u32, usize) {
        let (mut sum, mut weights, mut n) = (0, 0, 0);
        for (place, criterion) in self.criteria.iter().enumerate().filter(|(_, c)| of(c.skill)) {
            if let Some(level) = self.mark(marks, place) {
                let weight = u32::from(criterion.weight.clamp(1, MOST_WEIGHT));
                sum += weight * u32::from(level.0);
                weights += weight;
                n += 1;
            }
        }
        (sum, weights, n)
    }

    /// The linked skills, each once, in the order of the criteria.
    pub fn skills(&self) -> Vec<SkillId> {
        let mut all: Vec<SkillId> = Vec::new();
        for skill in self.criteria.iter().filter_map(|c| c.skill) {
            if !all.contains(&skill) {
                all.push(skill);
            }
        }
        all
    }

    /// What the marks show on each linked skill that has any.
    pub fn rated(&self, marks: &[Option<Level>]) -> Vec<Rated> {
        let rated = |skill: SkillId| {
            let (sum, weights, _) = self.weighed(marks, |of| of == Some(skill));
            // Whole numbers, so the highest level not above the mean is exact.
            let level = Level(u8::try_from(sum.checked_div(weights)?).ok()?);
            let becomes = level.0.checked_sub(1).and_then(|i| self.becomes.get(usize::from(i)));
            let counts_as = becomes.copied().flatten().map(|level| Score { scale: self.scale, level });
            Some(Rated { skill, level, counts_as })
        };
        self.skills().into_iter().filter_map(rated).collect()
    }
}

impl Notebook {
    /// The change by which a student says how they see their work, in the place of what they said
    /// before. It is never evidence.
    pub fn own_score(&self, student: StudentId, score: RubricScore) -> Change {
        let before: Vec<_> =
            self.scores(score.task, student, Actor::Student).map(|(e, _)| e.head.key).collect();
        Change::by_student(student, score).replacing(before)
    }

    /// The changes of a teacher's score: the score in the place of the one before, and one piece of
    /// evidence for each linked skill in the place of what this work showed of it before. The work was
    /// shown on the day its student scored it, or, where they did not, on the day the teacher first did;
    /// a score that is corrected keeps both days, because the work was not shown again. One that says
    /// what stands there already, or nothing where nothing stands, changes nothing.
    pub fn teacher_score(
        &self,
        student: StudentId,
        task: &RubricTask,
        mut score: RubricScore,
        today: Day,
    ) -> Vec<Change> {
        let Some(rubric) = self.rubric_version(task.version) else { return Vec::new() };
        let before: Vec<_> =
            self.scores(task.id, student, Actor::Teacher).map(|(e, s)| (e.head.key, s)).collect();
        let same = match before[..] {
            [] => score.is_blank(),
            [(_, one)] => one.says_the_same(&score),
            // Two devices scored apart: saving makes one of them.
            _ => false,
        };
        if same {
            return Vec::new();
        }
        if let Some((_, earlier)) = before.iter().find(|(_, earlier)| !earlier.is_blank()) {
            score.day = earlier.day;
        }
        // A day before the work was given, or after it was scored, is a clock that is off.
        let own = self.scores(task.id, student, Actor::Student).map(|(_, own)| own.day).max();
        let shown = own.filter(|day| (task.day..=score.day).contains(day)).unwrap_or(score.day);
        let source = Source::Rubric(task.id);
        let rated = rubric.rated(&score.marks);
        let mut gone = Vec::new();
        let mut changes = Vec::new();
        for skill in rubric.skills() {
            let mut earlier = self.evidence(student, skill);
            earlier.retain(|(_, e)| e.source == source);
            let shown_on = earlier.first().map_or(shown, |(_, e)| e.shown_on);
            let earlier = earlier.into_iter().map(|(key, _)| key);
            let Some(level) = rated.iter().find(|r| r.skill == skill).and_then(|r| r.counts_as) else {
                // Nothing takes its place, so it goes with the score it came from.
                gone.extend(earlier);
                continue;
            };
            let evidence = Evidence {
                skill,
                shown_on,
                entered_at: today,
                mark: Mark::Score(level),
                source,
                note: String::new(),
            };
            changes.push(Change::by_teacher(student, evidence).replacing(earlier));
        }
        let replaced = before.into_iter().map(|(key, _)| key).chain(gone);
        changes.insert(0, Change::by_teacher(student, score).replacing(replaced));
        changes
    }
}
