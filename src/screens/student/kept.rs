//! What a teacher is typing about a student, kept so that a reload or a closed dialog finds it again. It is
//! kept under the student, so that it goes when the student is erased.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::id::StudentId;
use crate::domain::note::too_many;
use crate::session::Session;
use crate::words::words;

/// A text that is kept while it is typed.
#[derive(Clone, Copy)]
pub struct Kept {
    session: Session,
    student: StudentId,
    name: StoredValue<String>,
    text: RwSignal<String>,
}

impl Kept {
    /// What was typed under this name, or `first` when nothing was.
    pub fn new(session: Session, student: StudentId, name: String, first: String) -> Kept {
        let name = format!("teacher/{name}");
        let text = RwSignal::new(first.clone());
        let kept = Kept { session, student, name: StoredValue::new(name.clone()), text };
        spawn_local(async move {
            let found = session.draft(student, &name).await.filter(|found| !found.is_empty());
            // The screen may be gone by then, or something new typed on it.
            if let Some(found) = found
                && text.try_get_untracked() == Some(first)
            {
                text.set(found);
            }
        });
        kept
    }

    /// The text.
    pub fn get(self) -> String {
        self.text.get()
    }

    /// The text, without being run again when it changes.
    pub fn now(self) -> String {
        self.text.get_untracked()
    }

    /// Takes what is typed.
    pub fn set(self, text: String) {
        self.name.with_value(|name| self.session.keep_draft(self.student, name, text.clone()));
        self.text.set(text);
    }

    /// Forgets what was kept: it was given up. What stands on the screen stays.
    pub fn forget(self) {
        self.name.with_value(|name| self.session.keep_draft(self.student, name, String::new()));
    }

    /// What forgets the text as it is now, to be run once that is written: also when the screen is gone by
    /// then, or it would be found again and written twice. What was typed on meanwhile stays.
    pub fn once_written(self) -> impl FnOnce() + 'static {
        let (name, written) = (self.name.get_value(), self.now());
        move || {
            if self.text.try_with_untracked(|now| *now == written) != Some(false) {
                self.session.keep_draft(self.student, &name, String::new());
            }
        }
    }

    /// Whether this still stands there; not when the screen is gone.
    pub fn text_is(self, text: &str) -> bool {
        self.text.try_with_untracked(|now| now == text) == Some(true)
    }

    /// Empties the field.
    pub fn clear(self) {
        self.text.set(String::new());
    }

    /// By how many characters it is too long.
    pub fn too_many(self, most: usize) -> usize {
        self.text.with(|text| too_many(text, most))
    }
}

/// A field for a text that is kept. Longer texts than fit are told and never cut.
#[component]
pub fn KeptField(
    /// The field's name in the document.
    id: &'static str,
    /// What it asks for.
    label: &'static str,
    /// The text.
    kept: Kept,
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
        let long = kept.too_many(most);
        let left = most.saturating_sub(kept.text.with(|text| text.trim().chars().count()));
        match long {
            // Short fields say nothing before they are nearly full.
            0 if left < SOON.min(most / 5) => Some(l.room(left)),
            0 => None,
            long => Some(l.too_long(long)),
        }
    };
    let wrong = Memo::new(move |_| kept.too_many(most) > 0);
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
                    prop:value=move || kept.get()
                    on:input=move |event| kept.set(event_target_value(&event))
                ></textarea>
            </label>
            <p id=room_id class:problem=move || wrong.get() class="sm muted" role="status">{room}</p>
        </div>
    }
}
