//! Each student's way from before to after as a dot and an arrow: own SVG, by name, never ranked.

use std::cmp::Ordering;

use leptos::prelude::*;

use super::report::{Shown, rule};
use crate::domain::rounding::round;
use crate::domain::survey::{HIGHEST, Pair, ScoredBy};
use crate::words::words;

/// A student with both scores.
struct Way {
    name: String,
    before: f64,
    after: f64,
    way: Ordering,
}

fn ways(shown: &Shown) -> Vec<Way> {
    let mut pairs: Vec<&Pair> = shown.report.pairs.iter().collect();
    pairs.sort_by_key(|pair| shown.names.place(pair.student));
    let way = |pair: &Pair| Way {
        name: shown.names.of(pair.student),
        before: pair.before,
        after: pair.after,
        way: pair.way(),
    };
    pairs.into_iter().map(way).collect()
}

/// The picture with its sentence, and the same numbers as a table.
#[component]
pub(super) fn Arrows(shown: Shown) -> impl IntoView {
    let s = words().survey();
    let rule = rule(shown.report.scored_by);
    let ways = ways(&shown);
    if ways.is_empty() {
        let text = if shown.report.scored_by == ScoredBy::Nothing { rule } else { s.no_pairs };
        return view! { <p class="status">{text}</p> }.into_any();
    }
    let many = |way| ways.iter().filter(|w| w.way == way).count();
    let (up, same, down) = (many(Ordering::Greater), many(Ordering::Equal), many(Ordering::Less));
    let sentence = s.moved(ways.len(), &down, &same, &up);
    let rows = ways.iter().map(row).collect_view();
    let cells = ways.iter().map(cells).collect_view();
    view! {
        <section class="card stack">
            <h2>{s.each_student}</h2>
            <figure class="stack">
                <figcaption>{sentence} " " <span class="muted sm">{rule}</span></figcaption>
                <ArrowHead />
                <ul class="arrows">{rows}</ul>
                <p class="arrows-axis muted sm" aria-hidden="true">
                    <span>"0"</span>
                    <span>"100"</span>
                </p>
            </figure>
            <details>
                <summary>{s.as_table}</summary>
                <div class="scroll">
                    <table class="survey-table">
                        <thead>
                            <tr>
                                <th scope="col">{s.student}</th>
                                <th scope="col">{s.before}</th>
                                <th scope="col">{s.after}</th>
                            </tr>
                        </thead>
                        <tbody>{cells}</tbody>
                    </table>
                </div>
            </details>
        </section>
    }
    .into_any()
}

fn whole(score: f64) -> String {
    format!("{}", round(score, 0))
}

fn cells(way: &Way) -> impl IntoView + use<> {
    view! {
        <tr>
            <th scope="row" dir="auto">{way.name.clone()}</th>
            <td>{whole(way.before)}</td>
            <td>{whole(way.after)}</td>
        </tr>
    }
}

/// The head of every arrow, defined once.
#[component]
fn ArrowHead() -> impl IntoView {
    view! {
        <svg class="arrow-head" aria-hidden="true">
            <defs>
                <marker
                    id="arrow-head"
                    viewBox="0 0 10 10"
                    refX="8"
                    refY="5"
                    markerWidth="5"
                    markerHeight="5"
                    orient="auto"
                >
                    <path d="M0 0L10 5L0 10z" />
                </marker>
            </defs>
        </svg>
    }
}

/// A name and its arrow. The ends are kept a little inside, so that nothing is cut off.
fn row(way: &Way) -> impl IntoView + use<> {
    let s = words().survey();
    let at = |score: f64| format!("{:.2}%", 2.0 + 96.0 * score / HIGHEST);
    let label = s.from_to(&whole(way.after), &whole(way.before));
    let (from, to) = (at(way.before), at(way.after));
    let line = (way.way != Ordering::Equal).then(|| {
        let (from, to) = (from.clone(), to.clone());
        view! { <line class="way" x1=from x2=to y1="50%" y2="50%" marker-end="url(#arrow-head)" /> }
    });
    view! {
        <li>
            <span dir="auto">{way.name.clone()}</span>
            <svg class="arrow" role="img" aria-label=label>
                <line class="grid" x1="2%" x2="98%" y1="50%" y2="50%" />
                <circle cx=from cy="50%" r="5" />
                {line}
            </svg>
        </li>
    }
}
