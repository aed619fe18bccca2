//! An answer while a student gives it: which questions stand on one view, what was said so far, and
//! how much of the time is left. It is kept as a draft, so that a reload lands on the same question.

use serde::{Deserialize, Serialize};

use super::{Answer, ExitTicket, LONGEST_SENTENCE, Moment, Question, Reply, Version};
use crate::domain::day::Day;
use crate::domain::id::{ScaleId, StudentId, TicketId};
use crate::domain::notebook::Notebook;
use crate::domain::scale::{Level, Score};

/// The questions of one view, by their places: one, or the levels before and after together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The question, or the level before.
    pub first: usize,
    /// The level after, where both are asked.
    pub after: Option<usize>,
}

/// What was said to one question so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Given {
    /// The places of what is picked, counted from 0, rising; of a level question the level.
    pub picked: Vec<u8>,
    /// What is written.
    pub text: String,
    /// "I don't know yet".
    pub unsure: bool,
}

/// An answer that is being given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct AnswerDraft {
    /// The view it stands at, counted from 0.
    pub step: usize,
    /// The version of the questions, held from the beginning.
    pub version: Version,
    /// When it was begun, by the device's clock in milliseconds.
    pub begun: u64,
    /// Whether the student does not want to see the time.
    pub time_hidden: bool,
    /// What was said, in the order of the questions; it may be shorter than they are.
    pub given: Vec<Given>,
}

/// The views of these questions, in their order.
pub fn views(questions: &[Question]) -> Vec<View> {
    let place = |moment| questions.iter().position(|q| *q == Question::Level(moment));
    let both = place(Moment::Before).zip(place(Moment::After));
    let view = |first| match both {
        Some((before, after)) if first == before.min(after) => {
            Some(View { first: before, after: Some(after) })
        }
        Some((before, after)) if first == before.max(after) => None,
        _ => Some(View { first, after: None }),
    };
    (0..questions.len()).filter_map(view).collect()
}

impl Given {
    /// Picks one option in the place of any other.
    pub fn pick(&mut self, option: u8) {
        self.picked = vec![option];
        self.unsure = false;
    }

    /// Adds an option to what is picked, or takes it away.
    pub fn toggle(&mut self, option: u8) {
        match self.picked.binary_search(&option) {
            Ok(at) => drop(self.picked.remove(at)),
            Err(at) => self.picked.insert(at, option),
        }
        self.unsure = false;
    }

    /// Writes something else.
    pub fn write(&mut self, text: String) {
        self.text = text;
        self.unsure = false;
    }

    /// Says "I don't know yet", or takes it back. What was picked gives way; what was written stays.
    pub fn doubt(&mut self) {
        self.picked.clear();
        self.unsure = !self.unsure;
    }

    /// The letters that are more than can be handed in.
    pub fn letters_over(&self) -> usize {
        self.text.trim().chars().count().saturating_sub(LONGEST_SENTENCE)
    }

    fn reply(&self, question: &Question, scale: ScaleId) -> Reply {
        let text = self.text.trim();
        let first = self.picked.first().copied();
        let picked = |reply: fn(u8) -> Reply| first.map(reply);
        let reply = match question {
            Question::Sentence | Question::Text(_) => {
                (!text.is_empty()).then(|| Reply::Sentence(text.to_owned()))
            }
            Question::Number(_) => (!text.is_empty()).then(|| Reply::Number(text.to_owned())),
            Question::Level(_) => first.map(|level| Reply::Level(Score { scale, level: Level(level) })),
            Question::Choice(_) => picked(Reply::Choice),
            Question::Choices(_) => first.map(|_| Reply::Choices(self.picked.clone())),
            Question::Steps(_) | Question::Pictures(_) => picked(|place| Reply::Step(place + 1)),
        };
        reply.unwrap_or(if self.unsure { Reply::DontKnow } else { Reply::Blank })
    }
}

impl AnswerDraft {
    /// What was said to the question at this place.
    pub fn at(&self, place: usize) -> Given {
        self.given.get(place).cloned().unwrap_or_default()
    }

    /// This draft with what was said anew since `fresh`.
    #[must_use]
    pub fn with_new(mut self, fresh: &AnswerDraft, now: &AnswerDraft) -> AnswerDraft {
        for place in 0..now.given.len() {
            if now.at(place) != fresh.at(place) {
                *self.at_mut(place) = now.at(place);
            }
        }
        self
    }

    /// What was said to the question at this place, to change it.
    pub fn at_mut(&mut self, place: usize) -> &mut Given {
        if self.given.len() <= place {
            self.given.resize(place + 1, Given::default());
        }
        &mut self.given[place]
    }

    /// Whether anything was said.
    pub fn says_something(&self) -> bool {
        self.given.iter().any(|given| *given != Given::default())
    }

    /// The place of the first text that is too long to be handed in.
    pub fn too_long(&self) -> Option<usize> {
        self.given.iter().position(|given| given.letters_over() > 0)
    }

    /// The answer it comes to.
    pub fn answer(&self, ticket: &ExitTicket, day: Day) -> Answer {
        let questions = ticket.questions_of(self.version).iter().enumerate();
        let replies = questions.map(|(place, question)| self.at(place).reply(question, ticket.scale));
        let version = if ticket.version_b.is_empty() { Version::A } else { self.version };
        Answer { version, ..Answer::new(ticket.id, ticket.skill, day, replies.collect()) }
    }

    /// The minutes left of so many, begun ones counted whole; `None` when they are over. A clock that
    /// was set back takes nothing away.
    pub fn minutes_left(&self, minutes: u16, now: u64) -> Option<u16> {
        let whole = u64::from(minutes) * 60_000;
        let left = whole.checked_sub(now.saturating_sub(self.begun)).filter(|left| *left > 0)?;
        u16::try_from(left.div_ceil(60_000)).ok()
    }
}

impl Notebook {
    /// The latest check that waits for a student's answer. Without names nothing that is kept says who
    /// answered, so `answered` holds what the open page knows of it.
    pub fn waiting_ticket(
        &self,
        student: StudentId,
        answered: &[(TicketId, StudentId)],
    ) -> Option<&ExitTicket> {
        let waits = |t: &&ExitTicket| {
            self.can_answer(t.id, student)
                && !answered.contains(&(t.id, student))
                && !self.is_answered_here(t)
        };
        self.tickets().into_iter().find(waits)
    }

    /// Whether a check without names was answered on this device, once for each student whose device
    /// it is: nothing says which of them did. Of a shared device that is not known, because what it
    /// holds may be anybody's.
    pub fn is_answered_here(&self, ticket: &ExitTicket) -> bool {
        ticket.anonymous
            && self.is_students_device()
            && self.all_answers(ticket.id).len() >= self.joined_here().max(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::Change;
    use crate::domain::exit_ticket::{
        Choices, NumberAsked, Phrase, PictureSet, Pictures, StepWords, Steps, Template,
    };
    use crate::domain::hand_in::{HandInKey, KeyOf};
    use crate::domain::sample::{ANA, BEN, Book, FOUR, FRACTIONS, level, nov, skill};
    use crate::domain::skill::Check;

    const BEFORE: Question = Question::Level(Moment::Before);
    const AFTER: Question = Question::Level(Moment::After);

    #[test]
    fn what_was_said_before_the_draft_was_read_goes_onto_it() {
        let said = |levels: &[u8]| {
            let given = levels.iter().map(|level| Given { picked: vec![*level], ..Given::default() });
            AnswerDraft { given: given.collect(), ..AnswerDraft::default() }
        };
        let kept = AnswerDraft { step: 2, ..said(&[1, 2, 3]) };
        let fresh = said(&[4]);
        let merged = kept.clone().with_new(&fresh, &said(&[4, 1]));
        assert_eq!(merged, AnswerDraft { step: 2, ..said(&[1, 1, 3]) });
        assert_eq!(kept.clone().with_new(&fresh, &fresh), kept);
    }

    fn all_kinds() -> Vec<Question> {
        let check = Check { question: "?".into(), choices: vec!["a".into(), "b".into()], key: None };
        let several = Choices { question: "?".into(), choices: vec!["a".into(); 3], keys: vec![] };
        let number = NumberAsked { question: "?".into(), key: None, unit: "cm".into() };
        vec![
            BEFORE,
            Question::Choice(check),
            AFTER,
            Question::Choices(several),
            Question::Sentence,
            Question::Text(Phrase::MuddiestPoint),
            Question::Number(number),
            Question::Steps(Steps { question: Phrase::HowSure, words: StepWords::Confidence }),
            Question::Pictures(Pictures { question: Phrase::HowSure, set: PictureSet::Plant }),
        ]
    }

    fn ticket(questions: Vec<Question>) -> ExitTicket {
        let skill = skill(FRACTIONS, "fractions", 0);
        let ticket = ExitTicket::new(TicketId::from_bits(1), Template::Blank, &skill, nov(3), FOUR);
        ExitTicket { questions, ..ticket }
    }

    #[test]
    fn both_levels_share_a_view_and_all_else_has_its_own() {
        let places = |questions: &[Question]| {
            views(questions).into_iter().map(|v| (v.first, v.after)).collect::<Vec<_>>()
        };
        assert_eq!(places(&[BEFORE, AFTER, Question::Sentence]), [(0, Some(1)), (2, None)]);
        assert_eq!(places(&[AFTER, Question::Sentence, BEFORE]), [(2, Some(0)), (1, None)]);
        assert_eq!(places(&[BEFORE, Question::Sentence]), [(0, None), (1, None)]);
        assert_eq!(places(&[]), []);
        assert_eq!(views(&all_kinds()).len(), all_kinds().len() - 1);
    }

    #[test]
    fn each_kind_is_answered_in_its_own_way() {
        let ticket = ticket(all_kinds());
        let mut draft = AnswerDraft::default();
        draft.at_mut(0).pick(2);
        draft.at_mut(1).pick(1);
        draft.at_mut(2).pick(3);
        for option in [2, 0, 1, 1] {
            draft.at_mut(3).toggle(option);
        }
        draft.at_mut(4).write("  a sentence \n".into());
        draft.at_mut(5).doubt();
        draft.at_mut(6).write(" many ".into());
        draft.at_mut(7).pick(3);
        let answer = draft.answer(&ticket, nov(4));
        assert_eq!(answer.day, nov(4));
        assert_eq!(
            answer.replies,
            [
                Reply::Level(level(2)),
                Reply::Choice(1),
                Reply::Level(level(3)),
                Reply::Choices(vec![0, 2]),
                Reply::Sentence("a sentence".into()),
                Reply::DontKnow,
                Reply::Number("many".into()),
                Reply::Step(4),
                Reply::Blank,
            ]
        );
        assert_eq!(AnswerDraft::default().answer(&ticket, nov(4)).replies, vec![Reply::Blank; 9]);
    }

    #[test]
    fn a_doubt_takes_back_what_was_picked_and_never_what_was_written() {
        let mut given = Given::default();
        given.pick(1);
        given.doubt();
        assert_eq!((given.picked.as_slice(), given.unsure), (&[][..], true));
        given.pick(0);
        assert!(!given.unsure, "a pick takes the doubt back");
        given.write("half of it".into());
        given.doubt();
        assert_eq!(given.reply(&Question::Sentence, FOUR), Reply::Sentence("half of it".into()));
        given.write(String::new());
        given.doubt();
        assert_eq!(given.reply(&Question::Sentence, FOUR), Reply::DontKnow);
        given.doubt();
        assert_eq!(given.reply(&Question::Sentence, FOUR), Reply::Blank);
    }

    #[test]
    fn the_version_it_began_with_is_answered() {
        let draft = AnswerDraft { version: Version::B, ..AnswerDraft::default() };
        let one = ticket(vec![Question::Sentence]);
        let two = ExitTicket { version_b: vec![BEFORE, Question::Sentence], ..one.clone() };
        let answer = draft.answer(&two, nov(4));
        assert_eq!((answer.version, answer.replies.len()), (Version::B, 2));
        assert_eq!(draft.answer(&one, nov(4)).version, Version::A, "there is no other one");
    }

    #[test]
    fn a_text_that_is_too_long_is_kept_and_named() {
        let mut draft = AnswerDraft::default();
        draft.at_mut(2).write("ä".repeat(LONGEST_SENTENCE));
        assert_eq!(draft.too_long(), None);
        draft.at_mut(1).write(format!(" {} ", "ä".repeat(5_000)));
        assert_eq!(draft.too_long(), Some(1));
        assert_eq!(draft.at(1).letters_over(), 5_000 - LONGEST_SENTENCE);
        assert_eq!(draft.at(1).text.chars().count(), 5_002);
    }

    #[test]
    fn only_a_students_own_device_knows_that_somebody_without_a_name_answered() {
        let asked = ExitTicket { anonymous: true, ..ticket(vec![Question::Sentence]) };
        let answer = AnswerDraft::default().answer(&asked, nov(3));
        let mut book = Book::new();
        book.write([Change::of_class(asked.clone()), Change::by_nobody(answer)]);
        assert!(!book.notebook.is_answered_here(&asked), "a shared device");
        let key = HandInKey::new(KeyOf::Student, "s".into());
        book.write([Change::by_teacher(ANA, key)]);
        assert!(book.notebook.is_answered_here(&asked));
        assert!(!book.notebook.is_answered_here(&ExitTicket { anonymous: false, ..asked.clone() }));
        assert!(!book.notebook.is_answered_here(&ExitTicket { id: TicketId::from_bits(2), ..asked }));
    }

    #[test]
    fn what_waits_is_the_latest_check_that_was_not_answered() {
        let of = |bits, day| ExitTicket {
            id: TicketId::from_bits(bits),
            day: nov(day),
            ..ticket(vec![Question::Sentence])
        };
        let (older, nameless) = (of(1, 3), ExitTicket { anonymous: true, ..of(2, 4) });
        let mut book = Book::new();
        book.write([Change::of_class(older.clone()), Change::of_class(nameless.clone())]);
        let waits = |book: &Book, student, answered: &[_]| {
            book.notebook.waiting_ticket(student, answered).map(|t| t.id)
        };
        assert_eq!(waits(&book, ANA, &[]), Some(nameless.id));
        // What the page knows of an answer without a name is about one student only.
        let here = [(nameless.id, ANA)];
        assert_eq!(waits(&book, ANA, &here), Some(older.id));
        assert_eq!(waits(&book, BEN, &here), Some(nameless.id));
        book.write([Change::by_nobody(AnswerDraft::default().answer(&nameless, nov(4)))]);
        assert_eq!(waits(&book, BEN, &[]), Some(nameless.id), "a shared device does not know whose it is");
        book.write([Change::by_student(ANA, AnswerDraft::default().answer(&older, nov(4)))]);
        assert_eq!(waits(&book, ANA, &here), None);
        let key = HandInKey::new(KeyOf::Student, "s".into());
        book.write([Change::by_teacher(BEN, key)]);
        assert_eq!(waits(&book, BEN, &[]), Some(older.id), "on one's own device it is known");
    }

    #[test]
    fn time_runs_out_and_never_backwards() {
        let draft = AnswerDraft { begun: 1_000_000, ..AnswerDraft::default() };
        let left = |ms: i64| draft.minutes_left(5, 1_000_000u64.saturating_add_signed(ms));
        assert_eq!([left(0), left(1), left(60_000), left(299_999)], [Some(5), Some(5), Some(4), Some(1)]);
        assert_eq!([left(300_000), left(i64::MAX)], [None, None]);
        assert_eq!(left(-500_000), Some(5), "a clock that was set back");
    }
}
