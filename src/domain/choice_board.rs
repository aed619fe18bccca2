//! Choice boards: a teacher offers several ways of working on something, and several rates, and each
//! student chooses. Nothing is assigned, and a choice can be changed as long as the board is open.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change};
use super::id::{BoardId, SkillId, StudentId};
use super::notebook::{Notebook, Slot};

/// The fewest ways there must be for a choice.
pub const FEWEST_WAYS: usize = 2;
/// The most ways on one board.
pub const MOST_WAYS: usize = 9;
/// The most rates on one board.
pub const MOST_RATES: usize = 5;
/// How many closed boards a student still sees what they chose on.
pub const CLOSED_SHOWN: usize = 3;
/// The longest title, way or rate, in characters.
pub const LONGEST: usize = 120;

/// Ways and rates to choose from. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceBoard {
    /// Identity through all amendments.
    pub id: BoardId,
    /// What it is about, as students read it.
    pub title: String,
    /// The skill it serves, if it serves one.
    pub skill: Option<SkillId>,
    /// Ways of working, [`FEWEST_WAYS`] to [`MOST_WAYS`].
    pub ways: Vec<String>,
    /// How fast or how much, up to [`MOST_RATES`]; empty when everybody works at the same rate.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rates: Vec<String>,
    /// The day it was offered.
    pub day: Day,
    /// Whether choosing is over; what was chosen stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}

/// What a student chose. It says the words, not their places, so that it stays true when the board is
/// changed. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceMade {
    /// The board.
    pub board: BoardId,
    /// The way.
    pub way: String,
    /// The rate; empty where none was offered or chosen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rate: String,
    /// The day it was chosen.
    pub day: Day,
}

/// A board as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardDraft {
    /// What it is about.
    pub title: String,
    /// The skill it serves.
    pub skill: Option<SkillId>,
    /// A way in each line; empty ones are left out.
    pub ways: String,
    /// A rate in each line; empty ones are left out.
    pub rates: String,
}

/// The lines of a text as a board has them: without needless spaces and without empty ones.
pub fn lines(text: &str) -> Vec<String> {
    text.lines().map(tidy).filter(|line| !line.is_empty()).collect()
}

fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl ChoiceBoard {
    /// The same ways and rates to be offered another time; closed until then.
    pub fn copy(&self, id: BoardId, title: &str, day: Day) -> ChoiceBoard {
        let title = title.chars().take(LONGEST).collect();
        ChoiceBoard { id, title, day, closed: true, ..self.clone() }
    }
}

/// What has to be mended before a board can be offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BoardProblem {
    /// It has no title.
    NoTitle,
    /// There are fewer than [`FEWEST_WAYS`] ways.
    FewWays,
    /// There are more than [`MOST_WAYS`] ways.
    ManyWays,
    /// There are more than [`MOST_RATES`] rates.
    ManyRates,
    /// A line is longer than [`LONGEST`].
    Long(String),
    /// The same stands twice.
    Twice(String),
}

impl BoardDraft {
    /// The form of a board.
    pub fn of(board: &ChoiceBoard) -> BoardDraft {
        let lines = |all: &[String]| all.join("\n");
        BoardDraft {
            title: board.title.clone(),
            skill: board.skill,
            ways: lines(&board.ways),
            rates: lines(&board.rates),
        }
    }

    /// The board that was typed, under this id, offered on this day.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self, id: BoardId, day: Day) -> Result<ChoiceBoard, Vec<BoardProblem>> {
        let (title, ways, rates) = (tidy(&self.title), lines(&self.ways), lines(&self.rates));
        let mut problems = Vec::new();
        if title.is_empty() {
            problems.push(BoardProblem::NoTitle);
        }
        if ways.len() < FEWEST_WAYS {
            problems.push(BoardProblem::FewWays);
        }
        if ways.len() > MOST_WAYS {
            problems.push(BoardProblem::ManyWays);
        }
        if rates.len() > MOST_RATES {
            problems.push(BoardProblem::ManyRates);
        }
        let long = |line: &&String| line.chars().count() > LONGEST;
        let all = || [&title].into_iter().chain(&ways).chain(&rates);
        problems.extend(all().filter(long).cloned().map(BoardProblem::Long));
        for list in [&ways, &rates] {
            let again = |(i, line): &(usize, &String)| list[..*i].contains(line);
            problems
                .extend(list.iter().enumerate().filter(again).map(|(_, l)| BoardProblem::Twice(l.clone())));
        }
        if problems.is_empty() {
            Ok(ChoiceBoard { id, title, skill: self.skill, ways, rates, day, closed: false })
        } else {
            Err(problems)
        }
    }
}

impl Notebook {
    /// All choice boards, the latest first.
    pub fn boards(&self) -> Vec<&ChoiceBoard> {
        self.newest(Slot::Boards, |body| match body {
            Body::ChoiceBoard(board) => Some((board.id.bits(), board)),
            _ => None,
        })
    }

    /// The boards a student sees: those that are open, and the latest closed ones they chose on.
    pub fn boards_of(&self, student: StudentId) -> Vec<&ChoiceBoard> {
        let (closed, mut all): (Vec<_>, Vec<_>) = self.boards().into_iter().partition(|board| board.closed);
        let chosen = closed.into_iter().filter(|board| self.choice(student, board.id).is_some());
        all.extend(chosen.take(CLOSED_SHOWN));
        all
    }

    /// The board with this id.
    pub fn board(&self, id: BoardId) -> Option<&ChoiceBoard> {
        self.slot(Slot::Boards).rev().find_map(|entry| match &entry.body {
            Body::ChoiceBoard(board) if board.id == id => Some(board),
            _ => None,
        })
    }

    /// The change that puts this in the place of what stands for the board now.
    pub fn amend_board(&self, board: ChoiceBoard) -> Change {
        let it = |body: &Body| matches!(body, Body::ChoiceBoard(b) if b.id == board.id);
        let now = self.heads_of(Slot::Boards, it);
        Change::of_class(board).replacing(now)
    }

    /// What a student chose on a board.
    pub fn choice(&self, student: StudentId, board: BoardId) -> Option<&ChoiceMade> {
        self.slot(Slot::Plan(student)).rev().find_map(|entry| match &entry.body {
            Body::ChoiceMade(made) if made.board == board => Some(made),
            _ => None,
        })
    }

    /// The change by which a student chooses, in the place of what they chose before.
    pub fn choose(&self, student: StudentId, made: ChoiceMade) -> Change {
        let it = |body: &Body| matches!(body, Body::ChoiceMade(c) if c.board == made.board);
        let now = self.heads_of(Slot::Plan(student), it);
        Change::by_student(student, made).replacing(now)
    }

    /// Who chose which way on a board, in the order of the board's ways, with what is chosen and is on the
    /// board no more behind them; students by name.
    pub fn choices(&self, board: &ChoiceBoard) -> Vec<(String, Vec<StudentId>)> {
        let mut by_way: BTreeMap<(usize, String), Vec<StudentId>> = BTreeMap::new();
        for (place, way) in board.ways.iter().enumerate() {
            by_way.insert((place, way.clone()), Vec::new());
        }
        for student in self.students() {
            if let Some(made) = self.choice(student.id, board.id) {
                let place = board.ways.iter().position(|way| *way == made.way).unwrap_or(board.ways.len());
                by_way.entry((place, made.way.clone())).or_default().push(student.id);
            }
        }
        by_way.into_iter().map(|((_, way), who)| (way, who)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, BEN, Book, CHLOE, nov};

    const ID: BoardId = BoardId::from_bits(0xb0);

    fn draft() -> BoardDraft {
        BoardDraft {
            title: " Fractions  this week ".into(),
            skill: None,
            ways: "Watch and draw\n\n  Play the game \nTeach a partner".into(),
            rates: "Two lessons\nThree lessons".into(),
        }
    }

    #[test]
    fn a_board_is_read_line_by_line_and_read_again_is_the_same() {
        let board = draft().parse(ID, nov(2)).unwrap();
        assert_eq!(board.title, "Fractions this week");
        assert_eq!(board.ways, ["Watch and draw", "Play the game", "Teach a partner"]);
        assert_eq!(BoardDraft::of(&board).parse(ID, nov(2)), Ok(board));
    }

    #[test]
    fn a_copy_is_closed_and_says_the_same() {
        let board = draft().parse(ID, nov(2)).unwrap();
        let copy = board.copy(BoardId::from_bits(7), &"x".repeat(LONGEST + 5), nov(9));
        assert!(copy.closed && copy.id != board.id && copy.day == nov(9));
        assert_eq!((copy.title.len(), &copy.ways, &copy.rates), (LONGEST, &board.ways, &board.rates));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let wrong = BoardDraft { title: "  ".into(), ways: "read".into(), ..draft() };
        assert_eq!(wrong.parse(ID, nov(2)), Err(vec![BoardProblem::NoTitle, BoardProblem::FewWays]));
        let twice = BoardDraft { ways: "read\nread\nplay".into(), ..draft() };
        assert_eq!(twice.parse(ID, nov(2)), Err(vec![BoardProblem::Twice("read".into())]));
        let long = "x".repeat(LONGEST + 1);
        let many =
            BoardDraft { ways: (0..10).map(|i| format!("{i}\n")).collect(), rates: long.clone(), ..draft() };
        assert_eq!(many.parse(ID, nov(2)), Err(vec![BoardProblem::ManyWays, BoardProblem::Long(long)]));
    }

    #[test]
    fn a_choice_can_be_changed_and_stays_when_the_board_changes() {
        let mut book = Book::new();
        let board = draft().parse(ID, nov(2)).unwrap();
        book.write([Change::of_class(board.clone())]);
        let mut choose = |student, way: &str| {
            let made = ChoiceMade { board: ID, way: way.into(), rate: String::new(), day: nov(3) };
            let change = book.notebook.choose(student, made);
            book.write([change]);
        };
        choose(ANA, "Play the game");
        choose(BEN, "Play the game");
        choose(ANA, "Teach a partner");
        choose(CHLOE, "Watch and draw");
        let way = |who| book.notebook.choice(who, ID).map(|made| made.way.clone());
        assert_eq!(way(ANA).as_deref(), Some("Teach a partner"));
        assert_eq!(book.notebook.slot(Slot::Plan(ANA)).count(), 1, "the earlier choice is replaced");

        let less = ChoiceBoard { ways: board.ways[1..].to_vec(), ..board };
        let amended = book.notebook.amend_board(less.clone());
        book.write([amended]);
        assert_eq!(book.notebook.board(ID), Some(&less));
        let expected = [("Play the game", BEN), ("Teach a partner", ANA), ("Watch and draw", CHLOE)];
        assert_eq!(book.notebook.choices(&less), expected.map(|(way, who)| (way.to_owned(), vec![who])));
    }

    #[test]
    fn what_was_chosen_is_seen_after_the_board_is_closed_and_the_latest_closed_boards_stay() {
        let mut book = Book::new();
        for at in 1..=5_u32 {
            let board = draft().parse(BoardId::from_bits(at.into()), nov(at)).unwrap();
            let made = ChoiceMade { board: board.id, way: "read".into(), rate: String::new(), day: nov(at) };
            book.write([Change::of_class(board)]);
            let change = book.notebook.choose(ANA, made);
            book.write([change]);
        }
        let seen = |book: &Book, who| {
            book.notebook.boards_of(who).iter().map(|board| board.id.bits()).collect::<Vec<_>>()
        };
        assert_eq!((seen(&book, ANA), seen(&book, BEN)), (vec![5, 4, 3, 2, 1], vec![5, 4, 3, 2, 1]));
        for at in [2, 3, 4, 5] {
            let board = book.notebook.board(BoardId::from_bits(at)).unwrap().clone();
            let close = book.notebook.amend_board(ChoiceBoard { closed: true, ..board });
            book.write([close]);
        }
        assert_eq!(seen(&book, ANA), [1, 5, 4, 3], "the open one first");
        assert_eq!(seen(&book, BEN), [1], "nothing was chosen on the closed ones");
    }
}
