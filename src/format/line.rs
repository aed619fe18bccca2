//! One entry as one line of JSON.
//!
//! The format only grows: a kind or a field of a newer version is carried through untouched,
//! because an entry that this version cannot say again word for word keeps its own words.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::domain::choice_board::{ChoiceBoard, ChoiceMade};
use crate::domain::class::Class;
use crate::domain::conference::ConferenceCards;
use crate::domain::entry::{Actor, Body, Entry, EntryKey, Erasure, Head, Unknown, Withdrawal, for_each_kind};
use crate::domain::evidence::{Evidence, LevelOverride};
use crate::domain::exit_ticket::{Answer, ExitTicket, TicketAgain, TicketClosed};
use crate::domain::feedback::Feedback;
use crate::domain::goal::{Goal, GoalClosed};
use crate::domain::hand_in::HandInKey;
use crate::domain::id::{BatchId, ClassId, StudentId, WriterId};
use crate::domain::long_goal::{GoalProgress, LongGoal};
use crate::domain::profile::Profile;
use crate::domain::roster::Student;
use crate::domain::rubric::{Rubric, RubricScore, RubricTask};
use crate::domain::scale::Scale;
use crate::domain::self_assessment::SelfAssessment;
use crate::domain::skill::Skill;
use crate::domain::stamp::Stamp;
use crate::domain::support::{Accommodations, PictureLock};
use crate::domain::work_sample::WorkSample;

/// An entry as it stands on a line; borrowed when read, and the order of the fields when written.
#[derive(Serialize, Deserialize)]
struct Line<'a> {
    writer: WriterId,
    n: u64,
    stamp: Stamp,
    batch: BatchId,
    class: ClassId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about: Option<StudentId>,
    by: Actor,
    #[serde(borrow)]
    kind: std::borrow::Cow<'a, str>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    replaces: Vec<EntryKey>,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// How much is known about the line that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// This version wrote it and knew every word of it: nothing needs to be carried.
    ByThisVersion,
    /// Another version may have written it.
    BySomeVersion,
}

/// Which kinds of entries a program reads and writes, the same ones. The others it carries untouched, and the code for
/// them need not travel to the devices that run it.
#[derive(Debug, Clone, Copy)]
pub struct Kinds {
    read: fn(kind: &str, body: &str) -> Result<Body, serde_json::Error>,
    write: fn(body: &Body) -> Option<String>,
}

impl Kinds {
    /// Every kind this version knows.
    pub const EVERY: Kinds = Kinds { read: read_every, write: write_every };
    /// What a student's screens of every day ask about.
    pub const STUDENTS: Kinds = Kinds { read: read_students, write: write_students };
    /// What all of a student's screens ask about and bring to their device.
    pub const DESK: Kinds = Kinds { read: read_desk, write: write_desk };

    /// Reads what an entry of a kind says, from JSON; [`Body::Unknown`] for a kind it does not read.
    pub(super) fn read(self, kind: &str, body: &str) -> Result<Body, serde_json::Error> {
        (self.read)(kind, body)
    }

    /// Writes what an entry says as JSON; `None` for a kind it does not write.
    pub(super) fn write(self, body: &Body) -> Option<String> {
        (self.write)(body)
    }
}

/// Reads one entry from a line. A kind that is not of `kinds` is carried untouched.
///
/// # Errors
/// What is wrong with it, in the words of the JSON reader, for the list of damaged records.
pub fn read(text: &str, written: Written, kinds: Kinds) -> Result<Entry, serde_json::Error> {
    let line: Line = serde_json::from_str(text)?;
    let body = kinds.read(&line.kind, line.body.get())?;
    let head = Head {
        key: EntryKey { writer: line.writer, n: line.n },
        stamp: line.stamp,
        batch: line.batch,
        class: line.class,
        about: line.about,
        by: line.by,
        replaces: line.replaces,
    };
    let mut entry = Entry { head, body, carried: None };
    let unknown = matches!(entry.body, Body::Unknown(_));
    if unknown || (written == Written::BySomeVersion && write(&entry, kinds).as_deref() != Some(text)) {
        entry.carried = Some(text.into());
    }
    Ok(entry)
}

/// The class of the entry on a line; `None` when it is none.
pub(super) fn class_of(text: &str) -> Option<ClassId> {
    serde_json::from_str::<Line>(text).ok().map(|line| line.class)
}

/// Writes an entry as one line, without a line break; `None` for one that carries no words of its own and is
/// of a kind that `kinds` does not write.
pub fn write(entry: &Entry, kinds: Kinds) -> Option<String> {
    if let Some(carried) = &entry.carried {
        return Some(carried.to_string());
    }
    let Head { key, stamp, batch, class, about, by, replaces } = &entry.head;
    // Both are made of strings, numbers, lists and objects with text keys, which JSON always holds.
    let body = RawValue::from_string(kinds.write(&entry.body)?).ok()?;
    let line = Line {
        writer: key.writer,
        n: key.n,
        stamp: *stamp,
        batch: *batch,
        class: *class,
        about: *about,
        by: *by,
        kind: entry.body.kind().into(),
        replaces: replaces.clone(),
        body: &body,
    };
    serde_json::to_string(&line).ok()
}

macro_rules! bodies {
    ($(($variant:ident, $kind:literal, $type:ty))*) => {
        fn read_every(kind: &str, body: &str) -> Result<Body, serde_json::Error> {
            Ok(match kind {
                $($kind => Body::$variant(serde_json::from_str::<$type>(body)?),)*
                _ => Body::Unknown(Unknown { kind: kind.to_owned() }),
            })
        }

        fn write_every(body: &Body) -> Option<String> {
            match body {
                $(Body::$variant(body) => serde_json::to_string(body).ok(),)*
                Body::Unknown(_) => Some("null".to_owned()),
            }
        }

        $(impl Kind for $type {
            const NAME: &str = $kind;
        })*

        /// The names of all kinds this version knows.
        pub const KINDS: &[&str] = &[$($kind),*];
    };
}
for_each_kind!(bodies);

/// The kind of entry that a type is.
trait Kind {
    /// Its name on a line.
    const NAME: &str;
}

macro_rules! some_kinds {
    ($read:ident $write:ident: $($type:ident)*) => {
        fn $read(kind: &str, body: &str) -> Result<Body, serde_json::Error> {
            $(if kind == <$type as Kind>::NAME {
                return Ok(Body::$type(serde_json::from_str(body)?));
            })*
            Ok(Body::Unknown(Unknown { kind: kind.to_owned() }))
        }

        // What is read has to be written as well: only so is it seen whether a line holds more.
        fn $write(body: &Body) -> Option<String> {
            match body {
                $(Body::$type(body) => serde_json::to_string(body).ok(),)*
                _ => None,
            }
        }
    };
}
some_kinds! { read_students write_students:
    Class Scale Student Skill Evidence LevelOverride SelfAssessment Goal GoalClosed Feedback
    ExitTicket TicketClosed Answer TicketAgain Rubric RubricTask RubricScore
    Accommodations PictureLock HandInKey Withdrawal Erasure
    Profile
}
some_kinds! { read_desk write_desk:
    Class Scale Student Skill Evidence LevelOverride SelfAssessment Goal GoalClosed Feedback
    ExitTicket TicketClosed Answer TicketAgain Rubric RubricTask RubricScore
    Accommodations PictureLock HandInKey Withdrawal Erasure
    Profile ChoiceBoard ChoiceMade LongGoal GoalProgress WorkSample ConferenceCards
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"writer":"0000000000000001","n":3,"stamp":1700000000000,"batch":"0000000000000002","class":"0000000000000003","about":"0000000000000004","by":"student","kind":"goal_closed","body":{"goal":"0000000000000005","day":"2026-11-20","result":"almost"}}"#;

    #[test]
    fn a_known_line_is_said_again_word_for_word() {
        let entry = read(LINE, Written::BySomeVersion, Kinds::EVERY).unwrap();
        assert_eq!(entry.carried, None);
        assert_eq!(write(&entry, Kinds::EVERY).as_deref(), Some(LINE));
    }

    #[test]
    fn a_newer_field_is_carried_and_the_rest_is_read() {
        let newer = LINE.replace(r#""almost"}"#, r#""almost","mood":"fine"}"#);
        let entry = read(&newer, Written::BySomeVersion, Kinds::EVERY).unwrap();
        assert!(matches!(entry.body, Body::GoalClosed(_)));
        assert_eq!(write(&entry, Kinds::EVERY).as_deref(), Some(newer.as_str()));
    }

    #[test]
    fn an_unknown_kind_is_carried_with_its_head() {
        let newer = LINE.replace("goal_closed", "mood_ring");
        let entry = read(&newer, Written::ByThisVersion, Kinds::EVERY).unwrap();
        assert_eq!(entry.body, Body::Unknown(Unknown { kind: "mood_ring".into() }));
        assert_eq!(entry.head.about, Some(StudentId::from_bits(4)));
        assert_eq!(write(&entry, Kinds::EVERY).as_deref(), Some(newer.as_str()));
    }

    #[test]
    fn a_kind_that_is_not_read_is_carried_as_well() {
        let teachers = LINE.replace(r#""kind":"goal_closed""#, r#""kind":"follow_up""#);
        let entry = read(&teachers, Written::ByThisVersion, Kinds::STUDENTS).unwrap();
        assert_eq!(entry.body.kind(), "follow_up");
        assert_eq!(write(&entry, Kinds::EVERY).as_deref(), Some(teachers.as_str()));
        let closed = read(LINE, Written::ByThisVersion, Kinds::STUDENTS).unwrap();
        assert_eq!(closed, read(LINE, Written::ByThisVersion, Kinds::EVERY).unwrap());
    }

    #[test]
    fn damaged_lines_say_what_is_wrong() {
        for text in
            ["", "{}", &LINE[..100], &LINE.replace("almost", "nearly"), &LINE.replace("2026-11-20", "soon")]
        {
            assert!(read(text, Written::BySomeVersion, Kinds::EVERY).is_err(), "{text}");
        }
    }
}
