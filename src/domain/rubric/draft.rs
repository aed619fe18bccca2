//! A rubric as it is typed: every field as text, checked when it is done. Nothing typed is lost by
//! another type or another number of levels: what has no place now waits aside.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Criterion, MOST_CRITERIA, Rubric, RubricCell, RubricType};
use crate::domain::id::SkillId;
use crate::domain::scale::{LEVELS, Level, Scale};

mod parse;

pub use parse::RubricProblem;

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
    /// The levels of the other shape: those of a single point, or those of all other types.
    aside: Vec<LevelDraft>,
    /// What was removed, with its place, the latest last.
    removed: Vec<(usize, Removed)>,
    next: u32,
}

/// A level or a criterion that was removed from the form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Removed {
    /// A level; its cells stay with the criteria.
    Level(LevelDraft),
    /// A criterion with its cells.
    Criterion(CriterionDraft),
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
    /// The cells by the keys of their levels.
    pub cells: BTreeMap<u32, RubricCell>,
}

impl CriterionDraft {
    /// Whether nothing was typed into it.
    pub fn is_blank(&self) -> bool {
        self.name.trim().is_empty() && self.cells.values().all(|cell| *cell == RubricCell::default())
    }
}

impl RubricDraft {
    /// A new rubric of a type with one empty criterion.
    pub fn blank(kind: RubricType, words: &[String], scale: &Scale) -> RubricDraft {
        let mut draft = RubricDraft::empty(String::new(), kind);
        draft.levels = draft.worded(words, scale);
        draft.add_criterion();
        draft
    }

    fn empty(title: String, kind: RubricType) -> RubricDraft {
        let (levels, aside) = (Vec::new(), Vec::new());
        RubricDraft { title, kind, levels, criteria: Vec::new(), aside, removed: Vec::new(), next: 1 }
    }

    /// The form of a rubric.
    pub fn of(rubric: &Rubric) -> RubricDraft {
        let mut draft = RubricDraft::empty(rubric.title.clone(), rubric.kind);
        for (i, word) in rubric.levels.iter().enumerate() {
            let becomes = rubric.becomes.get(i).copied().flatten();
            let key = draft.fresh();
            draft.levels.push(LevelDraft { key, word: word.clone(), becomes });
        }
        let keys: Vec<u32> = draft.levels.iter().map(|level| level.key).collect();
        for criterion in &rubric.criteria {
            let Criterion { name, weight, skill, cells } = criterion.clone();
            let key = draft.fresh();
            let cells = keys.iter().copied().zip(cells).collect();
            draft.criteria.push(CriterionDraft { key, name, weight, skill, cells });
        }
        draft
    }

    fn fresh(&mut self) -> u32 {
        self.next = self.next.wrapping_add(1);
        self.next
    }

    /// Whether no criterion says anything yet.
    pub fn is_blank(&self) -> bool {
        self.criteria.iter().all(CriterionDraft::is_blank)
    }

    /// Whether something typed has no place in this type: it comes back with another type, but is
    /// no part of what is saved.
    pub fn leaves_out(&self) -> bool {
        let here = |key: &u32| self.level_at(*key).is_some();
        let hidden = self.aside.iter().map(|level| level.key).filter(|key| !here(key));
        let hidden: Vec<u32> = hidden.collect();
        let observed = self.kind == RubricType::Observation;
        let cell = |(key, cell): (&u32, &RubricCell)| match hidden.contains(key) {
            true => *cell != RubricCell::default(),
            false => observed && here(key) && !(cell.student.is_empty() && cell.example.is_empty()),
        };
        let rest = if self.kind == RubricType::Holistic { 1 } else { self.criteria.len() };
        self.criteria.iter().skip(rest).any(|criterion| !criterion.is_blank())
            || self.criteria.iter().flat_map(|criterion| &criterion.cells).any(cell)
    }

    /// Makes it another type. A single point has levels of its own, which have these words the
    /// first time, as the others have: the levels of before wait aside with all that was typed into
    /// them. What "meets" says is what the level says that counts as reached.
    pub fn set_kind(&mut self, kind: RubricType, words: &[String], scale: &Scale) {
        let single = kind == RubricType::SinglePoint;
        let shape_stays = single == (self.kind == RubricType::SinglePoint);
        self.kind = kind;
        if shape_stays {
            return;
        }
        let mut levels = std::mem::take(&mut self.aside);
        if levels.is_empty() {
            levels = self.worded(words, scale);
            let reached = |levels: &[LevelDraft]| {
                levels.iter().position(|level| level.becomes == Some(scale.reached())).unwrap_or(MEETS)
            };
            let (from, to) = if single { (reached(&self.levels), MEETS) } else { (MEETS, reached(&levels)) };
            if let (Some(from), Some(to)) = (self.levels.get(from), levels.get_mut(to)) {
                to.key = from.key;
            }
        }
        self.aside = std::mem::replace(&mut self.levels, levels);
    }

    /// Levels with these words.
    fn worded(&mut self, words: &[String], scale: &Scale) -> Vec<LevelDraft> {
        let level = |(i, word): (usize, &String)| {
            let becomes = proposed(i, words.len(), scale);
            LevelDraft { key: self.fresh(), word: word.clone(), becomes }
        };
        words.iter().enumerate().map(level).collect()
    }

    /// Whether another criterion has room.
    pub fn takes_criterion(&self) -> bool {
        self.kind != RubricType::Holistic && self.criteria.len() < MOST_CRITERIA
    }

    /// Adds an empty criterion and gives its key.
    pub fn add_criterion(&mut self) -> u32 {
        let key = self.fresh();
        let cells = BTreeMap::new();
        self.criteria.push(CriterionDraft { key, name: String::new(), weight: 1, skill: None, cells });
        key
    }

    /// Removes a criterion. One that says anything can be brought back.
    pub fn remove_criterion(&mut self, key: u32) {
        if let Some(at) = self.criteria.iter().position(|c| c.key == key) {
            let gone = self.criteria.remove(at);
            if !gone.is_blank() {
                self.removed.push((at, Removed::Criterion(gone)));
            }
        }
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
        self.criterion(criterion)?.cells.get(&level)
    }

    /// The cell of a criterion at a level, to be changed.
    pub fn cell_mut(&mut self, criterion: u32, level: u32) -> Option<&mut RubricCell> {
        Some(self.criterion_mut(criterion)?.cells.entry(level).or_default())
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
        key
    }

    /// Removes a level with its column of cells. One that says anything can be brought back.
    pub fn remove_level(&mut self, key: u32) {
        if let Some(at) = self.level_at(key) {
            let gone = self.levels.remove(at);
            let said = |c: &CriterionDraft| c.cells.get(&key).is_some_and(|c| *c != RubricCell::default());
            if !gone.word.trim().is_empty() || self.criteria.iter().any(said) {
                self.removed.push((at, Removed::Level(gone)));
            }
        }
    }

    /// What was removed last of all that there is room for.
    pub fn last_removed(&self) -> Option<&Removed> {
        Some(&self.removed.get(self.to_bring_back()?)?.1)
    }

    fn to_bring_back(&self) -> Option<usize> {
        let (level, criterion) = (self.takes_levels().0, self.takes_criterion());
        self.removed.iter().rposition(|(_, removed)| match removed {
            Removed::Level(_) => level,
            Removed::Criterion(_) => criterion,
        })
    }

    /// Brings what was removed last back to its place, with all that was typed into it, and gives
    /// its key.
    pub fn bring_back(&mut self) -> Option<u32> {
        let (at, removed) = self.removed.remove(self.to_bring_back()?);
        Some(match removed {
            Removed::Level(level) => {
                let key = level.key;
                self.levels.insert(at.min(self.levels.len()), level);
                key
            }
            Removed::Criterion(criterion) => {
                let key = criterion.key;
                self.criteria.insert(at.min(self.criteria.len()), criterion);
                key
            }
        })
    }

    /// Moves a level with its column of cells one place up or down.
    pub fn move_level(&mut self, key: u32, up: bool) {
        if let Some((at, to)) = step(self.level_at(key), up, self.levels.len()) {
            self.levels.swap(at, to);
        }
    }

    /// Whether the teacher says what each level counts as: their number is not the class's.
    pub fn maps_levels(&self, scale: &Scale) -> bool {
        self.kind != RubricType::Observation && self.levels.len() != scale.words.len()
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
