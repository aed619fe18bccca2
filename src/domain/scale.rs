//! A level scale: 3 to 6 levels with the class's words for them.
//!
//! A scale is an immutable version. Renaming a level makes a new version that says which level of
//! the old one each of its levels continues; results keep the version they were given on.

use serde::{Deserialize, Serialize};

use super::id::ScaleId;

/// A level of a scale, counted from 1 (the lowest).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Level(pub u8);

/// The fewest and most levels a scale may have.
pub const LEVELS: std::ops::RangeInclusive<usize> = 3..=6;

/// One immutable version of a level scale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scale {
    /// The version.
    pub id: ScaleId,
    /// The class's words, lowest level first; 3 to 6 of them.
    pub words: Vec<String>,
    /// The version it continues, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<Follows>,
}

/// How a newer version of a scale continues an older one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Follows {
    /// The older version.
    pub scale: ScaleId,
    /// For each level of the older version, lowest first, the level of this version it becomes;
    /// `None` where there is no counterpart.
    pub becomes: Vec<Option<Level>>,
}

/// A level given on one version of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Score {
    /// The version it was given on.
    pub scale: ScaleId,
    /// The level, 1 to the scale's number of levels.
    pub level: Level,
}

impl Scale {
    /// The class's word for a level; empty for a level the scale does not have.
    pub fn word(&self, level: Level) -> &str {
        level.0.checked_sub(1).and_then(|i| self.words.get(usize::from(i))).map_or("", String::as_str)
    }

    /// The levels, lowest first.
    pub fn levels(&self) -> impl DoubleEndedIterator<Item = Level> + ExactSizeIterator + use<> {
        let top = u8::try_from(self.words.len()).unwrap_or(u8::MAX);
        (1..top.saturating_add(1)).map(Level)
    }

    /// The highest level.
    pub fn top(&self) -> Level {
        Level(u8::try_from(self.words.len()).unwrap_or(u8::MAX))
    }

    /// The first level that counts as reached: "I've got it" of four, the upper half of any scale.
    pub fn reached(&self) -> Level {
        Level(self.top().0 / 2 + 1)
    }

    /// The next version of this scale: the words of each level, lowest first, with the level of
    /// this version it continues, if any. A level that nothing continues becomes the next lower one
    /// that goes on, or the next higher one when there is none below.
    pub fn next(&self, id: ScaleId, rows: Vec<(String, Option<Level>)>) -> Scale {
        let goes_on = |old: Level| {
            let place = rows.iter().position(|(_, of)| *of == Some(old))?;
            Some(Level(u8::try_from(place + 1).unwrap_or(u8::MAX)))
        };
        let below = |old: Level| (1..old.0).rev().find_map(|lower| goes_on(Level(lower)));
        let above = |old: Level| (old.0..=self.top().0).find_map(|higher| goes_on(Level(higher)));
        let becomes =
            self.levels().map(|old| goes_on(old).or_else(|| below(old)).or_else(|| above(old))).collect();
        let words = rows.into_iter().map(|(word, _)| word).collect();
        Scale { id, words, follows: Some(Follows { scale: self.id, becomes }) }
    }

    /// The level as a share of the way up, 0 (lowest) to 1 (highest).
    pub fn share(&self, level: Level) -> f64 {
        f64::from(level.0.saturating_sub(1)) / f64::from(self.top().0.saturating_sub(1).max(1))
    }
}

/// A score's level on the version `onto`, following the mappings between versions; `None` when
/// nothing maps the one to the other. `find` gives the scale with an id.
pub fn level_on<'a>(
    score: Score,
    onto: &'a Scale,
    find: impl Fn(ScaleId) -> Option<&'a Scale>,
) -> Option<Level> {
    /// No chain of versions is longer; it also ends a chain that bites its own tail.
    const LONGEST_CHAIN: usize = 64;
    let mut chain = Vec::new();
    let mut at = onto;
    while at.id != score.scale {
        let follows = at.follows.as_ref()?;
        chain.push(follows);
        if chain.len() > LONGEST_CHAIN {
            return None;
        }
        at = find(follows.scale)?;
    }
    let known = (1..=at.top().0).contains(&score.level.0);
    let start = known.then_some(score.level);
    chain.into_iter().rev().try_fold(start?, |level, follows| {
        follows.becomes.get(usize::from(level.0.checked_sub(1)?)).copied().flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scale(id: u64, words: &[&str], follows: Option<Follows>) -> Scale {
        Scale { id: ScaleId::from_bits(id), words: words.iter().map(ToString::to_string).collect(), follows }
    }

    #[test]
    fn a_score_follows_the_versions_or_is_lost() {
        let old = scale(1, &["a", "b", "c", "d"], None);
        let becomes = vec![Some(Level(1)), Some(Level(1)), None, Some(Level(3))];
        let new = scale(2, &["x", "y", "z"], Some(Follows { scale: old.id, becomes }));
        let other = scale(3, &["p", "q", "r"], None);
        let all = [&old, &new, &other];
        let find = |id| all.iter().copied().find(|s| s.id == id);
        let on = |s: &Scale, level| Score { scale: s.id, level: Level(level) };
        assert_eq!(level_on(on(&old, 4), &new, find), Some(Level(3)));
        assert_eq!(level_on(on(&old, 3), &new, find), None);
        assert_eq!(level_on(on(&new, 3), &new, find), Some(Level(3)));
        assert_eq!(level_on(on(&new, 9), &new, find), None);
        assert_eq!(level_on(on(&other, 1), &new, find), None);
    }

    #[test]
    fn the_next_version_continues_every_level_of_this_one() {
        let old = scale(1, &["a", "b", "c", "d"], None);
        let rows = |rows: &[(&str, u8)]| {
            rows.iter().map(|(word, of)| ((*word).to_owned(), (*of > 0).then_some(Level(*of)))).collect()
        };
        let becomes = |given: &[(&str, u8)]| -> Vec<u8> {
            let next = old.next(ScaleId::from_bits(2), rows(given));
            assert_eq!(next.words.len(), given.len());
            let follows = next.follows.unwrap();
            assert_eq!(follows.scale, old.id);
            follows.becomes.iter().map(|level| level.map_or(0, |l| l.0)).collect()
        };
        assert_eq!(becomes(&[("w", 1), ("x", 2), ("y", 3), ("z", 4)]), [1, 2, 3, 4]);
        assert_eq!(becomes(&[("w", 1), ("y", 3), ("z", 4)]), [1, 1, 2, 3], "b counts as what is below it");
        assert_eq!(becomes(&[("x", 2), ("y", 3), ("z", 4)]), [1, 1, 2, 3], "nothing is below a");
        assert_eq!(becomes(&[("w", 1), ("new", 0), ("x", 2), ("y", 3), ("z", 4)]), [1, 3, 4, 5]);
        assert_eq!(becomes(&[("p", 0), ("q", 0), ("r", 0)]), [0, 0, 0, 0], "a scale all of its own");
    }

    #[test]
    fn a_chain_that_bites_its_tail_ends() {
        let follow = |id| Some(Follows { scale: ScaleId::from_bits(id), becomes: vec![Some(Level(1))] });
        let (a, b) = (scale(1, &["x"], follow(2)), scale(2, &["x"], follow(1)));
        let score = Score { scale: ScaleId::from_bits(3), level: Level(1) };
        let find = |id: ScaleId| if id == a.id { Some(&a) } else { Some(&b) };
        assert_eq!(level_on(score, &a, find), None);
    }

    #[test]
    fn reached_is_the_upper_half() {
        assert_eq!(scale(1, &["a", "b", "c", "d"], None).reached(), Level(3));
        assert_eq!(scale(1, &["a", "b", "c"], None).reached(), Level(2));
        assert_eq!(scale(1, &["a"; 6], None).reached(), Level(4));
    }
}
