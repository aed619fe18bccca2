//! What stands in ARCHITECTURE.md and docs/decisions.

use super::Found;

/// Names of decisions that break the row.
pub fn decisions(names: &[&str]) -> Vec<String> {
    let mut names: Vec<&str> = names.iter().copied().filter(|name| name.ends_with(".md")).collect();
    names.sort_unstable();
    let wrong = |(number, name): &(usize, &&str)| {
        let rest = name.strip_prefix(&format!("{number:04}-"));
        !rest.is_some_and(|words| words.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let broken = (1..).zip(&names).filter(wrong);
    broken.map(|(number, name)| format!("docs/decisions/{name}: should be {number:04}-…")).collect()
}

/// Invariants without a guard: list items below a heading that speaks of invariants.
pub fn invariants(path: &str, text: &str) -> Found {
    if path != "ARCHITECTURE.md" {
        return vec![];
    }
    let mut items: Vec<(usize, String)> = Vec::new();
    let mut inside = false;
    let mut seen = false;
    for (i, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            inside = line.to_lowercase().contains("invariant");
            seen |= inside;
        } else if inside {
            let number = line.trim_start_matches(|c: char| c.is_ascii_digit());
            if line.starts_with("- ") || number.len() < line.len() && number.starts_with(". ") {
                items.push((i + 1, line.to_owned()));
            } else if let Some((_, item)) = items.last_mut() {
                item.push_str(line);
            }
        }
    }
    if !seen || items.is_empty() {
        return vec![(1, "has no list of invariants".to_owned())];
    }
    items.retain(|(_, item)| !item.to_lowercase().contains("guard"));
    items
}

#[test]
fn the_rules_fail_on_bad_samples() {
    assert_eq!(decisions(&["0002-b.md", "0001-a.md"]), [""; 0]);
    assert_eq!(decisions(&[]), [""; 0]);
    for bad in [
        &["0002-b.md"][..],
        &["0001-a.md", "0003-c.md"],
        &["1-a.md"],
        &["0001.md"],
        &["0001-a.md", "0001-b.md"],
    ] {
        assert!(!decisions(bad).is_empty(), "{bad:?}");
    }
    let file = "ARCHITECTURE.md";
    super::shown(
        invariants,
        &[
            (file, "# Map\n"),
            (file, "## Invariants\n1. Pure. Guard: tidy.\n2. Small.\n   Really.\n## More\n- guard\n"),
        ],
        &[
            (
                file,
                "## Invariants\n\nEach has one.\n\n1. Pure.\n   Guard: tidy.\n2. Small. Guard: tidy.\n## More\n- x\n",
            ),
            ("README.md", "## Invariants\n1. Pure."),
        ],
    );
}
