//! A field for what a teacher is typing about a student.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::domain::note::too_many;
use crate::session::{Session, Typed};
use crate::words::words;

/// What was typed about a student under this name, or `first` when nothing was.
pub fn kept(session: Session, student: StudentId, name: &str, first: String) -> Typed<String> {
    Typed::about(session, student, format!("teacher/{name}"), first)
}

/// Whether a text is longer than may be.
pub fn is_long(kept: Typed<String>, most: usize) -> bool {
    kept.now.with(|text| too_many(text, most)) > 0
}

/// A field for a text that is kept. Longer texts than fit are told and never cut.
#[component]
pub fn KeptField(
    /// The field's name in the document.
    id: &'static str,
    /// What it asks for.
    label: &'static str,
    /// The text.
    kept: Typed<String>,
    /// The most characters.
    most: usize,
    /// How many lines are seen at once.
    #[prop(optional)]
    rows: u8,
) -> impl IntoView {
    /// From how few characters of room on it is said.
    const SOON: usize = 500;
    let l = words().log();
    let room = move || {
        let long = kept.now.with(|text| too_many(text, most));
        let left = most.saturating_sub(kept.now.with(|text| text.trim().chars().count()));
        match long {
            // Short fields say nothing before they are nearly full.
            0 if left < SOON.min(most / 5) => Some(l.room(left)),
            0 => None,
            long => Some(l.too_long(long)),
        }
    };
    let wrong = Memo::new(move |_| is_long(kept, most));
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
                    prop:value=move || kept.now.get()
                    on:input=move |event| kept.edit(|text| *text = event_target_value(&event))
                ></textarea>
            </label>
            <p id=room_id class:problem=move || wrong.get() class="sm muted" role="status">{room}</p>
        </div>
    }
}
