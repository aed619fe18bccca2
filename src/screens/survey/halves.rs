//! A survey without names: nobody can be paired, so the two distributions stand side by side, each
//! from five answers on.

use leptos::prelude::*;

use super::report::FLOOR;
use crate::domain::Notebook;
use crate::domain::exit_ticket::{ExitTicket, Question, Tally, Veil};
use crate::domain::survey::Half;
use crate::screens::asked;
use crate::session::use_session;
use crate::words::words;

/// One line of a table: an option, and how many chose it before and after.
type Line = (String, [String; 2]);

/// The two halves.
#[component]
pub(super) fn Halves(halves: [Half; 2], before: ExitTicket) -> impl IntoView {
    let session = use_session();
    let s = words().survey();
    let veiled = [(&halves[0], s.before), (&halves[1], s.after)].map(|(half, name)| {
        let text = why_not(half, name)?;
        Some(view! { <p class="status">{text}</p> })
    });
    let tables = tables(session, &before, &halves);
    view! {
        <p>{s.no_names}</p>
        {veiled}
        {tables}
    }
}

/// Why nothing of a half is shown, or not of all who answered.
fn why_not(half: &Half, name: &str) -> Option<String> {
    let s = words().survey();
    match half.veil {
        Some(Veil::Open) => Some(s.still_open(&name)),
        Some(Veil::TooFew) => (half.came > 0).then(|| s.few(half.came, &FLOOR, &name)),
        None => (half.waiting > 0).then(|| s.wait_for_more(half.waiting, &FLOOR, &name)),
    }
}

fn tables(session: crate::session::Session, before: &ExitTicket, halves: &[Half; 2]) -> Vec<AnyView> {
    let most = halves.iter().map(|h| h.tallies.len()).max().unwrap_or(0);
    let one = |place: usize| {
        let pair = [0, 1].map(|half| halves[half].tallies.get(place));
        let tally = pair[0].or(pair[1])?;
        if tally.counts.is_empty() && !tally.question.is_keyed() {
            return None;
        }
        // A place that few answered keeps its line, so that the halves stay side by side.
        let told = pair.map(|tally| tally.filter(|t| !t.too_few));
        let lines = session.peek(|nb| lines(nb, before, tally, told));
        let few = pair.iter().flatten().any(|t| t.too_few);
        let two = !before.version_b.is_empty();
        let version = two.then(|| format!("{} · ", asked::version(tally.version)));
        let head = format!("{}{}", version.unwrap_or_default(), asked::question(&tally.question, true));
        Some(table(head, lines, few))
    };
    (0..most).filter_map(one).collect()
}

fn lines(nb: &Notebook, ticket: &ExitTicket, tally: &Tally, pair: [Option<&Tally>; 2]) -> Vec<Line> {
    let s = words().survey();
    let options = match tally.question {
        Question::Level(_) => nb.scale(ticket.scale).map(|scale| scale.words.clone()).unwrap_or_default(),
        _ => asked::options(&tally.question),
    };
    let told = |of: &dyn Fn(&Tally) -> usize| {
        pair.map(|tally| tally.map(of).map_or("–".into(), |n| n.to_string()))
    };
    let option =
        |(place, word): (usize, String)| (word, told(&|t| t.counts.get(place).copied().unwrap_or(0)));
    let mut lines: Vec<Line> = options.into_iter().enumerate().map(option).collect();
    if pair.iter().flatten().any(|t| t.dont_know > 0) {
        lines.push((words().live().dont_know.to_owned(), told(&|t| t.dont_know)));
    }
    if tally.question.is_keyed() {
        lines.push((s.right.to_owned(), told(&|t| t.right)));
    }
    lines.push((s.all_answers.to_owned(), told(&|t| t.answered)));
    lines
}

fn table(head: String, lines: Vec<Line>, few: bool) -> AnyView {
    let s = words().survey();
    let few = few.then(|| view! { <p class="muted sm">{words().live().question_few(&FLOOR)}</p> });
    let row = |(word, [before, after]): Line| {
        view! {
            <tr>
                <th scope="row" dir="auto">{word}</th>
                <td>{before}</td>
                <td>{after}</td>
            </tr>
        }
    };
    view! {
        <section class="card stack">
            <h2 dir="auto">{head}</h2>
            <div class="scroll">
                <table class="survey-table">
                    <thead>
                        <tr>
                            <td></td>
                            <th scope="col">{s.before}</th>
                            <th scope="col">{s.after}</th>
                        </tr>
                    </thead>
                    <tbody>{lines.into_iter().map(row).collect_view()}</tbody>
                </table>
            </div>
            {few}
        </section>
    }
    .into_any()
}
