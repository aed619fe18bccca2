//! Small pictures of a way over time: own SVG, so that students and families load no chart code.

use leptos::prelude::*;

use super::level::shade;

/// One mark of a picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Where it stands in time, 0 (first day shown) to 1 (last day shown).
    pub at: f64,
    /// The level, counted from 1.
    pub level: u8,
    /// Whether the student gave it themselves: a ring instead of a disc.
    pub own: bool,
}

/// Levels over time: the teacher's as discs on a line, the student's own as rings.
#[component]
pub fn Spark(
    /// The marks, in the order of time.
    marks: Vec<Mark>,
    /// How many levels there are.
    of: u8,
    /// What the picture shows, in one sentence.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    const WIDTH: f64 = 320.0;
    const STEP: f64 = 22.0;
    let height = STEP * f64::from(of) + 10.0;
    let x = |at: f64| 12.0 + at.clamp(0.0, 1.0) * (WIDTH - 24.0);
    let y = move |level: u8| height - 5.0 - STEP * (f64::from(level) - 0.5);
    let lines = (1..=of).map(|level| {
        let at = format!("{:.1}", y(level));
        view! { <line class="grid" x1="0" x2=WIDTH.to_string() y1=at.clone() y2=at.clone() /> }
    });
    let path: Vec<String> =
        marks.iter().filter(|m| !m.own).map(|m| format!("{:.1},{:.1}", x(m.at), y(m.level))).collect();
    let dots = marks.iter().map(|mark| {
        let class = format!("{} lv{}", if mark.own { "own" } else { "shown" }, shade(mark.level, of));
        let radius = if mark.own { "7" } else { "4.5" };
        view! {
            <circle class=class cx=format!("{:.1}", x(mark.at)) cy=format!("{:.1}", y(mark.level)) r=radius />
        }
    });
    view! {
        <svg class="spark" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=label>
            {lines.collect_view()}
            <polyline class="way" points=path.join(" ") />
            {dots.collect_view()}
        </svg>
    }
}
