//! Exit tickets: a few questions at the end of a lesson, and what they show at once.
//!
//! The level question is a self-assessment; what has a key is right or wrong on its own. Neither
//! enters a proficiency unless the teacher takes it as evidence. A survey is a pair of tickets with
//! the same questions, before and after the teaching.

use serde::{Deserialize, Serialize};

use super::attendance::Presence;
use super::day::Day;
use super::entry::{Body, Entry};
use super::id::{ScaleId, SkillId, StudentId, SurveyId, TicketId};
use super::notebook::{Notebook, Slot};
use super::skill::Skill;

mod answering;
pub mod draft;
mod group;
mod prepare;
mod question;
mod results;
mod taken;
mod tally;
#[cfg(test)]
mod tests;
mod veil;
mod wall_code;

pub use answering::{AnswerDraft, Given, View, views};
pub use group::{Cuts, FollowUp, Group, Keyed, Regrouped, sort_by_cuts};
pub use question::{
    Choices, LONGEST_QUESTION, MOST_CHOICES, Moment, NumberAsked, Phrase, PictureSet, Pictures, Question,
    Reply, STEPS, StepWords, Steps, Template, is_number, same_number,
};
pub(in crate::domain) use results::level_of;
pub use results::{Handed, Results, Shift};
pub use taken::{Counts, Offered, usual_counts};
pub use tally::Tally;
pub use veil::{Veil, WALL_FLOOR};
pub(in crate::domain) use wall_code::COMES_ROUND_AFTER;
pub use wall_code::{Make, WallCode};

/// The longest sentence a student can hand in, in characters.
pub const LONGEST_SENTENCE: usize = 500;
/// The most questions of a ticket.
pub const MOST_QUESTIONS: usize = 12;

/// An exit ticket, open until it is closed. Amended as a whole while it is a draft.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExitTicket {
    /// Its identity.
    pub id: TicketId,
    /// The skill it is about.
    pub skill: SkillId,
    /// The day it was opened; of a draft, the day it was written.
    pub day: Day,
    /// The template it was made from.
    pub template: Template,
    /// The level scale its level questions stand on.
    pub scale: ScaleId,
    /// What is asked, in order.
    pub questions: Vec<Question>,
    /// What the teacher calls it; empty for the template's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The pre/post survey it is one half of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub survey: Option<SurveyPart>,
    /// What the other half of the class is asked; empty when all are asked the same.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub version_b: Vec<Question>,
    /// Whether nothing is kept of who answers.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
    /// Minutes a student may want to take; nothing ends when they are over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u8>,
    /// Whether it is still being written: students do not see it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub draft: bool,
    /// The code on the wall that opens it on a device without a network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<WallCode>,
}

/// Which half of a pre/post survey a ticket is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SurveyPart {
    /// The survey.
    pub survey: SurveyId,
    /// Before or after the teaching.
    pub moment: Moment,
}

/// One of two versions of the questions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Version {
    /// The first, or the only one.
    #[default]
    A,
    /// The other one.
    B,
}

impl Version {
    /// The other version.
    #[must_use]
    pub fn other(self) -> Version {
        match self {
            Version::A => Version::B,
            Version::B => Version::A,
        }
    }

    /// The version a student is asked first: what the last bit of their id says. It depends on nothing
    /// else, so that a student keeps it whoever comes to the class or leaves it, and every device agrees.
    /// New ids are made so that the halves of a class are even ([`new_ids`](super::roster::new_ids)); when
    /// students leave, the next ones take their places.
    pub fn first_of(student: StudentId) -> Version {
        if student.bits().is_multiple_of(2) { Version::A } else { Version::B }
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
    fn is_a(&self) -> bool {
        *self == Version::A
    }
}

/// The end of a ticket. A withdrawal of this entry, or a ticket in its place, opens it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketClosed {
    /// The ticket.
    pub ticket: TicketId,
    /// The day it was closed.
    pub day: Day,
}

/// One student may hand in (again), also when the ticket is closed. Their next answer uses it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketAgain {
    /// The ticket.
    pub ticket: TicketId,
    /// The day it was allowed.
    pub day: Day,
}

/// A student's answer to a ticket. A second one is kept beside the first; the latest counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// The ticket.
    pub ticket: TicketId,
    /// The skill of the ticket, so that the answer is found with the skill's other evidence.
    pub skill: SkillId,
    /// The day it was handed in.
    pub day: Day,
    /// One reply to each question of the version, in their order.
    pub replies: Vec<Reply>,
    /// The version that was answered.
    #[serde(default, skip_serializing_if = "Version::is_a")]
    pub version: Version,
    /// What tells one handing in by code from another, so that a second scan adds nothing; 0 for an
    /// answer given on this device.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub receipt: u64,
    /// Whether the teacher typed it in from paper, so that it can be mended there.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub paper: bool,
    /// How many answers the student had given before it, on the device that handed it in.
    #[serde(default, skip_serializing_if = "is_first")]
    pub attempt: u8,
}

#[cfg_attr(
    target_pointer_width = "64",
    expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")
)]
fn is_zero(receipt: &u64) -> bool {
    *receipt == 0
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_first(attempt: &u8) -> bool {
    *attempt == 0
}

impl ExitTicket {
    /// A ticket made from a template, open, without anything special.
    pub fn new(id: TicketId, template: Template, skill: &Skill, day: Day, scale: ScaleId) -> ExitTicket {
        ExitTicket {
            id,
            skill: skill.id,
            day,
            template,
            scale,
            questions: template.questions(skill, Moment::After),
            title: String::new(),
            survey: None,
            version_b: Vec::new(),
            anonymous: false,
            minutes: None,
            draft: false,
            code: None,
        }
    }

    /// What a version asks.
    pub fn questions_of(&self, version: Version) -> &[Question] {
        match version {
            Version::B if !self.version_b.is_empty() => &self.version_b,
            _ => &self.questions,
        }
    }

    /// The versions there are.
    pub fn versions(&self) -> impl Iterator<Item = Version> + use<> {
        let both = !self.version_b.is_empty();
        [Version::A, Version::B].into_iter().take(1 + usize::from(both))
    }

    /// Whether a question of any of its versions is such a one.
    pub fn asks(&self, is: impl Fn(&Question) -> bool) -> bool {
        self.questions.iter().chain(&self.version_b).any(is)
    }

    /// Whether any of its versions asks for a level.
    pub fn asks_level(&self) -> bool {
        self.asks(|question| matches!(question, Question::Level(_)))
    }

    /// The moment of the level by which a version says where students are: after the lesson where that is
    /// asked, else before; `None` when it asks for no level.
    pub fn level_asked_in(&self, version: Version) -> Option<Moment> {
        let asks = |moment| self.questions_of(version).contains(&Question::Level(moment));
        [Moment::After, Moment::Before].into_iter().find(|moment| asks(*moment))
    }

    /// The scale the replies to a version stand on; `None` when it asks for no level.
    pub fn scale_asked_in(&self, version: Version) -> Option<ScaleId> {
        self.level_asked_in(version).map(|_| self.scale)
    }
}

impl Answer {
    /// An answer to version A, given on this device.
    pub fn new(ticket: TicketId, skill: SkillId, day: Day, replies: Vec<Reply>) -> Answer {
        Answer { ticket, skill, day, replies, version: Version::A, receipt: 0, paper: false, attempt: 0 }
    }
}

impl Notebook {
    /// All exit tickets that are or were open, the latest first.
    pub fn tickets(&self) -> Vec<&ExitTicket> {
        self.written_tickets().into_iter().filter(|t| !t.draft).collect()
    }

    /// Tickets that are still being written, the latest first.
    pub fn ticket_drafts(&self) -> Vec<&ExitTicket> {
        self.written_tickets().into_iter().filter(|t| t.draft).collect()
    }

    fn written_tickets(&self) -> Vec<&ExitTicket> {
        self.newest(Slot::Tickets, |body| match body {
            Body::ExitTicket(ticket) => Some((ticket.id.bits(), ticket)),
            _ => None,
        })
    }

    /// The ticket with this id.
    pub fn ticket(&self, id: TicketId) -> Option<&ExitTicket> {
        self.slot(Slot::Ticket(id)).rev().find_map(|e| match &e.body {
            Body::ExitTicket(ticket) => Some(ticket),
            _ => None,
        })
    }

    /// Whether a ticket takes answers.
    pub fn is_open(&self, id: TicketId) -> bool {
        self.ticket(id).is_some_and(|t| !t.draft)
            && !self.slot(Slot::Ticket(id)).any(|e| matches!(e.body, Body::TicketClosed(_)))
    }

    /// Whether a student can answer a ticket now: it is open and they have not, or the teacher lets
    /// them (again).
    pub fn can_answer(&self, ticket: TicketId, student: StudentId) -> bool {
        let about = |e: &&Entry| e.head.about == Some(student);
        let latest =
            self.in_time(Slot::Answers(ticket)).into_iter().filter(about).rev().find_map(|e| match &e.body {
                Body::TicketAgain(_) => Some(true),
                Body::Answer(_) => Some(false),
                _ => None,
            });
        match latest {
            Some(allowed) => allowed && self.ticket(ticket).is_some(),
            None => self.is_open(ticket),
        }
    }

    /// A student's latest answer to a ticket.
    pub fn answer(&self, ticket: TicketId, student: StudentId) -> Option<&Answer> {
        self.all_answers(ticket).into_iter().rfind(|(who, _)| *who == Some(student)).map(|(_, answer)| answer)
    }

    /// Every answer to a ticket with who gave it, in the order in which they were given, whatever
    /// the devices' clocks say.
    pub fn all_answers(&self, ticket: TicketId) -> Vec<(Option<StudentId>, &Answer)> {
        let mut all: Vec<(Option<StudentId>, &Answer)> = Vec::new();
        for entry in self.in_time(Slot::Answers(ticket)) {
            let Body::Answer(given) = &entry.body else { continue };
            // Two tabs, or two devices that were merged, may both have taken the same code in.
            if given.receipt != 0 && all.iter().any(|(_, there)| there.receipt == given.receipt) {
                continue;
            }
            all.insert(place(&all, entry.head.about, given), (entry.head.about, given));
        }
        all
    }

    /// Whether an answer of a student would be their latest if it came in now.
    pub fn would_be_latest(&self, student: StudentId, answer: &Answer) -> bool {
        let all = self.all_answers(answer.ticket);
        let after = &all[place(&all, Some(student), answer)..];
        after.iter().all(|(who, _)| *who != Some(student))
    }

    /// The version of a ticket's questions a student is asked: the first one of theirs, which never
    /// changes, and after the teaching the one they were not asked before it.
    pub fn version_for(&self, ticket: &ExitTicket, student: StudentId) -> Version {
        if ticket.version_b.is_empty() {
            return Version::A;
        }
        let after = ticket.survey.filter(|part| part.moment == Moment::After);
        let before = after.and_then(|part| self.answer(self.survey(part.survey)?.before.id, student));
        if let Some(answer) = before {
            return answer.version.other();
        }
        let first = self.first_version(student);
        if after.is_some() { first.other() } else { first }
    }

    /// Whether a student is marked away on a day.
    pub fn is_away(&self, student: StudentId, day: Day) -> bool {
        let last = self.slot(Slot::Attendance(day)).rev().find(|e| e.head.about == Some(student));
        matches!(last.map(|e| &e.body), Some(Body::Attendance(a)) if a.presence != Presence::Here)
    }
}

/// Where an answer that comes after all of these stands among them. An earlier answer that is handed in
/// after a later one stays the earlier one. A number that is taken comes from another device of the
/// student's: then only the order of coming tells.
fn place(all: &[(Option<StudentId>, &Answer)], who: Option<StudentId>, given: &Answer) -> usize {
    let of_theirs = |(of, there): &(Option<StudentId>, &Answer)| *of == who && there.receipt != 0;
    let is_taken = all.iter().any(|one| of_theirs(one) && one.1.attempt == given.attempt);
    let is_later = |one: &(Option<StudentId>, &Answer)| of_theirs(one) && one.1.attempt > given.attempt;
    let later = all.iter().position(is_later).filter(|_| given.receipt != 0 && !is_taken);
    later.unwrap_or(all.len())
}
