//! Handing in without a network: the keys that tell a class's own codes from foreign ones, what a
//! code says, and what becomes of it on the teacher's device.
//!
//! The teacher's device has a root secret. The key of each student, and one for answers without a
//! name, are derived from it and travel in the class pack, so that who has a pack can hand in for the
//! students in it and for nobody else.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change, EntryKey};
use super::exit_ticket::{Answer, ExitTicket, LONGEST_SENTENCE, Reply, Version, WallCode};
use super::id::{ClassId, StudentId, TicketId};
use super::notebook::{Notebook, Slot};
use super::stamp::Stamp;

mod pack;
mod paper;
#[cfg(test)]
mod tests;

pub use pack::{PackedKey, for_one, skills_in, with_less};
pub use paper::{KeysOf, PaperLine, as_typed, keys_of, on_paper};

/// A secret of 32 bytes, in base64url without padding.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandInKey {
    /// Whose codes it signs.
    pub of: KeyOf,
    /// The secret.
    pub secret: String,
    /// Of a student's key: the version of checks with two versions they are asked first, because
    /// their own device does not know the whole class.
    #[serde(default, skip_serializing_if = "is_a")]
    pub first: Version,
    /// Of the key of answers without a name: how new the notebook was that the pack was made from, so
    /// that an older link opened later takes nothing back.
    #[serde(default, skip_serializing_if = "is_unknown")]
    pub as_of: Stamp,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_a(version: &Version) -> bool {
    *version == Version::A
}

#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")
)]
fn is_unknown(stamp: &Stamp) -> bool {
    *stamp == Stamp::default()
}

/// Whose codes a key signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KeyOf {
    /// The class's root, which only the teacher's device has; all others are derived from it.
    Class,
    /// The student's the entry is about.
    Student,
    /// Answers without a name, of whoever is in the class.
    Nobody,
}

impl HandInKey {
    /// A key, with nothing else known.
    pub fn new(of: KeyOf, secret: String) -> HandInKey {
        HandInKey { of, secret, first: Version::A, as_of: Stamp::default() }
    }
}

impl std::fmt::Debug for HandInKey {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "HandInKey({:?}, {} signs)", self.of, self.secret.len())
    }
}

/// What HMAC-SHA256 under the root secret is taken over to give a student's key, or, without one, the
/// key of answers without a name.
pub fn key_label(student: Option<StudentId>) -> Vec<u8> {
    let mut label = b"daymark hand-in 1 ".to_vec(); // tidy: not for people
    match student {
        Some(student) => label.extend(student.bits().to_be_bytes()),
        None => label.extend(b"nobody"),
    }
    label
}

/// The bits of a class's id that travel in a code.
pub fn class_mark(class: ClassId) -> u32 {
    u32::try_from(class.bits() >> 32).unwrap_or_default()
}

/// The most earlier answers that a code counts.
pub const MOST_ATTEMPTS: u8 = 7;

/// What a code says. Whether it may be believed is told by its seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandedIn {
    /// The class, as far as it travels.
    pub class: u32,
    /// Who answered; `None` when the check keeps nothing of that.
    pub student: Option<StudentId>,
    /// The code of the check.
    pub code: WallCode,
    /// How many answers to the check they had given on their device before this one; at most
    /// [`MOST_ATTEMPTS`].
    pub attempt: u8,
    /// The sum of the questions that were answered.
    pub questions: u32,
    /// What tells this handing in from another.
    pub receipt: u64,
    /// The day it was answered, by the clock of the device; `None` in what older builds wrote.
    pub day: Option<Day>,
    /// One reply to each question. The scale of a level does not travel: it is the check's.
    pub replies: Vec<Reply>,
}

/// Why an answer is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It belongs to another class.
    AnotherClass,
    /// No key of this class sealed it, or it was changed on the way.
    Forged,
    /// Its student is not in this class any more, or never was.
    NoSuchStudent,
    /// No check of this class has its code.
    NoSuchCheck,
    /// It answers other questions than the check asks.
    OtherQuestions(TicketId),
    /// The check wants a name, and it has none.
    NoName(TicketId),
}

/// An answer that may be taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenIn {
    /// The check it belongs to.
    pub ticket: TicketId,
    /// Whose it is; `None` when nothing is kept of that.
    pub student: Option<StudentId>,
    /// What is to be written; `None` when this very answer is here already.
    pub change: Option<Change>,
}

impl Notebook {
    /// Whether this is a student's own device: it has keys to hand in with and not the root they
    /// were derived from.
    pub fn is_students_device(&self) -> bool {
        let mut any = false;
        for entry in self.slot(Slot::Keys) {
            if let Body::HandInKey(key) = &entry.body {
                if key.of == KeyOf::Class {
                    return false;
                }
                any = true;
            }
        }
        any
    }

    /// How many students joined the class on this device.
    pub fn joined_here(&self) -> usize {
        let is_own = |body: &Body| matches!(body, Body::HandInKey(key) if key.of == KeyOf::Student);
        self.slot(Slot::Keys).filter(|entry| is_own(&entry.body)).count()
    }

    /// A key that is on this device; `student` counts for a student's own.
    pub fn hand_in_key(&self, of: KeyOf, student: Option<StudentId>) -> Option<&str> {
        // Two tabs may both have drawn a root; the later one holds on every device.
        self.slot(Slot::Keys).rev().find_map(|entry| match &entry.body {
            Body::HandInKey(key) if key.of == of && entry.head.about == student => Some(key.secret.as_str()),
            _ => None,
        })
    }

    /// The class's root secrets, the one in use last. There is more than one when two devices each
    /// drew theirs.
    pub fn hand_in_roots(&self) -> Vec<&str> {
        let roots = self.slot(Slot::Keys).filter_map(|entry| match &entry.body {
            Body::HandInKey(key) if key.of == KeyOf::Class => Some(key.secret.as_str()),
            _ => None,
        });
        roots.collect()
    }

    /// What a student's codes say, each with the key of its entry on this device: their latest
    /// answer to a ticket. Without names nothing tells whose is whose, so it is every answer that was
    /// given here. `sum` gives the sum of a version's questions.
    pub fn to_hand_in(
        &self,
        student: StudentId,
        ticket: &ExitTicket,
        sum: impl Fn(&ExitTicket, Version) -> u32,
    ) -> Vec<(HandedIn, EntryKey)> {
        let student = Some(student).filter(|_| !ticket.anonymous);
        let code = self.wall_code_for(ticket);
        let mut all = Vec::new();
        for entry in self.in_time(Slot::Answers(ticket.id)) {
            let Body::Answer(answer) = &entry.body else { continue };
            if entry.head.about != student {
                continue;
            }
            let before = if student.is_some() { all.len() } else { 0 };
            let said = HandedIn {
                class: class_mark(self.class_id()),
                student,
                code,
                attempt: u8::try_from(before).unwrap_or(u8::MAX).min(MOST_ATTEMPTS),
                questions: sum(ticket, answer.version),
                receipt: answer.receipt,
                day: Some(answer.day),
                replies: answer.replies.clone(),
            };
            all.push((said, entry.head.key));
        }
        all.split_off(if student.is_some() { all.len().saturating_sub(1) } else { 0 })
    }

    /// The check among these that has an answer with this receipt.
    fn came_to(&self, receipt: u64, tickets: &[&ExitTicket]) -> Option<TicketId> {
        let has = |ticket: &&&ExitTicket| {
            self.slot(Slot::Answers(ticket.id))
                .any(|entry| matches!(&entry.body, Body::Answer(answer) if answer.receipt == receipt))
        };
        tickets.iter().find(has).map(|ticket| ticket.id)
    }

    /// Whether an answer that came in by a code, a file or a text stands in this check by now.
    pub fn came_in(&self, ticket: TicketId, change: &Change) -> bool {
        let receipt = match &change.body {
            Body::Answer(answer) => answer.receipt,
            _ => 0,
        };
        self.ticket(ticket).is_some_and(|ticket| self.came_to(receipt, &[ticket]).is_some())
    }

    /// Judges an answer whose seal is right. `sum` gives the sum of a version's questions, `today` is
    /// this device's day: a student's clock counts only where it can be right.
    ///
    /// # Errors
    /// Why it is not taken in.
    pub fn take_in(
        &self,
        said: &HandedIn,
        sum: impl Fn(&ExitTicket, Version) -> u32,
        today: Day,
    ) -> Result<TakenIn, Refused> {
        if said.class != class_mark(self.class_id()) {
            return Err(Refused::AnotherClass);
        }
        if said.student.is_some_and(|student| self.student(student).is_none_or(|s| s.left)) {
            return Err(Refused::NoSuchStudent);
        }
        // A code comes round again: what was handed in to an older check with it stays there.
        let tickets = self.tickets_by_code(said.code);
        let ticket = *tickets.first().ok_or(Refused::NoSuchCheck)?;
        let version = ticket.versions().find(|version| sum(ticket, *version) == said.questions);
        let version = version.ok_or(Refused::OtherQuestions(ticket.id))?;
        if said.student.is_none() && !ticket.anonymous {
            return Err(Refused::NoName(ticket.id));
        }
        // Where nothing is kept of who answers, a name that came all the same is not kept either.
        let student = said.student.filter(|_| !ticket.anonymous);
        if let Some(ticket) = self.came_to(said.receipt, &tickets) {
            return Ok(TakenIn { ticket, student, change: None });
        }
        // A day before the check, or one that is still to come, is a clock that is off.
        let day = said.day.filter(|day| (ticket.day..=today).contains(day)).unwrap_or(today);
        let answer = Answer {
            version,
            receipt: said.receipt,
            attempt: if student.is_some() { said.attempt } else { 0 },
            ..Answer::new(ticket.id, ticket.skill, day, replies(said, ticket, version))
        };
        let change = match student {
            Some(student) => Change::by_student(student, answer),
            None => Change::by_nobody(answer),
        };
        Ok(TakenIn { ticket: ticket.id, student, change: Some(change) })
    }
}

/// The replies as they stand on the check: one for each question, levels on its scale, no text longer
/// than a student can type.
fn replies(said: &HandedIn, ticket: &ExitTicket, version: Version) -> Vec<Reply> {
    let short = |text: String| text.chars().take(LONGEST_SENTENCE).collect();
    let given = said.replies.iter().cloned().map(|reply| match reply {
        Reply::Level(mut score) => {
            score.scale = ticket.scale;
            Reply::Level(score)
        }
        Reply::Sentence(text) => Reply::Sentence(short(text)),
        Reply::Number(text) => Reply::Number(short(text)),
        other => other,
    });
    given.chain(std::iter::repeat(Reply::Blank)).take(ticket.questions_of(version).len()).collect()
}
