//! What a teacher can set about a check beside its questions: title, minutes, without names, before
//! and after.

use leptos::prelude::*;

use crate::domain::exit_ticket::draft::{CheckProblem, LONGEST_TITLE, MOST_MINUTES};
use crate::domain::exit_ticket::{ExitTicket, WALL_FLOOR};
use crate::words::words;

/// What is typed and ticked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Settings {
    pub title: RwSignal<String>,
    pub minutes: RwSignal<String>,
    pub anonymous: RwSignal<bool>,
    /// Whether it is one half of a pair.
    pub pair: RwSignal<bool>,
}

impl Settings {
    /// The settings of a check.
    pub fn of(ticket: &ExitTicket) -> Settings {
        Settings {
            title: RwSignal::new(ticket.title.clone()),
            minutes: RwSignal::new(ticket.minutes.map(|m| m.to_string()).unwrap_or_default()),
            anonymous: RwSignal::new(ticket.anonymous),
            pair: RwSignal::new(ticket.survey.is_some()),
        }
    }

    /// Nothing special.
    pub fn usual() -> Settings {
        Settings {
            title: RwSignal::new(String::new()),
            minutes: RwSignal::new(String::new()),
            anonymous: RwSignal::new(false),
            pair: RwSignal::new(false),
        }
    }
}

/// The fields of the settings.
#[component]
pub(super) fn SettingFields(
    settings: Settings,
    /// What has to be mended in them.
    #[prop(into)]
    problems: Signal<Vec<CheckProblem>>,
) -> impl IntoView {
    let t = words().ticket();
    let c = words().check();
    let Settings { title, minutes, anonymous, pair } = settings;
    let has = move |wanted: CheckProblem| problems.with(|all| all.contains(&wanted));
    let problem = move |wanted: CheckProblem, text: String| move || has(wanted).then(|| text.clone());
    view! {
        <label class="field">
            <span>{t.own_title}</span>
            <input
                id="check-title"
                type="text"
                autocomplete="off"
                dir="auto"
                bind:value=title
                aria-describedby="check-title-problem"
                aria-invalid=move || has(CheckProblem::LongTitle).to_string()
            />
        </label>
        <p id="check-title-problem" class="problem" role="alert">
            {problem(CheckProblem::LongTitle, c.p_title(&LONGEST_TITLE))}
        </p>
        <label class="field minutes">
            <span>{t.minutes}</span>
            <input
                id="check-minutes"
                type="text"
                inputmode="numeric"
                autocomplete="off"
                bind:value=minutes
                aria-describedby="check-minutes-problem check-minutes-hint"
                aria-invalid=move || has(CheckProblem::Minutes).to_string()
            />
        </label>
        <p id="check-minutes-problem" class="problem" role="alert">
            {problem(CheckProblem::Minutes, c.p_minutes(&MOST_MINUTES))}
        </p>
        <p id="check-minutes-hint" class="muted sm">{t.minutes_hint}</p>
        <label class="check">
            <input type="checkbox" bind:checked=anonymous aria-describedby="check-anonymous-hint" />
            {t.anonymous}
        </label>
        <p id="check-anonymous-hint" class="muted sm">{t.anonymous_hint(&WALL_FLOOR)}</p>
        <label class="check">
            <input type="checkbox" bind:checked=pair aria-describedby="check-pair-hint" />
            {t.pair}
        </label>
        <p id="check-pair-hint" class="muted sm">
            {t.pair_hint} " " {move || (anonymous.get() && pair.get()).then_some(t.pair_whole)}
        </p>
    }
}
