//! The open notebook, as the screens see it: questions that redraw what asked them, one way to
//! write, one way to undo.
//!
//! Screens never touch the storage. A write is committed first and shown then, so that "Saved" is
//! true. Other tabs are told after the commit, and read again when they come into view.

use std::collections::HashMap;

use leptos::prelude::*;
use leptos::reactive::traits::{Notify, Track};
use leptos::task::spawn_local;

use crate::browser;
use crate::device::Device;
use crate::domain::entry::{Change, Entry, Withdrawal};
use crate::domain::id::{BatchId, ClassId, FileId, StudentId};
use crate::domain::notebook::{Slot, Touched};
use crate::domain::{Day, Notebook};
use crate::format::document::{Damage, FileBytes};
use crate::format::line::Kinds;
use crate::storage::indexed_db::IndexedDb;
use crate::storage::memory::Memory;
use crate::storage::preferences::{self, Preferences};
use crate::storage::{Opened, Shelf};

mod backup;
mod erase;
mod join;
mod passing;
mod pin;
mod saver;
mod tabs;
mod turn;
mod typing;
mod year;

/// What screens may know of the storage: the classes on it, why it failed, and the preferences.
pub use crate::device::Door;
pub use crate::storage::{ClassRow, Fault};
pub use backup::Restored;
pub use erase::KeptIn;
pub use join::Joined;
pub use passing::Passing;
pub use pin::is_pin;
pub use saver::{OneAtATime, Saver};
pub use turn::{InTurn, Said};
pub use typing::Typed;

/// The name of the database and of the channel between tabs.
const NAME: &str = "daymark";

/// Whether the notebook can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The storage is being opened.
    Opening,
    /// It is open.
    Ready,
    /// Another tab of an older version must be closed first.
    Blocked,
    /// Another tab has taken the storage over; only a reload helps.
    Lost,
}

/// What became of the latest write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was written yet.
    Nothing,
    /// A write is under way.
    Under,
    /// It is on this device.
    Saved,
    /// It is not, and why. What was to be written is still on the screen.
    Failed(Fault),
}

/// A short message, with the action it can undo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// The action to take back.
    pub undo: Option<BatchId>,
}

struct Inner {
    shelf: Shelf,
    kinds: Kinds,
    notebook: Notebook,
    damage: Vec<Damage>,
    upto: u64,
    triggers: HashMap<Slot, ArcTrigger>,
    tabs: Option<web_sys::BroadcastChannel>,
}

/// An action that changes the storage, until it is dropped.
struct Busy(RwSignal<u32>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.update(|n| *n -= 1);
    }
}

/// The open notebook. Copies are the same session.
#[derive(Clone, Copy)]
pub struct Session {
    inner: StoredValue<Inner, LocalStorage>,
    version: Trigger,
    /// Whether the notebook can be used.
    pub state: RwSignal<State>,
    /// The classes on this device.
    pub classes: RwSignal<Vec<ClassRow>>,
    /// The class that is open.
    pub class: RwSignal<Option<ClassId>>,
    /// The device's civil day.
    pub today: RwSignal<Day>,
    /// What became of the latest write.
    pub saving: RwSignal<Saving>,
    /// Whether what is written stays when the browser is closed.
    pub lasting: RwSignal<bool>,
    /// Whether what a student typed last stays on the device.
    pub draft_kept: RwSignal<bool>,
    /// How many actions are changing the storage right now.
    busy: RwSignal<u32>,
    /// The latest message.
    pub toast: RwSignal<Option<Toast>>,
    /// What the latest restore came to.
    pub restored: RwSignal<Option<Restored>>,
    /// What the device remembers about itself.
    pub preferences: RwSignal<Preferences>,
    /// Whether the teacher's screens were opened in this window.
    opened_here: RwSignal<bool>,
    /// What only this page knows.
    pub passing: RwSignal<Passing>,
}

impl Session {
    /// Starts a session and begins to open the storage. `kinds` is what is read of it; the rest is
    /// carried untouched.
    pub fn start(kinds: Kinds) -> Session {
        let notebook = Notebook::new(ClassId::from_bits(0));
        let inner = Inner {
            shelf: Shelf::Memory(Memory::new(kinds)),
            kinds,
            notebook,
            damage: Vec::new(),
            upto: 0,
            triggers: HashMap::new(),
            tabs: None,
        };
        let session = Session {
            inner: StoredValue::new_local(inner),
            version: Trigger::new(),
            state: RwSignal::new(State::Opening),
            classes: RwSignal::new(Vec::new()),
            class: RwSignal::new(None),
            today: RwSignal::new(browser::today()),
            saving: RwSignal::new(Saving::Nothing),
            lasting: RwSignal::new(true),
            draft_kept: RwSignal::new(false),
            busy: RwSignal::new(0),
            toast: RwSignal::new(None),
            restored: RwSignal::new(None),
            preferences: RwSignal::new(preferences::load()),
            opened_here: RwSignal::new(false),
            passing: RwSignal::new(Passing::take_over()),
        };
        spawn_local(session.open());
        session
    }

    async fn open(self) {
        let blocked = move || self.state.set(State::Blocked);
        let lost = move || self.state.set(State::Lost);
        match IndexedDb::open(NAME, self.kinds(), blocked, lost).await {
            Ok(db) => self.inner.update_value(|inner| inner.shelf = Shelf::Browser(db)),
            // The app still works for the lesson; a banner says that nothing will stay.
            Err(_) => self.lasting.set(false),
        }
        self.hear_other_tabs();
        self.list_classes().await;
        let last = self.preferences.with_untracked(|p| p.class);
        let rows = self.classes.get_untracked();
        if let Some(row) = rows.iter().find(|r| Some(r.id) == last).or(first_of(&rows)) {
            self.open_class(row.id).await;
        }
        self.state.set(State::Ready);
    }

    /// What is read of the storage and of files.
    fn kinds(self) -> Kinds {
        self.inner.with_value(|inner| inner.kinds)
    }

    async fn list_classes(self) {
        let shelf = self.shelf();
        match shelf.classes().await {
            Ok(rows) => self.classes.set(rows),
            Err(fault) => self.saving.set(Saving::Failed(fault)),
        }
    }

    /// Opens a class and remembers it as the last one.
    pub async fn open_class(self, class: ClassId) {
        let shelf = self.shelf();
        match shelf.read(class, 0).await {
            Ok(opened) => {
                let folds = opened.pages > crate::storage::page::FOLD_AT || opened.doubted;
                let left = erase::left_of(&opened);
                self.show(class, opened);
                self.prefer(|p| p.class = Some(class));
                self.erase_rest(class, &left).await;
                if folds {
                    let _busy = self.begin();
                    // Folding only makes the next opening faster; a fault here costs nothing.
                    let _ = shelf.fold(class).await;
                }
            }
            Err(fault) => self.saving.set(Saving::Failed(fault)),
        }
    }

    fn show(self, class: ClassId, opened: Opened) {
        let mut notebook = Notebook::new(class);
        notebook.merge(opened.entries);
        self.inner.update_value(|inner| {
            inner.notebook = notebook;
            inner.damage = opened.damage;
            inner.upto = opened.upto;
        });
        self.class.set(Some(class));
        self.everything_changed();
    }

    fn shelf(self) -> Shelf {
        self.inner.with_value(|inner| inner.shelf.clone())
    }

    // ---- asking ----

    /// Asks the notebook; whoever asked is run again after any change.
    pub fn ask<T>(self, question: impl FnOnce(&Notebook) -> T) -> T {
        self.version.track();
        self.peek(question)
    }

    /// Asks the notebook; whoever asked is run again when one of these slots changes.
    pub fn ask_slots<T>(self, slots: &[Slot], question: impl FnOnce(&Notebook) -> T) -> T {
        let triggers: Vec<ArcTrigger> = self
            .inner
            .try_update_value(|inner| {
                slots.iter().map(|slot| inner.triggers.entry(*slot).or_default().clone()).collect()
            })
            .unwrap_or_default();
        for trigger in triggers {
            trigger.track();
        }
        self.peek(question)
    }

    /// Asks the notebook once.
    pub fn peek<T>(self, question: impl FnOnce(&Notebook) -> T) -> T {
        self.inner.with_value(|inner| question(&inner.notebook))
    }

    /// Lines of the storage that could not be read.
    pub fn damage(self) -> Vec<Damage> {
        self.version.track();
        self.inner.with_value(|inner| inner.damage.clone())
    }

    fn changed(self, touched: &Touched) {
        if touched.is_empty() {
            return;
        }
        let triggers: Vec<ArcTrigger> = self.inner.with_value(|inner| {
            touched.iter().filter_map(|slot| inner.triggers.get(slot).cloned()).collect()
        });
        for trigger in triggers {
            trigger.notify();
        }
        self.version.notify();
    }

    fn everything_changed(self) {
        let triggers: Vec<ArcTrigger> =
            self.inner.with_value(|inner| inner.triggers.values().cloned().collect());
        for trigger in triggers {
            trigger.notify();
        }
        self.version.notify();
    }

    // ---- writing ----

    /// Whether nothing is being written, so that the page may go; whoever asked is run again when
    /// that changes.
    pub fn is_settled(self) -> bool {
        self.busy.get() == 0
    }

    /// Waits until nothing is being written.
    pub async fn settled(self) {
        /// How long a look at it waits for the next one, in milliseconds.
        const PAUSE: i32 = 20;
        while self.busy.get_untracked() > 0 {
            browser::sleep(PAUSE).await;
        }
    }

    /// Counts an action that changes the storage for as long as the answer lives.
    fn begin(self) -> Busy {
        self.busy.update(|n| *n += 1);
        Busy(self.busy)
    }

    /// Writes one action and shows it. All of its changes are kept, or none and the fault is
    /// shown.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub async fn write(self, changes: Vec<Change>) -> Result<BatchId, Fault> {
        self.write_with(changes, &[]).await
    }

    /// Writes one action with the bytes of the files it names.
    ///
    /// # Errors
    /// Why it could not be kept; nothing of it is then.
    pub async fn write_with(self, changes: Vec<Change>, files: &[FileBytes]) -> Result<BatchId, Fault> {
        let class = self.class.get_untracked().ok_or_else(|| Fault::Other("no class is open".to_owned()))?;
        self.write_to(class, changes, files).await
    }

    async fn write_to(
        self,
        class: ClassId,
        changes: Vec<Change>,
        files: &[FileBytes],
    ) -> Result<BatchId, Fault> {
        let _busy = self.begin();
        let batch = BatchId::from_bits(browser::random_bits());
        let first = self.saving.get_untracked() == Saving::Nothing;
        self.saving.set(Saving::Under);
        let written = self.shelf().write(class, batch, changes, files, browser::outside()).await;
        match written {
            Ok((entries, upto)) => {
                self.take_in(class, entries, upto);
                self.tell_other_tabs(class);
                self.saving.set(Saving::Saved);
                if first {
                    spawn_local(async {
                        browser::ask_to_persist().await;
                    });
                }
                Ok(batch)
            }
            Err(fault) => {
                self.saving.set(Saving::Failed(fault.clone()));
                Err(fault)
            }
        }
    }

    fn take_in(self, class: ClassId, entries: Vec<Entry>, upto: u64) {
        let touched = self.inner.try_update_value(|inner| {
            if inner.notebook.class_id() != class {
                return Touched::new();
            }
            // A page another tab wrote in between is read when that tab's message comes, so only
            // the very next place may move the mark.
            if upto == inner.upto + 1 {
                inner.upto = upto;
            }
            inner.notebook.merge(entries)
        });
        self.changed(&touched.unwrap_or_default());
    }

    /// Writes one action in the background and says so, with an undo.
    pub fn act(self, changes: Vec<Change>, said: String) {
        self.act_and(changes, said, || ());
    }

    /// Does the same, and then what has to wait for it, such as finding a place for the focus.
    pub fn act_and(self, changes: Vec<Change>, said: String, then: impl FnOnce() + 'static) {
        spawn_local(async move {
            if let Ok(batch) = self.write(changes).await {
                self.toast.set(Some(Toast { text: said, undo: Some(batch) }));
                then();
            }
        });
    }

    /// Writes one action in the background without a word.
    pub fn act_quietly(self, changes: Vec<Change>) {
        spawn_local(async move {
            // A fault is shown by the storage chip and the banner.
            let _ = self.write(changes).await;
        });
    }

    /// Takes an action back, or brings a withdrawn one back.
    pub fn undo(self, batch: BatchId) {
        let targets = self.peek(|nb| nb.to_undo(batch));
        self.toast.set(None);
        self.act_quietly(targets.into_iter().map(|batch| Change::of_class(Withdrawal { batch })).collect());
    }

    /// Makes a class from its first changes and opens it.
    ///
    /// # Errors
    /// Why it could not be kept.
    pub async fn make_class(self, changes: Vec<Change>) -> Result<ClassId, Fault> {
        let class = ClassId::from_bits(browser::random_bits());
        self.write_to(class, changes, &[]).await?;
        self.list_classes().await;
        self.open_class(class).await;
        Ok(class)
    }

    /// Removes a class with all it holds from this device, and what was typed in it.
    pub async fn remove_class(self, class: ClassId) -> Result<(), Fault> {
        let _busy = self.begin();
        let students: Vec<StudentId> = self.peek(|nb| nb.all_students().iter().map(|s| s.id).collect());
        self.shelf().remove(class).await?;
        self.list_classes().await;
        self.tell_other_tabs(class);
        self.open_first().await;
        // Last, because the class is gone and another one has to stand there whatever becomes of this.
        let whose = students.iter().map(StudentId::to_string).chain([typing::TEACHER.to_owned()]);
        let of_class: Vec<String> = whose.map(|whose| format!("{whose}/{class}/")).collect();
        self.shelf().forget_drafts(&of_class).await
    }

    /// Opens the class that stands first when the open one is gone, or none when there is no other.
    async fn open_first(self) {
        match self.classes.with_untracked(|rows| first_of(rows).map(|r| r.id)) {
            Some(next) => self.open_class(next).await,
            None => {
                self.show(ClassId::from_bits(0), Opened::default());
                self.class.set(None);
            }
        }
    }

    /// The bytes of a student's file; `None` when they are not on this device.
    pub async fn file(self, student: StudentId, id: FileId) -> Option<Vec<u8>> {
        let class = self.class.get_untracked()?;
        self.shelf().file(class, student, id).await.ok().flatten()
    }

    // ---- preferences ----

    /// Changes what the device remembers about itself.
    pub fn prefer(self, change: impl FnOnce(&mut Preferences)) {
        self.device().prefer(change);
    }

    /// The device, for screens that also stand where no notebook is open.
    pub fn device(self) -> Device {
        Device::of(self.preferences)
    }

    /// Takes over what another tab changed. A browser that keeps nothing changes nothing.
    fn read_preferences(self) {
        self.device().read_again();
    }
}

/// The class to open when nothing says which: one that was not put away, if there is one.
fn first_of(rows: &[ClassRow]) -> Option<&ClassRow> {
    rows.iter().find(|row| !row.archived).or(rows.first())
}

/// The session of the app.
pub fn use_session() -> Session {
    expect_context::<Session>()
}
