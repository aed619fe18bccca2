//! A teacher begins a new year with a class that goes on from this one.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::make::NamesRead;
use super::settings::amend;
use crate::browser;
use crate::domain::entry::Change;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::roster::{Names, Student, new_ids, parse_names};
use crate::route::{Route, TeacherScreen};
use crate::session::{Toast, use_session};
use crate::words::{sort_by_name, words};

/// What is being decided.
#[derive(Clone, Copy)]
struct Plan {
    title: RwSignal<String>,
    staying: RwSignal<BTreeSet<StudentId>>,
    pasted: RwSignal<String>,
    names: Memo<Names>,
    put_away: RwSignal<bool>,
    all: Memo<Vec<Student>>,
}

impl Plan {
    /// Everybody who is in the class stays, until somebody says otherwise.
    fn begin() -> Plan {
        let session = use_session();
        let all = Memo::new(move |_| {
            let mut all: Vec<Student> =
                session.ask_slots(&[Slot::Roster], |nb| nb.all_students().into_iter().cloned().collect());
            sort_by_name(&mut all, |student| &student.name);
            all
        });
        let stay: BTreeSet<StudentId> =
            all.with_untracked(|all| all.iter().filter(|s| !s.left).map(|s| s.id).collect());
        let title = session.peek(|nb| nb.class().map(|class| class.title.clone())).unwrap_or_default();
        let (staying, pasted) = (RwSignal::new(stay), RwSignal::new(String::new()));
        let names = Memo::new(move |_| {
            let taken = all.with(|all| {
                let stays = |student: &&Student| staying.with(|ids| ids.contains(&student.id));
                all.iter().filter(stays).map(|s| s.name.clone()).collect::<Vec<_>>()
            });
            parse_names(&pasted.get(), taken.iter().map(String::as_str))
        });
        Plan { title: RwSignal::new(title), staying, pasted, names, put_away: RwSignal::new(false), all }
    }

    /// How many come along.
    fn count(self) -> usize {
        self.staying.with(BTreeSet::len)
    }

    /// The students of the new class who were in none.
    fn new_students(self, today: crate::domain::Day) -> Vec<Change> {
        let names = self.names.with_untracked(|names| names.names.clone());
        let staying = self.staying.get_untracked();
        let ids = new_ids(staying, names.iter().map(|_| browser::random_bits()));
        let new = ids.into_iter().zip(names);
        new.map(|(id, name)| {
            Change::by_teacher(id, Student { joined: Some(today), ..Student::named(id, name) })
        })
        .collect()
    }
}

/// The screen.
#[component]
pub fn Year() -> impl IntoView {
    let session = use_session();
    let plan = Plan::begin();
    let problem = RwSignal::new(None::<&'static str>);
    let under_way = RwSignal::new(false);
    let old = session.peek(|nb| nb.class().map(|class| class.title.clone())).unwrap_or_default();
    let y = words().year();
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let title = plan.title.get_untracked().trim().to_owned();
        problem.set(title.is_empty().then_some(y.need_name));
        if title.is_empty() || under_way.get_untracked() {
            return;
        }
        under_way.set(true);
        let staying: Vec<StudentId> = plan.staying.get_untracked().into_iter().collect();
        let mut changes = session.peek(|nb| nb.next_year(&title, &staying));
        changes.extend(plan.new_students(session.today.get_untracked()));
        let away = plan.put_away.get_untracked().then(|| amend(session, |class| class.archived = true));
        spawn_local(async move {
            if session.begin_year(changes, away.flatten()).await.is_ok() {
                session.toast.set(Some(Toast { text: y.begun(&title), undo: None }));
                browser::go(&Route::Teacher(TeacherScreen::Today).href());
            } else {
                // The banner says why, and all that was typed is still here.
                under_way.set(false);
            }
        });
    };
    view! {
        <main id="main" class="narrow stack">
            <h1>{y.title}</h1>
            <p>{y.lead(&old)}</p>
            <ComesAlong />
            <form class="stack" on:submit=begin>
                <label class="field">
                    <span>{y.name}</span>
                    <input
                        type="text"
                        maxlength="60"
                        dir="auto"
                        aria-describedby="year-problem"
                        bind:value=plan.title
                    />
                </label>
                <p id="year-problem" class="problem" role="alert">{move || problem.get()}</p>
                <Who plan />
                <NewNames plan />
                <section class="card stack">
                    <h2>{y.old}</h2>
                    <label class="check">
                        <input type="checkbox" bind:checked=plan.put_away aria-describedby="year-away" />
                        {y.old_away(&old)}
                    </label>
                    <p id="year-away" class="muted sm">{y.old_away_text}</p>
                    <p class="muted sm">{y.undo}</p>
                </section>
                <div class="row">
                    <button class="btn go" type="submit">{y.begin}</button>
                    <a class="btn" href=Route::Teacher(TeacherScreen::Class).href()>{words().app().cancel}</a>
                </div>
            </form>
        </main>
    }
}

/// What goes into the new class and what does not.
#[component]
fn ComesAlong() -> impl IntoView {
    let session = use_session();
    let y = words().year();
    let skills = move || session.ask_slots(&[Slot::Skills], |nb| nb.skills().len());
    view! {
        <section class="card stack">
            <h2>{y.along}</h2>
            <ul class="plain-list">
                <li>{move || y.along_made(skills())}</li>
                <li>{y.along_students}</li>
            </ul>
            <p>{y.along_not}</p>
        </section>
    }
}

/// Who stays: a box for each student.
#[component]
fn Who(plan: Plan) -> impl IntoView {
    let y = words().year();
    let part = move |left: bool| {
        plan.all.with(|all| all.iter().filter(|s| s.left == left).cloned().collect::<Vec<_>>())
    };
    let boxes = move |left: bool| {
        view! {
            <ul class="who-stays">
                <For
                    each=move || part(left)
                    key=|student| student.id
                    children=move |student| view! { <Stays plan student /> }
                />
            </ul>
        }
    };
    let tick_all = move |_| plan.staying.set(part(false).into_iter().map(|s| s.id).collect());
    view! {
        <section class="card">
            <fieldset class="stack">
                <legend>
                    <h2>{y.who}</h2>
                </legend>
                <p class="muted">{y.who_text}</p>
                <div class="row between">
                    <p role="status">
                        <strong>{move || y.count(plan.count())}</strong>
                    </p>
                    <div class="row">
                        <button class="btn small" type="button" on:click=tick_all>{y.all}</button>
                        <button class="btn small" type="button" on:click=move |_| plan.staying.update(BTreeSet::clear)>
                            {y.none}
                        </button>
                    </div>
                </div>
                {boxes(false)}
                <Show when=move || !part(true).is_empty()>
                    <details>
                        <summary>{move || y.who_left(part(true).len())}</summary>
                        {boxes(true)}
                    </details>
                </Show>
            </fieldset>
        </section>
    }
}

/// Whether one student stays.
#[component]
fn Stays(plan: Plan, student: Student) -> impl IntoView {
    let id = student.id;
    let stays = move || plan.staying.with(|staying| staying.contains(&id));
    let turn = move |_| {
        plan.staying.update(|staying| {
            if !staying.remove(&id) {
                staying.insert(id);
            }
        });
    };
    view! {
        <li>
            <label class="check">
                <input type="checkbox" prop:checked=stays on:change=turn />
                <span dir="auto">{student.name}</span>
            </label>
        </li>
    }
}

/// Students who were in no class before.
#[component]
fn NewNames(plan: Plan) -> impl IntoView {
    let m = words().make();
    view! {
        <section class="card stack">
            <label class="field">
                <span>{words().year().new}</span>
                <textarea rows="4" dir="auto" aria-describedby="year-names" bind:value=plan.pasted></textarea>
            </label>
            <p id="year-names" class="muted sm">{m.names_hint}</p>
            <Show when=move || !plan.pasted.with(String::is_empty)>
                <NamesRead names=plan.names />
            </Show>
        </section>
    }
}
