//! Growth: from where to where, on one skill, since a day.

use super::day::Day;
use super::id::{SkillId, StudentId};
use super::measure::{Measure, Undefined};
use super::notebook::Notebook;
use super::pre_post::PAIRED_FLOOR;
use super::scale::Level;

/// A student's way on one skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Growth {
    /// The first level shown on or after the day.
    pub from: Level,
    /// The level that holds now.
    pub to: Level,
}

impl Growth {
    /// Levels gained; negative when lost.
    pub fn steps(self) -> i16 {
        i16::from(self.to.0) - i16::from(self.from.0)
    }
}

/// One point of a student's line on a chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// The day evidence was shown.
    pub day: Day,
    /// The rule's figure over all evidence up to that day, unrounded.
    pub value: f64,
}

/// A class's way on one skill, of the same students at both ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ClassGrowth {
    /// The first day any of them showed evidence.
    pub since: Day,
    /// The mean of their first figures.
    pub from: f64,
    /// The mean of their latest figures.
    pub to: f64,
    /// How many students these are.
    pub n: usize,
}

impl Notebook {
    /// A student's way on a skill since a day; `None` without evidence since then.
    pub fn growth(&self, student: StudentId, skill: SkillId, since: Day) -> Option<Growth> {
        let (levels, _) = self.levels_shown(student, skill);
        let (_, from, _) = levels.iter().find(|(day, _, _)| *day >= since)?;
        Some(Growth { from: *from, to: self.proficiency(student, skill).level? })
    }

    /// A student's figure on a skill after each day on which evidence was shown.
    pub fn growth_line(&self, student: StudentId, skill: SkillId) -> Vec<Point> {
        let (levels, _) = self.levels_shown(student, skill);
        let values: Vec<f64> = levels.iter().map(|(_, level, _)| f64::from(level.0)).collect();
        let (method, top) = (self.method_of(skill), self.top_level());
        let mut points: Vec<Point> = Vec::new();
        for (i, (day, _, _)) in levels.iter().enumerate() {
            let Ok(Measure { value, .. }) = method.value(&values[..=i], top) else { continue };
            match points.last_mut() {
                Some(last) if last.day == *day => last.value = value,
                _ => points.push(Point { day: *day, value }),
            }
        }
        points
    }

    /// The mean of the class's figures on a skill after each day on which anybody showed evidence,
    /// with the number of students behind it. Students without evidence are left out.
    pub fn class_growth_line(&self, skill: SkillId) -> Vec<(Day, Measure)> {
        let lines: Vec<Vec<Point>> = self.students().iter().map(|s| self.growth_line(s.id, skill)).collect();
        let days: std::collections::BTreeSet<Day> = lines.iter().flatten().map(|p| p.day).collect();
        let at =
            |line: &Vec<Point>, day: Day| line.iter().take_while(|p| p.day <= day).last().map(|p| p.value);
        let mean = |day: Day| {
            let values: Vec<f64> = lines.iter().filter_map(|line| at(line, day)).collect();
            #[expect(clippy::cast_precision_loss, reason = "a class is far smaller than 2^52")]
            let value = values.iter().sum::<f64>() / values.len() as f64;
            (day, Measure { value, n: values.len() })
        };
        days.into_iter().map(mean).collect()
    }

    /// [`Notebook::class_growth_line`] from the day on which half of its students had shown
    /// something: before it the line would move because others came in, not because anybody grew.
    pub fn settled_class_line(&self, skill: SkillId) -> Vec<(Day, Measure)> {
        let mut line = self.class_growth_line(skill);
        let all = line.last().map_or(0, |(_, mean)| mean.n);
        line.retain(|(_, mean)| mean.n * 2 >= all);
        line
    }

    /// From where to where the class moved on a skill: the students who showed evidence on two days
    /// or more, so that those who came later change nothing.
    ///
    /// # Errors
    /// [`Undefined::TooFew`] under [`PAIRED_FLOOR`] students.
    pub fn class_growth(&self, skill: SkillId) -> Result<ClassGrowth, Undefined> {
        let lines = self.students().into_iter().map(|s| self.growth_line(s.id, skill));
        let ends: Vec<(Point, Point)> =
            lines.filter(|l| l.len() > 1).filter_map(|l| Some((*l.first()?, *l.last()?))).collect();
        let since = ends.iter().map(|(first, _)| first.day).min();
        let Some(since) = since.filter(|_| ends.len() >= PAIRED_FLOOR) else {
            return Err(Undefined::TooFew { have: ends.len(), needed: PAIRED_FLOOR });
        };
        #[expect(clippy::cast_precision_loss, reason = "a class is far smaller than 2^52")]
        let mean = |of: fn(&(Point, Point)) -> f64| ends.iter().map(of).sum::<f64>() / ends.len() as f64;
        Ok(ClassGrowth { since, from: mean(|e| e.0.value), to: mean(|e| e.1.value), n: ends.len() })
    }
}

#[cfg(test)]
mod tests;
