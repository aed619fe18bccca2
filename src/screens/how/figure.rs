//! What the page says: questions, the figures that answer them, and numbers as its examples write
//! them.

use crate::domain::measure::{Measure, Undefined};
use crate::ui::term::Term;
use crate::words::{figure_to, percent};

/// A question, and the figures that answer it.
pub struct Question {
    /// Its name in the page.
    pub id: &'static str,
    /// What is asked.
    pub text: &'static str,
    /// The figures.
    pub figures: Vec<Figure>,
}

/// A figure with its rule.
pub struct Figure {
    /// Its name in the page, by which other screens can point at it.
    pub id: &'static str,
    /// What it is called.
    pub name: String,
    /// The rule in words.
    pub rule: String,
    /// The word of the lexicon that the name is.
    pub term: Option<Term>,
    /// Examples, calculated by the rule itself.
    pub examples: Vec<Example>,
    /// When there is no figure.
    pub none: Option<String>,
    /// Whether it is read by those who ask for it only.
    pub folded: bool,
}

/// An example.
pub struct Example {
    /// What goes in.
    pub given: String,
    /// What comes out, each with what it is.
    pub gives: Vec<(&'static str, String)>,
}

impl Figure {
    /// A figure with its rule and nothing else.
    pub fn new(id: &'static str, name: impl Into<String>, rule: impl Into<String>) -> Figure {
        Figure {
            id,
            name: name.into(),
            rule: rule.into(),
            term: None,
            examples: vec![],
            none: None,
            folded: false,
        }
    }

    /// Its name opens a word of the lexicon.
    pub fn of(self, term: Term) -> Figure {
        Figure { term: Some(term), ..self }
    }

    /// With one more example.
    pub fn shows<const N: usize>(
        mut self,
        given: impl Into<String>,
        gives: [(&'static str, String); N],
    ) -> Figure {
        self.examples.push(Example { given: given.into(), gives: gives.into() });
        self
    }

    /// With when there is no figure.
    pub fn none(self, when: impl Into<String>) -> Figure {
        Figure { none: Some(when.into()), ..self }
    }

    /// For those who ask for it.
    pub fn folded(self) -> Figure {
        Figure { folded: true, ..self }
    }
}

/// What stands where there is no number.
pub const MISSING: &str = "–";

/// A figure as it is rounded to be read.
pub fn read_as(value: f64) -> String {
    figure_to(value, 2)
}

/// A measure as a number.
pub fn measure(of: Result<Measure, Undefined>) -> String {
    number(of.map(|measure| measure.value))
}

/// A measure from 0 to 1 as a percentage.
pub fn share(of: Result<Measure, Undefined>) -> String {
    of.map_or_else(|_| MISSING.to_owned(), |measure| percent(measure.value))
}

/// A number; a dash where there is none.
pub fn number(of: Result<f64, Undefined>) -> String {
    of.map_or_else(|_| MISSING.to_owned(), read_as)
}

/// A share with its lowest and highest end, as a range.
pub fn range(of: Result<(f64, f64), Undefined>) -> String {
    of.map_or_else(|_| MISSING.to_owned(), |(low, high)| format!("{} – {}", percent(low), percent(high)))
}

/// Values one after the other, with a dash for what is missing.
pub fn values(of: &[Option<f64>]) -> String {
    joined(of, |value| value.map_or_else(|| MISSING.to_owned(), read_as))
}

/// Numbers one after the other.
pub fn numbers(of: &[f64]) -> String {
    joined(of, |value| read_as(*value))
}

/// Things one after the other.
pub fn joined<T>(of: &[T], say: impl Fn(&T) -> String) -> String {
    of.iter().map(say).collect::<Vec<_>>().join(", ")
}

/// The first of each pair, and the second.
pub fn sides(of: &[(f64, f64)]) -> (String, String) {
    let (first, second): (Vec<f64>, Vec<f64>) = of.iter().copied().unzip();
    (numbers(&first), numbers(&second))
}
