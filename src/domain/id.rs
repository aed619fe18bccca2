//! Names of things that keep their identity while their content changes.
//!
//! An id is 64 random bits, written as 16 lower-case hex digits. The bits come from outside (the
//! session draws them), because the domain knows no randomness.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The text was not 16 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("an id has 16 hex digits")]
pub struct NotAnId;

fn parse(text: &str) -> Result<u64, NotAnId> {
    let hex = |b: u8| b.is_ascii_digit() || (b'a'..=b'f').contains(&b);
    if text.len() == 16 && text.bytes().all(hex) {
        u64::from_str_radix(text, 16).map_err(|_| NotAnId)
    } else {
        Err(NotAnId)
    }
}

/// Reads an id from borrowed or owned text without a copy where the format allows it.
struct HexVisitor;

impl de::Visitor<'_> for HexVisitor {
    type Value = u64;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("16 hex digits")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<u64, E> {
        parse(text).map_err(E::custom)
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// Makes the id from 64 random bits.
            pub const fn from_bits(bits: u64) -> Self {
                Self(bits)
            }

            /// The 64 bits, for formats that have no room for hex digits.
            pub const fn bits(self) -> u64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write!(f, "{:016x}", self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({:016x})"), self.0)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_str(HexVisitor).map(Self)
            }
        }
    )*};
}

ids! {
    /// A device in one life: a new one is drawn after a restore or a copy.
    WriterId;
    /// One action of a person, the unit of undo.
    BatchId;
    /// A class with its own roster, skills and notebook.
    ClassId;
    /// A student on one class's roster.
    StudentId;
    /// An "I can" line the class works on.
    SkillId;
    /// One immutable version of a level scale.
    ScaleId;
    /// A goal a student set.
    GoalId;
    /// An exit ticket the teacher opened.
    TicketId;
    /// A pre/post survey: a pair of tickets.
    SurveyId;
    /// A question of the question bank.
    QuestionId;
    /// A follow-up planned for a group.
    FollowUpId;
    /// A rubric through all its versions.
    RubricId;
    /// One immutable version of a rubric.
    RubricVersionId;
    /// A piece of work, or an observed lesson, that is scored with a rubric.
    TaskId;
    /// A sentence of the comment bank.
    CommentId;
    /// A choice board: ways and rates a teacher offers.
    BoardId;
    /// A goal over weeks, with milestones.
    LongGoalId;
    /// A piece of a student's work that is kept.
    SampleId;
    /// The bytes of a picture or file, kept beside the entries.
    FileId;
    /// A talk with one student, planned or held.
    ConferringId;
    /// A teacher's note about one student.
    NoteId;
    /// A group of students who work on something together for a while.
    GroupId;
    /// Something that is tried with one student or more.
    InterventionId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_bits_are_the_same_id() {
        let id = SkillId::from_bits(0xab);
        assert_eq!(id.to_string(), "00000000000000ab");
        assert_eq!("00000000000000ab".parse(), Ok(id));
    }

    #[test]
    fn other_texts_are_refused() {
        for text in ["", "ab", "00000000000000AB", "+0000000000000ab", "00000000000000abc", "ééééé…"] {
            assert_eq!(text.parse::<SkillId>(), Err(NotAnId), "{text}");
        }
    }
}
