//! A group is made with one tap from the answers to a check. The teacher decides what becomes of it.

use leptos::prelude::*;

use super::change::{fresh_group, make};
use crate::domain::Notebook;
use crate::domain::exit_ticket::Group;
use crate::domain::id::{SkillId, StudentId, TicketId};
use crate::domain::student_group::{LONGEST_PLAN, StudentGroup, Suggested};
use crate::screens::{asked, said};
use crate::session::{Saver, Session, use_session};
use crate::words::{short_day, words};

/// Checks whose groups are offered.
const OFFERED: usize = 3;

/// A check and its groups.
#[derive(Debug, Clone, PartialEq)]
struct Offer {
    ticket: TicketId,
    skill: SkillId,
    /// What the check is called, with its day.
    title: String,
    groups: Vec<(Group, Vec<StudentId>)>,
}

impl Offer {
    fn of(nb: &Notebook, suggested: Suggested) -> Offer {
        let Suggested { ticket, groups } = suggested;
        let title = format!("{} · {}", asked::title(nb, &ticket), short_day(ticket.day));
        Offer { ticket: ticket.id, skill: ticket.skill, title, groups }
    }
}

/// The latest checks that have groups.
#[component]
pub fn FromChecks() -> impl IntoView {
    let session = use_session();
    let offers = Memo::new(move |_| {
        session
            .ask(|nb| nb.suggested_groups(OFFERED).into_iter().map(|s| Offer::of(nb, s)).collect::<Vec<_>>())
    });
    let g = words().group();
    view! {
        <Show when=move || offers.with(|all| !all.is_empty())>
            <section class="card stack noprint" aria-labelledby="from-checks">
                <h2 id="from-checks">{g.from_checks}</h2>
                <p class="muted">{g.from_checks_text}</p>
                <ul class="stack">
                    {move || offers.get().into_iter().map(|offer| view! { <OneCheck offer /> }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn OneCheck(offer: Offer) -> impl IntoView {
    let session = use_session();
    let g = words().group();
    let title = offer.title.clone();
    let (ticket, skill) = (offer.ticket, offer.skill);
    let saver = Saver::new(session);
    let button = move |(group, members): (Group, Vec<StudentId>)| {
        let what = g.take(members.len(), &said::group(group));
        let label = g.take_of(&title, &what);
        view! {
            <button
                class="btn small"
                aria-label=label
                on:click=move |_| take((session, saver), (ticket, skill), group, &members)
            >
                {what}
            </button>
        }
    };
    view! {
        <li>
            <p dir="auto">{offer.title}</p>
            <div class="row">{offer.groups.into_iter().map(button).collect_view()}</div>
        </li>
    }
}

/// Makes a group of a check's group: with its students, its skill and what is planned for it.
fn take(
    (session, saver): (Session, Saver),
    (ticket, skill): (TicketId, SkillId),
    group: Group,
    members: &[StudentId],
) {
    let today = session.today.get_untracked();
    let (line, plan) = session.peek(|nb| (said::skill_line(nb, skill), nb.planned_for(ticket, group)));
    let title = words().group().taken_title(&said::group(group), &line);
    let plan = plan.chars().take(LONGEST_PLAN).collect();
    let made = StudentGroup { plan, ..StudentGroup::beginning(fresh_group(), &title, Some(skill), today) };
    make(session, saver, made, members);
}
