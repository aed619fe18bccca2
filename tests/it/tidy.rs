//! The rules of the house as code. Each rule is a function of a file's path and text, and is shown
//! to fail on a bad sample; the tests below hold it against every file of the repository.

use std::path::Path;

mod docs;
mod layers;
mod lexicon;
mod locales;
mod source;
mod text;

/// Something a rule found: the line (counted from 1) and what stands there.
type Found = Vec<(usize, String)>;

/// What is made, not written.
const MADE: &[&str] = &[
    ".git",
    "target",
    "dist",
    "dist-serve",
    "node_modules",
    "generated",
    "test-results",
    "playwright-report",
];

/// Every text file of the repository with its path from the root, in order.
fn files() -> Vec<(String, String)> {
    fn walk(folder: &Path, root: &Path, into: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if MADE.contains(&name.as_str()) {
                // `.git` is a file in a second work tree.
            } else if path.is_dir() {
                walk(&path, root, into);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                let path = path.strip_prefix(root).unwrap_or(&path);
                into.push((path.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    walk(root, root, &mut all);
    all.sort();
    all
}

/// Holds a rule against every file and fails with all that it found.
fn hold(rule: &str, why: &str, find: impl Fn(&str, &str) -> Found) {
    let mut found = Vec::new();
    for (path, text) in files() {
        found.extend(find(&path, &text).into_iter().map(|(line, what)| format!("{path}:{line}: {what}")));
    }
    told(rule, why, &found);
}

fn told(rule: &str, why: &str, found: &[String]) {
    assert!(found.is_empty(), "\n{}\n\nrule: {rule}\nwhy: {why}\n", found.join("\n"));
}

/// Shows that a rule fails on what is bad, and not on what is good.
#[track_caller]
fn shown(find: impl Fn(&str, &str) -> Found, bad: &[(&str, &str)], good: &[(&str, &str)]) {
    for (path, text) in bad {
        assert!(!find(path, text).is_empty(), "not found in {path}: {text}");
    }
    for (path, text) in good {
        assert_eq!(find(path, text), [], "found in {path}: {text}");
    }
}

#[test]
fn the_domain_is_pure() {
    hold(
        "src/domain names std, serde, thiserror, itself, and (in day.rs) chrono; no clock, no async",
        "the same notebook has to give the same answer everywhere, and to be tested without a browser",
        layers::domain,
    );
}

#[test]
fn each_layer_names_only_what_is_below_it() {
    hold(
        "format names no storage, screen or session; ui no notebook or session; screens no storage and no \
         other feature's screens",
        "a layer that reaches around another cannot be changed on its own",
        layers::layers,
    );
}

#[test]
fn one_file_each_names_what_can_be_replaced() {
    hold(
        "one file names each of indexed_db_futures, gloo_storage, charming and fetch",
        "what the browser or a library gives can then be replaced in one place",
        layers::one_file_each,
    );
}

#[test]
fn addresses_stand_in_one_file() {
    hold(
        "no raw hash path outside src/route.rs",
        "a link that nobody parses leads nowhere",
        layers::raw_paths,
    );
}

#[test]
fn nothing_panics() {
    hold(
        "no unwrap, expect, panic!, todo!, unimplemented!, dbg! outside tests, src/main.rs and \
         src/storage/contract.rs",
        "a panic in the browser ends the app in the middle of a lesson; say what went wrong as a value",
        text::panics,
    );
}

#[test]
fn colors_stand_in_the_tokens() {
    hold(
        "no color literal outside style/tokens.css and style/font.css",
        "dark, forced colors and contrast are decided in one place",
        text::colors,
    );
}

#[test]
fn files_stay_small() {
    hold("at most 500 lines in a file", "a file should be read in one sitting: split it", text::length);
}

#[test]
fn sentences_for_people_stand_in_locales() {
    hold(
        "no sentence for people in screens, ui or app.rs; `// tidy: not for people` on the line if it is none",
        "a sentence in the code is a sentence in one language",
        text::sentences,
    );
}

#[test]
fn nothing_tells_of_the_machine_it_was_written_on() {
    hold(
        "no machine paths, no package hosts but the public ones, no talk about how the text was made",
        "the repository is for the people who read it",
        text::machine,
    );
}

#[test]
fn every_language_says_the_same() {
    let files = files();
    let found = locales::compare_all(files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    told(
        "every locale has the keys, the {placeholders} and the plurals of English",
        "a sentence that one language lacks is a hole on somebody's screen",
        &found,
    );
}

#[test]
fn every_language_has_the_same_lexicon() {
    let files = files();
    told(
        "docs/lexicon.md is the source; every other language has its terms in the same order, each with another word",
        "a data word opens its meaning where it stands, in the language in use",
        &lexicon::compare_all(files.iter().map(|(path, text)| (path.as_str(), text.as_str()))),
    );
}

#[test]
fn decisions_are_numbered_without_gaps() {
    let files = files();
    let names: Vec<&str> =
        files.iter().filter_map(|(path, _)| path.strip_prefix("docs/decisions/")).collect();
    told(
        "docs/decisions are 0001-words.md, 0002-words.md, … without gaps",
        "a decision is named by its number, for ever",
        &docs::decisions(&names),
    );
}

#[test]
fn every_invariant_names_its_guard() {
    hold(
        "every invariant of ARCHITECTURE.md names the guard that fails when it is broken",
        "an invariant without a guard is a wish",
        docs::invariants,
    );
}
