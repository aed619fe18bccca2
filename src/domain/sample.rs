//! A small class for the tests of the domain: written to as a session would write, one device.
#![cfg(test)]

use super::attendance::{Attendance, Presence};
use super::class::Class;
use super::day::Day;
use super::entry::{Change, Entry, EntryKey, Withdrawal};
use super::evidence::{Evidence, Mark, Source};
use super::goal::{Goal, GoalClosed, GoalResult, Origin, Working};
use super::id::{BatchId, ClassId, GoalId, ScaleId, SkillId, StudentId, WriterId};
use super::notebook::Notebook;
use super::roster::Student;
use super::scale::{Level, Scale, Score};
use super::self_assessment::SelfAssessment;
use super::skill::{Check, Skill, Subject};
use super::stamp::Stamp;

pub const CLASS: ClassId = ClassId::from_bits(0xc1a55);
/// The scale of the class: four levels.
pub const FOUR: ScaleId = ScaleId::from_bits(4);
pub const FRACTIONS: SkillId = SkillId::from_bits(0xf1);
pub const MAIN_IDEA: SkillId = SkillId::from_bits(0xf2);
pub const ANA: StudentId = StudentId::from_bits(0xa1);
pub const BEN: StudentId = StudentId::from_bits(0xb2);
pub const CHLOE: StudentId = StudentId::from_bits(0xc3);

/// A day of November 2026; the 2nd is a Monday.
pub fn nov(day: u32) -> Day {
    Day::new(2026, 11, day).unwrap()
}

/// A notebook and what was written to it, in the order of writing.
pub struct Book {
    pub notebook: Notebook,
    pub written: Vec<Entry>,
}

impl Book {
    /// A class without students and skills.
    pub fn empty() -> Book {
        let mut book = Book { notebook: Notebook::new(CLASS), written: Vec::new() };
        book.write([Change::of_class(scale(FOUR, 4)), Change::of_class(class())]);
        book
    }

    /// A class with Ana, Ben and Chloé, who work on fractions and on the main idea.
    pub fn new() -> Book {
        let mut book = Book::empty();
        for (id, name) in [(ANA, "Ana"), (BEN, "Ben"), (CHLOE, "Chloé")] {
            book.write([Change::by_teacher(id, Student::named(id, name))]);
        }
        book.write(
            [skill(FRACTIONS, "fractions", 0), skill(MAIN_IDEA, "main idea", 1)].map(Change::of_class),
        );
        book
    }

    /// Writes one action; gives the identities of its entries and the action itself.
    pub fn write(&mut self, changes: impl IntoIterator<Item = Change>) -> (Vec<EntryKey>, BatchId) {
        let first = self.written.len();
        let batch = BatchId::from_bits(1000 + first as u64);
        for change in changes {
            let n = self.written.len() as u64 + 1;
            let key = EntryKey { writer: WriterId::from_bits(1), n };
            let entry = change.into_entry(key, Stamp(n * 10), batch, CLASS);
            self.written.push(entry.clone());
            self.notebook.apply(entry);
        }
        (self.written[first..].iter().map(|e| e.head.key).collect(), batch)
    }

    /// Writes one action of one change.
    pub fn one(&mut self, change: Change) -> EntryKey {
        self.write([change]).0[0]
    }

    /// Takes an action back, or brings it back.
    pub fn undo(&mut self, batch: BatchId) -> BatchId {
        self.write([Change::of_class(Withdrawal { batch })]).1
    }
}

pub fn class() -> Class {
    Class::named("5B", "Ms R", FOUR)
}

pub fn scale(id: ScaleId, levels: u8) -> Scale {
    Scale { id, words: (1..=levels).map(|level| format!("level {level}")).collect(), follows: None }
}

pub fn level(level: u8) -> Score {
    Score { scale: FOUR, level: Level(level) }
}

/// A skill with two next steps and a choice question whose second answer is right.
pub fn skill(id: SkillId, name: &str, place: u16) -> Skill {
    Skill {
        next_steps: vec![format!("{name}: begin"), format!("{name}: explain")],
        home: format!("{name} at home"),
        check: Some(Check { question: "?".into(), choices: vec!["a".into(), "b".into()], key: Some(1) }),
        ..Skill::named(id, Subject::Math, format!("I can {name}"), place)
    }
}

/// The teacher's mark for something shown on a day.
pub fn evidence(student: StudentId, skill: SkillId, shown_on: Day, mark: Mark) -> Change {
    let source = Source::WorkSample;
    let evidence = Evidence { skill, shown_on, entered_at: shown_on, mark, source, note: String::new() };
    Change::by_teacher(student, evidence)
}

/// A level for something shown on a day.
pub fn shown(student: StudentId, skill: SkillId, shown_on: Day, at: u8) -> Change {
    evidence(student, skill, shown_on, Mark::Score(level(at)))
}

pub fn said(student: StudentId, skill: SkillId, day: Day, at: u8) -> Change {
    Change::by_student(student, SelfAssessment { skill, day, score: Some(level(at)) })
}

/// A goal named by its number.
pub fn goal(student: StudentId, number: u64, day: Day) -> Change {
    let goal = Goal {
        id: GoalId::from_bits(number),
        text: format!("goal {number}"),
        skill: Some(FRACTIONS),
        self_level: Some(Level(2)),
        day,
        working: Working::Alone,
        origin: Origin::Own,
        if_then: None,
    };
    Change::by_student(student, goal)
}

pub fn closed(student: StudentId, number: u64, day: Day, result: GoalResult) -> Change {
    let goal = GoalId::from_bits(number);
    Change::by_student(student, GoalClosed { goal, day, result, why: String::new() })
}

pub fn attendance(student: StudentId, day: Day, presence: Presence) -> Change {
    Change::by_teacher(student, Attendance { day, presence })
}
