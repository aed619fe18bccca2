//! The shelf in the browser's IndexedDB. The only file that names `indexed_db_futures`.
//!
//! Five stores: `device` (the ledger), `classes` (one row each), `pages` (bytes, keyed by class
//! and place), `files` (bytes, keyed by class, student and file), `drafts` (what somebody is still typing). Every write is one transaction with strict durability, and rolls back as a whole.

use indexed_db_futures::Build;
use indexed_db_futures::KeyRange;
use indexed_db_futures::database::Database;
use indexed_db_futures::error::{DomException, Error, OpenDbError};
use indexed_db_futures::internals::SystemRepr;
use indexed_db_futures::prelude::*;
use indexed_db_futures::transaction::{
    Transaction, TransactionDurability, TransactionMode, TransactionOptions,
};
use indexed_db_futures::typed_array::{Uint8Array, Uint8ArraySlice};

use super::ledger::Ledger;
use super::{ClassRow, Fault, Opened, Outside, page};
use crate::domain::entry::{Change, Entry};
use crate::domain::id::{BatchId, ClassId, FileId, StudentId};
use crate::format::document::{self, FileBytes};
use crate::format::line::Kinds;

/// The version of the stores. A new one adds a step to [`upgrade`]; old steps stay.
pub const VERSION: u8 = 2;
const DEVICE: &str = "device";
const CLASSES: &str = "classes";
const PAGES: &str = "pages";
const FILES: &str = "files";
const DRAFTS: &str = "drafts";
const LEDGER: &str = "ledger";

/// A shelf in the browser.
#[derive(Debug, Clone)]
pub struct IndexedDb {
    db: Database,
    kinds: Kinds,
}

impl IndexedDb {
    /// Opens the shelf with this name, making or upgrading its stores; it reads these kinds. `on_blocked` is called when
    /// a tab of an older version must be closed first; `on_lost` when this tab has to let go
    /// because another one upgrades, or the browser closes the storage.
    ///
    /// # Errors
    /// [`Fault::Unavailable`] when the browser does not let the page keep anything.
    pub async fn open(
        name: &str,
        kinds: Kinds,
        on_blocked: impl FnOnce() + 'static,
        on_lost: impl FnOnce() + 'static,
    ) -> Result<IndexedDb, Fault> {
        let db = Database::open(name)
            .with_version(VERSION)
            .with_on_blocked(move |_event| {
                on_blocked();
                Ok(())
            })
            .with_on_upgrade_needed(|event, db| upgrade(event.old_version(), &db))
            .await
            .map_err(refused)?;
        let_go_when_asked(&db, on_lost);
        Ok(IndexedDb { db, kinds })
    }

    pub(super) async fn classes(&self) -> Result<Vec<ClassRow>, Fault> {
        let tx = self.db.transaction(CLASSES).build().map_err(fault)?;
        let store = tx.object_store(CLASSES).map_err(fault)?;
        let rows = store.get_all::<String>().primitive().map_err(fault)?.await.map_err(fault)?;
        Ok(rows.filter_map(|row| serde_json::from_str(&row.ok()?).ok()).collect())
    }

    pub(super) async fn read(&self, class: ClassId, after: u64) -> Result<Opened, Fault> {
        let tx = self.db.transaction([DEVICE, PAGES]).build().map_err(fault)?;
        let none = Outside { now_ms: 0, bits: 0 };
        // Both are read in one transaction, so no page can come between them.
        let upto = ledger_text(&tx).await?.map_or(0, |text| Ledger::open(Some(&text), none).page);
        let pages = pages_in(&tx, range(class, after.saturating_add(1))).await?;
        Ok(page::read(pages.iter().map(Vec::as_slice), upto, self.kinds))
    }

    pub(super) async fn write(
        &self,
        class: ClassId,
        batch: BatchId,
        changes: Vec<Change>,
        files: &[FileBytes],
        outside: Outside,
    ) -> Result<(Vec<Entry>, u64), Fault> {
        let tx = self.writing()?;
        let mut ledger = Ledger::open(ledger_text(&tx).await?.as_deref(), outside);
        let entries = ledger.enter(class, batch, changes, outside);
        let row = page::row_after(class, &entries);
        let page = page::write(class, &entries.iter().collect::<Vec<_>>(), &[], self.kinds);
        put(&tx, class, &ledger, &page, row.as_ref())?;
        put_files(&tx, class, files)?;
        commit(tx).await?;
        Ok((entries, ledger.page))
    }

    pub(super) async fn files(&self, class: ClassId) -> Result<Vec<(StudentId, FileId)>, Fault> {
        let tx = self.db.transaction(FILES).build().map_err(fault)?;
        let store = tx.object_store(FILES).map_err(fault)?;
        let all = files_of(class, None);
        let keys = store.get_all_keys::<String>().with_query::<String, _>(all).primitive().map_err(fault)?;
        let keys = keys.await.map_err(fault)?;
        Ok(keys.filter_map(|key| named_by(&key.ok()?)).collect())
    }

    pub(super) async fn file(
        &self,
        class: ClassId,
        student: StudentId,
        id: FileId,
    ) -> Result<Option<Vec<u8>>, Fault> {
        let tx = self.db.transaction(FILES).build().map_err(fault)?;
        let store = tx.object_store(FILES).map_err(fault)?;
        let key = format!("{class}/{student}/{id}");
        let bytes: Option<Uint8Array> = store.get(key).primitive().map_err(fault)?.await.map_err(fault)?;
        Ok(bytes.map(Into::into))
    }

    pub(super) async fn absorb(
        &self,
        row: ClassRow,
        entries: &[&Entry],
        damaged: &[String],
        files: &[FileBytes],
        outside: Outside,
    ) -> Result<u64, Fault> {
        let page = page::write(row.id, entries, damaged, self.kinds);
        let tx = self.writing()?;
        let mut ledger = Ledger::open(ledger_text(&tx).await?.as_deref(), outside);
        ledger.take_in(entries, outside);
        put(&tx, row.id, &ledger, &page, Some(&row))?;
        put_files(&tx, row.id, files)?;
        commit(tx).await?;
        Ok(ledger.page)
    }

    pub(super) async fn erase(&self, class: ClassId, student: StudentId) -> Result<(), Fault> {
        let tx = self.writing()?;
        let store = tx.object_store(PAGES).map_err(fault)?;
        for (key, bytes) in keyed_pages(&tx, class).await? {
            match page::without(class, student, &bytes, self.kinds) {
                Some(without) if without.is_empty() => delete(&store, KeyRange::Only(key))?,
                Some(without) => put_page(&store, key, &without)?,
                None => {}
            }
        }
        delete(&tx.object_store(FILES).map_err(fault)?, files_of(class, Some(student)))?;
        delete(&tx.object_store(DRAFTS).map_err(fault)?, beginning_with(student.to_string()))?;
        forget_naming(&tx, &student.to_string()).await?;
        commit(tx).await
    }

    pub(super) async fn keep_draft(&self, name: &str, text: &str) -> Result<(), Fault> {
        let tx = self.db.transaction(DRAFTS).with_mode(TransactionMode::Readwrite).build().map_err(fault)?;
        if text.is_empty() {
            delete(&tx.object_store(DRAFTS).map_err(fault)?, KeyRange::Only(name.to_owned()))?;
        } else {
            put_text(&tx, DRAFTS, name.to_owned(), text.to_owned())?;
        }
        commit(tx).await
    }

    pub(super) async fn forget_drafts(&self, beginnings: &[String]) -> Result<(), Fault> {
        let tx = self.db.transaction(DRAFTS).with_mode(TransactionMode::Readwrite).build().map_err(fault)?;
        let store = tx.object_store(DRAFTS).map_err(fault)?;
        for begins in beginnings {
            delete(&store, beginning_with(begins.clone()))?;
        }
        commit(tx).await
    }

    pub(super) async fn draft(&self, name: &str) -> Result<Option<String>, Fault> {
        let tx = self.db.transaction(DRAFTS).build().map_err(fault)?;
        let store = tx.object_store(DRAFTS).map_err(fault)?;
        store.get(name).primitive().map_err(fault)?.await.map_err(fault)
    }

    pub(super) async fn fold(&self, class: ClassId) -> Result<(), Fault> {
        let tx = self.writing()?;
        let mut pages = keyed_pages(&tx, class).await?;
        for (key, page) in &mut pages {
            if let Some(vouched) = page::vouched(class, page, self.kinds) {
                put_page(&tx.object_store(PAGES).map_err(fault)?, key.clone(), &vouched)?;
                *page = vouched;
            }
        }
        let tail = &pages[pages.len() - page::to_fold(pages.iter().map(|(_, page)| page.as_slice()))..];
        let folded = document::join(class, tail.iter().map(|(_, bytes)| bytes.as_slice()));
        if let (Some((first, _)), Some((last, _)), Some(folded)) = (tail.first(), tail.last(), folded) {
            let store = tx.object_store(PAGES).map_err(fault)?;
            delete(&store, KeyRange::Bound(first.clone(), false, last.clone(), false))?;
            put_page(&store, last.clone(), &folded)?;
        }
        commit(tx).await
    }

    pub(super) async fn keep_row(&self, row: ClassRow) -> Result<(), Fault> {
        let tx = self.writing()?;
        put_text(&tx, CLASSES, row.id.to_string(), serde_json::to_string(&row).unwrap_or_default())?;
        commit(tx).await
    }

    pub(super) async fn remove(&self, class: ClassId) -> Result<(), Fault> {
        let tx = self.writing()?;
        delete(&tx.object_store(PAGES).map_err(fault)?, range(class, 0))?;
        delete(&tx.object_store(FILES).map_err(fault)?, files_of(class, None))?;
        delete(&tx.object_store(CLASSES).map_err(fault)?, KeyRange::Only(class.to_string()))?;
        commit(tx).await
    }

    /// A transaction over everything, committed to disk before it is done.
    fn writing(&self) -> Result<Transaction<'_>, Fault> {
        let strict = TransactionOptions::new().with_durability(TransactionDurability::Strict);
        let over = self
            .db
            .transaction([DEVICE, CLASSES, PAGES, FILES, DRAFTS])
            .with_mode(TransactionMode::Readwrite);
        over.with_options(strict).build().map_err(fault)
    }
}

/// Makes the stores a version lacks. Steps are only ever added.
fn upgrade(from: f64, db: &Database) -> Result<(), Error> {
    if from < 1.0 {
        db.create_object_store(DEVICE).build()?;
        db.create_object_store(CLASSES).build()?;
        db.create_object_store(PAGES).build()?;
        db.create_object_store(DRAFTS).build()?;
    }
    if from < 2.0 {
        db.create_object_store(FILES).build()?;
    }
    Ok(())
}

/// Closes the database when another tab wants to upgrade it, and says so.
fn let_go_when_asked(db: &Database, on_lost: impl FnOnce() + 'static) {
    let Ok(mut changes) = db.version_changes() else { return };
    let db = db.clone();
    wasm_bindgen_futures::spawn_local(async move {
        changes.recv().await;
        db.close();
        on_lost();
    });
}

/// A class's pages from a place on. Places have a fixed width, so that text order is their order.
fn range(class: ClassId, from: u64) -> KeyRange<String> {
    KeyRange::Bound(key(class, from), false, key(class, u64::MAX), false)
}

fn key(class: ClassId, place: u64) -> String {
    format!("{class}/{place:020}")
}

/// The keys of a class's files, or of one student's in it.
fn files_of(class: ClassId, student: Option<StudentId>) -> KeyRange<String> {
    let whose = student.map_or_else(|| class.to_string(), |student| format!("{class}/{student}"));
    // The sign after `/` ends everything that begins with what stands before it.
    KeyRange::Bound(format!("{whose}/"), false, format!("{whose}0"), true)
}

fn named_by(key: &str) -> Option<(StudentId, FileId)> {
    let (_, rest) = key.split_once('/')?;
    let (student, id) = rest.split_once('/')?;
    Some((student.parse().ok()?, id.parse().ok()?))
}

async fn ledger_text(tx: &Transaction<'_>) -> Result<Option<String>, Fault> {
    let store = tx.object_store(DEVICE).map_err(fault)?;
    store.get(LEDGER).primitive().map_err(fault)?.await.map_err(fault)
}

async fn pages_in(tx: &Transaction<'_>, range: KeyRange<String>) -> Result<Vec<Vec<u8>>, Fault> {
    let store = tx.object_store(PAGES).map_err(fault)?;
    let pages = store.get_all::<Uint8Array>().with_query::<String, _>(range).primitive().map_err(fault)?;
    let pages = pages.await.map_err(fault)?;
    // A page that is not even bytes costs itself: it is read as an empty one, which is damage.
    Ok(pages.map(|page| page.map(Into::into).unwrap_or_default()).collect())
}

async fn keyed_pages(tx: &Transaction<'_>, class: ClassId) -> Result<Vec<(String, Vec<u8>)>, Fault> {
    let store = tx.object_store(PAGES).map_err(fault)?;
    let keys =
        store.get_all_keys::<String>().with_query::<String, _>(range(class, 0)).primitive().map_err(fault)?;
    let keys = keys.await.map_err(fault)?;
    let keys: Vec<String> = keys.collect::<Result<_, _>>().map_err(fault)?;
    Ok(keys.into_iter().zip(pages_in(tx, range(class, 0)).await?).collect())
}

/// All names that begin so.
fn beginning_with(begins: String) -> KeyRange<String> {
    let end = format!("{begins}\u{ffff}");
    KeyRange::Bound(begins, false, end, true)
}

/// Removes the drafts that name a student in their text, such as a group that somebody is putting together.
async fn forget_naming(tx: &Transaction<'_>, id: &str) -> Result<(), Fault> {
    let store = tx.object_store(DRAFTS).map_err(fault)?;
    let keys = store.get_all_keys::<String>().primitive().map_err(fault)?.await.map_err(fault)?;
    let keys: Vec<String> = keys.collect::<Result<_, _>>().map_err(fault)?;
    let texts = store.get_all::<String>().primitive().map_err(fault)?.await.map_err(fault)?;
    for (key, text) in keys.into_iter().zip(texts) {
        if text.is_ok_and(|text| text.contains(id)) {
            delete(&store, KeyRange::Only(key))?;
        }
    }
    Ok(())
}

fn put(
    tx: &Transaction<'_>,
    class: ClassId,
    ledger: &Ledger,
    page: &[u8],
    row: Option<&ClassRow>,
) -> Result<(), Fault> {
    put_page(&tx.object_store(PAGES).map_err(fault)?, key(class, ledger.page), page)?;
    put_text(tx, DEVICE, LEDGER.to_owned(), ledger.to_text())?;
    match row.map(|row| (row.id.to_string(), serde_json::to_string(row).unwrap_or_default())) {
        Some((id, text)) => put_text(tx, CLASSES, id, text),
        None => Ok(()),
    }
}

fn put_files(tx: &Transaction<'_>, class: ClassId, files: &[FileBytes]) -> Result<(), Fault> {
    // Most actions have none, and then the store is not even opened.
    for file in files {
        let key = format!("{class}/{}/{}", file.student, file.id);
        put_page(&tx.object_store(FILES).map_err(fault)?, key, &file.bytes)?;
    }
    Ok(())
}

fn put_text(tx: &Transaction<'_>, store: &str, key: String, text: String) -> Result<(), Fault> {
    let store = tx.object_store(store).map_err(fault)?;
    store.put(text).with_key(key).primitive().map_err(fault).map(drop)
}

fn put_page(
    store: &indexed_db_futures::object_store::ObjectStore<'_>,
    key: String,
    page: &[u8],
) -> Result<(), Fault> {
    store.put(Uint8ArraySlice::new(page)).with_key(key).primitive().map_err(fault).map(drop)
}

fn delete(
    store: &indexed_db_futures::object_store::ObjectStore<'_>,
    range: KeyRange<String>,
) -> Result<(), Fault> {
    store.delete::<String, _>(range).primitive().map_err(fault).map(drop)
}

fn refused(error: OpenDbError) -> Fault {
    match error {
        OpenDbError::Base(error) => match fault(error) {
            Fault::Other(words) => Fault::Unavailable(words),
            other => other,
        },
        other => Fault::Unavailable(other.to_string()),
    }
}

/// Ends a write. When the browser undoes it only at the very end, the reason stands in the transaction
/// itself, which is kept aside for that.
async fn commit(tx: Transaction<'_>) -> Result<(), Fault> {
    let ended = tx.as_sys().clone();
    tx.commit().await.map_err(|error| ended.error().map_or_else(|| fault(error), |reason| named(&reason)))
}

fn fault(error: Error) -> Fault {
    let Error::DomException(exception) = error else { return Fault::Other(error.to_string()) };
    if let DomException::InvalidStateError(_) = exception {
        return Fault::HeldByAnotherTab;
    }
    named(&exception.into())
}

/// A full disk arrives as an unnamed kind of exception, so its name is read.
fn named(exception: &web_sys::DomException) -> Fault {
    match exception.name().as_str() {
        "QuotaExceededError" => Fault::Full,
        name => Fault::Other(format!("{name}: {}", exception.message())),
    }
}
