//! A small picture of how far two views lie apart over time: own SVG, as a row of rings on, above
//! and below a middle line.

use leptos::prelude::*;

/// One ring of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ring {
    /// Where it stands in time, 0 (first day shown) to 1 (last day shown).
    pub at: f64,
    /// How many steps above the middle line; below 0 for below it.
    pub steps: i8,
}

/// Rings around a middle line over time.
#[component]
pub fn Drift(
    /// The rings, in the order of time.
    rings: Vec<Ring>,
    /// What the picture shows, in one sentence.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    const WIDTH: f64 = 320.0;
    const STEP: f64 = 20.0;
    /// A scale has at most six levels.
    const FARTHEST: i8 = 5;
    // One step to each side is always there, so that "the same" is seen to lie in the middle.
    let rows = rings.iter().map(|ring| ring.steps.saturating_abs()).max().unwrap_or(0).clamp(1, FARTHEST);
    let height = STEP * (2.0 * f64::from(rows) + 1.0);
    let x = |at: f64| format!("{:.1}", 12.0 + at.clamp(0.0, 1.0) * (WIDTH - 24.0));
    let y = |steps: i8| format!("{:.1}", height / 2.0 - STEP * f64::from(steps.clamp(-rows, rows)));
    let lines = (-rows..=rows).map(|steps| {
        let class = if steps == 0 { "middle" } else { "grid" };
        view! { <line class=class x1="0" x2=WIDTH.to_string() y1=y(steps) y2=y(steps) /> }
    });
    let lines = lines.collect_view();
    let rings = rings.iter().map(|ring| {
        view! { <circle class="own" cx=x(ring.at) cy=y(ring.steps) r="6" /> }
    });
    view! {
        <svg class="spark drift" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=label>
            {lines}
            {rings.collect_view()}
        </svg>
    }
}
