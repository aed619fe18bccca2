//! What a teacher is still typing, kept so that a reload finds it again.

use leptos::task::spawn_local;

use super::Session;

impl Session {
    /// Keeps what a teacher is typing under a name; an empty text forgets it.
    pub fn keep_typed(self, what: &str, text: String) {
        let name = format!("teacher/{what}");
        spawn_local(async move {
            let _busy = self.begin();
            // What cannot be kept is still on the screen.
            let _ = self.shelf().keep_draft(&name, &text).await;
        });
    }

    /// What a teacher was typing under a name.
    pub async fn typed(self, what: &str) -> Option<String> {
        let name = format!("teacher/{what}");
        self.shelf().draft(&name).await.ok().flatten().filter(|text| !text.is_empty())
    }
}
