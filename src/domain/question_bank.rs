//! The question bank: questions worth asking again, with what all their answers say about them.
//!
//! Two questions are the same when every word of them is: a question that was reworded is a new
//! one, and what was answered to the old one stays with the old one. A student's first answer to a
//! question counts, so that nobody weighs more for having tried again. Answers without a name are
//! left out, because nobody can tell whose first they are.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change};
use super::exit_ticket::{ExitTicket, Phrase, Question, Reply, draft};
use super::id::{QuestionId, SkillId, StudentId};
use super::notebook::{Notebook, Slot};

mod figures;
#[cfg(test)]
mod tests;

pub use figures::{Discrimination, KeyedFigures, OptionUse, SkillPool};

/// The most tags of a question.
pub const MOST_TAGS: usize = 8;
/// The longest tag, in characters.
pub const LONGEST_TAG: usize = 30;

/// A question kept for later. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankQuestion {
    /// Its identity through all amendments.
    pub id: QuestionId,
    /// The question.
    pub question: Question,
    /// The skill it is about, if it is about one.
    pub skill: Option<SkillId>,
    /// Words the teacher finds it by.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Whether it was put away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
}

/// A question of the bank with what is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct BankItem {
    /// The question.
    pub question: Question,
    /// The skill it is about: as it was kept, else the skill whose own question it is, else that
    /// of the latest check that asked it.
    pub skill: Option<SkillId>,
    /// Whether it was kept in the bank.
    pub kept: bool,
    /// Whether it was put away.
    pub archived: bool,
    /// Words the teacher finds it by.
    pub tags: Vec<String>,
    /// Whether it is the own question of a skill.
    pub of_skill: bool,
    /// How many checks asked it.
    pub asked: usize,
    /// The day of the latest of them.
    pub last_asked: Option<Day>,
    /// How many students answered it, "I don't know yet" among them.
    pub answered: usize,
    /// How many of them said "I don't know yet".
    pub dont_know: usize,
    /// How each option or step was used; empty below the floor and for what is written.
    pub options: Vec<OptionUse>,
    /// What is known where there is a right answer.
    pub keyed: Option<KeyedFigures>,
}

/// Everything worth asking again.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct QuestionBank {
    /// The questions: those that were kept and not asked yet, then those asked latest, then the skills'
    /// own that were never asked.
    pub items: Vec<BankItem>,
    /// How well the questions of each skill hold together.
    pub pools: Vec<SkillPool>,
}

/// A question with the first answer of each student.
struct Pooled<'a> {
    item: BankItem,
    firsts: BTreeMap<StudentId, &'a Reply>,
}

impl Question {
    /// Whether a teacher wrote it, so that it is worth keeping: the app's own questions are there
    /// in every template.
    pub fn is_own(&self) -> bool {
        let own = |words: &Phrase| matches!(words, Phrase::Own(_));
        match self {
            Question::Level(_) | Question::Sentence => false,
            Question::Choice(_) | Question::Choices(_) | Question::Number(_) => true,
            Question::Text(words) => own(words),
            Question::Steps(steps) => own(&steps.question),
            Question::Pictures(pictures) => own(&pictures.question),
        }
    }

    /// The options or steps a reply chose, counted from 0; `None` for a reply that says nothing or
    /// answers another kind of question. What is written chose none.
    fn chosen_by(&self, reply: &Reply) -> Option<Vec<usize>> {
        let places: Vec<usize> = match (self, reply) {
            (_, Reply::DontKnow) => return Some(Vec::new()),
            (Question::Sentence | Question::Text(_), Reply::Sentence(text))
            | (Question::Number(_), Reply::Number(text)) => {
                return (!text.trim().is_empty()).then(Vec::new);
            }
            (Question::Choice(_), Reply::Choice(place)) => vec![usize::from(*place)],
            (Question::Choices(_), Reply::Choices(places)) => {
                places.iter().map(|place| usize::from(*place)).collect()
            }
            (Question::Steps(_) | Question::Pictures(_), Reply::Step(step)) => {
                usize::from(*step).checked_sub(1).into_iter().collect()
            }
            _ => return None,
        };
        let known: Vec<usize> = places.into_iter().filter(|place| *place < self.options()).collect();
        (!known.is_empty()).then_some(known)
    }
}

/// A question of the bank as it is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BankDraft {
    /// The question.
    pub question: draft::QuestionDraft,
    /// The skill it is about, if it is about one.
    pub skill: Option<SkillId>,
    /// Tags with commas between them.
    pub tags: String,
}

/// What has to be mended before a question can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BankProblem {
    /// Something about the question.
    Question(draft::QuestionProblem),
    /// Another question of the bank has the very same words.
    Known,
    /// There are more than [`MOST_TAGS`].
    ManyTags,
    /// A tag is longer than [`LONGEST_TAG`].
    LongTag,
}

/// The tags in a line with commas between them, without blanks and doubles.
///
/// # Errors
/// There are more than [`MOST_TAGS`], or one is longer than [`LONGEST_TAG`].
pub fn read_tags(line: &str) -> Result<Vec<String>, BankProblem> {
    let mut tags: Vec<String> = Vec::new();
    for part in line.split([',', ';']) {
        let tag = draft::tidy(part);
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > MOST_TAGS {
        return Err(BankProblem::ManyTags);
    }
    if tags.iter().any(|tag| tag.chars().count() > LONGEST_TAG) {
        return Err(BankProblem::LongTag);
    }
    Ok(tags)
}

impl BankDraft {
    /// An empty question.
    pub fn new(skill: Option<SkillId>) -> BankDraft {
        let question = draft::QuestionDraft::new(draft::Kind::Choice);
        BankDraft { question, skill, tags: String::new() }
    }

    /// The form of a question of the bank.
    pub fn of(item: &BankItem) -> BankDraft {
        let question = draft::QuestionDraft::of(&item.question);
        BankDraft { question, skill: item.skill, tags: item.tags.join(", ") }
    }

    /// Whether nothing is typed yet.
    pub fn is_empty(&self) -> bool {
        *self == BankDraft::new(self.skill)
    }
}

impl Notebook {
    /// The questions that were kept, also those that were put away.
    pub fn kept_questions(&self) -> Vec<&BankQuestion> {
        let mut all = self.newest(Slot::QuestionBank, |body| match body {
            Body::BankQuestion(kept) => Some((kept.id.bits(), kept)),
            _ => None,
        });
        all.reverse();
        all
    }

    /// Questions a check about a skill can ask as its one question: the skill's own first, then
    /// what was kept for it or for no skill.
    pub fn questions_for(&self, skill: SkillId) -> Vec<Question> {
        let own = self.skill(skill).and_then(|s| s.check.clone()).map(Question::Choice);
        let fits = |kept: &&BankQuestion| !kept.archived && kept.skill.is_none_or(|of| of == skill);
        let kept = self.kept_questions().into_iter().filter(fits).map(|kept| kept.question.clone());
        let mut all: Vec<Question> = Vec::new();
        for question in own.into_iter().chain(kept) {
            if !all.contains(&question) {
                all.push(question);
            }
        }
        all
    }

    /// Every question that was kept, that is a skill's own, or that a teacher wrote for a check.
    pub fn question_bank(&self) -> QuestionBank {
        let pooled = self.pooled();
        let skills = pooled.iter().filter_map(|p| p.item.skill.filter(|_| p.item.question.is_keyed()));
        let mut of_skills: Vec<SkillId> = Vec::new();
        for skill in skills {
            if !of_skills.contains(&skill) {
                of_skills.push(skill);
            }
        }
        let keyed = figures::Keyed::of(&pooled);
        let pools = of_skills.into_iter().map(|skill| keyed.pool(skill)).collect();
        let keyed: Vec<_> = (0..pooled.len()).map(|at| keyed.figures(at)).collect();
        let mut items: Vec<BankItem> = Vec::new();
        for (pooled, keyed) in pooled.into_iter().zip(keyed) {
            let Pooled { item, firsts } = pooled;
            let options = figures::options(&item.question, &firsts);
            let dont_know = firsts.values().filter(|reply| ***reply == Reply::DontKnow).count();
            items.push(BankItem { answered: firsts.len(), dont_know, options, keyed, ..item });
        }
        // What was written to be asked comes first, the latest of it at the top.
        let waits = |item: &BankItem| item.kept && item.asked == 0;
        items.sort_by_key(|item| (!waits(item), std::cmp::Reverse(item.last_asked)));
        let waiting = items.iter().take_while(|item| waits(item)).count();
        items[..waiting].reverse();
        QuestionBank { items, pools }
    }

    /// All questions with the first answers to them.
    fn pooled(&self) -> Vec<Pooled<'_>> {
        let mut all: Vec<Pooled> = Vec::new();
        let mut places: HashMap<Question, usize> = HashMap::new();
        let mut place_of = |all: &mut Vec<Pooled>, question: &Question| match places.get(question) {
            Some(place) => *place,
            None => {
                places.insert(question.clone(), all.len());
                all.push(Pooled { item: BankItem::of(question.clone()), firsts: BTreeMap::new() });
                all.len() - 1
            }
        };
        let mut tickets = self.tickets();
        tickets.reverse();
        for ticket in tickets {
            let mut here: Vec<usize> = Vec::new();
            let written = ticket.versions().flat_map(|version| ticket.questions_of(version));
            for question in written.filter(|question| question.is_own()) {
                let place = place_of(&mut all, question);
                if !here.contains(&place) {
                    here.push(place);
                }
            }
            for place in here {
                all[place].item.was_asked(ticket);
            }
            if ticket.anonymous {
                continue;
            }
            for (who, answer) in self.all_answers(ticket.id) {
                let Some(student) = who else { continue };
                let asked = ticket.questions_of(answer.version).iter().zip(&answer.replies);
                for (question, reply) in asked.filter(|(question, _)| question.is_own()) {
                    if question.chosen_by(reply).is_some() {
                        let place = place_of(&mut all, question);
                        all[place].firsts.entry(student).or_insert(reply);
                    }
                }
            }
        }
        for skill in self.skills() {
            if let Some(check) = &skill.check {
                let place = place_of(&mut all, &Question::Choice(check.clone()));
                let item = &mut all[place].item;
                (item.of_skill, item.skill) = (true, Some(skill.id));
            }
        }
        for kept in self.kept_questions() {
            let place = place_of(&mut all, &kept.question);
            all[place].item.was_kept(kept);
        }
        all
    }

    /// The question that was typed in the place of `of`, or as a new one.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn read_question(
        &self,
        typed: &BankDraft,
        of: Option<&BankItem>,
    ) -> Result<BankItem, Vec<BankProblem>> {
        let mut problems = Vec::new();
        let question = typed.question.parse().map_err(|all| all.into_iter().map(BankProblem::Question));
        let tags = read_tags(&typed.tags);
        let here = |question: &Question| of.is_some_and(|of| of.question == *question);
        let known = |question: &Question| {
            self.kept_questions().into_iter().any(|kept| !kept.archived && kept.question == *question)
        };
        match (question, tags) {
            (Ok(question), Ok(tags)) if here(&question) || !known(&question) => {
                let (skill, kept) = (typed.skill, BankItem::of(question));
                return Ok(BankItem { skill, tags, ..kept });
            }
            (Ok(_), Ok(_)) => problems.push(BankProblem::Known),
            (question, tags) => {
                problems.extend(question.err().into_iter().flatten());
                problems.extend(tags.err());
            }
        }
        Err(problems)
    }

    /// The change that keeps a question, or changes what is kept about it. Two devices may have
    /// kept it apart: then all of them change.
    pub fn keep_question(&self, item: &BankItem, id: QuestionId) -> Vec<Change> {
        self.keep_in_place(&item.question, item, id)
    }

    /// The same for a question that may have been reworded: what was kept in the old words is kept in
    /// the new ones. What was asked in the old words stays in the bank with its answers.
    pub fn keep_in_place(&self, old: &Question, item: &BankItem, id: QuestionId) -> Vec<Change> {
        let same: Vec<&BankQuestion> =
            self.kept_questions().into_iter().filter(|k| k.question == *old).collect();
        let as_kept = |id| BankQuestion {
            id,
            question: item.question.clone(),
            skill: item.skill,
            tags: item.tags.clone(),
            archived: item.archived,
        };
        if same.is_empty() {
            return vec![Change::of_class(as_kept(id))];
        }
        let amend = |kept: &BankQuestion| {
            let is_it = |body: &Body| matches!(body, Body::BankQuestion(k) if k.id == kept.id);
            let now = self.heads_of(Slot::QuestionBank, is_it);
            Change::of_class(as_kept(kept.id)).replacing(now)
        };
        same.into_iter().map(amend).collect()
    }
}

impl BankItem {
    /// A question nobody asked or kept yet.
    pub fn of(question: Question) -> BankItem {
        BankItem {
            question,
            skill: None,
            kept: false,
            archived: false,
            tags: Vec::new(),
            of_skill: false,
            asked: 0,
            last_asked: None,
            answered: 0,
            dont_know: 0,
            options: Vec::new(),
            keyed: None,
        }
    }

    fn was_asked(&mut self, ticket: &ExitTicket) {
        self.asked += 1;
        self.last_asked = self.last_asked.max(Some(ticket.day));
        self.skill = Some(ticket.skill);
    }

    fn was_kept(&mut self, kept: &BankQuestion) {
        // Of two that were kept apart, one that is not put away shows.
        self.archived = kept.archived && (!self.kept || self.archived);
        self.kept = true;
        self.skill = kept.skill.or(self.skill);
        for tag in &kept.tags {
            if !self.tags.contains(tag) {
                self.tags.push(tag.clone());
            }
        }
    }
}
