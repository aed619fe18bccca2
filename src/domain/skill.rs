//! A skill: an "I can" line a class works on, with what each level looks like and what to try next.

use serde::{Deserialize, Serialize};

use super::class::StarterKey;
use super::entry::{Body, Change};
use super::id::SkillId;
use super::notebook::{Notebook, Slot};
use super::proficiency::method::Method;

mod draft;

pub use draft::{FEWEST_CHOICES, LONGEST_STATEMENT, SkillDraft, SkillProblem};

/// The field a skill belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Mathematics.
    Math,
    /// Reading.
    Reading,
    /// Writing.
    Writing,
    /// Learning habits.
    Habits,
    /// Anything else the class works on.
    Other,
}

impl Subject {
    /// Every subject, in the order screens show them.
    pub const ALL: [Subject; 5] =
        [Subject::Math, Subject::Reading, Subject::Writing, Subject::Habits, Subject::Other];
}

/// One question with a choice of answers, asked on an exit ticket about the skill.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Check {
    /// What is asked.
    pub question: String,
    /// The answers to choose from.
    pub choices: Vec<String>,
    /// The right answer's place in `choices`, counted from 0; `None` when there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<u8>,
}

/// An "I can" line. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skill {
    /// Its identity through all amendments.
    pub id: SkillId,
    /// The field it belongs to.
    pub subject: Subject,
    /// The line in the student's words: "I can compare two fractions".
    pub statement: String,
    /// What each level looks like, lowest first; may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub levels: Vec<String>,
    /// Goals a student can choose for one lesson, the easiest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next_steps: Vec<String>,
    /// One thing to do at home, without materials; may be empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub home: String,
    /// The exit ticket's choice question about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub check: Option<Check>,
    /// The starter skill it was taken from, while its words are still the starter's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starter: Option<StarterKey>,
    /// Codes of the official standards it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub standards: Vec<String>,
    /// Its place in the class's list, counted from 0; equal places stand by their statement.
    #[serde(default)]
    pub place: u16,
    /// Whether students assess themselves on it today.
    #[serde(default)]
    pub in_focus: bool,
    /// Whether it was put away; its evidence stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// How the scores on it become one figure; the class's way when nothing is chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
}

impl Skill {
    /// A skill that is only named yet.
    pub fn named(id: SkillId, subject: Subject, statement: String, place: u16) -> Skill {
        Skill {
            id,
            subject,
            statement,
            levels: Vec::new(),
            next_steps: Vec::new(),
            home: String::new(),
            check: None,
            starter: None,
            standards: Vec::new(),
            place,
            in_focus: false,
            archived: false,
            method: None,
        }
    }
}

impl Notebook {
    /// The change that puts a skill in the place of what stands for it now.
    pub fn amend_skill(&self, skill: Skill) -> Change {
        let now = self.heads_of(Slot::Skills, |body| matches!(body, Body::Skill(s) if s.id == skill.id));
        Change::of_class(skill).replacing(now)
    }
}
