//! A student's own views beside what the evidence gave on the same day, and whether the two come
//! closer over time.

use std::collections::BTreeMap;

use super::{Calibration, calibration};
use crate::domain::day::Day;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::measure::{Measure, Undefined, at_least, count};
use crate::domain::notebook::Notebook;
use crate::domain::scale::Level;

/// Pairs in each half before it is said whether the views come closer.
pub const HALF_FLOOR: usize = 3;

/// How far two halves have to be apart, in levels, before one is called closer than the other: one
/// view in four, one step. It is Daymark's own choice.
pub const CLOSER_FROM: f64 = 0.25;

/// What a student said about themselves on a day, and what the evidence up to that day gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The day.
    pub day: Day,
    /// The skill.
    pub skill: SkillId,
    /// The level the student saw themselves on; of several on one day the last.
    pub own: Level,
    /// The level that the evidence shown up to and including that day gives.
    pub shown: Level,
    /// The level that held at the end of that day: the teacher's decision, else `shown`.
    pub held: Level,
}

impl View {
    /// How many steps higher the student saw it than the evidence shows; below 0 for lower.
    pub fn steps(&self) -> i8 {
        steps(self.own, self.shown)
    }

    /// How many steps higher the student saw it than what held for the teacher; below 0 for lower.
    pub fn steps_from_held(&self) -> i8 {
        steps(self.own, self.held)
    }
}

fn steps(own: Level, other: Level) -> i8 {
    // Both are levels of one scale, which has at most 6.
    i8::try_from(i16::from(own.0) - i16::from(other.0)).unwrap_or(0)
}

/// In how many pairs the student saw what.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// The same level.
    pub same: usize,
    /// One step higher.
    pub higher: usize,
    /// One step lower.
    pub lower: usize,
    /// More than one step higher.
    pub far_higher: usize,
    /// More than one step lower.
    pub far_lower: usize,
}

/// Whether a student's views came closer to the evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lately {
    /// The later half is closer than the earlier one.
    Closer,
    /// Both halves are less than [`CLOSER_FROM`] apart.
    Same,
    /// The later half is further off than the earlier one.
    Further,
}

/// The earlier half of the pairs against the later half.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Course {
    /// Whether the views came closer.
    pub lately: Lately,
    /// The mean distance in levels in the earlier half.
    pub before: Measure,
    /// The mean distance in levels in the later half.
    pub after: Measure,
}

/// How a student's own views stand to the evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// In how many pairs the student saw what.
    pub counts: Counts,
    /// The same as figures.
    pub calibration: Calibration,
    /// Whether the views come closer, or why that cannot be said.
    pub course: Result<Course, Undefined>,
}

impl Notebook {
    /// A student's own views on a skill, or on all skills of the class, each with what the evidence
    /// gave on that day, in the order of days. A view before any evidence has nothing to stand
    /// beside and is left out.
    pub fn views(&self, student: StudentId, skill: Option<SkillId>) -> Vec<View> {
        let skills = skill.map_or_else(|| self.skills().iter().map(|s| s.id).collect(), |skill| vec![skill]);
        let mut views: Vec<View> =
            skills.into_iter().flat_map(|skill| self.views_on(student, skill)).collect();
        views.sort_by_key(|view| view.day);
        views
    }

    fn views_on(&self, student: StudentId, skill: SkillId) -> Vec<View> {
        let own = self.self_levels(student, skill).into_iter().map(|own| (own.day, own.level));
        // Of several on one day the last is kept.
        let own: BTreeMap<Day, Level> = own.collect();
        let beside = |(day, own): (Day, Level)| {
            let then = self.proficiency_on(student, skill, day);
            let shown = then.calculated?;
            Some(View { day, skill, own, shown, held: then.level.unwrap_or(shown) })
        };
        own.into_iter().filter_map(beside).collect()
    }
}

/// What views in the order of days add up to.
///
/// # Errors
/// [`Undefined::Empty`] without views.
pub fn agreement(views: &[View]) -> Result<Agreement, Undefined> {
    let pairs: Vec<(f64, f64)> =
        views.iter().map(|view| (f64::from(view.own.0), f64::from(view.shown.0))).collect();
    let mut counts = Counts::default();
    for view in views {
        let place = match view.steps() {
            0 => &mut counts.same,
            1 => &mut counts.higher,
            -1 => &mut counts.lower,
            2.. => &mut counts.far_higher,
            _ => &mut counts.far_lower,
        };
        *place += 1;
    }
    Ok(Agreement { counts, calibration: calibration(&pairs)?, course: course(&pairs) })
}

/// Whether pairs of levels (own, shown) in the order of time come closer: the mean distance of the
/// earlier half against that of the later one. Of an odd number the one in the middle is in neither.
fn course(pairs: &[(f64, f64)]) -> Result<Course, Undefined> {
    at_least(2 * HALF_FLOOR, pairs.len())?;
    let half = pairs.len() / 2;
    let before = calibration(&pairs[..half])?.distance;
    let after = calibration(&pairs[pairs.len() - half..])?.distance;
    // Steps are whole numbers, and both halves have as many: compared as sums nothing is rounded.
    let fewer = ((before - after) * count(half)).round();
    let enough = CLOSER_FROM * count(half);
    let lately = match fewer {
        fewer if fewer >= enough => Lately::Closer,
        fewer if -fewer >= enough => Lately::Further,
        _ => Lately::Same,
    };
    Ok(Course { lately, before: Measure::of(before, half)?, after: Measure::of(after, half)? })
}
