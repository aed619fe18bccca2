//! The methods of proficiency in words, and the part in which a teacher chooses one: for the class,
//! or for one skill.

use std::ops::RangeInclusive;

use leptos::prelude::*;

use super::said;
use crate::domain::Notebook;
use crate::domain::measure::Undefined;
use crate::domain::proficiency::Proficiency;
use crate::domain::proficiency::method::{Method, WEIGHT};
use crate::domain::scale::Level;
use crate::words::{figure, words};

/// A method's name, which says what it does: two of the field's formulas share one name.
pub fn name(method: Method) -> String {
    let m = words().method();
    let name = match method {
        Method::Average => m.average,
        Method::Highest => m.highest,
        Method::Latest => m.latest,
        Method::MedianOfLast { last: 3 } => m.median_three,
        Method::MedianOfLast { last } => return m.median_of_last(last.into()),
        Method::Mode => m.mode,
        Method::NMastery { .. } => m.n_mastery,
        Method::Weighted { .. } => m.weighted,
        Method::Decaying { .. } => m.decaying,
        Method::PowerLaw => m.power_law,
    };
    name.to_owned()
}

/// A method's rule in words; `scale` are the class's words, lowest level first.
pub fn rule(method: Method, scale: &[String]) -> String {
    let m = words().method();
    match method {
        Method::Average => m.average_text.to_owned(),
        Method::Highest => m.highest_text.to_owned(),
        Method::Latest => m.latest_text.to_owned(),
        Method::MedianOfLast { last } => m.median_of_last_text(last.into()),
        Method::Mode => m.mode_text.to_owned(),
        Method::NMastery { n, cut } => m.n_mastery_text(n.into(), &word(scale, cut)),
        Method::Weighted { weight } => m.weighted_text(&weight, &rest(weight)),
        Method::Decaying { weight } => m.decaying_text(&weight, &rest(weight)),
        Method::PowerLaw => m.power_law_text.to_owned(),
    }
}

fn rest(weight: u8) -> u8 {
    100_u8.saturating_sub(weight)
}

fn word(scale: &[String], level: Level) -> String {
    usize::from(level.0).checked_sub(1).and_then(|i| scale.get(i)).cloned().unwrap_or_default()
}

/// Why a student stands where they stand: the rule with the levels it was made from, in the order
/// in which they were shown.
pub fn because(nb: &Notebook, now: &Proficiency, used: &[Level]) -> String {
    let m = words().method();
    let levels = used.iter().map(|level| level.0.to_string()).collect::<Vec<_>>().join(", ");
    let value = match now.value {
        Ok(measure) => measure.value,
        Err(Undefined::MixedScales) => return m.mixed.to_owned(),
        Err(Undefined::TooFew { have, needed }) => {
            return match now.method {
                Method::NMastery { cut, .. } => m.too_few_at(needed, &have, &said::level_word(nb, cut)),
                _ => m.too_few(needed, &have),
            };
        }
        Err(_) if now.pieces > 0 => return m.codes.to_owned(),
        Err(_) => return m.none.to_owned(),
    };
    let shown = figure(value);
    let why = match now.method {
        _ if now.scores == 1 => m.because_one(&levels),
        Method::Average => m.because_average(&levels, &shown),
        Method::Highest => m.because_highest(&levels),
        Method::Latest => m.because_latest(&levels),
        Method::MedianOfLast { .. } if now.scores == 2 && used.len() == 2 => m.because_two(&levels, &shown),
        Method::MedianOfLast { .. } if used.len().is_multiple_of(2) => {
            m.because_median_even(used.len(), &levels, &shown)
        }
        Method::MedianOfLast { .. } if used.len() == 3 => m.because_three(&levels),
        Method::MedianOfLast { .. } => m.because_median(used.len(), &levels),
        Method::Mode => m.because_mode(&levels),
        Method::NMastery { cut, .. } => m.because_n_mastery(&levels, &shown, &said::level_word(nb, cut)),
        Method::Weighted { weight } => m.because_weighted(&levels, &weight, &rest(weight), &shown),
        Method::Decaying { weight } => m.because_decaying(&levels, &weight, &rest(weight), &shown),
        Method::PowerLaw => m.because_power_law(&levels, &shown),
    };
    // Between two levels it has to be said which of them holds.
    if value.fract() == 0.0 { why } else { format!("{why} {}", m.highest_reached) }
}

/// Every method with the numbers it usually has, the usual one first.
pub fn all(scale: &[String]) -> [Method; 9] {
    let upper_half = u8::try_from(scale.len() / 2 + 1).unwrap_or(3);
    [
        Method::default(),
        Method::Latest,
        Method::Highest,
        Method::Average,
        Method::Mode,
        Method::NMastery { n: 3, cut: Level(upper_half) },
        Method::Weighted { weight: WEIGHT },
        Method::Decaying { weight: WEIGHT },
        Method::PowerLaw,
    ]
}

fn same_kind(a: Method, b: Method) -> bool {
    std::mem::discriminant(&a) == std::mem::discriminant(&b)
}

/// Chooses a method with its numbers. `None` is the class's, where `as_class` names it.
#[component]
pub fn MethodPicker(
    /// What is chosen.
    chosen: RwSignal<Option<Method>>,
    /// What the list is called.
    label: &'static str,
    /// The class's words, lowest level first.
    scale: Vec<String>,
    /// The method of the class, for a skill that may follow it.
    #[prop(optional_no_strip)]
    as_class: Option<Method>,
) -> impl IntoView {
    let m = words().method();
    let choices = all(&scale);
    let here = move |i: usize| chosen.get().is_some_and(|now| same_kind(now, choices[i]));
    let option = move |i: usize| {
        let named = move || name(chosen.get().filter(|_| here(i)).unwrap_or(choices[i]));
        view! { <option value=i.to_string() prop:selected=move || here(i)>{named}</option> }
    };
    let follow = as_class.map(|class| {
        view! { <option value="" prop:selected=move || chosen.get().is_none()>{m.as_class(&name(class))}</option> }
    });
    let choose = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        chosen.set(at.and_then(|i| choices.get(i)).copied());
    };
    let words_of = StoredValue::new(scale.clone());
    let rule = move || {
        let method = chosen.get().or(as_class)?;
        Some(words_of.with_value(|scale| rule(method, scale)))
    };
    // Only another kind of method brings other fields; a number typed leaves its own field alone.
    let kind = Memo::new(move |_| chosen.get().map(|method| all_of_kind(method, &choices)));
    view! {
        <div class="stack method">
            <label class="field">
                <span>{label}</span>
                <select on:change=choose>{follow} {(0..choices.len()).map(option).collect_view()}</select>
            </label>
            {move || kind.get().map(|_| words_of.with_value(|scale| numbers(chosen, scale)))}
            <p class="muted" role="status">{rule}</p>
        </div>
    }
}

/// The place of a method's kind among the choices.
fn all_of_kind(method: Method, choices: &[Method]) -> usize {
    choices.iter().position(|choice| same_kind(*choice, method)).unwrap_or(0)
}

/// The number that a method of this kind has, and its bounds.
fn number_of(method: Method) -> Option<(u8, RangeInclusive<u8>)> {
    match method {
        Method::MedianOfLast { last: n } | Method::NMastery { n, .. } => Some((n, 1..=20)),
        Method::Weighted { weight } => Some((weight, 1..=99)),
        Method::Decaying { weight } => Some((weight, 50..=99)),
        Method::Average | Method::Highest | Method::Latest | Method::Mode | Method::PowerLaw => None,
    }
}

/// The method with another number.
fn with_number(method: Method, number: u8) -> Method {
    match method {
        Method::MedianOfLast { .. } => Method::MedianOfLast { last: number },
        Method::NMastery { cut, .. } => Method::NMastery { n: number, cut },
        Method::Weighted { .. } => Method::Weighted { weight: number },
        Method::Decaying { .. } => Method::Decaying { weight: number },
        without => without,
    }
}

/// The fields of the kind of method that is chosen.
fn numbers(chosen: RwSignal<Option<Method>>, scale: &[String]) -> AnyView {
    let m = words().method();
    let Some((method, (_, bounds))) = chosen.get_untracked().and_then(|m| Some((m, number_of(m)?))) else {
        return ().into_any();
    };
    let label = match method {
        Method::Weighted { .. } | Method::Decaying { .. } => m.percent,
        _ => m.how_many,
    };
    let (least, most) = bounds.into_inner();
    let now = move || chosen.get().and_then(number_of).map(|(number, _)| number);
    let change = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        // A number outside of its bounds is carried to the nearest that is inside.
        let typed = input.value().parse::<u8>().ok().or_else(|| untrack(now));
        let Some(number) = typed.map(|number| number.clamp(least, most)) else { return };
        input.set_value(&number.to_string());
        chosen.update(|method| *method = method.map(|method| with_number(method, number)));
    };
    let cut = matches!(method, Method::NMastery { .. }).then(|| cut(chosen, scale));
    view! {
        <label class="number">
            <span>{label}</span>
            <input class="plain" type="number" min=least max=most required prop:value=now on:change=change />
        </label>
        {cut}
    }
    .into_any()
}

/// The level from which on a score counts.
fn cut(chosen: RwSignal<Option<Method>>, scale: &[String]) -> impl IntoView + use<> {
    let option = |(level, word): (u8, &String)| {
        let here = move || matches!(chosen.get(), Some(Method::NMastery { cut, .. }) if cut.0 == level);
        view! { <option value=level.to_string() prop:selected=here>{word.clone()}</option> }
    };
    let options = (1..).zip(scale).map(option).collect_view();
    let choose = move |event| {
        let Ok(level) = event_target_value(&event).parse().map(Level) else { return };
        chosen.update(|method| {
            if let Some(Method::NMastery { cut, .. }) = method {
                *cut = level;
            }
        });
    };
    view! {
        <label class="field">
            <span>{words().method().from_level}</span>
            <select on:change=choose>{options}</select>
        </label>
    }
}
