//! A teacher says on which days a term begins.

use leptos::prelude::*;

use super::settings::amend;
use crate::domain::Day;
use crate::domain::notebook::Slot;
use crate::session::{Saver, use_session};
use crate::ui::focus::focus_if_lost_on;
use crate::words::{full_day, words};

/// What has the focus when a term was removed.
const NEW: &str = "term-day";

/// The first days of the terms.
#[component]
pub fn Terms() -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let problem = RwSignal::new(None::<&'static str>);
    let saver = Saver::new(session);
    let days = Memo::new(move |_| {
        let mut days =
            session.ask_slots(&[Slot::Class], |nb| nb.class().map(|c| c.terms.clone()).unwrap_or_default());
        days.sort();
        days
    });
    let now = Memo::new(move |_| {
        let today = session.today.get();
        session.ask_slots(&[Slot::Class], |nb| nb.class().and_then(|class| class.term(today)))
    });
    let c = words().classes();
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Ok(day) = typed.get_untracked().parse::<Day>() else {
            problem.set(Some(c.term_need));
            return;
        };
        if days.with_untracked(|days| days.contains(&day)) {
            problem.set(Some(c.term_twice));
            return;
        }
        problem.set(None);
        let change = amend(session, |class| class.terms.push(day));
        saver.save(change.into_iter().collect(), c.term_added(&full_day(day)), move || {
            drop(typed.try_set(String::new()));
        });
    };
    let remove = move |day: Day| {
        let change = amend(session, |class| class.terms.retain(|first| *first != day));
        let said = c.term_removed(&full_day(day));
        session.act_and(change.into_iter().collect(), said, || focus_if_lost_on(NEW.to_owned()));
    };
    let term = move |day: Day| {
        view! {
            <li class="row between">
                <span class="row">
                    {full_day(day)}
                    <Show when=move || now.get() == Some(day)>
                        <span class="pill">{c.term_now}</span>
                    </Show>
                </span>
                <button class="btn small" on:click=move |_| remove(day)>
                    {c.term_remove}
                    <span class="unseen">": " {full_day(day)}</span>
                </button>
            </li>
        }
    };
    view! {
        <section class="card stack">
            <h2>{c.terms}</h2>
            <p class="muted">{c.terms_text}</p>
            <Show when=move || !days.with(Vec::is_empty) fallback=move || view! { <p>{c.terms_none}</p> }>
                <ul class="stack">
                    <For each=move || days.get() key=|day| *day children=term />
                </ul>
            </Show>
            <form class="stack" on:submit=add>
                <label class="field">
                    <span>{c.term_day}</span>
                    <input id=NEW type="date" bind:value=typed aria-describedby="term-problem" />
                </label>
                <p id="term-problem" class="problem" role="alert">{move || problem.get()}</p>
                <button class="btn" type="submit">{c.term_add}</button>
            </form>
        </section>
    }
}
