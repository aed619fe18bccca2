//! Every formula by its name in a file of cases.

use daymark::domain::agreement::{self, Weights};
use daymark::domain::attendance::chronic_absence;
use daymark::domain::exit_ticket::{Group, sort_by_cuts};
use daymark::domain::goal::steps;
use daymark::domain::intervention::{self, Outcome};
use daymark::domain::item;
use daymark::domain::measure::{Measure, Undefined, mean, median, pairs};
use daymark::domain::pre_post::{self, ClassChange, Shift};
use daymark::domain::privacy::{PERCENT_FLOOR, percent_told, suppress_row};
use daymark::domain::proficiency::method;
use daymark::domain::proportion::{Z_95, shrunk, wilson};
use daymark::domain::rounding::round;
use daymark::domain::sweet_spot::{Zone, sweet_spot};
use daymark::domain::trend::{self, Advice, Better};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::input::{Bad, Input, Ordered, list, number, numbers, whole};

/// The value of a formula for an input, `null` when it is undefined.
pub fn value(formula: &str, text: &str) -> Result<Value, Bad> {
    let input = Input::read(text)?;
    let value = match formula.split_once('.').map_or(formula, |(family, _)| family) {
        "growth" | "es" | "test" => pre_and_post(formula, &input),
        "prof" | "agg" | "num" => proficiency(formula, &input),
        "agree" | "calib" => agree(formula, &input),
        "item" | "ticket" => items(formula, &input, text),
        "goal" | "zpd" | "ew" | "priv" => single(formula, &input),
        _ => progress(formula, &input),
    }?;
    match input.get("digits") {
        Some(digits) => {
            let digits = u8::try_from(whole(digits, "digits")?).map_err(|_| "digits is too large")?;
            Ok(rounded(value, digits))
        }
        None => Ok(value),
    }
}

fn unknown(formula: &str) -> Result<Value, Bad> {
    Err(format!("{formula} is not a formula that is known"))
}

/// Rounds every number as the source of the case does.
fn rounded(value: Value, digits: u8) -> Value {
    match value {
        Value::Number(n) => n.as_f64().map_or(Value::Null, |n| json!(round(n, digits))),
        Value::Array(all) => all.into_iter().map(|value| rounded(value, digits)).collect(),
        Value::Object(all) => all.into_iter().map(|(key, value)| (key, rounded(value, digits))).collect(),
        other => other,
    }
}

/// What is undefined is `null`; what lies outside of its own scale is no input.
fn told<T>(result: Result<T, Undefined>, tell: impl FnOnce(T) -> Value) -> Result<Value, Bad> {
    match result {
        Ok(value) => Ok(tell(value)),
        Err(why @ Undefined::OutsideScale) => Err(why.to_string()),
        Err(_) => Ok(Value::Null),
    }
}

fn figure(result: Result<f64, Undefined>) -> Result<Value, Bad> {
    told(result, |value| json!(value))
}

fn measure(result: Result<Measure, Undefined>) -> Result<Value, Bad> {
    figure(result.map(|measure| measure.value))
}

/// A part of a result: undefined is `null`.
fn part(result: Result<Measure, Undefined>) -> Option<f64> {
    result.ok().map(|measure| measure.value)
}

fn pre_and_post(formula: &str, input: &Input) -> Result<Value, Bad> {
    let max = input.first(&["max", "max_score", "maximum"]);
    let max = max.map_or(Ok(100.0), |max| number(max, "max"))?;
    let lists = || Ok::<_, Bad>((input.numbers("pre")?, input.numbers("post")?));
    let class = |change: ClassChange, dropped: &str| {
        let n = change.value.map_or(0, |value| value.n);
        json!({ "value": part(change.value), "n_used": n, "n_missing": change.missing, dropped: change.dropped })
    };
    let both = || Ok::<_, Bad>((input.maybe("pre")?, input.maybe("post")?));
    let pair = |of: fn(f64, f64, f64) -> Result<f64, Undefined>| match both()? {
        (Some(pre), Some(post)) => figure(of(pre, post, max)),
        _ => Ok(Value::Null),
    };
    match formula {
        "growth.raw_gain" => both().and_then(|(pre, post)| figure(pre_post::raw_gain(pre, post))),
        "growth.normalized_change" => pair(pre_post::normalized_change),
        "growth.hake_g" => pair(pre_post::hake_gain),
        "growth.normalized_change_mean" => {
            lists().map(|(pre, post)| class(pre_post::class_normalized_change(&pre, &post, max), "n_dropped"))
        }
        "growth.hake_g_class" => {
            lists().and_then(|(pre, post)| measure(pre_post::class_hake_gain(&pre, &post, max)))
        }
        "growth.hake_g_mean_of_gains" => {
            lists().map(|(pre, post)| class(pre_post::mean_of_hake_gains(&pre, &post, max), "n_at_ceiling"))
        }
        "es.average_sd" => {
            let (pre, post) = lists()?;
            told(
                pre_post::effect_size(&pre, &post),
                |size| json!({ "avg_sd": size.average_sd, "d": size.d.value, "individual": size.individual }),
            )
        }
        "es.cliffs_delta" => measure(pre_post::cliffs_delta(&input.present("x")?, &input.present("y")?)),
        "test.mcnemar_exact" => {
            let (b, c) = (input.count("b")?, input.count("c")?);
            told(pre_post::mcnemar_exact(b.into(), c.into()), |p| json!({ "statistic": b.min(c), "p": p }))
        }
        _ => unknown(formula),
    }
}

fn proficiency(formula: &str, input: &Input) -> Result<Value, Bad> {
    let scores = || input.present("scores");
    let n = |usual| input.count_or("n", usual).map(|n| n as usize);
    let weight = || input.or("weight", method::WEIGHT.into());
    let reached = |result| told(result, |r: method::Reached| json!({ "value": r.value.value, "met": r.met }));
    match formula {
        "num.round_half_up" => {
            let digits = u8::try_from(input.count_or("digits", 0)?).map_err(|_| "digits is too large")?;
            Ok(input.maybe("x")?.map_or(Value::Null, |x| json!(round(x, digits))))
        }
        "agg.mean" => measure(mean(&input.present("x")?)),
        "agg.median" => measure(median(&input.present("x")?)),
        "prof.average" => measure(mean(&scores()?)),
        "prof.highest" => measure(method::highest(&scores()?)),
        "prof.latest" => measure(method::latest(&scores()?)),
        "prof.median_recent" => measure(method::median_of_last(&scores()?, n(3)?)),
        "prof.mode" => measure(method::mode(&scores()?)),
        "prof.n_mastery" => measure(method::n_mastery(&scores()?, n(3)?, input.number("mastery")?)),
        "prof.weighted_average" => measure(method::weighted_average(&scores()?, weight()?)),
        "prof.decaying_average" => measure(method::decaying_average(&scores()?, weight()?)),
        "prof.power_law" => measure(method::power_law(&scores()?, input.maybe("scale_max")?)),
        "prof.conjunctive" => reached(method::conjunctive(&scores()?, input.number("cut")?)),
        "prof.compensatory" => reached(method::compensatory(&scores()?, input.number("cut")?)),
        "prof.rescale" => match input.maybe("points")? {
            Some(points) => {
                measure(method::rescale(points, input.number("possible")?, input.number("scale_max")?))
            }
            None => Ok(Value::Null),
        },
        "prof.level_from_cuts" => {
            let (cuts, labels) = cuts(input)?;
            match input.maybe("score")? {
                Some(score) => told(method::level_from_cuts(score, &cuts), |i| labels[i].clone()),
                None => Ok(Value::Null),
            }
        }
        "prof.rating_percents" => percents(input, &scores()?, &cuts(input)?.0),
        _ => unknown(formula),
    }
}

fn cuts(input: &Input) -> Result<(Vec<f64>, Vec<Value>), Bad> {
    #[derive(Deserialize)]
    struct Cut {
        min: f64,
        label: Value,
    }
    let cuts: Vec<Cut> =
        serde_json::from_value(input.needed("cuts")?.clone()).map_err(|why| why.to_string())?;
    Ok(cuts.into_iter().map(|cut| (cut.min, cut.label)).unzip())
}

fn percents(input: &Input, scores: &[f64], cuts: &[f64]) -> Result<Value, Bad> {
    if scores.is_empty() {
        return Ok(Value::Null);
    }
    let (counts, below) = method::band_counts(scores, cuts);
    let all: u32 = counts.iter().sum::<u32>() + below;
    let exact = counts.iter().map(|n| 100.0 * f64::from(*n) / f64::from(all));
    match input.text("rounding")? {
        None => Ok(exact.collect::<Vec<f64>>().into()),
        Some(text) if text.contains("largest") => Ok(method::band_percents(scores, cuts).into()),
        Some(text) if text.replace('_', " ").contains("half up") => {
            Ok(exact.map(|p| round(p, 0)).collect::<Vec<f64>>().into())
        }
        Some(text) => Err(format!("rounding {text} is not known")),
    }
}

fn agree(formula: &str, input: &Input) -> Result<Value, Bad> {
    let complete =
        |first: &str, second: &str| Ok::<_, Bad>(pairs(&input.numbers(first)?, &input.numbers(second)?).0);
    match formula {
        "agree.percent" => {
            let mut both = Vec::new();
            for pair in input.list("ratings")? {
                match numbers(pair, "a pair of ratings")?[..] {
                    [Some(a), Some(b)] => both.push((a, b)),
                    [_, _] => {}
                    _ => return Err("a rating is not a pair".to_owned()),
                }
            }
            measure(agreement::percent_agreement(&both, input.or("tolerance", 0.0)?))
        }
        "agree.kappa" => figure(agreement::kappa(&table(input.needed("table")?, "table")?, &weights(input)?)),
        "agree.kappa_raters" => {
            let ratings = complete("r1", "r2")?;
            // The scale, where the case names it; else the levels that were used.
            let levels = match input.first(&["levels", "categories", "scale", "labels"]) {
                Some(Value::Array(levels)) => {
                    numbers(&levels.clone().into(), "levels")?.into_iter().flatten().collect()
                }
                Some(top) => (1..=whole(top, "levels")?).map(f64::from).collect(),
                None => agreement::levels_used(&ratings),
            };
            measure(agreement::kappa_of_ratings(&ratings, &levels, &weights(input)?))
        }
        "calib.self_vs_teacher" => told(agreement::calibration(&complete("self_scores", "teacher")?), |c| {
            json!({
                "n": c.n, "bias": c.bias, "mae": c.distance, "abs_accuracy_index": c.squared,
                "exact_pct": c.exact, "within1_pct": c.within_one, "over_pct": c.over, "under_pct": c.under,
            })
        }),
        _ => unknown(formula),
    }
}

fn table(value: &Value, name: &str) -> Result<Vec<Vec<f64>>, Bad> {
    let row = |row: &Value| {
        let row: Option<Vec<f64>> = numbers(row, name)?.into_iter().collect();
        row.ok_or_else(|| format!("{name} has a hole"))
    };
    list(value, name)?.iter().map(row).collect()
}

fn weights(input: &Input) -> Result<Weights, Bad> {
    match input.get("weights") {
        None => Ok(Weights::Same),
        Some(Value::String(name)) => match name.as_str() {
            "none" | "unweighted" | "equal" => Ok(Weights::Same),
            "linear" => Ok(Weights::Linear),
            "quadratic" | "squared" => Ok(Weights::Quadratic),
            other => Err(format!("weights {other} are not known")),
        },
        Some(given) => table(given, "weights").map(Weights::Table),
    }
}

fn items(formula: &str, input: &Input, text: &str) -> Result<Value, Bad> {
    match formula {
        "item.shift" => {
            let right = |name| {
                Ok::<_, Bad>(input.numbers(name)?.iter().map(|a| a.map(|a| a > 0.0)).collect::<Vec<_>>())
            };
            let s = Shift::of(&right("pre")?, &right("post")?);
            Ok(json!({
                "kept": s.kept, "gained": s.gained, "lost": s.lost, "still_wrong": s.still_wrong, "n": s.n(),
                "gain_rate": part(s.gain_rate()), "loss_rate": part(s.loss_rate()),
            }))
        }
        "item.difficulty" => measure(item::difficulty(input.count("correct")?, input.count("n")?)),
        "item.discrimination" => {
            let count = |name| input.count(name);
            figure(item::discrimination(
                count("upper_correct")?,
                count("lower_correct")?,
                count("n_per_group")?,
            ))
        }
        "item.distractors" => distractors(input),
        "item.point_biserial" => {
            let both = pairs(&input.numbers("x")?, &input.numbers("y")?).0;
            let answer = |(x, y): (f64, f64)| match x {
                0.0 => Ok((false, y)),
                1.0 => Ok((true, y)),
                _ => Err("x is neither 0 nor 1".to_owned()),
            };
            measure(item::point_biserial(&both.into_iter().map(answer).collect::<Result<Vec<_>, _>>()?))
        }
        "item.kr20" => measure(item::kr20(&complete_rows(input)?)),
        "item.alpha" => measure(item::alpha(&complete_rows(input)?)),
        "ticket.sort" => tickets(input, text),
        _ => unknown(formula),
    }
}

/// The students who answered every question.
fn complete_rows(input: &Input) -> Result<Vec<Vec<f64>>, Bad> {
    let rows = input.list("matrix")?.iter().map(|row| numbers(row, "matrix"));
    let complete = |row: Vec<Option<f64>>| row.into_iter().collect::<Option<Vec<f64>>>();
    Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().filter_map(complete).collect())
}

fn distractors(input: &Input) -> Result<Value, Bad> {
    let counts = input.needed("counts")?.as_object().ok_or("counts is not an object")?;
    let key = input.text("key")?.ok_or("the input has no key")?;
    let mut key_count = 0;
    let (mut names, mut others) = (Vec::new(), Vec::new());
    for (name, value) in counts {
        let n = whole(value, name)?;
        if name == key {
            key_count = n;
        } else {
            names.push(name);
            others.push(n);
        }
    }
    told(item::distractors(key_count, &others), |(p, options)| {
        let option = |o: &item::Distractor| json!({ "share": o.share, "nonfunctional": o.nonfunctional, "beats_key": o.beats_key });
        let options: Map<String, Value> =
            names.into_iter().cloned().zip(options.iter().map(option)).collect();
        json!({ "p": p.value, "options": options })
    })
}

fn tickets(input: &Input, text: &str) -> Result<Value, Bad> {
    #[derive(Deserialize)]
    struct Tickets {
        scores: Ordered,
    }
    let Tickets { scores: Ordered(scores) } = serde_json::from_str(text).map_err(|why| why.to_string())?;
    let values: Vec<Value> = scores.iter().map(|(_, score)| score.clone()).collect();
    let groups =
        sort_by_cuts(&numbers(&values.into(), "scores")?, input.number("got_it")?, input.number("almost")?);
    let of = |wanted: Option<Group>| {
        let names = scores.iter().zip(&groups).filter(|(_, group)| **group == wanted);
        names.map(|((name, _), _)| name.clone()).collect::<Vec<_>>()
    };
    Ok(json!({
        "got_it": of(Some(Group::GotIt)), "almost": of(Some(Group::Almost)),
        "not_yet": of(Some(Group::NotYet)), "no_ticket": of(None),
    }))
}

fn single(formula: &str, input: &Input) -> Result<Value, Bad> {
    match formula {
        "goal.weekly_rate" => figure(steps::weekly_rate(
            input.number("total")?,
            input.number("weeks")?,
            input.or("multiplier", 1.0)?,
        )),
        "goal.proximal_steps" => {
            let steps = u16::try_from(input.count("steps")?).map_err(|_| "too many steps")?;
            told(steps::milestones(input.number("baseline")?, input.number("target")?, steps), Value::from)
        }
        "goal.linear_target" => {
            let rate = input.number("rate_per_week")?;
            figure(steps::linear_target(input.number("baseline")?, rate, input.number("weeks")?))
        }
        "zpd.zone" => told(sweet_spot(input.count("correct")?, input.count("n")?), |spot| {
            let zone = match spot.zone {
                Zone::NotEnough => "not_enough",
                Zone::TooHard => "too_hard",
                Zone::JustRight => "just_right",
                Zone::TooEasy => "too_easy",
            };
            json!({ "rate": part(spot.rate), "zone": zone, "sure": spot.sure })
        }),
        "ew.chronic_absence" => told(
            chronic_absence(input.number("absent")?, input.number("enrolled")?),
            |(rate, chronic)| json!({ "rate": rate, "chronic": chronic }),
        ),
        "priv.suppress_row" => {
            let counts = input.list("counts")?.iter().map(|n| whole(n, "counts").map(u64::from));
            let counts: Vec<u64> = counts.collect::<Result<_, _>>()?;
            Ok(suppress_row(&counts, input.count("threshold")?.into()).into())
        }
        "priv.percent_label" => {
            let floor = input.first(&["floor", "min_n", "minimum", "threshold"]);
            let floor = floor.map_or(Ok(PERCENT_FLOOR), |floor| whole(floor, "floor"))?;
            Ok(percent_told(input.count("numerator")?, input.count("n")?, floor).to_string().into())
        }
        _ => unknown(formula),
    }
}

fn progress(formula: &str, input: &Input) -> Result<Value, Bad> {
    let points = |x: &str, y: &str| Ok::<_, Bad>(pairs(&input.numbers(x)?, &input.numbers(y)?).0);
    match formula {
        "trend.ols" => told(trend::least_squares(&points("x", "y")?), |line| {
            let (see, se_slope) = (line.error.ok(), line.slope_error.ok());
            json!({ "slope": line.slope, "intercept": line.intercept, "see": see, "se_slope": se_slope })
        }),
        "trend.theil_sen" => told(trend::theil_sen(&points("x", "y")?), |line| {
            json!({
                "slope": line.slope.value,
                "intercept_separate": line.intercept_separate, "intercept_joint": line.intercept_joint,
            })
        }),
        "pm.aimline" => {
            let (baseline, goal, weeks) = way(input)?;
            figure(trend::aim_line(baseline, goal, weeks, input.number("week")?))
        }
        "pm.slope_needed" => {
            way(input).and_then(|(baseline, goal, weeks)| figure(trend::slope_needed(baseline, goal, weeks)))
        }
        "pm.four_point_rule" => {
            let fewest = input.count_or("min_points", 6)? as usize;
            let run = input.count_or("run", 4)? as usize;
            Ok(advice(trend::four_point_rule(&points("observed", "aim")?, better(input)?, fewest, run)))
        }
        "pm.trend_rule" => {
            let (slope, tolerance) = (input.number("goal_slope")?, input.or("tolerance", 0.0)?);
            told(trend::trend_rule(&points("weeks", "observed")?, slope, tolerance, better(input)?), advice)
        }
        "scd.nap" => {
            measure(intervention::nap(&input.numbers("A_data")?, &input.numbers("B_data")?, better(input)?))
        }
        "scd.pnd" => {
            measure(intervention::pnd(&input.numbers("A_data")?, &input.numbers("B_data")?, better(input)?))
        }
        "count.tactics" => tactics(input),
        "ci.wilson" => {
            told(wilson(input.count("k")?, input.count("n")?, input.or("z", Z_95)?), |(low, high)| {
                json!([low, high])
            })
        }
        "shrink.beta_binomial" => {
            let (alpha, beta) = (input.or("alpha", 2.0)?, input.or("beta", 2.0)?);
            figure(shrunk(input.count("k")?, input.count("n")?, alpha, beta))
        }
        _ => unknown(formula),
    }
}

fn way(input: &Input) -> Result<(f64, f64, f64), Bad> {
    Ok((input.number("baseline")?, input.number("goal")?, input.number("weeks")?))
}

fn better(input: &Input) -> Result<Better, Bad> {
    match input.first(&["improvement", "direction"]).map(|value| value.as_str().unwrap_or_default()) {
        None | Some("increase" | "up" | "higher") => Ok(Better::More),
        Some("decrease" | "down" | "lower") => Ok(Better::Less),
        Some(other) => Err(format!("improvement {other} is not known")),
    }
}

fn advice(advice: Advice) -> Value {
    Value::from(match advice {
        Advice::CollectMore => "collect_more",
        Advice::ChangeTeaching => "change_teaching",
        Advice::RaiseGoal => "raise_goal",
        Advice::KeepGoing => "keep_going",
    })
}

fn tactics(input: &Input) -> Result<Value, Bad> {
    #[derive(Deserialize)]
    struct Tried {
        tactic: String,
        outcome: String,
    }
    let log: Vec<Tried> =
        serde_json::from_value(input.needed("log")?.clone()).map_err(|why| why.to_string())?;
    let (alpha, beta) = (input.or("prior_successes", 2.0)?, input.or("prior_failures", 2.0)?);
    let mut ends = Vec::new();
    for tried in &log {
        let outcome = match tried.outcome.as_str() {
            "worked" => Outcome::Worked,
            "did_not" => Outcome::DidNot,
            "unclear" => Outcome::Unclear,
            other => return Err(format!("outcome {other} is not known")),
        };
        ends.push((tried.tactic.as_str(), outcome));
    }
    let counted = intervention::count_tactics(ends).into_iter().map(|(tactic, c)| {
        let told = json!({
            "worked": c.worked, "did_not": c.did_not, "unclear": c.unclear, "n": c.n(),
            "rate": part(c.rate()), "wilson": c.interval().ok().map(|(low, high)| [low, high]),
            "shrunk": c.shrunk(alpha, beta).ok(),
        });
        (tactic.to_owned(), told)
    });
    Ok(Value::Object(counted.collect()))
}
