//! A document: a header line and one line per entry. The pages of the browser's storage and the
//! backup files are the same thing with another purpose in the header.
//!
//! A backup also holds the bytes of photos and files, a line each after the entries.
//!
//! Reading never fails as a whole: a bad line costs itself, is kept word for word, and is shown.

use base64ct::{Base64UrlUnpadded, Encoding};
use serde::{Deserialize, Serialize};

use super::line::{self, Kinds, Written};
use crate::domain::entry::Entry;
use crate::domain::id::{ClassId, FileId, StudentId};

/// The version of the format this build writes. It only grows.
pub const FORMAT: u32 = 1;
/// The largest file that is opened, in bytes.
pub const LARGEST: usize = 256 * 1024 * 1024;

/// The first line of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// What it is for.
    pub daymark: Purpose,
    /// The version of the format that wrote it.
    pub format: u32,
    /// The class whose entries follow.
    pub class: ClassId,
    /// The class's title, so that a person sees which file this is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// How many lines follow, so that a cut file is noticed.
    pub lines: usize,
    /// Whether lines hold words this version does not know, so that they must be compared.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub carried: bool,
}

/// What a document is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A part of a notebook in the browser's storage.
    Page,
    /// A backup file.
    Backup,
}

/// A line that could not be read. It is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Its place in the document, counted from 1 (the header is line 1).
    pub line: usize,
    /// What stands there.
    pub text: String,
    /// What is wrong, in the reader's words.
    pub reason: String,
}

/// The bytes of a photo or file that an entry names, and whose it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileBytes {
    /// The student it goes with.
    pub student: StudentId,
    /// The name by which entries call it.
    pub id: FileId,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The bytes of a file as they stand on a line.
#[derive(Serialize, Deserialize)]
struct FileLine {
    file: FileId,
    about: StudentId,
    data: String,
}

/// How the line of a file begins, and no other.
const FILE_LINE: &str = r#"{"file":"#;

/// Writes the bytes of a file as one line, with its line break.
pub fn file_line(file: &FileBytes) -> Vec<u8> {
    let data = Base64UrlUnpadded::encode_string(&file.bytes);
    let mut line =
        serde_json::to_vec(&FileLine { file: file.id, about: file.student, data }).unwrap_or_default();
    line.push(b'\n');
    line
}

fn read_file_line(text: &str) -> Result<FileBytes, String> {
    let line: FileLine = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let bytes = Base64UrlUnpadded::decode_vec(&line.data).map_err(|error| error.to_string())?;
    Ok(FileBytes { student: line.about, id: line.file, bytes })
}

/// What a document came to.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// The header.
    pub header: Header,
    /// The entries that could be read, in order.
    pub entries: Vec<Entry>,
    /// The bytes of photos and files.
    pub files: Vec<FileBytes>,
    /// The lines that could not.
    pub damage: Vec<Damage>,
    /// Lines the header promised and that are not there.
    pub missing: usize,
}

impl Document {
    /// Whether every line of it was compared for nothing: another version or a smaller program wrote it, and
    /// this one can say all of it word for word.
    pub fn is_doubted(&self) -> bool {
        !is_trusted(&self.header) && self.entries.iter().all(|entry| entry.carried.is_none())
    }
}

/// Why a file is not a document at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotADocument {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// Its first line is not a Daymark header.
    #[error("not a Daymark file")]
    Foreign,
    /// It is larger than [`LARGEST`].
    #[error("the file is too large")]
    TooLarge,
}

/// Writes entries as a document, behind which as many lines of files will stand ([`file_line`]).
pub fn write<'a>(
    daymark: Purpose,
    class: ClassId,
    title: &str,
    entries: impl IntoIterator<Item = &'a Entry>,
    damaged: &[String],
    files: usize,
    kinds: Kinds,
) -> Vec<u8> {
    let mut lines = Vec::new();
    let mut carried = false;
    for entry in entries {
        carried |= entry.carried.is_some();
        lines.extend(line::write(entry, kinds));
    }
    lines.extend(damaged.iter().cloned());
    let header = Header {
        daymark,
        format: FORMAT,
        class,
        title: title.to_owned(),
        lines: lines.len() + files,
        carried,
    };
    laid_out(&header, lines.iter().map(|line| line.as_bytes()))
}

/// Whether these bytes are a document of which anything can be read.
pub fn is_one(bytes: &[u8]) -> bool {
    opened(bytes).is_ok()
}

/// Whether this version wrote these bytes and knew every word of them, so that reading need not compare.
pub fn is_vouched(bytes: &[u8]) -> bool {
    opened(bytes).is_ok_and(|(header, _)| is_trusted(&header))
}

/// One page with all lines of these pages as they stand; `None` when one of them is no document.
pub fn join<'a>(class: ClassId, pages: impl IntoIterator<Item = &'a [u8]>) -> Option<Vec<u8>> {
    let (mut all, mut carried) = (Vec::new(), false);
    for page in pages {
        let (header, lines) = opened(page).ok()?;
        carried |= !is_trusted(&header);
        all.extend(lines.map(|(_, line)| line));
    }
    let (daymark, title, lines) = (Purpose::Page, String::new(), all.len());
    Some(laid_out(&Header { daymark, format: FORMAT, class, title, lines, carried }, all))
}

fn laid_out<'a>(header: &Header, lines: impl IntoIterator<Item = &'a [u8]>) -> Vec<u8> {
    let mut bytes = serde_json::to_vec(header).unwrap_or_default();
    for line in lines {
        bytes.push(b'\n');
        bytes.extend_from_slice(line);
    }
    bytes.push(b'\n');
    bytes
}

/// Reads a document. Bytes that are not UTF-8 damage only the line they stand in. `kinds` is what is
/// read; the rest is carried untouched.
///
/// # Errors
/// When there is no header to start from.
pub fn read(bytes: &[u8], kinds: Kinds) -> Result<Document, NotADocument> {
    let (header, lines) = opened(bytes)?;
    let written = if is_trusted(&header) { Written::ByThisVersion } else { Written::BySomeVersion };
    let mut document = Document {
        entries: Vec::with_capacity(header.lines.min(100_000)),
        header,
        files: Vec::new(),
        damage: Vec::new(),
        missing: 0,
    };
    let mut count = 0;
    for (index, bytes) in lines {
        count += 1;
        let text = std::str::from_utf8(bytes).map_err(|error| error.to_string());
        let read = text.and_then(|text| {
            if text.starts_with(FILE_LINE) {
                document.files.push(read_file_line(text)?);
            } else {
                document.entries.push(line::read(text, written, kinds).map_err(|error| error.to_string())?);
            }
            Ok(())
        });
        if let Err(reason) = read {
            let text = String::from_utf8_lossy(bytes).into_owned();
            document.damage.push(Damage { line: index + 1, text, reason });
        }
    }
    document.missing = document.header.lines.saturating_sub(count);
    Ok(document)
}

/// A document's header, and its other lines with their places, empty ones left out.
fn opened(bytes: &[u8]) -> Result<(Header, impl Iterator<Item = (usize, &[u8])>), NotADocument> {
    if bytes.len() > LARGEST {
        return Err(NotADocument::TooLarge);
    }
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NotADocument::Empty);
    }
    let split = || bytes.split(|b| *b == b'\n').map(|l| l.strip_suffix(b"\r").unwrap_or(l)).enumerate();
    let mut lines = split();
    let (_, first) = lines.next().ok_or(NotADocument::Empty)?;
    let header = match serde_json::from_slice::<Header>(first) {
        Ok(header) => header,
        // A file whose first line was damaged is still worth all of its other lines.
        Err(_) => header_of_entries(split().map(|(_, line)| line)).ok_or(NotADocument::Foreign)?,
    };
    Ok((header, lines.filter(|(_, bytes)| !bytes.trim_ascii().is_empty())))
}

/// Whether this version wrote it and knew every word of it.
fn is_trusted(header: &Header) -> bool {
    header.daymark == Purpose::Page && header.format == FORMAT && !header.carried
}

/// A header for lines that lost theirs; `None` when none of them is an entry.
fn header_of_entries<'a>(lines: impl Iterator<Item = &'a [u8]>) -> Option<Header> {
    let class = lines.filter_map(|line| line::class_of(std::str::from_utf8(line).ok()?)).next()?;
    let title = String::new();
    Some(Header { daymark: Purpose::Backup, format: FORMAT, class, title, lines: 0, carried: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(n: u64) -> Entry {
        let text = format!(
            r#"{{"writer":"0000000000000001","n":{n},"stamp":7,"batch":"0000000000000002","class":"0000000000000003","by":"teacher","kind":"withdrawal","body":{{"batch":"0000000000000009"}}}}"#
        );
        line::read(&text, Written::BySomeVersion, Kinds::EVERY).unwrap()
    }

    fn backup(entries: &[Entry], damaged: &[String]) -> Vec<u8> {
        write(Purpose::Backup, ClassId::from_bits(3), "5B", entries, damaged, 0, Kinds::EVERY)
    }

    #[test]
    fn what_is_written_is_read() {
        let entries = [entry(1), entry(2)];
        let read = read(&backup(&entries, &[]), Kinds::EVERY).unwrap();
        assert_eq!(read.entries, entries);
        assert_eq!((read.damage.len(), read.missing, read.header.lines), (0, 0, 2));
    }

    #[test]
    fn a_bad_line_costs_itself_and_is_kept() {
        let bytes = backup(&[entry(1), entry(2)], &["{oops".to_owned()]);
        let once = read(&bytes, Kinds::EVERY).unwrap();
        assert_eq!(once.entries.len(), 2);
        assert_eq!(once.damage[0].text, "{oops");
        let kept: Vec<String> = once.damage.into_iter().map(|d| d.text).collect();
        assert_eq!(backup(&once.entries, &kept), bytes);
    }

    #[test]
    fn a_cut_file_gives_what_is_there_and_counts_what_is_not() {
        let bytes = backup(&[entry(1), entry(2), entry(3)], &[]);
        let cut = read(&bytes[..bytes.len() - 60], Kinds::EVERY).unwrap();
        assert_eq!((cut.entries.len(), cut.damage.len(), cut.missing), (2, 1, 0));
        let line = bytes.iter().position(|b| *b == b'\n').unwrap();
        let cut = read(&bytes[..=line], Kinds::EVERY).unwrap();
        assert_eq!((cut.entries.len(), cut.missing), (0, 3));
    }

    #[test]
    fn a_damaged_header_costs_only_itself() {
        let bytes = backup(&[entry(1), entry(2)], &[]);
        let broken = [b"x".as_slice(), &bytes[1..]].concat();
        let read = read(&broken, Kinds::EVERY).unwrap();
        assert_eq!((read.entries.len(), read.header.class), (2, ClassId::from_bits(3)));
    }

    #[test]
    fn bytes_that_are_not_text_damage_one_line() {
        let mut bytes = backup(&[entry(1), entry(2)], &[]);
        let end = bytes.len() - 10;
        bytes[end] = 0xff;
        let cut = read(&bytes, Kinds::EVERY).unwrap();
        assert_eq!((cut.entries.len(), cut.damage.len()), (1, 1));
        // Also where any text could stand, such as in a kind or in a name.
        let mut bytes = backup(&[entry(1), entry(2)], &[]);
        let at = bytes.windows(10).position(|w| w == b"withdrawal").unwrap();
        bytes[at] = 0xff;
        let cut = read(&bytes, Kinds::EVERY).unwrap();
        assert_eq!((cut.entries.len(), cut.damage.len()), (1, 1));
    }

    #[test]
    fn pages_are_joined_line_by_line_and_a_foreign_word_in_one_is_not_forgotten() {
        let class = ClassId::from_bits(3);
        let page = |entries: &[Entry], damaged: &[String]| {
            write(Purpose::Page, class, "", entries, damaged, 0, Kinds::EVERY)
        };
        let (first, second) = (page(&[entry(1)], &["{oops".to_owned()]), page(&[entry(2)], &[]));
        let joined = join(class, [first.as_slice(), &second]).unwrap();
        let both = read(&joined, Kinds::EVERY).unwrap();
        assert_eq!(both.entries, [entry(1), entry(2)]);
        assert_eq!((both.damage[0].text.as_str(), both.missing, both.header.carried), ("{oops", 0, false));

        let mut newer = entry(3);
        newer.carried =
            Some(line::write(&newer, Kinds::EVERY).unwrap().replace("}}", r#","why":1}}"#).into());
        let third = page(&[newer.clone()], &[]);
        let joined = join(class, [second.as_slice(), &third]).unwrap();
        assert_eq!(read(&joined, Kinds::EVERY).unwrap().entries, [entry(2), newer]);
        assert_eq!(join(class, [second.as_slice(), b"not a page"]), None);
    }

    #[test]
    fn bytes_of_files_stand_behind_the_entries() {
        let file = |id, bytes: &[u8]| FileBytes {
            student: StudentId::from_bits(4),
            id: FileId::from_bits(id),
            bytes: bytes.to_vec(),
        };
        let (photo, empty) = (file(1, &[0, 255, 10, 13]), file(2, &[]));
        let mut bytes =
            write(Purpose::Backup, ClassId::from_bits(3), "5B", &[entry(1)], &[], 3, Kinds::EVERY);
        for file in [&photo, &empty] {
            bytes.extend(file_line(file));
        }
        bytes.extend(file_line(&photo).iter().map(|b| if *b == b'_' { b'?' } else { *b }).take(60));
        let both = read(&bytes, Kinds::EVERY).unwrap();
        assert_eq!(both.files, [photo, empty]);
        assert_eq!((both.entries.len(), both.damage.len(), both.missing), (1, 1, 0));
    }

    #[test]
    fn other_files_are_refused_with_a_reason() {
        assert_eq!(read(b"", Kinds::EVERY), Err(NotADocument::Empty));
        assert_eq!(read(b" \n\n", Kinds::EVERY), Err(NotADocument::Empty));
        assert_eq!(read(b"Name,Score\nAna,3\n", Kinds::EVERY), Err(NotADocument::Foreign));
        assert_eq!(read(br#"{"hello":1}"#, Kinds::EVERY), Err(NotADocument::Foreign));
    }
}
