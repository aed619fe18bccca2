//! What a student is furthest in and what they grew most in: the first thing the teacher reads.

use leptos::prelude::*;

use super::page::{name, slots_of_levels};
use crate::domain::Notebook;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::scale::Level;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::level::{Glyph, LevelTag};
use crate::words::{short_day, words};

/// One skill of a list.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Line {
    skill: SkillId,
    statement: String,
    level: Level,
    scale: Vec<String>,
    /// The way there, where growth is told.
    way: Option<String>,
}

/// Both lists.
#[derive(Clone, Default, PartialEq)]
struct Shown {
    furthest: Vec<Line>,
    grown: Vec<Line>,
}

impl Shown {
    fn of(nb: &Notebook, student: StudentId) -> Shown {
        let strengths = nb.strengths(student);
        let line = |skill: SkillId, level: Level, way: Option<String>| Line {
            skill,
            statement: said::skill_line(nb, skill),
            level,
            scale: said::scale_words(nb),
            way,
        };
        let word = |level: Level| said::level_word(nb, level);
        let grown = strengths.grown.iter().map(|grown| {
            let growth = grown.growth;
            let day = short_day(grown.since);
            let way = words().person().grew(&day, &word(growth.from), &word(growth.to));
            line(grown.skill, growth.to, Some(way))
        });
        Shown {
            furthest: strengths.furthest.iter().map(|(skill, level)| line(*skill, *level, None)).collect(),
            grown: grown.collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.furthest.is_empty() && self.grown.is_empty()
    }
}

/// The strengths of a student.
#[component]
pub fn Strengths(id: StudentId) -> impl IntoView {
    let session = use_session();
    let shown = Memo::new(move |_| {
        let slots = slots_of_levels(session, id);
        session.ask_slots(&slots, |nb| Shown::of(nb, id))
    });
    let any = Memo::new(move |_| shown.with(|s| !s.is_empty()));
    let name = name(session, id);
    let p = words().person();
    view! {
        <section class="card stack" aria-labelledby="strengths-title">
            <h2 id="strengths-title">{p.strengths}</h2>
            <Show when=move || any.get() fallback=move || view! { <p>{p.no_strengths(&name.get())}</p> }>
                <div class="strengths">
                    <List id head=p.furthest lines=Signal::derive(move || shown.with(|s| s.furthest.clone())) />
                    <List id head=p.grown lines=Signal::derive(move || shown.with(|s| s.grown.clone())) />
                </div>
            </Show>
        </section>
    }
}

/// One list; nothing at all when it is empty.
#[component]
fn List(id: StudentId, head: &'static str, lines: Signal<Vec<Line>>) -> impl IntoView {
    let any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let line = move |line: Line| {
        let href = Route::Teacher(TeacherScreen::Cell(id, line.skill)).href();
        let none = words().levels().none;
        view! {
            <li>
                <a href=href dir="auto">{line.statement}</a>
                {match line.way {
                    Some(way) => {
                        let of = u8::try_from(line.scale.len()).unwrap_or(4);
                        view! {
                            <p class="level-tag muted sm">
                                <Glyph level=line.level.0 of />
                                <span>{way}</span>
                            </p>
                        }
                            .into_any()
                    }
                    None => view! { <p><LevelTag level=Some(line.level.0) words=line.scale none /></p> }.into_any(),
                }}
            </li>
        }
    };
    view! {
        <Show when=move || any.get()>
            <div>
                <h3>{head}</h3>
                <ul class="person-lines">
                    <For each=move || lines.get() key=Clone::clone children=line />
                </ul>
            </div>
        </Show>
    }
}
