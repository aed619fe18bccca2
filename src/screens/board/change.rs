//! What is done with a whole board: opened to students, closed, copied.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Change;
use crate::domain::choice_board::ChoiceBoard;
use crate::domain::id::BoardId;
use crate::route::{Route, TeacherScreen};
use crate::session::{Saver, Session};
use crate::words::words;

/// A fresh board's identity.
pub fn fresh_board() -> BoardId {
    BoardId::from_bits(browser::random_bits())
}

/// Where all boards stand.
pub fn to_list() -> String {
    Route::Teacher(TeacherScreen::Boards).href()
}

/// Where one board stands.
pub fn to_board(id: BoardId) -> String {
    Route::Teacher(TeacherScreen::Board(id)).href()
}

/// Closes a board, or opens it to students as of today; what was chosen stays.
pub fn set_closed(session: Session, id: BoardId, closed: bool) {
    let b = words().board();
    let today = session.today.get_untracked();
    let change = session.peek(|nb| {
        let board = nb.board(id)?.clone();
        let said = if closed { b.closed_said(&board.title) } else { b.offered_said(&board.title) };
        let day = if closed { board.day } else { today };
        Some((nb.amend_board(ChoiceBoard { closed, day, ..board }), said))
    });
    if let Some((change, said)) = change {
        session.act(vec![change], said);
    }
}

/// Copies a board and goes to the copy, which no student sees until it is opened.
pub fn copy(session: Session, saver: Saver, id: BoardId) {
    let b = words().board();
    let today = session.today.get_untracked();
    let copy = session.peek(|nb| {
        let from = nb.board(id)?;
        Some(from.copy(fresh_board(), &b.copy_of(&from.title), today))
    });
    let Some(copy) = copy else { return };
    let (said, to) = (b.copied_said(&copy.title), to_board(copy.id));
    saver.save(vec![Change::of_class(copy)], said, move || browser::go(&to));
}
