//! Every language has the same sentences, with the same places for values.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// The language every other one is compared with.
const FIRST: &str = "en";
const CATEGORIES: &[&str] = &["zero", "one", "two", "few", "many", "other"];

/// A sentence by its section and key: its placeholders, and whether it has plurals.
type Sentences = BTreeMap<String, (BTreeSet<String>, bool)>;

/// Compares `locales/<language>/<section>.json`, and says what does not fit.
pub fn compare_all<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<String> {
    let mut found = Vec::new();
    let mut languages: BTreeMap<&str, Sentences> = BTreeMap::new();
    for (path, text) in files {
        let parts =
            path.strip_prefix("locales/").and_then(|rest| rest.strip_suffix(".json")?.split_once('/'));
        let Some((language, section)) = parts.filter(|(folder, _)| *folder != "starter") else { continue };
        match serde_json::from_str(text) {
            Ok(Value::Object(keys)) => {
                let sentences = languages.entry(language).or_default();
                for (key, value) in keys {
                    match sentence(&value) {
                        Ok(shape) => drop(sentences.insert(format!("{section}.{key}"), shape)),
                        Err(why) => found.push(format!("{path}: {key}: {why}")),
                    }
                }
            }
            Ok(_) => found.push(format!("{path}: not a section of keys")),
            Err(error) => found.push(format!("{path}: {error}")),
        }
    }
    let Some(first) = languages.remove(FIRST) else { return found };
    for (language, other) in languages {
        found.extend(differences(language, &first, &other));
    }
    found
}

/// The placeholders of a sentence, and whether it has plural forms.
fn sentence(value: &Value) -> Result<(BTreeSet<String>, bool), String> {
    match value {
        Value::String(text) if text.trim().is_empty() => Err("is empty".to_owned()),
        Value::String(text) => Ok((placeholders(text)?, false)),
        Value::Object(forms) => {
            if !forms.contains_key("other") {
                return Err("has no form `other`".to_owned());
            }
            let mut all = BTreeSet::new();
            for (category, form) in forms {
                if !CATEGORIES.contains(&category.as_str()) {
                    return Err(format!("`{category}` is no plural category"));
                }
                all.extend(placeholders(form.as_str().ok_or("a form is not text")?)?);
            }
            Ok((all, true))
        }
        _ => Err("is neither text nor plural forms".to_owned()),
    }
}

/// The names in braces.
fn placeholders(text: &str) -> Result<BTreeSet<String>, String> {
    let mut names = BTreeSet::new();
    for part in text.split('{').skip(1) {
        let (name, _) = part.split_once('}').ok_or("has a brace that is not closed")?;
        names.insert(name.to_owned());
    }
    Ok(names)
}

fn differences(language: &str, first: &Sentences, other: &Sentences) -> Vec<String> {
    let mut found = Vec::new();
    for (key, (names, plural)) in first {
        match other.get(key) {
            None => found.push(format!("locales/{language}: lacks {key}")),
            Some((there, _)) if there != names => {
                found.push(format!("locales/{language}: {key} has {there:?}, {FIRST} has {names:?}"));
            }
            Some((_, there)) if there != plural => {
                found.push(format!("locales/{language}: {key} has plurals in one language only"));
            }
            Some(_) => {}
        }
    }
    let more = other.keys().filter(|key| !first.contains_key(*key));
    found.extend(more.map(|key| format!("locales/{language}: {key} is not in {FIRST}")));
    found
}

#[test]
fn the_rule_fails_on_bad_samples() {
    let found = |en: &str, es: &str| {
        let files =
            [("locales/en/goal.json", en), ("locales/es/goal.json", es), ("locales/starter/en.json", "[]")];
        compare_all(files.into_iter())
    };
    let plural = r#"{"n": {"one": "{n} goal", "other": "{n} goals"}}"#;
    assert_eq!(found(r#"{"met": "Yes {name}"}"#, r#"{"met": "Sí {name}"}"#), [""; 0]);
    assert_eq!(
        found(plural, r#"{"n": {"one": "{n} meta", "many": "{n} de metas", "other": "{n} metas"}}"#),
        [""; 0]
    );
    assert_eq!(compare_all([].into_iter()), [""; 0]);
    for (en, es) in [
        (r#"{"met": "Yes"}"#, "{}"),
        ("{}", r#"{"met": "Sí"}"#),
        (r#"{"met": "Yes {name}"}"#, r#"{"met": "Sí {nombre}"}"#),
        (plural, r#"{"n": "{n} metas"}"#),
        (plural, r#"{"n": {"one": "{n} meta"}}"#),
        (plural, r#"{"n": {"singular": "{n} meta", "other": "{n}"}}"#),
        (r#"{"met": ""}"#, r#"{"met": ""}"#),
        (r#"{"met": "Yes {name"}"#, r#"{"met": "Sí {name"}"#),
        ("[]", "[]"),
        ("{", "{}"),
    ] {
        assert!(!found(en, es).is_empty(), "{en} {es}");
    }
}
