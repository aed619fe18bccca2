//! `cargo xtask build`: Trunk compiles the app, then the release is finished here, because the service worker
//! and the content security policy can only be written when every other byte is known.

mod compress;
mod page;
mod release;
mod worker;

pub use page::references;

use crate::{
    files,
    process::run,
    tools,
    trouble::{Result, Trouble},
};
use std::path::{Path, PathBuf};

pub fn build() -> Result {
    let tools = tools::ready()?;
    println!("Compiling the release (several minutes on a small machine) …");
    run(tools
        .trunk()
        .args(["build", "--release", "--offline", "--filehash", "false"])
        .env("RUST_LOG", "warn"))?;
    println!("Finishing the release …");
    let dist = files::dist();
    // A half-finished release must not look like one.
    finish(&dist).or_else(|trouble| files::remove_folder(&dist).and(Err(trouble)))?;
    println!("The release is in {}.", dist.display());
    Ok(())
}

/// Turns what Trunk wrote into what is served.
fn finish(dist: &Path) -> Result {
    let html = page::compact(&files::read_text(&dist.join("index.html"))?);
    let (html, family) = release::name_by_content(dist, html)?;
    let html = page::with_policy(&html)?;
    let build_id = worker::build_id(dist, &html)?;
    let html = page::with_build_id(&html, &build_id)?;
    let family = page::family(&html, &family)?;
    files::write(&dist.join("p/index.html"), &family)?;
    files::write(&dist.join("index.html"), &html)?;
    worker::stamp(dist, &page::programs(&html, &family), &build_id)?;
    compress::beside(dist)
}

/// `cargo xtask family-page`, which Trunk calls so that the family page is there while developing, too.
pub fn family_page_for_trunk() -> Result {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let staging = staging.ok_or_else(|| Trouble::new("Only Trunk calls `cargo xtask family-page`."))?;
    let html = files::read_text(&staging.join("index.html"))?;
    let program = page::Program { js: "./family.js".into(), wasm: "./family_bg.wasm".into() };
    files::write(&staging.join("p/index.html"), page::family(&html, &program)?)
}
