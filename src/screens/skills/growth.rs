//! Growth on one skill as a chart: the teacher looks at the whole class or at one student, and
//! finds the same numbers as a table.

use leptos::prelude::*;

use super::growth_shown::{Shown, shown};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::chart::ChartFigure;
use crate::ui::empty::Empty;
use crate::ui::term::Term;
use crate::words::words;

/// Growth on one skill.
#[component]
pub fn GrowthScreen(
    /// The skill.
    skill: SkillId,
) -> impl IntoView {
    let session = use_session();
    let who = RwSignal::new(None::<StudentId>);
    let line = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| nb.skill(skill).map(|s| s.statement.clone()))
    });
    let known = Memo::new(move |_| line.with(Option::is_some));
    let shown = Memo::new(move |_| session.ask(|nb| shown(nb, skill, who.get())));
    let any = Memo::new(move |_| shown.with(|s| !s.rows.is_empty()));
    let s = words().skills();
    view! {
        <main id="main" class="growth stack">
            <div class="page-head">
                <h1>{move || line.get().map_or(s.growth.to_owned(), |line| s.growth_title(&line))}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
            </div>
            <Show when=move || known.get() fallback=move || view! { <p>{s.no_cell}</p> }>
                <section class="card stack">
                    <Who skill who />
                    <Show when=move || any.get() fallback=move || view! { <Nothing /> }>
                        <Figure shown line />
                    </Show>
                </section>
            </Show>
        </main>
    }
}

/// Whose growth, and the way to the student's own page on the skill.
#[component]
fn Who(skill: SkillId, who: RwSignal<Option<StudentId>>) -> impl IntoView {
    let session = use_session();
    let students = Memo::new(move |_| session.ask_slots(&[Slot::Roster], said::students_by_name));
    let s = words().skills();
    let option = |(id, name): (StudentId, String)| view! { <option value=id.to_string()>{name}</option> };
    let cell = move |student| Route::Teacher(TeacherScreen::Cell(student, skill)).href();
    view! {
        <div class="row">
            <label class="row">
                <span>{s.growth_of}</span>
                <select class="plain" on:change=move |event| who.set(event_target_value(&event).parse().ok())>
                    <option value="">{s.whole_class}</option>
                    {move || students.get().into_iter().map(option).collect_view()}
                </select>
            </label>
            {move || {
                who.get().map(|student| view! { <a class="btn small" href=cell(student)>{s.see_evidence}</a> })
            }}
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let s = words().skills();
    view! {
        <Empty text=s.growth_none>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
        </Empty>
    }
}

#[component]
fn Figure(shown: Memo<Shown>, line: Memo<Option<String>>) -> impl IntoView {
    let s = words().skills();
    let drawing = Signal::derive(move || shown.with(|s| s.drawing.clone()));
    let sentence = Signal::derive(move || shown.with(|s| s.sentence.clone()));
    let name = Signal::derive(move || s.growth_title(&line.get().unwrap_or_default()));
    view! {
        <ChartFigure drawing sentence name>
            {move || shown.with(legend)}
            <details>
                <summary>{s.as_table}</summary>
                {move || view! { <Table shown=shown.get() /> }}
            </details>
        </ChartFigure>
    }
}

fn legend(shown: &Shown) -> impl IntoView + use<> {
    let s = words().skills();
    let student = shown.name.as_ref().map(|name| {
        view! {
            <li>
                <span class="disc" aria-hidden="true"></span>
                {s.legend_shown}
            </li>
            <li>
                <span class="ring" aria-hidden="true"></span>
                {s.own_of(name)}
            </li>
        }
    });
    view! {
        <ul class="chart-legend sm">
            <li>
                <span class="stroke" aria-hidden="true"></span>
                {shown.rule.clone()}
            </li>
            {student}
            <li>
                <Term of=Term::Growth />
            </li>
        </ul>
    }
}

#[component]
fn Table(shown: Shown) -> impl IntoView {
    let s = words().skills();
    let head = |text: String| view! { <th scope="col">{text}</th> };
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let day = cells.next();
        view! {
            <tr>
                <th scope="row">{day}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <table class="plain-table sm">
            <caption class="unseen">{shown.sentence}</caption>
            <thead>
                <tr>
                    <th scope="col">{s.day}</th>
                    {shown.heads.into_iter().map(head).collect_view()}
                </tr>
            </thead>
            <tbody>{shown.rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
