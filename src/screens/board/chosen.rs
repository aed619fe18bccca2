//! Who chose what on a board, and who has not chosen yet. From a way a group can be made.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::browser;
use crate::domain::Notebook;
use crate::domain::id::{BoardId, GroupId, StudentId};
use crate::domain::student_group::StudentGroup;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{Saver, Session, use_session};
use crate::words::{sort_by_name, words};

/// A student, their name, and the rate they chose.
type Who = (StudentId, String, String);

/// A way and who chose it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Way {
    text: String,
    /// Whether it can be chosen; it may have been on the board once.
    offered: bool,
    who: Vec<Who>,
}

/// The ways of a board, and who has chosen none.
fn read(nb: &Notebook, id: BoardId) -> (Vec<Way>, Vec<Who>) {
    let Some(board) = nb.board(id) else { return Default::default() };
    let named = |mut who: Vec<Who>| {
        sort_by_name(&mut who, |(_, name, _)| name);
        who
    };
    let mut chose: BTreeSet<StudentId> = BTreeSet::new();
    let mut way = |(text, who): (String, Vec<StudentId>)| {
        chose.extend(&who);
        let rate = |student| nb.choice(student, id).map(|made| made.rate.clone()).unwrap_or_default();
        let who = who.into_iter().map(|student| (student, said::name_of(nb, student), rate(student)));
        Way { offered: board.ways.contains(&text), who: named(who.collect()), text }
    };
    let ways: Vec<Way> = nb.choices(board).into_iter().map(&mut way).collect();
    let open = nb.students().into_iter().filter(|student| !chose.contains(&student.id));
    (ways, named(open.map(|student| (student.id, student.name.clone(), String::new())).collect()))
}

/// The list.
#[component]
pub fn Chosen(id: BoardId) -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| session.ask(|nb| read(nb, id)));
    let ways = move || all.with(|(ways, _)| ways.clone());
    let open = Memo::new(move |_| all.with(|(_, open)| open.clone()));
    let b = words().board();
    view! {
        <section class="card stack" aria-labelledby="who-chose">
            <h2 id="who-chose">{b.who}</h2>
            <ul class="chosen">
                <For each=ways key=Clone::clone let:way>
                    <OneWay id way />
                </For>
                <li>
                    <h3>
                        {move || match open.with(Vec::len) {
                            0 => b.all_chose.to_owned(),
                            n => b.not_yet(n),
                        }}
                    </h3>
                    <Names who=Signal::derive(move || open.get()) />
                </li>
            </ul>
        </section>
    }
}

#[component]
fn OneWay(id: BoardId, way: Way) -> impl IntoView {
    let session = use_session();
    let b = words().board();
    let saver = Saver::new(session);
    let Way { text, offered, who } = way;
    let label = b.group_of(&text);
    let (nobody, members) = (who.is_empty(), who.iter().map(|(student, ..)| *student).collect::<Vec<_>>());
    let way = text.clone();
    let group = (!nobody).then(|| {
        view! {
            <button
                class="btn small noprint"
                aria-label=label
                on:click=move |_| make_group(session, saver, id, &way, &members)
            >
                {b.make_group}
            </button>
        }
    });
    view! {
        <li>
            <div class="row between">
                <h3 dir="auto">
                    {text} " " <span class="count">{who.len()}</span> " "
                    {(!offered).then(|| view! { <span class="pill">{b.gone}</span> })}
                </h3>
                {group}
            </div>
            {nobody.then(|| view! { <p class="muted">{b.nobody}</p> })}
            <Names who />
        </li>
    }
}

#[component]
fn Names(#[prop(into)] who: Signal<Vec<Who>>) -> impl IntoView {
    let name = |(student, name, rate): Who| {
        let href = Route::Teacher(TeacherScreen::Student(student)).href();
        let rate = (!rate.is_empty()).then(|| view! { " " <span class="muted sm" dir="auto">{rate}</span> });
        view! {
            <li>
                <a href=href dir="auto">{name}</a>
                {rate}
            </li>
        }
    };
    view! {
        <ul class="card-names">
            <For each=move || who.get() key=Clone::clone children=name />
        </ul>
    }
}

/// Makes a group of who chose a way, and goes there.
fn make_group(session: Session, saver: Saver, id: BoardId, way: &str, members: &[StudentId]) {
    let today = session.today.get_untracked();
    let group = GroupId::from_bits(browser::random_bits());
    let (changes, said) = session.peek(|nb| {
        let skill = nb.board(id).and_then(|board| board.skill);
        let made = StudentGroup::beginning(group, way, skill, today);
        let said = words().board().group_said(&made.title);
        (nb.make_group(made, members, today), said)
    });
    saver.save(changes, said, move || browser::go(&Route::Teacher(TeacherScreen::Group(group)).href()));
}
