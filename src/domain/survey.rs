//! Pre/post surveys: the same questions before and after the teaching, paired by student.
//!
//! With right answers the score of an answer is the percent right; without, it is how far up the
//! scales it stands. Only questions a student answered both times are compared, so that neither an
//! absence nor a blank looks like a change: what is missing drops the pair, never one half of it.
//! What was answered without a name cannot be paired: then the two distributions stand side by side,
//! and no change of anybody is told.

use std::collections::BTreeMap;

use super::day::Day;
use super::entry::Change;
use super::exit_ticket::{
    Answer, ExitTicket, Moment, Question, Reply, SurveyPart, Tally, TicketClosed, Veil, level_of,
};
use super::id::{StudentId, SurveyId, TicketId};
use super::measure::{Measure, Undefined, at_least, count, mean, pairs};
use super::notebook::Notebook;
use super::pre_post::{
    self, ClassChange, EFFECT_SIZE_FLOOR, PAIRED_FLOOR, Shift, class_normalized_change, effect_size,
};
use super::scale::Scale;

/// The highest score: all right, or the top of every scale.
pub const HIGHEST: f64 = 100.0;

/// A survey's two halves as far as they were opened.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Survey<'a> {
    /// The survey.
    pub id: SurveyId,
    /// What was asked before the teaching.
    pub before: &'a ExitTicket,
    /// What was asked after it.
    pub after: Option<&'a ExitTicket>,
}

/// What the score of an answer is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ScoredBy {
    /// The percent right of the questions with a key.
    Keys,
    /// The mean of the levels and steps, each as a share of the way up.
    Steps,
    /// Nothing that is asked can be compared in figures.
    Nothing,
}

/// One student's two scores over the questions they answered both times, 0 to [`HIGHEST`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// Who.
    pub student: StudentId,
    /// Before the teaching.
    pub before: f64,
    /// After it.
    pub after: f64,
}

/// How the paired answers to one question moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moved {
    /// Of a question with a key.
    Right(Shift),
    /// Of a level or a step on a scale.
    Steps {
        /// Higher after.
        up: usize,
        /// The same.
        same: usize,
        /// Lower after.
        down: usize,
    },
}

/// One question, by its place: with two versions, what either asks there.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionMoved {
    /// What it asks, in version A.
    pub question: Question,
    /// What version B asks at the same place, where that is something else.
    pub other: Option<Question>,
    /// How the answers moved.
    pub moved: Moved,
}

/// What one half of a survey without names shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Half {
    /// Answers that came.
    pub came: usize,
    /// Answers that wait for others before they are told.
    pub waiting: usize,
    /// Why nothing is shown, where nothing is.
    pub veil: Option<Veil>,
    /// How each question went; empty where nothing is shown.
    pub tallies: Vec<Tally>,
}

/// What a survey shows.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyReport {
    /// The half before the teaching.
    pub before: ExitTicket,
    /// The half after it, once it was opened.
    pub after: Option<ExitTicket>,
    /// What the scores are made from.
    pub scored_by: ScoredBy,
    /// Students who answered a question both times, in the order of the roster.
    pub pairs: Vec<Pair>,
    /// Students who answered before the teaching only.
    pub only_before: Vec<StudentId>,
    /// Students who answered after the teaching only.
    pub only_after: Vec<StudentId>,
    /// Students who answered both times, but no question both times.
    pub apart: Vec<StudentId>,
    /// The mean of the normalized changes, from [`PAIRED_FLOOR`] students on, with what it leaves out.
    pub change: ClassChange,
    /// Paired students who had the highest score before: nothing was left for them to gain.
    pub at_ceiling: usize,
    /// The change compared with this class's spread, from [`EFFECT_SIZE_FLOOR`] pairs on.
    pub effect: Result<Measure, Undefined>,
    /// How each question moved, over the students who answered it both times.
    pub questions: Vec<QuestionMoved>,
    /// The two halves of a survey without names.
    pub halves: Option<[Half; 2]>,
}

impl Notebook {
    /// All pre/post surveys that were opened, the latest first.
    pub fn surveys(&self) -> Vec<Survey<'_>> {
        let tickets = self.tickets();
        let part = |t: &ExitTicket| t.survey.filter(|p| p.moment == Moment::Before).map(|p| p.survey);
        let mut found: Vec<Survey> = Vec::new();
        for before in &tickets {
            if let Some(id) = part(before)
                && found.iter().all(|s| s.id != id)
                && let Some(survey) = self.survey(id)
            {
                found.push(survey);
            }
        }
        found
    }

    /// The survey with this id; `None` before its first half was opened.
    pub fn survey(&self, id: SurveyId) -> Option<Survey<'_>> {
        let half = |moment| {
            let wanted = Some(SurveyPart { survey: id, moment });
            let halves = self.tickets().into_iter().filter(|t| t.survey == wanted);
            // Two devices may have opened one apart: the one that students found is meant.
            halves.rev().max_by_key(|t| self.all_answers(t.id).len())
        };
        Some(Survey { id, before: half(Moment::Before)?, after: half(Moment::After) })
    }

    /// The half after the teaching, open: the same questions, asked for the other moment. `None`
    /// for an unknown survey, and for one that has both halves already.
    pub fn survey_after(&self, id: SurveyId, ticket: TicketId, day: Day) -> Option<ExitTicket> {
        let Survey { before, after: None, .. } = self.survey(id)? else { return None };
        let asked_after =
            |asked: &[Question]| asked.iter().map(|q| q.clone().at(Moment::After)).collect::<Vec<_>>();
        let mut after = ExitTicket {
            id: ticket,
            day,
            questions: asked_after(&before.questions),
            version_b: asked_after(&before.version_b),
            survey: Some(SurveyPart { survey: id, moment: Moment::After }),
            code: None,
            ..before.clone()
        };
        after.code = Some(self.wall_code_for(&after));
        Some(after)
    }

    /// The one action that opens the half after the teaching as `ticket`, and closes the half before it:
    /// taken back, it leaves the first half as it was.
    pub fn open_after(&self, id: SurveyId, ticket: TicketId, day: Day) -> Option<Vec<Change>> {
        let before = self.survey(id)?.before.id;
        let after = self.survey_after(id, ticket, day)?;
        let closed = self.is_open(before).then(|| Change::of_class(TicketClosed { ticket: before, day }));
        Some(std::iter::once(Change::of_class(after)).chain(closed).collect())
    }

    /// What a survey shows now; `None` for an unknown one.
    pub fn survey_report(&self, id: SurveyId) -> Option<SurveyReport> {
        let Survey { before, after, .. } = self.survey(id)?;
        let scale = self.scale(before.scale)?;
        let scored_by = scored_by(before);
        let shares = |ticket: &ExitTicket, student: StudentId| {
            let answer = self.answer(ticket.id, student);
            answer.map(|answer| shares(scored_by, ticket, answer, scale)).unwrap_or_default()
        };
        let mut report = SurveyReport {
            before: before.clone(),
            after: after.cloned(),
            scored_by,
            pairs: Vec::new(),
            only_before: Vec::new(),
            only_after: Vec::new(),
            apart: Vec::new(),
            change: class_normalized_change(&[], &[], HIGHEST),
            at_ceiling: 0,
            effect: Err(Undefined::Empty),
            questions: Vec::new(),
            halves: None,
        };
        if before.anonymous {
            report.halves = Some([Some(before), after].map(|ticket| self.half(ticket)));
            return Some(report);
        }
        let (mut pre, mut post) = (Vec::new(), Vec::new());
        for student in self.students() {
            let halves =
                (shares(before, student.id), after.map(|t| shares(t, student.id)).unwrap_or_default());
            let pair = pair(student.id, &halves.0, &halves.1);
            let any = |half: &[Option<f64>]| half.iter().any(Option::is_some);
            match (any(&halves.0), any(&halves.1)) {
                (false, false) => continue,
                (true, false) => report.only_before.push(student.id),
                (false, true) => report.only_after.push(student.id),
                (true, true) if pair.is_none() => report.apart.push(student.id),
                (true, true) => report.pairs.extend(pair),
            }
            let scores = pair.map(|pair| (pair.before, pair.after)).unzip();
            pre.push(scores.0);
            post.push(scores.1);
        }
        report.at_ceiling = report.pairs.iter().filter(|p| p.before >= HIGHEST).count();
        report.change = class_normalized_change(&pre, &post, HIGHEST);
        report.change.value = from(PAIRED_FLOOR, report.pairs.len())
            .and(report.change.value)
            .and_then(|measure| from(PAIRED_FLOOR, measure.n).map(|()| measure));
        report.effect =
            from(EFFECT_SIZE_FLOOR, report.pairs.len()).and_then(|()| Ok(effect_size(&pre, &post)?.d));
        if let Some(after) = after {
            report.questions = self.questions_moved(before, after, scale);
        }
        Some(report)
    }

    fn half(&self, ticket: Option<&ExitTicket>) -> Half {
        let Some(results) = ticket.and_then(|t| self.results(t.id)) else { return Half::default() };
        let (waiting, veil) = (results.waiting(), results.veil());
        Half { came: results.came, waiting, veil, tallies: results.tallies }
    }

    /// How each question moved, by its place.
    fn questions_moved(&self, before: &ExitTicket, after: &ExitTicket, scale: &Scale) -> Vec<QuestionMoved> {
        let both = |s: StudentId| Some((self.answer(before.id, s)?, self.answer(after.id, s)?));
        let answers: Vec<(&Answer, &Answer)> =
            self.students().iter().filter_map(|student| both(student.id)).collect();
        let question = |(place, question): (usize, &Question)| {
            let given = |ticket: &ExitTicket, answer: &Answer| {
                let asked = ticket.questions_of(answer.version).get(place)?.clone();
                Some((asked, answer.replies.get(place)?.clone()))
            };
            let replies = answers.iter().map(|(b, a)| (given(before, b), given(after, a)));
            let other = before.version_b.get(place).filter(|other| *other != question);
            let moved = moved(question, &replies.collect::<Vec<_>>(), scale)?;
            Some(QuestionMoved { question: question.clone(), other: other.cloned(), moved })
        };
        before.questions.iter().enumerate().filter_map(question).collect()
    }
}

impl Survey<'_> {
    /// Whether either half takes answers.
    pub fn is_open(&self, notebook: &Notebook) -> bool {
        notebook.is_open(self.before.id) || self.after.is_some_and(|after| notebook.is_open(after.id))
    }

    /// Whether students are asked, or will be: the half after the teaching is open or still to come.
    pub fn is_under_way(&self, notebook: &Notebook) -> bool {
        self.after.is_none_or(|after| notebook.is_open(after.id))
    }
}

impl Pair {
    /// Higher after than before, the same, or lower.
    pub fn way(&self) -> std::cmp::Ordering {
        self.after.total_cmp(&self.before)
    }
}

fn from(needed: usize, have: usize) -> Result<(), Undefined> {
    at_least(needed, have)
}

fn scored_by(ticket: &ExitTicket) -> ScoredBy {
    if ticket.asks(Question::is_keyed) {
        ScoredBy::Keys
    } else if ticket.asks(|q| matches!(q, Question::Level(_) | Question::Steps(_) | Question::Pictures(_))) {
        ScoredBy::Steps
    } else {
        ScoredBy::Nothing
    }
}

/// What each reply of an answer comes to, 0 to 1, by the place of its question; `None` where nothing
/// was answered that scores.
fn shares(by: ScoredBy, ticket: &ExitTicket, answer: &Answer, scale: &Scale) -> Vec<Option<f64>> {
    let asked = ticket.questions_of(answer.version).iter().zip(&answer.replies);
    let one = |(question, reply): (&Question, &Reply)| match by {
        ScoredBy::Keys => question.is_right(reply).map(|right| f64::from(u8::from(right))),
        _ => step(question, reply, scale).map(|(at, of)| share(at, of)),
    };
    asked.map(one).collect()
}

/// A student's two scores over the places that were answered both times; `None` without any.
fn pair(student: StudentId, before: &[Option<f64>], after: &[Option<f64>]) -> Option<Pair> {
    let (both, _) = pairs(before, after);
    let (before, after): (Vec<f64>, Vec<f64>) = both.into_iter().unzip();
    let score = |shares: &[f64]| Some(HIGHEST * mean(shares).ok()?.value);
    Some(Pair { student, before: score(&before)?, after: score(&after)? })
}

/// A level or step as a share of the way up.
fn share(at: usize, of: usize) -> f64 {
    count(at - 1) / count(of.saturating_sub(1).max(1))
}

/// The step a reply gives, counted from 1, and how many there are.
fn step(question: &Question, reply: &Reply, scale: &Scale) -> Option<(usize, usize)> {
    let (at, of) = match (question, reply) {
        (Question::Level(_), reply) => (usize::from(level_of(reply, scale)?.0), scale.words.len()),
        (Question::Steps(_) | Question::Pictures(_), Reply::Step(at)) => {
            (usize::from(*at), question.options())
        }
        _ => return None,
    };
    (1..=of).contains(&at).then_some((at, of))
}

/// A question as it was asked and what was said to it.
type Given = Option<(Question, Reply)>;

/// How the answers at one place moved; `None` where nothing can be compared.
fn moved(question: &Question, replies: &[(Given, Given)], scale: &Scale) -> Option<Moved> {
    if question.is_keyed() {
        let right = |given: &Given| given.as_ref().and_then(|(q, r)| q.is_right(r));
        let (pre, post): (Vec<_>, Vec<_>) = replies.iter().map(|(b, a)| (right(b), right(a))).unzip();
        return Some(Moved::Right(pre_post::Shift::of(&pre, &post)));
    }
    if !matches!(question, Question::Level(_) | Question::Steps(_) | Question::Pictures(_)) {
        return None;
    }
    let mut ways = BTreeMap::new();
    for (before, after) in replies {
        let steps = |given: &Given| given.as_ref().and_then(|(q, r)| step(q, r, scale));
        if let (Some((before, of)), Some((after, of_after))) = (steps(before), steps(after))
            && of == of_after
        {
            *ways.entry(after.cmp(&before)).or_insert(0) += 1;
        }
    }
    let many = |way| ways.get(&way).copied().unwrap_or(0);
    use std::cmp::Ordering::{Equal, Greater, Less};
    Some(Moved::Steps { up: many(Greater), same: many(Equal), down: many(Less) })
}

#[cfg(test)]
mod tests;
