//! A teacher names the class and signs for it, and sets the numbers behind the lists of Today.

use leptos::prelude::*;

use super::settings::amend;
use crate::domain::class::{Class, ListSettings};
use crate::session::{Saver, use_session};
use crate::words::words;

/// A text of the class as it is, or as it is being typed.
fn draft_of(pick: fn(&Class) -> String) -> (RwSignal<Option<String>>, Signal<String>) {
    let session = use_session();
    let typed = RwSignal::new(None::<String>);
    let now = Memo::new(move |_| session.ask(|nb| nb.class().map(pick).unwrap_or_default()));
    (typed, Signal::derive(move || typed.get().unwrap_or_else(|| now.get())))
}

/// The class's title and the teacher's name.
#[component]
pub fn About() -> impl IntoView {
    let session = use_session();
    let (title, shown_title) = draft_of(|class| class.title.clone());
    let (teacher, shown_teacher) = draft_of(|class| class.teacher.clone());
    let problem = RwSignal::new(None::<&'static str>);
    let saver = Saver::new(session);
    let s = words().settings();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let new = shown_title.get_untracked().trim().to_owned();
        if new.is_empty() {
            problem.set(Some(s.need_class));
            return;
        }
        problem.set(None);
        let signed = shown_teacher.get_untracked().trim().to_owned();
        let change = amend(session, |class| {
            class.title = new;
            class.teacher = signed;
        });
        // What could not be kept stays in the fields.
        saver.save(change.into_iter().collect(), s.saved.to_owned(), move || {
            drop(title.try_set(None));
            drop(teacher.try_set(None));
        });
    };
    view! {
        <section class="card">
            <form class="stack" on:submit=save>
                <h2>{s.about}</h2>
                <label class="field">
                    <span>{s.class_name}</span>
                    <input
                        type="text"
                        maxlength="60"
                        dir="auto"
                        prop:value=shown_title
                        on:input=move |event| title.set(Some(event_target_value(&event)))
                    />
                </label>
                <p class="problem" role="alert">{move || problem.get()}</p>
                <label class="field">
                    <span>{s.teacher_name}</span>
                    <input
                        type="text"
                        maxlength="60"
                        dir="auto"
                        autocomplete="off"
                        aria-describedby="teacher-hint"
                        prop:value=shown_teacher
                        on:input=move |event| teacher.set(Some(event_target_value(&event)))
                    />
                </label>
                <p id="teacher-hint" class="muted sm">{s.teacher_hint}</p>
                <button class="btn" type="submit">{words().app().save}</button>
            </form>
        </section>
    }
}

/// The numbers behind *needs a word*, *ready to stretch* and *not heard from*.
#[component]
pub fn Numbers() -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(None::<ListSettings>);
    let now = Memo::new(move |_| session.ask(|nb| nb.class().map(|class| class.lists).unwrap_or_default()));
    let shown = Signal::derive(move || typed.get().unwrap_or_else(|| now.get()));
    let saver = Saver::new(session);
    let s = words().settings();
    let number = move |label: &'static str, of: fn(&mut ListSettings) -> &mut u8| {
        let value = move || *of(&mut shown.get());
        let set = move |event| {
            let Ok(number) = event_target_value(&event).parse::<u8>() else { return };
            let mut lists = shown.get_untracked();
            *of(&mut lists) = number.clamp(1, MOST);
            typed.set(Some(lists));
        };
        view! {
            <label class="number">
                <span>{label}</span>
                <input class="plain" type="number" min="1" max=MOST required prop:value=value on:change=set />
            </label>
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let lists = shown.get_untracked();
        let change = amend(session, |class| class.lists = lists);
        saver.save(change.into_iter().collect(), s.numbers_said.to_owned(), move || {
            let _ = typed.try_set(None);
        });
    };
    view! {
        <section class="card">
            <form class="stack" on:submit=save>
                <h2>{s.numbers}</h2>
                <p class="muted">{s.numbers_hint}</p>
                {number(s.not_yet_in_a_row, |lists| &mut lists.not_yet_in_a_row)}
                {number(s.levels_under_usual, |lists| &mut lists.levels_under_usual)}
                {number(s.top_in_a_row, |lists| &mut lists.top_in_a_row)}
                {number(s.quiet_school_days, |lists| &mut lists.quiet_school_days)}
                <button class="btn" type="submit">{words().app().save}</button>
            </form>
        </section>
    }
}

/// A larger number would put nobody on a list for weeks.
const MOST: u8 = 20;
