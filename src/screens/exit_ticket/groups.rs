//! Three suggested groups with a fair reason for each name. The teacher decides.

use leptos::prelude::*;

use super::live::{Names, part};
use crate::domain::exit_ticket::{Group, Handed, Results};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::words::words;

/// The groups, and what students wrote.
#[component]
pub(super) fn Groups(
    results: Signal<Option<Results>>,
    names: Memo<Names>,
    hidden: RwSignal<bool>,
) -> impl IntoView {
    let l = words().live();
    let group = move |group: Group| {
        let members = Memo::new(move |_| {
            let mut members =
                part(results, |r| r.handed.iter().filter(|h| h.group == group).cloned().collect::<Vec<_>>());
            let order = names.with(|n| n.in_order(&members.iter().map(|h| h.student).collect::<Vec<_>>()));
            members.sort_by_key(|h| order.iter().position(|id| *id == h.student));
            members
        });
        view! { <OneGroup group members results names hidden /> }
    };
    view! {
        <section class="card stack groups">
            <h2>{l.groups}</h2>
            {[Group::NotYet, Group::Almost, Group::GotIt].map(group).collect_view()}
            <Sentences results names />
        </section>
    }
}

#[component]
fn OneGroup(
    group: Group,
    members: Memo<Vec<Handed>>,
    results: Signal<Option<Results>>,
    names: Memo<Names>,
    hidden: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let skill = move || results.with(|r| r.as_ref().map(|r| r.ticket.skill));
    let reason = move |handed: &Handed| {
        let level = match handed.after {
            Some(level) => l.why_level(&session.peek(|nb| said::level_word(nb, level))),
            None if handed.unsure => l.why_dont_know.to_owned(),
            None => l.why_no_level.to_owned(),
        };
        let right = match handed.right {
            Some(true) => Some(l.why_right),
            Some(false) => Some(l.why_wrong),
            None => None,
        };
        right.map_or(level.clone(), |right| format!("{level}, {right}"))
    };
    let line = move |handed: Handed| {
        let name = names.with(|n| n.of(handed.student));
        let why = reason(&handed);
        let cell = skill().filter(|_| !hidden.get());
        let name = match cell {
            Some(skill) => {
                let href = Route::Teacher(TeacherScreen::Cell(handed.student, skill)).href();
                view! { <a href=href dir="auto">{name}</a> }.into_any()
            }
            None => view! { <span dir="auto">{name}</span> }.into_any(),
        };
        view! { <li>{name} " " <span class="muted sm">{why}</span></li> }
    };
    view! {
        <details class="group">
            <summary class="row between">
                <span>
                    <strong>{said::group(group)}</strong>
                    <span class="muted sm block">{move || l.students(members.with(Vec::len))}</span>
                </span>
                <span class="btn small" aria-hidden="true">{l.open_group}</span>
            </summary>
            {move || {
                let members = members.get();
                if members.is_empty() {
                    return view! { <p class="muted">{l.nobody}</p> }.into_any();
                }
                view! { <ul class="members">{members.into_iter().map(line).collect_view()}</ul> }.into_any()
            }}
        </details>
    }
}

/// What students wrote, each beside the name as it may be shown.
#[component]
fn Sentences(results: Signal<Option<Results>>, names: Memo<Names>) -> impl IntoView {
    let l = words().live();
    let written = move || {
        let all = part(results, |r| r.handed.clone());
        all.into_iter().filter(|h| !h.sentence.is_empty()).collect::<Vec<_>>()
    };
    let line = move |handed: Handed| {
        view! {
            <li>
                <span class="muted sm">{names.with(|n| n.of(handed.student))}</span>
                <p dir="auto">{handed.sentence}</p>
            </li>
        }
    };
    view! {
        <Show when=move || !written().is_empty()>
            <details class="group">
                <summary class="row between">
                    <strong>{l.sentences}</strong>
                    <span class="pill">{move || written().len()}</span>
                </summary>
                <ul class="members">{move || written().into_iter().map(line).collect_view()}</ul>
            </details>
        </Show>
    }
}
