//! A way in equal steps as a small picture: own SVG, so that students load no chart code.

use leptos::prelude::*;

/// Milestones on a line, those that are reached as discs with a tick, and where somebody is now.
#[component]
pub fn Milestones(
    /// Whether each milestone is reached, in the order of the way.
    reached: Vec<bool>,
    /// How far along the way somebody is now, 0 (the start) to 1 (the target).
    now: f64,
    /// What the picture shows, in one sentence.
    label: String,
) -> impl IntoView {
    const START: f64 = 12.0;
    const LENGTH: f64 = 296.0;
    let at = |share: f64| START + share.clamp(0.0, 1.0) * LENGTH;
    let of = u32::try_from(reached.len().max(1)).unwrap_or(u32::MAX);
    let stones = (1..=of).zip(reached).map(|(place, reached)| {
        let x = at(f64::from(place) / f64::from(of));
        view! {
            <circle class="stone-mark" class:reached=reached cx=x.to_string() cy="26" r="9" />
            {reached
                .then(|| {
                    view! { <path class="tick" d="M-4 .5l3 3L4-3" transform=format!("translate({x} 26)") /> }
                })}
        }
    });
    let stones = stones.collect_view();
    let here = at(now).to_string();
    view! {
        <svg class="milestones" viewBox="0 0 320 40" role="img" aria-label=label>
            <path class="way" d="M12 26h296" />
            <line class="come" x1=START.to_string() x2=here y1="26" y2="26" />
            {stones}
            <path class="here" d="M-6 0h12l-6 9z" transform=format!("translate({} 4)", at(now)) />
        </svg>
    }
}
