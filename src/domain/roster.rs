//! The roster: who is in the class, and reading a pasted list of names.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::Body;
use super::exit_ticket::Version;
use super::id::StudentId;
use super::notebook::Notebook;
use super::stamp::Stamp;

/// A student on the roster. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Student {
    /// Identity through all amendments.
    pub id: StudentId,
    /// The name the class uses.
    pub name: String,
    /// Whether the student left the class; everything about them stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left: bool,
    /// The day the student came to the class, so that earlier days are not counted against them;
    /// `None` when it is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joined: Option<Day>,
    /// The part of the class they belong to, such as a lesson of the day; empty when there are no parts.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub section: String,
}

impl Student {
    /// A student of whom only the name is known.
    pub fn named(id: StudentId, name: impl Into<String>) -> Student {
        Student { id, name: name.into(), left: false, joined: None, section: String::new() }
    }
}

impl Student {
    /// A section as it is kept: without needless spaces, at most [`LONGEST_SECTION`] characters.
    pub fn section_of(typed: &str) -> String {
        let tidy = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        tidy.chars().take(LONGEST_SECTION).collect::<String>().trim_end().to_owned()
    }
}

impl Notebook {
    /// Students who stand in no list because adding them was taken back, by name. Their names and what was
    /// written about them meanwhile are still kept, and can be erased.
    pub fn taken_back_students(&self) -> Vec<&Student> {
        let mut last: BTreeMap<StudentId, (Stamp, &Student)> = BTreeMap::new();
        for entry in self.since(0) {
            if let Body::Student(student) = &entry.body
                && self.student(student.id).is_none()
                && last.get(&student.id).is_none_or(|(stamp, _)| *stamp < entry.head.stamp)
            {
                last.insert(student.id, (entry.head.stamp, student));
            }
        }
        let mut all: Vec<&Student> = last.into_values().map(|(_, student)| student).collect();
        all.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
        all
    }

    /// Whether somebody else who is or was in the class has this name, in capitals or not.
    pub fn is_name_taken(&self, name: &str, of: StudentId) -> bool {
        let name = name.to_lowercase();
        self.all_students().into_iter().any(|other| other.id != of && other.name.to_lowercase() == name)
    }

    /// The sections of the class, in order.
    pub fn sections(&self) -> BTreeSet<&str> {
        self.students().into_iter().map(|s| s.section.as_str()).filter(|s| !s.is_empty()).collect()
    }
}

/// The longest name of a section, in characters.
pub const LONGEST_SECTION: usize = 40;
/// The longest name kept, in characters.
pub const LONGEST_NAME: usize = 60;
/// The most names read from one paste; a longer list is surely not one class.
pub const MOST_NAMES: usize = 200;

/// Something about a pasted list the teacher should know. Lines are counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NameProblem {
    /// The same name stands twice; the second was made different by a number.
    Twice {
        /// The name as pasted.
        name: String,
        /// What it became.
        became: String,
    },
    /// A name was longer than [`LONGEST_NAME`] and was cut.
    Cut {
        /// The line.
        line: usize,
        /// What it became.
        became: String,
    },
    /// A line has no letter in it and was left out.
    NotAName {
        /// The line.
        line: usize,
        /// What stands there.
        text: String,
    },
    /// There were more names than [`MOST_NAMES`]; this many were left out.
    TooMany {
        /// How many.
        left_out: usize,
    },
}

/// What a pasted list came to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names {
    /// The names, in the order they were pasted, no two the same.
    pub names: Vec<String>,
    /// What the teacher should look at.
    pub problems: Vec<NameProblem>,
}

/// Reads names from pasted text: one per line, as copied from a sheet, a mail or a register.
///
/// Columns after a tab are joined to the name when they hold letters (first and last name in two
/// columns); leading numbers and bullets are dropped. `taken` are names already on the roster.
pub fn parse_names<'a>(text: &str, taken: impl IntoIterator<Item = &'a str>) -> Names {
    let mut seen: std::collections::HashSet<String> = taken.into_iter().map(str::to_lowercase).collect();
    let mut out = Names::default();
    let mut left_out = 0;
    for (index, raw) in text.lines().enumerate() {
        let line = index + 1;
        let cells = raw.split('\t').map(tidy).filter(|cell| has_letter(cell));
        let name = cells.collect::<Vec<_>>().join(" ");
        let short = cut(&name, LONGEST_NAME);
        if !has_letter(&short) {
            let rest = raw.trim();
            if rest.chars().any(|c| !c.is_whitespace() && !c.is_numeric() && !c.is_ascii_punctuation()) {
                out.problems
                    .push(NameProblem::NotAName { line, text: rest.chars().take(LONGEST_NAME).collect() });
            }
            continue;
        }
        if out.names.len() == MOST_NAMES {
            left_out += 1;
            continue;
        }
        if short.len() < name.len() {
            out.problems.push(NameProblem::Cut { line, became: short.clone() });
        }
        let mut became = short.clone();
        let mut count = 2;
        while !seen.insert(became.to_lowercase()) {
            let number = format!(" {count}");
            became = cut(&short, LONGEST_NAME - number.len()) + &number;
            count += 1;
        }
        if became != short {
            out.problems.push(NameProblem::Twice { name: short, became: became.clone() });
        }
        out.names.push(became);
    }
    if left_out > 0 {
        out.problems.push(NameProblem::TooMany { left_out });
    }
    out
}

/// Identities for students who come to a class, made of random bits. The last bit says which half of the
/// class is asked which version first, so it goes to the half that is smaller: the halves stay even.
pub fn new_ids(
    there: impl IntoIterator<Item = StudentId>,
    bits: impl IntoIterator<Item = u64>,
) -> Vec<StudentId> {
    let side = |id| if Version::first_of(id) == Version::A { 1 } else { -1 };
    let mut ahead: isize = there.into_iter().map(side).sum();
    let new = |bits: u64| {
        let last = match ahead {
            1.. => 1,
            0 => bits & 1,
            _ => 0,
        };
        let id = StudentId::from_bits(bits & !1 | last);
        ahead += side(id);
        id
    };
    bits.into_iter().map(new).collect()
}

/// One cell without quotes, list numbers, bullets, control characters and double spaces.
fn tidy(cell: &str) -> String {
    let visible: String =
        cell.chars().map(|c| if c.is_control() || is_invisible(c) { ' ' } else { c }).collect();
    let start = visible.trim_start_matches(|c: char| {
        c.is_whitespace() || c.is_numeric() || c.is_ascii_punctuation() || matches!(c, '•' | '–' | '—' | '·')
    });
    without_tail(start).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first characters of a name, without what a cell does not end with either.
fn cut(name: &str, most: usize) -> String {
    let end = name.char_indices().nth(most).map_or(name.len(), |(at, _)| at);
    without_tail(name.get(..end).unwrap_or(name)).to_owned()
}

fn without_tail(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '"'))
}

fn has_letter(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// Byte-order marks and direction marks, which would turn the screen around a name. Joiners
/// stay: some scripts need them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        parse_names(text, []).names
    }

    #[test]
    fn lists_come_as_people_paste_them() {
        assert_eq!(names("Amara\n\n  Ben  \r\nChloé\n"), ["Amara", "Ben", "Chloé"]);
        assert_eq!(names("1. Amara Okafor\n2) Ben Li\n• Chloé"), ["Amara Okafor", "Ben Li", "Chloé"]);
        assert_eq!(names("Amara\tOkafor\t12\nBen\tLi\t"), ["Amara Okafor", "Ben Li"]);
        assert_eq!(names("\u{feff}\"Okafor, Amara\",\n"), ["Okafor, Amara"]);
    }

    #[test]
    fn other_scripts_stay_and_direction_overrides_go() {
        assert_eq!(names("ليلى\n이서연\nМарія\nO’Neil-Đặng"), ["ليلى", "이서연", "Марія", "O’Neil-Đặng"]);
        assert_eq!(names("\u{202e}Ben\u{202c}"), ["Ben"]);
    }

    #[test]
    fn a_second_same_name_gets_a_number_and_is_told() {
        let read = parse_names("Ana\nana\nAna", ["ANA 2"]);
        assert_eq!(read.names, ["Ana", "ana 3", "Ana 4"]);
        assert_eq!(read.problems.len(), 2);
    }

    #[test]
    fn a_name_without_letters_is_told_and_blanks_are_not() {
        let read = parse_names("🦊🦊\n12\n---\nAna 🦊", []);
        assert_eq!(read.names, ["Ana 🦊"]);
        assert_eq!(read.problems, [NameProblem::NotAName { line: 1, text: "🦊🦊".into() }]);
    }

    #[test]
    fn a_list_of_300_lines_keeps_200_and_says_so() {
        let text: String =
            (0..300).map(|i| format!("Student {}\n", char::from_u32(0x4e00 + i).unwrap())).collect();
        let read = parse_names(&text, []);
        assert_eq!(read.names.len(), MOST_NAMES);
        assert_eq!(read.problems, [NameProblem::TooMany { left_out: 100 }]);
    }

    #[test]
    fn a_very_long_name_that_stands_twice_stays_short() {
        let read = parse_names(&format!("{0}\n{0}", "a".repeat(500)), []);
        assert_eq!(read.names[1], format!("{} 2", "a".repeat(LONGEST_NAME - 2)));
    }

    #[test]
    fn new_students_keep_the_halves_of_a_class_even() {
        let bits = |n: u64| (0..n).map(|i| i.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
        let halves = |all: &[StudentId]| {
            let a = all.iter().filter(|id| Version::first_of(**id) == Version::A).count();
            (a, all.len() - a)
        };
        let class = new_ids([], bits(10));
        assert_eq!(halves(&class), (5, 5), "all the bits were odd");
        assert_eq!(class.iter().collect::<std::collections::BTreeSet<_>>().len(), 10);
        // Three of one half left: who comes next takes their places.
        let left: Vec<StudentId> = class
            .into_iter()
            .scan(0, |gone, id| {
                let goes = Version::first_of(id) == Version::A && *gone < 3;
                *gone += usize::from(goes);
                Some((!goes).then_some(id))
            })
            .flatten()
            .collect();
        assert_eq!(halves(&left), (2, 5));
        let with = [left.clone(), new_ids(left, bits(5))].concat();
        assert_eq!(halves(&with), (6, 6));
    }

    #[test]
    fn who_was_added_by_mistake_can_still_be_found_until_they_are_erased() {
        use crate::domain::entry::{Change, Erasure};
        use crate::domain::sample::{Book, FRACTIONS, nov, shown};
        let mut book = Book::new();
        let nia = StudentId::from_bits(0xd4);
        let (_, added) = book.write([Change::by_teacher(nia, Student::named(nia, "Nia"))]);
        book.write([shown(nia, FRACTIONS, nov(3), 4)]);
        let found = |book: &Book| {
            book.notebook.taken_back_students().iter().map(|s| s.name.clone()).collect::<Vec<_>>()
        };
        assert!(found(&book).is_empty(), "who is in the class");
        let undo = book.undo(added);
        assert_eq!(book.notebook.student(nia), None);
        assert_eq!(found(&book), ["Nia"]);
        let mut again = Book { notebook: book.notebook.clone(), written: book.written.clone() };
        again.undo(undo);
        assert!(found(&again).is_empty(), "brought back");
        book.write([Change::of_class(Erasure { student: nia })]);
        assert!(found(&book).is_empty(), "erased");
    }

    #[test]
    fn a_name_is_taken_by_somebody_else_who_is_or_was_in_the_class() {
        use crate::domain::entry::Change;
        use crate::domain::sample::{ANA, BEN, Book};
        let mut book = Book::new();
        assert!(book.notebook.is_name_taken("ana", BEN) && !book.notebook.is_name_taken("Ana", ANA));
        assert!(!book.notebook.is_name_taken("Zoë", BEN));
        book.write([Change::by_teacher(ANA, Student { left: true, ..Student::named(ANA, "ZOË") })]);
        assert!(book.notebook.is_name_taken("Zoë", BEN), "also by who left");
    }

    #[test]
    fn sections_are_those_of_who_is_in_the_class() {
        use crate::domain::entry::Change;
        use crate::domain::sample::{ANA, BEN, Book, CHLOE};
        let mut book = Book::new();
        assert!(book.notebook.sections().is_empty());
        let mut say = |id, section: &str, left| {
            let student = Student { left, section: section.into(), ..Student::named(id, "somebody") };
            book.write([Change::by_teacher(id, student)]);
        };
        say(ANA, "Period 2", false);
        say(BEN, "Period 1", false);
        say(CHLOE, "Period 3", true);
        assert_eq!(book.notebook.sections().into_iter().collect::<Vec<_>>(), ["Period 1", "Period 2"]);
        assert_eq!(Student::section_of("  Period \t 1 "), "Period 1");
        assert_eq!(
            Student::section_of(&format!("{} b", "a".repeat(LONGEST_SECTION - 1))).len(),
            LONGEST_SECTION - 1
        );
    }

    #[test]
    fn a_very_long_name_is_cut_and_told() {
        let read = parse_names(&"a".repeat(500), []);
        assert_eq!(read.names[0].len(), LONGEST_NAME);
        assert!(matches!(read.problems[..], [NameProblem::Cut { line: 1, .. }]));
    }
}
