//! Exit tickets: one to three questions at the end of a lesson, and what they show at once.
//!
//! The level question is a self-assessment; the keyed choice is right or wrong on its own. Neither
//! enters a proficiency unless the teacher takes it as evidence.

use serde::{Deserialize, Serialize};

use super::attendance::Presence;
use super::day::Day;
use super::entry::Body;
use super::id::{ScaleId, SkillId, StudentId, TicketId};
use super::notebook::{Notebook, Slot};
use super::scale::{Level, Score};
use super::skill::{Check, Skill};

/// The longest sentence a student can hand in, in characters.
pub const LONGEST_SENTENCE: usize = 500;
/// The fewest answers from which a class figure may stand on the wall.
pub const WALL_FLOOR: usize = 5;

/// An exit ticket, open until it is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExitTicket {
    /// Its identity.
    pub id: TicketId,
    /// The skill it is about.
    pub skill: SkillId,
    /// The day it was opened.
    pub day: Day,
    /// The template it was made from.
    pub template: Template,
    /// The level scale its level questions stand on.
    pub scale: ScaleId,
    /// What is asked, in order.
    pub questions: Vec<Question>,
}

impl ExitTicket {
    /// A ticket from the template "Got it?": a level before and after, the skill's choice question
    /// when it has one, an optional sentence.
    pub fn got_it(id: TicketId, skill: &Skill, day: Day, scale: ScaleId) -> ExitTicket {
        let levels = [Question::Level(Moment::Before), Question::Level(Moment::After)];
        let choice = skill.check.clone().map(Question::Choice);
        let questions = levels.into_iter().chain(choice).chain([Question::Sentence]).collect();
        ExitTicket { id, skill: skill.id, day, template: Template::GotIt, scale, questions }
    }
}

/// The template a ticket was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// A level before and after, one choice question, an optional sentence.
    GotIt,
}

/// Something a ticket asks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Where are you on this skill, before or after the lesson?
    Level(Moment),
    /// One choice.
    Choice(Check),
    /// A sentence; may stay empty.
    Sentence,
}

/// Whether something is asked about the time before or after the lesson.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Before the lesson.
    Before,
    /// After the lesson.
    After,
}

/// The end of a ticket. A later ticket or a withdrawal of this entry opens it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketClosed {
    /// The ticket.
    pub ticket: TicketId,
    /// The day it was closed.
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
    /// One reply to each question of the ticket, in their order.
    pub replies: Vec<Reply>,
}

/// A reply to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// A level.
    Level(Score),
    /// The choice at this place, counted from 0.
    Choice(u8),
    /// A sentence.
    Sentence(String),
    /// "I don't know yet."
    DontKnow,
    /// Nothing.
    Blank,
}

/// The group a student's answer suggests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Reteach with me.
    NotYet,
    /// Practise together.
    Almost,
    /// Extend.
    GotIt,
}

/// What one student handed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Who.
    pub student: StudentId,
    /// The level before the lesson.
    pub before: Option<Level>,
    /// The level after the lesson; `None` is "I don't know yet" or no reply.
    pub after: Option<Level>,
    /// Whether the level question was answered with "I don't know yet".
    pub unsure: bool,
    /// Whether the choice was right; `None` when it has no key or was not answered.
    pub right: Option<bool>,
    /// The sentence; may be empty.
    pub sentence: String,
    /// The suggested group. `after` and `right` are the reason.
    pub group: Group,
}

/// How the levels moved, over the students who gave both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Shift {
    /// Students who gave a level before and after.
    pub paired: usize,
    /// Of these, at "I've got it" or higher before.
    pub reached_before: usize,
    /// Of these, at "I've got it" or higher after.
    pub reached_after: usize,
    /// Higher after than before.
    pub up: usize,
    /// The same.
    pub same: usize,
    /// Lower.
    pub down: usize,
}

/// A ticket's results.
#[derive(Debug, Clone, PartialEq)]
pub struct Results {
    /// The ticket.
    pub ticket: ExitTicket,
    /// Whether it is still open.
    pub open: bool,
    /// What came in, one per student, in roster order.
    pub handed: Vec<Handed>,
    /// Students who are here and have not handed in.
    pub missing: Vec<StudentId>,
    /// Students who are away that day and have not handed in.
    pub away: Vec<StudentId>,
    /// Answers per level after the lesson, lowest first.
    pub per_level: Vec<usize>,
    /// "I don't know yet" after the lesson.
    pub dont_know: usize,
    /// How the levels moved.
    pub shift: Shift,
}

impl Notebook {
    /// All exit tickets, the latest first.
    pub fn tickets(&self) -> Vec<&ExitTicket> {
        let mut all: Vec<&ExitTicket> = Vec::new();
        for entry in self.slot(Slot::Tickets).rev() {
            // Two devices may have changed it apart: the later version holds.
            if let Body::ExitTicket(ticket) = &entry.body
                && all.iter().all(|t| t.id != ticket.id)
            {
                all.push(ticket);
            }
        }
        all
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
        self.ticket(id).is_some()
            && !self.slot(Slot::Ticket(id)).any(|e| matches!(e.body, Body::TicketClosed(_)))
    }

    /// The open ticket a student has not handed in yet, the latest first.
    pub fn ticket_for(&self, student: StudentId) -> Option<&ExitTicket> {
        self.tickets().into_iter().find(|t| self.is_open(t.id) && self.answer(t.id, student).is_none())
    }

    /// A student's latest answer to a ticket.
    pub fn answer(&self, ticket: TicketId, student: StudentId) -> Option<&Answer> {
        self.slot(Slot::Answers(ticket)).rev().filter(|e| e.head.about == Some(student)).find_map(
            |e| match &e.body {
                Body::Answer(answer) => Some(answer),
                _ => None,
            },
        )
    }

    /// Whether a student is marked away on a day.
    pub fn is_away(&self, student: StudentId, day: Day) -> bool {
        let last = self.slot(Slot::Attendance(day)).rev().find(|e| e.head.about == Some(student));
        matches!(last.map(|e| &e.body), Some(Body::Attendance(a)) if a.presence != Presence::Here)
    }

    /// A ticket's results as they stand now; `None` for an unknown ticket.
    pub fn results(&self, id: TicketId) -> Option<Results> {
        let ticket = self.ticket(id)?.clone();
        let scale = self.scale(ticket.scale)?;
        let mut results = Results {
            open: self.is_open(id),
            per_level: vec![0; scale.words.len()],
            dont_know: 0,
            shift: Shift::default(),
            handed: Vec::new(),
            missing: Vec::new(),
            away: Vec::new(),
            ticket,
        };
        let ticket = &results.ticket;
        for student in self.students() {
            let Some(answer) = self.answer(id, student.id) else {
                let list = if self.is_away(student.id, ticket.day) {
                    &mut results.away
                } else {
                    &mut results.missing
                };
                list.push(student.id);
                continue;
            };
            let handed = read_answer(student.id, ticket, answer, scale.reached(), scale.top());
            match handed.after {
                Some(level) => {
                    if let Some(count) = results.per_level.get_mut(usize::from(level.0) - 1) {
                        *count += 1;
                    }
                }
                None => results.dont_know += usize::from(handed.unsure),
            }
            if let (Some(before), Some(after)) = (handed.before, handed.after) {
                results.shift.count(before, after, scale.reached());
            }
            results.handed.push(handed);
        }
        Some(results)
    }
}

impl Shift {
    fn count(&mut self, before: Level, after: Level, reached: Level) {
        self.paired += 1;
        self.reached_before += usize::from(before >= reached);
        self.reached_after += usize::from(after >= reached);
        match after.cmp(&before) {
            std::cmp::Ordering::Greater => self.up += 1,
            std::cmp::Ordering::Equal => self.same += 1,
            std::cmp::Ordering::Less => self.down += 1,
        }
    }
}

/// Reads an answer against its ticket; replies that do not fit their question count as not given.
fn read_answer(
    student: StudentId,
    ticket: &ExitTicket,
    answer: &Answer,
    reached: Level,
    top: Level,
) -> Handed {
    let (mut before, mut after, mut right, mut sentence) = (None, None, None, String::new());
    let mut unsure = false;
    for (question, reply) in ticket.questions.iter().zip(&answer.replies) {
        match (question, reply) {
            (Question::Level(moment), Reply::Level(score))
                if score.scale == ticket.scale && (1..=top.0).contains(&score.level.0) =>
            {
                let place = if *moment == Moment::Before { &mut before } else { &mut after };
                *place = Some(score.level);
            }
            (Question::Level(Moment::After), Reply::DontKnow) => unsure = true,
            (Question::Choice(check), Reply::Choice(choice)) => {
                right = check.key.map(|key| key == *choice);
            }
            (Question::Choice(check), Reply::DontKnow) => right = check.key.map(|_| false),
            (Question::Sentence, Reply::Sentence(text)) => sentence.clone_from(text),
            _ => {}
        }
    }
    let group = suggest_group(after, unsure, right, reached);
    Handed { student, before, after, unsure, right, sentence, group }
}

/// The group an answer suggests: got it at the reached level unless the choice was wrong; not yet
/// at the lowest level or "I don't know yet", and below the reached level or without a level with a
/// wrong choice; almost for all else.
fn suggest_group(after: Option<Level>, unsure: bool, right: Option<bool>, reached: Level) -> Group {
    match after {
        Some(Level(1)) => Group::NotYet,
        None if unsure || right != Some(true) => Group::NotYet,
        None => Group::Almost,
        Some(level) if level >= reached && right != Some(false) => Group::GotIt,
        Some(level) if level < reached && right == Some(false) => Group::NotYet,
        Some(_) => Group::Almost,
    }
}

/// Sorts scores into the group of each: got it from the higher cut on, almost from the lower one
/// on, not yet below it; `None` where nothing was handed in. A score between two cuts is in the
/// lower group.
pub fn sort_by_cuts(scores: &[Option<f64>], got_it: f64, almost: f64) -> Vec<Option<Group>> {
    let group = |score: f64| {
        if score >= got_it {
            Group::GotIt
        } else if score >= almost {
            Group::Almost
        } else {
            Group::NotYet
        }
    };
    scores.iter().map(|score| score.map(group)).collect()
}

#[cfg(test)]
mod tests;
