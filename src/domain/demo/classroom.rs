//! What the demo class did together: a pre/post survey, and a piece of work scored with a rubric.

use serde::Deserialize;

use super::{Demo, Dice, Learner};
use crate::domain::day::Day;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{
    Answer, ExitTicket, Moment, Question, Reply, SurveyPart, Template, TicketClosed,
};
use crate::domain::id::{RubricId, RubricVersionId, SurveyId, TaskId, TicketId};
use crate::domain::rubric::{Criterion, Rubric, RubricScore, RubricTask, RubricType};
use crate::domain::scale::Level;

/// The rubric of the demo class and its piece of work, in words.
#[derive(Debug, Clone, Deserialize)]
pub struct DemoRubric {
    /// The rubric's title.
    pub title: String,
    /// The piece of work.
    pub task: String,
    /// What is looked at, each with a cell for each of four levels.
    pub criteria: Vec<Criterion>,
    /// What the teacher says about a work.
    pub comments: Vec<String>,
}

/// The skill of the survey, and the one the piece of work is about, by their places.
const SURVEYED: usize = 3;
const WORKED: usize = 2;

impl Demo<'_> {
    /// Both halves of a survey, a third of the term and a week before its end.
    pub(super) fn survey(&self, days: &[Day], learners: &[Learner], dice: &mut Dice, out: &mut Vec<Change>) {
        let Some(skill) = self.skills.get(SURVEYED) else { return };
        let survey = SurveyId::from_bits(dice.bits());
        let halves =
            [(Moment::Before, days.len() / 3, 0.2), (Moment::After, days.len().saturating_sub(6), 0.9)];
        for (moment, at, term) in halves {
            let Some(&day) = days.get(at) else { continue };
            let id = TicketId::from_bits(dice.bits());
            let ticket = ExitTicket {
                questions: Template::Confidence.questions(skill, moment),
                survey: Some(SurveyPart { survey, moment }),
                ..ExitTicket::new(id, Template::Confidence, skill, day, self.scale.id)
            };
            let questions = ticket.questions.clone();
            out.push(Change::of_class(ticket));
            for learner in learners {
                if dice.chance(0.08) {
                    continue;
                }
                let level = self.level(learner, SURVEYED, term, learner.bias + 0.3 * dice.wobble());
                // Some are surer than their level, some less sure.
                let sure = self.level(learner, SURVEYED, term, 1.5 * learner.bias + 0.8 * dice.wobble());
                let reply = |question: &Question| match question {
                    Question::Level(_) => Reply::Level(self.score(level)),
                    _ => Reply::Step(sure.0),
                };
                let replies = questions.iter().map(reply).collect();
                out.push(Change::by_student(learner.id, Answer::new(id, skill.id, day, replies)));
            }
            out.push(Change::of_class(TicketClosed { ticket: id, day }));
        }
    }

    /// A rubric and one piece of work: most have scored themselves, and the teacher has scored most.
    pub(super) fn rubric(&self, days: &[Day], learners: &[Learner], dice: &mut Dice, out: &mut Vec<Change>) {
        let Some(&day) = days.get(days.len().saturating_sub(8)) else { return };
        let words = &self.words.rubric;
        let version = RubricVersionId::from_bits(dice.bits());
        let levels = self.scale.words.clone();
        out.push(Change::of_class(Rubric {
            id: RubricId::from_bits(dice.bits()),
            version,
            title: words.title.clone(),
            kind: RubricType::Analytic,
            becomes: self.scale.levels().map(Some).collect(),
            levels,
            scale: self.scale.id,
            criteria: words.criteria.clone(),
            day: Some(day),
            archived: false,
        }));
        let task = TaskId::from_bits(dice.bits());
        let title = words.task.clone();
        out.push(Change::of_class(RubricTask { id: task, version, title, day, closed: false }));
        for (place, learner) in learners.iter().enumerate() {
            let mut marks = |more: f64| -> Vec<Option<Level>> {
                let mut mark = || self.level(learner, WORKED, 0.85, more + 0.5 * dice.wobble());
                words.criteria.iter().map(|_| Some(mark())).collect()
            };
            let score = |marks, comment| RubricScore { task, day, marks, notes: Vec::new(), comment };
            let own = marks(learner.bias);
            // Some have not scored themselves yet, and the last works are still on the teacher's pile.
            if place % 7 != 3 {
                out.push(Change::by_student(learner.id, score(own, String::new())));
            }
            if place < 18 {
                let given = marks(0.0);
                let comment = dice.pick(&words.comments).cloned().unwrap_or_default();
                out.push(Change::by_teacher(learner.id, score(given, comment)));
            }
        }
    }
}
