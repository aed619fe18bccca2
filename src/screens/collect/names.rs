//! Who is in, who is away, who is still to come.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::domain::Day;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::entry::Change;
use crate::domain::id::{StudentId, TicketId};
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::{Session, use_session};
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// Who answered.
type Came = Memo<BTreeSet<StudentId>>;

/// How far a student's answer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    In,
    Away,
    ToCome,
}

/// The class by name; of a check without names only how many answers there are.
#[component]
pub fn WhoIsIn(ticket: TicketId) -> impl IntoView {
    let session = use_session();
    let c = words().collect();
    let nameless = session.peek(|nb| nb.ticket(ticket).is_some_and(|t| t.anonymous));
    let answers = Memo::new(move |_| {
        session.ask_slots(&[Slot::Answers(ticket)], |nb| {
            nb.all_answers(ticket).into_iter().map(|(who, _)| who).collect::<Vec<_>>()
        })
    });
    let came: Came = Memo::new(move |_| answers.with(|all| all.iter().flatten().copied().collect()));
    let students = Memo::new(move |_| session.ask_slots(&[Slot::Roster], said::students_by_name));
    let told = move || {
        if nameless {
            return c.came(answers.with(Vec::len));
        }
        let is_in = |(id, _): &&(StudentId, String)| came.with(|came| came.contains(id));
        students.with(|all| c.in_count(all.iter().filter(is_in).count(), &all.len()))
    };
    view! {
        <section class="card stack who-is-in">
            <h2>{told}</h2>
            {if nameless {
                view! { <p class="muted">{c.nameless}</p> }.into_any()
            } else {
                view! {
                    <ul>
                        <For each=move || students.get() key=|(id, _)| *id let((id, name))>
                            <Row ticket came id name />
                        </For>
                    </ul>
                }
                    .into_any()
            }}
        </section>
    }
}

/// One student: a tick, or one tap for absent.
#[component]
fn Row(ticket: TicketId, came: Came, id: StudentId, name: String) -> impl IntoView {
    let session = use_session();
    let c = words().collect();
    let stands = Memo::new(move |_| {
        let day = day_of(session, ticket);
        let away = session.ask_slots(&[Slot::Attendance(day)], |nb| nb.is_away(id, day));
        match (came.with(|came| came.contains(&id)), away) {
            (true, _) => Standing::In,
            (false, true) => Standing::Away,
            (false, false) => Standing::ToCome,
        }
    });
    let state = move || match stands.get() {
        Standing::In => Some(view! { <span class="ok row"><Icon of=Picture::Tick />{c.came_in}</span> }),
        Standing::Away | Standing::ToCome => None,
    };
    let label = c.absent_of(&name);
    let mark = {
        let name = name.clone();
        move |_| mark_away(session, ticket, id, &name, stands.get_untracked() != Standing::Away)
    };
    view! {
        <li class="row between" class:away=move || stands.get() == Standing::Away>
            <span dir="auto">{name}</span>
            {state}
            <button
                class="btn small"
                hidden=move || stands.get() == Standing::In
                aria-pressed=move || (stands.get() == Standing::Away).to_string()
                aria-label=label
                on:click=mark
            >
                {c.absent}
            </button>
        </li>
    }
}

/// The day of the check: who is away then is not missing in its results.
fn day_of(session: Session, ticket: TicketId) -> Day {
    session.peek(|nb| nb.ticket(ticket).map(|t| t.day)).unwrap_or_else(|| session.today.get_untracked())
}

fn mark_away(session: Session, ticket: TicketId, id: StudentId, name: &str, away: bool) {
    let c = words().collect();
    let day = day_of(session, ticket);
    let (presence, said) = if away {
        (Presence::Absent, c.marked_absent(&name))
    } else {
        (Presence::Here, c.marked_here(&name))
    };
    session.act(vec![Change::by_teacher(id, Attendance { day, presence })], said);
}
