//! What a teacher is typing about a student, and a field for a text of it.

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::id::StudentId;
use crate::domain::note::too_many;
use crate::session::{Session, Typed};
use crate::words::words;

/// What a form holds.
pub trait Written: Clone + PartialEq + Send + Sync + Serialize + DeserializeOwned + 'static {
    /// Whether nothing is written in it, such as when only a day was chosen.
    fn is_blank(&self) -> bool;
}

/// A part of what a form holds.
pub type Part<T> = fn(&mut T) -> &mut String;

/// What was typed about a student under this name, or `first` when nothing was. What was chosen and not
/// written about is not found again: it would be saved with other words, on another day.
pub fn kept<T: Written>(session: Session, student: StudentId, name: &str, first: T) -> Typed<T> {
    let form = Typed::about(session, student, format!("teacher/{name}"), first);
    Effect::new(move || {
        if form.found.get() && form.now.with_untracked(Written::is_blank) {
            form.discard();
        }
    });
    form
}

/// A field for a text that is kept. Longer texts than fit are told and never cut.
#[component]
pub fn KeptField<T: Written>(
    /// The field's name in the document.
    id: &'static str,
    /// What it asks for.
    label: &'static str,
    /// What is typed.
    kept: Typed<T>,
    /// The text.
    part: Part<T>,
    /// The most characters.
    most: usize,
    /// How many lines are seen at once.
    #[prop(optional)]
    rows: u8,
) -> impl IntoView {
    /// From how few characters of room on it is said.
    const SOON: usize = 500;
    let l = words().log();
    let text = Memo::new(move |_| std::mem::take(part(&mut kept.now.get())));
    let room = move || {
        let long = text.with(|text| too_many(text, most));
        let left = most.saturating_sub(text.with(|text| text.trim().chars().count()));
        match long {
            // Short fields say nothing before they are nearly full.
            0 if left < SOON.min(most / 5) => Some(l.room(left)),
            0 => None,
            long => Some(l.too_long(long)),
        }
    };
    let wrong = Memo::new(move |_| text.with(|text| too_many(text, most) > 0));
    let room_id = format!("{id}-room");
    view! {
        <div class="field-with">
            <label class="field">
                <span>{label}</span>
                <textarea
                    id=id
                    rows=rows.max(2).to_string()
                    dir="auto"
                    aria-describedby=room_id.clone()
                    aria-invalid=move || wrong.get().to_string()
                    prop:value=move || text.get()
                    on:input=move |event| kept.edit(|form| *part(form) = event_target_value(&event))
                ></textarea>
            </label>
            <p id=room_id class:problem=move || wrong.get() class="sm muted" role="status">{room}</p>
        </div>
    }
}
