//! A small picture of what was shown and what was tried over the same days: own SVG, discs at their
//! levels, and under them a numbered bar for each thing that was tried.

use leptos::prelude::*;

use super::level::shade;

/// A level that was shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Disc {
    /// Where it stands in time, 0 (first day shown) to 1 (last day shown).
    pub at: f64,
    /// The level, counted from 1.
    pub level: u8,
}

/// Something that went on for a while.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Where it begins, 0 to 1.
    pub from: f64,
    /// Where it ends, 0 to 1.
    pub to: f64,
    /// The lane it stands in, counted from 0.
    pub lane: usize,
    /// Whether it goes on.
    pub open: bool,
}

/// Discs over time, and spans under them that carry their numbers, counted from 1.
#[component]
pub fn TimeAxis(
    /// The discs, in the order of time.
    discs: Vec<Disc>,
    /// The spans, in the order of their numbers.
    spans: Vec<Span>,
    /// How many levels there are.
    of: u8,
    /// Where today is, 0 to 1.
    today: f64,
    /// What the picture shows, in one sentence.
    label: String,
) -> impl IntoView {
    const WIDTH: f64 = 480.0;
    const STEP: f64 = 22.0;
    const LANE: f64 = 26.0;
    let lanes = spans.iter().map(|span| span.lane + 1).max().unwrap_or(0);
    let top = STEP * f64::from(of) + 8.0;
    let height = top + LANE * f64::from(u32::try_from(lanes).unwrap_or(0));
    let x = |at: f64| 12.0 + at.clamp(0.0, 1.0) * (WIDTH - 24.0);
    let y = move |level: u8| top - 4.0 - STEP * (f64::from(level) - 0.5);
    let lines = (1..=of).map(|level| {
        let at = format!("{:.1}", y(level));
        view! { <line class="grid" x1="0" x2=WIDTH.to_string() y1=at.clone() y2=at.clone() /> }
    });
    let lines = lines.collect_view();
    let discs = discs.iter().map(|disc| {
        let class = format!("shown lv{}", shade(disc.level, of));
        view! { <circle class=class cx=format!("{:.1}", x(disc.at)) cy=format!("{:.1}", y(disc.level)) r="5" /> }
    });
    let discs = discs.collect_view();
    let spans = (1..).zip(&spans).map(|(number, span): (usize, &Span)| {
        let (from, to) = (x(span.from), x(span.to));
        let above = top + LANE * f64::from(u32::try_from(span.lane).unwrap_or(0)) + 3.0;
        // A day is still wide enough for its number.
        let width = (to - from).max(22.0);
        let from = from.min(WIDTH - width);
        view! {
            <rect
                class="span"
                class:open=span.open
                x=format!("{from:.1}")
                y=format!("{above:.1}")
                width=format!("{width:.1}")
                height="20"
                rx="6"
            />
            <text class="span-number" x=format!("{:.1}", from + 7.0) y=format!("{:.1}", above + 15.5)>
                {number}
            </text>
        }
    });
    let spans = spans.collect_view();
    let now = format!("{:.1}", x(today));
    view! {
        <svg class="spark time-axis" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-label=label>
            {lines}
            <line class="now" x1=now.clone() x2=now y1="0" y2=height.to_string() />
            {discs}
            {spans}
        </svg>
    }
}
