//! Before a check is opened: the likely template, the first half of a pair, a copy of an earlier
//! one, and what is fixed at the moment of opening.

use super::{ExitTicket, Moment, Question, SurveyPart, Template};
use crate::domain::day::Day;
use crate::domain::entry::{Body, Change};
use crate::domain::id::{SkillId, SurveyId, TicketId};
use crate::domain::notebook::{Notebook, Slot};

impl ExitTicket {
    /// The first half of a pre/post survey: each level is asked about the time before, and once.
    #[must_use]
    pub fn before_half(self, survey: SurveyId) -> ExitTicket {
        let half = |questions: Vec<Question>| {
            let mut asked: Vec<Question> = Vec::new();
            for question in questions.into_iter().map(|q| q.at(Moment::Before)) {
                if !matches!(question, Question::Level(_)) || !asked.contains(&question) {
                    asked.push(question);
                }
            }
            asked
        };
        ExitTicket {
            survey: Some(SurveyPart { survey, moment: Moment::Before }),
            questions: half(self.questions),
            version_b: half(self.version_b),
            ..self
        }
    }
}

impl Notebook {
    /// The template of the latest check of the class: what a teacher asks once is likely asked again.
    /// A pair, own questions and one question are made for their day; then it is "Got it?".
    pub fn likely_template(&self) -> Template {
        match self.tickets().first().map(|ticket| ticket.template) {
            Some(template @ (Template::ThreeTwoOne | Template::MuddiestPoint)) => template,
            _ => Template::GotIt,
        }
    }

    /// The skill a check is most likely about: the first one in focus.
    pub fn likely_skill(&self) -> Option<SkillId> {
        self.focus_skills().first().map(|skill| skill.id)
    }

    /// A draft that asks what an earlier check asked, with the identity `id`. It is no half of the
    /// survey the earlier one may have been part of.
    pub fn copy_of(&self, ticket: TicketId, id: TicketId, day: Day) -> Option<ExitTicket> {
        let scale = self.class_scale()?.id;
        let copy = ExitTicket { id, day, scale, survey: None, draft: true, ..self.ticket(ticket)?.clone() };
        Some(self.coded(copy))
    }

    /// The check as it is opened on a day: on the class's scale, with its code, and called by its
    /// template only while it asks what the template asks.
    pub fn opened(&self, ticket: ExitTicket, day: Day) -> ExitTicket {
        let scale = self.class_scale().map_or(ticket.scale, |scale| scale.id);
        let template = self.template_of(&ticket);
        self.coded(ExitTicket { day, scale, template, draft: false, ..ticket })
    }

    /// The check with the code for the wall.
    pub fn coded(&self, ticket: ExitTicket) -> ExitTicket {
        ExitTicket { code: Some(self.wall_code_for(&ticket)), ..ticket }
    }

    fn template_of(&self, ticket: &ExitTicket) -> Template {
        let open_ended = matches!(ticket.template, Template::OneQuestion | Template::Blank);
        let Some(skill) = self.skill(ticket.skill).filter(|_| !open_ended) else { return ticket.template };
        let as_made = |moment| {
            let made = ExitTicket::new(ticket.id, ticket.template, skill, ticket.day, ticket.scale);
            let whole = ticket.template.questions(skill, moment);
            let half = made.before_half(SurveyId::from_bits(0)).questions;
            [whole, half.into_iter().map(|q| q.at(moment)).collect()].contains(&ticket.questions)
        };
        let same = [Moment::Before, Moment::After].into_iter().any(as_made);
        if same { ticket.template } else { Template::Blank }
    }

    /// The change that puts a check in the place of what stands for it now.
    pub fn amend_ticket(&self, ticket: ExitTicket) -> Change {
        let is_it = |body: &Body| matches!(body, Body::ExitTicket(t) if t.id == ticket.id);
        let now = self.heads_of(Slot::Ticket(ticket.id), is_it);
        Change::of_class(ticket).replacing(now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::Withdrawal;
    use crate::domain::exit_ticket::{Phrase, Version};
    use crate::domain::sample::{Book, FOUR, FRACTIONS, nov};

    fn id(bits: u64) -> TicketId {
        TicketId::from_bits(bits)
    }

    fn made(book: &Book, bits: u64, template: Template, day: u32) -> ExitTicket {
        let skill = book.notebook.skill(FRACTIONS).unwrap();
        ExitTicket::new(id(bits), template, skill, nov(day), FOUR)
    }

    #[test]
    fn the_first_half_of_a_pair_asks_for_the_level_once_and_before() {
        let book = Book::new();
        let survey = SurveyId::from_bits(7);
        let half = made(&book, 1, Template::GotIt, 3).before_half(survey);
        assert_eq!(half.survey, Some(SurveyPart { survey, moment: Moment::Before }));
        assert_eq!(half.questions[0], Question::Level(Moment::Before));
        assert!(matches!(half.questions[1..], [Question::Choice(_), Question::Sentence]));
        assert!(half.questions_of(Version::B) == half.questions, "an empty version stays empty");
    }

    #[test]
    fn what_was_asked_last_is_likely_asked_again() {
        let mut book = Book::new();
        assert_eq!(
            (book.notebook.likely_template(), book.notebook.likely_skill()),
            (Template::GotIt, Some(FRACTIONS))
        );
        for (bits, template, day, likely) in [
            (1, Template::MuddiestPoint, 2, Template::MuddiestPoint),
            (2, Template::Confidence, 3, Template::GotIt),
            (3, Template::ThreeTwoOne, 4, Template::ThreeTwoOne),
            (4, Template::OneQuestion, 5, Template::GotIt),
        ] {
            let ticket = made(&book, bits, template, day);
            book.one(Change::of_class(ticket));
            assert_eq!(book.notebook.likely_template(), likely, "after {template:?}");
        }
    }

    #[test]
    fn a_copy_is_a_draft_of_its_own_outside_of_the_survey() {
        let mut book = Book::new();
        let half = made(&book, 1, Template::Confidence, 3).before_half(SurveyId::from_bits(7));
        book.one(Change::of_class(half.clone()));
        let copy = book.notebook.copy_of(id(1), id(2), nov(9)).unwrap();
        assert_eq!((copy.id, copy.day, copy.draft, copy.survey), (id(2), nov(9), true, None));
        assert_eq!(copy.questions, half.questions);
        assert!(copy.code.is_some());
        assert_eq!(book.notebook.copy_of(id(3), id(4), nov(9)), None);
    }

    #[test]
    fn a_check_is_called_by_its_template_while_it_asks_that() {
        let book = Book::new();
        let survey = SurveyId::from_bits(7);
        let opened = |ticket: ExitTicket| book.notebook.opened(ticket, nov(9));
        for template in Template::ALL {
            let ticket = ExitTicket { draft: true, ..made(&book, 1, template, 3) };
            let asked = opened(ticket.clone());
            assert_eq!((asked.template, asked.draft, asked.day), (template, false, nov(9)));
            assert!(asked.code.is_some());
            assert_eq!(opened(ticket.before_half(survey)).template, template);
        }
        let mut changed = made(&book, 1, Template::GotIt, 3);
        changed.questions.push(Question::Text(Phrase::MuddiestPoint));
        assert_eq!(opened(changed).template, Template::Blank);
    }

    #[test]
    fn opening_takes_the_place_of_the_draft_and_can_be_taken_back() {
        let mut book = Book::new();
        let draft = ExitTicket { draft: true, ..made(&book, 1, Template::GotIt, 3) };
        book.one(Change::of_class(draft.clone()));
        let open = book.notebook.amend_ticket(book.notebook.opened(draft, nov(4)));
        let (_, batch) = book.write([open]);
        assert!(book.notebook.is_open(id(1)) && book.notebook.ticket_drafts().is_empty());
        book.one(Change::of_class(Withdrawal { batch }));
        assert!(!book.notebook.is_open(id(1)) && book.notebook.ticket_drafts().len() == 1);
    }
}
