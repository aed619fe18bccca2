//! One student's scored rubric on paper: every level in the students' words, the teacher's marks
//! solid and the student's own hollow, with all that was written. Only the printer shows it.

use leptos::prelude::*;

use super::both::notes_at;
use super::shown::{RubricTable, Said};
use crate::domain::Day;
use crate::domain::rubric::{Rubric, RubricType, Views};
use crate::words::{long_day, words};

/// The sheet, as it was saved last.
#[component]
pub fn ScoredSheet(
    /// The rubric.
    rubric: StoredValue<Rubric>,
    /// What both said.
    views: Memo<Views>,
    /// The student.
    name: String,
    /// The day of the work.
    day: Day,
) -> impl IntoView {
    let r = words().rubric();
    let whole = rubric.get_value();
    let about = format!("{} · {}", whole.title, long_day(day));
    let own_text = r.wrote(&name);
    let said = Said { views, student: StoredValue::new(name) };
    let text = move |title: String, of: fn(&Views) -> Option<&String>| {
        move || {
            let text = views.with(|views| of(views).filter(|text| !text.is_empty()).cloned());
            let title = title.clone();
            text.map(|text| view! { <p class="written" dir="auto"><strong>{title}": "</strong>{text}</p> })
        }
    };
    let notes = move || {
        rubric.with_value(|rubric| {
            views.with(|views| {
                let notes = views.teacher.as_ref().map(|score| score.notes.as_slice()).unwrap_or_default();
                let of = |(place, name): (usize, &String)| {
                    let side = |(side, note): (String, String)| match rubric.kind {
                        RubricType::SinglePoint => format!("{name}, {side}: {note}"),
                        _ => format!("{name}: {note}"),
                    };
                    notes_at(rubric, notes, place).into_iter().map(side).collect::<Vec<_>>()
                };
                let names = rubric.criteria.iter().map(|criterion| &criterion.name);
                let line = |note: String| view! { <li class="written" dir="auto">{note}</li> };
                names.enumerate().flat_map(of).map(line).collect_view()
            })
        })
    };
    view! {
        <section class="print-rubric paper-only stack">
            <p dir="auto">{about}</p>
            <RubricTable rubric=whole to_students=true said />
            <ul>{notes}</ul>
            {text(r.teacher_wrote.to_owned(), |views| Some(&views.teacher.as_ref()?.comment))}
            {text(own_text, |views| Some(&views.own.as_ref()?.comment))}
        </section>
    }
}
