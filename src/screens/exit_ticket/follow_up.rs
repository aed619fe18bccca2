//! What the teacher plans to do with a group: what, on which day, and whether it was done.

use leptos::prelude::*;

use super::live::Shared;
use crate::browser;
use crate::domain::Day;
use crate::domain::exit_ticket::{FollowUp, Group, LONGEST_SENTENCE};
use crate::domain::id::FollowUpId;
use crate::domain::note::too_many;
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::screens::typed::FoundDraft;
use crate::session::{Saver, Session, Typed, use_session};
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
    /// So many characters more than there is room for.
    Long(usize),
}

/// What is planned and for which day, as it is typed.
type Sheet = (String, String);

/// What is typed as a plan.
fn parse((text, day): &Sheet) -> Result<(String, Day), Problem> {
    let text = text.trim();
    match too_many(text, LONGEST_SENTENCE) {
        0 if text.is_empty() => Err(Problem::NoText),
        0 => Ok((text.to_owned(), day.parse().map_err(|_| Problem::NoDay)?)),
        over => Err(Problem::Long(over)),
    }
}

#[component]
fn Form(live: Shared, group: Group, open: RwSignal<bool>, plan: Option<FollowUp>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let next = next_school_day(session.today.get_untracked());
    let fresh = plan
        .as_ref()
        .map_or_else(|| (String::new(), next.to_string()), |plan| (plan.text.clone(), plan.day.to_string()));
    // A new plan is found again at the group it is for.
    let name = plan.as_ref().map_or_else(|| format!("{}/{group:?}", live.id), |plan| plan.id.to_string());
    let form: Typed<Sheet> = Typed::begin(session, format!("follow-up/{name}"), fresh);
    let tried = RwSignal::new(false);
    let problem = Memo::new(move |_| {
        let problem = form.now.with(parse).err();
        // What is missing is said when somebody saves, what is too long at once.
        problem.filter(|problem| tried.get() || matches!(problem, Problem::Long(_)))
    });
    let saver = Saver::new(session);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let Ok((text, day)) = form.now.with_untracked(parse) else { return };
        let base = plan.clone().unwrap_or_else(|| FollowUp {
            id: FollowUpId::from_bits(browser::random_bits()),
            ticket: live.id,
            group,
            text: String::new(),
            day,
            done: false,
        });
        let change = session.peek(|nb| nb.amend_follow_up(FollowUp { text, day, ..base }));
        let forget = form.once_written();
        // What could not be kept stays on the screen.
        saver.save(vec![change], l.planned_said(&long_day(day)), move || {
            forget();
            let _ = open.try_set(false);
        });
    };
    let cancel = move |_| {
        form.discard();
        open.set(false);
    };
    let said = move || {
        problem.get().map(|problem| match problem {
            Problem::NoText => l.no_plan_text.to_owned(),
            Problem::NoDay => l.no_plan_day.to_owned(),
            Problem::Long(over) => words().log().too_long(over),
        })
    };
    let day = Signal::derive(move || form.now.with(|(_, day)| day.clone()));
    view! {
        <form class="stack" novalidate on:submit=save>
            <FoundDraft found=form.found on_discard=Callback::new(move |()| form.discard()) />
            <label class="field">
                <span>{l.plan_what}</span>
                <textarea
                    rows="2"
                    dir="auto"
                    aria-invalid=move || matches!(problem.get(), Some(Problem::NoText | Problem::Long(_))).to_string()
                    prop:value=move || form.now.with(|(text, _)| text.clone())
                    on:input=move |event| form.edit(|(text, _)| *text = event_target_value(&event))
                ></textarea>
            </label>
            <DayField
                label=l.plan_when
                day
                on_type=Callback::new(move |typed| form.edit(|(_, day)| *day = typed))
                wrong=Signal::derive(move || problem.get() == Some(Problem::NoDay))
            />
            <p class="problem" role="alert">{said}</p>
            <div class="row">
                <button class="btn go" type="submit">{l.plan_save}</button>
                <button class="btn" type="button" on:click=cancel>{words().app().cancel}</button>
            </div>
        </form>
    }
}
