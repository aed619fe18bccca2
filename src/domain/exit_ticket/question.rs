//! What a check asks, and what can be said to it.

use serde::{Deserialize, Serialize};

use crate::domain::scale::Score;
use crate::domain::skill::{Check, Skill};

/// The most choices of one question.
pub const MOST_CHOICES: usize = 8;
/// The fewest and most steps of a scale with words.
pub const STEPS: std::ops::RangeInclusive<usize> = 2..=7;
/// The longest question, choice or step, in characters.
pub const LONGEST_QUESTION: usize = 300;

/// The template a check was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Template {
    /// A level before and after, one choice question, an optional sentence.
    GotIt,
    /// Three things learned, two that were interesting, one question.
    ThreeTwoOne,
    /// What is still the least clear.
    MuddiestPoint,
    /// A level and how sure one is, asked before and after.
    Confidence,
    /// The skill's own question, or one of the bank.
    OneQuestion,
    /// Nothing yet.
    Blank,
}

impl Template {
    /// Every template, in the order screens show them.
    pub const ALL: [Template; 6] = [
        Template::GotIt,
        Template::ThreeTwoOne,
        Template::MuddiestPoint,
        Template::Confidence,
        Template::OneQuestion,
        Template::Blank,
    ];

    /// What it asks about a skill; `moment` counts for what is asked before and after.
    pub fn questions(self, skill: &Skill, moment: Moment) -> Vec<Question> {
        let text = Question::Text;
        match self {
            Template::GotIt => {
                let levels = [Question::Level(Moment::Before), Question::Level(Moment::After)];
                let choice = skill.check.clone().map(Question::Choice);
                levels.into_iter().chain(choice).chain([Question::Sentence]).collect()
            }
            Template::ThreeTwoOne => {
                vec![text(Phrase::ThreeLearned), text(Phrase::TwoInteresting), text(Phrase::OneQuestion)]
            }
            Template::MuddiestPoint => vec![text(Phrase::MuddiestPoint)],
            Template::Confidence => {
                let sure = Steps { question: Phrase::HowSure, words: StepWords::Confidence };
                vec![Question::Level(moment), Question::Steps(sure)]
            }
            Template::OneQuestion => skill.check.clone().map(Question::Choice).into_iter().collect(),
            Template::Blank => Vec::new(),
        }
    }
}

/// Something a check asks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// Where are you on this skill, before or after the lesson?
    Level(Moment),
    /// One choice.
    Choice(Check),
    /// A sentence; may stay empty.
    Sentence,
    /// Several choices.
    Choices(Choices),
    /// A short text.
    Text(Phrase),
    /// A number.
    Number(NumberAsked),
    /// A step on a scale with words, the least first.
    Steps(Steps),
    /// A step on a scale of pictures, for children who do not read yet.
    Pictures(Pictures),
}

/// Whether something is asked about the time before or after the lesson, or the teaching.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Before.
    Before,
    /// After.
    After,
}

impl Moment {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Moment {
        match self {
            Moment::Before => Moment::After,
            Moment::After => Moment::Before,
        }
    }
}

/// A question with several right answers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Choices {
    /// What is asked.
    pub question: String,
    /// The answers to choose from.
    pub choices: Vec<String>,
    /// The places of the right answers, counted from 0, rising; empty when there is no key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<u8>,
}

/// Words of a question: the app's own, said in the reader's language, or the teacher's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phrase {
    /// Three things I learned.
    ThreeLearned,
    /// Two things I found interesting.
    TwoInteresting,
    /// One question I still have.
    OneQuestion,
    /// What is still the least clear?
    MuddiestPoint,
    /// How sure are you that you can do this on your own?
    HowSure,
    /// The teacher's words.
    Own(String),
}

/// A question for a number.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NumberAsked {
    /// What is asked.
    pub question: String,
    /// The right number as the teacher typed it; `None` when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// What the number counts, such as "cm"; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub unit: String,
}

/// A question for a step on a scale with words.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Steps {
    /// What is asked.
    pub question: Phrase,
    /// The words of the steps.
    pub words: StepWords,
}

/// The words of a scale, the least first: the app's own, said in the reader's language, or the
/// teacher's.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StepWords {
    /// Four steps from "not sure" to "very sure".
    Confidence,
    /// Four steps from "not true for me" to "very true for me".
    Agreement,
    /// Five steps from "never" to "always".
    Frequency,
    /// The teacher's words, 2 to 7 of them.
    Own(Vec<String>),
}

impl StepWords {
    /// How many steps there are.
    pub fn steps(&self) -> usize {
        match self {
            StepWords::Confidence | StepWords::Agreement => 4,
            StepWords::Frequency => 5,
            StepWords::Own(words) => words.len(),
        }
    }
}

/// A question for a step on a scale of pictures.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Pictures {
    /// What is asked; it can be read aloud.
    pub question: Phrase,
    /// Which pictures.
    pub set: PictureSet,
}

/// A scale of pictures, the least first. None of them is a sad face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureSet {
    /// Seed, sprout, plant, flower.
    Plant,
    /// Cloud, cloud with sun, sun.
    Weather,
}

impl PictureSet {
    /// How many pictures there are.
    pub fn steps(self) -> usize {
        match self {
            PictureSet::Plant => 4,
            PictureSet::Weather => 3,
        }
    }
}

/// A reply to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// A level.
    Level(Score),
    /// The choice at this place, counted from 0.
    Choice(u8),
    /// A sentence or a short text.
    Sentence(String),
    /// "I don't know yet."
    DontKnow,
    /// Nothing.
    Blank,
    /// The choices at these places, counted from 0, rising.
    Choices(Vec<u8>),
    /// A number as it was typed.
    Number(String),
    /// A step of a scale, counted from 1, the least first.
    Step(u8),
}

impl Question {
    /// Whether it has a right answer.
    pub fn is_keyed(&self) -> bool {
        match self {
            Question::Choice(check) => check.key.is_some(),
            Question::Choices(asked) => !asked.keys.is_empty(),
            Question::Number(asked) => asked.key.is_some(),
            _ => false,
        }
    }

    /// Whether a reply is right: "I don't know yet" is not; `None` without a key, for a blank, and
    /// for a reply to another kind of question.
    pub fn is_right(&self, reply: &Reply) -> Option<bool> {
        if !self.is_keyed() {
            return None;
        }
        Some(match (self, reply) {
            (_, Reply::DontKnow) => false,
            (Question::Choice(check), Reply::Choice(choice)) => check.key == Some(*choice),
            (Question::Choices(asked), Reply::Choices(chosen)) => asked.keys == *chosen,
            (Question::Number(asked), Reply::Number(typed)) => {
                asked.key.as_deref().is_some_and(|key| same_number(key, typed))
            }
            _ => return None,
        })
    }

    /// How many steps or options a tally of its replies has; 0 for what is written.
    pub fn options(&self) -> usize {
        match self {
            Question::Choice(check) => check.choices.len(),
            Question::Choices(asked) => asked.choices.len(),
            Question::Steps(steps) => steps.words.steps(),
            Question::Pictures(pictures) => pictures.set.steps(),
            Question::Level(_) | Question::Sentence | Question::Text(_) | Question::Number(_) => 0,
        }
    }

    /// The same question for the other moment: only a level question knows the moment.
    #[must_use]
    pub fn at(self, moment: Moment) -> Question {
        match self {
            Question::Level(_) => Question::Level(moment),
            other => other,
        }
    }
}

/// Whether a number that was typed is the key: `0.5`, `0,5`, `.5` and `1/2` are the same, and a comma or
/// point may as well stand between thousands. In the key 3.142 the point does not: 3142 would be a
/// thousand times too much. In the key 1.250 it may, because nobody needs the last zero of a fraction.
pub fn same_number(key: &str, typed: &str) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0);
    let fraction = key.contains('.') && !key.trim_end().ends_with('0');
    let others = readings(typed);
    // The reading with a point before the fraction comes first.
    let mut meant = readings(key).into_iter().take(if fraction { 1 } else { usize::MAX });
    meant.any(|a| others.iter().any(|b| near(a, *b)))
}

/// Whether a text can be read as a number at all.
pub fn is_number(text: &str) -> bool {
    !readings(text).is_empty()
}

/// The numbers a text may mean: "1,250" is a little over one, or a thousand and a bit.
fn readings(text: &str) -> Vec<f64> {
    let text = text.trim().replace('−', "-");
    if let Some(mixed) = mixed_number(&text) {
        return vec![mixed];
    }
    let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let Some((above, below)) = text.split_once('/') else { return decimals(&text) };
    let below = decimals(below);
    let quotients = |a: f64| below.iter().filter(|b| **b != 0.0).map(move |b| a / b);
    decimals(above).into_iter().flat_map(quotients).collect()
}

/// A whole number and a fraction: `1 1/2` is one and a half.
fn mixed_number(text: &str) -> Option<f64> {
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    let (whole, rest) = text.strip_prefix(['-', '+']).unwrap_or(text).split_once(char::is_whitespace)?;
    let (above, below) = rest.split_once('/')?;
    let read = |part: &str| {
        let digits = part.trim();
        let plain = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
        plain.then(|| digits.parse::<f64>().ok()).flatten().filter(|n| n.is_finite())
    };
    let (whole, above, below) = (read(whole)?, read(above)?, read(below).filter(|n| *n != 0.0)?);
    Some(sign * (whole + above / below))
}

fn decimals(text: &str) -> Vec<f64> {
    let sign = if text.starts_with('-') { -1.0 } else { 1.0 };
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    let read = |(thousands, point)| Some(sign * decimal(digits, thousands, point)?);
    [(',', '.'), ('.', ',')].into_iter().filter_map(read).collect()
}

/// A number without a sign, with these signs between thousands and before the fraction.
fn decimal(text: &str, thousands: char, point: char) -> Option<f64> {
    let all_digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    let (whole, fraction) = text.split_once(point).unwrap_or((text, ""));
    let mut groups = whole.split(thousands);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    // Nobody writes thousands that begin with a zero: 0.125 is less than one, whatever the sign.
    let leads = (1..=3).contains(&first.len()) && !first.starts_with('0');
    let grouped = rest.is_empty() || leads && rest.iter().all(|g| g.len() == 3);
    let fits = all_digits(first) && rest.iter().all(|g| all_digits(g)) && all_digits(fraction);
    if !grouped || !fits || first.is_empty() && fraction.is_empty() {
        return None;
    }
    format!("0{first}{}.{fraction}0", rest.concat()).parse().ok().filter(|n: &f64| n.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (key, typed) in [
            ("0.5", "0,5"),
            ("0.5", " .5 "),
            ("0.5", "1/2"),
            ("3/4", "0.75"),
            ("1250", "1,250"),
            ("1250", "1.250"),
            ("1250", "1 250"),
            ("-3", "−3"),
            ("1,234.5", "1234.5"),
            ("1.5", "1 1/2"),
            ("3/2", " 1  1 / 2"),
            ("-1.5", "−1 1/2"),
        ] {
            assert!(same_number(key, typed), "{key} and {typed}");
            assert!(same_number(typed, key), "{typed} and {key}");
        }
        for (key, typed) in [
            ("0.5", "5"),
            ("12", "1.3"),
            ("3", ""),
            ("3", "three"),
            ("5.5", "1 1/2"),
            ("0.125", "125"),
            ("0,375", "375"),
            ("0", "1/0"),
            ("3", "3e0"),
        ] {
            assert!(!same_number(key, typed), "{key} and {typed}");
        }
        for (key, typed, same) in [
            ("3.142", "3,142", true),
            ("3.142", "3142", false),
            ("-3.142", "−3142", false),
            ("12.345", "12,345.0", false),
            ("3142", "3,142", true),
            ("3142", "3.142", true),
            ("3,142", "3142", true),
            ("3,142", "3.142", true),
            ("1.234.567", "1234567", true),
            ("1.234,5", "1234.5", true),
        ] {
            assert_eq!(same_number(key, typed), same, "the key {key}, typed {typed}");
        }
        assert!(is_number("12,5") && !is_number("many") && !is_number(""));
    }

    #[test]
    fn a_reply_is_right_by_its_key_only() {
        let one = |key| {
            let check = Check { question: "?".into(), choices: vec!["a".into(), "b".into()], key };
            Question::Choice(check)
        };
        let several = |keys| {
            let choices = ["a", "b", "c"].map(String::from).to_vec();
            Question::Choices(Choices { question: "?".into(), choices, keys })
        };
        let number = |key: Option<&str>| {
            let key = key.map(str::to_owned);
            Question::Number(NumberAsked { question: "?".into(), key, unit: String::new() })
        };
        for (question, reply, expected) in [
            (one(Some(1)), Reply::Choice(1), Some(true)),
            (one(Some(1)), Reply::Choice(0), Some(false)),
            (one(Some(1)), Reply::DontKnow, Some(false)),
            (one(Some(1)), Reply::Blank, None),
            (one(None), Reply::Choice(1), None),
            (one(None), Reply::DontKnow, None),
            (several(vec![0, 2]), Reply::Choices(vec![0, 2]), Some(true)),
            (several(vec![0, 2]), Reply::Choices(vec![0]), Some(false)),
            (several(vec![]), Reply::Choices(vec![0]), None),
            (number(Some("0.5")), Reply::Number("1/2".into()), Some(true)),
            (number(Some("0.5")), Reply::Number("half".into()), Some(false)),
            (number(None), Reply::Number("1".into()), None),
            (Question::Sentence, Reply::Sentence("a".into()), None),
            (one(Some(1)), Reply::Number("1".into()), None),
        ] {
            assert_eq!(question.is_right(&reply), expected, "{question:?} {reply:?}");
        }
    }
}
