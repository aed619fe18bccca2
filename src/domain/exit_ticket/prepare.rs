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

    /// A draft that asks what an earlier check asked, with the identity `id`. Of either half of a survey
    /// it is the first half of a new one, `survey`: the half after the teaching is made from it later.
    pub fn copy_of(&self, ticket: TicketId, id: TicketId, survey: SurveyId, day: Day) -> Option<ExitTicket> {
        Some(self.apart(self.ticket(ticket)?.clone(), id, survey, day))
    }

    /// What was written of a check as a draft of its own.
    pub fn apart(&self, ticket: ExitTicket, id: TicketId, survey: SurveyId, day: Day) -> ExitTicket {
        let scale = self.class_scale().map_or(ticket.scale, |scale| scale.id);
        let paired = ticket.survey.is_some();
        let copy = ExitTicket { id, day, scale, draft: true, ..ticket };
        self.coded(if paired { copy.before_half(survey) } else { copy })
    }

    /// The check as it is opened on a day: on the class's scale, with its code, and called by its
    /// template only while it asks what the template asks.
    pub fn opened(&self, ticket: ExitTicket, day: Day) -> ExitTicket {
        let scale = self.class_scale().map_or(ticket.scale, |scale| scale.id);
        let template = self.template_of(&ticket);
        self.coded(ExitTicket { day, scale, template, draft: false, ..ticket })
    }

    /// Whether students answered this check when it asked something else: its opening was taken back, and
    /// it was changed since. Their answers must not be read as answers to what it asks now.
    pub fn was_answered_otherwise(&self, ticket: &ExitTicket) -> bool {
        let scale = self.class_scale().map_or(ticket.scale, |scale| scale.id);
        let asks = |t: &ExitTicket| (t.questions.clone(), t.version_b.clone(), t.anonymous);
        let opened = self.ever(|body| matches!(body, Body::ExitTicket(t) if t.id == ticket.id && !t.draft));
        let answered = self.slot(Slot::Answers(ticket.id)).any(|e| matches!(e.body, Body::Answer(_)));
        answered
            && opened.last().is_some_and(|entry| match &entry.body {
                Body::ExitTicket(then) => asks(then) != asks(ticket) || then.scale != scale,
                _ => false,
            })
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

    /// The changes that open a closed check again: its closings are taken back, all of them when two tabs
    /// closed it. Where one of them came with something else, such as the second half of a survey, that
    /// has to stay, and the check as it is takes its place.
    pub fn reopen_ticket(&self, id: TicketId) -> Vec<Change> {
        let is_closing = |body: &Body| matches!(body, Body::TicketClosed(_));
        let closings = self.heads_of(Slot::Ticket(id), is_closing);
        let alone = closings.iter().all(|key| self.came_alone(*key));
        let Some(ticket) = self.ticket(id).filter(|_| !alone) else { return self.take_back(closings) };
        vec![self.amend_ticket(ticket.clone()).replacing(closings)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::Withdrawal;
    use crate::domain::exit_ticket::{Answer, Phrase, Version};
    use crate::domain::sample::{ANA, Book, FOUR, FRACTIONS, nov};

    fn id(bits: u64) -> TicketId {
        TicketId::from_bits(bits)
    }

    fn made(book: &Book, bits: u64, template: Template, day: u32) -> ExitTicket {
        let skill = book.notebook.skill(FRACTIONS).unwrap();
        ExitTicket::new(id(bits), template, skill, nov(day), FOUR)
    }

    #[test]
    fn a_check_that_was_answered_and_changed_since_is_another_one() {
        let mut book = Book::new();
        let ticket = made(&book, 1, Template::GotIt, 3);
        let draft = ExitTicket { draft: true, ..ticket.clone() };
        book.write([Change::of_class(draft.clone())]);
        let opening = book.notebook.amend_ticket(ticket.clone());
        let (_, opened) = book.write([opening]);
        let otherwise = |book: &Book, ticket: &ExitTicket| book.notebook.was_answered_otherwise(ticket);
        let changed = ExitTicket { questions: draft.questions[1..].to_vec(), ..draft.clone() };
        assert!(!otherwise(&book, &changed), "nobody has answered");
        let answer = Answer::new(ticket.id, FRACTIONS, nov(3), vec![]);
        book.write([Change::by_student(ANA, answer)]);
        book.undo(opened);
        assert!(otherwise(&book, &changed));
        assert!(otherwise(&book, &ExitTicket { anonymous: true, ..draft.clone() }));
        assert!(!otherwise(&book, &ExitTicket { title: "Again".into(), ..draft }));
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
    fn a_copy_of_either_half_of_a_survey_begins_a_new_survey() {
        let mut book = Book::new();
        let (old, new) = (SurveyId::from_bits(7), SurveyId::from_bits(8));
        let mut half = made(&book, 1, Template::Confidence, 3).before_half(old);
        half.version_b = vec![Question::Level(Moment::Before), Question::Text(Phrase::MuddiestPoint)];
        book.one(Change::of_class(half.clone()));
        let after = book.notebook.survey_after(old, id(2), nov(5)).unwrap();
        book.one(Change::of_class(after));
        for from in [1, 2] {
            let copy = book.notebook.copy_of(id(from), id(3), new, nov(9)).unwrap();
            assert_eq!((copy.id, copy.day, copy.draft), (id(3), nov(9), true), "of {from}");
            assert_eq!(copy.survey, Some(SurveyPart { survey: new, moment: Moment::Before }));
            assert_eq!((&copy.questions, &copy.version_b), (&half.questions, &half.version_b));
            assert!(copy.code.is_some());
        }
        // Opened, it is a survey whose other half can be opened.
        let copy = book.notebook.copy_of(id(2), id(3), new, nov(9)).unwrap();
        let opened = book.notebook.opened(copy, nov(9));
        book.one(Change::of_class(opened));
        let after = book.notebook.survey_after(new, id(4), nov(10)).unwrap();
        assert_eq!(after.questions_of(Version::B)[0], Question::Level(Moment::After));
        assert_eq!(book.notebook.surveys().len(), 2);
        assert_eq!(book.notebook.copy_of(id(9), id(4), new, nov(9)), None);
    }

    #[test]
    fn a_copy_of_what_stands_alone_stands_alone() {
        let mut book = Book::new();
        let ticket = made(&book, 1, Template::GotIt, 3);
        book.one(Change::of_class(ticket.clone()));
        let copy = book.notebook.copy_of(id(1), id(2), SurveyId::from_bits(8), nov(9)).unwrap();
        assert_eq!((copy.survey, &copy.questions), (None, &ticket.questions));
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
