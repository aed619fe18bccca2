//! The class map: what one row of it comes to, by which rows are put in order and left out.

use super::day::Day;
use super::id::{SkillId, StudentId};
use super::measure::count;
use super::notebook::Notebook;

/// The order of the map's rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RowOrder {
    /// By the students' names.
    #[default]
    Name,
    /// By the mean of the levels shown, the lowest first; those without any come last.
    Level,
    /// By the mean of the levels gained, the most first; those without any come last.
    Growth,
    /// By the day of the latest evidence, the longest ago first; those without any come first.
    LastEvidence,
}

/// Which rows the map shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RowFilter {
    /// All of them.
    #[default]
    Everybody,
    /// Students whose own view differs from the level on a skill.
    ViewDiffers,
    /// Students without a level on a skill.
    NoLevel,
}

/// One student over the skills shown.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct MapRow {
    /// The mean of the levels, over the skills that have one.
    pub level: Option<f64>,
    /// The mean of the levels gained, over the skills that have both ends.
    pub growth: Option<f64>,
    /// The day of the latest evidence.
    pub shown_on: Option<Day>,
    /// Skills on which the student's own view differs from the level.
    pub differs: usize,
    /// Skills without a level.
    pub without: usize,
}

impl Notebook {
    /// A student's row of the map over some skills. Growth is told since the end of a day, or else
    /// since the first evidence.
    pub fn map_row(&self, student: StudentId, skills: &[SkillId], since: Option<Day>) -> MapRow {
        let (mut levels, mut gains, mut row) = (Vec::new(), Vec::new(), MapRow::default());
        for &skill in skills {
            let now = self.proficiency(student, skill);
            row.shown_on = row.shown_on.max(now.shown_on);
            let Some(level) = now.level else {
                row.without += 1;
                continue;
            };
            levels.push(f64::from(level.0));
            row.differs += usize::from(now.self_level.is_some_and(|own| own != level));
            let before = match since {
                Some(day) => self.proficiency_on(student, skill, day).level,
                None => self.levels_shown(student, skill).0.first().map(|(_, level, _)| *level),
            };
            gains.extend(before.map(|before| f64::from(level.0) - f64::from(before.0)));
        }
        let mean = |all: &[f64]| (!all.is_empty()).then(|| all.iter().sum::<f64>() / count(all.len()));
        MapRow { level: mean(&levels), growth: mean(&gains), ..row }
    }

    /// The rows of the map: the students given (in the order of their names), put in order and left
    /// out as asked.
    pub fn map_rows(
        &self,
        students: &[StudentId],
        skills: &[SkillId],
        since: Option<Day>,
        (order, filter): (RowOrder, RowFilter),
    ) -> Vec<StudentId> {
        if order == RowOrder::Name && filter == RowFilter::Everybody {
            return students.to_vec();
        }
        let row = |student: &StudentId| (*student, self.map_row(*student, skills, since));
        let mut rows: Vec<(StudentId, MapRow)> = students.iter().map(row).collect();
        rows.retain(|(_, row)| match filter {
            RowFilter::Everybody => true,
            RowFilter::ViewDiffers => row.differs > 0,
            RowFilter::NoLevel => row.without > 0,
        });
        // What is missing is larger than any figure, so that it comes last.
        let low_first = |figure: Option<f64>| figure.unwrap_or(f64::INFINITY);
        rows.sort_by(|(_, a), (_, b)| match order {
            RowOrder::Name => std::cmp::Ordering::Equal,
            RowOrder::Level => low_first(a.level).total_cmp(&low_first(b.level)),
            RowOrder::Growth => low_first(a.growth.map(|g| -g)).total_cmp(&low_first(b.growth.map(|g| -g))),
            RowOrder::LastEvidence => a.shown_on.cmp(&b.shown_on),
        });
        rows.into_iter().map(|(student, _)| student).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, BEN, Book, FRACTIONS, nov, shown};

    fn rows(book: &Book, since: Option<Day>, how: (RowOrder, RowFilter)) -> Vec<StudentId> {
        book.notebook.map_rows(&[ANA, BEN], &[FRACTIONS], since, how)
    }

    #[test]
    fn rows_are_put_in_order_and_equal_ones_stay_by_name() {
        let mut book = Book::new();
        let everybody = |order| (order, RowFilter::Everybody);
        for order in [RowOrder::Name, RowOrder::Level, RowOrder::Growth, RowOrder::LastEvidence] {
            assert_eq!(rows(&book, None, everybody(order)), [ANA, BEN], "{order:?}");
        }
        book.write([shown(ANA, FRACTIONS, nov(3), 4)]);
        assert_eq!(rows(&book, None, everybody(RowOrder::Level)), [ANA, BEN], "no level comes last");
        assert_eq!(
            rows(&book, None, everybody(RowOrder::LastEvidence)),
            [BEN, ANA],
            "no evidence comes first"
        );
        book.write([shown(BEN, FRACTIONS, nov(2), 1), shown(BEN, FRACTIONS, nov(9), 3)]);
        assert_eq!(rows(&book, None, everybody(RowOrder::Level)), [BEN, ANA]);
        assert_eq!(rows(&book, None, everybody(RowOrder::Growth)), [BEN, ANA]);
        assert_eq!(rows(&book, None, everybody(RowOrder::LastEvidence)), [ANA, BEN]);
    }

    #[test]
    fn growth_since_a_day_starts_at_that_day() {
        let mut book = Book::new();
        book.write([shown(ANA, FRACTIONS, nov(2), 1), shown(ANA, FRACTIONS, nov(3), 3)]);
        book.write([shown(ANA, FRACTIONS, nov(9), 3)]);
        let growth = |since| book.notebook.map_row(ANA, &[FRACTIONS], since).growth;
        assert_eq!(growth(None), Some(2.0));
        assert_eq!(growth(Some(nov(3))), Some(1.0), "halfway between 1 and 3 is 2 by then");
        assert_eq!(growth(Some(nov(1))), None, "nothing was shown by then");
    }

    #[test]
    fn rows_are_left_out_as_asked() {
        let mut book = Book::new();
        book.write([shown(ANA, FRACTIONS, nov(3), 3)]);
        assert_eq!(rows(&book, None, (RowOrder::Name, RowFilter::NoLevel)), [BEN]);
        assert!(rows(&book, None, (RowOrder::Name, RowFilter::ViewDiffers)).is_empty());
        book.write([crate::domain::sample::said(ANA, FRACTIONS, nov(4), 2)]);
        assert_eq!(rows(&book, None, (RowOrder::Name, RowFilter::ViewDiffers)), [ANA]);
    }
}
