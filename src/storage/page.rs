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
pub fn write(class: ClassId, entries: &[&Entry], damaged: &[String], kinds: Kinds) -> Vec<u8> {
    document::write(Purpose::Page, class, "", entries.iter().copied(), damaged, 0, kinds)
}

/// Reads pages in their order, and of these kinds only. A page that cannot be read at all is one damaged line.
pub fn read<'a>(pages: impl IntoIterator<Item = &'a [u8]>, upto: u64, kinds: Kinds) -> Opened {
    let mut opened = Opened { upto, ..Opened::default() };
    for page in pages {
        opened.pages += 1;
        match document::read(page, kinds) {
            Ok(document) => {
                opened.doubted |= document.is_doubted();
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

/// The page as this program writes it, when another version or a smaller program wrote it and this one can say
/// all of it word for word: from then on reading takes half the time. `None` for every other page.
pub fn vouched(class: ClassId, page: &[u8], kinds: Kinds) -> Option<Vec<u8>> {
    if document::is_vouched(page) {
        return None;
    }
    let document = document::read(page, kinds).ok().filter(document::Document::is_doubted)?;
    let damaged: Vec<String> = document.damage.into_iter().map(|damage| damage.text).collect();
    Some(write(class, &document.entries.iter().collect::<Vec<_>>(), &damaged, kinds))
}

/// The class's row after these entries, if they say anything about it.
pub fn row_after(class: ClassId, entries: &[Entry]) -> Option<ClassRow> {
    entries.iter().rev().find_map(|e| match &e.body {
        Body::Class(said) => {
            let title = said.title.clone();
            Some(ClassRow { id: class, title, demo: said.demo, archived: said.archived })
        }
        _ => None,
    })
}

/// How many pages at the end can be folded into one; 0 when it is not worth it yet. A page nobody can
/// read is left alone, and so is what stands before it.
pub fn to_fold<'a>(pages: impl DoubleEndedIterator<Item = &'a [u8]>) -> usize {
    let folds = |page: &&[u8]| page.len() < CHUNK && document::is_one(page);
    let small = pages.rev().take_while(folds).count();
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
    Some(write(class, &document.entries.iter().collect::<Vec<_>>(), &damaged, kinds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::line::Kinds;

    #[test]
    fn a_page_nobody_can_read_does_not_keep_those_after_it_apart() {
        let small = write(ClassId::from_bits(5), &[], &[], Kinds::EVERY);
        let large = vec![b' '; CHUNK];
        let folds = |before: &[&[u8]], small_ones: usize| {
            let after = std::iter::repeat_n(small.as_slice(), small_ones);
            to_fold(before.iter().copied().chain(after).collect::<Vec<_>>().into_iter())
        };
        assert_eq!([folds(&[], FOLD_AT - 1), folds(&[], FOLD_AT)], [0, FOLD_AT]);
        assert_eq!([folds(&[b"", &small], FOLD_AT), folds(&[b"torn"], FOLD_AT)], [FOLD_AT + 1, FOLD_AT]);
        assert_eq!(folds(&[&small, &large], FOLD_AT - 1), 0);
    }
}
