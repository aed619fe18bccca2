//! One question as it is typed.

use serde::{Deserialize, Serialize};

use super::super::question::{
    Choices, LONGEST_QUESTION, MOST_CHOICES, Moment, NumberAsked, Phrase, PictureSet, Pictures, Question,
    STEPS, StepWords, Steps, is_number,
};
use super::tidy;
use crate::domain::skill::{Check, FEWEST_CHOICES};

/// The longest unit of a number, in characters.
pub const LONGEST_UNIT: usize = 20;
/// The kinds of questions as a teacher chooses among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A level of the class's scale.
    Level,
    /// One choice.
    Choice,
    /// Several choices.
    Choices,
    /// A short text.
    Text,
    /// A number.
    Number,
    /// A scale with words.
    Steps,
    /// A scale of pictures.
    Pictures,
}

impl Kind {
    /// Every kind, in the order screens show them.
    pub const ALL: [Kind; 7] =
        [Kind::Level, Kind::Choice, Kind::Choices, Kind::Text, Kind::Number, Kind::Steps, Kind::Pictures];

    /// The kind of a question.
    pub fn of(question: &Question) -> Kind {
        match question {
            Question::Level(_) => Kind::Level,
            Question::Choice(_) => Kind::Choice,
            Question::Choices(_) => Kind::Choices,
            Question::Sentence | Question::Text(_) => Kind::Text,
            Question::Number(_) => Kind::Number,
            Question::Steps(_) => Kind::Steps,
            Question::Pictures(_) => Kind::Pictures,
        }
    }
}

/// Whose words a question is asked in: the teacher's, or a sentence the app has in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Wording {
    /// The teacher's.
    Own,
    /// One sentence about what I understand now.
    Sentence,
    /// Three things I learned.
    ThreeLearned,
    /// Two things I found interesting.
    TwoInteresting,
    /// One question I still have.
    OneQuestion,
    /// What is still the least clear?
    MuddiestPoint,
    /// How sure are you that you can do this on your own?
    HowSure,
}

impl Wording {
    /// What a question of a kind can be asked in, the teacher's own words first.
    pub fn of(kind: Kind) -> &'static [Wording] {
        match kind {
            Kind::Text => &[
                Wording::Own,
                Wording::Sentence,
                Wording::MuddiestPoint,
                Wording::ThreeLearned,
                Wording::TwoInteresting,
                Wording::OneQuestion,
            ],
            Kind::Steps | Kind::Pictures => &[Wording::Own, Wording::HowSure],
            Kind::Level | Kind::Choice | Kind::Choices | Kind::Number => &[Wording::Own],
        }
    }

    fn of_asked(asked: &Phrase) -> (Wording, String) {
        let wording = match asked {
            Phrase::ThreeLearned => Wording::ThreeLearned,
            Phrase::TwoInteresting => Wording::TwoInteresting,
            Phrase::OneQuestion => Wording::OneQuestion,
            Phrase::MuddiestPoint => Wording::MuddiestPoint,
            Phrase::HowSure => Wording::HowSure,
            Phrase::Own(text) => return (Wording::Own, text.clone()),
        };
        (wording, String::new())
    }

    /// These words as a question asks them, where the app has them.
    pub fn of_app(self) -> Option<Phrase> {
        match self {
            Wording::Own | Wording::Sentence => None,
            Wording::ThreeLearned => Some(Phrase::ThreeLearned),
            Wording::TwoInteresting => Some(Phrase::TwoInteresting),
            Wording::OneQuestion => Some(Phrase::OneQuestion),
            Wording::MuddiestPoint => Some(Phrase::MuddiestPoint),
            Wording::HowSure => Some(Phrase::HowSure),
        }
    }
}

/// The words of a scale as a teacher chooses among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Scaling {
    /// From "not sure" to "very sure".
    Confidence,
    /// From "not true for me" to "very true for me".
    Agreement,
    /// From "never" to "always".
    Frequency,
    /// The teacher's words.
    Own,
}

impl Scaling {
    /// Every choice, in the order screens show them.
    pub const ALL: [Scaling; 4] = [Scaling::Confidence, Scaling::Agreement, Scaling::Frequency, Scaling::Own];
}

/// What is typed into the form of one question. What another kind would need stays in it, so that
/// a change of the kind and back loses nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionDraft {
    /// The kind.
    pub kind: Kind,
    /// The moment a level is asked about.
    pub moment: Moment,
    /// Whose words it is asked in.
    pub wording: Wording,
    /// The teacher's words.
    pub text: String,
    /// The answers to choose from, or the steps of an own scale; blank ones are left out.
    pub options: Vec<String>,
    /// The places of the right answers in `options`, rising.
    pub keys: Vec<usize>,
    /// The right number.
    pub number: String,
    /// What the number counts.
    pub unit: String,
    /// The words of a scale.
    pub scaling: Scaling,
    /// The pictures of a scale.
    pub pictures: PictureSet,
}

/// What has to be mended in one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuestionProblem {
    /// Nothing is asked.
    Empty,
    /// The question is longer than [`LONGEST_QUESTION`].
    Long,
    /// There are fewer than [`FEWEST_CHOICES`] answers or steps.
    FewChoices,
    /// There are more answers than [`MOST_CHOICES`], or more steps than [`STEPS`] allow.
    ManyChoices,
    /// An answer or step is longer than [`LONGEST_QUESTION`].
    LongChoice,
    /// The same answer or step stands twice.
    SameChoice,
    /// The answer that is marked as right is empty.
    EmptyKey,
    /// The right number is none.
    NotANumber,
    /// The unit is longer than [`LONGEST_UNIT`].
    LongUnit,
}

impl QuestionDraft {
    /// An empty question of a kind, with room for two answers.
    pub fn new(kind: Kind) -> QuestionDraft {
        QuestionDraft {
            kind,
            moment: Moment::After,
            wording: Wording::Own,
            text: String::new(),
            options: vec![String::new(); FEWEST_CHOICES],
            keys: Vec::new(),
            number: String::new(),
            unit: String::new(),
            scaling: Scaling::Confidence,
            pictures: PictureSet::Plant,
        }
    }

    /// The form of a question.
    pub fn of(question: &Question) -> QuestionDraft {
        let mut draft = QuestionDraft::new(Kind::of(question));
        let keys = |keys: &[u8]| keys.iter().map(|key| usize::from(*key)).collect();
        match question {
            Question::Level(moment) => draft.moment = *moment,
            Question::Sentence => draft.wording = Wording::Sentence,
            Question::Choice(check) => {
                draft.text.clone_from(&check.question);
                draft.options.clone_from(&check.choices);
                draft.keys = check.key.map(usize::from).into_iter().collect();
            }
            Question::Choices(asked) => {
                draft.text.clone_from(&asked.question);
                draft.options.clone_from(&asked.choices);
                draft.keys = keys(&asked.keys);
            }
            Question::Text(asked) => (draft.wording, draft.text) = Wording::of_asked(asked),
            Question::Number(asked) => {
                draft.text.clone_from(&asked.question);
                draft.number = asked.key.clone().unwrap_or_default();
                draft.unit.clone_from(&asked.unit);
            }
            Question::Steps(steps) => {
                (draft.wording, draft.text) = Wording::of_asked(&steps.question);
                draft.scaling = match &steps.words {
                    StepWords::Confidence => Scaling::Confidence,
                    StepWords::Agreement => Scaling::Agreement,
                    StepWords::Frequency => Scaling::Frequency,
                    StepWords::Own(words) => {
                        draft.options.clone_from(words);
                        Scaling::Own
                    }
                };
            }
            Question::Pictures(pictures) => {
                (draft.wording, draft.text) = Wording::of_asked(&pictures.question);
                draft.pictures = pictures.set;
            }
        }
        if draft.options.len() < FEWEST_CHOICES {
            draft.options.resize(FEWEST_CHOICES, String::new());
        }
        draft
    }

    /// Whether answers or steps are typed for it.
    pub fn has_options(&self) -> bool {
        match self.kind {
            Kind::Choice | Kind::Choices => true,
            Kind::Steps => self.scaling == Scaling::Own,
            Kind::Level | Kind::Text | Kind::Number | Kind::Pictures => false,
        }
    }

    /// The words it is asked in; those of the app only where the kind has them.
    fn in_words(&self) -> Phrase {
        self.wording.of_app().unwrap_or_else(|| Phrase::Own(self.text.clone()))
    }

    /// The question as it stands, complete or not.
    pub fn sketch(&self) -> Question {
        let places = || self.keys.iter().filter_map(|key| u8::try_from(*key).ok());
        match self.kind {
            Kind::Level => Question::Level(self.moment),
            Kind::Choice => Question::Choice(Check {
                question: self.text.clone(),
                choices: self.options.clone(),
                key: places().next(),
            }),
            Kind::Choices => Question::Choices(Choices {
                question: self.text.clone(),
                choices: self.options.clone(),
                keys: places().collect(),
            }),
            Kind::Text if self.wording == Wording::Sentence => Question::Sentence,
            Kind::Text => Question::Text(self.in_words()),
            Kind::Number => Question::Number(NumberAsked {
                question: self.text.clone(),
                key: Some(self.number.clone()).filter(|key| !key.trim().is_empty()),
                unit: self.unit.clone(),
            }),
            Kind::Steps => Question::Steps(Steps {
                question: self.in_words(),
                words: match self.scaling {
                    Scaling::Confidence => StepWords::Confidence,
                    Scaling::Agreement => StepWords::Agreement,
                    Scaling::Frequency => StepWords::Frequency,
                    Scaling::Own => StepWords::Own(self.options.clone()),
                },
            }),
            Kind::Pictures => Question::Pictures(Pictures { question: self.in_words(), set: self.pictures }),
        }
    }

    /// The question.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self) -> Result<Question, Vec<QuestionProblem>> {
        let mut problems = Vec::new();
        let mut tidied = QuestionDraft { text: tidy(&self.text), ..self.clone() };
        let app_words = self.wording != Wording::Own && Wording::of(self.kind).contains(&self.wording);
        if !app_words {
            tidied.wording = Wording::Own;
        }
        if self.kind != Kind::Level && !app_words {
            match tidied.text.chars().count() {
                0 => problems.push(QuestionProblem::Empty),
                1..=LONGEST_QUESTION => {}
                _ => problems.push(QuestionProblem::Long),
            }
        }
        if self.has_options() {
            tidied.choose(&mut problems);
        }
        tidied.number = tidy(&self.number);
        tidied.unit = tidy(&self.unit);
        if self.kind == Kind::Number {
            if !tidied.number.is_empty() && !is_number(&tidied.number) {
                problems.push(QuestionProblem::NotANumber);
            }
            if tidied.unit.chars().count() > LONGEST_UNIT {
                problems.push(QuestionProblem::LongUnit);
            }
        }
        if problems.is_empty() { Ok(tidied.sketch()) } else { Err(problems) }
    }

    /// Leaves blank answers out, and lets the keys follow the others.
    fn choose(&mut self, problems: &mut Vec<QuestionProblem>) {
        let typed: Vec<(usize, String)> =
            self.options.iter().map(|o| tidy(o)).enumerate().filter(|(_, o)| !o.is_empty()).collect();
        let most = if self.kind == Kind::Steps { *STEPS.end() } else { MOST_CHOICES };
        if typed.len() < FEWEST_CHOICES {
            problems.push(QuestionProblem::FewChoices);
        }
        if typed.len() > most {
            problems.push(QuestionProblem::ManyChoices);
        }
        if typed.iter().any(|(_, option)| option.chars().count() > LONGEST_QUESTION) {
            problems.push(QuestionProblem::LongChoice);
        }
        if (1..typed.len()).any(|at| typed[..at].iter().any(|(_, earlier)| *earlier == typed[at].1)) {
            problems.push(QuestionProblem::SameChoice);
        }
        let now = |key: &usize| typed.iter().position(|(place, _)| place == key);
        let mut keys: Vec<usize> = self.keys.iter().filter_map(now).collect();
        if self.kind != Kind::Steps && keys.len() < self.keys.len() {
            problems.push(QuestionProblem::EmptyKey);
        }
        keys.sort_unstable();
        self.keys = keys;
        self.options = typed.into_iter().map(|(_, option)| option).collect();
    }
}
