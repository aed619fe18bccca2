//! What a ticket is made of, and the codes of it.

use std::cell::OnceCell;

use super::WallCode;
use crate::domain::day::Day;
use crate::domain::entry::{Body, Change};
use crate::domain::exit_ticket::{ExitTicket, Moment, Template};
use crate::domain::id::{SkillId, StudentId, TicketId};
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::skill::Skill;

/// How many tickets of one make have codes of their own.
const SALTS: u8 = 16;
/// Days after which a code that was answered may stand for a new ticket. Sixteen lessons with one
/// make take longer.
pub(in crate::domain) const COMES_ROUND_AFTER: i64 = 7;

/// What a ticket was made of, as far as a student's device can know it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Make {
    /// Exactly what a template asks about a skill.
    Template {
        /// The skill.
        skill: SkillId,
        /// The template.
        template: Template,
        /// The moment of its level question, for the templates that know one.
        moment: Moment,
        /// Whether nothing is kept of who answers.
        anonymous: bool,
    },
    /// A check of its own, which the device has from the class pack.
    Saved(TicketId),
}

impl Make {
    /// The code of the ticket with this number among those of this make.
    fn code(self, salt: u8) -> WallCode {
        // FNV-1a, folded to 20 bits: this tells makes apart and guards nothing.
        let mut sum: u32 = 0x811c_9dc5;
        let mut add = |bytes: &[u8]| {
            for byte in bytes {
                sum = (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193);
            }
        };
        add(&[salt]);
        match self {
            Make::Template { skill, template, moment, anonymous } => {
                // The places of the templates and moments are part of the format: they never change.
                add(&[template as u8, u8::from(moment == Moment::Before), u8::from(anonymous)]);
                add(&skill.bits().to_be_bytes());
            }
            Make::Saved(ticket) => add(&ticket.bits().to_be_bytes()),
        }
        WallCode::from_bits(sum ^ sum >> 20)
    }

    fn codes(self) -> impl Iterator<Item = WallCode> {
        (0..SALTS).map(move |salt| self.code(salt))
    }
}

/// The makes of a skill that ask something.
fn makes_of(skill: &Skill) -> Vec<Make> {
    let mut makes = Vec::new();
    for template in Template::ALL {
        let after = template.questions(skill, Moment::After);
        let knows_moments = after != template.questions(skill, Moment::Before);
        let moments = [Moment::After, Moment::Before].into_iter().take(1 + usize::from(knows_moments));
        for moment in moments.filter(|_| !after.is_empty()) {
            let make = |anonymous| Make::Template { skill: skill.id, template, moment, anonymous };
            makes.extend([false, true].map(make));
        }
    }
    makes
}

/// What codes are chosen from and told by, gathered once for many questions.
struct Codes<'a> {
    notebook: &'a Notebook,
    /// The latest first.
    tickets: Vec<&'a ExitTicket>,
    /// Every code that stands for something with what it stands for, once that is asked.
    all: OnceCell<Vec<(WallCode, Make)>>,
}

impl<'a> Codes<'a> {
    fn of(notebook: &'a Notebook) -> Codes<'a> {
        Codes { notebook, tickets: notebook.tickets(), all: OnceCell::new() }
    }

    /// The code a ticket was opened with, unless a later one has it by now.
    fn own(&self, ticket: &ExitTicket) -> Option<WallCode> {
        let code = ticket.code.filter(|_| !ticket.draft)?;
        let holder = self.tickets.iter().find(|other| other.code == Some(code));
        holder.is_none_or(|holder| holder.id == ticket.id).then_some(code)
    }

    /// Whether a code stands for nothing but this make.
    fn is_alone(&self, code: WallCode, make: Make) -> bool {
        let all = self.all.get_or_init(|| {
            let makes = self.notebook.makes(true).into_iter();
            makes.flat_map(|make| make.codes().map(move |code| (code, make))).collect()
        });
        all.iter().all(|(other, of)| *other != code || *of == make)
    }

    fn code_of(&self, ticket: &ExitTicket) -> WallCode {
        if let Some(code) = self.own(ticket) {
            return code;
        }
        let others = || self.tickets.iter().filter(|other| other.id != ticket.id);
        let make = self.notebook.make_of(ticket);
        let (mut oldest, mut first) = (None, None);
        for code in make.codes().filter(|code| self.is_alone(*code, make)) {
            match others().position(|other| other.code == Some(code)) {
                None => return code,
                // Tickets stand with the latest first.
                Some(place) if oldest.is_none_or(|(other, _)| place > other) => oldest = Some((place, code)),
                Some(_) => {}
            }
            first = first.or(Some(code));
        }
        oldest.map(|(_, code)| code).or(first).unwrap_or_else(|| make.code(0))
    }
}

impl Notebook {
    /// The code on the wall for a ticket: the one it was opened with, else the first of its make
    /// that no other ticket has and that stands for nothing else in the class. When all are taken,
    /// that of the oldest ticket comes round again.
    pub fn wall_code_for(&self, ticket: &ExitTicket) -> WallCode {
        Codes::of(self).code_of(ticket)
    }

    /// What a code stands for, on a device that knows the class's skills and saved checks; `None`
    /// for a code of nothing it knows, or of two things.
    pub fn made_by(&self, code: WallCode) -> Option<Make> {
        let mut found = self.makes(false).into_iter().filter(|make| make.codes().any(|other| other == code));
        found.next().filter(|_| found.next().is_none())
    }

    /// The tickets that have or had this code, the latest first: it comes round again.
    pub(in crate::domain) fn tickets_by_code(&self, code: WallCode) -> Vec<&ExitTicket> {
        let codes = Codes::of(self);
        let has = |ticket: &&ExitTicket| {
            ticket.code == Some(code) || codes.own(ticket).is_none() && codes.code_of(ticket) == code
        };
        codes.tickets.iter().copied().filter(has).collect()
    }

    /// The ticket with this code, the latest when a code came round again.
    pub fn ticket_by_code(&self, code: WallCode) -> Option<&ExitTicket> {
        self.tickets_by_code(code).into_iter().next()
    }

    /// Opens a code on a student's own device: the ticket it stands for, and the change that brings it
    /// there when it is not there yet, as `new` where it needs an id; `None` when the device knows
    /// nothing of it.
    pub fn open_by_code(
        &self,
        code: WallCode,
        student: StudentId,
        new: TicketId,
        today: Day,
    ) -> Option<(TicketId, Option<Change>)> {
        let make = self.made_by(code);
        if let Some(here) = self.ticket_by_code(code) {
            let by = Some(student).filter(|_| !here.anonymous);
            let answers = self.all_answers(here.id);
            let last = answers.iter().rfind(|(who, _)| *who == by).map(|(_, answer)| answer.day);
            let is_old = last.is_some_and(|day| today.days_since(day).abs() > COMES_ROUND_AFTER);
            // A code comes round again when all of its make are taken.
            if !is_old || !matches!(make, Some(Make::Template { .. })) {
                // What stands on the wall is open, whatever a pack that was made before said.
                let all = self.heads_of(Slot::Ticket(here.id), |_| true);
                let again = Change::by_nobody(here.clone()).replacing(all);
                let shut = self.is_students_device() && !self.is_open(here.id);
                return Some((here.id, shut.then_some(again)));
            }
        }
        let change = match make? {
            Make::Saved(id) => {
                let saved = self.ticket(id)?;
                let open = ExitTicket { draft: false, day: today, code: Some(code), ..saved.clone() };
                let now = self.heads_of(Slot::Ticket(id), |body| matches!(body, Body::ExitTicket(_)));
                return Some((id, Some(Change::by_nobody(open).replacing(now))));
            }
            Make::Template { skill, template, moment, anonymous } => {
                let skill = self.skill(skill)?;
                let ticket = ExitTicket::new(new, template, skill, today, self.class()?.scale);
                let questions = template.questions(skill, moment);
                ExitTicket { questions, anonymous, code: Some(code), ..ticket }
            }
        };
        Some((new, Some(Change::by_nobody(change))))
    }

    /// What a ticket is made of: a template about a skill when it asks exactly that, else itself.
    fn make_of(&self, ticket: &ExitTicket) -> Make {
        let skill = self.skills().into_iter().find(|s| s.id == ticket.skill);
        let is_its = |make: &Make| match *make {
            Make::Template { template, moment, anonymous, .. } => {
                let asks = |skill: &&Skill| template.questions(skill, moment) == ticket.questions;
                let same = template == ticket.template && anonymous == ticket.anonymous;
                same && ticket.version_b.is_empty() && skill.as_ref().is_some_and(asks)
            }
            Make::Saved(_) => false,
        };
        let makes = skill.map(makes_of).unwrap_or_default();
        makes.into_iter().find(is_its).unwrap_or(Make::Saved(ticket.id))
    }

    /// Everything a code may stand for. Skills that were put away and checks that are over may still
    /// be in a pack that was given out before, so they count where a code is chosen.
    fn makes(&self, choosing: bool) -> Vec<Make> {
        let away = if choosing { self.put_away_skills() } else { Vec::new() };
        let skills = self.skills().into_iter().chain(away);
        let saved = self.written_tickets().into_iter().map(|t| t.id);
        skills.flat_map(makes_of).chain(saved.map(Make::Saved)).collect()
    }
}

#[cfg(test)]
mod tests;
