//! A rubric to be read as a table: criteria by levels, in the teacher's or in the students' words.

use leptos::prelude::*;

use crate::domain::rubric::{Criterion, Rubric, RubricType};
use crate::domain::scale::Level;
use crate::ui::level::Glyph;
use crate::words::words;

/// The table.
#[component]
pub fn RubricTable(
    /// The rubric.
    rubric: Rubric,
    /// Whether it speaks to students.
    to_students: bool,
) -> impl IntoView {
    let r = words().rubric();
    let of = rubric.top().0;
    let (caption, label) = (rubric.title.clone(), rubric.title.clone());
    let weighed = rubric.criteria.iter().any(|c| c.weight != 1);
    let observed = rubric.kind == RubricType::Observation;
    let heads = (1..=of).map(|level| {
        view! {
            <th scope="col">
                <span class="level-tag">
                    <Glyph level of />
                    {rubric.word(Level(level)).to_owned()}
                </span>
            </th>
        }
    });
    let heads = heads.collect_view();
    let row = |criterion: Criterion| {
        let cells = (0..usize::from(of)).map(|level| {
            let cell = criterion.cells.get(level).cloned().unwrap_or_default();
            let plain = !to_students || cell.student.is_empty();
            let text = if plain { cell.description } else { cell.student };
            let example = (to_students && !cell.example.is_empty())
                .then(|| view! { <small class="block">{words().my_rubric().example(&cell.example)}</small> });
            view! { <td dir="auto">{text} {example}</td> }
        });
        let cells = cells.collect_view();
        let weight = weighed.then(|| view! { <small class="block">{r.counts(&criterion.weight)}</small> });
        view! {
            <tr>
                <th scope="row" dir="auto">{criterion.name} {weight}</th>
                {cells}
            </tr>
        }
    };
    let rows = rubric.criteria.into_iter().map(row).collect_view();
    view! {
        <div class="rubric-region" role="region" tabindex="0" aria-label=label>
            <table class="rubric-table">
                <caption class="unseen">{caption}</caption>
                <thead>
                    <tr>
                        <th scope="col">{if observed { r.look_for } else { r.criterion }}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}
