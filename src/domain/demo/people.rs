//! What is known of the people of the demo class: how they work best, what they chose, their goals over
//! weeks, pieces of their work and cards, and what their teacher noted, talked about and tried.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::{Demo, Dice, Learner};
use crate::domain::choice_board::{ChoiceBoard, ChoiceMade};
use crate::domain::conference::{ConferenceCards, Conferring};
use crate::domain::day::Day;
use crate::domain::entry::{Actor, Change};
use crate::domain::goal::{GoalResult, IfThen, Working};
use crate::domain::id::{
    BoardId, ConferringId, GroupId, InterventionId, LongGoalId, NoteId, SampleId, SkillId, StudentId,
};
use crate::domain::intervention::Outcome;
use crate::domain::intervention::record::{Intervention, InterventionEnded};
use crate::domain::long_goal::{GoalEnd, GoalProgress, LongGoal};
use crate::domain::note::Note;
use crate::domain::profile::{Harder, Help, Hindrance, Pace, Profile, Task};
use crate::domain::student_group::{GroupMember, StudentGroup};
use crate::domain::work_sample::WorkSample;

/// What people of the demo class say, in the language it is made in. Skills are named by their places.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoPeople {
    /// What students like.
    pub interests: Vec<String>,
    /// What else helps, in own words.
    pub helps_too: Vec<String>,
    /// Goals over weeks.
    pub goals: Vec<DemoLongGoal>,
    /// Pieces of work.
    pub samples: Vec<DemoSample>,
    /// What stands on the five cards of a conference.
    pub cards: Vec<[String; 5]>,
    /// What the teacher noted.
    pub notes: Vec<String>,
    /// What talks were about, what was said and what comes next.
    pub talks: Vec<[String; 3]>,
    /// What talks that were not held yet are about.
    pub planned: Vec<String>,
    /// What was tried.
    pub tried: Vec<DemoTried>,
    /// Groups, and what they do.
    pub groups: Vec<DemoGroup>,
    /// The choice board.
    pub board: DemoBoard,
}

/// A goal over weeks.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoLongGoal {
    pub(super) text: String,
    pub(super) unit: String,
    pub(super) skill: Option<usize>,
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) steps: u16,
    pub(super) obstacle: String,
    pub(super) action: String,
}

/// A piece of work.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoSample {
    pub(super) title: String,
    pub(super) text: String,
    pub(super) why: String,
    pub(super) skill: Option<usize>,
}

/// Something that was tried; without an outcome it still is.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoTried {
    pub(super) tactic: String,
    pub(super) rule: String,
    pub(super) skill: Option<usize>,
    pub(super) weeks: u8,
    pub(super) times_a_week: u8,
    pub(super) outcome: Option<Outcome>,
    #[serde(default)]
    pub(super) seen: String,
}

/// A group.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoGroup {
    pub(super) title: String,
    pub(super) plan: String,
    pub(super) skill: Option<usize>,
}

/// A choice board.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoBoard {
    pub(super) title: String,
    pub(super) ways: Vec<String>,
    pub(super) rates: Vec<String>,
    pub(super) skill: Option<usize>,
}

/// Who has a goal over weeks, kept pieces of work and so on, by their places; one student of each list has
/// it all.
const WITH_GOALS: [usize; 5] = [7, 0, 12, 16, 21];
const WITH_SAMPLES: [usize; 6] = [7, 7, 0, 4, 11, 20];
const WITH_CARDS: [usize; 4] = [7, 0, 11, 15];
const WITH_NOTES: [usize; 10] = [7, 6, 7, 0, 18, 3, 7, 10, 14, 22];
const TRIED_WITH: [usize; 5] = [7, 6, 14, 10, 0];
const IN_GROUPS: [[usize; 4]; 2] = [[1, 6, 10, 14], [2, 9, 17, 20]];
/// The student who gets stuck and the one who fell silent: talks with them are planned.
const TO_TALK_WITH: [usize; 2] = [6, 18];

/// The first weekday so many days after a day or later.
fn weekday_after(day: Day, days: u64) -> Day {
    let mut at = day.plus(days);
    while at.is_weekend() {
        at = at.plus(1);
    }
    at
}

/// The days on which each student wrote something anyway. What they say here lies on these, so that who
/// was heard from, and when, is as it was.
fn heard(out: &[Change]) -> BTreeMap<StudentId, BTreeSet<Day>> {
    let mut all: BTreeMap<StudentId, BTreeSet<Day>> = BTreeMap::new();
    for change in out.iter().filter(|change| change.by == Actor::Student) {
        if let (Some(student), Some(day)) = (change.about, change.body.day()) {
            all.entry(student).or_default().insert(day);
        }
    }
    all
}

/// One student while what is known of them is made.
struct Told<'a> {
    id: StudentId,
    /// The days on which they wrote something.
    heard: &'a [Day],
}

impl Told<'_> {
    /// The day after this share of the days they wrote on.
    fn day(&self, share: f64) -> Option<Day> {
        #[expect(clippy::cast_precision_loss, reason = "a term has about 50 days")]
        let at = share * self.heard.len() as f64;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in the list")]
        self.heard.get(at as usize).copied()
    }
}

impl Demo<'_> {
    /// What is known of the people, on chance of its own: nothing else changes by it.
    pub(super) fn people(&self, days: &[Day], learners: &[Learner], out: &mut Vec<Change>) {
        let mut dice = Dice(self.seed ^ 0x0070_656f_706c_6500);
        let heard = heard(out);
        let heard: Vec<Vec<Day>> =
            learners.iter().map(|l| heard.get(&l.id).into_iter().flatten().copied().collect()).collect();
        let told: Vec<Told> =
            learners.iter().zip(&heard).map(|(learner, heard)| Told { id: learner.id, heard }).collect();
        self.profiles(&told, &mut dice, out);
        self.board(days, &told, &mut dice, out);
        self.long_goals(&told, &mut dice, out);
        self.work(&told, &mut dice, out);
        self.log(days, &told, &mut dice, out);
        self.tries(days, &told, &mut dice, out);
        self.groups(days, &told, &mut dice, out);
    }

    fn skill_at(&self, place: Option<usize>) -> Option<SkillId> {
        self.skills.get(place?).map(|skill| skill.id)
    }

    /// Three of four students filled their profile in, and the teacher said of some how they see it.
    fn profiles(&self, told: &[Told], dice: &mut Dice, out: &mut Vec<Change>) {
        for (place, student) in told.iter().enumerate() {
            if let Some(day) = student.day(0.1).filter(|_| place % 4 != 2) {
                out.push(Change::by_student(student.id, self.profile(day, dice)));
            }
            if let Some(day) = student.day(0.3).filter(|_| place % 3 == 1) {
                let helps_too = String::new();
                let seen = Profile { interests: Vec::new(), helps_too, ..self.profile(day, dice) };
                out.push(Change::by_teacher(student.id, seen));
            }
        }
    }

    fn profile(&self, day: Day, dice: &mut Dice) -> Profile {
        let words = &self.words.people;
        let mut profile = Profile::on(day);
        for task in Task::ALL {
            let all = [Working::Alone, Working::Partner, Working::Partner, Working::Teacher];
            if let Some(&working) = dice.pick(&all).filter(|_| profile.working(task).is_none()) {
                profile.choose(task, working);
            }
        }
        profile.harder = dice.pick(&[Harder::Words, Harder::Numbers, Harder::Both, Harder::Neither]).copied();
        profile.pace = dice.pick(&[Pace::MoreTime, Pace::Together, Pace::Together, Pace::Ahead]).copied();
        for _ in 0..2 {
            let like = dice.pick(&words.interests).filter(|like| !profile.interests.contains(like));
            profile.interests.extend(like.cloned());
            let help = dice.pick(&Help::ALL).filter(|help| !profile.helps.contains(help));
            profile.helps.extend(help);
        }
        profile.hinders.extend(dice.pick(&Hindrance::ALL));
        if dice.chance(0.4) {
            profile.helps_too = dice.pick(&words.helps_too).cloned().unwrap_or_default();
        }
        profile
    }

    /// A choice board on which most have chosen.
    fn board(&self, days: &[Day], told: &[Told], dice: &mut Dice, out: &mut Vec<Change>) {
        let Some(&day) = days.get(days.len().saturating_sub(12)) else { return };
        let DemoBoard { title, ways, rates, skill } = self.words.people.board.clone();
        let id = BoardId::from_bits(dice.bits());
        let skill = self.skill_at(skill);
        let board = ChoiceBoard { id, title, skill, ways, rates, day, closed: false };
        for (place, student) in told.iter().enumerate() {
            let since = student.heard.iter().copied().find(|heard| *heard >= day);
            let (way, rate) = (dice.pick(&board.ways), dice.pick(&board.rates));
            if let (Some(day), Some(way)) = (since.filter(|_| place % 5 != 3), way) {
                let rate = rate.cloned().unwrap_or_default();
                let made = ChoiceMade { board: id, way: way.clone(), rate, day };
                out.push(Change::by_student(student.id, made));
            }
        }
        out.push(Change::of_class(board));
    }

    /// Goals over weeks and what was counted on the way; the last one has ended.
    fn long_goals(&self, told: &[Told], dice: &mut Dice, out: &mut Vec<Change>) {
        let goals = &self.words.people.goals;
        for (i, (words, place)) in goals.iter().zip(WITH_GOALS).enumerate() {
            let Some(student) = told.get(place) else { continue };
            let Some(start) = student.day(0.4) else { continue };
            let over = i + 1 == goals.len();
            let id = LongGoalId::from_bits(dice.bits());
            let (from, to) = (f64::from(words.from), f64::from(words.to));
            let counted: Vec<Day> =
                student.heard.iter().copied().filter(|day| *day > start).step_by(3).collect();
            let way = if over { 1.0 } else { 0.55 + 0.25 * dice.share() };
            let ended = counted.last().filter(|_| over);
            let result = GoalResult::Met;
            let goal = LongGoal {
                id,
                text: words.text.clone(),
                skill: self.skill_at(words.skill),
                unit: words.unit.clone(),
                from,
                to,
                start,
                by: if over { self.today.minus(1) } else { weekday_after(self.today, 20) },
                steps: words.steps,
                if_then: Some(IfThen { obstacle: words.obstacle.clone(), action: words.action.clone() }),
                ended: ended.map(|&day| GoalEnd { day, result }),
            };
            out.push(Change::by_student(student.id, goal));
            let last = counted.len();
            for (n, day) in (1..).zip(counted) {
                #[expect(clippy::cast_precision_loss, reason = "some counts")]
                let share = way * n as f64 / last as f64;
                let value = (from + share * (to - from)).round();
                out.push(Change::by_student(student.id, GoalProgress { goal: id, day, value }));
            }
        }
    }

    /// Pieces of work that are kept, and the cards of conferences.
    fn work(&self, told: &[Told], dice: &mut Dice, out: &mut Vec<Change>) {
        let words = &self.words.people;
        for (i, (sample, place)) in words.samples.iter().zip(WITH_SAMPLES).enumerate() {
            let Some(student) = told.get(place) else { continue };
            let Some(day) = student.day(if i.is_multiple_of(2) { 0.45 } else { 0.75 }) else { continue };
            let sample = WorkSample {
                id: SampleId::from_bits(dice.bits()),
                title: sample.title.clone(),
                day,
                skill: self.skill_at(sample.skill),
                text: sample.text.clone(),
                file: None,
                why: sample.why.clone(),
                removed: false,
            };
            out.push(Change::by_student(student.id, sample));
        }
        for ([proud, grew, stuck, next, help], place) in words.cards.iter().cloned().zip(WITH_CARDS) {
            let Some(student) = told.get(place) else { continue };
            if let Some(day) = student.day(0.85) {
                let cards = ConferenceCards { day, proud, grew, stuck, next, help };
                out.push(Change::by_student(student.id, cards));
            }
        }
    }

    /// Notes, talks that were held with most, and two that are planned.
    fn log(&self, days: &[Day], told: &[Told], dice: &mut Dice, out: &mut Vec<Change>) {
        let words = &self.words.people;
        let day_of = |dice: &mut Dice| dice.pick(days).copied();
        for (text, place) in words.notes.iter().zip(WITH_NOTES) {
            let (Some(student), Some(day)) = (told.get(place), day_of(dice)) else { continue };
            let id = NoteId::from_bits(dice.bits());
            let note = Note { id, day, written: day, text: text.clone(), removed: false };
            out.push(Change::by_teacher(student.id, note));
        }
        for (place, student) in told.iter().enumerate() {
            let talks = if place == 7 { 3 } else { usize::from(place % 6 != 5) };
            // No talk is held twice with one student.
            let mut left = words.talks.clone();
            for _ in 0..talks {
                let (Some(talk), Some(day)) = (dice.pick(&left).cloned(), day_of(dice)) else { continue };
                left.retain(|other| *other != talk);
                let [about, said, next] = talk;
                let id = ConferringId::from_bits(dice.bits());
                let talk = Conferring { id, day, about, said, next, held: true, removed: false };
                out.push(Change::by_teacher(student.id, talk));
            }
        }
        for (about, place) in words.planned.iter().zip(TO_TALK_WITH) {
            let (Some(student), Some(&day)) = (told.get(place), days.last()) else { continue };
            let (id, about) = (ConferringId::from_bits(dice.bits()), about.clone());
            let [said, next] = [String::new(), String::new()];
            let talk = Conferring { id, day, about, said, next, held: false, removed: false };
            out.push(Change::by_teacher(student.id, talk));
        }
    }

    /// What was tried, some of it to its end.
    fn tries(&self, days: &[Day], told: &[Told], dice: &mut Dice, out: &mut Vec<Change>) {
        for (words, place) in self.words.people.tried.iter().zip(TRIED_WITH) {
            let Some(student) = told.get(place) else { continue };
            let id = InterventionId::from_bits(dice.bits());
            let school_days = 5 * usize::from(words.weeks);
            // What has ended began so long ago that its weeks are over; the rest is in the middle of them.
            let back = if words.outcome.is_some() { school_days + 4 } else { school_days / 2 };
            let at = days.len().saturating_sub(back.max(1));
            let (Some(&start), end) = (days.get(at), days.get(at + school_days)) else { continue };
            let it = Intervention {
                id,
                tactic: words.tactic.clone(),
                skill: self.skill_at(words.skill),
                start,
                weeks: words.weeks,
                times_a_week: words.times_a_week,
                rule: words.rule.clone(),
            };
            out.push(Change::by_teacher(student.id, it));
            if let (Some(outcome), Some(&day)) = (words.outcome, end) {
                let seen = words.seen.clone();
                let end = InterventionEnded { intervention: id, day, outcome, seen };
                out.push(Change::by_teacher(student.id, end));
            }
        }
    }

    /// Groups that work on something together.
    fn groups(&self, days: &[Day], told: &[Told], dice: &mut Dice, out: &mut Vec<Change>) {
        let Some(&from) = days.get(days.len().saturating_sub(7)) else { return };
        for (words, places) in self.words.people.groups.iter().zip(IN_GROUPS) {
            let group = GroupId::from_bits(dice.bits());
            out.push(Change::of_class(StudentGroup {
                id: group,
                title: words.title.clone(),
                skill: self.skill_at(words.skill),
                plan: words.plan.clone(),
                from,
                until: Some(weekday_after(self.today, 5)),
                ended: false,
            }));
            for student in places.iter().filter_map(|place| told.get(*place)) {
                out.push(Change::by_teacher(student.id, GroupMember { group, day: from, left: false }));
            }
        }
    }
}
