//! What a teacher can set about a check beside its questions: title, minutes, without names, before
//! and after.

use leptos::prelude::*;

use crate::domain::exit_ticket::WALL_FLOOR;
use crate::domain::exit_ticket::draft::{CheckDraft, LONGEST_TITLE, MOST_MINUTES, long_title, read_minutes};
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
    /// The settings of a check as they are typed.
    pub fn of(draft: &CheckDraft) -> Settings {
        Settings {
            title: RwSignal::new(draft.title.clone()),
            minutes: RwSignal::new(draft.minutes.clone()),
            anonymous: RwSignal::new(draft.anonymous),
            pair: RwSignal::new(draft.pair.is_some()),
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
    /// Whether there are two versions of the questions.
    #[prop(into)]
    versions: Signal<bool>,
) -> impl IntoView {
    let t = words().ticket();
    let c = words().check();
    let Settings { title, minutes, anonymous, pair } = settings;
    let long = Memo::new(move |_| title.with(|title| long_title(title).is_some()));
    let no_minutes = Memo::new(move |_| minutes.with(|minutes| read_minutes(minutes).is_err()));
    let together = move || anonymous.get() && versions.get();
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
                aria-invalid=move || long.get().to_string()
            />
        </label>
        <p id="check-title-problem" class="problem" role="alert">
            {move || long.get().then(|| c.p_title(&LONGEST_TITLE))}
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
                aria-invalid=move || no_minutes.get().to_string()
            />
        </label>
        <p id="check-minutes-problem" class="problem" role="alert">
            {move || no_minutes.get().then(|| c.p_minutes(&MOST_MINUTES))}
        </p>
        <p id="check-minutes-hint" class="muted sm">{t.minutes_hint}</p>
        <label class="check">
            <input type="checkbox" bind:checked=anonymous aria-describedby="check-anonymous-hint" />
            {t.anonymous}
        </label>
        <p id="check-anonymous-hint" class="muted sm">{t.anonymous_hint(&WALL_FLOOR)}</p>
        <p class="problem" role="alert">{move || together().then_some(c.p_no_versions)}</p>
        <label class="check">
            <input type="checkbox" bind:checked=pair aria-describedby="check-pair-hint" />
            {t.pair}
        </label>
        <p id="check-pair-hint" class="muted sm">
            {t.pair_hint} " " {move || (anonymous.get() && pair.get()).then_some(t.pair_whole)}
        </p>
    }
}
