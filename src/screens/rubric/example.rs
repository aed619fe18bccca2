//! A short rubric to begin with, written for Daymark.

use crate::domain::rubric::{RubricCell, RubricDraft, RubricType};
use crate::domain::scale::Scale;
use crate::screens::said;
use crate::words::words;

/// The example, on the class's own levels when there are four of them. A title stays.
pub fn example(title: &str, scale: &Scale) -> RubricDraft {
    let e = words().rubric_example();
    let levels: Vec<String> = match scale.words.len() {
        4 => scale.words.clone(),
        _ => said::shipped_levels().map(ToOwned::to_owned).to_vec(),
    };
    let mut draft = RubricDraft::blank(RubricType::Analytic, &levels, scale);
    draft.add_criterion();
    let title = if title.trim().is_empty() { e.title } else { title };
    title.clone_into(&mut draft.title);
    let cell = |description: &str, student: &str, example: &str| RubricCell {
        description: description.to_owned(),
        student: student.to_owned(),
        example: example.to_owned(),
    };
    let rows = [
        (
            e.steps,
            vec![
                cell(e.steps_1, e.my_steps_1, ""),
                cell(e.steps_2, e.my_steps_2, ""),
                cell(e.steps_3, e.my_steps_3, e.steps_3_example),
                cell(e.steps_4, e.my_steps_4, ""),
            ],
        ),
        (
            e.why,
            vec![
                cell(e.why_1, e.my_why_1, ""),
                cell(e.why_2, e.my_why_2, ""),
                cell(e.why_3, e.my_why_3, e.why_3_example),
                cell(e.why_4, e.my_why_4, ""),
            ],
        ),
    ];
    for (criterion, (name, cells)) in draft.criteria.iter_mut().zip(rows) {
        name.clone_into(&mut criterion.name);
        criterion.cells = draft.levels.iter().map(|level| level.key).zip(cells).collect();
    }
    draft
}
