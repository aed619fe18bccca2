//! The fragment of a family link: a small, checksummed snapshot that never reaches any server.
//!
//! `1.` and the base64url of: two bytes of length, the report in postcard, four bytes of CRC-32.
//! Starter skills travel as their place in the set, so that the page has them in every language.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};

use super::starter::StarterSkill;
use crate::domain::day::Day;
use crate::domain::family::{FamilyReport, FamilySkill, SkillWords};
use crate::domain::scale::Level;

/// The most characters of a whole link, so that a printed code of it stays coarse.
pub const LONGEST_LINK: usize = 700;

/// Why a link shows nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadLink {
    /// There is nothing after the `#`.
    #[error("the link is empty")]
    Empty,
    /// The end of it is missing.
    #[error("the link is cut")]
    Cut,
    /// Something in it was changed.
    #[error("the link is damaged")]
    Damaged,
    /// A newer Daymark made it.
    #[error("the link is of a newer version")]
    Newer,
}

/// The report as it travels: days as numbers, starter skills as places in the set.
#[derive(Serialize, Deserialize)]
struct Wire {
    child: String,
    class: String,
    teacher: String,
    as_of: i32,
    expires_after: u16,
    since_before: u16,
    words: Vec<String>,
    levels: u8,
    goal: Option<(u16, String)>,
    skills: Vec<(WireWords, u8, u8)>,
    help: Option<WireWords>,
}

#[derive(Serialize, Deserialize)]
enum WireWords {
    Starter(u16),
    Own(String),
}

/// Writes a report as the fragment of a link, without the `#`.
///
/// `set` is the starter set; words of a starter skill that is not in it travel as the key itself.
pub fn write(report: &FamilyReport, set: &[StarterSkill]) -> String {
    let words = |words: &SkillWords| match words {
        SkillWords::Own(text) => WireWords::Own(text.clone()),
        SkillWords::Starter(key) => match set.iter().position(|s| s.key == *key) {
            Some(place) => WireWords::Starter(u16::try_from(place).unwrap_or(u16::MAX)),
            None => WireWords::Own(key.clone()),
        },
    };
    let apart =
        |later: Day, earlier: Day| u16::try_from(later.days_since(earlier).max(0)).unwrap_or(u16::MAX);
    let wire = Wire {
        child: report.child.clone(),
        class: report.class.clone(),
        teacher: report.teacher.clone(),
        as_of: report.as_of.since_epoch(),
        expires_after: apart(report.expires, report.as_of),
        since_before: apart(report.as_of, report.since),
        words: report.words.clone(),
        levels: report.levels,
        goal: report.goal.as_ref().map(|(day, text)| (apart(report.as_of, *day), text.clone())),
        skills: report.skills.iter().map(|s| (words(&s.statement), s.from.0, s.to.0)).collect(),
        help: report.help.as_ref().map(words),
    };
    let body = postcard::to_allocvec(&wire).unwrap_or_default();
    let mut bytes = u16::try_from(body.len()).unwrap_or(u16::MAX).to_be_bytes().to_vec();
    bytes.extend(&body);
    bytes.extend(crc32fast::hash(&body).to_be_bytes());
    format!("1.{}", Base64UrlUnpadded::encode_string(&bytes))
}

/// The report with as many of its skills as fit into a fragment of `most` characters, those in
/// front first; one skill stays in any case.
pub fn fitting(mut report: FamilyReport, set: &[StarterSkill], most: usize) -> FamilyReport {
    while report.skills.len() > 1 && write(&report, set).len() > most {
        report.skills.pop();
    }
    report
}

/// Reads the fragment of a link, with or without the `#`.
///
/// # Errors
/// Why it shows nothing: empty, cut, damaged, or made by a newer version.
pub fn read(fragment: &str, set: &[StarterSkill]) -> Result<FamilyReport, BadLink> {
    let fragment = fragment.trim().trim_start_matches('#');
    let (version, text) = fragment.split_once('.').ok_or(match fragment {
        "" => BadLink::Empty,
        "1" => BadLink::Cut,
        _ => BadLink::Damaged,
    })?;
    match version.parse::<u32>() {
        Ok(1) => {}
        Ok(_) => return Err(BadLink::Newer),
        Err(_) => return Err(BadLink::Damaged),
    }
    let bytes = decode(text)?;
    let (length, rest) = bytes.split_first_chunk::<2>().ok_or(BadLink::Cut)?;
    let length = usize::from(u16::from_be_bytes(*length));
    if rest.len() < length + 4 {
        return Err(BadLink::Cut);
    }
    let (body, sum) = rest.split_at(length);
    if *sum != crc32fast::hash(body).to_be_bytes() {
        return Err(BadLink::Damaged);
    }
    let wire: Wire = postcard::from_bytes(body).map_err(|_| BadLink::Damaged)?;
    open(wire, set).ok_or(BadLink::Damaged)
}

/// Decodes base64url. A cut inside a group of four characters leaves bits that stand for nothing:
/// the groups before it are read, and the length then tells that the rest is missing.
fn decode(text: &str) -> Result<Vec<u8>, BadLink> {
    let groups = || Base64UrlUnpadded::decode_vec(text.get(..text.len() / 4 * 4)?).ok();
    Base64UrlUnpadded::decode_vec(text).ok().or_else(groups).ok_or(BadLink::Damaged)
}

fn open(wire: Wire, set: &[StarterSkill]) -> Option<FamilyReport> {
    let as_of = Day::from_epoch(wire.as_of)?;
    let words = |words: WireWords| match words {
        WireWords::Own(text) => Some(SkillWords::Own(text)),
        WireWords::Starter(place) => set.get(usize::from(place)).map(|s| SkillWords::Starter(s.key.clone())),
    };
    let skills = wire.skills.into_iter().map(|(statement, from, to)| {
        Some(FamilySkill { statement: words(statement)?, from: Level(from), to: Level(to) })
    });
    Some(FamilyReport {
        child: wire.child,
        class: wire.class,
        teacher: wire.teacher,
        as_of,
        expires: as_of.plus(wire.expires_after.into()),
        since: as_of.minus(wire.since_before.into()),
        words: wire.words,
        levels: wire.levels,
        goal: wire.goal.map(|(before, text)| (as_of.minus(before.into()), text)),
        skills: skills.collect::<Option<_>>()?,
        help: match wire.help {
            Some(help) => Some(words(help)?),
            None => None,
        },
    })
}

#[cfg(test)]
mod tests;
