//! `cargo xtask parts`: what the page is made of besides the app and that is not kept in the repository, put
//! into `generated/` for Trunk to copy: the fonts and the bundles of what is loaded on demand.

use crate::{files, npm, process::run, trouble::Result};

const FONTS: &str = "@fontsource-variable/atkinson-hyperlegible-next";

pub fn make() -> Result {
    fonts()?;
    bundle("chart", &[("echarts", "LICENSE"), ("echarts", "NOTICE"), ("zrender", "LICENSE")])?;
    bundle("scan", &[("qr", "LICENSE-MIT")])?;
    bundle("aloud", &[])
}

/// A script that the app loads when it first needs it: `<name>/entry.js` with the libraries it names, and what those ask to
/// be handed on with them.
fn bundle(name: &str, notices: &[(&str, &str)]) -> Result {
    let mut text = String::new();
    for (library, file) in notices {
        let path = npm::modules().join(library).join(file);
        text.push_str(&format!("==== {library}: {file} ====\n\n{}\n", files::read_text(&path)?));
    }
    if !notices.is_empty() {
        files::write(&files::root().join(format!("generated/{name}.LICENSE.txt")), text)?;
    }
    run(npm::esbuild()
        .arg(format!("{name}/entry.js"))
        .args(["--bundle", "--minify", "--format=esm", "--legal-comments=none", "--log-level=warning"])
        .arg(format!("--outfile=generated/{name}.js")))
}

/// The upright letters only: the app has no italics. The license travels with the font, as it asks.
fn fonts() -> Result {
    let package = npm::modules().join(FONTS);
    let to = files::root().join("generated/fonts");
    for (from, name) in [
        ("files/atkinson-hyperlegible-next-latin-wght-normal.woff2", "atkinson-latin.woff2"),
        ("files/atkinson-hyperlegible-next-latin-ext-wght-normal.woff2", "atkinson-latin-ext.woff2"),
        ("LICENSE", "LICENSE.txt"),
    ] {
        files::write(&to.join(name), files::read(&package.join(from))?)?;
    }
    Ok(())
}
