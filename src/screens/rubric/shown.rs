//! A rubric to be read as a table: criteria by levels, in the teacher's or in the students' words.

use leptos::prelude::*;

use crate::domain::rubric::{Criterion, Rubric, RubricScore, RubricType, Views};
use crate::domain::scale::Level;
use crate::ui::level::Glyph;
use crate::words::words;

/// Both sides' marks in the table.
#[derive(Clone, Copy)]
pub struct Said {
    /// What both said.
    pub views: Memo<Views>,
    /// The student's name.
    pub student: StoredValue<String>,
}

/// The marks at one level of one criterion: the teacher's solid, the student's hollow.
#[component]
fn MarksHere(said: Said, rubric: StoredValue<Rubric>, place: usize, level: u8) -> impl IntoView {
    let of = rubric.with_value(|rubric| rubric.top().0);
    let here = move |score: Option<&RubricScore>| {
        let mark = score.and_then(|score| rubric.with_value(|rubric| rubric.mark(&score.marks, place)));
        mark == Some(Level(level))
    };
    let tag = move |hollow: bool, name: String| {
        view! { <span class="own-here"><Glyph level of hollow /> <strong>{name}</strong></span> }
    };
    move || {
        let (teacher, own) =
            said.views.with(|views| (here(views.teacher.as_ref()), here(views.own.as_ref())));
        view! {
            {teacher.then(|| tag(false, words().rubric().teacher.to_owned()))}
            {own.then(|| tag(true, said.student.get_value()))}
        }
    }
}

/// The table.
#[component]
pub fn RubricTable(
    /// The rubric.
    rubric: Rubric,
    /// Whether it speaks to students.
    to_students: bool,
    /// Whose marks stand in the cells.
    #[prop(optional)]
    said: Option<Said>,
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
    let kept = StoredValue::new(rubric.clone());
    let row = |(place, criterion): (usize, Criterion)| {
        let cells = (1..=of).map(|level| {
            let cell = criterion.cells.get(usize::from(level) - 1).cloned().unwrap_or_default();
            let plain = !to_students || cell.student.is_empty();
            let text = if plain { cell.description } else { cell.student };
            let example = (to_students && !cell.example.is_empty())
                .then(|| view! { <small class="block">{words().my_rubric().example(&cell.example)}</small> });
            let marks = said.map(|said| view! { <MarksHere said rubric=kept place level /> });
            view! { <td dir="auto">{text} {example} {marks}</td> }
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
    let rows = rubric.criteria.into_iter().enumerate().map(row).collect_view();
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
