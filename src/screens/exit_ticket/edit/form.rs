//! The form of a check: its settings and its questions, each a form of its own.

use leptos::prelude::*;

use super::question_form::{Fields, QuestionForm};
use crate::domain::exit_ticket::draft::{CheckDraft, QuestionDraft};
use crate::domain::exit_ticket::{MOST_QUESTIONS, Version};
use crate::domain::id::{SkillId, SurveyId};
use crate::screens::exit_ticket::settings::Settings;

/// What was taken out last, and can be put back where it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Removed {
    /// A question of a version, from this place.
    Question(Version, usize, QuestionForm),
    /// All of version B.
    VersionB(Vec<QuestionForm>),
}

/// The whole check.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub skill: RwSignal<SkillId>,
    pub settings: Settings,
    /// The survey it is or would be a half of.
    survey: StoredValue<SurveyId>,
    a: RwSignal<Vec<QuestionForm>>,
    b: RwSignal<Vec<QuestionForm>>,
    /// The version that is on the screen.
    pub version: RwSignal<Version>,
    pub removed: RwSignal<Option<Removed>>,
    fields: Fields,
}

impl Form {
    /// The form with what is typed; `survey` is for a pair the check may become a half of.
    pub fn of(draft: &CheckDraft, survey: SurveyId) -> Form {
        let form = Form {
            skill: RwSignal::new(draft.skill),
            settings: Settings::of(draft),
            survey: StoredValue::new(draft.pair.unwrap_or(survey)),
            a: RwSignal::new(Vec::new()),
            b: RwSignal::new(Vec::new()),
            version: RwSignal::new(Version::A),
            removed: RwSignal::new(None),
            fields: Fields::here(),
        };
        form.a.set(draft.questions.iter().map(|q| form.fields.question(q)).collect());
        form.b.set(draft.version_b.iter().map(|q| form.fields.question(q)).collect());
        form
    }

    /// What is typed; whoever asks is asked again at each change.
    pub fn draft(self) -> CheckDraft {
        let drafts =
            |of: RwSignal<Vec<QuestionForm>>| of.get().into_iter().map(QuestionForm::draft).collect();
        CheckDraft {
            skill: self.skill.get(),
            title: self.settings.title.get(),
            minutes: self.settings.minutes.get(),
            anonymous: self.settings.anonymous.get(),
            pair: self.settings.pair.get().then(|| self.survey.get_value()),
            questions: drafts(self.a),
            version_b: drafts(self.b),
        }
    }

    /// The questions of a version.
    pub fn of_version(self, version: Version) -> RwSignal<Vec<QuestionForm>> {
        match version {
            Version::A => self.a,
            Version::B => self.b,
        }
    }

    /// The questions that are on the screen.
    pub fn questions(self) -> Vec<QuestionForm> {
        self.of_version(self.version.get()).get()
    }

    /// Whether there are two versions.
    pub fn has_b(self) -> bool {
        self.b.with(|b| !b.is_empty())
    }

    /// Whether the version on the screen has no room for another question.
    pub fn is_full(self) -> bool {
        self.questions().len() >= MOST_QUESTIONS
    }

    // ---- what can be done with the questions on the screen ----

    fn list(self) -> RwSignal<Vec<QuestionForm>> {
        self.of_version(self.version.get_untracked())
    }

    /// Adds a question at the end; `None` when there is no room.
    pub fn add(self, draft: QuestionDraft) -> Option<QuestionForm> {
        let list = self.list();
        if list.with_untracked(Vec::len) >= MOST_QUESTIONS {
            return None;
        }
        let question = self.fields.question(&draft);
        list.update(|all| all.push(question));
        Some(question)
    }

    /// Puts a copy of a question behind it; `None` when there is no room.
    pub fn duplicate(self, question: QuestionForm) -> Option<QuestionForm> {
        let copy = self.add(untrack(|| question.draft()))?;
        self.list().update(|all| {
            let from = all.len() - 1;
            if let Some(place) = all.iter().position(|q| *q == question) {
                all[place + 1..=from].rotate_right(1);
            }
        });
        Some(copy)
    }

    /// Moves a question one place up or down.
    pub fn shift(self, question: QuestionForm, down: bool) {
        self.list().update(|all| {
            let Some(at) = all.iter().position(|q| *q == question) else { return };
            let to = if down { at + 1 } else { at.wrapping_sub(1) };
            if to < all.len() {
                all.swap(at, to);
            }
        });
    }

    /// Takes a question out; it can be put back.
    pub fn remove(self, question: QuestionForm) {
        let version = self.version.get_untracked();
        let mut place = None;
        self.list().update(|all| {
            place = all.iter().position(|q| *q == question);
            all.retain(|q| *q != question);
        });
        self.removed.set(place.map(|place| Removed::Question(version, place, question)));
    }

    /// Writes version B as a copy of version A and shows it.
    pub fn write_b(self) {
        let copies = self.a.get_untracked().into_iter().map(|q| self.fields.question(&untrack(|| q.draft())));
        self.b.set(copies.collect());
        self.version.set(Version::B);
    }

    /// Takes version B out; it can be put back.
    pub fn leave_b(self) {
        self.removed.set(Some(Removed::VersionB(self.b.get_untracked())));
        self.version.set(Version::A);
        self.b.set(Vec::new());
    }

    /// Puts back what was taken out last.
    pub fn put_back(self) {
        match self.removed.get_untracked() {
            Some(Removed::Question(version, place, question)) => {
                self.of_version(version).update(|all| all.insert(place.min(all.len()), question));
                self.version.set(version);
            }
            Some(Removed::VersionB(questions)) => {
                self.b.set(questions);
                self.version.set(Version::B);
            }
            None => {}
        }
        self.removed.set(None);
    }
}
