//! One student on one skill: the teacher reads the level with its reasons, adds and mends evidence,
//! decides otherwise, and writes feedback.

use leptos::prelude::*;

use super::evidence_form::AddEvidence;
use super::feedback::WriteFeedback;
use super::pieces::Pieces;
use super::standing::Standing;
use super::way::Way;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::frame::StudentsBeside;
use crate::screens::said;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::level::Glyph;
use crate::words::words;

/// What the cell's parts ask about.
#[derive(Clone, Copy)]
pub struct Place {
    /// Whose cell it is.
    pub student: StudentId,
    /// On which skill.
    pub skill: SkillId,
}

impl Place {
    /// What changes when something in the cell does.
    pub fn slots(self) -> [Slot; 4] {
        [Slot::Cell(self.student, self.skill), Slot::Class, Slot::Scales, Slot::Skills]
    }
}

/// One student on one skill.
#[component]
pub fn Cell(student: StudentId, skill: SkillId) -> impl IntoView {
    let session = use_session();
    let place = Place { student, skill };
    let heading = Memo::new(move |_| {
        session.ask_slots(&[Slot::Roster, Slot::Skills], |nb| {
            let (name, line) = (&nb.student(student)?.name, &nb.skill(skill)?.statement);
            Some(words().skills().cell_title(name, line))
        })
    });
    let known = Memo::new(move |_| heading.with(Option::is_some));
    view! {
        <main id="main" class="skill-cell">
            {move || {
                if known.get() {
                    view! {
                        <Neighbours place />
                        <h1>{heading}</h1>
                        <Parts place />
                    }
                        .into_any()
                } else {
                    view! { <Nobody /> }.into_any()
                }
            }}
        </main>
    }
}

#[component]
fn Nobody() -> impl IntoView {
    let s = words().skills();
    view! {
        <h1>{s.title}</h1>
        <Empty text=s.no_cell>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
        </Empty>
    }
}

#[component]
fn Parts(place: Place) -> impl IntoView {
    view! {
        <div class="two">
            <div class="stack">
                <Standing place />
                <AddEvidence place />
                <WriteFeedback place />
            </div>
            <div class="stack">
                <Pieces place />
                <Way place />
                <LevelTexts place />
            </div>
        </div>
    }
}

/// The way back to the map, on to the chart, and to the students before and after.
#[component]
fn Neighbours(place: Place) -> impl IntoView {
    let s = words().skills();
    view! {
        <nav class="row between cell-nav" aria-label=s.cell_nav>
            <div class="row">
                <a class="btn small" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Growth(place.skill)).href()>
                    {s.to_growth}
                </a>
            </div>
            <StudentsBeside id=place.student to=move |student| TeacherScreen::Cell(student, place.skill) />
        </nav>
    }
}

/// What each level of the skill looks like.
#[component]
fn LevelTexts(place: Place) -> impl IntoView {
    let session = use_session();
    let rows = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills, Slot::Class, Slot::Scales], |nb| {
            let texts = nb.skill(place.skill).map(|s| s.levels.clone()).unwrap_or_default();
            let words = said::scale_words(nb);
            (words.len(), words.into_iter().zip(texts).collect::<Vec<_>>())
        })
    });
    let s = words().skills();
    let list = move || {
        let (levels, rows) = rows.get();
        let of = u8::try_from(levels).unwrap_or(4);
        let row = |(level, (word, text)): (u8, (String, String))| {
            view! {
                <li>
                    <Glyph level of />
                    <div>
                        <strong>{word}</strong>
                        <p>{text}</p>
                    </div>
                </li>
            }
        };
        if rows.is_empty() {
            view! { <p class="muted">{s.no_descriptions}</p> }.into_any()
        } else {
            let items = (1..).zip(rows).map(row).collect_view();
            view! { <ol class="level-texts">{items}</ol> }.into_any()
        }
    };
    view! {
        <section class="card stack">
            <h2>{s.descriptions}</h2>
            {list}
            <a class="btn small" href=Route::Teacher(TeacherScreen::EditSkills).href()>{s.edit}</a>
        </section>
    }
}
