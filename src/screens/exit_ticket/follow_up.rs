//! What the teacher plans to do with a group: what, on which day, and whether it was done.

use leptos::prelude::*;

use super::live::Shared;
use crate::browser;
use crate::domain::Day;
use crate::domain::exit_ticket::{FollowUp, Group, LONGEST_SENTENCE};
use crate::domain::id::FollowUpId;
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::{Saver, Session, use_session};
use crate::ui::day_field::DayField;
use crate::ui::dialog::Dialog;
use crate::words::{long_day, short_day, words};

/// The plans for a group, and the way to make one.
#[component]
pub(super) fn Plans(live: Shared, group: Group) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let plans = Memo::new(move |_| {
        session.ask_slots(&[Slot::FollowUps], |nb| {
            let of_group = |p: &&&FollowUp| p.ticket == live.id && p.group == group;
            nb.follow_ups().iter().filter(of_group).map(|p| (*p).clone()).collect::<Vec<_>>()
        })
    });
    // The plan that is written; `None` is a new one.
    let (editing, open) = (RwSignal::new(None), RwSignal::new(false));
    let edit = move |plan: Option<FollowUp>| {
        editing.set(plan);
        open.set(true);
    };
    // A line stays where it is when its plan changes, and with it the focus.
    let ids = Memo::new(move |_| plans.with(|all| all.iter().map(|p| p.id).collect::<Vec<_>>()));
    let line = move |id: FollowUpId| {
        let plan = Memo::new(move |_| plans.with(|all| all.iter().find(|p| p.id == id).cloned()));
        let done = move || plan.with(|p| p.as_ref().is_some_and(|p| p.done));
        view! {
            <li class="row between">
                <span>
                    <span dir="auto">{move || plan.get().map(|p| p.text)}</span>
                    " "
                    <span class="muted sm">{move || plan.get().map(|p| short_day(p.day))}</span>
                </span>
                <span class="row tight">
                    <button
                        class="btn small"
                        aria-pressed=move || done().to_string()
                        on:click=move |_| {
                            if let Some(plan) = plan.get_untracked() {
                                set_done(session, plan);
                            }
                        }
                    >
                        {l.done}
                    </button>
                    <button class="btn small" on:click=move |_| edit(plan.get_untracked())>
                        {l.change_plan}
                    </button>
                </span>
            </li>
        }
    };
    view! {
        <div class="stack plans">
            <ul>
                <For each=move || ids.get() key=|id| *id let(id)>
                    {line(id)}
                </For>
            </ul>
            <button class="btn small" on:click=move |_| edit(None)>{l.plan}</button>
            <Dialog open title=Signal::derive(move || l.plan_for(&said::group(group)))>
                <Form live group open plan=editing.get() />
            </Dialog>
        </div>
    }
}

/// Marks a plan as done, or as not done.
fn set_done(session: Session, plan: FollowUp) {
    let l = words().live();
    let said = if plan.done { l.undone_said } else { l.done_said };
    let plan = FollowUp { done: !plan.done, ..plan };
    session.act(vec![session.peek(|nb| nb.amend_follow_up(plan))], said.to_owned());
}

/// The next day that is no Saturday or Sunday.
fn next_school_day(today: Day) -> Day {
    let mut day = today.plus(1);
    while day.is_weekend() {
        day = day.plus(1);
    }
    day
}

/// What is wrong with what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Problem {
    NoText,
    NoDay,
}

#[component]
fn Form(live: Shared, group: Group, open: RwSignal<bool>, plan: Option<FollowUp>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let today = session.today.get_untracked();
    let text = RwSignal::new(plan.as_ref().map(|p| p.text.clone()).unwrap_or_default());
    let day = RwSignal::new(plan.as_ref().map_or_else(|| next_school_day(today), |p| p.day).to_string());
    let problem = RwSignal::new(None);
    let saver = Saver::new(session);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed: String = text.get_untracked().trim().chars().take(LONGEST_SENTENCE).collect();
        if typed.is_empty() {
            problem.set(Some(Problem::NoText));
            return;
        }
        let Ok(on) = day.get_untracked().parse::<Day>() else {
            problem.set(Some(Problem::NoDay));
            return;
        };
        let base = plan.clone().unwrap_or_else(|| FollowUp {
            id: FollowUpId::from_bits(browser::random_bits()),
            ticket: live.id,
            group,
            text: String::new(),
            day: on,
            done: false,
        });
        let planned = FollowUp { text: typed, day: on, ..base };
        let change = session.peek(|nb| nb.amend_follow_up(planned));
        // What could not be kept stays on the screen.
        saver.save(vec![change], l.planned_said(&long_day(on)), move || {
            let _ = open.try_set(false);
        });
    };
    let said = move || {
        problem.get().map(|problem| match problem {
            Problem::NoText => l.no_plan_text,
            Problem::NoDay => l.no_plan_day,
        })
    };
    view! {
        <form class="stack" novalidate on:submit=save>
            <label class="field">
                <span>{l.plan_what}</span>
                <textarea rows="2" maxlength=LONGEST_SENTENCE.to_string() bind:value=text></textarea>
            </label>
            <DayField label=l.plan_when day on_type=Callback::new(move |text| day.set(text)) />
            <p class="problem" role="alert">{said}</p>
            <div class="row">
                <button class="btn go" type="submit">{l.plan_save}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}
