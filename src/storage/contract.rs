//! What every shelf promises. The same promises are run on memory and on the browser's real
//! IndexedDB; a promise that is broken panics, so this file counts as a test.

use std::pin::Pin;

use super::{Outside, Shelf};
use crate::domain::class::Class;
use crate::domain::entry::{Body, Change, Entry, Unknown};
use crate::domain::id::{BatchId, ClassId, FileId, ScaleId, StudentId};
use crate::domain::notebook::Notebook;
use crate::domain::roster::Student;
use crate::format::document::FileBytes;
use crate::format::line::{self, Kinds, Written};

/// A promise, to be run on an empty shelf.
pub type Promise = fn(Shelf) -> Pin<Box<dyn Future<Output = ()>>>;

/// Every promise with its name.
pub const PROMISES: &[(&str, Promise)] = &[
    ("what is written is read", |s| Box::pin(written_is_read(s))),
    ("numbers have no gaps and stamps rise", |s| Box::pin(numbers_rise(s))),
    ("classes are listed with their latest title", |s| Box::pin(classes_are_listed(s))),
    ("a reader catches up from where it stood", |s| Box::pin(readers_catch_up(s))),
    ("two tabs never share a number", |s| Box::pin(two_tabs(s))),
    ("a restore starts a new writer and keeps unknown words", |s| Box::pin(restore(s))),
    ("an erased student leaves no byte", |s| Box::pin(erase(s))),
    ("folding changes nothing that is read", |s| Box::pin(fold(s))),
    ("folding vouches for what this version can say word for word", |s| Box::pin(vouch(s))),
    ("a draft stays until it is emptied, its student erased or its class removed", |s| Box::pin(drafts(s))),
    ("a removed class leaves the others", |s| Box::pin(remove(s))),
    ("a row is kept as it is now", |s| Box::pin(rows(s))),
    ("bytes of files are kept with their entry and go with their student", |s| Box::pin(files(s))),
];

const CLASS: ClassId = ClassId::from_bits(5);

fn outside(bits: u64) -> Outside {
    Outside { now_ms: 1_790_000_000_000, bits }
}

fn student(bits: u64, name: &str) -> Change {
    let id = StudentId::from_bits(bits);
    Change::by_teacher(id, Student::named(id, name))
}

async fn write(shelf: &Shelf, class: ClassId, changes: Vec<Change>) -> Vec<Entry> {
    let batch = BatchId::from_bits(77);
    shelf.write(class, batch, changes, &[], outside(1)).await.expect("a write").0
}

async fn written_is_read(shelf: Shelf) {
    let entries = write(&shelf, CLASS, vec![student(1, "Ana"), student(2, "ليلى")]).await;
    let opened = shelf.read(CLASS, 0).await.expect("a reading");
    assert_eq!(opened.entries, entries);
    assert!(opened.damage.is_empty());
    assert_eq!(shelf.read(ClassId::from_bits(6), 0).await.expect("a reading").entries, []);
}

async fn numbers_rise(shelf: Shelf) {
    let mut all = write(&shelf, CLASS, vec![student(1, "Ana"), student(2, "Ben")]).await;
    all.extend(write(&shelf, ClassId::from_bits(6), vec![student(3, "Cem")]).await);
    all.extend(write(&shelf, CLASS, vec![student(4, "Dua")]).await);
    let numbers: Vec<u64> = all.iter().map(|e| e.head.key.n).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert!(all.is_sorted_by(|a, b| a.head.stamp < b.head.stamp));
}

async fn classes_are_listed(shelf: Shelf) {
    let named = |title: &str| {
        let scale = ScaleId::from_bits(1);
        Change::of_class(Class { demo: true, ..Class::named(title, "", scale) })
    };
    write(&shelf, CLASS, vec![named("5B")]).await;
    write(&shelf, CLASS, vec![named("Math 5B")]).await;
    let rows = shelf.classes().await.expect("the classes");
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].id, rows[0].title.as_str(), rows[0].demo), (CLASS, "Math 5B", true));
}

async fn readers_catch_up(shelf: Shelf) {
    write(&shelf, CLASS, vec![student(1, "Ana")]).await;
    let first = shelf.read(CLASS, 0).await.expect("a reading");
    write(&shelf, ClassId::from_bits(6), vec![student(9, "Zoe")]).await;
    let second = write(&shelf, CLASS, vec![student(2, "Ben")]).await;
    let next = shelf.read(CLASS, first.upto).await.expect("a reading");
    assert_eq!(next.entries, second);
    assert_eq!(shelf.read(CLASS, next.upto).await.expect("a reading").entries, []);
}

async fn two_tabs(shelf: Shelf) {
    let other = shelf.clone();
    for i in 0..10 {
        write(&shelf, CLASS, vec![student(i * 2 + 1, "Ana")]).await;
        write(&other, CLASS, vec![student(i * 2 + 2, "Ben")]).await;
    }
    let mut notebook = Notebook::new(CLASS);
    notebook.merge(shelf.read(CLASS, 0).await.expect("a reading").entries);
    assert_eq!((notebook.students().len(), notebook.doubles().len()), (20, 0));
}

async fn restore(shelf: Shelf) {
    let mine = write(&shelf, CLASS, vec![student(1, "Ana")]).await;
    let mut newer = mine[0].clone();
    newer.head.key.n = 9;
    newer.body = Body::Unknown(Unknown { kind: "mood_ring".to_owned() });
    newer.carried = Some(
        line::write(&newer, Kinds::EVERY).unwrap_or_default().replace("null", r#"{"mood":"fine"}"#).into(),
    );
    let row = super::ClassRow { id: CLASS, title: "5B".to_owned(), demo: false, archived: false };
    shelf.absorb(row, &[&newer], &["{oops".to_owned()], &[], outside(2)).await.expect("a restore");
    let opened = shelf.read(CLASS, 0).await.expect("a reading");
    assert_eq!(opened.entries[1], newer);
    assert_eq!(opened.damage[0].text, "{oops");
    assert_eq!(
        line::read(
            &line::write(&newer, Kinds::EVERY).unwrap_or_default(),
            Written::BySomeVersion,
            Kinds::EVERY
        )
        .ok(),
        Some(newer)
    );
    let after = write(&shelf, CLASS, vec![student(2, "Ben")]).await;
    assert_ne!(after[0].head.key.writer, mine[0].head.key.writer);
    assert_eq!(after[0].head.key.n, 1);
}

async fn erase(shelf: Shelf) {
    let (gone, stays) = (StudentId::from_bits(1), StudentId::from_bits(2));
    write(&shelf, CLASS, vec![student(1, "Ana"), student(2, "Ben")]).await;
    write(&shelf, CLASS, vec![student(1, "Anna")]).await;
    shelf.erase(CLASS, gone).await.expect("an erasure");
    let opened = shelf.read(CLASS, 0).await.expect("a reading");
    let about: Vec<_> = opened.entries.iter().map(|e| e.head.about).collect();
    assert_eq!(about, [Some(stays)]);

    // A class where only a line nobody can read names the student holds something of them as well.
    let other = ClassId::from_bits(6);
    let row = super::ClassRow { id: other, title: "6B".to_owned(), demo: false, archived: false };
    let torn = format!(r#"{{"about":"{gone}""#);
    shelf.absorb(row, &[], &[torn], &[], outside(2)).await.expect("a restore");
    let read = async || shelf.read(other, 0).await.expect("a reading");
    assert_eq!((read().await.holds(gone), read().await.holds(stays)), (true, false));
    shelf.erase(other, gone).await.expect("an erasure");
    assert!(!read().await.holds(gone));
}

async fn fold(shelf: Shelf) {
    for i in 0..super::page::FOLD_AT as u64 + 3 {
        write(&shelf, CLASS, vec![student(i + 1, "Ana")]).await;
    }
    let before = shelf.read(CLASS, 0).await.expect("a reading");
    let upto = before.upto;
    shelf.fold(CLASS).await.expect("a folding");
    let after = shelf.read(CLASS, 0).await.expect("a reading");
    assert_eq!((after.pages, after.upto), (1, upto));
    assert_eq!(after.entries, before.entries);
    // A tab that stood in the middle reads what it has not seen, and some of it twice, which a
    // merge does not mind.
    let late = shelf.read(CLASS, upto - 2).await.expect("a reading");
    assert!(late.entries.len() >= 2);
    write(&shelf, CLASS, vec![student(999, "Ben")]).await;
    assert_eq!(shelf.read(CLASS, upto).await.expect("a reading").entries.len(), 1);
}

async fn vouch(shelf: Shelf) {
    let mine = write(&shelf, CLASS, vec![student(1, "Ana")]).await;
    let other = ClassId::from_bits(6);
    let text = |n: u64, body: &str| {
        format!(
            r#"{{"writer":"00000000000000aa","n":{n},"stamp":7,"batch":"0000000000000002","class":"{other}","by":"teacher",{body}}}"#
        )
    };
    let known = text(1, r#""kind":"withdrawal","body":{"batch":"0000000000000009"}"#);
    let newer = text(2, r#""kind":"of tomorrow","body":{"x":1}"#);
    let entry = |text: &str| {
        let read = line::read(text, Written::BySomeVersion, Kinds::EVERY).expect("an entry");
        // As a program brings it that does not read this kind.
        Entry { carried: Some(text.into()), ..read }
    };
    let row = |id| super::ClassRow { id, title: "6B".to_owned(), demo: false, archived: false };
    shelf.absorb(row(other), &[&entry(&known)], &[], &[], outside(2)).await.expect("a restore");
    let before = shelf.read(other, 0).await.expect("a reading");
    shelf.fold(other).await.expect("a folding");
    let after = shelf.read(other, 0).await.expect("a reading");
    assert_eq!((before.doubted, after.doubted, after.upto), (true, false, before.upto));
    assert_eq!(after.entries, before.entries);

    let both = [&entry(&known), &entry(&newer)];
    shelf.remove(other).await.expect("a removal");
    shelf.absorb(row(other), &both, &[], &[], outside(3)).await.expect("a restore");
    let before = shelf.read(other, 0).await.expect("a reading");
    shelf.fold(other).await.expect("a folding");
    let after = shelf.read(other, 0).await.expect("a reading");
    assert_eq!((before.doubted, after.doubted), (false, false), "what is not known stays as it is");
    assert_eq!(after.entries, before.entries);
    assert_eq!(after.entries[1].carried.as_deref(), Some(newer.as_str()));
    assert_eq!(shelf.read(CLASS, 0).await.expect("a reading").entries, mine);
}

async fn remove(shelf: Shelf) {
    let other = ClassId::from_bits(6);
    write(&shelf, CLASS, vec![student(1, "Ana")]).await;
    write(&shelf, other, vec![student(2, "Ben")]).await;
    shelf.remove(CLASS).await.expect("a removal");
    assert_eq!(shelf.read(CLASS, 0).await.expect("a reading").entries, []);
    assert_eq!(shelf.read(other, 0).await.expect("a reading").entries.len(), 1);
}

async fn drafts(shelf: Shelf) {
    let (ana, ben) = (StudentId::from_bits(1), StudentId::from_bits(2));
    for student in [ana, ben] {
        shelf.keep_draft(&format!("{student}/goal"), "Draw two").await.expect("a draft");
    }
    let draft = async |id: StudentId| shelf.draft(&format!("{id}/goal")).await.expect("a draft");
    assert_eq!(draft(ana).await.as_deref(), Some("Draw two"));
    let group = async |name: &str| shelf.draft(&format!("teacher/group/{name}")).await.expect("a draft");
    for (name, who) in [("1", ana), ("2", ben)] {
        let text = format!(r#"{{"title":"Team","who":["{who}"]}}"#);
        shelf.keep_draft(&format!("teacher/group/{name}"), &text).await.expect("a draft");
    }
    shelf.erase(CLASS, ana).await.expect("an erasure");
    let groups = (group("1").await.is_none(), group("2").await.is_some());
    assert_eq!(groups, (true, true), "a draft that names the student goes, another stays");
    assert_eq!((draft(ana).await, draft(ben).await.as_deref()), (None, Some("Draw two")));
    shelf.keep_draft(&format!("{ben}/goal"), "").await.expect("no draft");
    assert_eq!(draft(ben).await, None);
    for name in ["a/5/note", "a/5/work", "a/55/note", "a/6/note", "b/5/note"] {
        shelf.keep_draft(name, "typed").await.expect("a draft");
    }
    shelf.forget_drafts(&["a/5/".to_owned(), "b/5/".to_owned()]).await.expect("no drafts");
    for (name, stays) in [
        ("a/5/note", false),
        ("a/5/work", false),
        ("a/55/note", true),
        ("a/6/note", true),
        ("b/5/note", false),
    ] {
        assert_eq!(shelf.draft(name).await.expect("a reading").is_some(), stays, "{name}");
    }
}

async fn rows(shelf: Shelf) {
    write(&shelf, CLASS, vec![student(1, "Ana")]).await;
    let row = super::ClassRow { id: CLASS, title: "5B".to_owned(), demo: false, archived: false };
    shelf.absorb(row.clone(), &[], &[], &[], outside(2)).await.expect("a restore");
    let put_away = super::ClassRow { archived: true, ..row };
    shelf.keep_row(put_away.clone()).await.expect("a row");
    assert_eq!(shelf.classes().await.expect("the classes"), [put_away]);
    assert_eq!(shelf.read(CLASS, 0).await.expect("a reading").entries.len(), 1);
}

async fn files(shelf: Shelf) {
    let (ana, ben, other) = (StudentId::from_bits(1), StudentId::from_bits(2), ClassId::from_bits(6));
    let file =
        |student, id, bytes: &[u8]| FileBytes { student, id: FileId::from_bits(id), bytes: bytes.to_vec() };
    let batch = BatchId::from_bits(77);
    let own = [file(ana, 1, &[0, 255]), file(ana, 2, &[]), file(ben, 3, &[7])];
    shelf.write(CLASS, batch, vec![student(1, "Ana")], &own, outside(1)).await.expect("a write");
    let row = super::ClassRow { id: other, title: "6B".to_owned(), demo: false, archived: false };
    shelf.absorb(row, &[], &[], &[file(ana, 1, &[9])], outside(2)).await.expect("a restore");

    let read = async |class, student, id| {
        shelf.file(class, student, FileId::from_bits(id)).await.expect("a reading")
    };
    assert_eq!(read(CLASS, ana, 1).await, Some(vec![0, 255]));
    assert_eq!((read(CLASS, ana, 2).await, read(CLASS, ana, 3).await), (Some(vec![]), None));
    let all = async |class| {
        shelf.files(class).await.expect("the files").iter().map(|f| f.1.bits()).collect::<Vec<_>>()
    };
    assert_eq!((all(CLASS).await, all(other).await), (vec![1, 2, 3], vec![1]));

    shelf.erase(CLASS, ana).await.expect("an erasure");
    assert_eq!((all(CLASS).await, all(other).await), (vec![3], vec![1]));
    shelf.remove(CLASS).await.expect("a removal");
    assert_eq!((all(CLASS).await, all(other).await), (vec![], vec![1]));
}
