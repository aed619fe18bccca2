//! A skill as it is typed: every field as text, checked when it is done.

use super::{Check, Method, Skill, Subject};

/// The longest "I can" line, in characters.
pub const LONGEST_STATEMENT: usize = 140;
/// The fewest answers a choice question has.
pub const FEWEST_CHOICES: usize = 2;

/// What is typed into the form of a skill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkillDraft {
    /// The field it belongs to.
    pub subject: Subject,
    /// The "I can" line.
    pub statement: String,
    /// What each level looks like, lowest first.
    pub levels: Vec<String>,
    /// Goals for one lesson, the easiest first.
    pub next_steps: Vec<String>,
    /// One thing to do at home.
    pub home: String,
    /// The choice question.
    pub question: String,
    /// Its answers; blank ones are left out.
    pub choices: Vec<String>,
    /// The place of the right answer in `choices`.
    pub key: Option<usize>,
    /// How its scores become one figure; the class's way when nothing is chosen.
    pub method: Option<Method>,
}

/// What has to be mended before a skill can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SkillProblem {
    /// The line is empty.
    NoStatement,
    /// The line is longer than [`LONGEST_STATEMENT`].
    LongStatement,
    /// There are answers and no question.
    NoQuestion,
    /// There are fewer than [`FEWEST_CHOICES`] answers.
    FewChoices,
    /// The same answer stands twice.
    SameChoice,
    /// No answer is marked as the right one, or an empty one is.
    NoKey,
}

impl SkillDraft {
    /// The form of a skill, with a line for each of `levels` levels, at least two next steps and at
    /// least four answers.
    pub fn of(skill: &Skill, levels: usize) -> SkillDraft {
        let padded = |texts: &[String], len: usize| {
            let mut texts = texts.to_vec();
            texts.resize(len.max(texts.len()), String::new());
            texts
        };
        let check = skill.check.as_ref();
        SkillDraft {
            subject: skill.subject,
            statement: skill.statement.clone(),
            levels: padded(&skill.levels, levels),
            next_steps: padded(&skill.next_steps, 2),
            home: skill.home.clone(),
            question: check.map(|c| c.question.clone()).unwrap_or_default(),
            choices: padded(check.map_or(&[], |c| &c.choices), 4),
            key: check.and_then(|c| c.key).map(usize::from),
            method: skill.method,
        }
    }

    /// The skill `from` with what was typed. It stops being the starter set's when the words a
    /// family reads were changed, so that a family link carries the class's own.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self, from: &Skill) -> Result<Skill, Vec<SkillProblem>> {
        let statement = tidy(&self.statement);
        let home = tidy(&self.home);
        let mut problems = Vec::new();
        if statement.is_empty() {
            problems.push(SkillProblem::NoStatement);
        } else if statement.chars().count() > LONGEST_STATEMENT {
            problems.push(SkillProblem::LongStatement);
        }
        let check = self.check(&mut problems);
        if !problems.is_empty() {
            return Err(problems);
        }
        let same_words = statement == from.statement && home == from.home;
        let mut levels: Vec<String> = self.levels.iter().map(|l| tidy(l)).collect();
        while levels.last().is_some_and(String::is_empty) {
            levels.pop();
        }
        let next_steps = self.next_steps.iter().map(|s| tidy(s)).filter(|s| !s.is_empty()).collect();
        let starter = from.starter.clone().filter(|_| same_words);
        Ok(Skill {
            subject: self.subject,
            statement,
            levels,
            next_steps,
            home,
            check,
            starter,
            method: self.method,
            ..from.clone()
        })
    }

    /// The question; none when nothing of it was typed.
    fn check(&self, problems: &mut Vec<SkillProblem>) -> Option<Check> {
        let question = tidy(&self.question);
        let typed: Vec<(usize, String)> =
            self.choices.iter().map(|c| tidy(c)).enumerate().filter(|(_, c)| !c.is_empty()).collect();
        if question.is_empty() && typed.is_empty() {
            return None;
        }
        if question.is_empty() {
            problems.push(SkillProblem::NoQuestion);
        }
        if typed.len() < FEWEST_CHOICES {
            problems.push(SkillProblem::FewChoices);
        }
        let twice = |(i, c): (usize, &(usize, String))| typed[..i].iter().any(|(_, earlier)| *earlier == c.1);
        if typed.iter().enumerate().any(twice) {
            problems.push(SkillProblem::SameChoice);
        }
        let key = typed.iter().position(|(place, _)| Some(*place) == self.key);
        if key.is_none() {
            problems.push(SkillProblem::NoKey);
        }
        let key = key.and_then(|key| u8::try_from(key).ok());
        Some(Check { question, choices: typed.into_iter().map(|(_, c)| c).collect(), key })
    }
}

/// One line without double spaces.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{FRACTIONS, skill};

    /// What came of a change of the form of a skill.
    fn check(change: impl FnOnce(&mut SkillDraft)) -> Result<Skill, Vec<SkillProblem>> {
        let from = Skill { starter: Some("math_x".into()), ..skill(FRACTIONS, "fractions", 3) };
        let mut draft = SkillDraft::of(&from, 4);
        change(&mut draft);
        draft.parse(&from)
    }

    fn problems(change: impl FnOnce(&mut SkillDraft)) -> Vec<SkillProblem> {
        check(change).err().unwrap_or_default()
    }

    #[test]
    fn what_was_not_changed_stays_word_for_word() {
        let from = Skill { starter: Some("math_x".into()), ..skill(FRACTIONS, "fractions", 3) };
        assert_eq!(check(|_| ()), Ok(from));
    }

    #[test]
    fn other_words_for_families_are_no_longer_the_starters() {
        let starter = |change: fn(&mut SkillDraft)| check(change).unwrap().starter;
        assert_eq!(starter(|d| d.statement = "I can halve".into()), None);
        assert_eq!(starter(|d| d.home = "Halve a tortilla".into()), None);
        assert_eq!(starter(|d| d.levels[0] = "I see halves".into()), Some("math_x".into()));
    }

    #[test]
    fn blank_lines_are_left_out_and_the_key_follows_its_answer() {
        let skill = check(|d| {
            d.statement = "  I can\n halve ".into();
            d.next_steps = vec![" ".into(), "Fold it".into()];
            d.choices = vec!["".into(), "a".into(), " ".into(), "b".into()];
            d.key = Some(3);
        })
        .unwrap();
        assert_eq!((skill.statement.as_str(), skill.next_steps), ("I can halve", vec!["Fold it".to_owned()]));
        let asked = skill.check.unwrap();
        assert_eq!((asked.choices, asked.key), (vec!["a".to_owned(), "b".to_owned()], Some(1)));
    }

    #[test]
    fn a_question_may_be_left_out_as_a_whole_only() {
        let nothing = |d: &mut SkillDraft| (d.question, d.choices, d.key) = (String::new(), Vec::new(), None);
        assert_eq!(check(nothing).unwrap().check, None);
        assert_eq!(problems(|d| d.question = " ".into()), [SkillProblem::NoQuestion]);
        let one = |d: &mut SkillDraft| (d.choices, d.key) = (vec!["a".into()], Some(0));
        assert_eq!(problems(one), [SkillProblem::FewChoices]);
        assert_eq!(problems(|d| d.key = None), [SkillProblem::NoKey]);
        assert_eq!(problems(|d| d.key = Some(3)), [SkillProblem::NoKey]);
        assert_eq!(problems(|d| d.choices = vec!["a".into(), "a ".into()]), [SkillProblem::SameChoice]);
    }

    #[test]
    fn the_line_is_needed_and_short() {
        assert_eq!(problems(|d| d.statement = " \t".into()), [SkillProblem::NoStatement]);
        assert_eq!(problems(|d| d.statement = "é".repeat(LONGEST_STATEMENT)), []);
        let long = |d: &mut SkillDraft| d.statement = "é".repeat(LONGEST_STATEMENT + 1);
        assert_eq!(problems(long), [SkillProblem::LongStatement]);
    }
}
