//! What else belongs to one student, to read: goals over weeks, pieces of work, groups, choices, the cards
//! of a conference and what helps while answering.

use leptos::prelude::*;

use super::page::name;
use crate::domain::conference::Card;
use crate::domain::id::StudentId;
use crate::domain::long_goal::LongGoalStory;
use crate::domain::notebook::Slot;
use crate::domain::work_sample::WorkSample;
use crate::route::{Route, TeacherScreen};
use crate::screens::kept_file::kept_file;
use crate::screens::said;
use crate::session::use_session;
use crate::ui::milestones::Milestones;
use crate::words::{figure_to, percent, short_day, words};

/// Goals over weeks, each with its milestones.
#[component]
pub fn LongGoals(id: StudentId) -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| session.ask_slots(&[Slot::Plan(id)], |nb| nb.long_goals(id)));
    let name = name(session, id);
    let b = words().beside();
    view! {
        <section class="card stack" aria-labelledby="long-goals-title">
            <h2 id="long-goals-title">{b.long_goals}</h2>
            <Show when=move || all.with(Vec::is_empty)>
                <p class="muted">{move || b.no_long_goals(&name.get())}</p>
            </Show>
            <ul class="log">{move || all.get().into_iter().map(one_goal).collect_view()}</ul>
        </section>
    }
}

fn one_goal(story: LongGoalStory) -> impl IntoView {
    let b = words().beside();
    let reached: Vec<bool> =
        story.milestones().unwrap_or_default().iter().map(|m| m.reached.is_some()).collect();
    let now = story.now();
    let goal = story.goal;
    let [count, from, to] = [now, goal.from, goal.to].map(|count| figure_to(count, 2));
    let unit = if goal.unit.is_empty() { String::new() } else { format!(" {}", goal.unit) };
    let day = short_day(goal.by);
    let way = if goal.to < goal.from {
        b.way_down(&day, &from, &count, &to, &unit)
    } else {
        b.way(&day, &from, &count, &to, &unit)
    };
    let steps = b.steps_reached(reached.len(), &reached.iter().filter(|is| **is).count());
    let share = goal.share(now);
    let plan = goal.if_then.map(|plan| b.if_then(&plan.action, &plan.obstacle));
    let ended = goal.ended.map(|end| {
        let text = b.goal_ended(&short_day(end.day), &said::goal_result(end.result));
        view! { <span class="pill">{text}</span> }
    });
    view! {
        <li>
            <p>
                <strong dir="auto">{goal.text}</strong> " " {ended}
            </p>
            <Milestones reached now=share label=steps.clone() />
            <p class="muted sm" dir="auto">{way}</p>
            <p class="muted sm">{steps}</p>
            {plan.map(|plan| view! { <p class="sm" dir="auto">{plan}</p> })}
        </li>
    }
}

/// Pieces of the student's own work, with why they are kept.
#[component]
pub fn Work(id: StudentId) -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        session.ask_slots(&[Slot::Samples(id), Slot::Skills], |nb| {
            let line = |of: &WorkSample| {
                (of.clone(), of.skill.map(|skill| said::skill_line(nb, skill)).unwrap_or_default())
            };
            nb.work_samples(id).into_iter().map(line).collect::<Vec<_>>()
        })
    });
    let name = name(session, id);
    let b = words().beside();
    view! {
        <section class="card stack" aria-labelledby="work-title">
            <h2 id="work-title">{b.work}</h2>
            <Show when=move || all.with(Vec::is_empty)>
                <p class="muted">{move || b.no_work(&name.get())}</p>
            </Show>
            <ul class="log">
                <For each=move || all.get() key=|line| format!("{line:?}") let((of, skill))>
                    <OnePiece id of skill />
                </For>
            </ul>
        </section>
    }
}

#[component]
fn OnePiece(id: StudentId, of: WorkSample, skill: String) -> impl IntoView {
    let b = words().beside();
    let file = of.file.map(|file| kept_file(id, file, of.title.clone()));
    let text = (!of.text.is_empty()).then(|| {
        view! {
            <details>
                <summary class="sm">{b.read}</summary>
                <p class="said-text" dir="auto">{of.text}</p>
            </details>
        }
    });
    let why = (!of.why.is_empty()).then(|| b.because(&of.why));
    view! {
        <li>
            <p>
                <strong dir="auto">{of.title}</strong>
            </p>
            <p class="muted sm">
                {short_day(of.day)} {(!skill.is_empty()).then(|| view! { " · " <span dir="auto">{skill}</span> })}
            </p>
            {file}
            {why.map(|why| view! { <p class="sm" dir="auto">{why}</p> })}
            {text}
        </li>
    }
}

/// Groups, choices, cards and what helps.
#[component]
pub fn Around(id: StudentId) -> impl IntoView {
    let b = words().beside();
    view! {
        <section class="card stack" aria-labelledby="around-title">
            <h2 id="around-title">{b.around}</h2>
            <GroupsOf id />
            <Chosen id />
            <Cards id />
            <Helps id />
        </section>
    }
}

#[component]
fn GroupsOf(id: StudentId) -> impl IntoView {
    let session = use_session();
    let b = words().beside();
    // Who is in a group stands with each group, so that this follows every change.
    let all = Memo::new(move |_| {
        session.ask(|nb| nb.groups_of(id).into_iter().map(|g| (g.id, g.title.clone())).collect::<Vec<_>>())
    });
    let line = |(group, title)| {
        let href = Route::Teacher(TeacherScreen::Group(group)).href();
        view! { <li><a class="btn small" href=href dir="auto">{title}</a></li> }
    };
    view! {
        <h3>{b.groups}</h3>
        <Show when=move || all.with(Vec::is_empty)>
            <p class="muted">{b.no_groups}</p>
        </Show>
        <ul>{move || all.get().into_iter().map(line).collect_view()}</ul>
    }
}

#[component]
fn Chosen(id: StudentId) -> impl IntoView {
    let session = use_session();
    let b = words().beside();
    let all = Memo::new(move |_| {
        session.ask_slots(&[Slot::Boards, Slot::Plan(id)], |nb| {
            let chosen = nb.boards_of(id).into_iter().filter_map(|board| {
                let made = nb.choice(id, board.id)?;
                let text = if made.rate.is_empty() {
                    b.chose(&board.title, &made.way)
                } else {
                    b.chose_rate(&board.title, &made.rate, &made.way)
                };
                Some((text, board.closed))
            });
            chosen.collect::<Vec<_>>()
        })
    });
    let line = |(text, closed): (String, bool)| {
        let closed = closed.then(|| view! { <span class="pill">{b.board_closed}</span> });
        view! { <li dir="auto">{text} " " {closed}</li> }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <h3>{b.choices}</h3>
            <ul>{move || all.get().into_iter().map(line).collect_view()}</ul>
        </Show>
    }
}

#[component]
fn Cards(id: StudentId) -> impl IntoView {
    let session = use_session();
    let b = words().beside();
    let latest = Memo::new(move |_| {
        session.ask_slots(&[Slot::Conference(id)], |nb| nb.conference_cards(id).first().map(|c| (*c).clone()))
    });
    let head = |card: Card| match card {
        Card::Proud => b.card_proud,
        Card::Grew => b.card_grew,
        Card::Stuck => b.card_stuck,
        Card::Next => b.card_next,
        Card::Help => b.card_help,
    };
    move || {
        latest.get().map(|cards| {
            let written = Card::ALL.into_iter().filter(|card| !cards.card(*card).is_empty());
            let line = |card: Card| {
                view! {
                    <div>
                        <dt class="muted sm">{head(card)}</dt>
                        <dd class="said-text" dir="auto">{cards.card(card).to_owned()}</dd>
                    </div>
                }
            };
            view! {
                <h3>{b.cards(&short_day(cards.day))}</h3>
                <dl class="person-lines">{written.map(line).collect_view()}</dl>
            }
        })
    }
}

#[component]
fn Helps(id: StudentId) -> impl IntoView {
    let session = use_session();
    let b = words().beside();
    let text = move || {
        let helps = session.ask_slots(&[Slot::Support(id)], |nb| nb.accommodations(id));
        let extra = f64::from(helps.extra_time) / 100.0;
        let all = [
            (helps.extra_time > 0).then(|| b.helps_extra(&percent(extra))),
            helps.read_aloud.then(|| b.helps_aloud.to_owned()),
            helps.larger_text.then(|| b.helps_larger.to_owned()),
            said::language_of(&helps).map(|language| b.helps_language(&language)),
        ];
        let all: Vec<String> = all.into_iter().flatten().collect();
        if all.is_empty() { b.helps_none.to_owned() } else { crate::words::list(all) }
    };
    view! {
        <h3>{b.helps}</h3>
        <p>{text}</p>
    }
}
