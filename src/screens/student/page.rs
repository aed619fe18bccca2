//! One student, for the teacher before a word with them: strengths first, then where they stand
//! and how hard the tries are, what was tried, talks and notes, how they see themselves, their goals and
//! what else is theirs.

use leptos::prelude::*;

use super::agreement::OwnViews;
use super::axis::OverTime;
use super::beside::{Around, LongGoals, Work};
use super::levels::AllSkills;
use super::notes::Notes;
use super::parts::{RECENT, feedback, feedback_list, stones};
use super::profile::HowTheyWork;
use super::strengths::Strengths;
use super::talks::Talks;
use super::tried::Tried;
use crate::browser;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::frame::{StudentsBeside, Whose};
use crate::screens::said;
use crate::session::{Session, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::go_to;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The page of one student.
#[component]
pub fn StudentPage(id: StudentId) -> impl IntoView {
    let session = use_session();
    let name = Memo::new(move |_| {
        session.ask_slots(&[Slot::Roster], |nb| nb.student(id).map(|s| (s.name.clone(), s.left)))
    });
    let known = Memo::new(move |_| name.with(Option::is_some));
    let with_log = RwSignal::new(false);
    let left = move || name.with(|n| n.as_ref().is_some_and(|(_, left)| *left));
    view! {
        <main id="main" class="person" class:with-log=move || with_log.get()>
            {move || {
                if known.get() {
                    view! {
                        <Neighbours id />
                        <div class="row person-head">
                            <h1 dir="auto">{move || name.get().map(|(name, _)| name)}</h1>
                            <Show when=left>
                                <span class="pill">{words().person().left}</span>
                            </Show>
                            <a class="btn small noprint" href=Route::Teacher(TeacherScreen::Support(id)).href()>
                                {words().support().link}
                            </a>
                        </div>
                        <Whose id />
                        <Tools with_log />
                        <Parts id />
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
    let (p, s) = (words().person(), words().skills());
    view! {
        <h1>{p.nav}</h1>
        <Empty text=p.nobody>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
        </Empty>
    }
}

#[component]
fn Parts(id: StudentId) -> impl IntoView {
    view! {
        <div class="two">
            <div class="stack">
                <Strengths id />
                <AllSkills id />
                <OverTime id />
                <Tried id />
                <Work id />
                <LongGoals id />
                <Goals id />
            </div>
            <div class="stack">
                <Talks id />
                <Notes id />
                <HowTheyWork id />
                <OwnViews id />
                <Feedback id />
                <Around id />
            </div>
        </div>
    }
}

/// Ways to what is written most, and the page on paper: without what only the teacher sees unless asked for.
#[component]
fn Tools(with_log: RwSignal<bool>) -> impl IntoView {
    let b = words().beside();
    view! {
        <div class="row noprint" role="group" aria-label=b.ways>
            <button class="btn small" on:click=|_| go_to("talks-title")>{b.to_talks}</button>
            <button class="btn small" on:click=|_| go_to("notes-title")>{b.to_notes}</button>
            <button class="btn small" on:click=|_| browser::print()>
                <Icon of=Picture::Print />
                {b.print}
            </button>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || with_log.get()
                    on:change=move |event| with_log.set(event_target_checked(&event))
                />
                {b.print_log}
            </label>
        </div>
    }
}

/// The way back to the map, and to the students before and after.
#[component]
fn Neighbours(id: StudentId) -> impl IntoView {
    view! {
        <nav class="row between noprint" aria-label=words().person().nav>
            <a class="btn small" href=Route::Teacher(TeacherScreen::Skills).href()>{words().skills().to_map}</a>
            <StudentsBeside id to=TeacherScreen::Student />
        </nav>
    }
}

#[component]
fn Goals(id: StudentId) -> impl IntoView {
    let session = use_session();
    let goals = Memo::new(move |_| {
        session.ask_slots(&[Slot::Goals(id)], |nb| {
            nb.goals(id).into_iter().rev().take(RECENT).collect::<Vec<_>>()
        })
    });
    let name = name(session, id);
    let p = words().person();
    view! {
        <section class="card stack" aria-labelledby="goals-title">
            <h2 id="goals-title">{p.goals}</h2>
            {move || {
                let goals = goals.get();
                if goals.is_empty() {
                    view! { <p class="muted">{p.no_goals(&name.get())}</p> }.into_any()
                } else {
                    stones(goals).into_any()
                }
            }}
        </section>
    }
}

#[component]
fn Feedback(id: StudentId) -> impl IntoView {
    /// Pieces that are shown; the others stand with their skills.
    const SHORT: usize = 4;
    let session = use_session();
    let written = Memo::new(move |_| {
        session.ask_slots(&[Slot::Feedback(id), Slot::Skills], |nb| feedback(nb, id, SHORT))
    });
    let name = name(session, id);
    let p = words().person();
    view! {
        <section class="card stack" aria-labelledby="feedback-title">
            <h2 id="feedback-title">{p.feedback}</h2>
            {move || {
                let written = written.get();
                if written.is_empty() {
                    view! { <p class="muted">{p.no_feedback(&name.get())}</p> }.into_any()
                } else {
                    feedback_list(written).into_any()
                }
            }}
        </section>
    }
}

/// A student's name, for sentences.
pub fn name(session: Session, id: StudentId) -> Memo<String> {
    Memo::new(move |_| session.ask_slots(&[Slot::Roster], |nb| said::name_of(nb, id)))
}

/// What changes when anything about a student's levels on any skill does.
pub fn slots_of_levels(session: Session, id: StudentId) -> Vec<Slot> {
    let cells = session.ask_slots(&[Slot::Skills], |nb| {
        nb.skills().iter().map(|skill| Slot::Cell(id, skill.id)).collect::<Vec<_>>()
    });
    // Levels stand on the scale and follow the class's method; a ticket says what was asked.
    cells.into_iter().chain([Slot::Class, Slot::Scales, Slot::Tickets]).collect()
}
