//! The class map: a teacher sees where every student stands on every skill, and rates what they
//! just saw with a number key.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::map_table::{Column, MapTable};
use super::map_tools::{Filter, Tools};
use crate::browser;
use crate::domain::Day;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::level::Glyph;
use crate::ui::term::Term;
use crate::words::{long_day, short_day, words};

/// The class map.
#[component]
pub fn ClassMap() -> impl IntoView {
    let session = use_session();
    let students = Memo::new(move |_| session.ask_slots(&[Slot::Roster], said::students_by_name));
    let skills = Memo::new(move |_| session.ask_slots(&[Slot::Skills], Column::all));
    let filter = Filter::new();
    let columns = Memo::new(move |_| {
        let mut columns = skills.get();
        columns.retain(|column| filter.lets_through(column));
        columns
    });
    let then = Signal::derive(move || filter.then.get());
    let rows = Memo::new(move |_| {
        let skills: Vec<SkillId> = columns.with(|all| all.iter().map(|column| column.id).collect());
        let mut students = students.get();
        if let Some(section) = filter.section.get() {
            let of_it: BTreeSet<StudentId> = session.ask_slots(&[Slot::Roster], |nb| {
                let here = nb.students().into_iter().filter(|student| *student.section == *section);
                here.map(|student| student.id).collect()
            });
            students.retain(|(id, _)| of_it.contains(id));
        }
        let ids: Vec<StudentId> = students.iter().map(|(id, _)| *id).collect();
        // Asked once: a row must not move away under the hand that rates in it.
        let order = session.peek(|nb| nb.map_rows(&ids, &skills, then.get(), filter.rows()));
        let named = |id: StudentId| students.iter().find(|(other, _)| *other == id).cloned();
        order.into_iter().filter_map(named).collect::<Vec<_>>()
    });
    let nobody = Memo::new(move |_| students.with(Vec::is_empty));
    let nothing = Memo::new(move |_| skills.with(Vec::is_empty));
    let s = words().skills();
    let nothing_left = Memo::new(move |_| match (columns.with(Vec::is_empty), rows.with(Vec::is_empty)) {
        (true, _) => Some(s.nothing_shown),
        (_, true) => Some(s.nobody_shown),
        _ => None,
    });
    view! {
        <main id="main" class="class-map">
            {move || match (nobody.get(), nothing.get()) {
                (true, _) => {
                    view! {
                        <Head />
                        <NoStudents />
                    }
                        .into_any()
                }
                (_, true) => {
                    view! {
                        <Head />
                        <NoSkills />
                    }
                        .into_any()
                }
                _ => {
                    view! {
                        <Head>
                            <Tools skills filter rows columns />
                        </Head>
                        <Legend then />
                        <Show
                            when=move || nothing_left.get().is_none()
                            fallback=move || nothing_left.get().map(|text| view! { <NothingShown text filter /> })
                        >
                            <MapTable students=rows columns then />
                        </Show>
                    }
                        .into_any()
                }
            }}
        </main>
    }
}

#[component]
fn Head(#[prop(optional)] children: Option<Children>) -> impl IntoView {
    let session = use_session();
    let s = words().skills();
    // On paper it says whose levels these are, and of which day.
    let day = move || {
        let title = session.ask_slots(&[Slot::Class], |nb| nb.class().map(|class| class.title.clone()));
        format!("{} · {}", title.unwrap_or_default(), long_day(session.today.get()))
    };
    view! {
        <div class="page-head">
            <div class="row">
                <h1>{s.title}</h1>
                <a class="btn small noprint" href=Route::Teacher(TeacherScreen::EditSkills).href()>{s.edit}</a>
                <button class="btn small noprint" on:click=|_| browser::print()>{words().app().print}</button>
            </div>
            <p class="map-day muted">{day}</p>
            {children.map(|children| children())}
        </div>
    }
}

#[component]
fn NoStudents() -> impl IntoView {
    let s = words().skills();
    view! {
        <Empty text=s.no_students>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Class).href()>{s.add_students}</a>
        </Empty>
    }
}

#[component]
fn NoSkills() -> impl IntoView {
    let s = words().skills();
    view! {
        <Empty text=s.no_skills>
            <a class="btn go" href=Route::Teacher(TeacherScreen::EditSkills).href()>{s.choose_skills}</a>
        </Empty>
    }
}

#[component]
fn NothingShown(text: &'static str, filter: Filter) -> impl IntoView {
    let s = words().skills();
    let show_all = move |_| {
        filter.show_all();
        focus_on("map-subject");
    };
    view! {
        <Empty text>
            <button class="btn go" on:click=show_all>{s.show_all}</button>
        </Empty>
    }
}

/// What the marks mean.
#[component]
fn Legend(then: Signal<Option<Day>>) -> impl IntoView {
    let session = use_session();
    let levels = Memo::new(move |_| session.ask_slots(&[Slot::Class, Slot::Scales], said::scale_words));
    let s = words().skills();
    let level = |(level, word): (u8, String), of: u8| {
        view! {
            <li class="level-tag">
                <Glyph level of />
                <span>{level} " " {word}</span>
            </li>
        }
    };
    let all = move || {
        let levels = levels.get();
        let of = u8::try_from(levels.len()).unwrap_or(4);
        (1..).zip(levels).map(|pair| level(pair, of)).collect_view()
    };
    view! {
        <ul class="map-legend sm" aria-label=s.legend>
            {all}
            <li class="level-tag">
                <Glyph level=0 of=4 />
                <span>{words().levels().none}</span>
            </li>
            <li class="level-tag">
                <span class="map-own lv2" data-level="2" aria-hidden="true"></span>
                <Term of=Term::SelfAssessment text=s.legend_own />
            </li>
            <li class="level-tag">
                <span class="decided-mark" aria-hidden="true"></span>
                <Term of=Term::LevelOverride text=s.legend_decided />
            </li>
            {move || {
                then.get()
                    .map(|day| {
                        view! {
                            <li class="level-tag">
                                <span class="map-change" data-change="+1" aria-hidden="true"></span>
                                <span>{s.legend_change(&short_day(day))}</span>
                            </li>
                        }
                    })
            }}
        </ul>
        <p class="muted sm map-hint" id="map-hint">{s.keys_hint}</p>
    }
}
