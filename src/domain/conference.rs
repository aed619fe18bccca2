//! Conferences: the five cards with which a student leads one, and the teacher's log of talks.
//!
//! The cards are the student's and are shown to families. The log is the teacher's and never is.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change};
use super::id::{ConferringId, StudentId};
use super::notebook::{Notebook, Slot};

mod offers;

pub use offers::Offer;

/// The longest text of a card or of a talk, in characters.
pub const LONGEST_CARD: usize = 1_000;

/// What a student says on the five cards of their conference. Amended as a whole while it is the same
/// day's; another day begins new ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConferenceCards {
    /// The day they were begun.
    pub day: Day,
    /// "I am proud of".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proud: String,
    /// "I grew in".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub grew: String,
    /// "I am stuck on".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stuck: String,
    /// "My next goal".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
    /// "Help I want".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
}

/// One of the five cards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Card {
    /// "I am proud of".
    Proud,
    /// "I grew in".
    Grew,
    /// "I am stuck on".
    Stuck,
    /// "My next goal".
    Next,
    /// "Help I want".
    Help,
}

impl Card {
    /// All cards, in the order in which they are told.
    pub const ALL: [Card; 5] = [Card::Proud, Card::Grew, Card::Stuck, Card::Next, Card::Help];
}

impl ConferenceCards {
    /// Five empty cards.
    pub fn on(day: Day) -> ConferenceCards {
        let empty = String::new;
        ConferenceCards { day, proud: empty(), grew: empty(), stuck: empty(), next: empty(), help: empty() }
    }

    /// What stands on a card.
    pub fn card(&self, card: Card) -> &str {
        match card {
            Card::Proud => &self.proud,
            Card::Grew => &self.grew,
            Card::Stuck => &self.stuck,
            Card::Next => &self.next,
            Card::Help => &self.help,
        }
    }

    /// Writes a card; more than [`LONGEST_CARD`] characters are cut.
    pub fn write(&mut self, card: Card, text: &str) {
        let text = text.trim().chars().take(LONGEST_CARD).collect();
        *match card {
            Card::Proud => &mut self.proud,
            Card::Grew => &mut self.grew,
            Card::Stuck => &mut self.stuck,
            Card::Next => &mut self.next,
            Card::Help => &mut self.help,
        } = text;
    }

    /// The cards that were typed on a day, in the order of [`Card::ALL`].
    ///
    /// # Errors
    /// What has to be mended first; nothing is cut off.
    pub fn parse(day: Day, typed: &[String; 5]) -> Result<ConferenceCards, CardsProblem> {
        let mut cards = ConferenceCards::on(day);
        for (card, text) in Card::ALL.into_iter().zip(typed) {
            if text.trim().chars().count() > LONGEST_CARD {
                return Err(CardsProblem::Long(card));
            }
            cards.write(card, text);
        }
        if cards.is_empty() { Err(CardsProblem::Nothing) } else { Ok(cards) }
    }

    /// Whether nothing stands on any of them.
    pub fn is_empty(&self) -> bool {
        Card::ALL.iter().all(|card| self.card(*card).is_empty())
    }
}

/// What has to be mended before cards can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardsProblem {
    /// Nothing stands on any card.
    Nothing,
    /// The text of a card is longer than [`LONGEST_CARD`].
    Long(Card),
}

/// A card's text with an idea as its last line, or without the line when it is there already.
pub fn with_or_without(text: &str, idea: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    if holds(text, idea) {
        lines.into_iter().filter(|line| line.trim() != idea).collect::<Vec<_>>().join("\n")
    } else if text.trim().is_empty() {
        idea.to_owned()
    } else {
        format!("{}\n{idea}", text.trim_end())
    }
}

/// Whether an idea stands as a line of a card's text.
pub fn holds(text: &str, idea: &str) -> bool {
    text.lines().any(|line| line.trim() == idea)
}

/// A teacher's talk with one student, planned or held. Only the teacher sees it. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conferring {
    /// Identity through all amendments.
    pub id: ConferringId,
    /// The day it is planned for, or was held on.
    pub day: Day,
    /// What it is about, such as the reason a list gave.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// What was said.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub said: String,
    /// What comes next.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub next: String,
    /// Whether it was held.
    pub held: bool,
    /// Whether it lies in the trash.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub removed: bool,
}

impl Notebook {
    /// A student's cards, one set for each day they wrote, the latest first.
    pub fn conference_cards(&self, student: StudentId) -> Vec<&ConferenceCards> {
        self.newest(Slot::Conference(student), |body| match body {
            Body::ConferenceCards(cards) => Some((cards.day.since_epoch().unsigned_abs().into(), cards)),
            _ => None,
        })
    }

    /// The change by which a student puts these in the place of their cards of the same day.
    pub fn amend_cards(&self, student: StudentId, cards: ConferenceCards) -> Change {
        let it = |body: &Body| matches!(body, Body::ConferenceCards(c) if c.day == cards.day);
        let now = self.heads_of(Slot::Conference(student), it);
        Change::by_student(student, cards).replacing(now)
    }

    /// The talks with one student, planned and held, the latest first.
    pub fn conferring(&self, student: StudentId) -> Vec<&Conferring> {
        let mut all = self.newest(Slot::Log(student), |body| match body {
            Body::Conferring(talk) => Some((talk.id.bits(), talk)),
            _ => None,
        });
        all.retain(|talk| !talk.removed);
        all
    }

    /// The change that puts this in the place of what stands for a talk now.
    pub fn amend_conferring(&self, student: StudentId, talk: Conferring) -> Change {
        let it = |body: &Body| matches!(body, Body::Conferring(c) if c.id == talk.id);
        let now = self.heads_of(Slot::Log(student), it);
        Change::by_teacher(student, talk).replacing(now)
    }

    /// The next talk with a student that is planned and was not held.
    pub fn next_talk(&self, student: StudentId) -> Option<&Conferring> {
        self.conferring(student).into_iter().filter(|talk| !talk.held).min_by_key(|talk| talk.day)
    }

    /// Talks that are planned for a day or before, and were not held, the oldest plan first.
    pub fn planned_talks(&self, today: Day) -> Vec<(StudentId, &Conferring)> {
        let mut all: Vec<(StudentId, &Conferring)> = Vec::new();
        for student in self.students() {
            let open = self.conferring(student.id).into_iter().filter(|talk| !talk.held && talk.day <= today);
            all.extend(open.map(|talk| (student.id, talk)));
        }
        all.sort_by_key(|(student, talk)| (talk.day, *student));
        all
    }

    /// When each student was last talked with, up to a day: never first, then the longest ago.
    pub fn talked_longest_ago(&self, today: Day) -> Vec<(StudentId, Option<Day>)> {
        let last = |student| {
            let held = self.conferring(student).into_iter().filter(|talk| talk.held && talk.day <= today);
            held.map(|talk| talk.day).max()
        };
        let mut all: Vec<_> = self.students().into_iter().map(|s| (s.id, last(s.id))).collect();
        // By name where it is the same day: the roster comes in that order, and the sort keeps it.
        all.sort_by_key(|(_, day)| *day);
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, BEN, Book, CHLOE, nov};

    fn talk(id: u64, day: u32, held: bool) -> Conferring {
        let [about, said, next] = ["fractions", "", ""].map(String::from);
        Conferring { id: ConferringId::from_bits(id), day: nov(day), about, said, next, held, removed: false }
    }

    #[test]
    fn cards_of_a_day_are_amended_and_another_day_begins_new_ones() {
        let mut book = Book::new();
        for (day, card, text) in
            [(2, Card::Proud, "my map"), (2, Card::Help, " more time "), (9, Card::Next, "graphs")]
        {
            let mut cards =
                book.notebook.conference_cards(ANA).into_iter().find(|c| c.day == nov(day)).cloned();
            let cards = cards.get_or_insert(ConferenceCards::on(nov(day)));
            cards.write(card, text);
            let change = book.notebook.amend_cards(ANA, cards.clone());
            book.write([change]);
        }
        let all = book.notebook.conference_cards(ANA);
        let shown: Vec<_> = all.iter().map(|c| Card::ALL.map(|card| c.card(card))).collect();
        assert_eq!(shown, [["", "", "", "graphs", ""], ["my map", "", "", "", "more time"]]);
        assert!(ConferenceCards::on(nov(2)).is_empty() && !all[1].is_empty());
    }

    #[test]
    fn a_card_has_an_end() {
        let mut cards = ConferenceCards::on(nov(2));
        cards.write(Card::Grew, &"é".repeat(LONGEST_CARD + 5));
        assert_eq!(cards.grew.chars().count(), LONGEST_CARD);
    }

    #[test]
    fn cards_are_kept_when_something_stands_on_one_and_nothing_is_cut() {
        let typed = |text: &str| [String::new(), text.to_owned(), " ".into(), String::new(), String::new()];
        let cards = ConferenceCards::parse(nov(2), &typed(" graphs\n")).unwrap();
        assert_eq!((cards.card(Card::Grew), cards.card(Card::Stuck)), ("graphs", ""));
        assert_eq!(ConferenceCards::parse(nov(2), &typed(" ")), Err(CardsProblem::Nothing));
        let full = "é".repeat(LONGEST_CARD);
        assert!(ConferenceCards::parse(nov(2), &typed(&full)).is_ok());
        let over = ConferenceCards::parse(nov(2), &typed(&(full + "x")));
        assert_eq!(over, Err(CardsProblem::Long(Card::Grew)));
    }

    #[test]
    fn an_idea_is_put_on_a_card_and_taken_off_again() {
        for text in ["", "mine", "mine\nand more"] {
            let with = with_or_without(text, "an idea");
            assert!(holds(&with, "an idea") && with.starts_with(text));
            assert_eq!(with_or_without(&with, "an idea"), text);
        }
        assert!(!holds("an idea of mine", "an idea"));
        assert_eq!(with_or_without("mine\n\n", "an idea"), "mine\nan idea");
    }

    #[test]
    fn who_was_talked_with_longest_ago_comes_first() {
        let mut book = Book::new();
        book.write([
            Change::by_teacher(ANA, talk(1, 3, true)),
            Change::by_teacher(ANA, talk(2, 5, true)),
            Change::by_teacher(CHLOE, talk(3, 4, true)),
            Change::by_teacher(BEN, talk(4, 6, false)),
        ]);
        let order = |day| book.notebook.talked_longest_ago(nov(day));
        assert_eq!(order(9), [(BEN, None), (CHLOE, Some(nov(4))), (ANA, Some(nov(5)))]);
        assert_eq!(order(3), [(BEN, None), (CHLOE, None), (ANA, Some(nov(3)))]);
    }

    #[test]
    fn of_several_planned_talks_the_next_one_is_the_earliest() {
        let mut book = Book::new();
        assert_eq!(book.notebook.next_talk(ANA), None);
        for (id, day, held) in [(1, 3, true), (2, 20, false), (3, 9, false), (4, 25, false)] {
            book.write([Change::by_teacher(ANA, talk(id, day, held))]);
        }
        assert_eq!(book.notebook.next_talk(ANA), Some(&talk(3, 9, false)));
        let removed = book.notebook.amend_conferring(ANA, Conferring { removed: true, ..talk(3, 9, false) });
        book.write([removed]);
        assert_eq!(book.notebook.next_talk(ANA), Some(&talk(2, 20, false)));
    }

    #[test]
    fn a_planned_talk_stands_until_it_is_held_or_removed() {
        let mut book = Book::new();
        book.write([
            Change::by_teacher(ANA, talk(1, 4, false)),
            Change::by_teacher(BEN, talk(2, 3, false)),
            Change::by_teacher(CHLOE, talk(3, 9, false)),
        ]);
        let planned =
            |book: &Book, day| book.notebook.planned_talks(nov(day)).iter().map(|t| t.0).collect::<Vec<_>>();
        assert_eq!(planned(&book, 4), [BEN, ANA]);
        let held = book.notebook.amend_conferring(BEN, Conferring { held: true, ..talk(2, 4, false) });
        let removed = book.notebook.amend_conferring(ANA, Conferring { removed: true, ..talk(1, 4, false) });
        book.write([held, removed]);
        assert_eq!(planned(&book, 9), [CHLOE]);
        assert_eq!(book.notebook.conferring(ANA), Vec::<&Conferring>::new());
    }
}
