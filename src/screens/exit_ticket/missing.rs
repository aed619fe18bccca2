//! Who has not handed in: absent is one tap, a group without an answer two.

use leptos::prelude::*;

use super::live::Shared;
use crate::domain::Day;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::entry::{Body, Change};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::Route;
use crate::session::{Session, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The change that marks a student away on the check's day; it takes the place of what was said
/// before.
fn absent(session: Session, student: StudentId, day: Day) -> Change {
    let before = session.peek(|nb| {
        let mine = nb.slot(Slot::Attendance(day)).filter(|e| e.head.about == Some(student));
        let mine = mine.filter(|e| matches!(e.body, Body::Attendance(_)));
        mine.map(|e| e.head.key).collect::<Vec<_>>()
    });
    Change::by_teacher(student, Attendance { day, presence: Presence::Absent }).replacing(before)
}

/// The id of the list's heading.
const HEADING: &str = "missing";

/// The id of the button that marks a student absent.
fn row_id(student: StudentId) -> String {
    format!("absent-{student}")
}

/// Who stands after a student in a list; at its end who stands before.
fn after(all: &[StudentId], student: StudentId) -> Option<StudentId> {
    let at = all.iter().position(|id| *id == student)?;
    all.get(at + 1).or_else(|| all.get(at.checked_sub(1)?)).copied()
}

/// The students without an answer.
#[component]
pub(super) fn Missing(live: Shared) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let missing = Memo::new(move |_| {
        let ids = live.part(|r| r.missing.clone());
        live.names.with(|n| n.in_order(&ids))
    });
    let mark = move |student: StudentId| {
        let day = live.results.with_untracked(|r| r.as_ref().map(|r| r.ticket.day));
        let Some(day) = day else { return };
        let name = live.names.with_untracked(|n| n.of(student));
        // The line goes, and the focus must not go with it.
        focus_on(&missing.with_untracked(|all| after(all, student)).map_or(HEADING.to_owned(), row_id));
        session.act(vec![absent(session, student, day)], words().today().absent_said(&name));
    };
    let line = move |student: StudentId| {
        let name = live.name(student);
        let about = l.more_about(&name);
        view! {
            <li class="row between">
                <span dir="auto">{name}</span>
                <span class="row tight">
                    <button id=row_id(student) class="btn small" on:click=move |_| mark(student)>
                        {l.mark_absent}
                    </button>
                    <MoreButton live student label=about />
                </span>
            </li>
        }
    };
    let away = Memo::new(move |_| {
        let ids = live.part(|r| r.away.clone());
        live.names.with(|n| n.in_order(&ids).into_iter().map(|id| n.of(id)).collect::<Vec<_>>())
    });
    let waiting = Memo::new(move |_| live.part(|r| r.open && r.came == 0));
    view! {
        <section class="card stack missing-card">
            <h2 id=HEADING tabindex="-1">{l.missing}</h2>
            <Show when=move || waiting.get()>
                <Empty text=l.waiting>
                    <a class="btn" href=Route::Who.href()>
                        <Icon of=Picture::Lock />
                        {words().nav().hand_over}
                    </a>
                </Empty>
            </Show>
            <Show when=move || missing.with(Vec::is_empty)>
                <p>{l.nobody_missing}</p>
            </Show>
            <Show when=move || !missing.with(Vec::is_empty) && !waiting.get()>
                <ul class="missing">
                    <For each=move || missing.get() key=move |id| (*id, live.hidden.get()) let(id)>
                        {line(id)}
                    </For>
                </ul>
            </Show>
            <Show when=move || !away.with(Vec::is_empty)>
                <p class="muted sm">{l.away} ": " {move || crate::words::list(away.get())}</p>
            </Show>
        </section>
    }
}

/// Opens what there is to see and to decide about one student.
#[component]
pub(super) fn MoreButton(live: Shared, student: StudentId, label: String) -> impl IntoView {
    view! {
        <button
            class="btn small"
            aria-label=label
            aria-haspopup="dialog"
            on:click=move |_| {
                live.looking.set(Some(student));
                live.open.set(true);
            }
        >
            {words().live().more}
        </button>
    }
}
