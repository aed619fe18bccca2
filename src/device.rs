//! What the device remembers about itself, as screens see it: also where no notebook is open, on a
//! family's page and on "How this is calculated".

use leptos::prelude::*;

pub use crate::storage::preferences::{Door, Preferences, TextSize, Theme};

use crate::storage::preferences;

/// The device's own memory. Copies are the same one.
#[derive(Debug, Clone, Copy)]
pub struct Device(RwSignal<Preferences>);

impl Device {
    /// What it remembered when the page was loaded.
    pub fn load() -> Device {
        Device(RwSignal::new(preferences::load()))
    }

    /// The one behind these preferences.
    pub(crate) fn of(preferences: RwSignal<Preferences>) -> Device {
        Device(preferences)
    }

    /// Asks it; whoever asked is run again when something of it changes.
    pub fn with<T>(self, question: impl FnOnce(&Preferences) -> T) -> T {
        self.0.with(question)
    }

    /// Asks it once.
    pub fn with_untracked<T>(self, question: impl FnOnce(&Preferences) -> T) -> T {
        self.0.with_untracked(question)
    }

    /// Changes what it remembers.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        // Another tab may have set a PIN since this one read them.
        self.read_again();
        self.0.update(change);
        self.0.with_untracked(preferences::save);
    }

    /// Takes over what another tab changed. A browser that keeps nothing changes nothing.
    pub(crate) fn read_again(self) {
        if let Some(kept) = preferences::kept()
            && self.0.with_untracked(|known| *known != kept)
        {
            self.0.set(kept);
        }
    }
}
