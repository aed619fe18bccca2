//! Who is here today: one tap marks a student absent, another one present again.

use leptos::prelude::*;

use crate::domain::attendance::{Attendance, Presence};
use crate::domain::entry::Change;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::session::use_session;
use crate::words::{sort_by_name, words};

/// A student and whether they are away.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seat {
    id: StudentId,
    name: String,
    away: bool,
}

/// The register of the day.
#[component]
pub fn WhoIsHere() -> impl IntoView {
    let session = use_session();
    let seats = Memo::new(move |_| {
        let today = session.today.get();
        let mut seats = session.ask(|nb| {
            let seat = |s: &&crate::domain::roster::Student| {
                let away = nb.is_away(s.id, today);
                Seat { id: s.id, name: s.name.clone(), away }
            };
            nb.students().iter().map(seat).collect::<Vec<_>>()
        });
        sort_by_name(&mut seats, |s| &s.name);
        seats
    });
    let away = move || seats.with(|seats| seats.iter().filter(|s| s.away).count());
    let t = words().today();
    let toggle = move |seat: &Seat| {
        let presence = if seat.away { Presence::Here } else { Presence::Absent };
        let said = if seat.away { t.here_said(&seat.name) } else { t.absent_said(&seat.name) };
        session.act(vec![mark(session, seat.id, presence)], said);
    };
    let tile = move |seat: Seat| {
        let pressed = seat.away.to_string();
        let label = seat.away.then(|| view! { <span class="muted">" " {words().attendance().absent}</span> });
        let name = seat.name.clone();
        view! {
            <li>
                <button class="btn small seat" aria-pressed=pressed on:click=move |_| toggle(&seat)>
                    <span dir="auto">{name}</span>
                    {label}
                </button>
            </li>
        }
    };
    view! {
        <section class="card">
            <details class="stack">
                <summary class="row between">
                    <h2>{t.here}</h2>
                    <span class="pill" role="status">
                        {move || if away() == 0 { t.all_here.to_owned() } else { t.away_count(away()) }}
                    </span>
                </summary>
                <p class="muted sm">{t.mark_absent}</p>
                <ul class="seats">{move || seats.get().into_iter().map(tile).collect_view()}</ul>
            </details>
        </section>
    }
}

/// The change that marks a student for today; it takes the place of what was said before.
fn mark(session: crate::session::Session, student: StudentId, presence: Presence) -> Change {
    let day = session.today.get_untracked();
    let old = session.peek(|nb| {
        let mine = nb.slot(Slot::Attendance(day)).filter(|e| e.head.about == Some(student));
        mine.map(|e| e.head.key).collect::<Vec<_>>()
    });
    Change::by_teacher(student, Attendance { day, presence }).replacing(old)
}
