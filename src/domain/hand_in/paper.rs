//! Results typed from paper. A blank ticket prints a number beside each answer, the screen takes the
//! same number key, and so does who types the slip in.

use crate::domain::entry::{Body, Change, Entry, EntryKey};
use crate::domain::exit_ticket::{Answer, ExitTicket, LONGEST_SENTENCE, Question, Reply, Version};
use crate::domain::id::{ScaleId, StudentId, TicketId};
use crate::domain::notebook::{Notebook, Slot};
use crate::domain::scale::{Level, Score};

/// What is typed for a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeysOf {
    /// One digit, from 1 to this.
    Digit(u8),
    /// Digits, each from 1 to this.
    Digits(u8),
    /// A number or a text, ended with Enter.
    Text,
}

impl KeysOf {
    /// Whether one key says all, so that the next question can have the focus at once.
    pub fn is_one(self) -> bool {
        matches!(self, KeysOf::Digit(_))
    }
}

/// What is typed for a question; `levels` is how many the scale has.
pub fn keys_of(question: &Question, levels: u8) -> KeysOf {
    let options = u8::try_from(question.options()).unwrap_or(u8::MAX);
    match question {
        Question::Level(_) => KeysOf::Digit(levels),
        Question::Steps(_) | Question::Pictures(_) | Question::Choice(_) => KeysOf::Digit(options),
        Question::Choices(_) => KeysOf::Digits(options),
        Question::Number(_) | Question::Sentence | Question::Text(_) => KeysOf::Text,
    }
}

/// The reply that was typed: `?` is "I don't know yet", `-` and nothing are a blank; `None` when it
/// means nothing for this question, or is longer than a student could hand in.
pub fn on_paper(question: &Question, typed: &str, scale: ScaleId, levels: u8) -> Option<Reply> {
    let typed = typed.trim();
    match typed {
        "" | "-" => return Some(Reply::Blank),
        "?" => return Some(Reply::DontKnow),
        _ => {}
    }
    let digit = |sign: char, most: u8| {
        let digit = sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
        digit.filter(|digit| (1..=most).contains(digit))
    };
    Some(match keys_of(question, levels) {
        KeysOf::Digit(most) => {
            let mut signs = typed.chars();
            let digit = signs.next().filter(|_| signs.next().is_none()).and_then(|sign| digit(sign, most))?;
            match question {
                Question::Level(_) => Reply::Level(Score { scale, level: Level(digit) }),
                Question::Choice(_) => Reply::Choice(digit - 1),
                _ => Reply::Step(digit),
            }
        }
        KeysOf::Digits(most) => {
            let signs = typed.chars().filter(|sign| !sign.is_whitespace() && *sign != ',');
            let mut places = signs.map(|sign| Some(digit(sign, most)? - 1)).collect::<Option<Vec<u8>>>()?;
            places.sort_unstable();
            places.dedup();
            // Commas alone pick nothing.
            places.first()?;
            Reply::Choices(places)
        }
        KeysOf::Text if typed.chars().count() > LONGEST_SENTENCE => return None,
        KeysOf::Text if matches!(question, Question::Number(_)) => Reply::Number(typed.to_owned()),
        KeysOf::Text => Reply::Sentence(typed.to_owned()),
    })
}

/// What has to be typed for a reply.
pub fn as_typed(reply: &Reply) -> String {
    match reply {
        Reply::Level(score) => score.level.0.to_string(),
        Reply::Choice(place) => (place + 1).to_string(),
        Reply::Choices(places) => places.iter().map(|place| (place + 1).to_string()).collect(),
        Reply::Step(step) => step.to_string(),
        Reply::Number(text) | Reply::Sentence(text) => text.clone(),
        Reply::DontKnow => "?".to_owned(),
        Reply::Blank => String::new(),
    }
}

/// How a student's line stands when results are typed from paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperLine {
    /// There is no answer yet, or the student may hand in again: what is typed is a new one.
    Empty,
    /// It was typed before: what is typed takes its place.
    Typed(EntryKey, Answer),
    /// The student handed in on a device: that is not typed over.
    HandedIn,
}

impl PaperLine {
    /// What keeping an answer in a student's line writes. Typing again mends what was typed before: that
    /// slip stays of its day.
    pub fn keep(&self, student: StudentId, answer: Answer) -> Change {
        match self {
            PaperLine::Typed(key, before) => {
                Change::by_student(student, Answer { day: before.day, ..answer }).replacing([*key])
            }
            PaperLine::Empty | PaperLine::HandedIn => Change::by_student(student, answer),
        }
    }
}

impl Notebook {
    /// How a student's line of a check stands.
    pub fn paper_line(&self, ticket: TicketId, student: StudentId) -> PaperLine {
        let own = |e: &&Entry| e.head.about == Some(student) && matches!(e.body, Body::Answer(_));
        let latest = self.in_time(Slot::Answers(ticket)).into_iter().rfind(own);
        match latest.map(|e| (e.head.key, &e.body)) {
            Some(_) if self.can_answer(ticket, student) => PaperLine::Empty,
            Some((key, Body::Answer(answer))) if answer.paper => PaperLine::Typed(key, answer.clone()),
            Some(_) => PaperLine::HandedIn,
            None => PaperLine::Empty,
        }
    }

    /// The version that lay most likely before a student: the one they answered, else the one they
    /// would be asked. The teacher knows better, because slips are handed out by hand.
    pub fn paper_version(&self, ticket: &ExitTicket, student: StudentId) -> Version {
        self.answer(ticket.id, student).map_or_else(|| self.version_for(ticket, student), |a| a.version)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exit_ticket::{
        Choices, Moment, NumberAsked, Phrase, PictureSet, Pictures, StepWords, Steps, Template, TicketAgain,
        TicketClosed,
    };
    use crate::domain::sample::{ANA, BEN, Book, FRACTIONS, nov, skill};
    use crate::domain::skill::Check;

    const FOUR: ScaleId = ScaleId::from_bits(4);
    const TICKET: TicketId = TicketId::from_bits(7);

    fn kinds() -> Vec<Question> {
        let choices = || ["x", "y", "z"].map(String::from).to_vec();
        let number = NumberAsked { question: "?".into(), key: None, unit: String::new() };
        let steps = Steps { question: Phrase::HowSure, words: StepWords::Own(vec!["x".into(); 5]) };
        vec![
            Question::Level(Moment::After),
            Question::Choice(Check { question: "?".into(), choices: choices(), key: None }),
            Question::Choices(Choices { question: "?".into(), choices: choices(), keys: vec![] }),
            Question::Steps(steps),
            Question::Pictures(Pictures { question: Phrase::HowSure, set: PictureSet::Weather }),
            Question::Number(number),
            Question::Sentence,
            Question::Text(Phrase::MuddiestPoint),
        ]
    }

    #[test]
    fn each_kind_has_its_keys_which_are_the_numbers_of_its_answers() {
        let kinds = kinds();
        let at = |level| Reply::Level(Score { scale: FOUR, level: Level(level) });
        let long = "ä".repeat(LONGEST_SENTENCE);
        for (kind, typed, reply) in [
            (0, "4", Some(at(4))),
            (0, "5", None),
            (0, "0", None),
            (0, "a", None),
            (0, "?", Some(Reply::DontKnow)),
            (1, "3", Some(Reply::Choice(2))),
            (1, "4", None),
            (1, "0", None),
            (1, "12", None),
            (1, "c", None),
            (1, "-", Some(Reply::Blank)),
            (1, "٣", None),
            (2, "3, 1", Some(Reply::Choices(vec![0, 2]))),
            (2, "131", Some(Reply::Choices(vec![0, 2]))),
            (2, "14", None),
            (2, ",", None),
            (3, "5", Some(Reply::Step(5))),
            (4, "3", Some(Reply::Step(3))),
            (4, "4", None),
            (5, " 1/2 ", Some(Reply::Number("1/2".into()))),
            (5, "-3", Some(Reply::Number("-3".into()))),
            (6, "Why?", Some(Reply::Sentence("Why?".into()))),
            (6, " ", Some(Reply::Blank)),
            (7, long.as_str(), Some(Reply::Sentence(long.clone()))),
            (7, &format!("{long}ä"), None),
        ] {
            assert_eq!(on_paper(&kinds[kind], typed, FOUR, 4), reply, "{:?} {typed}", kinds[kind]);
        }
        let one_key = kinds.iter().map(|kind| keys_of(kind, 4).is_one()).collect::<Vec<_>>();
        assert_eq!(one_key, [true, true, false, true, true, false, false, false]);
    }

    #[test]
    fn what_was_typed_can_be_typed_again() {
        let signs: Vec<char> = "0123456789?-, ax/.".chars().collect();
        let next = |of: &String| signs.iter().map(move |sign| format!("{of}{sign}")).collect::<Vec<_>>();
        let one = next(&String::new());
        let two: Vec<String> = one.iter().flat_map(next).collect();
        let three: Vec<String> = two.iter().flat_map(next).collect();
        for question in kinds() {
            for typed in one.iter().chain(&two).chain(&three) {
                let Some(reply) = on_paper(&question, typed, FOUR, 4) else { continue };
                let again = on_paper(&question, &as_typed(&reply), FOUR, 4);
                assert_eq!(again, Some(reply), "{question:?} {typed}");
            }
        }
    }

    fn ticket() -> ExitTicket {
        let skill = skill(FRACTIONS, "fractions", 0);
        let ticket = ExitTicket::new(TICKET, Template::Blank, &skill, nov(3), FOUR);
        ExitTicket { questions: vec![Question::Sentence], ..ticket }
    }

    fn answer(text: &str, paper: bool) -> Change {
        let replies = vec![Reply::Sentence(text.into())];
        Change::by_student(ANA, Answer { paper, ..Answer::new(TICKET, FRACTIONS, nov(3), replies) })
    }

    #[test]
    fn what_was_typed_is_mended_and_what_was_handed_in_is_not_typed_over() {
        let mut book = Book::new();
        book.one(Change::of_class(ticket()));
        let line = |book: &Book| book.notebook.paper_line(TICKET, ANA);
        let texts = |line: PaperLine| match line {
            PaperLine::Typed(_, answer) => answer.replies.iter().map(as_typed).collect(),
            _ => Vec::new(),
        };
        assert_eq!(line(&book), PaperLine::Empty);
        book.one(Change::of_class(TicketClosed { ticket: TICKET, day: nov(3) }));
        assert_eq!(line(&book), PaperLine::Empty, "slips are typed in after it was closed as well");
        book.one(answer("first", true));
        assert_eq!(texts(line(&book)), ["first"]);
        let PaperLine::Typed(key, _) = line(&book) else { panic!("it was typed") };
        book.one(answer("mended", true).replacing([key]));
        assert_eq!(texts(line(&book)), ["mended"]);
        assert_eq!(book.notebook.all_answers(TICKET).len(), 1, "mending is no second attempt");

        book.one(Change::by_teacher(ANA, TicketAgain { ticket: TICKET, day: nov(4) }));
        assert_eq!(line(&book), PaperLine::Empty, "whoever may hand in again has a line of their own");
        book.one(answer("second", false));
        assert_eq!(line(&book), PaperLine::HandedIn);
        assert_eq!(book.notebook.all_answers(TICKET).len(), 2);
        assert_eq!(book.notebook.paper_line(TICKET, BEN), PaperLine::Empty);
    }

    #[test]
    fn a_new_line_is_of_the_day_of_its_slip_and_a_mended_one_keeps_it() {
        let mut book = Book::new();
        book.one(Change::of_class(ticket()));
        let typed = |book: &Book, day| {
            let answer = Answer { paper: true, ..Answer::new(TICKET, FRACTIONS, day, vec![]) };
            book.notebook.paper_line(TICKET, ANA).keep(ANA, answer)
        };
        for on in [nov(2), nov(9)] {
            let change = typed(&book, on);
            book.write([change]);
            assert_eq!(book.notebook.answer(TICKET, ANA).unwrap().day, nov(2));
        }
        assert_eq!(book.notebook.all_answers(TICKET).len(), 1);
        let late = book.notebook.results(TICKET).unwrap().handed[0].days_late;
        assert_eq!(late, None, "a slip is not late because it was typed later");
    }

    #[test]
    fn a_typed_answer_is_taken_back_with_what_it_mended_and_undo_brings_it_back() {
        let mut book = Book::new();
        book.one(Change::of_class(ticket()));
        for text in ["first", "mended"] {
            let change = book.notebook.paper_line(TICKET, ANA).keep(
                ANA,
                Answer {
                    paper: true,
                    ..Answer::new(TICKET, FRACTIONS, nov(3), vec![Reply::Sentence(text.into())])
                },
            );
            book.write([change]);
        }
        let PaperLine::Typed(key, mended) = book.notebook.paper_line(TICKET, ANA) else { panic!("typed") };
        let back = book.notebook.take_back([key]);
        let (_, batch) = book.write(back);
        assert_eq!(book.notebook.paper_line(TICKET, ANA), PaperLine::Empty);
        assert!(book.notebook.answer(TICKET, ANA).is_none());
        let results = book.notebook.results(TICKET).unwrap();
        assert!(results.handed.is_empty() && results.missing.contains(&ANA), "not in any more");
        book.undo(batch);
        assert_eq!(book.notebook.answer(TICKET, ANA), Some(&mended));
    }

    #[test]
    fn the_version_that_was_answered_stands_whatever_the_roster_says() {
        let two = ExitTicket { version_b: vec![Question::Sentence], ..ticket() };
        let mut book = Book::new();
        book.one(Change::of_class(two.clone()));
        let asked = book.notebook.version_for(&two, ANA);
        assert_eq!(book.notebook.paper_version(&two, ANA), asked);
        let body = Answer { version: asked.other(), ..Answer::new(TICKET, FRACTIONS, nov(3), vec![]) };
        book.one(Change::by_student(ANA, body));
        assert_eq!(book.notebook.paper_version(&two, ANA), asked.other());
    }
}
