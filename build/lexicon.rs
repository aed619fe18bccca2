//! The lexicon as it is written: one list item per term, with its anchor, its word and its meaning.
//! The build script makes `Term` of it, and the tests hold the languages against each other.

/// The lexicon of the first language. It is a document for people who read the source as well.
pub const SOURCE: &str = "docs/lexicon.md";

/// A term in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item<'a> {
    /// The name that never changes.
    pub anchor: &'a str,
    /// The word people use.
    pub word: &'a str,
    /// What it means, in one sentence.
    pub meaning: &'a str,
}

/// The terms in the order in which they stand.
///
/// # Errors
/// What is wrong with the first line that begins as a list item and is no term, or that gives an
/// anchor or a word a second time.
pub fn read(text: &str) -> Result<Vec<Item<'_>>, String> {
    let mut items: Vec<Item> = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("- ")) {
        let item = item(line).ok_or_else(|| format!("is no term: {line}"))?;
        if items.iter().any(|before| before.anchor == item.anchor || before.word == item.word) {
            return Err(format!("says {} twice: {}", item.anchor, item.word));
        }
        items.push(item);
    }
    Ok(items)
}

fn item(line: &str) -> Option<Item<'_>> {
    let (anchor, rest) = line.strip_prefix("- <a id=\"")?.split_once("\"></a>**")?;
    let (word, meaning) = rest.split_once("**: ")?;
    let name = anchor.starts_with(|c: char| c.is_ascii_lowercase())
        && anchor.chars().all(|c| c.is_ascii_lowercase() || c == '_');
    (name && !word.is_empty() && !meaning.is_empty()).then_some(Item { anchor, word, meaning })
}

/// In what another language differs from the first: it has to say the same terms in the same order.
pub fn differences(first: &[Item], other: &[Item]) -> Vec<String> {
    let has = |items: &[Item], anchor: &str| items.iter().any(|item| item.anchor == anchor);
    let lacks = first.iter().filter(|item| !has(other, item.anchor));
    let mut found: Vec<String> = lacks.map(|item| format!("lacks {}", item.anchor)).collect();
    let more = other.iter().filter(|item| !has(first, item.anchor));
    found.extend(more.map(|item| format!("has {}, which {SOURCE} lacks", item.anchor)));
    let mut both = first.iter().zip(other);
    if found.is_empty()
        && let Some((here, there)) = both.find(|(here, there)| here.anchor != there.anchor)
    {
        found.push(format!("has {} where {SOURCE} has {}", there.anchor, here.anchor));
    }
    found
}
