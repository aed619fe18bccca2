//! How far did they come? Do two views agree? Is the work right for them?

use super::figure::{Figure, MISSING, Question, joined, measure, number, range, read_as, share, sides};
use crate::domain::agreement::{
    HALF_FLOOR, KAPPA_FLOOR, Weights, calibration, kappa_of_ratings, percent_agreement,
};
use crate::domain::growth::Growth;
use crate::domain::measure::{Measure, Undefined};
use crate::domain::pre_post::{
    EFFECT_SIZE_FLOOR, PAIRED_FLOOR, Shift, class_hake_gain, class_normalized_change, effect_size,
    mean_of_hake_gains, normalized_change,
};
use crate::domain::proportion::{Z_95, wilson};
use crate::domain::scale::Level;
use crate::domain::sweet_spot::{
    FEWEST_TRIES, JUST_RIGHT_FROM, JUST_RIGHT_TO, LATEST_TRIES, SweetSpot, Zone, sweet_spot,
};
use crate::ui::term::Term;
use crate::words::{percent, words};

/// The highest score of the checks in the examples.
const MOST: f64 = 10.0;

pub fn questions() -> Vec<Question> {
    let h = words().how();
    let picked = Figure::new("how-picked", h.picked, h.picked_rule);
    vec![
        Question {
            id: "how-come",
            text: h.come,
            figures: vec![growth(), change(), gain_class(), gain_mean(), shift(), effect(), picked],
        },
        Question { id: "how-views", text: h.views, figures: vec![same(), kappa(), own()] },
        Question { id: "how-fit", text: h.fit, figures: vec![spot()] },
    ]
}

fn growth() -> Figure {
    let h = words().how();
    let way = Growth { from: Level(2), to: Level(3) };
    let given = h.levels(&h.one_after(&way.to.0, &way.from.0));
    Figure::new("how-growth", h.growth, h.growth_rule)
        .of(Term::Growth)
        .shows(given, [("", format!("{:+}", way.steps()))])
        .none(h.growth_none(&PAIRED_FLOOR))
}

/// Two checks of one class, as lists and in words.
fn checks(both: &[(f64, f64)]) -> (Vec<Option<f64>>, Vec<Option<f64>>, String) {
    let (before, after) = both.iter().map(|(before, after)| (Some(*before), Some(*after))).unzip();
    let (first, second) = sides(both);
    (before, after, words().how().two_checks(&second, &first))
}

fn change() -> Figure {
    let h = words().how();
    let figure = Figure::new("how-change", h.change, h.change_rule).of(Term::NormalizedChange);
    let student = |figure: Figure, (pre, post): (f64, f64)| {
        let given = h.of_most(&h.one_after(&read_as(post), &read_as(pre)), &read_as(MOST));
        figure.shows(given, [("", number(normalized_change(pre, post, MOST)))])
    };
    let (before, after, given) = checks(&[(4.0, 7.0), (8.0, 6.0), (10.0, 10.0)]);
    let class = class_normalized_change(&before, &after, MOST);
    [(4.0, 7.0), (8.0, 6.0)]
        .into_iter()
        .fold(figure, student)
        .shows(
            h.of_most(&given, &read_as(MOST)),
            [(h.mean, measure(class.value)), (h.left_out, (class.dropped + class.missing).to_string())],
        )
        .none(h.change_none(&PAIRED_FLOOR))
}

/// The same two checks for both gains, so that one sees that they are two numbers.
const GAINS: [(f64, f64); 2] = [(4.0, 7.0), (8.0, 8.0)];

fn gain_class() -> Figure {
    let h = words().how();
    let (before, after, given) = checks(&GAINS);
    let gain = class_hake_gain(&before, &after, MOST);
    Figure::new("how-gain-class", h.gain_class, h.gain_class_rule)
        .shows(h.of_most(&given, &read_as(MOST)), [("", measure(gain))])
}

fn gain_mean() -> Figure {
    let h = words().how();
    let (before, after, given) = checks(&GAINS);
    let gain = mean_of_hake_gains(&before, &after, MOST).value;
    Figure::new("how-gain-mean", h.gain_mean, h.gain_mean_rule)
        .shows(h.of_most(&given, &read_as(MOST)), [("", measure(gain))])
        .none(h.gain_mean_none(&PAIRED_FLOOR))
}

fn shift() -> Figure {
    let h = words().how();
    let before = [true, true, false, false, false].map(Some);
    let after = [true, false, true, true, false].map(Some);
    let marks = |answers: &[Option<bool>]| joined(answers, |right| mark(*right).to_owned());
    let shift = Shift::of(&before, &after);
    let gives = [
        (h.kept, shift.kept.to_string()),
        (h.gained, shift.gained.to_string()),
        (h.lost, shift.lost.to_string()),
        (h.still_wrong, shift.still_wrong.to_string()),
        (h.gain_rate, share(shift.gain_rate())),
    ];
    Figure::new("how-shift", h.shift, h.shift_rule)
        .shows(h.two_checks(&marks(&after), &marks(&before)), gives)
        .none(h.shift_none(&PAIRED_FLOOR))
}

fn mark(right: Option<bool>) -> &'static str {
    match right {
        Some(true) => "✓",
        Some(false) => "✗",
        None => MISSING,
    }
}

fn effect() -> Figure {
    let h = words().how();
    let (before, after, given) = checks(&[(4.0, 6.0), (6.0, 7.0), (5.0, 7.0), (7.0, 9.0)]);
    let effect = effect_size(&before, &after).map(|effect| effect.d);
    Figure::new("how-effect", h.effect, h.effect_rule)
        .shows(given, [("", measure(effect))])
        .none(h.effect_none(&EFFECT_SIZE_FLOOR))
        .folded()
}

/// What two people saw on the same work.
const SEEN: [(f64, f64); 5] = [(3.0, 3.0), (2.0, 3.0), (4.0, 2.0), (1.0, 1.0), (2.0, 2.0)];

fn same() -> Figure {
    let h = words().how();
    let (first, second) = sides(&SEEN);
    let within = |steps| hundredths(percent_agreement(&SEEN, steps).map(|measure| measure.value));
    Figure::new("how-same", h.same, h.same_rule)
        .of(Term::Agreement)
        .shows(h.two_views(&first, &second), [(h.exact, within(0.0)), (h.within_one, within(1.0))])
}

fn hundredths(of: Result<f64, Undefined>) -> String {
    share(of.and_then(|value| Measure::of(value / 100.0, 1)))
}

fn kappa() -> Figure {
    let h = words().how();
    let (first, second) = sides(&SEEN);
    let kappa = |weights| measure(kappa_of_ratings(&SEEN, &[1.0, 2.0, 3.0, 4.0], &weights));
    Figure::new("how-kappa", h.kappa, h.kappa_rule)
        .shows(
            h.two_views(&first, &second),
            [(h.equal_weight, kappa(Weights::Same)), (h.by_distance, kappa(Weights::Linear))],
        )
        .none(h.kappa_none(&KAPPA_FLOOR))
}

fn own() -> Figure {
    let h = words().how();
    let pairs = [(3.0, 2.0), (3.0, 3.0), (4.0, 3.0), (2.0, 3.0)];
    let (own, shown) = sides(&pairs);
    let views = calibration(&pairs);
    let gives = [
        (h.exact, hundredths(views.map(|v| v.exact))),
        (h.higher, hundredths(views.map(|v| v.over))),
        (h.lower, hundredths(views.map(|v| v.under))),
        (h.apart, number(views.map(|v| v.distance))),
    ];
    Figure::new("how-own", h.own, h.own_rule)
        .of(Term::Calibration)
        .shows(h.own_view(&own, &shown), gives)
        .none(h.own_none(&(2 * HALF_FLOOR)))
}

fn spot() -> Figure {
    let h = words().how();
    let rule = h.spot_rule(&percent(JUST_RIGHT_FROM), &LATEST_TRIES, &percent(JUST_RIGHT_TO));
    let figure = Figure::new("how-spot", h.spot, rule).of(Term::SweetSpot).none(h.spot_none(&FEWEST_TRIES));
    [(8, 10), (3, 20)].into_iter().fold(figure, |figure, (right, all)| {
        let spot = sweet_spot(right, all);
        let gives = [
            (h.share, share(spot.and_then(|spot| spot.rate))),
            (h.range, range(wilson(right, all, Z_95))),
            ("", spot.map_or_else(|_| MISSING.to_owned(), zone)),
        ];
        figure.shows(h.tries(&all, &right), gives)
    })
}

fn zone(spot: SweetSpot) -> String {
    let h = words().how();
    let zone = match spot.zone {
        Zone::NotEnough => h.too_few,
        Zone::TooHard => h.too_hard,
        Zone::JustRight => h.just_right,
        Zone::TooEasy => h.too_easy,
    };
    format!("{zone}, {}", if spot.sure { h.sure } else { h.not_sure })
}
