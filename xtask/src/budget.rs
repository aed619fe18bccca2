//! `cargo xtask budget`: the sizes of the release, as a browser receives them, against the limits in
//! budget.json.

use crate::{
    build::references,
    files,
    trouble::{OrSay, Result, Trouble},
};
use serde::Deserialize;
use std::{collections::BTreeMap, fs, path::Path};

#[derive(Deserialize)]
struct Budget {
    limit: u64,
    why: String,
}

pub fn check() -> Result {
    let text = files::read_text(&files::root().join("budget.json"))?;
    let budgets: BTreeMap<String, Budget> = serde_json::from_str(&text).or_say(|| "budget.json".into())?;
    let dist = files::dist();
    let mut over = Vec::new();
    println!("{:<22}{:>10}{:>10}   bytes, brotli where it is served so", "", "actual", "limit");
    for (name, Budget { limit, why }) in &budgets {
        let actual = measure(&dist, name)?;
        let mark = if actual > *limit { "   TOO LARGE" } else { "" };
        println!("{name:<22}{actual:>10}{limit:>10}{mark}");
        if actual > *limit {
            over.push(format!("{name} is {} bytes over its limit. {why}", actual - limit));
        }
    }
    if over.is_empty() { Ok(()) } else { Err(Trouble::new(over.join("\n"))) }
}

fn measure(dist: &Path, name: &str) -> Result<u64> {
    let paths: Vec<String> = match name {
        "wasm_and_loader" => loaded(dist, &["daymark-", "daymark_bg-"])?,
        "teacher_program" => loaded(dist, &["teacher-", "teacher_bg-"])?,
        "desk_program" => loaded(dist, &["desk-", "desk_bg-"])?,
        "how_program" => loaded(dist, &["how-", "how_bg-"])?,
        "family_program" => loaded(dist, &["family-", "family_bg-"])?,
        "css" => loaded(dist, &["style-"])?,
        "chart" => loaded(dist, &["chart-"])?,
        "scan" => loaded(dist, &["scan-"])?,
        "aloud" => loaded(dist, &["aloud-"])?,
        // Everything that the page names, the page itself and the worker that it registers.
        "student_first_visit" => {
            let mut paths = references(&files::read_text(&dist.join("index.html"))?);
            paths.extend(["index.html".into(), "sw.js".into()]);
            paths
        }
        _ => {
            return Err(Trouble::new(format!("budget.json limits `{name}`, which nothing measures.")));
        }
    };
    paths.iter().map(|path| served_size(dist, path)).sum()
}

/// The plain files at the top of the release whose names start like this; there must be one for each start.
fn loaded(dist: &Path, starts: &[&str]) -> Result<Vec<String>> {
    let all = files::list(dist)?;
    let is_plain = |path: &&String| !path.ends_with(".br") && !path.ends_with(".gz");
    starts
        .iter()
        .map(|start| {
            let found = all.iter().filter(is_plain).find(|path| path.starts_with(start)).cloned();
            found.ok_or_else(|| {
                Trouble::new(format!("dist/ has no {start}… file.")).mended_by("cargo xtask build")
            })
        })
        .collect()
}

fn served_size(dist: &Path, path: &str) -> Result<u64> {
    let packed = dist.join(format!("{path}.br"));
    let file = if packed.exists() { packed } else { dist.join(path) };
    let size = fs::metadata(&file).or_say(|| format!("Could not measure {}", file.display()))?;
    Ok(size.len())
}
