//! A teacher watches a ticket come in and sees at once who needs what.
//!
//! Names are hidden while the ticket is open, because this screen is often on the wall; one tap
//! shows them.

use leptos::prelude::*;

use super::groups::Groups;
use crate::domain::attendance::{Attendance, Presence};
use crate::domain::entry::{Body, Change};
use crate::domain::exit_ticket::{Results, TicketClosed};
use crate::domain::id::{StudentId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::ui::level::{Glyph, shade};
use crate::ui::term::Term;
use crate::words::{sort_by_name, words};

/// Names as they may be shown: the real ones, or "Student 7" in an order that says nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Names {
    names: Vec<(StudentId, String)>,
}

impl Names {
    /// These students in the order of their names, hidden or not.
    pub(super) fn in_order(&self, students: &[StudentId]) -> Vec<StudentId> {
        self.names.iter().map(|(id, _)| *id).filter(|id| students.contains(id)).collect()
    }

    /// The name to show for a student.
    pub(super) fn of(&self, id: StudentId) -> String {
        self.names.iter().find(|(of, _)| *of == id).map(|(_, name)| name.clone()).unwrap_or_default()
    }
}

/// The screen.
#[component]
pub fn Live(id: TicketId) -> impl IntoView {
    let session = use_session();
    let results = Memo::new(move |_| session.ask(|nb| nb.results(id)));
    let open = Memo::new(move |_| results.with(|r| r.as_ref().is_some_and(|r| r.open)));
    let hidden = RwSignal::new(open.get_untracked());
    let names = Memo::new(move |_| {
        let hidden = hidden.get();
        let mut names: Vec<(StudentId, String)> =
            session.ask(|nb| nb.students().iter().map(|s| (s.id, s.name.clone())).collect());
        sort_by_name(&mut names, |(_, name)| name);
        if hidden {
            for (place, (_, name)) in names.iter_mut().enumerate() {
                *name = words().live().student_n(&(place + 1));
            }
        }
        Names { names }
    });
    move || {
        if results.with(Option::is_none) {
            return view! {
                <main id="main" class="narrow stack">
                    <h1>{words().live().unknown}</h1>
                    <a class="btn go" href=Route::Teacher(TeacherScreen::Today).href()>{words().live().back}</a>
                </main>
            }
            .into_any();
        }
        let results = Signal::derive(move || results.get());
        view! {
            <main id="main">
                <Head id results open hidden />
                <div class="live">
                    <Distribution results />
                    <Groups results names hidden />
                    <WhoHandedIn results names />
                </div>
            </main>
        }
        .into_any()
    }
}

/// Reads a part of the results; the default while there are none.
pub(super) fn part<T: Default>(results: Signal<Option<Results>>, read: impl FnOnce(&Results) -> T) -> T {
    results.with(|r| r.as_ref().map(read).unwrap_or_default())
}

#[component]
fn Head(
    id: TicketId,
    results: Signal<Option<Results>>,
    open: Memo<bool>,
    hidden: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let skill = move || {
        let skill = results.with(|r| r.as_ref().map(|r| r.ticket.skill));
        skill.map(|skill| session.ask(|nb| said::skill_line(nb, skill))).unwrap_or_default()
    };
    let close = move || {
        let day = session.today.get_untracked();
        hidden.set(false);
        session.act(vec![Change::of_class(TicketClosed { ticket: id, day })], l.closed_said.to_owned());
    };
    // Opening again takes the closing back, whichever tab made it.
    let reopen = move || {
        let batches = session.peek(|nb| {
            let closings = nb.slot(Slot::Ticket(id)).filter(|e| matches!(e.body, Body::TicketClosed(_)));
            closings.map(|e| e.head.batch).collect::<Vec<_>>()
        });
        for batch in batches {
            session.undo(batch);
        }
        hidden.set(true);
    };
    view! {
        <div class="page-head">
            <div>
                <h1>{skill}</h1>
                <p class="row">
                    <Term of=Term::ExitTicket />
                    <span class="pill">{move || if open.get() { l.is_open } else { l.is_closed }}</span>
                </p>
            </div>
            <div class="row">
                <a class="btn" href=Route::Teacher(TeacherScreen::Projector(id)).href()>{l.wall}</a>
                <button
                    class="btn"
                    aria-pressed=move || hidden.get().to_string()
                    on:click=move |_| hidden.update(|h| *h = !*h)
                >
                    {l.hide}
                </button>
                <button
                    class="btn"
                    class:go=move || open.get()
                    on:click=move |_| if open.get_untracked() { close() } else { reopen() }
                >
                    {move || if open.get() { l.close } else { l.reopen }}
                </button>
            </div>
        </div>
    }
}

/// How many are in, on which levels, and how that moved.
#[component]
fn Distribution(results: Signal<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let count = move || part(results, |r| (r.handed.len(), r.handed.len() + r.missing.len()));
    let sentence = move || {
        let shift = part(results, |r| r.shift);
        if shift.paired == 0 {
            return l.no_shift.to_owned();
        }
        let reached =
            session.ask(|nb| nb.class_scale().map(|s| s.word(s.reached()).to_owned())).unwrap_or_default();
        l.shift(
            &shift.reached_after,
            &shift.reached_before,
            &shift.down,
            &shift.paired,
            &shift.same,
            &shift.up,
            &reached,
        )
    };
    view! {
        <section class="card stack">
            <h2 class="big">
                <span role="status">
                    {move || {
                        let (handed, of) = count();
                        l.in_count(handed, &of)
                    }}
                </span>
            </h2>
            <Bars results />
            <p class="status">{sentence}</p>
        </section>
    }
}

/// Answers per level, as bars with their number.
#[component]
pub(super) fn Bars(results: Signal<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let rows = move || {
        let scale = results.with(|r| r.as_ref().map(|r| r.ticket.scale));
        let scale =
            scale.and_then(|id| session.peek(|nb| nb.scale(id).map(|s| s.words.clone()))).unwrap_or_default();
        let (per_level, dont_know) = part(results, |r| (r.per_level.clone(), r.dont_know));
        let most = per_level.iter().copied().max().unwrap_or(0).max(dont_know).max(1);
        let of = u8::try_from(scale.len()).unwrap_or(4);
        let width = move |count: usize| format!("inline-size: {}%", count * 100 / most);
        let levels = scale.into_iter().zip(per_level).zip(1u8..).map(move |((word, count), level)| {
            let bar = format!("bar b{}", shade(level, of));
            view! {
                <tr>
                    <th scope="row"><span class="level-tag"><Glyph level of />{word}</span></th>
                    <td><span class=bar style=width(count)>{count}</span></td>
                </tr>
            }
        });
        let unsure = (dont_know > 0).then(|| {
            view! {
                <tr>
                    <th scope="row"><span class="level-tag"><Glyph level=0 of />{l.dont_know}</span></th>
                    <td><span class="bar b0" style=width(dont_know)>{dont_know}</span></td>
                </tr>
            }
        });
        view! { {levels.collect_view()} {unsure} }
    };
    view! {
        <table class="bars">
            <caption class="unseen">{l.by_level}</caption>
            <tbody>{rows}</tbody>
        </table>
    }
}

/// Every student of the class, with what they handed in or that they are missing.
#[component]
fn WhoHandedIn(results: Signal<Option<Results>>, names: Memo<Names>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let absent = move |student: StudentId| {
        let day = session.today.get_untracked();
        let name = names.with_untracked(|n| n.of(student));
        let change = Change::by_teacher(student, Attendance { day, presence: Presence::Absent });
        session.act(vec![change], words().today().absent_said(&name));
    };
    let missing = move |student: StudentId| {
        let name = names.with(|n| n.of(student));
        view! {
            <li class="row between">
                <span dir="auto">{name}</span>
                <button class="btn small" on:click=move |_| absent(student)>{l.mark_absent}</button>
            </li>
        }
    };
    view! {
        <section class="card stack missing-card">
            <h2>{l.missing}</h2>
            {move || {
                let (missing_ids, away) = part(results, |r| (r.missing.clone(), r.away.clone()));
                let missing_ids = names.with(|n| n.in_order(&missing_ids));
                let nobody_in = part(results, |r| r.handed.is_empty());
                let away: Vec<String> = away.into_iter().map(|id| names.with(|n| n.of(id))).collect();
                let away = (!away.is_empty())
                    .then(|| view! { <p class="muted sm">{l.away} ": " {crate::words::list(away)}</p> });
                let list = if missing_ids.is_empty() {
                    view! { <p>{l.nobody_missing}</p> }.into_any()
                } else if nobody_in {
                    view! {
                        <Empty text=l.waiting>
                            <a class="btn" href=Route::Who.href()>
                                <Icon of=Picture::Lock />
                                {words().nav().hand_over}
                            </a>
                        </Empty>
                    }
                        .into_any()
                } else {
                    view! { <ul class="missing">{missing_ids.into_iter().map(missing).collect_view()}</ul> }.into_any()
                };
                view! { {list} {away} }
            }}
        </section>
    }
}
