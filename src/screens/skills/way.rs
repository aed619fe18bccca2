//! The way of a student on a skill: a small picture of the levels shown and the student's own
//! view, its sentence, and the same as a table.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::cell::Place;
use crate::domain::notebook::Slot;
use crate::domain::scale::Level;
use crate::domain::{Day, Notebook};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::spark::{Mark, Spark};
use crate::words::{short_day, words};

/// What one day of the table says.
#[derive(Clone, PartialEq)]
struct Row {
    day: Day,
    shown: String,
    own: String,
}

#[derive(Clone, PartialEq)]
struct Shown {
    name: String,
    marks: Vec<Mark>,
    of: u8,
    sentence: String,
    rows: Vec<Row>,
}

impl Shown {
    fn of(nb: &Notebook, place: Place) -> Option<Shown> {
        let (shown, _) = nb.levels_shown(place.student, place.skill);
        let shown: Vec<(Day, Level)> = shown.into_iter().map(|(day, level, _)| (day, level)).collect();
        let own: Vec<(Day, Level)> =
            nb.self_levels(place.student, place.skill).into_iter().map(|s| (s.day, s.level)).collect();
        let mut all: Vec<(Day, Level, bool)> = shown.iter().map(|(d, l)| (*d, *l, false)).collect();
        all.extend(own.iter().map(|(d, l)| (*d, *l, true)));
        all.sort_by_key(|(day, _, own)| (*day, *own));
        let (first, last) = (all.first()?.0, all.last()?.0);
        let mark = |(day, level, own): &(Day, Level, bool)| Mark {
            at: day.share_between(first, last),
            level: level.0,
            own: *own,
        };
        let name = said::name_of(nb, place.student);
        Some(Shown {
            marks: all.iter().map(mark).collect(),
            of: nb.class_scale().map_or(4, |s| s.top().0),
            sentence: sentence(nb, &name, &shown, &own),
            rows: rows(nb, &all),
            name,
        })
    }
}

fn sentence(nb: &Notebook, name: &str, shown: &[(Day, Level)], own: &[(Day, Level)]) -> String {
    let s = words().skills();
    let word = |level: Level| said::level_word(nb, level);
    let seen = match (shown.first(), shown.last()) {
        (Some(a), Some(b)) if shown.len() > 1 => {
            s.way(&short_day(a.0), &word(a.1), &short_day(b.0), &word(b.1))
        }
        (Some(only), _) => s.way_one(&short_day(only.0), &word(only.1)),
        _ => s.way_none.to_owned(),
    };
    match own.last() {
        Some(last) => format!("{seen} {}", s.way_own(&short_day(last.0), &name, &word(last.1))),
        None => seen,
    }
}

/// One row a day, the latest first.
fn rows(nb: &Notebook, all: &[(Day, Level, bool)]) -> Vec<Row> {
    let mut days: BTreeMap<Day, (Vec<String>, Vec<String>)> = BTreeMap::new();
    for (day, level, own) in all {
        let (shown, said) = days.entry(*day).or_default();
        let list = if *own { said } else { shown };
        list.push(said::level_word(nb, *level));
    }
    let row = |(day, (shown, own)): (Day, (Vec<String>, Vec<String>))| Row {
        day,
        shown: shown.join(", "),
        own: own.join(", "),
    };
    days.into_iter().rev().map(row).collect()
}

/// The way so far.
#[component]
pub fn Way(
    /// Whose, on what.
    place: Place,
) -> impl IntoView {
    let session = use_session();
    let shown = Memo::new(move |_| {
        let [cell, class, scales, _] = place.slots();
        session.ask_slots(&[cell, class, scales, Slot::Roster], |nb| Shown::of(nb, place))
    });
    move || {
        shown.get().map(|shown| {
            let s = words().skills();
            view! {
                <section class="card stack" aria-labelledby="way-title">
                    <h2 id="way-title">{s.over_time}</h2>
                    <figure class="stack">
                        <Spark marks=shown.marks of=shown.of label=shown.sentence.clone() />
                        <figcaption>{shown.sentence}</figcaption>
                    </figure>
                    <ul class="spark-legend sm">
                        <li>
                            <span class="disc" aria-hidden="true"></span>
                            {s.legend_shown}
                        </li>
                        <li>
                            <span class="ring" aria-hidden="true"></span>
                            {s.own_of(&shown.name)}
                        </li>
                    </ul>
                    <details>
                        <summary>{s.as_table}</summary>
                        <Table name=shown.name rows=shown.rows />
                    </details>
                </section>
            }
        })
    }
}

#[component]
fn Table(name: String, rows: Vec<Row>) -> impl IntoView {
    let s = words().skills();
    let row = |row: Row| {
        view! {
            <tr>
                <th scope="row">{short_day(row.day)}</th>
                <td>{row.shown}</td>
                <td>{row.own}</td>
            </tr>
        }
    };
    view! {
        <table class="plain-table sm">
            <caption class="unseen">{s.over_time}</caption>
            <thead>
                <tr>
                    <th scope="col">{s.day}</th>
                    <th scope="col">{s.legend_shown}</th>
                    <th scope="col">{s.own_of(&name)}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
