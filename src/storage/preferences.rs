//! What a device remembers about itself: the last door, the language, the teacher's PIN. Class
//! data never goes here. The only file that names `gloo_storage`.

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::domain::id::{ClassId, TicketId};

const KEY: &str = "daymark.preferences";
/// Where one program leaves something for the next.
const LEFT: &str = "daymark.left";
/// Where it is kept that the teacher's screens were opened in this window.
const OPENED: &str = "daymark.opened";

/// A device's preferences.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Preferences {
    /// The class that was open last.
    pub class: Option<ClassId>,
    /// The door that was taken last.
    pub door: Option<Door>,
    /// The language chosen, as a BCP 47 code; the browser's own when none is.
    pub language: Option<String>,
    /// Paper or dark; the system's own when none is chosen.
    pub theme: Option<Theme>,
    /// How large the letters are.
    pub text: TextSize,
    /// Wider spacing between letters, words and lines.
    pub roomy: bool,
    /// Whether nothing moves by itself.
    pub still: bool,
    /// The day of the last backup of each class, oldest choice of words: `2026-11-21`.
    pub backups: Vec<(ClassId, String)>,
    /// The teacher's PIN, salted and hashed.
    pub pin: Option<Pin>,
    /// Whether the teacher's screens wait behind the PIN now.
    pub locked: bool,
    /// Whether a substitute may run a check without the PIN.
    pub substitute: bool,
    /// When the teacher had these checks open for the first time, in milliseconds since 1970; the
    /// latest ones that have a timer.
    pub timers: Vec<(TicketId, u64)>,
    /// When the check without names was begun that is being answered. It never says by whom.
    pub begun: Option<(TicketId, u64)>,
}

/// A door of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// "I am a student".
    Student,
    /// "I am a teacher".
    Teacher,
}

/// How large the letters are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextSize {
    /// As on most pages.
    #[default]
    Usual,
    /// A fifth larger.
    Large,
    /// Two fifths larger.
    Largest,
}

/// Paper or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Light.
    Paper,
    /// Dark.
    Dark,
}

/// A PIN that is never stored as such.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// Random salt, base64url.
    pub salt: String,
    /// PBKDF2 of the PIN, base64url.
    pub hash: String,
    /// PBKDF2 of the recovery code with the same salt, base64url; `None` when there is no such code.
    #[serde(default)]
    pub recovery: Option<String>,
}

/// What was kept; `None` when nothing was, or it cannot be read.
pub fn kept() -> Option<Preferences> {
    LocalStorage::get(KEY).ok()
}

/// Reads the preferences; unreadable ones are as none.
pub fn load() -> Preferences {
    kept().unwrap_or_default()
}

/// Keeps the preferences. A browser that keeps nothing just forgets them.
pub fn save(preferences: &Preferences) {
    let _ = LocalStorage::set(KEY, preferences);
}

/// Keeps that the teacher's screens were opened in this window, until it is closed.
pub fn keep_opened() {
    let _ = SessionStorage::set(OPENED, true);
}

/// Whether they were.
pub fn was_opened() -> bool {
    SessionStorage::get(OPENED).unwrap_or(false)
}

/// Leaves something for the program that is loaded next in this tab. A browser that keeps nothing loses it.
pub fn leave(what: &impl Serialize) {
    let _ = SessionStorage::set(LEFT, what);
}

/// Takes what the program before left, which is then not kept any longer; `None` when there is nothing of this kind.
pub fn take_left<T: DeserializeOwned>() -> Option<T> {
    let left = SessionStorage::get(LEFT).ok();
    SessionStorage::delete(LEFT);
    left
}
