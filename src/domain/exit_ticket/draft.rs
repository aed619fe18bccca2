//! A check as it is typed: every field as text, checked when it is opened.
//!
//! What is typed can be kept at any moment, complete or not ([`CheckDraft::sketch`]); only what is
//! complete can be opened ([`CheckDraft::parse`]).

use serde::{Deserialize, Serialize};

use super::question::{Moment, Question};
use super::{ExitTicket, MOST_QUESTIONS, SurveyPart, Version};
use crate::domain::id::{SkillId, SurveyId};

mod question;
#[cfg(test)]
mod tests;

pub use question::{Kind, LONGEST_UNIT, QuestionDraft, QuestionProblem, Scaling, Wording};

/// The longest title of a check, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The most minutes a check can be said to take.
pub const MOST_MINUTES: u8 = 120;

/// What has to be mended before a check can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckProblem {
    /// The title is longer than [`LONGEST_TITLE`].
    LongTitle,
    /// The minutes are no number from 1 to [`MOST_MINUTES`].
    Minutes,
    /// A version asks nothing.
    NoQuestions(Version),
    /// A version asks more than [`MOST_QUESTIONS`].
    ManyQuestions(Version),
    /// The question at this place asks for a level that is asked for before it.
    SameLevel(Version, usize),
    /// There are two versions, and nothing is kept of who answers, so nobody can be told apart to be
    /// asked one of them.
    VersionsWithoutNames,
    /// Something about the question at this place.
    Question(Version, usize, QuestionProblem),
}

/// What is typed into the form of a check. It can be kept as it is, also where no check can hold it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckDraft {
    /// The skill.
    pub skill: SkillId,
    /// What the teacher calls it.
    pub title: String,
    /// Minutes a student may want to take.
    pub minutes: String,
    /// Whether nothing is kept of who answers.
    pub anonymous: bool,
    /// The survey it is one half of.
    pub pair: Option<SurveyId>,
    /// What is asked.
    pub questions: Vec<QuestionDraft>,
    /// What the other half of the class is asked; empty when all are asked the same.
    pub version_b: Vec<QuestionDraft>,
}

impl CheckDraft {
    /// The form of a check.
    pub fn of(ticket: &ExitTicket) -> CheckDraft {
        let drafts = |questions: &[Question]| questions.iter().map(QuestionDraft::of).collect();
        CheckDraft {
            skill: ticket.skill,
            title: ticket.title.clone(),
            minutes: ticket.minutes.map(|m| m.to_string()).unwrap_or_default(),
            anonymous: ticket.anonymous,
            pair: ticket.survey.map(|part| part.survey),
            questions: drafts(&ticket.questions),
            version_b: drafts(&ticket.version_b),
        }
    }

    /// The check `from` with what was typed, complete or not.
    pub fn sketch(&self, from: &ExitTicket) -> ExitTicket {
        let sketches = |drafts: &[QuestionDraft]| drafts.iter().map(QuestionDraft::sketch).collect();
        ExitTicket {
            skill: self.skill,
            title: self.title.clone(),
            minutes: self.minutes(),
            anonymous: self.anonymous,
            survey: self.part(from),
            questions: sketches(&self.questions),
            version_b: sketches(&self.version_b),
            ..from.clone()
        }
    }

    /// The check `from` with what was typed.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self, from: &ExitTicket) -> Result<ExitTicket, Vec<CheckProblem>> {
        let mut problems = Vec::new();
        let title = tidy(&self.title);
        problems.extend(long_title(&title));
        let minutes = read_minutes(&self.minutes).unwrap_or_else(|problem| {
            problems.push(problem);
            None
        });
        let survey = self.part(from);
        let half = survey.map(|part| part.moment);
        let questions = asked(Version::A, &self.questions, half, &mut problems);
        let version_b = if self.version_b.is_empty() {
            Vec::new()
        } else {
            asked(Version::B, &self.version_b, half, &mut problems)
        };
        if self.anonymous && !self.version_b.is_empty() {
            problems.push(CheckProblem::VersionsWithoutNames);
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(ExitTicket { title, minutes, questions, version_b, ..self.sketch(from) })
    }

    fn minutes(&self) -> Option<u8> {
        read_minutes(&self.minutes).ok().flatten()
    }

    /// The half of the pair it is: the one it was, else the first.
    fn part(&self, from: &ExitTicket) -> Option<SurveyPart> {
        let moment = from.survey.map_or(Moment::Before, |part| part.moment);
        self.pair.map(|survey| SurveyPart { survey, moment })
    }
}

impl ExitTicket {
    /// The check as it goes on paper: a draft as it would be opened, `None` while something in it has to
    /// be mended.
    pub fn on_paper(&self) -> Option<ExitTicket> {
        if self.draft { CheckDraft::of(self).parse(self).ok() } else { Some(self.clone()) }
    }
}

/// The questions of a version. In one half of a pair every level is asked about that half's moment.
fn asked(
    version: Version,
    drafts: &[QuestionDraft],
    half: Option<Moment>,
    problems: &mut Vec<CheckProblem>,
) -> Vec<Question> {
    if drafts.is_empty() {
        problems.push(CheckProblem::NoQuestions(version));
    }
    if drafts.len() > MOST_QUESTIONS {
        problems.push(CheckProblem::ManyQuestions(version));
    }
    let mut questions: Vec<Question> = Vec::new();
    for (place, draft) in drafts.iter().enumerate() {
        match draft.parse() {
            Ok(question) => {
                let question = half.map_or(question.clone(), |half| question.at(half));
                if matches!(question, Question::Level(_)) && questions.contains(&question) {
                    problems.push(CheckProblem::SameLevel(version, place));
                }
                questions.push(question);
            }
            Err(found) => {
                problems.extend(found.into_iter().map(|p| CheckProblem::Question(version, place, p)));
            }
        }
    }
    questions
}

/// The minutes that are typed; none when nothing is.
///
/// # Errors
/// What has to be mended.
pub fn read_minutes(typed: &str) -> Result<Option<u8>, CheckProblem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let minutes = typed.parse().ok().filter(|minutes| (1..=MOST_MINUTES).contains(minutes));
    minutes.map(Some).ok_or(CheckProblem::Minutes)
}

/// What has to be mended in a title.
pub fn long_title(typed: &str) -> Option<CheckProblem> {
    (tidy(typed).chars().count() > LONGEST_TITLE).then_some(CheckProblem::LongTitle)
}

/// One line without double spaces.
pub(in crate::domain) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
