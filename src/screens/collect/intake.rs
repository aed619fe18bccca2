//! What becomes of a message that arrived: taken in, here already, of another check, or refused with
//! its reason.

use leptos::prelude::GetUntracked;

use super::keys::{self, NoKeys};
use crate::domain::Notebook;
use crate::domain::entry::{Body, Change};
use crate::domain::hand_in::{Refused, TakenIn, class_mark};
use crate::domain::id::{BatchId, TicketId};
use crate::format::hand_in::{self, BadMessage};
use crate::screens::{asked, said};
use crate::session::Session;
use crate::words::words;

/// What a message came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Came {
    /// It may be written.
    In(TakenIn),
    /// This very answer is here already.
    Again(TakenIn),
    /// It belongs to another check of the class, into which it may be taken.
    Elsewhere(TakenIn),
    /// It is not taken in, and why.
    Refused(String),
}

/// Judges a message on the screen of a check.
pub async fn judge(session: Session, ticket: TicketId, message: Result<Vec<u8>, BadMessage>) -> Came {
    let r = words().collect();
    let message = match message.and_then(|bytes| hand_in::read(&bytes)) {
        Ok(arrived) => arrived,
        Err(BadMessage::Foreign) => return Came::Refused(r.foreign.to_owned()),
        Err(BadMessage::Damaged) => return Came::Refused(r.forged.to_owned()),
        Err(BadMessage::Newer) => return Came::Refused(r.newer.to_owned()),
    };
    let today = session.today.get_untracked();
    if session.peek(|nb| class_mark(nb.class_id()) != message.said.class) {
        return Came::Refused(refused(session, Refused::AnotherClass));
    }
    match keys::is_sealed(session, &message).await {
        Ok(true) => {}
        Ok(false) => return Came::Refused(refused(session, Refused::Forged)),
        Err(NoKeys::NotSecure | NoKeys::NotKept) => return Came::Refused(r.not_secure.to_owned()),
    }
    match session.peek(|nb| nb.take_in(&message.said, hand_in::sum, today)) {
        Err(why) => Came::Refused(refused(session, why)),
        Ok(taken) if taken.change.is_none() => Came::Again(taken),
        Ok(taken) if taken.ticket != ticket => Came::Elsewhere(taken),
        Ok(taken) => Came::In(taken),
    }
}

fn refused(session: Session, why: Refused) -> String {
    let c = words().collect();
    let title = |ticket| session.peek(|nb| title(nb, ticket));
    match why {
        Refused::AnotherClass => c.another_class.to_owned(),
        Refused::Forged => c.forged.to_owned(),
        Refused::NoSuchStudent => c.no_such_student.to_owned(),
        Refused::NoSuchCheck => c.no_such_check.to_owned(),
        Refused::OtherQuestions(ticket) => c.other_questions(&title(ticket)),
        Refused::NoName(ticket) => c.no_name(&title(ticket)),
    }
}

/// What a check is called.
pub fn title(notebook: &Notebook, ticket: TicketId) -> String {
    notebook.ticket(ticket).map(|t| asked::title(notebook, t)).unwrap_or_default()
}

/// "Ana is in", "Ana handed in again", that it was an earlier answer, or without a name. Asked before
/// it is written.
pub fn is_in(session: Session, taken: &TakenIn) -> String {
    let c = words().collect();
    let Some(student) = taken.student else { return c.is_in_nameless.to_owned() };
    let (name, before, latest) = session.peek(|nb| {
        let all = nb.all_answers(taken.ticket).into_iter();
        let latest = match taken.change.as_ref().map(|change| &change.body) {
            Some(Body::Answer(answer)) => nb.would_be_latest(student, answer),
            _ => false,
        };
        (said::name_of(nb, student), all.filter(|(who, _)| *who == Some(student)).count(), latest)
    });
    match (before, latest) {
        (0, _) => c.is_in(&name),
        (_, true) => c.is_in_again(&(before + 1), &name),
        (_, false) => c.is_in_earlier(&(before + 1), &name),
    }
}

/// "Ana was in already", or without a name.
pub fn is_in_already(session: Session, taken: &TakenIn) -> String {
    let c = words().collect();
    match taken.student {
        Some(student) => c.is_in_already(&session.peek(|nb| said::name_of(nb, student))),
        None => c.is_in_already_nameless.to_owned(),
    }
}

/// The undo of what was taken into a check: none where taking one answer back would show what it was.
pub fn undo(session: Session, ticket: TicketId, batch: BatchId) -> Option<BatchId> {
    (!session.peek(|nb| nb.may_be_told(ticket))).then_some(batch)
}

/// What tells an answer from another, whatever it is written into.
pub fn receipt(change: &Change) -> u64 {
    match &change.body {
        Body::Answer(answer) => answer.receipt,
        _ => 0,
    }
}
