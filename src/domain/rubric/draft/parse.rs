//! What was typed becomes a rubric, or everything that has to be mended first.

use super::{CriterionDraft, LevelDraft, RubricDraft};
use super::{LONGEST_TITLE, LONGEST_WORD, MEETS};
use crate::domain::day::Day;
use crate::domain::id::{RubricId, RubricVersionId};
use crate::domain::rubric::{
    Criterion, LONGEST_DESCRIPTION, MOST_CRITERIA, MOST_WEIGHT, Rubric, RubricCell, RubricType,
};
use crate::domain::scale::{Level, Scale};

/// What has to be mended before a rubric can be kept. Places are counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RubricProblem {
    /// The title is empty.
    NoTitle,
    /// The title is longer than [`LONGEST_TITLE`].
    LongTitle,
    /// A level has no word.
    NoWord(usize),
    /// A level's word is longer than [`LONGEST_WORD`].
    LongWord(usize),
    /// Two levels have this same word.
    SameWord(usize),
    /// Nothing is looked at.
    NoCriteria,
    /// A criterion has no name.
    NoName(usize),
    /// A criterion's name is longer than [`LONGEST_TITLE`].
    LongName(usize),
    /// A text of a cell is longer than [`LONGEST_DESCRIPTION`]: the criterion, the level.
    LongCell(usize, usize),
}

impl RubricDraft {
    /// The criteria that count for the type.
    fn used(&self) -> &[CriterionDraft] {
        let most = if self.kind == RubricType::Holistic { 1 } else { MOST_CRITERIA };
        &self.criteria[..self.criteria.len().min(most)]
    }

    /// The rubric that was typed, as a new version.
    ///
    /// # Errors
    /// Everything that has to be mended, in the order in which it stands on the screen.
    pub fn parse(
        &self,
        id: RubricId,
        version: RubricVersionId,
        scale: &Scale,
        day: Day,
    ) -> Result<Rubric, Vec<RubricProblem>> {
        let mut problems = Vec::new();
        let title = line(&self.title);
        match title.chars().count() {
            0 => problems.push(RubricProblem::NoTitle),
            n if n > LONGEST_TITLE => problems.push(RubricProblem::LongTitle),
            _ => {}
        }
        let levels = self.words(&mut problems);
        let maps = self.maps_levels(scale);
        let becomes = self.levels.iter().enumerate().map(|(i, level)| match self.kind {
            RubricType::Observation => None,
            _ if maps => level.becomes.filter(|l| (1..=scale.top().0).contains(&l.0)),
            _ => u8::try_from(i + 1).ok().map(Level),
        });
        let becomes = becomes.collect();
        let used = self.used().iter().enumerate();
        let criteria: Vec<Criterion> = used
            .filter_map(|(i, criterion)| self.criterion_of(i, criterion, &title, &mut problems))
            .collect();
        if criteria.is_empty() {
            problems.push(RubricProblem::NoCriteria);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let (kind, scale) = (self.kind, scale.id);
        Ok(Rubric {
            id,
            version,
            title,
            kind,
            levels,
            scale,
            becomes,
            criteria,
            archived: false,
            day: Some(day),
        })
    }

    fn words(&self, problems: &mut Vec<RubricProblem>) -> Vec<String> {
        let words: Vec<String> = self.levels.iter().map(|l| line(&l.word)).collect();
        for (i, word) in words.iter().enumerate() {
            let same = |other: &String| other.to_lowercase() == word.to_lowercase();
            if word.is_empty() {
                problems.push(RubricProblem::NoWord(i));
            } else if word.chars().count() > LONGEST_WORD {
                problems.push(RubricProblem::LongWord(i));
            } else if words[..i].iter().any(same) {
                problems.push(RubricProblem::SameWord(i));
            }
        }
        words
    }

    /// A criterion; none when nothing of it was typed and another one is left.
    fn criterion_of(
        &self,
        place: usize,
        typed: &CriterionDraft,
        title: &str,
        problems: &mut Vec<RubricProblem>,
    ) -> Option<Criterion> {
        let mut name = line(&typed.name);
        let empty = RubricCell::default();
        let cell_at = |level: &LevelDraft| typed.cells.get(&level.key).unwrap_or(&empty);
        let cells: Vec<RubricCell> =
            self.levels.iter().enumerate().map(|(i, level)| self.cell_of(i, cell_at(level))).collect();
        let blank = name.is_empty() && cells.iter().all(|c| *c == empty);
        if blank && self.used().len() > 1 {
            return None;
        }
        match name.chars().count() {
            // The whole of the work needs no name of its own.
            0 if self.kind == RubricType::Holistic => title.clone_into(&mut name),
            0 => problems.push(RubricProblem::NoName(place)),
            n if n > LONGEST_TITLE => problems.push(RubricProblem::LongName(place)),
            _ => {}
        }
        let long = |text: &String| text.chars().count() > LONGEST_DESCRIPTION;
        for (level, cell) in cells.iter().enumerate() {
            if [&cell.description, &cell.student, &cell.example].into_iter().any(long) {
                problems.push(RubricProblem::LongCell(place, level));
            }
        }
        let weight = typed.weight.clamp(1, MOST_WEIGHT);
        let skill = typed.skill.filter(|_| self.kind != RubricType::Observation);
        let cells = trimmed(cells);
        Some(Criterion { name, weight, skill, cells })
    }

    /// A cell, without what its type has no place for.
    fn cell_of(&self, level: usize, cell: &RubricCell) -> RubricCell {
        match self.kind {
            RubricType::SinglePoint if level != MEETS => RubricCell::default(),
            RubricType::Observation => {
                RubricCell { description: paragraphs(&cell.description), ..RubricCell::default() }
            }
            _ => RubricCell {
                description: paragraphs(&cell.description),
                student: paragraphs(&cell.student),
                example: paragraphs(&cell.example),
            },
        }
    }
}

/// The cells without the empty ones at the end.
fn trimmed(mut cells: Vec<RubricCell>) -> Vec<RubricCell> {
    while cells.last().is_some_and(|c| *c == RubricCell::default()) {
        cells.pop();
    }
    cells
}

/// One line without double spaces.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines without spaces at their ends.
fn paragraphs(text: &str) -> String {
    text.trim().lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}
