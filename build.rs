//! Turns `locales/<language>/<section>.json` into `Words`: one struct per section, one field or
//! method per sentence; and the lexicon into `Term`: one constant per term.
//!
//! A key or a term that one language lacks, or a placeholder that differs between languages, stops
//! the build with its name. The pure half has no sentences, so this runs for the browser half only.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;

#[path = "build/lexicon.rs"]
mod lexicon;

/// The language every other one is compared with.
const FIRST: &str = "en";
const LANGUAGES: [&str; 2] = [FIRST, "es"];
/// The plural categories of CLDR, in the order of the generated lists.
const CATEGORIES: [&str; 6] = ["other", "zero", "one", "two", "few", "many"];

type Section = BTreeMap<String, Value>;
type Locale = BTreeMap<String, Section>;

fn main() {
    for source in ["locales", lexicon::SOURCE, "build.rs", "build"] {
        println!("cargo::rerun-if-changed={source}");
    }
    if std::env::var_os("CARGO_FEATURE_BROWSER").is_none() {
        return;
    }
    let locales: Vec<Locale> = LANGUAGES.iter().map(|language| read(language)).collect();
    let mut code = String::new();
    for (language, locale) in LANGUAGES.iter().zip(&locales) {
        compare(&locales[0], locale, language);
    }
    for (section, sentences) in &locales[0] {
        write_section(&mut code, section, sentences);
    }
    write_struct(&mut code, &locales[0]);
    for (language, locale) in LANGUAGES.iter().zip(&locales) {
        write_values(&mut code, language, locale);
    }
    write_terms(&mut code);
    let out = std::env::var("OUT_DIR").unwrap_or_default();
    if let Err(error) = std::fs::write(Path::new(&out).join("words.rs"), code) {
        stop(&format!("words.rs cannot be written: {error}"));
    }
}

fn stop(why: &str) -> ! {
    println!("cargo::error={why}");
    std::process::exit(1);
}

fn read(language: &str) -> Locale {
    let folder = format!("locales/{language}");
    let files = std::fs::read_dir(&folder).unwrap_or_else(|error| stop(&format!("{folder}: {error}")));
    let mut locale = Locale::new();
    let sections = files.filter_map(|file| Some(file.ok()?.path()));
    for path in sections.filter(|path| path.extension().is_some_and(|ending| ending == "json")) {
        let shown = path.display();
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| stop(&format!("{shown}: {error}")));
        let section = serde_json::from_str(&text).unwrap_or_else(|error| stop(&format!("{shown}: {error}")));
        let name = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
        locale.insert(name.to_owned(), section);
    }
    locale
}

/// Stops the build at the first key or placeholder in which a language differs from the first one.
fn compare(first: &Locale, other: &Locale, language: &str) {
    for (section, sentences) in first {
        for (key, value) in sentences {
            let Some(theirs) = other.get(section).and_then(|s| s.get(key)) else {
                stop(&format!("locales/{language}/{section}.json lacks {key}"));
            };
            if placeholders(value) != placeholders(theirs) || value.is_object() != theirs.is_object() {
                stop(&format!(
                    "locales/{language}/{section}.json: {key} has other placeholders than in {FIRST}"
                ));
            }
        }
    }
    for (section, sentences) in other {
        for key in sentences.keys() {
            if !first.get(section).is_some_and(|s| s.contains_key(key)) {
                stop(&format!("locales/{language}/{section}.json has {key}, which {FIRST} lacks"));
            }
        }
    }
}

/// The texts of a sentence: one, or one per plural category.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Object(forms) => forms.values().filter_map(Value::as_str).collect(),
        _ => stop("a sentence is a text, or an object of plural forms"),
    }
}

/// The names in braces, sorted; `n` is the number a plural is chosen by.
fn placeholders(value: &Value) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for text in texts(value) {
        let mut rest = text;
        while let Some((_, after)) = rest.split_once('{') {
            let Some((name, after)) = after.split_once('}') else {
                stop(&format!("a brace stays open in: {text}"))
            };
            names.push(name.to_owned());
            rest = after;
        }
    }
    names.sort();
    names.dedup();
    names
}

fn type_name(section: &str) -> String {
    section.split('_').map(capitalized).collect::<String>() + "Words"
}

fn capitalized(word: &str) -> String {
    word[..1].to_uppercase() + &word[1..]
}

fn write_section(code: &mut String, section: &str, sentences: &Section) {
    let name = type_name(section);
    let mut fields = String::new();
    let mut methods = String::new();
    for (key, value) in sentences {
        let names = placeholders(value);
        let doc = texts(value).first().copied().unwrap_or_default().replace('\n', " ");
        if value.is_string() && names.is_empty() {
            let _ = writeln!(fields, "    /// {doc}\n    pub {key}: &'static str,");
            continue;
        }
        let plural = value.is_object();
        let of = if plural { "[&'static str; 6]" } else { "&'static str" };
        let _ = writeln!(fields, "    {key}_: {of},");
        let others = names.iter().filter(|name| !plural || *name != "n");
        let mut arguments = if plural { ", n: usize".to_owned() } else { String::new() };
        let mut pairs = if plural { "(\"n\", &n), ".to_owned() } else { String::new() };
        for name in others {
            let _ = write!(arguments, ", {name}: &dyn std::fmt::Display");
            let _ = write!(pairs, "(\"{name}\", {name}), ");
        }
        let text = if plural { format!("form(&self.{key}_, n)") } else { format!("self.{key}_") };
        let _ = writeln!(
            methods,
            "    /// {doc}\n    pub fn {key}(&self{arguments}) -> String {{\n        fill({text}, &[{pairs}])\n    }}"
        );
    }
    let _ =
        writeln!(code, "/// Sentences of `{section}`.\n#[derive(Debug)]\npub struct {name} {{\n{fields}}}\n");
    if !methods.is_empty() {
        let _ = writeln!(code, "impl {name} {{\n{methods}}}\n");
    }
}

/// One function per section, so that a program keeps only the sections whose sentences it says.
fn write_struct(code: &mut String, first: &Locale) {
    let mut functions = String::new();
    for section in first.keys() {
        let arms = LANGUAGES.map(|language| {
            let (variant, name) = (capitalized(language), static_name(language, section));
            format!("            Language::{variant} => &{name},\n")
        });
        let _ = writeln!(
            functions,
            "    /// Sentences of `{section}`.\n    pub fn {section}(self) -> &'static {} {{\n        match self.0 {{\n{}        }}\n    }}",
            type_name(section),
            arms.concat()
        );
    }
    let _ = writeln!(
        code,
        "/// All sentences for people, in one language.\n#[derive(Debug, Clone, Copy)]\npub struct Words(pub(super) Language);\n\nimpl Words {{\n{functions}}}\n"
    );
}

fn static_name(language: &str, section: &str) -> String {
    format!("{language}_{section}").to_uppercase()
}

fn write_values(code: &mut String, language: &str, locale: &Locale) {
    for (section, sentences) in locale {
        let name = static_name(language, section);
        let of = type_name(section);
        let _ = writeln!(code, "static {name}: {of} = {of} {{");
        for (key, value) in sentences {
            match value {
                Value::Object(forms) => {
                    let other = forms.get("other").and_then(Value::as_str);
                    let other =
                        other.unwrap_or_else(|| stop(&format!("{section}.{key} lacks the form `other`")));
                    let form = |c: &&str| forms.get(*c).and_then(Value::as_str).unwrap_or(other);
                    let list: Vec<&str> = CATEGORIES.iter().map(form).collect();
                    let _ = writeln!(code, "    {key}_: {list:?},");
                }
                _ => {
                    let field = if placeholders(value).is_empty() { key.clone() } else { format!("{key}_") };
                    let _ = writeln!(code, "    {field}: {:?},", value.as_str().unwrap_or_default());
                }
            }
        }
        let _ = writeln!(code, "}};\n");
    }
}

/// One constant per term that points at its words, so that a program keeps only the terms it shows.
fn write_terms(code: &mut String) {
    let files = LANGUAGES.map(|language| {
        let path = if language == FIRST {
            lexicon::SOURCE.to_owned()
        } else {
            format!("locales/{language}/lexicon.md")
        };
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| stop(&format!("{path}: {error}")));
        (path, text)
    });
    let all = files
        .each_ref()
        .map(|(path, text)| lexicon::read(text).unwrap_or_else(|why| stop(&format!("{path} {why}"))));
    for ((path, _), items) in files.iter().zip(&all) {
        if let Some(why) = lexicon::differences(&all[0], items).first() {
            stop(&format!("{path} {why}"));
        }
    }
    let mut constants = String::new();
    for (place, first) in all[0].iter().enumerate() {
        let said: Vec<[&str; 2]> =
            all.iter().map(|items| [items[place].word, items[place].meaning]).collect();
        let name: String = first.anchor.split('_').map(capitalized).collect();
        let _ = writeln!(
            constants,
            "    /// {}: {}\n    pub const {name}: Term = Term {{ said: &{said:?} }};",
            first.word, first.meaning
        );
    }
    let languages = LANGUAGES.map(capitalized);
    let arms: String = (languages.iter().enumerate())
        .map(|(place, variant)| format!("            Language::{variant} => &self.said[{place}],\n"))
        .collect();
    let _ = writeln!(
        code,
        "/// A word of the lexicon. Each is a constant, so that a program keeps only those it shows.\n\
         #[derive(Debug, Clone, Copy)]\npub struct Term {{\n    said: &'static [[&'static str; 2]; {}],\n}}\n\n\
         #[expect(non_upper_case_globals, reason = \"they are written as the variants of an enum are\")]\n\
         impl Term {{\n{constants}\n    \
         fn in_use(self) -> &'static [&'static str; 2] {{\n        match super::language() {{\n{arms}        }}\n    }}\n\n    \
         /// The word, in the language in use.\n    \
         pub fn word(self) -> &'static str {{\n        self.in_use()[0]\n    }}\n\n    \
         /// Its meaning, in the language in use.\n    \
         pub fn meaning(self) -> &'static str {{\n        self.in_use()[1]\n    }}\n}}",
        LANGUAGES.len()
    );
}
