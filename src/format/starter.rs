//! The starter set: invented skills in plain words, in every language of the app. A class copies
//! what it takes, and may change every word.

use serde::Deserialize;

use crate::domain::demo::DemoWords;
use crate::domain::id::SkillId;
use crate::domain::skill::{Check, Skill, Subject};

/// A language the starter set is written in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Spanish.
    Es,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::En, Language::Es];

    /// The language's code in BCP 47, as `lang` attributes and `Intl` want it.
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Es => "es",
        }
    }

    /// The language for a code such as `es-MX`; `None` when the app does not speak it.
    pub fn from_code(code: &str) -> Option<Language> {
        let base = code.split(['-', '_']).next().unwrap_or(code);
        Language::ALL.into_iter().find(|l| l.code().eq_ignore_ascii_case(base))
    }
}

/// A skill of the starter set. Its place in the set never changes: family links name it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct StarterSkill {
    /// Its stable name.
    pub key: String,
    /// The field it belongs to.
    pub subject: Subject,
    /// The "I can" line.
    pub statement: String,
    /// What each of four levels looks like.
    pub levels: Vec<String>,
    /// Two goals for one lesson.
    pub next_steps: Vec<String>,
    /// One thing to do at home.
    pub home: String,
    /// The exit ticket's choice question.
    pub check: Check,
}

impl StarterSkill {
    /// The skill a class takes into its own notebook.
    pub fn to_skill(&self, id: SkillId, place: u16, in_focus: bool) -> Skill {
        Skill {
            id,
            subject: self.subject,
            statement: self.statement.clone(),
            levels: self.levels.clone(),
            next_steps: self.next_steps.clone(),
            home: self.home.clone(),
            check: Some(self.check.clone()),
            starter: Some(self.key.clone()),
            standards: Vec::new(),
            place,
            in_focus,
            archived: false,
            method: None,
        }
    }
}

/// The starter skills in a language, in their fixed order.
pub fn skills(language: Language) -> Vec<StarterSkill> {
    let text = match language {
        Language::En => include_str!("../../locales/starter/en.json"),
        Language::Es => include_str!("../../locales/starter/es.json"),
    };
    // The files are part of the build and read by a test; an unreadable one gives an empty set.
    serde_json::from_str(text).unwrap_or_default()
}

/// The sentences of the demo class in a language.
pub fn demo_words(language: Language) -> Option<DemoWords> {
    let text = match language {
        Language::En => include_str!("../../locales/starter/demo.en.json"),
        Language::Es => include_str!("../../locales/starter/demo.es.json"),
    };
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_the_same_forty_skills() {
        let en = skills(Language::En);
        assert_eq!(en.len(), 40);
        for language in Language::ALL {
            let set = skills(language);
            assert!(demo_words(language).is_some());
            for (skill, other) in en.iter().zip(&set) {
                assert_eq!(skill.key, other.key);
                assert_eq!((other.levels.len(), other.next_steps.len()), (4, 2), "{}", other.key);
                let key = usize::from(other.check.key.unwrap());
                assert!(key < other.check.choices.len(), "{}", other.key);
            }
            assert_eq!(set.len(), en.len());
        }
    }

    #[test]
    fn a_regional_code_finds_its_language() {
        assert_eq!(Language::from_code("es-MX"), Some(Language::Es));
        assert_eq!(Language::from_code("EN_us"), Some(Language::En));
        assert_eq!(Language::from_code("fr"), None);
    }
}
