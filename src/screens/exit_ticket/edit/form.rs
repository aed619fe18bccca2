//! The form of a check: one signal a field, so that typing redraws nothing else.

use leptos::prelude::*;

use crate::domain::exit_ticket::draft::{CheckDraft, Kind, QuestionDraft, Scaling, Wording};
use crate::domain::exit_ticket::{ExitTicket, MOST_QUESTIONS, Moment, PictureSet, Version};
use crate::domain::id::{SkillId, SurveyId};
use crate::domain::skill::FEWEST_CHOICES;
use crate::screens::exit_ticket::settings::Settings;

/// An answer or a step of an own scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Row {
    /// Tells it from the others while they move.
    pub id: u32,
    pub text: RwSignal<String>,
    /// Whether it is a right answer.
    pub key: RwSignal<bool>,
}

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct QuestionForm {
    /// Tells it from the others while they move.
    pub id: u32,
    pub kind: RwSignal<Kind>,
    pub moment: RwSignal<Moment>,
    pub wording: RwSignal<Wording>,
    pub text: RwSignal<String>,
    pub rows: RwSignal<Vec<Row>>,
    pub number: RwSignal<String>,
    pub unit: RwSignal<String>,
    pub scaling: RwSignal<Scaling>,
    pub pictures: RwSignal<PictureSet>,
}

impl QuestionForm {
    /// What is typed; whoever asks is asked again at each change.
    pub fn draft(self) -> QuestionDraft {
        let rows = self.rows.get();
        let keys = rows.iter().enumerate().filter(|(_, row)| row.key.get()).map(|(place, _)| place);
        QuestionDraft {
            kind: self.kind.get(),
            moment: self.moment.get(),
            wording: self.wording.get(),
            text: self.text.get(),
            keys: keys.collect(),
            options: rows.iter().map(|row| row.text.get()).collect(),
            number: self.number.get(),
            unit: self.unit.get(),
            scaling: self.scaling.get(),
            pictures: self.pictures.get(),
        }
    }

    /// The name of a field of it in the document.
    pub fn field(self, name: &str) -> String {
        format!("q{}-{name}", self.id)
    }

    /// The name of the field that has to be mended first when something is wrong with it.
    pub fn first_field(self) -> String {
        let own = self.wording.get_untracked() == Wording::Own;
        self.field(if own && self.kind.get_untracked() != Kind::Level { "text" } else { "kind" })
    }
}

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
    /// New fields belong to the form, whoever makes them.
    owner: StoredValue<Owner>,
    next: StoredValue<u32>,
}

impl Form {
    /// The form of a check; `survey` is for a pair it may become a half of.
    pub fn of(ticket: &ExitTicket, survey: SurveyId) -> Form {
        let form = Form {
            skill: RwSignal::new(ticket.skill),
            settings: Settings::of(ticket),
            survey: StoredValue::new(ticket.survey.map_or(survey, |part| part.survey)),
            a: RwSignal::new(Vec::new()),
            b: RwSignal::new(Vec::new()),
            version: RwSignal::new(Version::A),
            removed: RwSignal::new(None),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
            next: StoredValue::new(0),
        };
        let draft = CheckDraft::of(ticket);
        form.a.set(draft.questions.into_iter().map(|q| form.fields(q)).collect());
        form.b.set(draft.version_b.into_iter().map(|q| form.fields(q)).collect());
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

    fn fresh(self) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        id
    }

    /// An answer with this text.
    pub fn row(self, text: String, key: bool) -> Row {
        self.owner.with_value(|owner| {
            owner.with(|| Row { id: self.fresh(), text: RwSignal::new(text), key: RwSignal::new(key) })
        })
    }

    fn fields(self, draft: QuestionDraft) -> QuestionForm {
        let row = |(place, text): (usize, String)| self.row(text, draft.keys.contains(&place));
        let mut rows: Vec<Row> = draft.options.iter().cloned().enumerate().map(row).collect();
        while rows.len() < FEWEST_CHOICES {
            rows.push(self.row(String::new(), false));
        }
        let make = || QuestionForm {
            id: self.fresh(),
            kind: RwSignal::new(draft.kind),
            moment: RwSignal::new(draft.moment),
            wording: RwSignal::new(draft.wording),
            text: RwSignal::new(draft.text.clone()),
            rows: RwSignal::new(rows),
            number: RwSignal::new(draft.number.clone()),
            unit: RwSignal::new(draft.unit.clone()),
            scaling: RwSignal::new(draft.scaling),
            pictures: RwSignal::new(draft.pictures),
        };
        self.owner.with_value(|owner| owner.with(make))
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
        let question = self.fields(draft);
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
        let copies = self.a.get_untracked().into_iter().map(|q| self.fields(untrack(|| q.draft())));
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
