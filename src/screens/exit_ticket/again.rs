//! A teacher asks again what was asked before: as a draft to change, or at once.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{ExitTicket, Question, Template};
use crate::domain::id::{SkillId, TicketId};
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::session::{Session, Toast};
use crate::words::words;

/// Makes a draft that asks the same and goes to its questions.
pub(super) fn duplicate(session: Session, id: TicketId) {
    let new = TicketId::from_bits(browser::random_bits());
    let copy = session.peek(|nb| nb.copy_of(id, new, session.today.get_untracked()));
    if let Some(copy) = copy {
        write(session, copy);
    }
}

/// Makes a draft that asks one question and goes to it.
pub(super) fn ask(session: Session, question: Question, skill: Option<SkillId>) {
    let id = TicketId::from_bits(browser::random_bits());
    let draft = session.peek(|nb| {
        let skill = nb.skill(skill.or(nb.likely_skill())?)?;
        let day = session.today.get_untracked();
        let made = ExitTicket::new(id, Template::OneQuestion, skill, day, nb.class_scale()?.id);
        Some(nb.coded(ExitTicket { questions: vec![question], draft: true, ..made }))
    });
    if let Some(draft) = draft {
        write(session, draft);
    }
}

fn write(session: Session, draft: ExitTicket) {
    let to = Route::Teacher(TeacherScreen::EditTicket(draft.id));
    spawn_local(async move {
        if session.write(vec![Change::of_class(draft)]).await.is_ok() {
            browser::go(&to.href());
        }
    });
}

/// Opens a check that asks the same, and goes to it.
pub(super) fn use_again(session: Session, id: TicketId) {
    let new = TicketId::from_bits(browser::random_bits());
    let day = session.today.get_untracked();
    let opened = session.peek(|nb| {
        let ticket = nb.opened(nb.copy_of(id, new, day)?, day);
        let said = words().checks().opened_said(&asked::title(nb, &ticket));
        Some((ticket, said))
    });
    let Some((ticket, text)) = opened else { return };
    spawn_local(async move {
        if let Ok(batch) = session.write(vec![Change::of_class(ticket)]).await {
            session.toast.set(Some(Toast { text, undo: Some(batch) }));
            browser::go(&Route::Teacher(TeacherScreen::Ticket(new)).href());
        }
    });
}
