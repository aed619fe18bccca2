//! The class pack: what a student's own device needs to answer and hand in without a network.
//!
//! A header line and one line of JSON per thing, the bodies as in the notebook, compressed (zlib) by
//! the browser, in base64url behind `1.`. The same text stands in a link and in a file.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::line::Kinds;
use crate::domain::entry::{Actor, Body, Change};
use crate::domain::id::{ClassId, StudentId};

/// The version this build writes.
const VERSION: u32 = 1;
/// The longest text of a pack, in characters: that of a class with every check of a year.
pub const LONGEST: usize = 1024 * 1024;
/// The most bytes it may become when it is opened.
pub const LARGEST: u32 = 8 * 1024 * 1024;

/// Why a text is no class pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadPack {
    /// There is nothing in it.
    #[error("the class pack is empty")]
    Empty,
    /// It is something else.
    #[error("not a class pack")]
    Foreign,
    /// It is cut or was changed.
    #[error("the class pack is damaged")]
    Damaged,
    /// A newer Daymark made it.
    #[error("the class pack is of a newer version")]
    Newer,
}

/// A class pack.
#[derive(Debug, Clone, PartialEq)]
pub struct ClassPack {
    /// The class.
    pub class: ClassId,
    /// Whether it has all skills and checks of the class. A join card has what fits.
    pub whole: bool,
    /// The students who are asked version B first.
    pub second: Vec<StudentId>,
    /// What it brings.
    pub things: Vec<Change>,
}

#[derive(Serialize, Deserialize)]
struct Header {
    daymark: Kind,
    class: ClassId,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    whole: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    second: Vec<StudentId>,
}

#[derive(Serialize, Deserialize)]
enum Kind {
    #[serde(rename = "class_pack")]
    ClassPack,
}

#[derive(Serialize, Deserialize)]
struct Thing<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    about: Option<StudentId>,
    #[serde(borrow)]
    kind: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    body: &'a RawValue,
}

/// Writes a pack, not yet compressed.
pub fn write(pack: &ClassPack) -> String {
    let header = Header {
        daymark: Kind::ClassPack,
        class: pack.class,
        whole: pack.whole,
        second: pack.second.clone(),
    };
    // Strings, numbers, lists and objects with text keys, which JSON always holds.
    let mut text = serde_json::to_string(&header).unwrap_or_default();
    for change in &pack.things {
        let body = Kinds::DESK.write(&change.body).and_then(|body| RawValue::from_string(body).ok());
        let Some(body) = body else { continue };
        let thing = Thing { about: change.about, kind: change.body.kind().into(), body: &body };
        text.push('\n');
        text.push_str(&serde_json::to_string(&thing).unwrap_or_default());
    }
    text
}

/// Reads a pack that was opened. Things of kinds this version does not know are left out. A thing that
/// it knows and cannot read is newer than this version: the pack came whole, or it would not have opened.
///
/// # Errors
/// Why it is none.
pub fn read(text: &str) -> Result<ClassPack, BadPack> {
    let mut lines = text.lines();
    let header = lines.next().and_then(|line| serde_json::from_str::<Header>(line).ok());
    let header = header.ok_or(BadPack::Damaged)?;
    let mut things = Vec::new();
    for line in lines {
        let thing: Thing = serde_json::from_str(line).map_err(|_| BadPack::Damaged)?;
        let body = Kinds::DESK.read(&thing.kind, thing.body.get()).map_err(|_| BadPack::Newer)?;
        if !matches!(body, Body::Unknown(_)) {
            things.push(Change { about: thing.about, by: Actor::Teacher, replaces: Vec::new(), body });
        }
    }
    Ok(ClassPack { class: header.class, whole: header.whole, second: header.second, things })
}

/// A compressed pack as the text of a link or a file.
pub fn wrap(compressed: &[u8]) -> String {
    format!("{VERSION}.{}", Base64UrlUnpadded::encode_string(compressed))
}

/// The compressed pack in a text; what follows after a space is no part of it.
///
/// # Errors
/// Why there is none.
pub fn unwrap(text: &str) -> Result<Vec<u8>, BadPack> {
    if text.len() > LONGEST {
        return Err(BadPack::Foreign);
    }
    let text = text.trim().split(char::is_whitespace).next().unwrap_or_default();
    if text.is_empty() {
        return Err(BadPack::Empty);
    }
    let (version, packed) = text.split_once('.').ok_or(BadPack::Foreign)?;
    match version.parse::<u32>() {
        Ok(VERSION) => Base64UrlUnpadded::decode_vec(packed).map_err(|_| BadPack::Damaged),
        Ok(_) => Err(BadPack::Newer),
        Err(_) => Err(BadPack::Foreign),
    }
}

/// The students in a pack.
pub fn students(pack: &ClassPack) -> Vec<(StudentId, &str)> {
    pack.things
        .iter()
        .filter_map(|change| match &change.body {
            Body::Student(student) => Some((student.id, student.name.as_str())),
            _ => None,
        })
        .collect()
}

// The property tests run on the host only.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
