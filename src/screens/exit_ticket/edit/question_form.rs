//! The form of one question: one signal a field, so that typing redraws nothing else.

use leptos::prelude::*;

use crate::domain::exit_ticket::draft::{Kind, QuestionDraft, QuestionProblem, Scaling, Wording};
use crate::domain::exit_ticket::{Moment, PictureSet};
use crate::domain::skill::FEWEST_CHOICES;

/// Makes fields with a number of their own. They belong to whoever made this, not to who asks for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screens::exit_ticket) struct Fields {
    owner: StoredValue<Owner>,
    next: StoredValue<u32>,
}

impl Fields {
    /// Fields that live as long as what is on the screen now.
    pub fn here() -> Fields {
        let owner = StoredValue::new(Owner::current().unwrap_or_default());
        Fields { owner, next: StoredValue::new(0) }
    }

    fn fresh(self) -> u32 {
        let id = self.next.get_value();
        self.next.set_value(id.wrapping_add(1));
        id
    }

    fn row(self, text: String, key: bool) -> Row {
        self.owner.with_value(|owner| {
            owner.with(|| Row { id: self.fresh(), text: RwSignal::new(text), key: RwSignal::new(key) })
        })
    }

    /// The form of a question.
    pub fn question(self, draft: &QuestionDraft) -> QuestionForm {
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
            fields: self,
        };
        self.owner.with_value(|owner| owner.with(make))
    }
}

/// An answer or a step of an own scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screens::exit_ticket) struct Row {
    /// Tells it from the others while they move.
    pub id: u32,
    pub text: RwSignal<String>,
    /// Whether it is a right answer.
    pub key: RwSignal<bool>,
}

/// One question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screens::exit_ticket) struct QuestionForm {
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
    fields: Fields,
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

    /// One more answer for it.
    pub fn row(self, text: String) -> Row {
        self.fields.row(text, false)
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

    /// The field in which a problem of a question is mended.
    pub fn field_of(self, problem: QuestionProblem) -> String {
        match problem {
            QuestionProblem::Empty | QuestionProblem::Long => self.first_field(),
            QuestionProblem::NotANumber => self.field("number"),
            QuestionProblem::LongUnit => self.field("unit"),
            QuestionProblem::FewChoices
            | QuestionProblem::ManyChoices
            | QuestionProblem::LongChoice
            | QuestionProblem::SameChoice
            | QuestionProblem::EmptyKey => self.field("answer-1"),
        }
    }
}
