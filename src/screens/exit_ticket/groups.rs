//! Three suggested groups with a fair reason for each name. The teacher decides: moves students,
//! places those without an answer, and plans what comes next.

use leptos::prelude::*;

use super::follow_up::Plans;
use super::live::Shared;
use super::missing::MoreButton;
use crate::domain::Notebook;
use crate::domain::exit_ticket::{Group, Handed, Moment, Question, Results};
use crate::domain::id::StudentId;
use crate::domain::scale::Scale;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::words::words;

/// Somebody in a group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Member {
    /// Who.
    pub student: StudentId,
    /// Why they are here, in words.
    pub why: String,
    /// How often and how late they handed in, and whether the teacher moved them.
    pub notes: Vec<String>,
}

/// The members of a group; who is there without an answer comes with them.
pub(super) fn members(nb: &Notebook, results: &Results, group: Group) -> Vec<Member> {
    let l = words().live();
    let scale = nb.scale(results.ticket.scale);
    let handed = results.handed.iter().filter(|h| h.group == Some(group)).map(|handed| Member {
        student: handed.student,
        why: reason(handed, scale, results.ticket.level_asked_in(handed.version)),
        notes: notes(handed),
    });
    let placed = results.placed.iter().filter(|(_, g)| *g == group).map(|(student, _)| Member {
        student: *student,
        why: l.no_answer.to_owned(),
        notes: vec![l.placed.to_owned()],
    });
    handed.chain(placed).collect()
}

/// The level they said and what was right, in words.
fn reason(handed: &Handed, scale: Option<&Scale>, asked: Option<Moment>) -> String {
    let l = words().live();
    let said = if asked == Some(Moment::Before) { handed.before } else { handed.after };
    let level = asked.map(|_| match said {
        Some(level) => l.why_level(&scale.map_or("", |s| s.word(level))),
        None if handed.unsure => l.why_dont_know.to_owned(),
        None => l.why_no_level.to_owned(),
    });
    let right = (handed.keyed.of > 0).then(|| match (handed.keyed.right, handed.keyed.of) {
        (1, 1) => l.why_right.to_owned(),
        (0, 1) => l.why_wrong.to_owned(),
        (right, of) => l.right_of(&of, &right),
    });
    let reasons: Vec<String> = level.into_iter().chain(right).collect();
    if reasons.is_empty() { l.nothing_to_sort.to_owned() } else { reasons.join(", ") }
}

fn notes(handed: &Handed) -> Vec<String> {
    let l = words().live();
    let mut notes = Vec::new();
    if handed.attempts > 1 {
        notes.push(l.tries(&handed.attempts));
    }
    if let Some(days) = handed.days_late {
        notes.push(l.late(days));
    }
    if handed.group != handed.suggested {
        notes.push(l.moved.to_owned());
    }
    notes
}

/// The groups.
#[component]
pub(super) fn Groups(live: Shared) -> impl IntoView {
    let l = words().live();
    // A check that asks for no level and nothing right or wrong suggests none.
    let any = Memo::new(move |_| {
        live.part(|r| {
            let sorts = r.ticket.asks_level() || r.ticket.asks(Question::is_keyed);
            sorts || !r.placed.is_empty() || r.handed.iter().any(|h| h.group.is_some())
        })
    });
    let answers = move || live.part(|r| r.came > 0);
    let cards = Route::Teacher(TeacherScreen::PrintTicket(live.id)).href();
    view! {
        <div class="row between">
            <h2>{l.groups}</h2>
            <Show when=move || any.get() && answers()>
                <a href=cards.clone()>{l.print_cards}</a>
            </Show>
        </div>
        <Show when=move || any.get() fallback=move || view! { <NoGroups live /> }>
            {Group::ALL.map(|group| view! { <OneGroup live group /> }).collect_view()}
        </Show>
    }
}

/// Without groups, who handed in is still listed: late, again, and what they said.
#[component]
fn NoGroups(live: Shared) -> impl IntoView {
    let l = words().live();
    let members = Memo::new(move |_| {
        live.part(|r| {
            let member = |h: &Handed| Member { student: h.student, why: String::new(), notes: notes(h) };
            let mut all: Vec<Member> = r.handed.iter().map(member).collect();
            live.names.with(|names| all.sort_by_key(|m| names.place(m.student)));
            all
        })
    });
    view! {
        <p class="muted">{l.no_groups}</p>
        <ul class="members">
            <MemberLines live members />
        </ul>
    }
}

#[component]
fn OneGroup(live: Shared, group: Group) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let members = Memo::new(move |_| {
        let mut all = live.part(|r| session.peek(|nb| members(nb, r, group)));
        live.names.with(|names| all.sort_by_key(|m| names.place(m.student)));
        all
    });
    view! {
        <details class="group">
            <summary id=summary_id(group) class="row between">
                <span>
                    <strong>{said::group(group)}</strong>
                    <span class="muted sm block">{move || l.students(members.with(Vec::len))}</span>
                </span>
                <span class="btn small" aria-hidden="true">{l.open_group}</span>
            </summary>
            <Show when=move || members.with(Vec::is_empty)>
                <p class="muted">{l.nobody}</p>
            </Show>
            <ul class="members">
                <MemberLines live members />
            </ul>
            <Plans live group />
        </details>
    }
}

/// The id of a group's summary, to which the focus goes when a student has left the group.
pub(super) fn summary_id(group: Group) -> &'static str {
    match group {
        Group::NotYet => "group-not-yet",
        Group::Almost => "group-almost",
        Group::GotIt => "group-got-it",
    }
}

#[component]
fn MemberLines(live: Shared, members: Memo<Vec<Member>>) -> impl IntoView {
    let skill = move || live.part(|r| Some(r.ticket.skill));
    let line = move |member: Member| {
        let name = live.name(member.student);
        let about = words().live().more_about(&name);
        let cell = skill().filter(|_| !live.hidden.get());
        let name = match cell {
            Some(skill) => {
                let href = Route::Teacher(TeacherScreen::Cell(member.student, skill)).href();
                view! { <a class="who" href=href dir="auto">{name}</a> }.into_any()
            }
            None => view! { <span class="who" dir="auto">{name}</span> }.into_any(),
        };
        let notes = member.notes.into_iter().map(|note| view! { " " <span class="pill note">{note}</span> });
        view! {
            <li class="row between">
                <span>{name} " " <span class="muted sm">{member.why}</span> {notes.collect_view()}</span>
                <MoreButton live student=member.student label=about />
            </li>
        }
    };
    view! {
        <For each=move || members.get() key=move |m| (m.clone(), live.hidden.get()) let(member)>
            {line(member)}
        </For>
    }
}
