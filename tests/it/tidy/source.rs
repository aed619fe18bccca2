//! Rust text without what is not code: enough of a lexer for the rules.

/// A file's text with comments, the insides of strings, and tests blanked out; every line and
/// column stays where it was.
pub struct Source {
    /// The code.
    pub code: String,
    /// What stands in strings, outside tests.
    pub strings: Vec<Literal>,
}

/// A string literal.
pub struct Literal {
    /// The line it begins on, counted from 1.
    pub line: usize,
    /// What stands before it on the line and the lines before, as code.
    pub start: usize,
    /// What stands in it.
    pub text: String,
}

/// Whether a whole file is a test.
pub fn is_test(path: &str, text: &str) -> bool {
    path.ends_with("/tests.rs")
        || path.starts_with("tests/")
        || path.starts_with("benches/")
        || path.contains("/tests/")
        || text.lines().any(|line| line.trim() == "#![cfg(test)]")
}

/// Reads a file; a test has neither code nor strings.
pub fn read(path: &str, text: &str) -> Source {
    if is_test(path, text) {
        return Source { code: String::new(), strings: Vec::new() };
    }
    read_all(text)
}

/// Reads a file or a part of one, whether it is a test or not.
pub fn read_all(text: &str) -> Source {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut strings = Vec::new();
    let mut at = 0;
    let mut blank = |from: usize, to: usize| {
        code[from..to].iter_mut().filter(|b| **b != b'\n').for_each(|b| *b = b' ');
    };
    while at < bytes.len() {
        let rest = &text[at..];
        let end = if rest.starts_with("//") {
            at + rest.find('\n').unwrap_or(rest.len())
        } else if let Some(inside) = rest.strip_prefix("/*") {
            at + 2 + inside.find("*/").map_or(inside.len(), |end| end + 2)
        } else if let Some((inside, end)) = string(rest, bytes[..at].last().copied()) {
            let line = text[..at].matches('\n').count() + 1;
            strings.push(Literal { line, start: at, text: rest[inside.clone()].to_owned() });
            blank(at + inside.start, at + inside.end);
            at += end;
            continue;
        } else if let Some(end) = character(rest) {
            at + end
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        blank(at, end);
        at = end;
    }
    let mut code = String::from_utf8_lossy(&code).into_owned();
    for (from, to) in test_regions(&code) {
        strings.retain(|s| !(from..to).contains(&s.start));
        let blanked: String = code[from..to].chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
        code.replace_range(from..to, &blanked);
    }
    Source { code, strings }
}

/// The inside of the string that starts here, and where the literal ends.
fn string(rest: &str, before: Option<u8>) -> Option<(std::ops::Range<usize>, usize)> {
    if before.is_some_and(|b| b.is_ascii_alphanumeric() || b == b'_') && !rest.starts_with('"') {
        return None;
    }
    let marks = rest.find('"').filter(|at| rest[..*at].bytes().all(|b| b"br#c".contains(&b)))?;
    let prefix = &rest[..marks];
    let hashes = prefix.matches('#').count();
    let start = marks + 1;
    if prefix.contains('r') {
        let close = format!("\"{}", "#".repeat(hashes));
        let inside = rest[start..].find(&close).unwrap_or(rest.len() - start);
        return Some((start..start + inside, (start + inside + close.len()).min(rest.len())));
    }
    if hashes > 0 {
        return None;
    }
    let mut at = start;
    let bytes = rest.as_bytes();
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    let at = at.min(rest.len());
    Some((start..at, (at + 1).min(rest.len())))
}

/// Where the character literal that starts here ends; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    if inside.starts_with('\\') {
        return Some(3 + inside.get(2..)?.find('\'')? + 1);
    }
    let first = inside.chars().next()?;
    inside[first.len_utf8()..].starts_with('\'').then(|| first.len_utf8() + 2)
}

/// Items behind `#[cfg(test)]`, from the attribute to the end of the item.
fn test_regions(code: &str) -> Vec<(usize, usize)> {
    let mut regions = Vec::new();
    for (from, mark) in code.match_indices("#[cfg(test)]") {
        let body = from + mark.len();
        let Some(first) = code[body..].find(['{', ';']).map(|at| body + at) else { continue };
        let mut depth = 0;
        let mut to = first + 1;
        if code[first..].starts_with('{') {
            for (at, c) in code[first..].char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' => depth -= 1,
                    _ => {}
                }
                if depth == 0 {
                    to = first + at + 1;
                    break;
                }
            }
        }
        regions.push((from, to));
    }
    regions
}

/// The lines (counted from 1) on which code names a word as a whole.
pub fn lines_with<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    code.lines().enumerate().filter(move |(_, line)| names(line, word)).map(|(i, _)| i + 1)
}

/// Whether a line names a word as a whole; a word may hold `::` and spaces.
pub fn names(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    let open = word.starts_with(part);
    let close = word.ends_with(part);
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        let after = line[at + word.len()..].chars().next();
        !(open && before.is_some_and(part) || close && after.is_some_and(part))
    })
}

#[test]
fn only_code_is_left() {
    let text = r####"
//! unwrap() in a doc
fn a<'x>(b: &'x str) -> char { b.len(); '"' } // unwrap()
/* unwrap() */ const C: &str = "unwrap() \" more"; const D: &str = r#"unwrap() " "#;
#[cfg(test)]
mod tests {
    fn t() { x.unwrap(); "in a test"; }
}
fn after() { y }
"####;
    let source = read("src/a.rs", text);
    assert!(!source.code.contains("unwrap"), "{}", source.code);
    assert!(source.code.contains("fn after() { y }") && source.code.contains("b.len()"));
    assert_eq!(source.code.lines().count(), text.lines().count());
    let strings: Vec<_> = source.strings.iter().map(|s| (s.line, s.text.as_str())).collect();
    assert_eq!(strings, [(4, r#"unwrap() \" more"#), (4, r#"unwrap() " "#)]);
    assert!(read("src/a/tests.rs", "fn x() {}").code.is_empty());
}

#[test]
fn a_word_is_a_whole_word() {
    assert!(names("let x = Instant::now();", "Instant"));
    assert!(!names("Instantly", "Instant"));
    assert!(names("use crate::storage::page;", "crate::storage"));
    assert!(!names("use crate::storages;", "crate::storage"));
}
