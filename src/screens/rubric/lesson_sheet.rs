//! An observed lesson on paper: what was seen for each look-for, and its rating. Only the printer
//! shows it.

use leptos::prelude::*;

use crate::domain::rubric::{LessonObservation, Rubric};
use crate::ui::level::LevelTag;
use crate::words::words;

/// The sheet.
#[component]
pub fn LessonSheet(
    /// The observation rubric.
    rubric: Rubric,
    /// The lesson.
    lesson: Memo<Option<LessonObservation>>,
) -> impl IntoView {
    view! {
        <section class="lesson-sheet paper-only">
            {move || lesson.get().map(|lesson| all(&rubric, &lesson))}
        </section>
    }
}

fn all(rubric: &Rubric, lesson: &LessonObservation) -> Vec<AnyView> {
    let l = words().lesson();
    let look_for = |(place, name): (usize, &String)| {
        let here = lesson.seen.iter().filter(|seen| usize::from(seen.criterion) == place);
        let rows: Vec<_> = here
            .map(|seen| view! { <tr><td>{seen.minute}</td><td dir="auto">{seen.text.clone()}</td></tr> })
            .collect();
        let level = rubric.mark(&lesson.marks, place).map(|level| level.0);
        let seen = if rows.is_empty() {
            view! { <p class="muted">{l.nothing_seen}</p> }.into_any()
        } else {
            view! {
                <table class="plain">
                    <thead>
                        <tr>
                            <th scope="col">{l.minute_label}</th>
                            <th scope="col">{l.what}</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            }
            .into_any()
        };
        view! {
            <h2 dir="auto">{name.clone()}</h2>
            <p>
                <LevelTag level words=rubric.levels.clone() none=l.no_rating />
            </p>
            {seen}
        }
        .into_any()
    };
    rubric.criteria.iter().map(|criterion| &criterion.name).enumerate().map(look_for).collect()
}
