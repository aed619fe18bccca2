//! What stands around the questions: the time, what is set up for the student, reading aloud.

use std::time::Duration;

use leptos::prelude::*;

use super::pen::Pen;
use crate::browser;
use crate::domain::id::StudentId;
use crate::domain::support::Accommodations;
use crate::format::starter::Language;
use crate::session::use_session;
use crate::ui::aloud;
use crate::ui::icon::{Icon, Picture};
use crate::words::{language, list, percent, preferred_language, words};

/// The minutes left. Nothing ends when they are over.
#[component]
pub(super) fn Clock(
    /// The answer, which knows when it was begun.
    pen: Pen,
    /// How long it may take.
    minutes: u16,
    /// Whether extra time is in it.
    extended: bool,
) -> impl IntoView {
    let now = RwSignal::new(browser::now_ms());
    // Often enough that no minute is shown for much longer than one.
    browser::every(Duration::from_secs(5), move || now.set(browser::now_ms()));
    let left = Memo::new(move |_| pen.draft.with(|d| d.minutes_left(minutes, now.get())));
    let hidden = Memo::new(move |_| pen.draft.with(|d| d.time_hidden));
    let r = words().respond();
    let text = move || {
        let left = left.get().filter(|_| !hidden.get())?;
        let left = r.minutes_left(usize::from(left));
        Some(if extended { format!("{left} · {}", r.with_extra_time) } else { left })
    };
    view! {
        <div class="row between muted sm">
            <span>{text}</span>
            // It is said once, when it becomes true; the minutes before are not called out.
            <span role="status">
                {move || (left.get().is_none() && !hidden.get()).then_some(r.time_is_up)}
            </span>
            <button
                class="btn quiet small"
                type="button"
                on:click=move |_| pen.change(&mut |draft| draft.time_hidden = !draft.time_hidden)
            >
                {move || if hidden.get() { r.show_time } else { r.hide_time }}
            </button>
        </div>
    }
}

/// A small line of what is set up for the student, for their own eyes, and the way to the other
/// language.
#[component]
pub(super) fn SetUp(
    /// Who answers.
    id: StudentId,
    /// What is set up.
    help: Accommodations,
    /// Whether the check has minutes at all.
    timed: bool,
) -> impl IntoView {
    let session = use_session();
    let r = words().respond();
    let own = session.preferences.with_untracked(|p| preferred_language(p.language.as_deref()));
    let set_up = help.language.as_deref().and_then(Language::from_code).filter(|set_up| *set_up != own);
    let name = |of: Language| match of {
        Language::En => words().looks().english,
        Language::Es => words().looks().spanish,
    };
    let time =
        (timed && help.extra_time > 0).then(|| r.extra_time(&percent(f64::from(help.extra_time) / 100.0)));
    let helps = [
        time,
        (help.read_aloud && browser::can_speak()).then(|| r.read_aloud.to_owned()),
        help.larger_text.then(|| r.larger_text.to_owned()),
        set_up.map(|of| name(of).to_owned()),
    ];
    let helps: Vec<String> = helps.into_iter().flatten().collect();
    let other = set_up.map(|set_up| {
        let now = language();
        let to = if now == set_up { own } else { set_up };
        let change = move |_| {
            session.passing.update(|passing| passing.own_language = (to == own).then_some(id));
        };
        view! {
            <button class="btn quiet small" type="button" lang=to.code() on:click=change>{name(to)}</button>
        }
    });
    (!helps.is_empty()).then(|| {
        view! { <div class="row muted sm set-up"><span>{r.set_up(&list(helps))}</span> {other}</div> }
    })
}

/// Reads the question and its options aloud, where the browser can speak.
#[component]
pub(super) fn ReadAloud(
    /// Whether it is set up for the student, and stands out.
    stands_out: bool,
) -> impl IntoView {
    browser::can_speak().then(|| {
        view! {
            <button
                class="btn"
                class:small=!stands_out
                class:go=stands_out
                class:wide=stands_out
                type="button"
                on:click=|_| aloud::read("question")
            >
                <Icon of=Picture::Speak />
                {words().respond().speak}
            </button>
        }
    })
}
