//! The format only grows: what an older Daymark wrote is read for ever, word for word.
//!
//! `UPDATE_GOLDEN=1 cargo test --no-default-features --test it` writes the files that are not there
//! yet and adds new names to the schema. It never changes a golden line: a new field comes as a new
//! sample beside the old one.

use std::collections::BTreeSet;
use std::path::PathBuf;

use daymark::domain::entry::Entry;
use daymark::domain::id::{GoalId, SkillId, StudentId, TicketId};
use daymark::domain::scale::Level;
use daymark::domain::{Day, Notebook};
use daymark::format::document::{self, Purpose};
use daymark::format::line::{self, KINDS, Kinds, Written};
use serde_json::Value;

use crate::samples;

/// Names of kinds (`mood_ring`) and fields (`evidence.note`) that were given up. They are never
/// used again, because old files still hold them with their old meaning.
const RETIRED: &[&str] = &[];

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// The stored file; written first when it is not there and that was asked for.
fn stored(name: &str, new: &[u8]) -> Vec<u8> {
    let path = fixture(name);
    if updating() && !path.exists() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, new).unwrap();
    }
    std::fs::read(&path).unwrap_or_else(|e| panic!("tests/fixtures/{name}: {e}; UPDATE_GOLDEN=1 writes it"))
}

/// Every golden line by its name.
fn goldens() -> Vec<(String, String)> {
    let files = std::fs::read_dir(fixture("format-1")).expect("the goldens; UPDATE_GOLDEN=1 writes them");
    let mut all = Vec::new();
    for path in files.map(|file| file.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "json"))
    {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        all.push((name, std::fs::read_to_string(&path).unwrap()));
    }
    all.sort();
    all
}

#[test]
fn every_sample_is_written_as_its_golden_line_and_read_from_it() {
    for (name, entry) in samples::all() {
        let line = format!("{}\n", line::write(&entry, Kinds::EVERY).unwrap_or_default());
        let golden = String::from_utf8(stored(&format!("format-1/{name}.json"), line.as_bytes())).unwrap();
        assert_eq!(line, golden, "{name} is no longer written as it was");
        for written in [Written::BySomeVersion, Written::ByThisVersion] {
            assert_eq!(
                line::read(golden.trim_end(), written, Kinds::EVERY).ok().as_ref(),
                Some(&entry),
                "{name}"
            );
        }
    }
}

#[test]
fn every_kind_has_a_golden_line_and_every_golden_line_is_still_read() {
    let goldens = goldens();
    let kinds: BTreeSet<String> = goldens
        .iter()
        .map(|(name, text)| {
            let entry = line::read(text.trim_end(), Written::BySomeVersion, Kinds::EVERY);
            let entry = entry.unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(entry.carried, None, "{name} is no longer known word for word");
            entry.body.kind().to_owned()
        })
        .collect();
    let known: BTreeSet<String> = KINDS.iter().map(ToString::to_string).collect();
    assert_eq!(kinds, known, "kinds with a golden line, and kinds this version knows");
}

/// The names of all fields below a value: `evidence.mark.score.level`, `answer.replies[].choice`.
fn fields(of: &str, value: &Value, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                let name = format!("{of}.{key}");
                fields(&name, value, into);
                into.insert(name);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| fields(&format!("{of}[]"), value, into)),
        _ => {}
    }
}

/// All names in these lines: of the head as `entry.writer`, of the body as `evidence.note`.
fn schema<'a>(lines: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for line in lines {
        let mut line: Value = serde_json::from_str(line).unwrap();
        let kind = line["kind"].as_str().unwrap().to_owned();
        fields(&kind, &line["body"].take(), &mut names);
        fields("entry", &line, &mut names);
        names.insert(kind);
    }
    names
}

/// Names that were there and are not any more.
fn lost<'a>(stored: &'a BTreeSet<String>, now: &BTreeSet<String>) -> Vec<&'a str> {
    stored.iter().filter(|name| !now.contains(*name)).map(String::as_str).collect()
}

/// Retired names that are in use: the name itself, or anything below it.
fn used_again<'a>(retired: &[&'a str], now: &BTreeSet<String>) -> Vec<&'a str> {
    let below = |name: &str, of: &str| {
        name.strip_prefix(of).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    };
    retired.iter().filter(|old| now.iter().any(|name| below(name, old))).copied().collect()
}

#[test]
fn the_schema_only_grows() {
    let goldens = goldens();
    let now = schema(goldens.iter().map(|(_, text)| text.as_str()));
    let text = |names: &BTreeSet<String>| names.iter().map(|name| format!("{name}\n")).collect::<String>();
    let read = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap().lines().map(String::from).collect();
    let mut stored: BTreeSet<String> = read(stored("schema.txt", text(&now).as_bytes()));
    assert_eq!(lost(&stored, &now), [""; 0], "names of tests/fixtures/schema.txt that no golden line has");
    if updating() {
        stored.extend(now.iter().cloned());
        std::fs::write(fixture("schema.txt"), text(&stored)).unwrap();
    }
    assert_eq!(lost(&now, &stored), [""; 0], "new names; UPDATE_GOLDEN=1 adds them to schema.txt");
}

#[test]
fn a_retired_name_is_never_used_again() {
    let goldens = goldens();
    let now = schema(goldens.iter().map(|(_, text)| text.as_str()));
    assert_eq!(used_again(RETIRED, &now), [""; 0]);
    assert!(!KINDS.iter().any(|kind| RETIRED.contains(kind)));
}

#[test]
fn these_guards_fail_when_they_should() {
    let names = |all: &[&str]| all.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    let line = r#"{"writer":"1","kind":"evidence","body":{"note":"x","mark":[{"score":1}]}}"#;
    let now = schema([line]);
    let all = ["entry.kind", "entry.body", "entry.writer", "evidence", "evidence.mark"];
    assert_eq!(now, names(&[&all[..], &["evidence.mark[].score", "evidence.note"]].concat()));
    assert_eq!(lost(&names(&["evidence.note", "evidence.gone"]), &now), ["evidence.gone"]);
    assert_eq!(used_again(&["evidence.note", "evidence.mark", "evidence.no", "evi"], &now).len(), 2);
    assert_eq!(used_again(&["evidence"], &now), ["evidence"]);
}

/// The small class of the stored backup: every sample, two kinds of line this version does not
/// know, and two more pieces of evidence for Ana.
fn small_class() -> Vec<u8> {
    let mut entries: Vec<Entry> = samples::all().into_iter().map(|(_, entry)| entry).collect();
    let (_, mut evidence) = samples::all().into_iter().find(|(name, _)| *name == "evidence").unwrap();
    let mut more = |n: u64, old: &str, new: &str| {
        evidence.head.key.n = n;
        let text = line::write(&evidence, Kinds::EVERY).unwrap_or_default().replace(old, new);
        entries.push(line::read(&text, Written::BySomeVersion, Kinds::EVERY).unwrap());
    };
    more(90, "2026-11-1", "2026-10-1");
    more(91, r#""note""#, r#""mood":"fine","note""#);
    more(92, r#""kind":"evidence""#, r#""kind":"mood_ring""#);
    document::write(Purpose::Backup, samples::CLASS, "Math 5B", &entries, &[], 0, Kinds::EVERY)
}

#[test]
fn the_stored_backup_opens_without_damage_to_the_class_it_was() {
    let bytes = stored("format-1/backup.daymark", &small_class());
    let read = document::read(&bytes, Kinds::EVERY).unwrap();
    assert_eq!((read.damage.as_slice(), read.missing), (&[][..], 0));
    assert_eq!((read.header.format, read.header.title.as_str(), read.header.carried), (1, "Math 5B", true));

    let again = document::write(
        Purpose::Backup,
        read.header.class,
        &read.header.title,
        &read.entries,
        &[],
        0,
        Kinds::EVERY,
    );
    assert_eq!(String::from_utf8(again), String::from_utf8(bytes), "a backup of the backup is the same");

    let mut notebook = Notebook::new(read.header.class);
    notebook.merge(read.entries);
    let (ana, fractions) = (StudentId::from_bits(0xa1), SkillId::from_bits(0xf1));
    let class = notebook.class().unwrap();
    assert_eq!(
        (class.title.as_str(), class.teacher.as_str(), class.lists.top_in_a_row),
        ("Math 5B", "Ms R", 4)
    );
    assert_eq!(notebook.class_scale().map(|s| s.words.len()), Some(4));
    let names: Vec<_> = notebook.students().iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["Ana Ñandú", "ليلى"]);
    assert_eq!(notebook.erased().len(), 1);
    assert_eq!(notebook.skills().len(), 1);

    let proficiency = notebook.proficiency(ana, fractions);
    assert_eq!((proficiency.pieces, proficiency.value.map(|m| m.n)), (5, Ok(3)));
    assert_eq!((proficiency.calculated, proficiency.level), (Some(Level(3)), Some(Level(4))));
    assert_eq!(proficiency.self_level, Some(Level(3)));

    let goal = notebook.goals(ana).pop().unwrap();
    assert_eq!((goal.goal.id, goal.closed.is_some()), (GoalId::from_bits(0x90), true));
    let results = notebook.results(TicketId::from_bits(0x71)).unwrap();
    assert_eq!((results.open, results.handed.len(), results.shift.paired), (false, 1, 1));
    assert!(notebook.is_away(StudentId::from_bits(0xa2), Day::new(2026, 11, 19).unwrap()));
    assert_eq!(notebook.doubles(), []);
}
