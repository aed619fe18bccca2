//! The lexicon says the same terms in every language. It is read as the build script reads it.

use std::collections::BTreeSet;

#[path = "../../../build/lexicon.rs"]
mod written;

/// Compares `locales/<language>/lexicon.md` with the source, and says what does not fit.
pub fn compare_all<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut found = Vec::new();
    let (mut source, mut others, mut languages) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (path, text) in files {
        let language = path.strip_prefix("locales/").and_then(|rest| rest.split_once('/'));
        languages.extend(language.map(|(folder, _)| folder).filter(|folder| *folder != "starter"));
        let other = language.filter(|(_, file)| *file == "lexicon.md").map(|(folder, _)| folder);
        if path != written::SOURCE && other.is_none() {
            continue;
        }
        match (written::read(text), other) {
            (Ok(items), None) => source = items,
            (Ok(items), Some(language)) => others.push((language, items)),
            (Err(why), _) => found.push(format!("{path} {why}")),
        }
    }
    if source.is_empty() {
        found.push(format!("{} has no terms", written::SOURCE));
    }
    for (language, items) in &others {
        let wrong = written::differences(&source, items);
        found.extend(wrong.into_iter().map(|why| format!("locales/{language}/lexicon.md {why}")));
        languages.remove(language);
    }
    if others.iter().any(|(language, _)| *language == "en") {
        found.push(format!("locales/en/lexicon.md would be a second source beside {}", written::SOURCE));
    }
    languages.remove("en");
    found.extend(languages.iter().map(|language| format!("locales/{language} has no lexicon.md")));
    found
}

#[test]
fn the_rule_fails_on_bad_samples() {
    let item = |anchor: &str, word: &str| format!("- <a id=\"{anchor}\"></a>**{word}**: A thing.\n");
    let (goal, level) = (item("goal", "Goal"), item("cut_score", "Cut score"));
    let found =
        |en: &str, es: &str| compare_all([(written::SOURCE, en), ("locales/es/lexicon.md", es)].into_iter());
    let both = format!("# Lexicon\n\n## One\n\n{goal}## Two\n\n{level}");
    assert_eq!(found(&both, &format!("# Glosario\n{goal}{level}")), [""; 0]);
    for (en, es) in [
        ("", ""),
        (&*both, &*goal),
        (&*goal, &*both),
        (&both, &format!("{level}{goal}")),
        (&both, &format!("{both}{goal}")),
        (&both, &format!("{goal}{}", item("cut_score", "Goal"))),
        (&both, &format!("{both}- Something else\n")),
        (&both, &both.replace("A thing.", "")),
        (&both, &both.replace("cut_score", "Cut-score")),
    ] {
        assert!(!found(en, es).is_empty(), "{en} {es}");
    }
    let with = |other: (&'static str, &str)| {
        let files = [(written::SOURCE, &*both), ("locales/es/lexicon.md", &*both), other];
        compare_all(files.into_iter())
    };
    assert_eq!(with(("locales/starter/en.json", "[]")), [""; 0]);
    assert!(!with(("locales/fr/goal.json", "{}")).is_empty(), "a language without a lexicon");
    assert!(!with(("locales/en/lexicon.md", &both)).is_empty(), "a second source");
}

#[test]
fn a_term_is_read_with_its_word_and_its_meaning() {
    let text =
        "# Lexicon\n\nWords.\n\n- <a id=\"cut_score\"></a>**Cut score**: The lowest; below it: less.\n";
    let cut =
        written::Item { anchor: "cut_score", word: "Cut score", meaning: "The lowest; below it: less." };
    assert_eq!(written::read(text), Ok(vec![cut]));
}
