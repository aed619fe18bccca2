//! Every file that the page loads gets the hash of its contents into its name, so that a host and a browser
//! may keep it for ever. A file is hashed after the files that it names.

use super::page::{CHOSEN, Program, references};
use crate::{
    files, npm,
    process::{filter, run},
    trouble::{Result, Trouble},
};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::path::Path;

/// The oldest browsers of the project, so that esbuild leaves alone whatever they understand.
const BROWSERS: &str = "--target=chrome123,firefox128,safari17.5";

/// Minifies and renames the files in `dist` and gives back the page with the new names, and the program of the
/// family page.
pub fn name_by_content(dist: &Path, html: String) -> Result<(String, Program)> {
    let mut release = Release { dist, html, names: Vec::new() };
    release.fonts()?;
    release.styles()?;
    release.program("daymark")?;
    for name in CHOSEN {
        release.program(name)?;
    }
    let family = release.program("family")?;
    files::remove_folder(&dist.join("snippets"))?;
    for script in ["start.js", "chart.js", "scan.js", "aloud.js"] {
        let text = minified("js", &files::read_text(&dist.join(script))?)?;
        release.rename(script, text.as_bytes())?;
    }
    release.inlined_style()?;
    Ok((release.html, family))
}

/// Sixteen hexadecimal digits, enough to tell contents apart.
pub fn short_hash(contents: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(contents)[..8])
}

/// Text of ours, as short as esbuild makes it.
pub fn minified(language: &str, text: &str) -> Result<String> {
    let loader = format!("--loader={language}");
    filter(
        npm::esbuild().args([&loader, "--minify", "--legal-comments=none", "--log-level=warning", BROWSERS]),
        text,
    )
}

struct Release<'a> {
    dist: &'a Path,
    html: String,
    /// Old and new names, for the files that name others.
    names: Vec<(String, String)>,
}

impl Release<'_> {
    fn fonts(&mut self) -> Result {
        for path in files::list(self.dist)?.iter().filter(|path| path.ends_with(".woff2")) {
            let contents = files::read(&self.dist.join(path))?;
            self.rename(path, &contents)?;
        }
        Ok(())
    }

    /// Joins the style sheets, in the page's order, into one.
    fn styles(&mut self) -> Result {
        let sheets: Vec<String> =
            references(&self.html).into_iter().filter(|path| path.ends_with(".css")).collect();
        let mut joined = String::new();
        for sheet in &sheets {
            let path = self.dist.join(sheet);
            joined.push_str(&files::read_text(&path)?);
            joined.push('\n');
            files::remove(&path)?;
        }
        for (old, new) in &self.names {
            joined = joined.replace(&format!("\"./{old}\""), &format!("\"./{new}\""));
        }
        let style = minified("css", &joined)?;
        let name = hashed_name("style.css", style.as_bytes());
        files::write(&self.dist.join(&name), &style)?;

        let link = format!("<link rel=\"stylesheet\" href=\"./{name}\">");
        let mut lines: Vec<&str> = self.html.lines().collect();
        let is_sheet = |line: &&str| line.contains("rel=\"stylesheet\"");
        let place = lines
            .iter()
            .position(is_sheet)
            .ok_or_else(|| Trouble::new("index.html lists no style sheet."))?;
        lines.retain(|line| !is_sheet(line));
        lines.insert(place, &link);
        self.html = lines.join("\n");
        Ok(())
    }

    /// A program and its loader. The loader takes its snippets in: one request instead of one for each.
    fn program(&mut self, name: &str) -> Result<Program> {
        let wasm = format!("{name}_bg.wasm");
        let contents = files::read(&self.dist.join(&wasm))?;
        let wasm = self.rename(&wasm, &contents)?;
        let js = format!("{name}.js");
        let entry = self.dist.join(&js);
        let out = self.dist.join(format!("{name}.min.js"));
        run(npm::esbuild()
            .arg(&entry)
            .args(["--bundle", "--minify", "--format=esm", "--log-level=warning", BROWSERS])
            .arg(format!("--outfile={}", out.display())))?;
        let loader = files::read(&out)?;
        files::remove(&out)?;
        let js = self.rename(&js, &loader)?;
        Ok(Program { js: format!("./{js}"), wasm: format!("./{wasm}") })
    }

    /// Minified in place; the policy allows it by the hash of exactly these bytes.
    fn inlined_style(&mut self) -> Result {
        let parts = self
            .html
            .split_once("<style>")
            .and_then(|(before, after)| Some((before, after.split_once("</style>")?)));
        let (before, (style, after)) = parts.ok_or_else(|| Trouble::new("index.html inlines no style."))?;
        self.html = format!("{before}<style>{}</style>{after}", minified("css", style)?.trim());
        Ok(())
    }

    /// Gives a file its new name in the folder and in the page.
    fn rename(&mut self, path: &str, contents: &[u8]) -> Result<String> {
        let name = hashed_name(path, contents);
        files::remove(&self.dist.join(path))?;
        files::write(&self.dist.join(&name), contents)?;
        self.html = self.html.replace(&format!("\"./{path}\""), &format!("\"./{name}\""));
        self.names.push((path.to_owned(), name.clone()));
        Ok(name)
    }
}

fn hashed_name(path: &str, contents: &[u8]) -> String {
    let (stem, extension) = path.rsplit_once('.').unwrap_or((path, ""));
    format!("{stem}-{}.{extension}", short_hash(contents))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_the_contents_only() {
        assert_eq!(hashed_name("fonts/a.woff2", b"x"), "fonts/a-2d711642b726b044.woff2");
        assert_ne!(hashed_name("a.js", b"x"), hashed_name("a.js", b"y"));
    }
}
