//! How one question of a check went: how often each reply was given, and what was written.

use super::results::level_of;
use super::veil::veil_few;
use super::{Answer, ExitTicket, Question, Reply, Version};
use crate::domain::id::StudentId;
use crate::domain::scale::Scale;

/// How one question went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The version it stands in.
    pub version: Version,
    /// The question.
    pub question: Question,
    /// Replies that say something, "I don't know yet" among them.
    pub answered: usize,
    /// "I don't know yet".
    pub dont_know: usize,
    /// Replies per level, option or step, the first first; empty for what is written.
    pub counts: Vec<usize>,
    /// Right replies, where the question has a key.
    pub right: usize,
    /// What was written, with who wrote it; without names in the order of the alphabet.
    pub written: Vec<(Option<StudentId>, String)>,
    /// Whether there are answers, without names and too few to tell: then nothing is counted here.
    pub too_few: bool,
}

/// An answer that counts, with who gave it.
pub(super) type Counted<'a> = (Option<StudentId>, &'a Answer);

/// How each question went, version A first.
pub(super) fn tallies(ticket: &ExitTicket, scale: &Scale, counted: &[Counted]) -> Vec<Tally> {
    let mut all = Vec::new();
    for version in ticket.versions() {
        let of_version: Vec<_> = counted.iter().filter(|(_, a)| a.version == version).collect();
        for (place, question) in ticket.questions_of(version).iter().enumerate() {
            let options = match question {
                Question::Level(_) => scale.words.len(),
                other => other.options(),
            };
            let mut tally = Tally {
                version,
                question: question.clone(),
                answered: 0,
                dont_know: 0,
                counts: vec![0; options],
                right: 0,
                written: Vec::new(),
                too_few: false,
            };
            for (who, answer) in &of_version {
                tally.take(*who, answer.replies.get(place).unwrap_or(&Reply::Blank), scale);
            }
            if ticket.anonymous {
                // The order in which they came could tell who wrote what.
                tally.written.sort();
                veil_few(&mut tally);
            }
            all.push(tally);
        }
    }
    all
}

impl Tally {
    /// Tells nothing any more. Its place among the tallies stays, because halves of a survey are held
    /// together by it.
    pub(super) fn forget(&mut self) {
        (self.answered, self.dont_know, self.right) = (0, 0, 0);
        self.counts.fill(0);
        self.written.clear();
    }

    fn take(&mut self, who: Option<StudentId>, reply: &Reply, scale: &Scale) {
        self.right += usize::from(self.question.is_right(reply) == Some(true));
        let places: Vec<usize> = match (&self.question, reply) {
            (_, Reply::DontKnow) => {
                self.answered += 1;
                self.dont_know += 1;
                return;
            }
            (Question::Level(_), reply) => {
                level_of(reply, scale).map(|l| usize::from(l.0) - 1).into_iter().collect()
            }
            (Question::Choice(_), Reply::Choice(place)) => vec![usize::from(*place)],
            (Question::Choices(_), Reply::Choices(places)) => {
                places.iter().map(|place| usize::from(*place)).collect()
            }
            (Question::Steps(_) | Question::Pictures(_), Reply::Step(step)) => {
                usize::from(*step).checked_sub(1).into_iter().collect()
            }
            (Question::Sentence | Question::Text(_), Reply::Sentence(text))
            | (Question::Number(_), Reply::Number(text)) => {
                self.answered += 1;
                self.written.push((who, text.clone()));
                return;
            }
            _ => return,
        };
        let known: Vec<usize> = places.into_iter().filter(|place| *place < self.counts.len()).collect();
        self.answered += usize::from(!known.is_empty());
        for place in known {
            self.counts[place] += 1;
        }
    }
}
