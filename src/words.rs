//! The app's sentences in the language in use, and numbers, dates, lists and order through `Intl`.
//!
//! Sentences come from `locales/` by way of the build script. The app is mounted anew when the
//! language changes, so nothing here is reactive.

use std::cell::Cell;
use std::cmp::Ordering;
use std::fmt::Display;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

use crate::browser;
use crate::domain::Day;
use crate::domain::rounding::round;
use crate::format::starter::Language;

mod generated {
    #![expect(clippy::too_many_arguments, reason = "a sentence has as many arguments as it has blanks")]

    use super::{Language, fill, form};

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
pub use generated::*;

thread_local! {
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::En) };
}

/// The sentences in the language in use.
pub fn words() -> Words {
    Words(language())
}

/// Says something in another language, as on paper that speaks to a family in all of them.
pub fn in_language<T>(other: Language, say: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.replace(other);
    let said = say();
    LANGUAGE.set(before);
    said
}

/// The language in use.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// The language chosen, else the first of the browser's that the app speaks, else English.
pub fn preferred_language(chosen: Option<&str>) -> Language {
    let chosen = chosen.and_then(Language::from_code);
    chosen
        .or_else(|| browser::languages().iter().find_map(|code| Language::from_code(code)))
        .unwrap_or_default()
}

/// Takes a language into use.
pub fn set_language(language: Language) {
    LANGUAGE.set(language);
}

/// Puts values in the place of `{names}`.
fn fill(text: &str, values: &[(&str, &dyn Display)]) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let Some((name, after)) = after.split_once('}') else { break };
        if let Some((_, value)) = values.iter().find(|(n, _)| *n == name) {
            out.push_str(&value.to_string());
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// The plural form the language uses for a number. The forms are in the order of CLDR's categories
/// that the build script writes.
fn form<'a>(forms: &[&'a str; 6], n: usize) -> &'a str {
    #[expect(clippy::cast_precision_loss, reason = "counts of people and things")]
    let category = Intl::PluralRules::new(&locales(), &Object::new()).select(n as f64);
    let place = match String::from(category).as_str() {
        "zero" => 1,
        "one" => 2,
        "two" => 3,
        "few" => 4,
        "many" => 5,
        _ => 0,
    };
    forms[place]
}

fn locales() -> Array {
    Array::of1(&language().code().into())
}

fn options(pairs: &[(&str, &str)]) -> Object {
    let options = Object::new();
    for (key, value) in pairs {
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&options, &(*key).into(), &(*value).into());
    }
    options
}

fn format_day(day: Day, pairs: &[(&str, &str)]) -> String {
    let (year, month, date) = day.parts();
    let month = i32::try_from(month).unwrap_or(1) - 1;
    let at = Date::new_with_year_month_day(0, 0, 1);
    at.set_full_year_with_month_date(year.unsigned_abs(), month, i32::try_from(date).unwrap_or(1));
    let format: Function = Intl::DateTimeFormat::new(&locales(), &options(pairs)).format();
    let text = format.call1(&JsValue::UNDEFINED, &at).ok().and_then(|text| text.as_string());
    text.unwrap_or_else(|| day.to_string())
}

/// "Saturday, November 21".
pub fn long_day(day: Day) -> String {
    format_day(day, &[("weekday", "long"), ("day", "numeric"), ("month", "long")])
}

/// "November 21".
pub fn short_day(day: Day) -> String {
    format_day(day, &[("day", "numeric"), ("month", "long")])
}

/// "November 21, 2026".
pub fn full_day(day: Day) -> String {
    format_day(day, &[("day", "numeric"), ("month", "long"), ("year", "numeric")])
}

/// "Nov 21".
pub fn tiny_day(day: Day) -> String {
    format_day(day, &[("day", "numeric"), ("month", "short")])
}

/// "Ana, Ben, and Cem".
pub fn list<T: AsRef<str>>(things: impl IntoIterator<Item = T>) -> String {
    let array: Array = things.into_iter().map(|t| JsValue::from_str(t.as_ref())).collect();
    Intl::ListFormat::new(&locales(), &Object::new()).format(&array).into()
}

/// Sorts by a name as the language sorts names, numbers by value.
pub fn sort_by_name<T>(things: &mut [T], name: impl Fn(&T) -> &str) {
    let numeric = Object::new();
    // Setting a property of a fresh plain object cannot fail.
    let _ = Reflect::set(&numeric, &"numeric".into(), &JsValue::TRUE);
    let compare: Function = Intl::Collator::new(&locales(), &numeric).compare();
    things.sort_by(|a, b| {
        let result = compare.call2(&JsValue::UNDEFINED, &name(a).into(), &name(b).into());
        let sign = result.ok().and_then(|r| r.as_f64()).unwrap_or(0.0);
        sign.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    });
}

/// A figure with at most one digit behind the point, as the language writes it.
pub fn figure(value: f64) -> String {
    figure_to(value, 1)
}

/// A figure with at most so many digits behind the point, as the language writes it.
pub fn figure_to(value: f64, digits: u8) -> String {
    number(round(value, digits), &[("maximumFractionDigits", &digits.to_string())])
}

/// A share, 0 to 1, in whole percents.
pub fn percent(share: f64) -> String {
    number(round(share, 2), &[("style", "percent")])
}

fn number(value: f64, pairs: &[(&str, &str)]) -> String {
    let format = Intl::NumberFormat::new(&locales(), &options(pairs)).format();
    format.call1(&JsValue::UNDEFINED, &value.into()).ok().and_then(|t| t.as_string()).unwrap_or_default()
}
