//! Edits of index.html. It is our own file, so plain text edits do, and each fails loudly when its mark is
//! not there.

use crate::trouble::{Result, Trouble};
use data_encoding::BASE64;
use sha2::{Digest, Sha256};

const CHARSET: &str = "<meta charset=\"utf-8\">";

/// The attributes through which the page names the files that it loads.
const NAMING: [&str; 4] = [" href=\"./", " src=\"./", " data-js=\"./", " data-wasm=\"./"];

/// The programs that start.js may choose instead of the one that the page loads at once.
pub const CHOSEN: [&str; 3] = ["desk", "teacher", "how"];

/// A program: the addresses of its loader and of its WebAssembly file.
pub struct Program {
    pub js: String,
    pub wasm: String,
}

impl Program {
    /// The program that the page loads at once.
    fn of(html: &str) -> Result<Self> {
        let of = |name| attribute(html, name).map(str::to_owned);
        Ok(Self { js: of("data-js")?, wasm: of("data-wasm")? })
    }
}

/// The value of an attribute that stands in the page once.
fn attribute<'a>(html: &'a str, name: &str) -> Result<&'a str> {
    let mark = format!(" {name}=\"");
    let (_, after) = html.split_once(&mark).ok_or_else(|| missing(&mark))?;
    Ok(after.split('"').next().unwrap_or_default())
}

/// Without comments and indentation, which are for people who read the source.
pub fn compact(html: &str) -> String {
    let mut kept = String::new();
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        rest = after.split_once("-->").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let lines = kept.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// The files that the page loads by itself, each once, in the page's order.
pub fn references(html: &str) -> Vec<String> {
    let mut found: Vec<(usize, &str)> = Vec::new();
    for attribute in NAMING {
        for (at, _) in html.match_indices(attribute) {
            let path = html[at + attribute.len()..].split('"').next().unwrap_or_default();
            if !found.iter().any(|(_, known)| *known == path) {
                found.push((at, path));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(_, path)| path.to_owned()).collect()
}

/// The files that all programs start with: what the two pages load, and the programs that start.js loads when they are
/// asked for.
pub fn programs(html: &str, family: &str) -> Vec<String> {
    let as_first = |html: String, name: &&str| html.replace(&format!(" data-{name}-"), " data-");
    let chosen = CHOSEN.iter().fold(html.to_owned(), as_first);
    references(&(chosen + &family.replace("=\"../", "=\"./")))
}

/// With the content security policy, before anything that it governs. The endpoint of a class is typed by its
/// teacher and so not known here; a deployment may narrow `connect-src`.
pub fn with_policy(html: &str) -> Result<String> {
    let style = html.split_once("<style>").and_then(|(_, after)| after.split_once("</style>"));
    let (style, _) = style.ok_or_else(|| missing("<style>"))?;
    let hash = BASE64.encode(&Sha256::digest(style));
    let policy = [
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        &format!("style-src 'self' 'sha256-{hash}'"),
        // ECharts sets style attributes on the text of its drawings.
        "style-src-attr 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "connect-src 'self' https:",
        "object-src 'none'",
        "form-action 'none'",
        "base-uri 'none'",
    ]
    .join("; ");
    insert_after(
        html,
        CHARSET,
        &format!("\n<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">"),
    )
}

/// With the build's id, which tells start.js that a service worker was stamped for this page.
pub fn with_build_id(html: &str, id: &str) -> Result<String> {
    insert_after(html, CHARSET, &format!("\n<meta name=\"daymark-build\" content=\"{id}\">"))
}

/// The page of a family link: a program of its own one folder down, not to be indexed, without the bundles of
/// charts and codes and without the manifest, which would offer to install the whole notebook.
pub fn family(html: &str, program: &Program) -> Result<String> {
    let own = html.lines().filter(|line| {
        let marks = ["name=\"daymark-chart\"", "name=\"daymark-scan\"", "rel=\"manifest\""];
        !marks.iter().any(|mark| line.contains(mark))
    });
    let mut page = own.collect::<Vec<_>>().join("\n");
    let students = Program::of(html)?;
    for name in CHOSEN.iter().flat_map(|name| [format!("data-{name}-js"), format!("data-{name}-wasm")]) {
        let value = attribute(&page, &name)?.to_owned();
        page = page.replace(&format!(" {name}=\"{value}\""), "");
    }
    page = page.replace(&students.js, &program.js).replace(&students.wasm, &program.wasm);
    let page = page.replace("=\"./", "=\"../");
    insert_after(&page, CHARSET, "\n<meta name=\"robots\" content=\"noindex\">")
}

fn insert_after(html: &str, mark: &str, addition: &str) -> Result<String> {
    let (before, after) = html.split_once(mark).ok_or_else(|| missing(mark))?;
    Ok(format!("{before}{mark}{addition}{after}"))
}

fn missing(mark: &str) -> Trouble {
    Trouble::new(format!("index.html has no {mark}, which the build needs."))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<head><meta charset="utf-8">
<meta name="daymark-chart" content="./chart.js">
<meta name="daymark-scan" content="./scan.js">
<meta name="daymark-aloud" content="./aloud.js">
<style>a{}</style>
<link href="./b.css" rel="stylesheet">
<link rel="preload" href="./a.wasm">
<script src="./start.js" data-js="./a.js" data-wasm="./a.wasm" data-desk-js="./d.js" data-desk-wasm="./d.wasm" data-teacher-js="./t.js" data-teacher-wasm="./t.wasm" data-how-js="./h.js" data-how-wasm="./h.wasm"></script>
<body>"#;

    fn family_page() -> String {
        family(PAGE, &Program { js: "./f.js".into(), wasm: "./f.wasm".into() }).unwrap()
    }

    #[test]
    fn comments_and_indentation_go() {
        assert_eq!(compact("<a>\n  <!-- why\n  --><b>\n\n  c"), "<a>\n<b>\nc");
    }

    #[test]
    fn references_are_what_the_page_loads_and_not_what_it_mentions() {
        assert_eq!(references(PAGE), ["b.css", "a.wasm", "start.js", "a.js"]);
    }

    #[test]
    fn the_policy_allows_the_inlined_style_by_its_hash() {
        let hash = BASE64.encode(&Sha256::digest("a{}"));
        assert!(with_policy(PAGE).is_ok_and(|page| page.contains(&format!("'sha256-{hash}'"))));
        assert!(with_policy("<head>").is_err());
    }

    #[test]
    fn the_family_page_points_one_folder_up_and_knows_no_chart_and_no_other_program() {
        let page = family_page();
        assert_eq!(references(&page), [""; 0]);
        assert!(page.contains("href=\"../b.css\"") && page.contains("noindex"));
        assert!(page.contains("data-js=\"../f.js\" data-wasm=\"../f.wasm\"></script>"));
        assert!(page.contains("<link rel=\"preload\" href=\"../f.wasm\">"));
        assert!(page.contains("content=\"../aloud.js\""));
        for other in ["chart", "scan", "a.wasm", "/a.js", "teacher", "/t.", "/h."] {
            assert!(!page.contains(other), "{other}");
        }
    }

    #[test]
    fn all_programs_are_kept_for_offline_use() {
        let all = programs(PAGE, &family_page());
        assert_eq!(all.len(), 12, "{all:?}");
        for file in [
            "a.js", "a.wasm", "d.js", "d.wasm", "t.js", "t.wasm", "h.js", "h.wasm", "f.js", "f.wasm",
            "b.css", "start.js",
        ] {
            assert!(all.iter().any(|path| path == file), "{file}");
        }
    }
}
