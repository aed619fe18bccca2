//! A teacher finds a student, and sees with whom they have not talked for longest.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::talk::{PlanTalk, ago};
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::words::{sort_by_name, words};

/// In which order the students stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Name,
    Talk,
    Section,
}

/// A student in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    id: StudentId,
    name: String,
    section: String,
    last: Option<Day>,
}

/// All students in an order; by name where it leaves two beside each other.
fn lines(nb: &Notebook, today: Day, order: Order) -> Vec<Line> {
    let line = |(id, last)| {
        let student = nb.student(id)?;
        Some(Line { id, name: student.name.clone(), section: student.section.clone(), last })
    };
    let mut all: Vec<Line> = nb.talked_longest_ago(today).into_iter().filter_map(line).collect();
    sort_by_name(&mut all, |line| &line.name);
    match order {
        Order::Name => {}
        Order::Talk => all.sort_by_key(|line| line.last),
        Order::Section => sort_by_name(&mut all, |line| &line.section),
    }
    all
}

/// The screen.
#[component]
pub fn Students() -> impl IntoView {
    let session = use_session();
    let order = RwSignal::new(Order::Name);
    let all = Memo::new(move |_| session.ask(|nb| lines(nb, session.today.get(), order.get())));
    let any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let sections = Memo::new(move |_| all.with(|all| all.iter().any(|line| !line.section.is_empty())));
    let s = words().students();
    view! {
        <main id="main" class="stack">
            <div class="page-head">
                <div>
                    <h1>{s.title}</h1>
                    <p class="muted">{move || s.count(all.with(Vec::len))}</p>
                </div>
                <nav class="row noprint" aria-label=s.more>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Groups).href()>{s.groups}</a>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Boards).href()>{s.boards}</a>
                </nav>
            </div>
            <Show
                when=move || any.get()
                fallback=move || {
                    view! {
                        <Empty text=s.none>
                            <a class="btn go" href=Route::Teacher(TeacherScreen::Class).href()>{s.add}</a>
                        </Empty>
                    }
                }
            >
                <Orders order sections />
                <Table all sections />
            </Show>
        </main>
    }
}

#[component]
fn Orders(order: RwSignal<Order>, sections: Memo<bool>) -> impl IntoView {
    let s = words().students();
    let choice = move |of: Order, text: &'static str| {
        view! {
            <label class="choice compact">
                <input
                    type="radio"
                    name="order"
                    prop:checked=move || order.get() == of
                    on:change=move |_| order.set(of)
                />
                {text}
            </label>
        }
    };
    view! {
        <fieldset class="noprint">
            <legend class="unseen">{s.order}</legend>
            <div class="row">
                {choice(Order::Name, s.by_name)} {choice(Order::Talk, s.by_talk)}
                <Show when=move || sections.get()>{choice(Order::Section, s.by_section)}</Show>
            </div>
        </fieldset>
    }
}

#[component]
fn Table(all: Memo<Vec<Line>>, sections: Memo<bool>) -> impl IntoView {
    let session = use_session();
    let s = words().students();
    let line = move |line: Line| {
        let last = move || {
            line.last.map_or_else(|| words().log().never.to_owned(), |day| ago(day, session.today.get()))
        };
        let section = line.section;
        view! {
            <tr>
                <th scope="row">
                    <a href=Route::Teacher(TeacherScreen::Student(line.id)).href() dir="auto">{line.name}</a>
                </th>
                <Show when=move || sections.get()>
                    <td dir="auto">{section.clone()}</td>
                </Show>
                <td>{last}</td>
                <td class="noprint">
                    <PlanTalk id=line.id about="" />
                </td>
            </tr>
        }
    };
    view! {
        <table class="plain students card">
            <caption class="unseen">{s.title}</caption>
            <thead>
                <tr>
                    <th scope="col">{s.name}</th>
                    <Show when=move || sections.get()>
                        <th scope="col">{s.section}</th>
                    </Show>
                    <th scope="col">{s.last}</th>
                    <th scope="col" class="noprint">{s.talk}</th>
                </tr>
            </thead>
            <tbody>
                // A line that says the same stays, with the focus in it.
                <For each=move || all.get() key=|line| (line.id, line.last, line.section.clone(), line.name.clone()) let(it)>
                    {line(it)}
                </For>
            </tbody>
        </table>
    }
}
