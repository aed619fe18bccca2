//! Where does a student stand?

use super::figure::{Figure, Question, measure, number, numbers, read_as, values};
use crate::domain::measure::{Undefined, count, mean, median, present};
use crate::domain::proficiency::method::{Method, Reached, compensatory, conjunctive, level_from_cuts};
use crate::screens::{method, said};
use crate::ui::term::Term;
use crate::words::words;

pub fn questions() -> Vec<Question> {
    let h = words().how();
    let mut figures = vec![counts()];
    figures.extend(methods());
    figures.extend([
        level(),
        Figure::new("how-decision", h.decision, h.decision_rule).of(Term::LevelOverride),
        class(),
        several(),
    ]);
    vec![Question { id: "how-stand", text: h.stand, figures }]
}

fn counts() -> Figure {
    let h = words().how();
    let shown = [Some(3.0), None, Some(2.0)];
    Figure::new("how-counts", h.counts, h.counts_rule)
        .of(Term::Evidence)
        .shows(h.absence(&values(&shown)), [(h.mean, measure(mean(&present(&shown))))])
        .none(h.counts_none)
}

/// Every method with its rule, all on the same levels, so that one sees how they differ.
fn methods() -> impl Iterator<Item = Figure> {
    const SHOWN: [f64; 5] = [1.0, 3.0, 2.0, 4.0, 3.0];
    let scale = said::shipped_levels().map(str::to_owned);
    method::all(&scale).into_iter().map(move |of| {
        let h = words().how();
        let figure = Figure::new(method_id(of), method::name(of), method::rule(of, &scale))
            .shows(h.levels(&numbers(&SHOWN)), [("", measure(of.value(&SHOWN, count(scale.len()))))]);
        match of {
            Method::MedianOfLast { .. } => figure.of(Term::MedianOfLastThree),
            Method::Weighted { .. } | Method::Decaying { .. } => figure.none(h.two_names),
            _ => figure,
        }
    })
}

fn method_id(of: Method) -> &'static str {
    match of {
        Method::Average => "how-average",
        Method::Highest => "how-highest",
        Method::Latest => "how-latest",
        Method::MedianOfLast { .. } => "how-median",
        Method::Mode => "how-mode",
        Method::NMastery { .. } => "how-n-mastery",
        Method::Weighted { .. } => "how-weighted",
        Method::Decaying { .. } => "how-decaying",
        Method::PowerLaw => "how-power-law",
    }
}

fn level() -> Figure {
    const CUTS: [f64; 4] = [1.0, 2.0, 3.0, 4.0];
    const BETWEEN: f64 = 2.5;
    let h = words().how();
    let level = level_from_cuts(BETWEEN, &CUTS).map(|place| count(place + 1));
    Figure::new("how-level", h.level, h.level_rule)
        .of(Term::CutScore)
        .shows(h.with_cuts(&numbers(&CUTS), &read_as(BETWEEN)), [(h.is_level, number(level))])
        .none(h.level_none)
}

fn class() -> Figure {
    let h = words().how();
    let all = [Some(1.0), Some(3.0), None, Some(4.0)];
    let there = present(&all);
    let gives = [
        (h.mean, measure(mean(&there))),
        (h.median, measure(median(&there))),
        (h.left_out, (all.len() - there.len()).to_string()),
    ];
    Figure::new("how-class", h.class_, h.class_rule).shows(values(&all), gives)
}

fn several() -> Figure {
    const CUT: f64 = 3.0;
    let h = words().how();
    let skills = [3.0, 2.0, 4.0];
    let value = |by: Result<Reached, Undefined>| {
        let met = by.is_ok_and(|reached| reached.met);
        let word = if met { h.reached } else { h.not_reached };
        format!("{} ({word})", measure(by.map(|reached| reached.value)))
    };
    let gives = [(h.lowest, value(conjunctive(&skills, CUT))), (h.mean, value(compensatory(&skills, CUT)))];
    let given = h.with_cut(&read_as(CUT), &numbers(&skills));
    Figure::new("how-several", h.several, h.several_rule).shows(given, gives)
}
