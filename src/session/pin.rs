//! The teacher's PIN and the recovery code for when it is forgotten. Neither is kept as such.

use leptos::prelude::*;

use super::Session;
use crate::browser;
use crate::format::recovery_code;
use crate::storage::preferences;

/// Whether a text is a PIN: four to eight digits.
pub fn is_pin(text: &str) -> bool {
    (4..=8).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

impl Session {
    /// Whether the teacher's screens wait behind the PIN: because the device was handed to students, or because
    /// this window is a new one, and nobody knows in whose hands.
    pub fn is_locked(self) -> bool {
        let here = self.opened_here.get();
        self.preferences.with(|p| p.pin.is_some() && (p.locked || !here && !preferences::was_opened()))
    }

    /// Says that this window is the teacher's: a reload does not ask for the PIN again.
    pub fn open_here(self) {
        self.opened_here.set(true);
        if self.preferences.with_untracked(|p| p.pin.is_some()) {
            preferences::keep_opened();
        }
        self.prefer(|p| p.locked = false);
    }

    /// Sets this PIN and gives the new recovery code for it, which is known only now; `None` when the
    /// browser offers no cryptography.
    pub async fn set_pin(self, pin: &str) -> Option<String> {
        let mut pin = browser::hash_pin(pin, None).await?;
        let code = recovery_code::write(browser::random_bytes());
        pin.recovery = Some(browser::hash_pin(&code, Some(&pin.salt)).await?.hash);
        self.prefer(|p| p.pin = Some(pin));
        Some(code)
    }

    /// Whether this is the PIN that is set.
    pub async fn knows_pin(self, typed: &str) -> bool {
        let Some(pin) = self.preferences.with_untracked(|p| p.pin.clone()) else { return false };
        browser::hash_pin(typed, Some(&pin.salt)).await.is_some_and(|hashed| hashed.hash == pin.hash)
    }

    /// Whether this is the recovery code of the PIN that is set.
    pub async fn knows_recovery_code(self, typed: &str) -> bool {
        let Some(pin) = self.preferences.with_untracked(|p| p.pin.clone()) else { return false };
        let Some(code) = recovery_code::read(typed) else { return false };
        let hashed = browser::hash_pin(&code, Some(&pin.salt)).await.map(|hashed| hashed.hash);
        hashed.is_some() && hashed == pin.recovery
    }

    /// Removes the PIN and its recovery code.
    pub fn remove_pin(self) {
        self.prefer(|p| {
            p.pin = None;
            p.locked = false;
            // A PIN that is set later must not let anybody by unasked.
            p.substitute = false;
        });
    }
}
