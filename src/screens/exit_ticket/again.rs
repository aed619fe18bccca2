//! A teacher asks again what was asked before: as a draft to change, or at once.

use leptos::prelude::*;

use crate::browser;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::draft::CheckDraft;
use crate::domain::exit_ticket::{ExitTicket, Question, Template};
use crate::domain::id::{BatchId, SkillId, SurveyId, TicketId};
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::session::{Saver, Session, Toast};
use crate::words::words;

/// Makes a draft that asks the same and goes to its questions; of a survey one of a whole new survey.
pub(super) fn duplicate(session: Session, saver: Saver, id: TicketId) {
    if let Some(copy) = copy(session, id) {
        write(saver, copy);
    }
}

fn copy(session: Session, id: TicketId) -> Option<ExitTicket> {
    let new = TicketId::from_bits(browser::random_bits());
    let survey = SurveyId::from_bits(browser::random_bits());
    session.peek(|nb| nb.copy_of(id, new, survey, session.today.get_untracked()))
}

/// Makes a draft that asks one question and goes to it.
pub(super) fn ask(session: Session, saver: Saver, question: Question, skill: Option<SkillId>) {
    let id = TicketId::from_bits(browser::random_bits());
    let draft = session.peek(|nb| {
        let skill = nb.skill(skill.or(nb.likely_skill())?)?;
        let day = session.today.get_untracked();
        let made = ExitTicket::new(id, Template::OneQuestion, skill, day, nb.class_scale()?.id);
        Some(nb.coded(ExitTicket { questions: vec![question], draft: true, ..made }))
    });
    if let Some(draft) = draft {
        write(saver, draft);
    }
}

fn write(saver: Saver, draft: ExitTicket) {
    let to = Route::Teacher(TeacherScreen::EditTicket(draft.id));
    saver.save_quietly(vec![Change::of_class(draft)], move || browser::go(&to.href()));
}

/// Opens a check that asks the same, and goes to it; to its questions when something has to be mended
/// first.
pub(super) fn use_again(session: Session, saver: Saver, id: TicketId) {
    let Some(copy) = copy(session, id) else { return };
    let Ok(ticket) = CheckDraft::of(&copy).parse(&copy) else {
        write(saver, copy);
        return;
    };
    let new = ticket.id;
    let ticket = session.peek(|nb| nb.opened(ticket, session.today.get_untracked()));
    saver.save_then(vec![Change::of_class(ticket)], move |batch| go_to_opened(session, new, batch));
}

/// Goes to a check that was opened just now; the message with its undo stands there.
pub(super) fn go_to_opened(session: Session, id: TicketId, opening: BatchId) {
    let title = session.peek(|nb| nb.ticket(id).map(|ticket| asked::title(nb, ticket)).unwrap_or_default());
    session.toast.set(Some(Toast { text: words().checks().opened_said(&title), undo: Some(opening) }));
    browser::go(&Route::Teacher(TeacherScreen::Ticket(id)).href());
}
