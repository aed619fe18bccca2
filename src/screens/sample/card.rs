//! One piece of work as a card: the work, why it is kept, and what can be done with it.

use leptos::prelude::*;

use crate::domain::Actor;
use crate::domain::id::StudentId;
use crate::domain::work_sample::WorkSample;
use crate::screens::kept_file::kept_file;
use crate::screens::said;
use crate::session::{Saver, Toast, use_session};
use crate::ui::focus::focus_if_lost;
use crate::words::{short_day, words};

/// The most characters of a text that stand on the card at once.
const SHOWN: usize = 300;

/// A piece of work.
pub fn card(
    id: StudentId,
    of: WorkSample,
    open: RwSignal<Option<Option<WorkSample>>>,
    holding: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let s = words().sample();
    let skill = of.skill.map(|skill| session.peek(|nb| said::skill_line(nb, skill)));
    let skill = skill.filter(|line| !line.is_empty());
    let file = of.file.clone().map(|file| kept_file(id, file, of.title.clone()));
    let why = Some(of.why.clone()).filter(|why| !why.is_empty());
    let to_trash = s.to_trash_of(&of.title);
    let change = s.change_of(&of.title);
    let mine = of.clone();
    let edit = move |_| {
        // A photo that is not kept yet would be lost with its form.
        if holding.get_untracked() {
            return session.toast.set(Some(Toast { text: s.one_first.to_owned(), undo: None }));
        }
        // A form that is open for another piece is closed first, because it holds that piece's words.
        open.set(None);
        open.set(Some(Some(mine.clone())));
    };
    let saver = Saver::new(session);
    let text = of.text.clone();
    let (title, day) = (of.title.clone(), short_day(of.day));
    let throw = move |_| {
        let said = words().sample().trashed_said(&of.title);
        let removed = WorkSample { removed: true, ..of.clone() };
        let change = session.peek(|nb| nb.amend_sample(id, Actor::Student, removed));
        saver.save(vec![change], said, focus_if_lost);
    };
    view! {
        <li class="card stack">
            <h2 dir="auto">{title}</h2>
            {file}
            {(!text.is_empty()).then(|| written(text))}
            {why.map(|why| view! { <p dir="auto">{s.because(&why)}</p> })}
            <p class="muted sm">{day} {skill.map(|line| format!(" · {line}"))}</p>
            <div class="row">
                <button class="btn small" aria-label=change on:click=edit>{s.change}</button>
                <button class="btn small quiet" aria-label=to_trash on:click=throw>{s.to_trash}</button>
            </div>
        </li>
    }
}

/// A text, the rest of a long one a tap away.
fn written(text: String) -> impl IntoView {
    let short: String = text.chars().take(SHOWN).collect();
    if short.len() == text.len() {
        return view! { <p class="as-typed" dir="auto">{text}</p> }.into_any();
    }
    view! {
        <p class="as-typed" dir="auto">{short} "…"</p>
        <details>
            <summary>{words().sample().read_all}</summary>
            <p class="as-typed" dir="auto">{text}</p>
        </details>
    }
    .into_any()
}
