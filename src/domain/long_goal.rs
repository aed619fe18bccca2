//! Goals over weeks: from where a student is to where they want to be, with milestones in equal steps.
//!
//! The way is counted in whatever the student counts: pages, facts in a minute, levels. Milestones are
//! not stored; they follow from the goal, and a missed one costs nothing.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Actor, Body, Change};
use super::goal::steps::{milestones, strides};
use super::goal::{GoalResult, IfThen};
use super::id::{LongGoalId, SkillId, StudentId};
use super::measure::Undefined;
use super::notebook::{Notebook, Slot};

/// The longest goal or unit in words, in characters.
pub const LONGEST: usize = 200;
/// The most milestones on one way.
pub const MOST_STEPS: u16 = 10;
/// The largest number a way may begin or end with.
pub const LARGEST: f64 = 1_000_000.0;

/// A goal over weeks. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LongGoal {
    /// Identity through all amendments.
    pub id: LongGoalId,
    /// The goal in words.
    pub text: String,
    /// The skill it serves, if it serves one.
    pub skill: Option<SkillId>,
    /// What is counted, such as "pages"; empty when it goes without saying.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Where the student is at the start.
    pub from: f64,
    /// Where they want to be; below `from` when less is better.
    pub to: f64,
    /// The first day.
    pub start: Day,
    /// The last day; after the first.
    pub by: Day,
    /// Milestones on the way, the last one being the target; 1 to [`MOST_STEPS`].
    pub steps: u16,
    /// What the student does when something comes in between.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub if_then: Option<IfThen>,
    /// How it ended, once it has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<GoalEnd>,
}

/// How a goal over weeks ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalEnd {
    /// The day.
    pub day: Day,
    /// How it went.
    pub result: GoalResult,
}

/// How far a student has come on a goal over weeks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct GoalProgress {
    /// The goal.
    pub goal: LongGoalId,
    /// The day it was counted.
    pub day: Day,
    /// The count.
    pub value: f64,
}

/// A milestone on the way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Milestone {
    /// The count that reaches it.
    pub value: f64,
    /// The day by which a steady pace reaches it.
    pub due: Day,
    /// The first day on which the count had reached it.
    pub reached: Option<Day>,
}

/// A goal over weeks and what became of it so far.
#[derive(Debug, Clone, PartialEq)]
pub struct LongGoalStory {
    /// The goal.
    pub goal: LongGoal,
    /// What was counted, in the order of days.
    pub counted: Vec<(Day, f64)>,
}

impl LongGoalStory {
    /// The milestones, in equal steps of the count and of the days.
    ///
    /// # Errors
    /// As [`milestones`].
    pub fn milestones(&self) -> Result<Vec<Milestone>, Undefined> {
        let goal = &self.goal;
        let values = milestones(goal.from, goal.to, goal.steps)?;
        let days = u64::try_from(goal.by.days_since(goal.start)).unwrap_or(0);
        let milestone = |(i, value): (u64, f64)| {
            let reached = self.counted.iter().find(|(_, count)| goal.reaches(*count, value));
            let due = goal.start.plus((days * i).div_ceil(u64::from(goal.steps)));
            Milestone { value, due, reached: reached.map(|(day, _)| *day) }
        };
        Ok((1..).zip(values).map(milestone).collect())
    }

    /// What there is to reach next, with its day: the first of the milestones that was never reached, then
    /// the target for whom was there and has gone back since; `None` at the target.
    pub fn next(&self, milestones: &[Milestone]) -> Option<(f64, Day)> {
        let goal = &self.goal;
        let open = milestones.iter().find(|milestone| milestone.reached.is_none());
        let target = (!goal.reaches(self.now(), goal.to)).then_some((goal.to, goal.by));
        open.map(|milestone| (milestone.value, milestone.due)).or(target)
    }

    /// The latest count, or where the student began.
    pub fn now(&self) -> f64 {
        self.counted.last().map_or(self.goal.from, |(_, count)| *count)
    }
}

impl LongGoal {
    /// How far along the way a count is, 0 (the start) to 1 (the target).
    pub fn share(&self, count: f64) -> f64 {
        let way = self.to - self.from;
        // A way that leads nowhere is read from elsewhere only.
        if way == 0.0 { 0.0 } else { ((count - self.from) / way).clamp(0.0, 1.0) }
    }

    /// Amounts to count on by in one go, towards the target.
    pub fn strides(&self) -> Vec<f64> {
        let towards = if self.to < self.from { -1.0 } else { 1.0 };
        let between = (self.to - self.from) / f64::from(self.steps.max(1));
        strides(between).into_iter().map(|amount| amount * towards).collect()
    }

    /// Whether a count has come as far as a value, upwards or, when less is better, downwards.
    pub fn reaches(&self, count: f64, value: f64) -> bool {
        if self.to < self.from { count <= value } else { count >= value }
    }
}

/// A goal over weeks as it is typed. It is kept while it is typed, and never among the entries.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LongGoalDraft {
    /// The goal in words.
    pub text: String,
    /// The skill it serves.
    pub skill: Option<SkillId>,
    /// What is counted.
    pub unit: String,
    /// Where the student is.
    pub from: String,
    /// Where they want to be.
    pub to: String,
    /// The last day; `None` when none was chosen.
    pub by: Option<Day>,
    /// How many milestones.
    pub steps: String,
    /// What may come in between.
    pub obstacle: String,
    /// What the student does then.
    pub action: String,
}

/// What has to be mended before a goal over weeks can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LongGoalProblem {
    /// It has no words.
    NoText,
    /// The words or the unit are longer than [`LONGEST`].
    Long,
    /// The start is no number, or larger than [`LARGEST`].
    BadFrom,
    /// The target is no number, or larger than [`LARGEST`].
    BadTo,
    /// Start and target are the same.
    NoWay,
    /// There is no last day, or it is not after the first.
    BadDay,
    /// The milestones are not 1 to [`MOST_STEPS`].
    BadSteps,
    /// Only one half of the if-then plan is there.
    HalfPlan,
}

/// A number as people type it, with a point or a comma; `None` for anything else, too large, or with more
/// than one meaning: "1,200" is 1200 for some and 1.2 for others.
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let value: f64 = text.replace(',', ".").parse().ok()?;
    (value.is_finite() && value.abs() <= LARGEST && !is_grouped(text)).then_some(value)
}

/// Whether the digits may be grouped in thousands: three after the sign between them, and before it one to
/// three of which the first is no zero.
fn is_grouped(text: &str) -> bool {
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    text.trim_start_matches(['-', '+']).split_once([',', '.']).is_some_and(|(before, after)| {
        (1..=3).contains(&before.len()) && !before.starts_with('0') && after.len() == 3 && digits(after)
    })
}

/// A number as a form shows it, so that [`number`] reads it again.
pub fn as_typed(value: f64) -> String {
    let text = value.to_string();
    if is_grouped(&text) { text + "0" } else { text }
}

impl LongGoalDraft {
    /// The form of a goal.
    pub fn of(goal: &LongGoal) -> LongGoalDraft {
        let plan = goal.if_then.clone().unwrap_or_default();
        LongGoalDraft {
            text: goal.text.clone(),
            skill: goal.skill,
            unit: goal.unit.clone(),
            from: as_typed(goal.from),
            to: as_typed(goal.to),
            by: Some(goal.by),
            steps: goal.steps.to_string(),
            obstacle: plan.obstacle,
            action: plan.action,
        }
    }

    /// The goal that was typed, from this day on.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self, id: LongGoalId, start: Day) -> Result<LongGoal, Vec<LongGoalProblem>> {
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (text, unit) = (tidy(&self.text), tidy(&self.unit));
        let (from, to) = (number(&self.from), number(&self.to));
        let steps = self.steps.trim().parse().ok().filter(|steps| (1..=MOST_STEPS).contains(steps));
        let by = self.by.filter(|by| *by > start);
        let if_then = IfThen { obstacle: tidy(&self.obstacle), action: tidy(&self.action) };
        let mut problems = Vec::new();
        let mut must = |holds: bool, problem| {
            if !holds {
                problems.push(problem);
            }
        };
        let words = [&text, &unit, &if_then.obstacle, &if_then.action];
        must(!text.is_empty(), LongGoalProblem::NoText);
        must(words.iter().all(|words| words.chars().count() <= LONGEST), LongGoalProblem::Long);
        must(from.is_some(), LongGoalProblem::BadFrom);
        must(to.is_some(), LongGoalProblem::BadTo);
        must(from.is_none() || from != to, LongGoalProblem::NoWay);
        must(by.is_some(), LongGoalProblem::BadDay);
        must(steps.is_some(), LongGoalProblem::BadSteps);
        must(if_then.obstacle.is_empty() == if_then.action.is_empty(), LongGoalProblem::HalfPlan);
        match (from, to, by, steps) {
            (Some(from), Some(to), Some(by), Some(steps)) if problems.is_empty() => {
                let if_then = Some(if_then).filter(|plan| !plan.obstacle.is_empty());
                let skill = self.skill;
                Ok(LongGoal { id, text, skill, unit, from, to, start, by, steps, if_then, ended: None })
            }
            _ => Err(problems),
        }
    }
}

impl Notebook {
    /// A student's goals over weeks, the latest first.
    pub fn long_goals(&self, student: StudentId) -> Vec<LongGoalStory> {
        let goals = self.newest(Slot::Plan(student), |body| match body {
            Body::LongGoal(goal) => Some((goal.id.bits(), goal)),
            _ => None,
        });
        let story = |goal: &LongGoal| {
            let counted = self.slot(Slot::Plan(student)).filter_map(|entry| match &entry.body {
                Body::GoalProgress(p) if p.goal == goal.id => Some((p.day, p.value)),
                _ => None,
            });
            LongGoalStory { goal: goal.clone(), counted: counted.collect() }
        };
        goals.into_iter().map(story).collect()
    }

    /// The change that puts this in the place of what stands for the goal now; `by` is whoever set it.
    pub fn amend_long_goal(&self, student: StudentId, by: Actor, goal: LongGoal) -> Change {
        let it = |body: &Body| matches!(body, Body::LongGoal(g) if g.id == goal.id);
        let now = self.heads_of(Slot::Plan(student), it);
        Change { by, ..Change::by_student(student, goal).replacing(now) }
    }

    /// The change that says how far a student has come; a second count of one day takes the place of the
    /// first.
    pub fn count_progress(&self, student: StudentId, by: Actor, progress: GoalProgress) -> Change {
        let it = |body: &Body| matches!(body, Body::GoalProgress(p) if p.goal == progress.goal && p.day == progress.day);
        let now = self.heads_of(Slot::Plan(student), it);
        Change { by, ..Change::by_student(student, progress).replacing(now) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, Book, nov};

    const ID: LongGoalId = LongGoalId::from_bits(0x10);

    fn draft() -> LongGoalDraft {
        LongGoalDraft {
            text: "Read 120 pages".into(),
            unit: "pages".into(),
            from: "20".into(),
            to: "120".into(),
            by: Some(nov(22)),
            steps: "4".into(),
            ..LongGoalDraft::default()
        }
    }

    fn counting(book: &mut Book, counts: &[(u32, f64)]) {
        for &(day, value) in counts {
            let progress = GoalProgress { goal: ID, day: nov(day), value };
            let change = book.notebook.count_progress(ANA, Actor::Student, progress);
            book.write([change]);
        }
    }

    #[test]
    fn milestones_stand_in_equal_steps_of_count_and_days() {
        let mut book = Book::new();
        let goal = draft().parse(ID, nov(2)).unwrap();
        book.write([Change::by_student(ANA, goal)]);
        counting(&mut book, &[(4, 30.0), (9, 72.5), (9, 70.0), (16, 69.0)]);
        let story = book.notebook.long_goals(ANA).remove(0);
        let all = story.milestones().unwrap();
        let shown: Vec<_> = all.iter().map(|m| (m.value, m.due, m.reached)).collect();
        let reached = [Some(nov(9)), Some(nov(9)), None, None];
        let values = [45.0, 70.0, 95.0, 120.0];
        let due = [7, 12, 17, 22].map(nov);
        let expected: Vec<_> = values.iter().zip(due).zip(reached).map(|((v, d), r)| (*v, d, r)).collect();
        assert_eq!(
            shown, expected,
            "the first count of the 9th was replaced, and going back takes nothing away"
        );
        assert!((story.now() - 69.0).abs() < 1e-9);
    }

    #[test]
    fn next_comes_a_milestone_and_the_target_again_for_who_went_back() {
        let mut book = Book::new();
        book.write([Change::by_student(ANA, draft().parse(ID, nov(2)).unwrap())]);
        let mut next = |day, value| {
            counting(&mut book, &[(day, value)]);
            let story = book.notebook.long_goals(ANA).remove(0);
            story.next(&story.milestones().unwrap())
        };
        assert_eq!(next(4, 50.0), Some((70.0, nov(12))));
        assert_eq!(next(9, 120.0), None);
        assert_eq!(next(10, 90.0), Some((120.0, nov(22))), "not there any more");
        assert_eq!(next(11, 121.0), None);
    }

    #[test]
    fn less_can_be_better() {
        let mut book = Book::new();
        let goal = LongGoalDraft { from: "12".into(), to: "2".into(), steps: "2".into(), ..draft() };
        book.write([Change::by_student(ANA, goal.parse(ID, nov(2)).unwrap())]);
        counting(&mut book, &[(3, 9.0), (5, 7.0)]);
        let all = book.notebook.long_goals(ANA).remove(0).milestones().unwrap();
        assert_eq!(
            all.iter().map(|m| (m.value, m.reached)).collect::<Vec<_>>(),
            [(7.0, Some(nov(5))), (2.0, None)]
        );
    }

    #[test]
    fn what_is_typed_is_read_or_told() {
        let with = |change: fn(&mut LongGoalDraft)| {
            let mut typed = draft();
            change(&mut typed);
            typed.parse(ID, nov(2)).map(|goal| (goal.from, goal.to))
        };
        assert_eq!(with(|d| d.from = " 2,5 ".into()), Ok((2.5, 120.0)));
        for (change, problem) in [
            ((|d| d.text = " ".into()) as fn(&mut LongGoalDraft), LongGoalProblem::NoText),
            (|d| d.unit = "x".repeat(201), LongGoalProblem::Long),
            (|d| d.from = "a few".into(), LongGoalProblem::BadFrom),
            (|d| d.to = "1e300".into(), LongGoalProblem::BadTo),
            (|d| d.to = "20".into(), LongGoalProblem::NoWay),
            (|d| d.by = Some(nov(2)), LongGoalProblem::BadDay),
            (|d| d.by = None, LongGoalProblem::BadDay),
            (|d| d.steps = "11".into(), LongGoalProblem::BadSteps),
            (|d| d.action = "ask".into(), LongGoalProblem::HalfPlan),
        ] {
            assert_eq!(with(change), Err(vec![problem]));
        }
    }

    #[test]
    fn a_number_with_two_meanings_is_asked_again() {
        for text in ["1,200", "12.000", "120,500", "-1,200", "+1.200", " 2.125 ", "1.200.000", "1,200.5"] {
            assert_eq!(number(text), None, "{text}");
        }
        let meant =
            [("2,5", 2.5), ("1200", 1200.0), ("1200.125", 1200.125), ("0,125", 0.125), ("2.1250", 2.125)];
        for (text, value) in meant {
            assert_eq!(number(text), Some(value), "{text}");
        }
        for value in [0.0, 2.5, 2.125, -12.375, 0.125, 120.0, 1234.125, 1_000_000.0] {
            assert_eq!(number(&as_typed(value)), Some(value), "a form of {value} is read again");
        }
    }

    #[test]
    fn a_form_of_a_goal_read_again_is_the_goal() {
        let typed =
            LongGoalDraft { obstacle: "I am tired".into(), action: "read one page".into(), ..draft() };
        let goal = typed.parse(ID, nov(2)).unwrap();
        assert_eq!(LongGoalDraft::of(&goal).parse(ID, nov(2)), Ok(goal));
    }

    #[test]
    fn it_is_counted_on_in_handy_amounts_towards_the_target() {
        let goal = draft().parse(ID, nov(2)).unwrap();
        assert_eq!(goal.strides(), [1.0, 10.0], "milestones lie 25 apart");
        let less = LongGoal { from: 12.0, to: 2.0, steps: 2, ..goal };
        assert_eq!(less.strides(), [-1.0, -2.0]);
        let shares = [12.0, 9.5, 2.0, 0.0, 20.0].map(|count| less.share(count));
        assert_eq!(shares, [0.0, 0.25, 1.0, 1.0, 0.0]);
    }

    #[test]
    fn an_amended_goal_stands_once() {
        let mut book = Book::new();
        let goal = draft().parse(ID, nov(2)).unwrap();
        book.write([Change::by_student(ANA, goal.clone())]);
        let ended = Some(GoalEnd { day: nov(20), result: GoalResult::Almost });
        let change = book.notebook.amend_long_goal(ANA, Actor::Student, LongGoal { ended, ..goal });
        book.write([change]);
        let all = book.notebook.long_goals(ANA);
        assert_eq!((all.len(), all[0].goal.ended), (1, ended));
    }
}
