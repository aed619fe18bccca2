//! Histories of a small class, as two to four devices might have written them: they copy each
//! other's entries now and then, their clocks are up to ten years off, and one may be a copy of
//! another that goes on counting under the same name.

use daymark::domain::attendance::{Attendance, Presence};
use daymark::domain::entry::{Actor, Body, Change, Entry, EntryKey, Erasure, Unknown, Withdrawal};
use daymark::domain::evidence::{Evidence, Mark, Source};
use daymark::domain::goal::{Goal, GoalClosed, GoalResult, Origin, Working};
use daymark::domain::id::{BatchId, ClassId, GoalId, ScaleId, SkillId, StudentId, WriterId};
use daymark::domain::roster::Student;
use daymark::domain::scale::{Level, Score};
use daymark::domain::{Day, Stamp};
use proptest::prelude::*;

pub const CLASS: ClassId = ClassId::from_bits(5);
const TEN_YEARS_MS: i64 = 10 * 366 * 24 * 3600 * 1000;

/// What a device does next. Numbers pick from what is there, so that every value means something.
#[derive(Debug, Clone)]
pub enum Step {
    /// Writes one action of these facts.
    Write(Vec<Fact>),
    /// Changes something the device has seen, or several versions of it at once.
    Amend { what: usize, heads: usize, fact: Fact },
    /// Takes an action back that the device has seen; it may be a withdrawal.
    Withdraw(usize),
    /// Erases a student; some versions might say so in an entry about the student.
    Erase { student: u8, about: bool },
    /// A copy of the device writes something else under an identity that is already taken.
    Twin { what: usize, fact: Fact },
    /// Refers to whatever it likes: entries and actions nobody has written yet, itself, rings.
    Wild { writer: u8, n: u8, batch: u8, stamp: u8, fact: Fact },
    /// Takes in all that another device knows.
    Learn(usize),
}

/// Something about one student, or a kind this version does not know.
#[derive(Debug, Clone)]
pub struct Fact {
    kind: u8,
    student: u8,
    about: u8,
    day: u8,
}

/// What a device knows and what its clock says.
struct Device {
    writer: u64,
    n: u64,
    seen: Stamp,
    skew: i64,
    known: Vec<Entry>,
}

fn fact() -> impl Strategy<Value = Fact> {
    (0..7u8, 0..3u8, 0..2u8, 0..5u8).prop_map(|(kind, student, about, day)| Fact {
        kind,
        student,
        about,
        day,
    })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        5 => prop::collection::vec(fact(), 1..3).prop_map(Step::Write),
        4 => (any::<usize>(), 1..3usize, fact())
            .prop_map(|(what, heads, fact)| Step::Amend { what, heads, fact }),
        4 => any::<usize>().prop_map(Step::Withdraw),
        1 => (0..3u8, any::<bool>()).prop_map(|(student, about)| Step::Erase { student, about }),
        1 => (any::<usize>(), fact()).prop_map(|(what, fact)| Step::Twin { what, fact }),
        2 => (0..4u8, 1..9u8, 0..30u8, 0..9u8, fact())
            .prop_map(|(writer, n, batch, stamp, fact)| Step::Wild { writer, n, batch, stamp, fact }),
        4 => any::<usize>().prop_map(Step::Learn),
    ]
}

/// All entries of a history, in the order they were written.
pub fn histories() -> impl Strategy<Value = Vec<Entry>> {
    let skews = prop::collection::vec(-TEN_YEARS_MS..TEN_YEARS_MS, 2..=4);
    (skews, prop::collection::vec((any::<usize>(), step()), 1..40))
        .prop_map(|(skews, steps)| run(&skews, steps))
}

fn run(skews: &[i64], steps: Vec<(usize, Step)>) -> Vec<Entry> {
    let device = |(writer, &skew): (u64, &i64)| Device { writer, n: 0, seen: Stamp(0), skew, known: vec![] };
    let mut devices: Vec<Device> = (0..).zip(skews).map(device).collect();
    let mut written = Vec::new();
    for (time, (who, step)) in (0..).zip(steps) {
        let who = who % devices.len();
        if let Step::Learn(from) = step {
            let news = devices[from % devices.len()].known.clone();
            devices[who].learn(news);
            continue;
        }
        let new = devices[who].act(step, 1_790_000_000_000 + time * 60_000);
        devices[who].learn(new.clone());
        written.extend(new);
    }
    written
}

impl Device {
    fn learn(&mut self, entries: Vec<Entry>) {
        for entry in entries {
            self.seen = self.seen.max(entry.head.stamp);
            if !self.known.contains(&entry) {
                self.known.push(entry);
            }
        }
    }

    fn pick(&self, what: usize) -> Option<&Entry> {
        self.known.get(what.checked_rem(self.known.len())?)
    }

    fn act(&mut self, step: Step, now: i64) -> Vec<Entry> {
        let changes = match step {
            Step::Write(facts) => facts.iter().map(Fact::change).collect(),
            Step::Amend { what, heads, fact } => {
                let keys = (0..heads).filter_map(|i| Some(self.pick(what.wrapping_add(i))?.head.key));
                vec![fact.change().replacing(keys)]
            }
            Step::Withdraw(what) => {
                let batch = self.pick(what).map(|e| e.head.batch);
                batch.map(|batch| Change::of_class(Withdrawal { batch })).into_iter().collect()
            }
            Step::Erase { student, about } => {
                let student = StudentId::from_bits(student.into());
                let about = about.then_some(student);
                vec![Change { about, ..Change::of_class(Erasure { student }) }]
            }
            Step::Twin { what, fact } => {
                let Some(other) = self.pick(what) else { return vec![] };
                let Change { about, by, body, .. } = fact.change();
                let mut twin = other.clone();
                twin.head.about = about;
                twin.head.by = by;
                return vec![carry(Entry { body, carried: None, ..twin })];
            }
            Step::Wild { writer, n, batch, stamp, fact } => {
                let replaced = EntryKey { writer: WriterId::from_bits(writer.into()), n: n.into() };
                let withdrawal = Change::of_class(Withdrawal { batch: BatchId::from_bits(batch.into()) });
                let changes = [fact.change().replacing([replaced]), withdrawal];
                let batch = BatchId::from_bits(u64::from(batch) / 2);
                let enter = |change: Change| {
                    self.n += 1;
                    let key = EntryKey { writer: WriterId::from_bits(self.writer), n: self.n };
                    carry(change.into_entry(key, Stamp(stamp.into()), batch, CLASS))
                };
                return changes.map(enter).into();
            }
            Step::Learn(_) => vec![],
        };
        let batch = BatchId::from_bits(self.writer * 8 + self.n + 1);
        let clock = u64::try_from(now + self.skew).unwrap_or(0);
        let enter = |change: Change| {
            self.n += 1;
            self.seen = Stamp::next(clock, self.seen);
            let key = EntryKey { writer: WriterId::from_bits(self.writer), n: self.n };
            carry(change.into_entry(key, self.seen, batch, CLASS))
        };
        changes.into_iter().map(enter).collect()
    }
}

impl Fact {
    fn change(&self) -> Change {
        let student = StudentId::from_bits(self.student.into());
        let skill = SkillId::from_bits(self.about.into());
        let goal = GoalId::from_bits(self.about.into());
        let day = Day::from_epoch(20_000 + i32::from(self.day)).unwrap();
        let mark = Mark::Score(Score { scale: ScaleId::from_bits(4), level: Level(1 + self.day % 4) });
        let body = match self.kind {
            0 => Student::named(student, format!("Student {}", self.day)).into(),
            1 => {
                let source = Source::WorkSample;
                Evidence { skill, shown_on: day, entered_at: day, mark, source, note: String::new() }.into()
            }
            2 => Goal {
                id: goal,
                text: "Draw two".into(),
                skill: Some(skill),
                self_level: None,
                day,
                working: Working::Alone,
                origin: Origin::Own,
                if_then: None,
            }
            .into(),
            3 => GoalClosed { goal, day, result: GoalResult::Met, why: String::new() }.into(),
            4 => Attendance { day, presence: Presence::Absent }.into(),
            _ => Body::Unknown(Unknown { kind: format!("mood_{}", self.day) }),
        };
        let by = if self.kind == 2 || self.kind == 3 { Actor::Student } else { Actor::Teacher };
        let about = (self.kind != 6).then_some(student);
        Change { about, by, ..Change::of_class(body) }
    }
}

/// An unknown kind always comes with its own words.
fn carry(entry: Entry) -> Entry {
    if !matches!(entry.body, Body::Unknown(_)) {
        return entry;
    }
    let text = daymark::format::line::write(&entry, daymark::format::line::Kinds::EVERY)
        .unwrap_or_default()
        .replace(":null}", r#":{"mood":"fine"}}"#);
    Entry { carried: Some(text.into()), ..entry }
}
