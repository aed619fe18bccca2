//! Who may name whom.

use super::Found;
use super::source::{self, lines_with};

/// What only the browser half, another layer or another time may name.
const NOT_IN_DOMAIN: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo_storage",
    "gloo_net",
    "indexed_db_futures",
    "charming",
    "serde_wasm_bindgen",
    "serde_json",
    "postcard",
    "csv",
    "SystemTime",
    "Instant",
    "async fn",
    "async move",
    "crate::format",
    "crate::storage",
    "crate::sync",
    "crate::session",
    "crate::screens",
    "crate::ui",
    "crate::app",
    "crate::route",
    "crate::words",
    "crate::browser",
];

/// What a `use` in the domain may begin with.
const DOMAIN_ROOTS: &[&str] = &["std", "serde", "thiserror", "crate::domain", "super", "self"];

/// Parts of `src/screens` that every feature stands in.
const AROUND_SCREENS: &[&str] =
    &["asked", "frame", "kept_file", "method", "profile", "restore", "said", "talk", "typed"];

pub fn domain(path: &str, text: &str) -> Found {
    if !path.starts_with("src/domain/") {
        return vec![];
    }
    // Tests are held to it as well: they show how the domain is used.
    let code = source::read_all(&text.replace("#[cfg(test)]", "")).code;
    let day = path == "src/domain/day.rs";
    let mut found = naming(&code, NOT_IN_DOMAIN);
    if !day {
        found.extend(naming(&code, &["chrono"]));
    }
    for (i, line) in code.lines().enumerate() {
        let Some(root) = line.trim().trim_start_matches("pub ").strip_prefix("use ") else { continue };
        let known = DOMAIN_ROOTS.iter().any(|known| starts_with_path(root, known));
        // An enum's own variants, named inside a file.
        let own = root.starts_with(char::is_uppercase) || root.split("::").count() == 1;
        let below =
            root.split("::").next().is_some_and(|name| !naming(&code, &[&format!("mod {name}")]).is_empty());
        if !(known || own || below || day && starts_with_path(root, "chrono")) {
            found.push((i + 1, line.trim().to_owned()));
        }
    }
    found
}

fn starts_with_path(path: &str, root: &str) -> bool {
    path.strip_prefix(root).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

fn naming(code: &str, words: &[&str]) -> Found {
    let on = |word: &&str| {
        let word = *word;
        lines_with(code, word).map(move |line| (line, format!("names `{word}`"))).collect::<Vec<_>>()
    };
    words.iter().flat_map(on).collect()
}

pub fn layers(path: &str, text: &str) -> Found {
    let code = source::read(path, text).code;
    let under = |folder: &str| path.starts_with(folder);
    if under("src/format/") {
        naming(&code, &["crate::storage", "crate::screens", "crate::session", "crate::ui", "crate::app"])
    } else if under("src/ui/") {
        naming(
            &code,
            &[
                "Notebook",
                "Session",
                "crate::session",
                "crate::storage",
                "crate::screens",
                "crate::domain::notebook",
            ],
        )
    } else if under("src/screens/") {
        let mut found = naming(&code, &["crate::storage", "indexed_db"]);
        found.extend(other_features(path, &code));
        found
    } else {
        vec![]
    }
}

/// Paths into another feature's folder: by its full name, or up and over.
fn other_features(path: &str, code: &str) -> Found {
    let inside: Vec<&str> = path.trim_start_matches("src/screens/").split('/').collect();
    let (feature, up) = match inside[..] {
        ["mod.rs"] => return vec![],
        // `src/screens/door.rs` and `src/screens/goal/mod.rs` stand right below the screens.
        [file] => (file.trim_end_matches(".rs"), "super::"),
        [feature, "mod.rs"] => (feature, "super::"),
        [feature, ..] => (feature, "super::super::"),
        [] => return vec![],
    };
    let mut found = Found::new();
    for (i, line) in code.lines().enumerate() {
        for up in [up, "crate::screens::"] {
            for (at, _) in line.match_indices(up) {
                let longer = line[..at].ends_with("super::") || line[..at].ends_with("crate::");
                let rest = &line[at + up.len()..];
                let names =
                    rest.strip_prefix('{').map_or(rest, |list| list.split('}').next().unwrap_or(list));
                let list: Vec<&str> =
                    if rest.starts_with('{') { names.split(',').collect() } else { vec![names] };
                for name in list {
                    let name = name.trim();
                    let end = name.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(name.len());
                    let name = &name[..end];
                    let elsewhere = name != feature && name != "super" && !AROUND_SCREENS.contains(&name);
                    if !longer && elsewhere && !name.is_empty() {
                        found.push((i + 1, format!("`{up}{name}` is another feature's screen")));
                    }
                }
            }
        }
    }
    found
}

pub fn one_file_each(path: &str, text: &str) -> Found {
    const HOMES: &[(&str, &[&str])] = &[
        ("src/storage/indexed_db.rs", &["indexed_db_futures"]),
        ("src/storage/preferences.rs", &["gloo_storage"]),
        ("src/ui/chart.rs", &["charming"]),
        ("src/sync/endpoint.rs", &["gloo_net", ".fetch(", "fetch_with"]),
    ];
    if !path.starts_with("src/") {
        return vec![];
    }
    let code = source::read(path, text).code;
    let away = HOMES.iter().filter(|(home, _)| *home != path);
    let mut found = Found::new();
    for (home, word) in away.flat_map(|(home, words)| words.iter().map(move |word| (home, word))) {
        let on = code.lines().enumerate().filter(|(_, line)| line.contains(word));
        found.extend(on.map(|(i, _)| (i + 1, format!("names `{word}`, which belongs in {home}"))));
    }
    found
}

pub fn raw_paths(path: &str, text: &str) -> Found {
    if !path.starts_with("src/") || path == "src/route.rs" {
        return vec![];
    }
    let raw = source::read(path, text).strings.into_iter().filter(|s| s.text.contains("#/"));
    raw.map(|s| (s.line, format!("{:?}", s.text))).collect()
}

#[test]
fn the_rules_fail_on_bad_samples() {
    use super::shown;
    let goal = "src/domain/goal.rs";
    shown(
        domain,
        &[
            (goal, "use leptos::prelude::*;"),
            (goal, "fn now() -> u64 { std::time::SystemTime::now() }"),
            (goal, "let at = Instant::now();"),
            (goal, "pub async fn read() {}"),
            (goal, "let x = serde_json::to_string(&y);"),
            (goal, "use chrono::NaiveDate;"),
            (goal, "use crate::format::line;"),
            (goal, "pub use rand::random;"),
            (goal, "mod ask;\nuse asked::Action;"),
            ("src/domain/goal/tests.rs", "use csv::Reader;"),
        ],
        &[
            ("src/domain/day.rs", "use chrono::{Datelike, Days};"),
            (
                goal,
                "//! An Instant of serde_json.\nuse super::day::Day;\nuse std::fmt;\nmod ask;\npub use ask::Action;",
            ),
            (
                goal,
                "use serde::{Deserialize, Serialize};\n#[error(\"chrono\")]\nuse GoalResult::{Met, NotYet};",
            ),
            ("src/format/line.rs", "use serde_json::value::RawValue;"),
        ],
    );
    shown(
        layers,
        &[
            ("src/format/line.rs", "use crate::storage::page;"),
            ("src/ui/field.rs", "fn show(notebook: &Notebook) {}"),
            ("src/ui/field.rs", "use crate::domain::notebook::Slot;"),
            ("src/ui/field.rs", "let s = use_context::<Session>();"),
            ("src/screens/goal/set.rs", "use crate::storage::Shelf;"),
            ("src/screens/goal/set.rs", "use crate::screens::family::share;"),
            ("src/screens/goal/set.rs", "use crate::screens::{said, family};"),
            ("src/screens/goal/set.rs", "use super::super::family::share;"),
            ("src/screens/goal/mod.rs", "use super::family::share;"),
            ("src/screens/door.rs", "use super::family::share;"),
        ],
        &[
            ("src/format/line.rs", "//! Not for crate::storage.\nuse crate::domain::Entry;"),
            ("src/ui/field.rs", "use crate::domain::scale::Level;\n// a Notebook\nlet notebooks = 1;"),
            (
                "src/screens/goal/set.rs",
                "use crate::screens::goal::board;\nuse super::board;\nuse super::super::said;",
            ),
            (
                "src/screens/goal/set.rs",
                "use crate::screens::{frame, said};\nuse crate::session::use_session;",
            ),
            ("src/screens/mod.rs", "use self::family::share;\npub mod family;"),
            ("src/app.rs", "use crate::screens::family;"),
        ],
    );
    shown(
        one_file_each,
        &[
            ("src/app.rs", "use gloo_storage::LocalStorage;"),
            ("src/storage/mod.rs", "fn open(db: indexed_db_futures::Database) {}"),
            ("src/screens/skills/growth.rs", "use charming::Chart;"),
            ("src/session.rs", "window.fetch(\"x\");"),
            ("src/session.rs", "window.fetch_with_str(\"x\");"),
        ],
        &[
            ("src/ui/chart.rs", "use charming::Chart; // not gloo_storage"),
            ("src/sync/endpoint.rs", "window.fetch_with_str(url)"),
            ("tests/browser.rs", "use indexed_db_futures::Database;"),
        ],
    );
    shown(
        raw_paths,
        &[
            ("src/app.rs", "view! { <a href=\"#/student/today\"> }"),
            ("src/ui/nav.rs", "format!(\"./#/{x}\")"),
        ],
        &[("src/route.rs", "\"#/student\""), ("src/app.rs", "// #/student\nlet x = \"#main\";")],
    );
}
