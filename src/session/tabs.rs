//! Other tabs: they are told after a commit, and this one reads what they wrote.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{NAME, Session};
use crate::browser;
use crate::domain::id::ClassId;
use crate::domain::notebook::Touched;
use crate::format::document::Damage;

impl Session {
    pub(super) fn hear_other_tabs(self) {
        if let Ok(channel) = web_sys::BroadcastChannel::new(NAME) {
            browser::listen(&channel, "message", move |_| self.catch_up());
            self.inner.update_value(|inner| inner.tabs = Some(channel));
        }
        // The browser tells the other tabs of this device, and only them.
        browser::listen(&window(), "storage", move |_| self.read_preferences());
        // A frozen tab misses messages, and a day may have passed.
        browser::listen(&document(), "visibilitychange", move |_| {
            let today = browser::today();
            if self.today.get_untracked() != today {
                self.today.set(today);
            }
            self.catch_up();
        });
    }

    pub(super) fn tell_other_tabs(self, class: ClassId) {
        self.inner.with_value(|inner| {
            if let Some(tabs) = &inner.tabs {
                // A closed channel just means that nobody hears.
                let _ = tabs.post_message(&class.to_string().into());
            }
        });
    }

    /// Reads what other tabs wrote.
    fn catch_up(self) {
        spawn_local(async move {
            self.list_classes().await;
            let Some(class) = self.class.get_untracked() else { return };
            if self.classes.with_untracked(|rows| rows.iter().all(|r| r.id != class)) {
                // It was removed in another tab: what is written into it would be kept nowhere.
                return self.open_first().await;
            }
            let after = self.inner.with_value(|inner| inner.upto);
            let Ok(opened) = self.shelf().read(class, after).await else { return };
            let touched = self.inner.try_update_value(|inner| {
                if inner.notebook.class_id() != class {
                    return Touched::new();
                }
                inner.upto = inner.upto.max(opened.upto);
                let new =
                    opened.damage.into_iter().filter(|d| inner.damage.iter().all(|old| old.text != d.text));
                let new: Vec<Damage> = new.collect();
                inner.damage.extend(new);
                inner.notebook.merge(opened.entries)
            });
            self.changed(&touched.unwrap_or_default());
        });
    }
}
