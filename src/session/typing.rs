//! What somebody is still typing, kept so that a reload or a closed dialog finds it again.

use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Session;
use crate::domain::id::{ClassId, StudentId};

/// Under whose name it lies what a teacher types about the class.
pub(super) const TEACHER: &str = "teacher";

/// A form. What is typed in it is kept until it is saved or given up. Copies are the same form.
pub struct Typed<T: 'static> {
    session: Session,
    /// Of whom it is; it goes when they are erased. `None` for what a teacher types about the class.
    about: Option<StudentId>,
    name: StoredValue<String>,
    fresh: StoredValue<T>,
    /// What stands in the form.
    pub now: RwSignal<T>,
    /// Whether it was typed earlier and never saved.
    pub found: RwSignal<bool>,
}

impl<T> Clone for Typed<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Typed<T> {}

impl<T: Clone + PartialEq + Send + Sync + Serialize + DeserializeOwned> Typed<T> {
    /// A form of a teacher that begins with this, or with what was typed under this name before.
    pub fn begin(session: Session, name: String, fresh: T) -> Typed<T> {
        Typed::of(session, None, name, fresh)
    }

    /// A form of a student, or about one, kept with their drafts. Names of a teacher's forms begin with
    /// `teacher/`.
    pub fn about(session: Session, student: StudentId, name: String, fresh: T) -> Typed<T> {
        Typed::of(session, Some(student), name, fresh)
    }

    fn of(session: Session, about: Option<StudentId>, name: String, fresh: T) -> Typed<T> {
        let now = RwSignal::new(fresh.clone());
        let (name, fresh) = (StoredValue::new(name), StoredValue::new(fresh));
        let form = Typed { session, about, name, fresh, now, found: RwSignal::new(false) };
        spawn_local(async move {
            let Some(name) = name.try_get_value() else { return };
            let kept = match about {
                Some(student) => session.draft(student, &name).await,
                None => session.typed(&name).await,
            };
            let kept = kept.and_then(|text| serde_json::from_str::<T>(&text).ok());
            // The screen may be gone by then, or somebody was faster than the storage.
            let untouched =
                now.try_with_untracked(|now| fresh.try_with_value(|fresh| now == fresh)).flatten();
            if let Some(kept) = kept
                && untouched == Some(true)
                && fresh.try_with_value(|fresh| kept != *fresh) == Some(true)
            {
                now.set(kept);
                form.found.set(true);
            }
        });
        form
    }

    /// Changes what is typed and keeps it.
    pub fn edit(self, how: impl FnOnce(&mut T)) {
        self.now.update(how);
        self.keep();
    }

    /// Keeps what stands in the form.
    pub fn keep(self) {
        // Plain values are always written as text.
        let text = self.now.with_untracked(|now| serde_json::to_string(now).unwrap_or_default());
        self.name.with_value(|name| self.session.keep(self.about, name, text));
    }

    /// Forgets what is kept; what stands in the form stays.
    pub fn forget(self) {
        self.name.with_value(|name| self.session.keep(self.about, name, String::new()));
    }

    /// What forgets the form as it is now, to be run once that is written: also when the screen is gone by
    /// then, or it would be found again and written twice. What was typed on meanwhile stays.
    pub fn once_written(self) -> impl FnOnce() + 'static {
        let (name, written) = (self.name.get_value(), self.now.get_untracked());
        move || {
            if self.is(&written) != Some(false) {
                self.session.keep(self.about, &name, String::new());
            }
        }
    }

    /// Whether this stands in the form; `None` when the screen is gone.
    pub fn is(self, what: &T) -> Option<bool> {
        self.now.try_with_untracked(|now| now == what)
    }

    /// Gives up what was typed.
    pub fn discard(self) {
        self.now.set(self.fresh.get_value());
        self.found.set(false);
        self.forget();
    }
}

impl Session {
    /// The name under which something is kept while it is typed. It holds the class: who is in two of them
    /// finds in each what was begun there.
    fn draft_name(self, whose: &str, what: &str) -> String {
        let class = self.class.get_untracked().unwrap_or(ClassId::from_bits(0));
        format!("{whose}/{class}/{what}")
    }

    /// Keeps what a student is still typing, so that a reload finds it again.
    pub fn keep_draft(self, student: StudentId, what: &str, text: String) {
        let name = self.draft_name(&student.to_string(), what);
        spawn_local(async move {
            let _busy = self.begin();
            // A draft that cannot be kept is still on the screen.
            let kept = self.shelf().keep_draft(&name, &text).await.is_ok();
            self.draft_kept.set(kept && self.lasting.get_untracked());
        });
    }

    /// What a student was typing.
    pub async fn draft(self, student: StudentId, what: &str) -> Option<String> {
        let name = self.draft_name(&student.to_string(), what);
        self.shelf().draft(&name).await.ok().flatten()
    }

    fn keep(self, about: Option<StudentId>, name: &str, text: String) {
        match about {
            Some(student) => self.keep_draft(student, name, text),
            None => self.keep_typed(name, text),
        }
    }

    /// Keeps what a teacher is typing under a name; an empty text forgets it.
    pub fn keep_typed(self, what: &str, text: String) {
        let name = self.draft_name(TEACHER, what);
        spawn_local(async move {
            let _busy = self.begin();
            // What cannot be kept is still on the screen.
            let _ = self.shelf().keep_draft(&name, &text).await;
        });
    }

    /// What a teacher was typing under a name.
    pub async fn typed(self, what: &str) -> Option<String> {
        let name = self.draft_name(TEACHER, what);
        self.shelf().draft(&name).await.ok().flatten().filter(|text| !text.is_empty())
    }
}
