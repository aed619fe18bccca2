//! A rubric as it is typed: every field as text, checked when it is done.

use serde::{Deserialize, Serialize};

use super::{Criterion, LONGEST_DESCRIPTION, MOST_CRITERIA, MOST_WEIGHT, Rubric, RubricCell, RubricType};
use crate::domain::day::Day;
use crate::domain::id::{RubricId, RubricVersionId, SkillId};
use crate::domain::scale::{LEVELS, Level, Scale};

/// The longest title, and the longest name of a criterion, in characters.
pub const LONGEST_TITLE: usize = 120;
/// The longest word of a level, in characters.
pub const LONGEST_WORD: usize = 40;
/// The level of a single-point rubric that is described, counted from 0.
pub(super) const MEETS: usize = 1;

/// What is typed into the form of a rubric. Rows and columns have keys of their own, so that they
/// stay themselves when they are moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RubricDraft {
    /// The title.
    pub title: String,
    /// The type.
    pub kind: RubricType,
    /// The levels, lowest first.
    pub levels: Vec<LevelDraft>,
    /// The criteria, in order. A holistic rubric uses the first only.
    pub criteria: Vec<CriterionDraft>,
    next: u32,
}

/// A level as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelDraft {
    /// Tells it apart from the others.
    pub key: u32,
    /// Its word.
    pub word: String,
    /// The level of the class's scale it counts as, where their numbers differ.
    pub becomes: Option<Level>,
}

/// A criterion as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CriterionDraft {
    /// Tells it apart from the others.
    pub key: u32,
    /// Its name.
    pub name: String,
    /// How much it counts.
    pub weight: u8,
    /// The skill it shows.
    pub skill: Option<SkillId>,
    /// One cell per level.
    pub cells: Vec<RubricCell>,
}

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
    /// A new rubric of a type with one empty criterion.
    pub fn blank(kind: RubricType, words: &[String], scale: &Scale) -> RubricDraft {
        let mut draft =
            RubricDraft { title: String::new(), kind, levels: Vec::new(), criteria: Vec::new(), next: 1 };
        draft.set_words(words, scale);
        draft.add_criterion();
        draft
    }

    /// The form of a rubric.
    pub fn of(rubric: &Rubric) -> RubricDraft {
        let mut draft = RubricDraft {
            title: rubric.title.clone(),
            kind: rubric.kind,
            levels: Vec::new(),
            criteria: Vec::new(),
            next: 1,
        };
        for (i, word) in rubric.levels.iter().enumerate() {
            let becomes = rubric.becomes.get(i).copied().flatten();
            let key = draft.fresh();
            draft.levels.push(LevelDraft { key, word: word.clone(), becomes });
        }
        for criterion in &rubric.criteria {
            let mut cells = criterion.cells.clone();
            cells.resize(draft.levels.len(), RubricCell::default());
            let Criterion { name, weight, skill, .. } = criterion.clone();
            let key = draft.fresh();
            draft.criteria.push(CriterionDraft { key, name, weight, skill, cells });
        }
        draft
    }

    fn fresh(&mut self) -> u32 {
        self.next = self.next.wrapping_add(1);
        self.next
    }

    /// Makes it another type, whose levels have these words. Everything typed into cells stays.
    pub fn set_kind(&mut self, kind: RubricType, words: &[String], scale: &Scale) {
        self.kind = kind;
        self.set_words(words, scale);
    }

    fn set_words(&mut self, words: &[String], scale: &Scale) {
        let levels = words.iter().enumerate();
        let levels =
            levels.map(|(i, word)| (word.clone(), proposed(i, words.len(), scale))).collect::<Vec<_>>();
        self.levels = levels
            .into_iter()
            .map(|(word, becomes)| LevelDraft { key: self.fresh(), word, becomes })
            .collect();
        for criterion in &mut self.criteria {
            criterion.cells.resize(words.len(), RubricCell::default());
        }
    }

    /// Whether another criterion has room.
    pub fn takes_criterion(&self) -> bool {
        self.kind != RubricType::Holistic && self.criteria.len() < MOST_CRITERIA
    }

    /// Adds an empty criterion and gives its key.
    pub fn add_criterion(&mut self) -> u32 {
        let key = self.fresh();
        let cells = vec![RubricCell::default(); self.levels.len()];
        self.criteria.push(CriterionDraft { key, name: String::new(), weight: 1, skill: None, cells });
        key
    }

    /// Removes a criterion.
    pub fn remove_criterion(&mut self, key: u32) {
        self.criteria.retain(|c| c.key != key);
    }

    /// Moves a criterion one place up or down.
    pub fn move_criterion(&mut self, key: u32, down: bool) {
        let at = self.criteria.iter().position(|c| c.key == key);
        if let Some((at, to)) = step(at, down, self.criteria.len()) {
            self.criteria.swap(at, to);
        }
    }

    /// The criterion with this key.
    pub fn criterion(&self, key: u32) -> Option<&CriterionDraft> {
        self.criteria.iter().find(|c| c.key == key)
    }

    /// The criterion with this key, to be changed.
    pub fn criterion_mut(&mut self, key: u32) -> Option<&mut CriterionDraft> {
        self.criteria.iter_mut().find(|c| c.key == key)
    }

    /// The place of a level.
    pub fn level_at(&self, key: u32) -> Option<usize> {
        self.levels.iter().position(|l| l.key == key)
    }

    /// The cell of a criterion at a level.
    pub fn cell(&self, criterion: u32, level: u32) -> Option<&RubricCell> {
        self.criterion(criterion)?.cells.get(self.level_at(level)?)
    }

    /// The cell of a criterion at a level, to be changed.
    pub fn cell_mut(&mut self, criterion: u32, level: u32) -> Option<&mut RubricCell> {
        let at = self.level_at(level)?;
        self.criterion_mut(criterion)?.cells.get_mut(at)
    }

    /// Whether levels can come and go, and how: one more, one fewer.
    pub fn takes_levels(&self) -> (bool, bool) {
        let free = self.kind != RubricType::SinglePoint;
        let n = self.levels.len();
        (free && n < *LEVELS.end(), free && n > *LEVELS.start())
    }

    /// Adds a level above the others and gives its key.
    pub fn add_level(&mut self, scale: &Scale) -> u32 {
        let key = self.fresh();
        self.levels.push(LevelDraft { key, word: String::new(), becomes: Some(scale.top()) });
        for criterion in &mut self.criteria {
            criterion.cells.resize(self.levels.len(), RubricCell::default());
        }
        key
    }

    /// Removes a level with its column of cells.
    pub fn remove_level(&mut self, key: u32) {
        if let Some(at) = self.level_at(key) {
            self.levels.remove(at);
            for criterion in self.criteria.iter_mut().filter(|c| at < c.cells.len()) {
                criterion.cells.remove(at);
            }
        }
    }

    /// Moves a level with its column of cells one place up or down.
    pub fn move_level(&mut self, key: u32, up: bool) {
        if let Some((at, to)) = step(self.level_at(key), up, self.levels.len()) {
            self.levels.swap(at, to);
            for criterion in self.criteria.iter_mut().filter(|c| at.max(to) < c.cells.len()) {
                criterion.cells.swap(at, to);
            }
        }
    }

    /// Whether the teacher says what each level counts as: their number is not the class's.
    pub fn maps_levels(&self, scale: &Scale) -> bool {
        self.kind != RubricType::Observation && self.levels.len() != scale.words.len()
    }

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
        let cells: Vec<RubricCell> = typed
            .cells
            .iter()
            .take(self.levels.len())
            .enumerate()
            .map(|(i, cell)| self.cell_of(i, cell))
            .collect();
        let blank = name.is_empty() && cells.iter().all(|c| *c == RubricCell::default());
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

/// The level of the class a level counts as unless the teacher says otherwise: of three, the middle
/// one is the first that counts as reached; else they are spread over the class's.
pub(super) fn proposed(at: usize, of: usize, scale: &Scale) -> Option<Level> {
    let (top, reached) = (usize::from(scale.top().0), usize::from(scale.reached().0));
    let level = match (of, at) {
        _ if of == top => at + 1,
        (3, 0) => reached.saturating_sub(1).max(1),
        (3, 1) => reached,
        _ => 1 + (at * top.saturating_sub(1) + (of - 1) / 2) / (of - 1).max(1),
    };
    u8::try_from(level.min(top)).ok().filter(|l| *l > 0).map(Level)
}

fn step(at: Option<usize>, forward: bool, len: usize) -> Option<(usize, usize)> {
    let at = at?;
    let to = if forward { at + 1 } else { at.checked_sub(1)? };
    (to < len).then_some((at, to))
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
