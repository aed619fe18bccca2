//! Stamps the service worker with the build's id and the complete list of its files.

use super::release;
use crate::{
    files,
    trouble::{OrSay, Result, Trouble},
};
use data_encoding::BASE64;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::path::Path;

const MARK: &str = "\"stamped by cargo xtask build\"";

#[derive(Serialize)]
struct Stamp<'a> {
    build: &'a str,
    /// What the programs need to start.
    first: Vec<Listed>,
    /// What only some screens need.
    second: Vec<Listed>,
}

#[derive(Serialize)]
struct Listed {
    path: String,
    /// Absent for the few files without a hash in their name, which a host may alter on the way.
    #[serde(skip_serializing_if = "Option::is_none")]
    integrity: Option<String>,
}

/// A hash over every file, so that any difference at all makes a new build.
pub fn build_id(dist: &Path, html: &str) -> Result<String> {
    let mut all = Sha256::new();
    all.update(html);
    for path in files::list(dist)?.iter().filter(|path| !path.ends_with("index.html")) {
        all.update(path);
        all.update(Sha256::digest(files::read(&dist.join(path))?));
    }
    Ok(release::short_hash(&all.finalize()))
}

/// `needed` are the files that the programs start with.
pub fn stamp(dist: &Path, needed: &[String], build: &str) -> Result {
    // Pages are listed by their folders: some hosts send `index.html` on to its folder, and a page that was
    // sent on cannot be shown from a cache.
    let mut first = vec![Listed::page("./"), Listed::page("./p/")];
    let mut second = Vec::new();
    for path in files::list(dist)? {
        if path.ends_with("index.html") || path == "sw.js" || path.ends_with("LICENSE.txt") {
            continue;
        }
        let wave = if needed.contains(&path) { &mut first } else { &mut second };
        wave.push(Listed::file(dist, path)?);
    }
    let stamp =
        serde_json::to_string(&Stamp { build, first, second }).or_say(|| "The list of files".into())?;

    let worker = dist.join("sw.js");
    let source = files::read_text(&worker)?;
    if !source.contains(MARK) {
        return Err(Trouble::new(format!("public/sw.js has no {MARK}, which the build replaces.")));
    }
    files::write(&worker, release::minified("js", &source.replace(MARK, &stamp))?)
}

impl Listed {
    fn page(path: &str) -> Self {
        Self { path: path.into(), integrity: None }
    }

    fn file(dist: &Path, path: String) -> Result<Self> {
        let contents = files::read(&dist.join(&path))?;
        let named_by_content = path.contains(&release::short_hash(&contents));
        let integrity =
            named_by_content.then(|| format!("sha256-{}", BASE64.encode(&Sha256::digest(&contents))));
        Ok(Self { path: format!("./{path}"), integrity })
    }
}
