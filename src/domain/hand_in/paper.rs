//! Results typed from paper: what a key means for a question.

use crate::domain::exit_ticket::{Question, Reply};
use crate::domain::id::ScaleId;
use crate::domain::scale::{Level, Score};

/// What is typed for a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeysOf {
    /// One digit, from 1 to this.
    Digit(u8),
    /// One letter, from a on, of so many.
    Letter(u8),
    /// Letters, of so many.
    Letters(u8),
    /// A number or a text, ended with Enter.
    Text,
}

impl KeysOf {
    /// Whether one key says all, so that the next question can have the focus at once.
    pub fn is_one(self) -> bool {
        matches!(self, KeysOf::Digit(_) | KeysOf::Letter(_))
    }
}

/// What is typed for a question; `levels` is how many the scale has.
pub fn keys_of(question: &Question, levels: u8) -> KeysOf {
    let options = u8::try_from(question.options()).unwrap_or(u8::MAX);
    match question {
        Question::Level(_) => KeysOf::Digit(levels),
        Question::Steps(_) | Question::Pictures(_) => KeysOf::Digit(options),
        Question::Choice(_) => KeysOf::Letter(options),
        Question::Choices(_) => KeysOf::Letters(options),
        Question::Number(_) | Question::Sentence | Question::Text(_) => KeysOf::Text,
    }
}

/// The reply that was typed: `?` is "I don't know yet", `-` and nothing are a blank; `None` when it
/// means nothing for this question.
pub fn on_paper(question: &Question, typed: &str, scale: ScaleId, levels: u8) -> Option<Reply> {
    let typed = typed.trim();
    match typed {
        "" | "-" => return Some(Reply::Blank),
        "?" => return Some(Reply::DontKnow),
        _ => {}
    }
    let place = |letter: char, of: u8| {
        let place = u8::try_from(letter.to_ascii_lowercase()).ok()?.checked_sub(b'a')?;
        (place < of).then_some(place)
    };
    Some(match keys_of(question, levels) {
        KeysOf::Digit(most) => {
            let digit = typed.parse::<u8>().ok().filter(|digit| (1..=most).contains(digit))?;
            match question {
                Question::Level(_) => Reply::Level(Score { scale, level: Level(digit) }),
                _ => Reply::Step(digit),
            }
        }
        KeysOf::Letter(of) => {
            let mut letters = typed.chars();
            let choice = place(letters.next()?, of)?;
            letters.next().is_none().then_some(Reply::Choice(choice))?
        }
        KeysOf::Letters(of) => {
            let signs = typed.chars().filter(|sign| !sign.is_whitespace() && *sign != ',');
            let mut places = signs.map(|letter| place(letter, of)).collect::<Option<Vec<u8>>>()?;
            places.sort_unstable();
            places.dedup();
            Reply::Choices(places)
        }
        KeysOf::Text if matches!(question, Question::Number(_)) => Reply::Number(typed.to_owned()),
        KeysOf::Text => Reply::Sentence(typed.to_owned()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exit_ticket::{Choices, Moment, NumberAsked, Phrase, PictureSet, Pictures};
    use crate::domain::skill::Check;

    const FOUR: ScaleId = ScaleId::from_bits(4);

    #[test]
    fn each_kind_has_its_keys() {
        let choices = || ["x", "y", "z"].map(String::from).to_vec();
        let level = Question::Level(Moment::After);
        let one = Question::Choice(Check { question: "?".into(), choices: choices(), key: None });
        let several = Question::Choices(Choices { question: "?".into(), choices: choices(), keys: vec![] });
        let number = NumberAsked { question: "?".into(), key: None, unit: String::new() };
        let number = Question::Number(number);
        let pictures = Pictures { question: Phrase::HowSure, set: PictureSet::Weather };
        let pictures = Question::Pictures(pictures);
        let at = |level| Reply::Level(Score { scale: FOUR, level: Level(level) });
        for (question, typed, reply) in [
            (&level, "4", Some(at(4))),
            (&level, "5", None),
            (&level, "0", None),
            (&level, "a", None),
            (&level, "?", Some(Reply::DontKnow)),
            (&one, "C", Some(Reply::Choice(2))),
            (&one, "d", None),
            (&one, "ab", None),
            (&one, "-", Some(Reply::Blank)),
            (&one, "é", None),
            (&several, "c, a", Some(Reply::Choices(vec![0, 2]))),
            (&several, "ad", None),
            (&pictures, "3", Some(Reply::Step(3))),
            (&pictures, "4", None),
            (&number, " 1/2 ", Some(Reply::Number("1/2".into()))),
            (&number, "-3", Some(Reply::Number("-3".into()))),
            (&Question::Sentence, "Why?", Some(Reply::Sentence("Why?".into()))),
            (&Question::Sentence, " ", Some(Reply::Blank)),
        ] {
            assert_eq!(on_paper(question, typed, FOUR, 4), reply, "{question:?} {typed}");
        }
        assert!(keys_of(&level, 4).is_one() && !keys_of(&several, 4).is_one());
    }
}
