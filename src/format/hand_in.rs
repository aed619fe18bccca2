//! An answer that is handed in without a network: what the code on a student's screen, the file and
//! the copied text say.
//!
//! A message is small enough for a few codes: `2`, four bytes of the class's id, the wall code and
//! whether a student is named and which of their answers it is (24 bits), their id, the sum of the questions, a receipt, the day (two
//! bytes; version `1` is the same without it), the replies, and eight bytes of HMAC-SHA256 over all that, made with a key of the class pack. How keys and sums
//! are used is said in [`crate::domain::hand_in`].

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::domain::Day;
use crate::domain::exit_ticket::{ExitTicket, MOST_CHOICES, Question, Reply, Version, WallCode};
use crate::domain::hand_in::{HandedIn, MOST_ATTEMPTS};
use crate::domain::id::{ScaleId, StudentId};
use crate::domain::scale::{Level, Score};

mod frames;
mod pasted;

pub use frames::{Parts, Progress, frames};
pub use pasted::{as_text, pasted};

/// The version of the message this build writes.
const VERSION: u8 = 2;
/// The version before, which says no day.
const NO_DAY: u8 = 1;
/// The bytes of a message's seal.
pub const SEAL: usize = 8;
/// The longest message, in bytes: more than twelve sentences of the longest kind.
pub const LONGEST: usize = 32 * 1024;

/// Why a code, a file or a text is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadMessage {
    /// It is not an answer of Daymark.
    #[error("not a Daymark answer")]
    Foreign,
    /// It is cut or was changed.
    #[error("the answer is damaged")]
    Damaged,
    /// A newer Daymark made it.
    #[error("the answer is of a newer version")]
    Newer,
}

/// A message as it arrived, not yet trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// What it says.
    pub said: HandedIn,
    /// What the seal is made over.
    pub body: Vec<u8>,
    /// Its seal.
    pub seal: [u8; SEAL],
}

/// What the seal of a message is made over.
pub fn body(said: &HandedIn) -> Vec<u8> {
    // No device that runs has a clock outside of these days.
    let day = said.day.and_then(|day| u16::try_from(day.since_epoch()).ok());
    let mut out = vec![if day.is_some() { VERSION } else { NO_DAY }];
    out.extend(said.class.to_be_bytes());
    let attempt = u32::from(said.attempt.min(MOST_ATTEMPTS));
    let code = said.code.bits() << 4 | attempt << 1 | u32::from(said.student.is_some());
    out.extend(&code.to_be_bytes()[1..]);
    if let Some(student) = said.student {
        out.extend(student.bits().to_be_bytes());
    }
    out.extend(said.questions.to_be_bytes());
    out.extend(said.receipt.to_be_bytes());
    out.extend(day.map(u16::to_be_bytes).into_iter().flatten());
    for reply in &said.replies {
        write_reply(reply, &mut out);
    }
    out
}

/// A message with its seal, of which the first bytes travel.
pub fn sealed(mut body: Vec<u8>, seal: &[u8; 32]) -> Vec<u8> {
    body.extend(&seal[..SEAL]);
    body
}

/// Reads a message.
///
/// # Errors
/// Why it is none. Whether the seal is right is for who has the key.
pub fn read(message: &[u8]) -> Result<Arrived, BadMessage> {
    match message.first() {
        Some(&(NO_DAY | VERSION)) => {}
        Some(0) | None => return Err(BadMessage::Foreign),
        Some(_) => return Err(BadMessage::Newer),
    }
    let (body, seal) = message.split_last_chunk::<SEAL>().ok_or(BadMessage::Damaged)?;
    let said = read_body(body).filter(|_| message.len() <= LONGEST).ok_or(BadMessage::Damaged)?;
    Ok(Arrived { said, body: body.to_vec(), seal: *seal })
}

/// The sum of what a version of a check asks, by which an older version is told: 32 bits of FNV-1a
/// over the scale's id, where a level is asked, and the questions' JSON. It guards against mistakes; the
/// seal guards the rest.
pub fn sum(ticket: &ExitTicket, version: Version) -> u32 {
    let questions: &[Question] = ticket.questions_of(version);
    // Texts, numbers and lists: JSON always holds them.
    let questions = serde_json::to_vec(questions).unwrap_or_default();
    let scale = ticket.scale_asked_in(version).map(|scale| scale.bits().to_be_bytes());
    let step = |sum: u32, byte: &u8| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
    scale.iter().flatten().chain(&questions).fold(0x811c_9dc5, step)
}

const BLANK: u8 = 0;
const DONT_KNOW: u8 = 1;
const LEVEL: u8 = 2;
const CHOICE: u8 = 3;
const CHOICES: u8 = 4;
const STEP: u8 = 5;
const SENTENCE: u8 = 6;
const NUMBER: u8 = 7;

fn write_reply(reply: &Reply, out: &mut Vec<u8>) {
    match reply {
        Reply::Blank => out.push(BLANK),
        Reply::DontKnow => out.push(DONT_KNOW),
        Reply::Level(score) => out.extend([LEVEL, score.level.0]),
        Reply::Choice(place) => out.extend([CHOICE, *place]),
        Reply::Choices(places) => {
            let bit = |place: &u8| 1u8.checked_shl(u32::from(*place)).unwrap_or(0);
            out.extend([CHOICES, places.iter().map(bit).fold(0, |all, bit| all | bit)]);
        }
        Reply::Step(step) => out.extend([STEP, *step]),
        Reply::Sentence(text) => write_text(SENTENCE, text, out),
        Reply::Number(text) => write_text(NUMBER, text, out),
    }
}

fn write_text(tag: u8, text: &str, out: &mut Vec<u8>) {
    let length = text.floor_char_boundary(usize::from(u16::MAX));
    out.push(tag);
    out.extend(u16::try_from(length).unwrap_or(u16::MAX).to_be_bytes());
    out.extend(&text.as_bytes()[..length]);
}

/// What is still to be read of a message.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// The next bytes as a number, the highest first.
    fn number(&mut self, bytes: usize) -> Option<u64> {
        Some(self.take(bytes)?.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)))
    }

    fn small(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number(2)?;
        let bytes = self.take(usize::try_from(length).ok()?)?;
        String::from_utf8(bytes.to_vec()).ok()
    }

    fn reply(&mut self) -> Option<Reply> {
        Some(match self.small()? {
            BLANK => Reply::Blank,
            DONT_KNOW => Reply::DontKnow,
            LEVEL => Reply::Level(Score { scale: ScaleId::from_bits(0), level: Level(self.small()?) }),
            CHOICE => Reply::Choice(self.small()?),
            CHOICES => {
                let bits = self.small()?;
                let places = (0u8..).take(MOST_CHOICES);
                Reply::Choices(places.filter(|place| bits >> place & 1 == 1).collect())
            }
            STEP => Reply::Step(self.small()?),
            SENTENCE => Reply::Sentence(self.text()?),
            NUMBER => Reply::Number(self.text()?),
            _ => return None,
        })
    }
}

fn read_body(body: &[u8]) -> Option<HandedIn> {
    let mut rest = Rest(body);
    let version = rest.small()?;
    let class = u32::try_from(rest.number(4)?).ok()?;
    let code = u32::try_from(rest.number(3)?).ok()?;
    let student = if code & 1 == 1 { Some(StudentId::from_bits(rest.number(8)?)) } else { None };
    let attempt = u8::try_from(code >> 1 & 7).ok()?;
    let questions = u32::try_from(rest.number(4)?).ok()?;
    let receipt = rest.number(8)?;
    let day = match version {
        NO_DAY => None,
        _ => Some(Day::from_epoch(i32::try_from(rest.number(2)?).ok()?)?),
    };
    let mut replies = Vec::new();
    while !rest.0.is_empty() {
        replies.push(rest.reply()?);
    }
    let code = WallCode::from_bits(code >> 4);
    Some(HandedIn { class, student, code, attempt, questions, receipt, day, replies })
}

/// A message as base64url, which no mail program changes.
fn encode(message: &[u8]) -> String {
    Base64UrlUnpadded::encode_string(message)
}

fn decode(text: &str) -> Option<Vec<u8>> {
    Base64UrlUnpadded::decode_vec(text).ok()
}

// The property tests run on the host only.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;
