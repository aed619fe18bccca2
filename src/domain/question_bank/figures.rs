//! What all first answers to a question, and to the questions of a skill, say in figures.

use std::collections::BTreeMap;

use super::Pooled;
use crate::domain::exit_ticket::{Question, Reply};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::item::{
    DIFFICULTY_FLOOR, DISCRIMINATION_FLOOR, Distractor, RELIABILITY_FLOOR, RELIABILITY_ITEMS, WORKING_SHARE,
    difficulty, discrimination, distractors, kr20, point_biserial,
};
use crate::domain::measure::{Measure, Undefined, at_least, count};
use crate::domain::skill::Check;

/// How one option or step of a question was used.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OptionUse {
    /// How many chose it.
    pub count: usize,
    /// The share of all who answered, 0 to 1.
    pub share: f64,
    /// Whether it is a right answer.
    pub key: bool,
    /// Hardly anybody chose it, and it is no right answer.
    pub hardly: bool,
    /// More chose it than a right answer: the key may be wrong.
    pub beats_key: bool,
}

/// What is known about a question with a right answer.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyedFigures {
    /// First answers that were right.
    pub right: usize,
    /// The share of right answers (p), from [`DIFFICULTY_FLOOR`] answers on.
    pub difficulty: Result<Measure, Undefined>,
    /// How well it tells students apart, from [`DISCRIMINATION_FLOOR`] answers on.
    pub discrimination: Result<Discrimination, Undefined>,
}

/// How well a question tells apart who gets the other questions of its skill right.
#[derive(Debug, Clone, PartialEq)]
pub struct Discrimination {
    /// D: the difference between the halves, -1 to 1.
    pub value: f64,
    /// Right answers in the upper half.
    pub upper: usize,
    /// Right answers in the lower half.
    pub lower: usize,
    /// Students in each half.
    pub in_a_half: usize,
    /// The point-biserial correlation with the share of the other questions that was right.
    pub with_rest: Result<Measure, Undefined>,
}

/// How well the questions of a skill hold together.
#[derive(Debug, Clone, PartialEq)]
pub struct SkillPool {
    /// The skill.
    pub skill: SkillId,
    /// Its questions with a right answer that somebody answered.
    pub questions: usize,
    /// The questions the figure, or the count of students, is about.
    pub used: usize,
    /// Students who answered every one of these.
    pub students: usize,
    /// KR-20, from [`RELIABILITY_FLOOR`] students and [`RELIABILITY_ITEMS`] questions on.
    pub kr20: Result<Measure, Undefined>,
}

type Firsts<'a> = BTreeMap<StudentId, &'a Reply>;

/// How the options or steps were used, from [`DIFFICULTY_FLOOR`] answers on.
pub(super) fn options(question: &Question, firsts: &Firsts) -> Vec<OptionUse> {
    let mut counts = vec![0usize; question.options()];
    for place in firsts.values().filter_map(|reply| question.chosen_by(reply)).flatten() {
        counts[place] += 1;
    }
    if firsts.len() < DIFFICULTY_FLOOR {
        return Vec::new();
    }
    let keys: Vec<usize> = match question {
        Question::Choice(check) => check.key.into_iter().map(usize::from).collect(),
        Question::Choices(asked) => asked.keys.iter().map(|key| usize::from(*key)).collect(),
        _ => Vec::new(),
    };
    let choice = matches!(question, Question::Choice(_) | Question::Choices(_));
    let least_right = keys.iter().filter_map(|key| counts.get(*key)).min().copied();
    let wrong = of_wrong_options(question, &counts, firsts.len());
    let used = |(place, &n): (usize, &usize)| {
        let share = count(n) / count(firsts.len());
        let key = keys.contains(&place);
        let (hardly, beats_key) = match wrong.get(&place) {
            Some(of) => (of.nonfunctional, of.beats_key),
            None => (share < WORKING_SHARE, least_right.is_some_and(|least| n > least)),
        };
        let wrong = choice && !key;
        OptionUse { count: n, share, key, hardly: wrong && hardly, beats_key: wrong && beats_key }
    };
    counts.iter().enumerate().map(used).collect()
}

/// The wrong options of a question with one choice and a key, by their place. "I don't know yet" counts among
/// what is no right answer, so that the shares are of all who answered.
fn of_wrong_options(question: &Question, counts: &[usize], answered: usize) -> BTreeMap<usize, Distractor> {
    let Question::Choice(Check { key: Some(key), .. }) = question else { return BTreeMap::new() };
    let key = usize::from(*key);
    let places: Vec<usize> = (0..counts.len()).filter(|place| *place != key).collect();
    let chosen: usize = counts.iter().sum();
    let others = places.iter().map(|place| counts[*place]).chain([answered.saturating_sub(chosen)]);
    let others: Option<Vec<u32>> = others.map(|n| u32::try_from(n).ok()).collect();
    let key = counts.get(key).and_then(|n| u32::try_from(*n).ok());
    let found = key.zip(others).and_then(|(key, others)| distractors(key, &others).ok());
    places.into_iter().zip(found.map(|(_, wrong)| wrong).unwrap_or_default()).collect()
}

/// Who got each question with a right answer right: of every question its skill and, with a key, the
/// first answers as right or not.
pub(super) struct Keyed(Vec<(Option<SkillId>, Option<RightOrNot>)>);

type RightOrNot = BTreeMap<StudentId, bool>;

impl Keyed {
    pub(super) fn of(all: &[Pooled]) -> Keyed {
        let of = |p: &Pooled| (p.item.skill, p.item.question.is_keyed().then(|| right_or_not(p)));
        Keyed(all.iter().map(of).collect())
    }

    /// What is known about the question at a place, if it has a right answer.
    pub(super) fn figures(&self, at: usize) -> Option<KeyedFigures> {
        let answers = self.0.get(at)?.1.as_ref()?;
        let right = answers.values().filter(|right| **right).count();
        let small = |n: usize| u32::try_from(n).map_err(|_| Undefined::TooLarge);
        let share = || difficulty(small(right)?, small(answers.len())?);
        Some(KeyedFigures {
            right,
            difficulty: at_least(DIFFICULTY_FLOOR, answers.len()).and_then(|()| share()),
            discrimination: tells_apart(answers, &self.others(at)),
        })
    }

    /// The other questions of the same skill.
    fn others(&self, at: usize) -> Vec<&RightOrNot> {
        let Some(skill) = self.0.get(at).and_then(|(skill, _)| *skill) else { return Vec::new() };
        let others = self.0.iter().enumerate().filter(|(place, (of, _))| *place != at && *of == Some(skill));
        others.filter_map(|(_, (_, answers))| answers.as_ref()).collect()
    }

    /// How well the questions of a skill hold together: over as many of them, the most answered first,
    /// as enough students answered every one of.
    pub(super) fn pool(&self, skill: SkillId) -> SkillPool {
        let mut answers: Vec<&RightOrNot> = self
            .0
            .iter()
            .filter(|(of, _)| *of == Some(skill))
            .filter_map(|(_, answers)| answers.as_ref())
            .filter(|answers| !answers.is_empty())
            .collect();
        answers.sort_by_key(|answers| std::cmp::Reverse(answers.len()));
        let questions = answers.len();
        let fewest = RELIABILITY_ITEMS.min(questions);
        let enough =
            (fewest..=questions).rev().find(|used| rows(&answers[..*used]).len() >= RELIABILITY_FLOOR);
        let used = enough.unwrap_or(fewest);
        let rows = rows(&answers[..used]);
        let students = rows.len();
        let floors =
            at_least(RELIABILITY_ITEMS, questions).and_then(|()| at_least(RELIABILITY_FLOOR, students));
        SkillPool { skill, questions, used, students, kr20: floors.and_then(|()| kr20(&rows)) }
    }
}

/// A row for each student who answered all of these questions: 1 for right, 0 for not.
fn rows(of: &[&RightOrNot]) -> Vec<Vec<f64>> {
    let Some((first, rest)) = of.split_first() else { return Vec::new() };
    let row = |(student, right): (&StudentId, &bool)| {
        let others = rest.iter().map(|o| o.get(student).copied());
        let all: Option<Vec<bool>> = std::iter::once(Some(*right)).chain(others).collect();
        Some(all?.into_iter().map(|right| f64::from(u8::from(right))).collect())
    };
    first.iter().filter_map(row).collect()
}

fn right_or_not(pooled: &Pooled) -> RightOrNot {
    let right =
        |(student, reply): (&StudentId, &&Reply)| Some((*student, pooled.item.question.is_right(reply)?));
    pooled.firsts.iter().filter_map(right).collect()
}

/// A student's answer to a question and how the other questions of the skill went.
struct Row {
    right: bool,
    others_right: usize,
    others: usize,
}

/// The difference between the upper and the lower half of the students by their share of right
/// answers to the other questions on the skill. Of an odd number the middle one is left out; equal
/// shares stand by the students' ids, which say nothing about anybody.
fn tells_apart(answers: &RightOrNot, others: &[&RightOrNot]) -> Result<Discrimination, Undefined> {
    let row = |(student, right): (&StudentId, &bool)| {
        let others: Vec<bool> = others.iter().filter_map(|o| o.get(student).copied()).collect();
        let others_right = others.iter().filter(|right| **right).count();
        (!others.is_empty()).then_some(Row { right: *right, others_right, others: others.len() })
    };
    let mut rows: Vec<Row> = answers.iter().filter_map(row).collect();
    at_least(DISCRIMINATION_FLOOR, rows.len())?;
    // Compared as products, so that equal shares are equal. The sort keeps the order of the ids.
    let order = |a: &Row, b: &Row| (b.others_right * a.others).cmp(&(a.others_right * b.others));
    rows.sort_by(order);
    if rows.first().zip(rows.last()).is_none_or(|(first, last)| order(first, last).is_eq()) {
        return Err(Undefined::NoVariance);
    }
    let in_a_half = rows.len() / 2;
    let right = |rows: &[Row]| rows.iter().filter(|row| row.right).count();
    let (upper, lower) = (right(&rows[..in_a_half]), right(&rows[rows.len() - in_a_half..]));
    let small = |n: usize| u32::try_from(n).map_err(|_| Undefined::TooLarge);
    let value = discrimination(small(upper)?, small(lower)?, small(in_a_half)?)?;
    let with_rest: Vec<(bool, f64)> =
        rows.iter().map(|row| (row.right, count(row.others_right) / count(row.others))).collect();
    Ok(Discrimination { value, upper, lower, in_a_half, with_rest: point_biserial(&with_rest) })
}
