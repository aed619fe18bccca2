//! One entry as one line of JSON.
//!
//! The format only grows: a kind or a field of a newer version is carried through untouched,
//! because an entry that this version cannot say again word for word keeps its own words.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::domain::entry::{Actor, Body, Entry, EntryKey, Head, Unknown, for_each_kind};
use crate::domain::id::{BatchId, ClassId, StudentId, WriterId};
use crate::domain::stamp::Stamp;

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

/// Reads one entry from a line.
///
/// # Errors
/// What is wrong with it, in the words of the JSON reader, for the list of damaged records.
pub fn read(text: &str, written: Written) -> Result<Entry, serde_json::Error> {
    let line: Line = serde_json::from_str(text)?;
    let body = read_body(&line.kind, line.body.get())?;
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
    if unknown || (written == Written::BySomeVersion && write(&entry) != text) {
        entry.carried = Some(text.into());
    }
    Ok(entry)
}

/// Writes an entry as one line, without a line break.
pub fn write(entry: &Entry) -> String {
    if let Some(carried) = &entry.carried {
        return carried.to_string();
    }
    let Head { key, stamp, batch, class, about, by, replaces } = &entry.head;
    let body = write_body(&entry.body);
    // Both are made of strings, numbers, lists and objects with text keys, which JSON always holds.
    let Ok(body) = RawValue::from_string(body) else { return String::new() };
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
    serde_json::to_string(&line).unwrap_or_default()
}

macro_rules! bodies {
    ($(($variant:ident, $kind:literal, $type:ty))*) => {
        pub(super) fn read_body(kind: &str, body: &str) -> Result<Body, serde_json::Error> {
            Ok(match kind {
                $($kind => Body::$variant(serde_json::from_str::<$type>(body)?),)*
                _ => Body::Unknown(Unknown { kind: kind.to_owned() }),
            })
        }

        pub(super) fn write_body(body: &Body) -> String {
            match body {
                $(Body::$variant(body) => serde_json::to_string(body).unwrap_or_default(),)*
                Body::Unknown(_) => "null".to_owned(),
            }
        }

        /// The names of all kinds this version knows.
        pub const KINDS: &[&str] = &[$($kind),*];
    };
}
for_each_kind!(bodies);

#[cfg(test)]
mod tests {
    use super::*;

    const LINE: &str = r#"{"writer":"0000000000000001","n":3,"stamp":1700000000000,"batch":"0000000000000002","class":"0000000000000003","about":"0000000000000004","by":"student","kind":"goal_closed","body":{"goal":"0000000000000005","day":"2026-11-20","result":"almost"}}"#;

    #[test]
    fn a_known_line_is_said_again_word_for_word() {
        let entry = read(LINE, Written::BySomeVersion).unwrap();
        assert_eq!(entry.carried, None);
        assert_eq!(write(&entry), LINE);
    }

    #[test]
    fn a_newer_field_is_carried_and_the_rest_is_read() {
        let newer = LINE.replace(r#""almost"}"#, r#""almost","mood":"fine"}"#);
        let entry = read(&newer, Written::BySomeVersion).unwrap();
        assert!(matches!(entry.body, Body::GoalClosed(_)));
        assert_eq!(write(&entry), newer);
    }

    #[test]
    fn an_unknown_kind_is_carried_with_its_head() {
        let newer = LINE.replace("goal_closed", "mood_ring");
        let entry = read(&newer, Written::ByThisVersion).unwrap();
        assert_eq!(entry.body, Body::Unknown(Unknown { kind: "mood_ring".into() }));
        assert_eq!(entry.head.about, Some(StudentId::from_bits(4)));
        assert_eq!(write(&entry), newer);
    }

    #[test]
    fn damaged_lines_say_what_is_wrong() {
        for text in
            ["", "{}", &LINE[..100], &LINE.replace("almost", "nearly"), &LINE.replace("2026-11-20", "soon")]
        {
            assert!(read(text, Written::BySomeVersion).is_err(), "{text}");
        }
    }
}
