//! What is typed about a board, what has to be mended, and keeping it.

use leptos::prelude::*;

use super::change::to_list;
use crate::browser;
use crate::domain::choice_board::{
    BoardDraft, BoardProblem, ChoiceBoard, FEWEST_WAYS, LONGEST, MOST_RATES, MOST_WAYS, lines,
};
use crate::domain::id::BoardId;
use crate::session::{Saver, Session, Toast, Typed};
use crate::ui::focus::focus_on;
use crate::words::words;

/// The form.
#[derive(Clone, Copy)]
pub struct Form {
    pub session: Session,
    /// The board.
    pub id: BoardId,
    /// What is typed.
    pub typed: Typed<BoardDraft>,
    saver: Saver,
    /// What has to be mended.
    pub problems: RwSignal<Vec<BoardProblem>>,
}

impl Form {
    /// The form of a board that is there, or of a new one.
    pub fn begin(session: Session, id: BoardId) -> Form {
        let draft = session.peek(|nb| nb.board(id).map(BoardDraft::of)).unwrap_or_default();
        let typed = Typed::begin(session, format!("board/{id}"), draft);
        Form { session, id, typed, saver: Saver::new(session), problems: RwSignal::new(Vec::new()) }
    }

    /// Reads what is typed; whoever asks is asked again when that changes.
    pub fn read<T>(self, read: impl FnOnce(&BoardDraft) -> T) -> T {
        self.typed.now.with(read)
    }

    /// Changes what is typed and keeps it.
    pub fn edit(self, how: impl FnOnce(&mut BoardDraft)) {
        self.typed.edit(how);
        // What was wrong may be mended now; saving looks again.
        self.problems.set(Vec::new());
    }

    /// Gives up what was typed.
    pub fn discard(self) {
        self.typed.discard();
        self.problems.set(Vec::new());
    }

    /// Keeps the board, and goes to the list. A new one is opened to students, or waits.
    pub fn save(self, later: bool) {
        let (session, b) = (self.session, words().board());
        let before = session.peek(|nb| nb.board(self.id).cloned());
        let day = before.as_ref().map_or_else(|| session.today.get_untracked(), |board| board.day);
        let board = match self.typed.now.with_untracked(|draft| draft.parse(self.id, day)) {
            Ok(board) => ChoiceBoard { closed: before.as_ref().map_or(later, |old| old.closed), ..board },
            Err(problems) => {
                if let Some(first) = problems.first() {
                    focus_on(self.typed.now.with_untracked(|draft| field_of(draft, first)));
                }
                self.problems.set(problems);
                return;
            }
        };
        let typed = self.typed;
        if before.as_ref() == Some(&board) {
            typed.forget();
            session.toast.set(Some(Toast { text: b.nothing_changed.to_owned(), undo: None }));
            browser::go(&to_list());
            return;
        }
        let said = match before {
            Some(_) => b.saved_said(&board.title),
            None if later => b.kept_said(&board.title),
            None => b.offered_said(&board.title),
        };
        let change = session.peek(|nb| nb.amend_board(board));
        let forget = typed.once_written();
        self.saver.save(vec![change], said, move || {
            forget();
            browser::go(&to_list());
        });
    }
}

/// The field a problem stands at.
fn field_of(draft: &BoardDraft, problem: &BoardProblem) -> &'static str {
    match problem {
        BoardProblem::NoTitle => "board-title",
        BoardProblem::FewWays | BoardProblem::ManyWays => "board-ways",
        BoardProblem::ManyRates => "board-rates",
        BoardProblem::Long(text) | BoardProblem::Twice(text) => {
            if lines(&draft.ways).contains(text) {
                "board-ways"
            } else if lines(&draft.rates).contains(text) {
                "board-rates"
            } else {
                "board-title"
            }
        }
    }
}

/// A problem in words.
pub fn sentence(problem: &BoardProblem) -> String {
    /// How much of a line that is too long is said again.
    const BEGINNING: usize = 40;
    let b = words().board();
    match problem {
        BoardProblem::NoTitle => b.need_title.to_owned(),
        BoardProblem::FewWays => b.few_ways(&FEWEST_WAYS),
        BoardProblem::ManyWays => b.many_ways(&MOST_WAYS),
        BoardProblem::ManyRates => b.many_rates(&MOST_RATES),
        BoardProblem::Long(text) => {
            let begins: String = text.chars().take(BEGINNING).chain(['…']).collect();
            b.long(&LONGEST, &begins)
        }
        BoardProblem::Twice(text) => b.twice(text),
    }
}
