//! How each question moved, over the students who answered it both times.

use leptos::prelude::*;

use super::report::Shown;
use crate::domain::exit_ticket::Question;
use crate::domain::survey::{Moved, QuestionMoved};
use crate::screens::asked;
use crate::words::words;

/// The tables: one of questions with a right answer, one of levels and scales.
#[component]
pub(super) fn Questions(shown: Shown) -> impl IntoView {
    let s = words().survey();
    let (right, steps): (Vec<_>, Vec<_>) =
        shown.report.questions.into_iter().partition(|q| matches!(q.moved, Moved::Right(_)));
    if right.is_empty() && steps.is_empty() {
        return ().into_any();
    }
    let two = !shown.report.before.version_b.is_empty();
    let crossed = two.then(|| view! { <p class="muted sm">{s.crossed}</p> });
    view! {
        <section class="card stack">
            <h2>{s.by_question}</h2>
            {crossed}
            {table(&[s.kept, s.gained, s.lost, s.still_wrong], right)}
            {table(&[s.up, s.same, s.down], steps)}
        </section>
    }
    .into_any()
}

fn table(heads: &[&'static str], rows: Vec<QuestionMoved>) -> Option<impl IntoView + use<>> {
    let s = words().survey();
    let heads = heads.iter().map(|head| view! { <th scope="col">{*head}</th> }).collect_view();
    (!rows.is_empty()).then(|| {
        view! {
            <div class="scroll">
                <table class="survey-table shifts">
                    <thead>
                        <tr>
                            <th scope="col">{s.question}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
        }
    })
}

fn row(moved: QuestionMoved) -> impl IntoView {
    let counts = match moved.moved {
        Moved::Right(shift) => vec![shift.kept, shift.gained, shift.lost, shift.still_wrong],
        Moved::Steps { up, same, down } => vec![up, same, down],
    };
    // A level is asked before and after, so it is named without a moment.
    let text = |question: &Question| asked::question(question, true);
    let other = moved.other.as_ref().map(|other| {
        view! {
            <span class="block muted sm" dir="auto">{asked::version(crate::domain::exit_ticket::Version::B)} ": " {text(other)}</span>
        }
    });
    let cells = counts.into_iter().map(|count| view! { <td>{count}</td> });
    view! {
        <tr>
            <th scope="row">
                <span dir="auto">{text(&moved.question)}</span>
                {other}
            </th>
            {cells.collect_view()}
        </tr>
    }
}
