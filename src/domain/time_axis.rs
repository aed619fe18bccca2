//! The time axis of one student: what was shown and what was tried, on the same days.
//!
//! It sets nothing off against anything: whether something worked is said by its own rule.

use super::day::Day;
use super::id::{SkillId, StudentId};
use super::intervention::record::InterventionStory;
use super::notebook::Notebook;
use super::scale::Level;

/// What was shown and tried, from the first of it up to the last day there is something to see.
#[derive(Debug, Clone, PartialEq)]
pub struct TimeAxis {
    /// The first day.
    pub first: Day,
    /// The last day; today, or later where something is planned for longer.
    pub last: Day,
    /// The levels that were shown, in the order of days.
    pub pieces: Vec<Piece>,
    /// What was and is tried, in the order in which it began.
    pub tried: Vec<Bar>,
}

/// A level that was shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The day.
    pub day: Day,
    /// The skill.
    pub skill: SkillId,
    /// The level on the scale in use.
    pub level: Level,
}

/// Something that was tried, from its first day to its end or to the last day it is planned for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What was tried, and how it ended.
    pub story: InterventionStory,
    /// The last day.
    pub to: Day,
    /// The lane it stands in, counted from 0: what overlaps stands in different ones.
    pub lane: usize,
}

/// Puts bars into as few lanes as there can be; they come in the order in which they begin.
fn in_lanes(stories: Vec<InterventionStory>) -> Vec<Bar> {
    let mut ends: Vec<Day> = Vec::new();
    let bar = |story: InterventionStory| {
        let start = story.tried.start;
        // An end that was written for an earlier day than the start ends on the start.
        let to = story.ended.as_ref().map_or(story.tried.last_day(), |end| end.day).max(start);
        let lane = ends.iter().position(|end| *end < start).unwrap_or(ends.len());
        match ends.get_mut(lane) {
            Some(end) => *end = to,
            None => ends.push(to),
        }
        Bar { story, to, lane }
    };
    stories.into_iter().map(bar).collect()
}

impl Notebook {
    /// A student's time axis on one skill or on all; `None` when there is nothing to see. What was tried for
    /// no skill in particular stands on each.
    pub fn time_axis(&self, student: StudentId, skill: Option<SkillId>, today: Day) -> Option<TimeAxis> {
        let skills: Vec<SkillId> = match skill {
            Some(skill) => vec![skill],
            None => self.skills().iter().map(|skill| skill.id).collect(),
        };
        let of = |skill: SkillId| {
            let (levels, _) = self.levels_shown(student, skill);
            levels.into_iter().map(move |(day, level, _)| Piece { day, skill, level })
        };
        let mut pieces: Vec<Piece> = skills.into_iter().flat_map(of).collect();
        pieces.sort_by_key(|piece| piece.day);
        let mut stories = self.interventions(student);
        stories.retain(|story| skill.is_none() || story.tried.skill.is_none() || story.tried.skill == skill);
        stories.sort_by_key(|story| (story.tried.start, story.tried.id));
        let tried = in_lanes(stories);
        let days = pieces.iter().map(|piece| piece.day);
        let first = days.clone().chain(tried.iter().map(|bar| bar.story.tried.start)).min()?;
        let last = days.chain(tried.iter().map(|bar| bar.to)).chain([today]).max()?;
        Some(TimeAxis { first, last, pieces, tried })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::Change;
    use crate::domain::id::InterventionId;
    use crate::domain::intervention::Outcome;
    use crate::domain::intervention::record::{Intervention, InterventionEnded};
    use crate::domain::sample::{ANA, BEN, Book, FRACTIONS, nov, shown};

    fn tried(id: u64, skill: Option<SkillId>, start: Day, weeks: u8) -> Intervention {
        let [tactic, rule] = ["strips", "three in a row"].map(String::from);
        Intervention { id: InterventionId::from_bits(id), tactic, skill, start, weeks, times_a_week: 3, rule }
    }

    #[test]
    fn what_was_shown_and_tried_stands_on_one_axis() {
        let mut book = Book::new();
        assert_eq!(book.notebook.time_axis(ANA, None, nov(20)), None);
        let other = SkillId::from_bits(0x0ddd);
        let end = InterventionEnded {
            intervention: InterventionId::from_bits(1),
            day: nov(9),
            outcome: Outcome::Worked,
            seen: String::new(),
        };
        book.write([
            shown(ANA, FRACTIONS, nov(5), 2),
            shown(ANA, FRACTIONS, nov(3), 1),
            Change::by_teacher(ANA, tried(1, Some(FRACTIONS), nov(2), 4)),
            Change::by_teacher(ANA, end),
            Change::by_teacher(ANA, tried(2, Some(other), nov(10), 3)),
            Change::by_teacher(BEN, tried(3, None, nov(1), 1)),
        ]);
        let axis = book.notebook.time_axis(ANA, None, nov(20)).unwrap();
        assert_eq!((axis.first, axis.last), (nov(2), nov(30)), "up to the last day that is planned");
        let levels: Vec<(Day, u8)> = axis.pieces.iter().map(|p| (p.day, p.level.0)).collect();
        assert_eq!(levels, [(nov(3), 1), (nov(5), 2)], "in the order of the days they were shown on");
        let bars: Vec<(Day, usize)> = axis.tried.iter().map(|bar| (bar.to, bar.lane)).collect();
        assert_eq!(bars, [(nov(9), 0), (nov(30), 0)], "one after the other they share a lane");
        let of_skill = book.notebook.time_axis(ANA, Some(FRACTIONS), nov(20)).unwrap();
        assert_eq!((of_skill.tried.len(), of_skill.last), (1, nov(20)));
    }

    #[test]
    fn no_two_bars_of_a_lane_share_a_day_and_no_lane_is_spent_for_nothing() {
        // Every way in which up to four can begin and last, and many of which there are more.
        let spans = |code: u64, n: u64| {
            let mut stories: Vec<InterventionStory> = (0..n)
                .map(|i| {
                    let (start, weeks) =
                        (code / 12_u64.pow(u32::try_from(i).unwrap()) % 6, code / (i + 1) % 3);
                    let weeks = u8::try_from(weeks + 1).unwrap();
                    InterventionStory { tried: tried(i, None, nov(1).plus(start * 5), weeks), ended: None }
                })
                .collect();
            stories.sort_by_key(|story| story.tried.start);
            stories
        };
        for n in 0..=6 {
            for code in (0..40_000).step_by(7) {
                let bars = in_lanes(spans(code, n));
                for (i, a) in bars.iter().enumerate() {
                    for b in &bars[..i] {
                        let apart = b.to < a.story.tried.start || a.to < b.story.tried.start;
                        assert!(apart || a.lane != b.lane, "{n}, {code}");
                    }
                }
                let lanes = bars.iter().map(|bar| bar.lane + 1).max().unwrap_or(0);
                let on = |day: Day| bars.iter().filter(|b| b.story.tried.start <= day && day <= b.to).count();
                let most = bars.iter().map(|bar| on(bar.story.tried.start)).max().unwrap_or(0);
                assert_eq!(lanes, most, "{n}, {code}");
            }
        }
    }
}
