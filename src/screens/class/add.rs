//! A teacher adds students to the class by pasting their names.

use leptos::prelude::*;

use super::come::FromAnotherClass;
use super::make::NamesRead;
use crate::browser;
use crate::domain::entry::Change;
use crate::domain::roster::{Student, new_ids, parse_names};
use crate::session::{Saver, use_session};
use crate::words::words;

/// More students, from a pasted list.
#[component]
pub fn AddStudents(
    /// Everybody who is or was in the class.
    all: Memo<Vec<Student>>,
) -> impl IntoView {
    let session = use_session();
    let pasted = RwSignal::new(String::new());
    let saver = Saver::new(session);
    let names =
        Memo::new(move |_| all.with(|all| parse_names(&pasted.get(), all.iter().map(|s| s.name.as_str()))));
    let count = move || names.with(|names| names.names.len());
    let (s, m) = (words().settings(), words().make());
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let names = names.get_untracked().names;
        if names.is_empty() {
            return;
        }
        let said = s.added(names.len());
        let joined = Some(session.today.get_untracked());
        let there =
            all.with_untracked(|all| all.iter().filter(|s| !s.left).map(|s| s.id).collect::<Vec<_>>());
        let ids = new_ids(there, names.iter().map(|_| browser::random_bits()));
        let changes = ids
            .into_iter()
            .zip(names)
            .map(|(id, name)| Change::by_teacher(id, Student { joined, ..Student::named(id, name) }));
        // What could not be kept stays in the field.
        saver.save(changes.collect(), said, move || drop(pasted.try_set(String::new())));
    };
    view! {
        <details>
            <summary>{s.add}</summary>
            <form class="stack" on:submit=add>
                <label class="field">
                    <span>{m.names_label}</span>
                    <textarea rows="5" dir="auto" bind:value=pasted aria-describedby="add-hint"></textarea>
                </label>
                <p id="add-hint" class="muted sm">{m.names_hint}</p>
                <Show when=move || !pasted.with(String::is_empty)>
                    <NamesRead names />
                </Show>
                <button class="btn go" type="submit" disabled=move || count() == 0>
                    {move || s.add_count(count())}
                </button>
            </form>
        </details>
        <FromAnotherClass />
    }
}
