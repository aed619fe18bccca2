//! What must hold of the calculations for any input.

use daymark::domain::agreement::{Weights, calibration, kappa_of_ratings, levels_used, percent_agreement};
use daymark::domain::goal::steps::{linear_target, milestones, weekly_rate};
use daymark::domain::intervention::{nap, pnd};
use daymark::domain::item::{alpha, discrimination, point_biserial};
use daymark::domain::measure::{Undefined, mean, median, sample_sd};
use daymark::domain::pre_post::{
    class_hake_gain, class_normalized_change, cliffs_delta, effect_size, hake_gain, mcnemar_exact,
    mean_of_hake_gains, normalized_change, raw_gain,
};
use daymark::domain::privacy::{percent_told, suppress_row};
use daymark::domain::proficiency::method::{self, Method};
use daymark::domain::proportion::{Z_95, shrunk, wilson};
use daymark::domain::rounding::{round, shares};
use daymark::domain::scale::Level;
use daymark::domain::sweet_spot::sweet_spot;
use daymark::domain::trend::{Better, aim_line, least_squares, slope_needed, theil_sen, trend_rule};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// Any finite number, the largest and the smallest included.
fn finite() -> impl Strategy<Value = f64> {
    any::<f64>().prop_filter("finite", |x| x.is_finite())
}

fn scores() -> impl Strategy<Value = Vec<f64>> {
    vec((1u8..=6).prop_map(f64::from), 1..30)
}

const METHODS: [Method; 9] = [
    Method::Average,
    Method::Highest,
    Method::Latest,
    Method::MedianOfLast { last: 3 },
    Method::Mode,
    Method::NMastery { n: 2, cut: Level(3) },
    Method::Weighted { weight: 65 },
    Method::Decaying { weight: 65 },
    Method::PowerLaw,
];

/// Fails when a figure is there and is no finite number.
#[track_caller]
fn is_finite(name: &str, value: Result<f64, Undefined>) {
    if let Ok(value) = value {
        assert!(value.is_finite(), "{name} gave {value}");
    }
}

proptest! {
    #[test]
    fn nothing_gives_nan_or_infinity(
        a in vec(finite(), 0..9),
        b in vec(finite(), 0..9),
        (x, y, z) in (finite(), finite(), finite()),
        (k, n) in (any::<u32>(), any::<u32>()),
    ) {
        let some = |list: &[f64]| list.iter().copied().map(Some).collect::<Vec<_>>();
        let (oa, ob) = (some(&a), some(&b));
        let points: Vec<(f64, f64)> = a.iter().copied().zip(b.iter().copied()).collect();
        for method in METHODS {
            is_finite(&format!("{method:?}"), method.value(&a, x).map(|m| m.value));
        }
        is_finite("mean", mean(&a).map(|m| m.value));
        is_finite("median", median(&a).map(|m| m.value));
        is_finite("sd", sample_sd(&a));
        is_finite("rescale", method::rescale(x, y, z).map(|m| m.value));
        is_finite("raw gain", raw_gain(Some(x), Some(y)));
        is_finite("change", normalized_change(x, y, z));
        is_finite("hake", hake_gain(x, y, z));
        is_finite("class change", class_normalized_change(&oa, &ob, z).value.map(|m| m.value));
        is_finite("class hake", class_hake_gain(&oa, &ob, z).map(|m| m.value));
        is_finite("mean hake", mean_of_hake_gains(&oa, &ob, z).value.map(|m| m.value));
        is_finite("cliff", cliffs_delta(&a, &b).map(|m| m.value));
        is_finite("mcnemar", mcnemar_exact((k % 5_000).into(), (n % 5_000).into()));
        if let Ok(size) = effect_size(&oa, &ob) {
            prop_assert!(size.average_sd.is_finite() && size.d.value.is_finite());
            prop_assert!(size.individual.iter().all(|d| d.is_finite()));
        }
        is_finite("percent", percent_agreement(&points, x).map(|m| m.value));
        let levels = levels_used(&points);
        for weights in [Weights::Same, Weights::Linear, Weights::Quadratic] {
            is_finite("kappa", kappa_of_ratings(&points, &levels, &weights).map(|m| m.value));
        }
        if let Ok(c) = calibration(&points) {
            prop_assert!([c.bias, c.distance, c.squared, c.exact, c.within_one].iter().all(|v| v.is_finite()));
        }
        is_finite("discrimination", discrimination(k, n, k.max(n)));
        let answers: Vec<(bool, f64)> = a.iter().map(|v| (*v > 0.0, *v)).collect();
        is_finite("biserial", point_biserial(&answers).map(|m| m.value));
        is_finite("alpha", alpha(&[a.clone(), a.clone(), a.iter().rev().copied().collect()]).map(|m| m.value));
        is_finite("weekly", weekly_rate(x, y, z));
        is_finite("target", linear_target(x, y, z));
        if let Ok(steps) = milestones(x, y, 7) {
            prop_assert!(steps.iter().all(|step| step.is_finite()));
        }
        is_finite("aim", aim_line(x, y, 7.0, z));
        is_finite("needed", slope_needed(x, y, z));
        if let Ok(line) = least_squares(&points) {
            prop_assert!(line.slope.is_finite() && line.intercept.is_finite());
            is_finite("see", line.error);
            is_finite("slope error", line.slope_error);
        }
        if let Ok(line) = theil_sen(&points) {
            prop_assert!(line.slope.value.is_finite() && line.intercept_joint.is_finite());
            prop_assert!(line.intercept_separate.is_finite());
        }
        // It answers, or says why not; it does not panic.
        let _ = trend_rule(&points, x, y, Better::Less);
        is_finite("nap", nap(&oa, &ob, Better::Less).map(|m| m.value));
        is_finite("pnd", pnd(&oa, &ob, Better::More).map(|m| m.value));
        is_finite("shrunk", shrunk(k, n, x, y));
        if let Ok((low, high)) = wilson(k, n, Z_95) {
            prop_assert!((0.0..=1.0).contains(&low) && low <= high && high <= 1.0);
        }
        prop_assert!(round(x, 2).is_finite());
    }

    #[test]
    fn a_figure_lies_between_the_lowest_and_the_highest_score(scores in scores()) {
        let lowest = scores.iter().copied().fold(f64::INFINITY, f64::min);
        let highest = scores.iter().copied().fold(0.0, f64::max);
        for method in METHODS {
            let Ok(figure) = method.value(&scores, 6.0) else { continue };
            let least = if method == Method::PowerLaw { 0.0 } else { lowest };
            let most = if method == Method::PowerLaw { 6.0 } else { highest };
            prop_assert!(figure.value >= least - 1e-9 && figure.value <= most + 1e-9, "{:?}: {:?}", method, figure);
            prop_assert!(figure.n >= 1 && figure.n <= scores.len());
        }
    }

    #[test]
    fn what_a_figure_hangs_on_is_all_that_it_hangs_on(scores in scores()) {
        for method in METHODS {
            let used = method.used(&scores);
            prop_assert!(used.windows(2).all(|pair| pair[0] < pair[1]));
            let Ok(figure) = method.value(&scores, 6.0) else { continue };
            let only: Vec<f64> = used.iter().map(|&i| scores[i]).collect();
            prop_assert_eq!(method.value(&only, 6.0).map(|m| m.value), Ok(figure.value), "{:?}", method);
        }
    }

    #[test]
    fn another_unit_scales_the_figure(scores in scores(), unit in 1u32..50) {
        let unit = f64::from(unit);
        let scaled: Vec<f64> = scores.iter().map(|s| s * unit).collect();
        for method in METHODS.into_iter().filter(|m| !matches!(m, Method::NMastery { .. })) {
            let (Ok(figure), Ok(other)) = (method.value(&scores, 1e9), method.value(&scaled, 1e9)) else { continue };
            prop_assert!((figure.value * unit - other.value).abs() < 1e-9 * other.value, "{:?}", method);
        }
    }

    #[test]
    fn a_weight_near_100_tends_to_the_latest(scores in scores()) {
        let latest = scores[scores.len() - 1];
        for value in [method::weighted_average(&scores, 99.999_9), method::decaying_average(&scores, 99.999_9)] {
            prop_assert!((value.unwrap().value - latest).abs() < 1e-5);
        }
    }

    #[test]
    fn every_score_has_exactly_one_band(score in 0.0f64..200.0, cuts in vec(0.0f64..100.0, 1..6)) {
        let mut cuts = cuts;
        cuts.push(0.0);
        let band = method::level_from_cuts(score, &cuts).unwrap();
        prop_assert!(cuts[band] <= score);
        prop_assert!(cuts.iter().all(|cut| *cut <= cuts[band] || *cut > score));
    }

    #[test]
    fn shares_on_a_screen_add_up(counts in vec(0u32..1_000_000, 1..12), whole in 1u32..10_000) {
        let told = shares(&counts, whole);
        let all: u64 = counts.iter().map(|n| u64::from(*n)).sum();
        prop_assert_eq!(told.iter().sum::<u32>(), if all == 0 { 0 } else { whole });
        for (n, share) in counts.iter().zip(&told).filter(|_| all > 0) {
            let exact = f64::from(*n) * f64::from(whole) / f64::from(u32::try_from(all).unwrap());
            prop_assert!((exact - f64::from(*share)).abs() < 1.0);
        }
    }

    #[test]
    fn the_two_directions_of_a_change_mirror_each_other(pre in 0.0f64..=100.0, post in 0.0f64..=100.0, unit in 0.01f64..1_000.0) {
        let change = normalized_change(pre, post, 100.0);
        // What was lost of a score is what was gained of its complement.
        let mirrored = normalized_change(100.0 - pre, 100.0 - post, 100.0);
        let scaled = normalized_change(pre * unit, post * unit, 100.0 * unit);
        match (change, mirrored, scaled) {
            (Ok(change), Ok(mirrored), Ok(scaled)) => {
                prop_assert!((-1.0..=1.0).contains(&change));
                prop_assert!((change + mirrored).abs() < 1e-9);
                prop_assert!((change - scaled).abs() < 1e-9);
            }
            // Multiplying may carry a score a hair past the end of its scale.
            (_, _, scaled) => prop_assert!(change.is_err() || scaled == Err(Undefined::OutsideScale)),
        }
    }

    #[test]
    fn nap_of_both_directions_is_one(
        a in vec(option::weighted(0.9, -50.0f64..50.0), 1..12),
        b in vec(option::weighted(0.9, -50.0f64..50.0), 1..12),
    ) {
        for better in [Better::More, Better::Less] {
            if let (Ok(one), Ok(other)) = (nap(&a, &b, better), nap(&b, &a, better)) {
                prop_assert!((one.value + other.value - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn equal_raters_agree_wholly(levels in vec(1u8..=6, 1..40)) {
        let both: Vec<(f64, f64)> = levels.iter().map(|l| (f64::from(*l), f64::from(*l))).collect();
        let scale: Vec<f64> = (1u8..=6).map(f64::from).collect();
        let one_level = levels.iter().all(|l| *l == levels[0]);
        for weights in [Weights::Same, Weights::Linear, Weights::Quadratic] {
            match kappa_of_ratings(&both, &scale, &weights) {
                Ok(kappa) => prop_assert!((kappa.value - 1.0).abs() < 1e-12),
                Err(why) => prop_assert!(one_level && why == Undefined::NoVariance),
            }
        }
        let c = calibration(&both).unwrap();
        prop_assert_eq!((c.bias, c.distance, c.exact, c.over, c.under), (0.0, 0.0, 100.0, 0.0, 0.0));
    }

    #[test]
    fn what_is_hidden_cannot_be_worked_back(counts in vec(0u64..40, 1..8), threshold in 1u64..12) {
        let told = suppress_row(&counts, threshold);
        let total: u64 = counts.iter().sum();
        for (count, told) in counts.iter().zip(&told) {
            prop_assert!(told.is_none_or(|told| told == *count && told >= threshold));
        }
        // A total under the threshold is not shown itself.
        let hidden = told.iter().filter(|n| n.is_none()).count();
        if hidden == 0 || total < threshold || counts.len() == 1 {
            return Ok(());
        }
        // Whoever subtracts the rest from the total has a sum of two counts or more, and not 0.
        let rest = total - told.iter().flatten().sum::<u64>();
        prop_assert!(hidden >= 2, "{:?} of {:?}", told, counts);
        prop_assert!(rest > 0, "{:?} of {:?}", told, counts);
        // Three and more that are all as large as a small count can be would be told by their sum. Where a
        // larger one is hidden with them, the same sum comes about in other ways.
        let small = counts.iter().zip(&told).all(|(count, told)| told.is_some() || *count < threshold);
        let most = u64::try_from(hidden).unwrap() * (threshold - 1);
        let told_by_sum = small && hidden >= 3 && hidden < counts.len() && rest == most;
        prop_assert!(!told_by_sum, "{:?} of {:?}", told, counts);
    }

    #[test]
    fn a_percentage_of_a_small_group_is_not_told(part in 0u32..200, n in 0u32..200, floor in 1u32..30) {
        let told = percent_told(part, n, floor).to_string();
        if part > n || n < floor {
            prop_assert_eq!(told, "*");
        } else {
            let percent = 100.0 * f64::from(part) / f64::from(n);
            prop_assert_eq!(told.starts_with('<'), percent < 5.0);
            prop_assert_eq!(told.starts_with('>'), percent > 95.0);
        }
    }

    #[test]
    fn more_tries_of_the_same_share_are_surer(hits in 0u32..=20, times in 2u32..50) {
        let (low, high) = wilson(hits, 20, Z_95).unwrap();
        let (closer, closest) = wilson(hits * times, 20 * times, Z_95).unwrap();
        prop_assert!(high - low > closest - closer);
        prop_assert!(!sweet_spot(hits, 20).unwrap().sure || sweet_spot(hits * times, 20 * times).unwrap().sure);
    }

    #[test]
    fn milestones_are_equal_steps_to_the_target(from in -1e6f64..1e6, to in -1e6f64..1e6, n in 1u16..60) {
        let steps = milestones(from, to, n).unwrap();
        prop_assert_eq!(steps.len(), usize::from(n));
        prop_assert_eq!(*steps.last().unwrap(), to);
        let step = (to - from) / f64::from(n);
        let all: Vec<f64> = std::iter::once(from).chain(steps).collect();
        prop_assert!(all.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 1e-6));
    }

    #[test]
    fn a_straight_line_is_found(slope in -50.0f64..50.0, intercept in -50.0f64..50.0, n in 3u8..40) {
        let points: Vec<(f64, f64)> = (0..n).map(|x| (f64::from(x), intercept + slope * f64::from(x))).collect();
        let line = least_squares(&points).unwrap();
        let robust = theil_sen(&points).unwrap();
        prop_assert!((line.slope - slope).abs() < 1e-9 && (robust.slope.value - slope).abs() < 1e-9);
        prop_assert!((line.intercept - intercept).abs() < 1e-7 && line.error.unwrap() < 1e-6);
    }
}
