//! The record of an erasing, for the folder of whoever has to show that it was done. It names nobody.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Day;
use crate::domain::erasure::Part;
use crate::route::{Route, TeacherScreen};
use crate::session::KeptIn;
use crate::ui::icon::{Icon, Picture};
use crate::words::{full_day, list, words};

/// What was erased, when, by whom and who asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The day.
    pub day: Day,
    /// What was there.
    pub kept: Vec<KeptIn>,
    /// Who asked for it; empty when nobody said.
    pub asked_by: String,
    /// The teacher's name; empty when the class has none.
    pub done_by: String,
}

/// The record, to be printed.
#[component]
pub fn Erased(
    /// What it says.
    record: Record,
) -> impl IntoView {
    let e = words().erase();
    let said = |text: String| if text.is_empty() { e.not_said.to_owned() } else { text };
    let classes = list(record.kept.iter().map(|kept| kept.class.clone()));
    view! {
        <h1>{e.record}</h1>
        <p>{e.record_lead}</p>
        <dl class="facts">
            <dt>{e.when}</dt>
            <dd>{full_day(record.day)}</dd>
            <dt>{e.classes}</dt>
            <dd>{said(classes)}</dd>
            <dt>{e.asked_by}</dt>
            <dd dir="auto">{said(record.asked_by)}</dd>
            <dt>{e.done_by}</dt>
            <dd dir="auto">{said(record.done_by)}</dd>
        </dl>
        <Parts kept=record.kept />
        <p class="noprint">{e.then}</p>
        <div class="row noprint">
            <button class="btn go" on:click=move |_| browser::print()>
                <Icon of=Picture::Print />
                {e.print}
            </button>
            <a class="btn" href=Route::Teacher(TeacherScreen::Class).href()>{e.to_class}</a>
        </div>
    }
}

/// What is or was kept, over all classes.
#[component]
pub fn Parts(
    /// Class by class.
    kept: Vec<KeptIn>,
) -> impl IntoView {
    let e = words().erase();
    let of = |part: Part| kept.iter().filter_map(|kept| kept.parts.get(&part)).sum::<usize>();
    let files = kept.iter().map(|kept| kept.files).sum::<usize>();
    let rows = Part::ALL.into_iter().map(|part| (said_part(part), of(part)));
    let rows = rows.chain([(e.files, files)]).filter(|(_, n)| *n > 0);
    let rows = rows.map(|(what, n)| {
        view! {
            <tr>
                <th scope="row">{what}</th>
                <td>{n.to_string()}</td>
            </tr>
        }
    });
    view! {
        <table class="parts">
            <thead>
                <tr>
                    <th scope="col">{e.part}</th>
                    <th scope="col">{e.count}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    }
}

fn said_part(part: Part) -> &'static str {
    let e = words().erase();
    match part {
        Part::Person => e.person,
        Part::Goals => e.goals,
        Part::Checks => e.checks,
        Part::Evidence => e.evidence,
        Part::Plan => e.plan,
        Part::Work => e.work,
        Part::Log => e.log,
        Part::Other => e.other,
    }
}
