//! A teacher's Today: who needs a word, who is ready to stretch, who was not heard from; the goals
//! of the day; what is under way; who is here.

use leptos::prelude::*;

use super::groups::GroupsDue;
use super::here::WhoIsHere;
use super::talks::Talks;
use super::under_way::{FollowUps, Surveys, Tickets};
use crate::domain::goal::{GoalResult, Working};
use crate::domain::id::{SkillId, StudentId};
use crate::domain::indicator::{NeedsAWord, ReadyToStretch};
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::screens::talk::PlanTalk;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::ui::term::Term;
use crate::words::{long_day, sort_by_name, words};

/// A name and why it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Listed {
    id: StudentId,
    name: String,
    why: String,
    /// The skill to look at: the one the reason names.
    skill: Option<SkillId>,
}

/// The three lists in words.
#[derive(Debug, Clone, PartialEq, Eq)]
struct InWords {
    word: Vec<Listed>,
    stretch: Vec<Listed>,
    quiet: Vec<Listed>,
}

/// The screen.
#[component]
pub fn TeacherToday() -> impl IntoView {
    let session = use_session();
    let today = session.today;
    let lists = Memo::new(move |_| session.ask(|nb| lists(nb, today.get())));
    let students = Memo::new(move |_| session.ask(|nb| nb.students().len()));
    // The demo class holds nobody's data, so nothing there needs a lock.
    let demo = Memo::new(move |_| session.ask(|nb| nb.class().is_some_and(|c| c.demo)));
    let no_pin = move || !demo.get() && session.preferences.with(|p| p.pin.is_none());
    let t = words().today();
    view! {
        <main id="main">
            <div class="page-head">
                <div>
                    <h1>{t.title}</h1>
                    <p class="muted">{move || long_day(today.get())}</p>
                </div>
                <a class="btn go" href=Route::Teacher(TeacherScreen::NewTicket).href()>
                    <Icon of=Picture::Ticket />
                    {t.ticket}
                </a>
            </div>
            <Show when=no_pin>
                <p class="status hint">
                    {t.pin_hint} " " <a href=Route::Teacher(TeacherScreen::Class).href()>{t.pin_set}</a>
                </p>
            </Show>
            <Show
                when=move || students.get() != 0
                fallback=move || {
                    view! {
                        <Empty text=t.no_students>
                            <a class="btn go" href=Route::Teacher(TeacherScreen::Class).href()>
                                {t.add_students}
                            </a>
                        </Empty>
                    }
                }
            >
                <div class="lists">
                    <List head=t.needs_a_word list=Signal::derive(move || lists.with(|l| l.word.clone())) />
                    <List head=t.ready list=Signal::derive(move || lists.with(|l| l.stretch.clone())) />
                    <List head=t.quiet list=Signal::derive(move || lists.with(|l| l.quiet.clone())) />
                </div>
                <div class="two">
                    <GoalsOfTheDay />
                    <div class="stack">
                        <Talks />
                        <GroupsDue />
                        <FollowUps />
                        <Tickets />
                        <Surveys />
                        <WhoIsHere />
                    </div>
                </div>
            </Show>
        </main>
    }
}

fn lists(notebook: &Notebook, today: Day) -> InWords {
    let lists = notebook.lists(today);
    let listed = |id: StudentId, why: String, skill: Option<SkillId>| Listed {
        id,
        name: said::name_of(notebook, id),
        why,
        skill,
    };
    let word = lists.needs_a_word.iter().map(|(id, why)| {
        let skill = match why {
            NeedsAWord::UnderUsual { skill, .. } => Some(*skill),
            NeedsAWord::NotYetInARow { .. } => None,
        };
        listed(*id, said::needs_a_word(notebook, *why), skill)
    });
    let stretch = lists.ready_to_stretch.iter().map(|(id, why)| {
        let (ReadyToStretch::TopInARow { skill, .. } | ReadyToStretch::TooEasy { skill, .. }) = why;
        listed(*id, said::ready_to_stretch(notebook, *why), Some(*skill))
    });
    let quiet = lists.not_heard_from.iter().map(|(id, why)| listed(*id, said::quiet(*why), None));
    let mut lists = InWords { word: word.collect(), stretch: stretch.collect(), quiet: quiet.collect() };
    for list in [&mut lists.word, &mut lists.stretch, &mut lists.quiet] {
        sort_by_name(list, |l| &l.name);
    }
    lists
}

/// One of the three lists. It stays short; the rest is one tap away.
#[component]
fn List(head: &'static str, #[prop(into)] list: Signal<Vec<Listed>>) -> impl IntoView {
    /// Lines shown before "and n more".
    const SHORT: usize = 4;
    let line = |listed: Listed| {
        let page = Route::Teacher(TeacherScreen::Student(listed.id)).href();
        // The reason leads to what it was taken from.
        let why = match listed.skill {
            Some(skill) => {
                let cell = Route::Teacher(TeacherScreen::Cell(listed.id, skill)).href();
                view! { <a class="muted sm" href=cell>{listed.why.clone()}</a> }.into_any()
            }
            None => view! { <span class="muted sm">{listed.why.clone()}</span> }.into_any(),
        };
        view! {
            <li class="row between">
                <span class="grow">
                    <a class="name" href=page dir="auto">{listed.name}</a>
                    {why}
                </span>
                <PlanTalk id=listed.id about=listed.why />
            </li>
        }
    };
    view! {
        <section class="card list">
            <h2>{head} " " <span class="count">{move || list.with(Vec::len)}</span></h2>
            {move || {
                let mut first = list.get();
                if first.is_empty() {
                    return view! { <p class="muted">{words().today().nobody}</p> }.into_any();
                }
                let rest = first.split_off(first.len().min(SHORT));
                let more = rest.len();
                view! {
                    <ul>{first.into_iter().map(line).collect_view()}</ul>
                    {(more > 0)
                        .then(|| {
                            view! {
                                <details>
                                    <summary class="sm">{words().today().more(more)}</summary>
                                    <ul>{rest.into_iter().map(line).collect_view()}</ul>
                                </details>
                            }
                        })}
                }
                    .into_any()
            }}
        </section>
    }
}

/// A goal of today.
#[derive(Debug, Clone, PartialEq, Eq)]
struct GoalLine {
    name: String,
    text: String,
    working: Working,
    result: Option<GoalResult>,
}

#[component]
fn GoalsOfTheDay() -> impl IntoView {
    let session = use_session();
    let goals = Memo::new(move |_| {
        let today = session.today.get();
        let mut goals = session.ask(|nb| {
            let students = nb.students();
            let line = |s: &&crate::domain::roster::Student| {
                let story = nb.goal_of(s.id, today)?;
                let result = story.closed.map(|c| c.result);
                Some(GoalLine {
                    name: s.name.clone(),
                    text: story.goal.text,
                    working: story.goal.working,
                    result,
                })
            };
            students.iter().filter_map(line).collect::<Vec<_>>()
        });
        sort_by_name(&mut goals, |g| &g.name);
        goals
    });
    let t = words().today();
    let line = |goal: GoalLine| {
        let result = goal.result.map(|r| view! { <span class="pill">{said::goal_result(r)}</span> });
        view! {
            <li>
                <strong dir="auto">{goal.name}</strong>
                <span dir="auto">{goal.text}</span>
                <span class="muted sm">{words().today().working(&said::working(goal.working))} " " {result}</span>
            </li>
        }
    };
    view! {
        <section class="card stack">
            <div class="row between">
                <h2><Term of=Term::Goal text=t.goals /></h2>
                <span class="pill" role="status">{move || t.goals_count(goals.with(Vec::len))}</span>
            </div>
            {move || {
                let goals = goals.get();
                if goals.is_empty() {
                    return view! { <Empty text=t.no_goals /> }.into_any();
                }
                view! { <ul class="goals">{goals.into_iter().map(line).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}
