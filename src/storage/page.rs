//! Pages: how entries lie on a shelf. Pure; both shelves use it.

use super::{ClassRow, Opened};
use crate::domain::entry::{Body, Entry};
use crate::domain::id::{ClassId, StudentId};
use crate::domain::notebook::goes_with;
use crate::format::document::{self, Damage, Purpose};
use crate::format::line::Kinds;

/// Small pages at the end of a class before they are folded into one.
pub const FOLD_AT: usize = 64;
/// A page of this many bytes is a chunk: it is not folded again.
pub const CHUNK: usize = 128 * 1024;

/// Writes entries as a page.
pub fn write(class: ClassId, entries: &[Entry], damaged: &[String], kinds: Kinds) -> Vec<u8> {
    document::write(Purpose::Page, class, "", entries, damaged, 0, kinds)
}

/// Reads pages in their order, and of these kinds only. A page that cannot be read at all is one damaged line.
pub fn read<'a>(pages: impl IntoIterator<Item = &'a [u8]>, upto: u64, kinds: Kinds) -> Opened {
    let mut opened = Opened { upto, ..Opened::default() };
    for page in pages {
        opened.pages += 1;
        match document::read(page, kinds) {
            Ok(document) => {
                opened.entries.extend(document.entries);
                opened.damage.extend(document.damage);
            }
            Err(error) => opened.damage.push(Damage {
                line: 1,
                text: String::from_utf8_lossy(page).into_owned(),
                reason: error.to_string(),
            }),
        }
    }
    opened
}

/// The class's row after these entries, if they say anything about it.
pub fn row_after(class: ClassId, entries: &[Entry]) -> Option<ClassRow> {
    entries.iter().rev().find_map(|e| match &e.body {
        Body::Class(said) => Some(ClassRow { id: class, title: said.title.clone(), demo: said.demo }),
        _ => None,
    })
}

/// How many pages at the end can be folded into one; 0 when it is not worth it yet.
pub fn to_fold(sizes: &[usize]) -> usize {
    let small = sizes.iter().rev().take_while(|size| **size < CHUNK).count();
    if small >= FOLD_AT { small } else { 0 }
}

/// The page without any line about a student; `None` when there is none in it. A damaged line goes
/// when it names the student.
pub fn without(class: ClassId, student: StudentId, page: &[u8], kinds: Kinds) -> Option<Vec<u8>> {
    let id = student.to_string();
    let text = String::from_utf8_lossy(page);
    if !text.contains(&id) {
        return None;
    }
    let Ok(mut document) = document::read(page, kinds) else { return Some(Vec::new()) };
    document.entries.retain(|e| !goes_with(e, student));
    let damaged: Vec<String> =
        document.damage.into_iter().map(|d| d.text).filter(|t| !t.contains(&id)).collect();
    Some(write(class, &document.entries, &damaged, kinds))
}
