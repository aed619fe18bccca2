//! What may stand in the text of a file.

use super::Found;
use super::source::{self, Literal};

const MOST_LINES: usize = 500;
const NOT_FOR_PEOPLE: &str = "// tidy: not for people";

pub fn panics(path: &str, text: &str) -> Found {
    const ALLOWED: &[&str] = &["src/main.rs", "src/storage/contract.rs"];
    const WORDS: &[&str] = &[
        ".unwrap()",
        ".expect(",
        "panic!",
        "todo!",
        "unimplemented!",
        "dbg!",
        ".unwrap_err()",
        ".expect_err(",
    ];
    let rust = path.ends_with(".rs") && (path.starts_with("src/") || path.starts_with("xtask/"));
    if !rust || ALLOWED.contains(&path) {
        return vec![];
    }
    let code = source::read(path, text).code;
    let on = |word: &&str| {
        let word = *word;
        source::lines_with(&code, word).map(move |line| (line, format!("`{word}`"))).collect::<Vec<_>>()
    };
    WORDS.iter().flat_map(on).collect()
}

pub fn length(path: &str, text: &str) -> Found {
    let held = ["src/", "xtask/", "style/"].iter().any(|folder| path.starts_with(folder));
    let held = held || path.starts_with("tests/") && path.ends_with(".rs");
    let lines = text.lines().count();
    if held && lines > MOST_LINES { vec![(lines, format!("{lines} lines"))] } else { vec![] }
}

pub fn colors(path: &str, text: &str) -> Found {
    const TOKENS: &[&str] = &["style/tokens.css", "style/font.css"];
    if path.starts_with("style/") && path.ends_with(".css") && !TOKENS.contains(&path) {
        let code = without_css_comments(text);
        let found = code.lines().enumerate().filter_map(|(i, line)| Some((i + 1, color_in_css(line)?)));
        return found.collect();
    }
    if !path.starts_with("src/") {
        return vec![];
    }
    let strings = source::read(path, text).strings.into_iter();
    strings.filter_map(|s| Some((s.line, color(&s.text)?))).collect()
}

fn without_css_comments(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("/*") {
        out.push_str(before);
        let (inside, after) = comment.split_once("*/").unwrap_or((comment, ""));
        out.extend(inside.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

/// A color in the value of a declaration; `#add` before a `{` is a name.
fn color_in_css(line: &str) -> Option<String> {
    color(line).filter(|found| {
        let at = line.find(found.as_str()).unwrap_or(0);
        let value = line[..at].rfind([':', '{', '}', ';']).is_none_or(|i| line[i..].starts_with(':'));
        value && !line[at..].contains('{')
    })
}

/// The first color literal in a text.
fn color(text: &str) -> Option<String> {
    const FUNCTIONS: &[&str] =
        &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];
    let whole = |at: &usize| !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
    let function = FUNCTIONS.iter().find(|f| text.match_indices(**f).any(|(at, _)| whole(&at)));
    let hex = text.match_indices('#').find_map(|(at, _)| {
        let rest = &text[at + 1..];
        let end = rest.find(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_')).unwrap_or(rest.len());
        let digits = &rest[..end];
        let is_hex = matches!(digits.len(), 3 | 4 | 6 | 8) && digits.bytes().all(|b| b.is_ascii_hexdigit());
        is_hex.then(|| format!("#{digits}"))
    });
    function.map(ToString::to_string).or(hex)
}

pub fn sentences(path: &str, text: &str) -> Found {
    let held = path.starts_with("src/screens/") || path.starts_with("src/ui/") || path == "src/app.rs";
    if !held {
        return vec![];
    }
    let source = source::read(path, text);
    let mut found: Found = source
        .strings
        .iter()
        .filter(|literal| for_people(literal, &source.code))
        .map(|literal| (literal.line, format!("{:?}", literal.text)))
        .collect();
    found.extend(source.code.lines().enumerate().filter_map(|(i, line)| Some((i + 1, bare_text(line)?))));
    let lines: Vec<&str> = text.lines().collect();
    found.retain(|(line, _)| !lines.get(line - 1).is_some_and(|l| l.contains(NOT_FOR_PEOPLE)));
    found
}

/// Whether a literal reads as a sentence, or stands where only people read.
fn for_people(literal: &Literal, code: &str) -> bool {
    const READ: &[&str] =
        &["aria-label", "title", "placeholder", "alt", "aria-roledescription", "aria-valuetext"];
    const NOT_READ: &[&str] = &[
        "class",
        "style",
        "d",
        "viewBox",
        "points",
        "transform",
        "rel",
        "media",
        "sizes",
        "stroke-dasharray",
        "aria-labelledby",
        "aria-describedby",
        "aria-controls",
        "reason",
        "id",
        "href",
        "src",
    ];
    let before = code[..literal.start].trim_end();
    let name = before.strip_suffix('=').map(|before| {
        let start = before.trim_end().rfind(|c: char| !(c.is_alphanumeric() || c == '-' || c == '_'));
        before.trim_end()[start.map_or(0, |at| at + 1)..].to_owned()
    });
    let text = without_placeholders(&literal.text);
    if name.as_deref().is_some_and(|name| READ.contains(&name)) {
        return text.contains(char::is_alphabetic);
    }
    if name.as_deref().is_some_and(|name| NOT_READ.contains(&name)) {
        return false;
    }
    text.split_whitespace().filter(|token| is_word(token)).count() >= 2
}

/// The text with a mark where a value goes, so that what is glued to it is no word.
fn without_placeholders(text: &str) -> String {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| all + "\0" + part.split_once('}').map_or("", |(_, rest)| rest))
}

/// Two letters or more, as in a sentence: no digits of a path, no hyphens of a class.
fn is_word(token: &str) -> bool {
    let word =
        token.trim_matches(|c: char| c.is_ascii_punctuation() || matches!(c, '…' | '“' | '”' | '¿' | '¡'));
    word.chars().count() >= 2 && word.chars().all(|c| c.is_alphabetic() || matches!(c, '’' | '\''))
}

/// Text that stands bare between a tag and the end of its element.
fn bare_text(line: &str) -> Option<String> {
    line.match_indices("</").find_map(|(end, _)| {
        let text = &line[line[..end].rfind('>')? + 1..end];
        let bare =
            text.contains(char::is_alphabetic) && !text.contains(['{', '}', '(', ')', '"', ';', '.', '=']);
        bare.then(|| text.to_owned())
    })
}

/// Paths of a machine, hosts of packages, and talk about how the text was made.
pub fn machine(path: &str, text: &str) -> Found {
    // Taken apart, so that this file does not hold them.
    let paths = ["work", "root", "home"].map(|folder| format!("/{folder}/"));
    let words = [
        concat!("as an", " AI"),
        concat!("L", "LM"),
        concat!("pro", "mpt"),
        concat!("Chat", "GPT"),
        concat!("language", " model"),
    ];
    let mut found = Found::new();
    for (i, line) in text.lines().enumerate() {
        let mut add = |what: &str| found.push((i + 1, format!("`{what}`")));
        paths.iter().filter(|p| starts_path(line, p)).for_each(|p| add(p));
        // `event.prompt()` is a name the browser gave.
        words
            .iter()
            .filter(|w| source::names(line, w) && !line.contains(&format!(".{w}(")))
            .for_each(|w| add(w));
        let host = match path.rsplit('/').next() {
            Some("package-lock.json") => line.split_once("\"resolved\": \"").map(|(_, url)| (url, NPM)),
            Some("Cargo.lock") => line.strip_prefix("source = \"").map(|url| (url, CRATES)),
            _ => None,
        };
        if let Some((url, public)) = host
            && !url.starts_with(public)
        {
            add(url);
        }
    }
    found
}

const NPM: &str = "https://registry.npmjs.org/";
const CRATES: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Whether a path starts here, and is not the middle of a longer one.
fn starts_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        !line[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '}'))
    })
}

#[test]
fn the_rules_fail_on_bad_samples() {
    use super::shown;
    let goal = "src/domain/goal.rs";
    shown(
        panics,
        &[
            (goal, "x.unwrap();"),
            (goal, "x\n    .expect(\"y\");"),
            ("xtask/src/main.rs", "panic!(\"no\")"),
            (goal, "todo!()"),
            (goal, "dbg!(x);"),
        ],
        &[
            (goal, "// x.unwrap()\nx.unwrap_or_default();\n#[expect(clippy::all, reason = \"unwrap()\")]"),
            (goal, "#[cfg(test)]\nmod tests { fn t() { x.unwrap() } }"),
            ("src/domain/goal/tests.rs", "x.unwrap()"),
            ("src/main.rs", "x.expect(\"y\")"),
        ],
    );
    let long = "x\n".repeat(MOST_LINES + 1);
    shown(
        length,
        &[(goal, &long), ("style/base.css", &long), ("tests/it/a.rs", &long), ("xtask/src/main.rs", &long)],
        &[(goal, &long[2..]), ("locales/en/a.json", &long), ("tests/fixtures/a.json", &long)],
    );
    shown(
        colors,
        &[
            ("style/parts.css", "a { color: #fff; }"),
            ("style/parts.css", "a {\n  border: 1px solid #12161c;\n}"),
            ("style/parts.css", "a { color: oklch(50% 0 0); }"),
            ("style/parts.css", "  background: linear-gradient(rgb(0 0 0), red);"),
            ("src/ui/spark.rs", "view! { <path fill=\"#ff0000\"/> }"),
            ("src/ui/spark.rs", "let fill = \"hsl(1 2% 3%)\";"),
        ],
        &[
            ("style/tokens.css", "--ink: #17202a;"),
            ("style/parts.css", "#add { color: var(--ink); } /* #fff */\n#bad:hover {"),
            ("style/parts.css", "a { color: color-mix(in oklch, var(--a), var(--b)); }"),
            ("src/ui/spark.rs", "// #fff\nlet id = \"#main\"; let more = \"url(#fade-in)\";"),
            ("index.html", "color: #fff"),
        ],
    );
    let screen = "src/screens/goal/set.rs";
    shown(
        sentences,
        &[
            (screen, "view! { <p>\"Set my goal\"</p> }"),
            (screen, "view! { <p>Set my goal</p> }"),
            (screen, "view! { <p>Goal</p> }"),
            (screen, "view! { <input placeholder=\"Goal\"/> }"),
            (screen, "view! { <a aria-label=\"Close\"/> }"),
            (screen, "format!(\"{count} goals of {all}\")"),
            ("src/ui/field.rs", "let text = \"Too long by far\";"),
            ("src/app.rs", "let text = \"Not found here\";"),
        ],
        &[
            (screen, "view! { <p class=\"narrow stack\" aria-describedby=\"a b\">{words().goal.set}</p> }"),
            (screen, "view! { <path d=\"M 0 0 l 1 1\" viewBox=\"0 0 10 10\"/> }"),
            (screen, "format!(\"{a} {b}\"); \"Daymark\"; \" · \"; \"goal\""),
            (screen, "view! { <p class=\"a b\">\"Daymark\"</p> } // A sentence here."),
            (
                screen,
                "\"M12 4L2.5 20h19zM12 10v5\"; \"main h1\"; \"(prefers-color-scheme: dark)\"; format!(\"level a{x}\");",
            ),
            (screen, "let css = \"btn go wide\"; // tidy: not for people"),
            (screen, "#[expect(clippy::all, reason = \"a list of them\")]\nlet x: Vec<Goal> = y;"),
            ("src/domain/goal.rs", "\"Some words here\""),
            (screen, "#[cfg(test)]\nmod tests { const A: &str = \"some words here\"; }"),
        ],
    );
    let at = |folder: &str| format!("see /{folder}/main/x");
    let lock = "      \"resolved\": \"https://mirror.example/npm/a.tgz\"";
    let word = format!("Answer the pro{} well", "mpt");
    shown(
        machine,
        &[
            ("README.md", &at("work")),
            ("src/a.rs", &at("root")),
            ("docs/a.md", &at("home")),
            ("docs/a.md", &word),
            ("package-lock.json", lock),
            ("Cargo.lock", "source = \"registry+https://mirror.example/index\""),
        ],
        &[
            ("README.md", "https://example.org/work/main and ./work/x and promptly"),
            ("README.md", "the home page at /homework/"),
            ("package-lock.json", "      \"resolved\": \"https://registry.npmjs.org/a.tgz\""),
            ("Cargo.lock", "source = \"registry+https://github.com/rust-lang/crates.io-index\""),
            ("public/start.js", &format!("event.pro{}();", "mpt")),
        ],
    );
}
