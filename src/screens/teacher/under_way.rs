//! What is under way, as short lists on the teacher's Today: follow-ups planned for today, the
//! latest checks, surveys before and after the teaching.

use leptos::prelude::*;

use crate::browser;
use crate::domain::exit_ticket::{ExitTicket, FollowUp};
use crate::domain::id::{FollowUpId, SurveyId, TicketId};
use crate::domain::survey::Survey;
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::{asked, said};
use crate::session::{Saver, Session, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::{focus_heading, focus_on};
use crate::ui::term::Term;
use crate::words::{short_day, tiny_day, words};

/// A plan of today, or of a day before that went by.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Plan {
    plan: FollowUp,
    check: String,
}

/// The id of the button that marks a plan as done.
fn button_id(plan: FollowUpId) -> String {
    format!("done-{plan}")
}

/// The plan after one in the list; at its end the one before.
fn after(all: &[Plan], plan: FollowUpId) -> Option<FollowUpId> {
    let at = all.iter().position(|p| p.plan.id == plan)?;
    all.get(at + 1).or_else(|| all.get(at.checked_sub(1)?)).map(|p| p.plan.id)
}

/// What is planned for groups; nothing at all when nothing is.
#[component]
pub(super) fn FollowUps() -> impl IntoView {
    let session = use_session();
    let t = words().today();
    let plans = Memo::new(move |_| {
        let today = session.today.get();
        session.ask(|nb| {
            let check = |id| nb.ticket(id).map(|ticket| asked::title(nb, ticket)).unwrap_or_default();
            let plan = |plan: &FollowUp| Plan { plan: plan.clone(), check: check(plan.ticket) };
            nb.follow_ups_due(today).into_iter().map(plan).collect::<Vec<_>>()
        })
    });
    let done = move |plan: FollowUp| {
        // The line goes, and the focus must not go with it.
        match plans.with_untracked(|all| after(all, plan.id)) {
            Some(next) => focus_on(&button_id(next)),
            None => focus_heading(),
        }
        let change = session.peek(|nb| nb.amend_follow_up(FollowUp { done: true, ..plan }));
        session.act(vec![change], t.planned_done_said.to_owned());
    };
    let line = move |Plan { plan, check }: Plan| {
        let live = Route::Teacher(TeacherScreen::Ticket(plan.ticket)).href();
        let since = (plan.day < session.today.get_untracked())
            .then(|| view! { " · " {t.planned_since(&short_day(plan.day))} });
        let text = plan.text.clone();
        view! {
            <li class="row between">
                <span>
                    <strong dir="auto">{text}</strong>
                    <span class="muted sm block">
                        {said::group(plan.group)} " · " <a href=live dir="auto">{check}</a> {since}
                    </span>
                </span>
                <button id=button_id(plan.id) class="btn small" on:click=move |_| done(plan.clone())>
                    {t.planned_done}
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !plans.with(Vec::is_empty)>
            <section class="card stack">
                <h2>{t.planned}</h2>
                <ul class="stack">
                    <For each=move || plans.get() key=|plan| format!("{plan:?}") let(plan)>
                        {line(plan)}
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// A ticket in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TicketLine {
    id: TicketId,
    title: String,
    day: Day,
    open: bool,
    came: usize,
}

fn ticket_line(nb: &Notebook, ticket: &ExitTicket) -> TicketLine {
    TicketLine {
        id: ticket.id,
        title: asked::title(nb, ticket),
        day: ticket.day,
        open: nb.is_open(ticket.id),
        came: nb.results(ticket.id).map_or(0, |r| r.came),
    }
}

/// The latest checks; what is still open stands first, however old it is.
#[component]
pub(super) fn Tickets() -> impl IntoView {
    /// Lines shown; all of them are on the page of checks.
    const SHORT: usize = 4;
    let session = use_session();
    let tickets = Memo::new(move |_| {
        session.ask(|nb| {
            let (open, closed): (Vec<_>, Vec<_>) = nb.tickets().into_iter().partition(|t| nb.is_open(t.id));
            let first = open.into_iter().chain(closed).take(SHORT);
            first.map(|ticket| ticket_line(nb, ticket)).collect::<Vec<_>>()
        })
    });
    let t = words().today();
    let line = move |ticket: TicketLine| {
        view! {
            <li class="row between">
                <a href=Route::Teacher(TeacherScreen::Ticket(ticket.id)).href() dir="auto">{ticket.title}</a>
                <span class="muted sm">
                    {tiny_day(ticket.day)} " · " {if ticket.open { t.open } else { t.closed }} " · "
                    {t.handed(ticket.came)}
                </span>
            </li>
        }
    };
    view! {
        <section class="card stack">
            <h2>{t.checks}</h2>
            {move || {
                let tickets = tickets.get();
                if tickets.is_empty() {
                    return view! { <Empty text=t.no_tickets /> }.into_any();
                }
                view! { <ul class="stack">{tickets.into_iter().map(line).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}

/// A survey in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SurveyLine {
    id: SurveyId,
    title: String,
    before: usize,
    /// Answers to the second half, once it was opened.
    after: Option<usize>,
}

fn survey_line(nb: &Notebook, survey: &Survey) -> SurveyLine {
    let came = |ticket: &ExitTicket| nb.results(ticket.id).map_or(0, |r| r.came);
    SurveyLine {
        id: survey.id,
        title: asked::title(nb, survey.before),
        before: came(survey.before),
        after: survey.after.map(came),
    }
}

/// Surveys that are under way: one tap begins one, one opens its second half.
#[component]
pub(super) fn Surveys() -> impl IntoView {
    let session = use_session();
    let t = words().today();
    let saver = Saver::new(session);
    let surveys = Memo::new(move |_| {
        session.ask(|nb| {
            let under_way = nb.surveys().into_iter().filter(|survey| survey.is_under_way(nb));
            under_way.map(|survey| survey_line(nb, &survey)).collect::<Vec<_>>()
        })
    });
    let line = move |survey: SurveyLine| {
        let report = Route::Teacher(TeacherScreen::Survey(survey.id)).href();
        let after = survey.after.map(|n| view! { " · " {t.survey_after_in(n)} });
        // The second half needs something to be held against.
        let open = (survey.after.is_none() && survey.before > 0).then(|| {
            let id = survey.id;
            view! {
                <button class="btn small" on:click=move |_| open_after(session, saver, id)>
                    {t.survey_after}
                </button>
            }
        });
        view! {
            <li class="row between">
                <span>
                    <a href=report dir="auto">{survey.title}</a>
                    <span class="muted sm block">{t.survey_before_in(survey.before)} {after}</span>
                </span>
                {open}
            </li>
        }
    };
    view! {
        <section class="card stack">
            <div class="row between">
                <h2><Term of=Term::PrePost text=t.surveys /></h2>
                <a class="btn small" href=Route::Teacher(TeacherScreen::NewSurvey).href()>{t.survey_before}</a>
            </div>
            <Show when=move || surveys.with(Vec::is_empty)>
                <p class="muted">{t.survey_hint}</p>
            </Show>
            <Show when=move || !surveys.with(Vec::is_empty)>
                <ul class="stack">
                    <For each=move || surveys.get() key=|survey| format!("{survey:?}") let(survey)>
                        {line(survey)}
                    </For>
                </ul>
            </Show>
        </section>
    }
}

/// Opens the second half of a survey, closes the first, and goes to what comes in.
fn open_after(session: Session, saver: Saver, survey: SurveyId) {
    let id = TicketId::from_bits(browser::random_bits());
    let day = session.today.get_untracked();
    let Some(changes) = session.peek(|nb| nb.open_after(survey, id, day)) else { return };
    saver.save(changes, words().today().survey_after_said.to_owned(), move || {
        browser::go(&Route::Teacher(TeacherScreen::Ticket(id)).href());
    });
}
