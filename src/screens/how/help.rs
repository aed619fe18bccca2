//! What do answers say about a question? Is the extra help working? What is not shown, and why?

use super::figure::{
    Figure, MISSING, Question, joined, measure, number, numbers, range, read_as, share, values,
};
use crate::domain::exit_ticket::WALL_FLOOR;
use crate::domain::intervention::{PHASE_FLOOR, SUPPOSED, TacticCount, nap, pnd};
use crate::domain::item::{
    DIFFICULTY_FLOOR, DISCRIMINATION_FLOOR, RELIABILITY_FLOOR, RELIABILITY_ITEMS, WORKING_SHARE, difficulty,
    discrimination, distractors, kr20,
};
use crate::domain::measure::count;
use crate::domain::privacy::{PERCENT_FLOOR, PercentTold, percent_told, suppress_row};
use crate::domain::proficiency::method::level_from_cuts;
use crate::domain::rounding::shares;
use crate::domain::trend::{
    Advice, Better, SLOPE_FLOOR, USUAL_RUN, aim_line, four_point_rule, least_squares,
};
use crate::ui::term::Term;
use crate::words::{figure_to, percent, words};

pub fn questions() -> Vec<Question> {
    let h = words().how();
    let nothing = Figure::new("how-nothing", h.nothing, h.nothing_rule).of(Term::Undefined);
    let families = Figure::new("how-families", h.families, h.families_rule).of(Term::FamilyReport);
    vec![
        Question {
            id: "how-answers",
            text: h.answers,
            figures: vec![hard(), options(), tells(), together()],
        },
        Question {
            id: "how-helping",
            text: h.helping,
            figures: vec![aim(), four(), slope(), pairs(), best(), tactic()],
        },
        Question {
            id: "how-hidden",
            text: h.hidden,
            figures: vec![nothing, small(), percents(), rounding(), whole(), families],
        },
    ]
}

fn hard() -> Figure {
    let h = words().how();
    Figure::new("how-hard", h.hard, h.hard_rule)
        .shows(h.tries(&10, &8), [("", share(difficulty(8, 10)))])
        .none(h.hard_none(&DIFFICULTY_FLOOR))
}

fn options() -> Figure {
    const KEY: u32 = 12;
    let h = words().how();
    let others = [14, 3, 1];
    let given = h.choices(&KEY, &joined(&others, u32::to_string));
    let all = distractors(KEY, &others).map(|(_, all)| all).unwrap_or_default();
    let found = |keep: fn(&crate::domain::item::Distractor) -> bool| {
        let of: Vec<u32> = others.into_iter().zip(&all).filter(|(_, d)| keep(d)).map(|(n, _)| n).collect();
        joined(&of, u32::to_string)
    };
    Figure::new("how-options", h.options, h.options_rule(&percent(WORKING_SHARE)))
        .shows(given, [(h.idle, found(|d| d.nonfunctional)), (h.beats, found(|d| d.beats_key))])
}

fn tells() -> Figure {
    let h = words().how();
    let (upper, lower, all) = (9, 4, 10);
    Figure::new("how-tells", h.tells, h.tells_rule)
        .shows(h.groups(&all, &lower, &upper), [("", number(discrimination(upper, lower, all)))])
        .none(h.tells_none(&DISCRIMINATION_FLOOR))
}

fn together() -> Figure {
    let h = words().how();
    let rows = [[1.0, 1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 0.0]].map(Vec::from);
    let given = joined(&rows, |row| row.iter().map(|n| read_as(*n)).collect::<Vec<_>>().join(" "));
    Figure::new("how-together", h.together, h.together_rule)
        .shows(given, [("", measure(kr20(&rows)))])
        .none(h.together_none(&RELIABILITY_ITEMS, &RELIABILITY_FLOOR))
}

/// What the examples of a plan start from, aim at, and have time for.
const PLAN: (f64, f64, f64) = (20.0, 50.0, 10.0);
/// What was counted in the weeks of that plan, from week 0 on.
const WEEKS: [f64; 6] = [20.0, 22.0, 25.0, 24.0, 28.0, 31.0];

fn aim_in(week: f64) -> Result<f64, crate::domain::measure::Undefined> {
    let (start, goal, weeks) = PLAN;
    aim_line(start, goal, weeks, week)
}

fn aim() -> Figure {
    const WEEK: f64 = 4.0;
    let h = words().how();
    let (start, goal, weeks) = PLAN;
    let given = h.weeks(&read_as(start), &read_as(goal), &read_as(WEEK), &read_as(weeks));
    Figure::new("how-aim", h.aim, h.aim_rule).shows(given, [("", number(aim_in(WEEK)))])
}

fn four() -> Figure {
    let h = words().how();
    let weeks = (0..).map(count);
    let points: Vec<(f64, f64)> = WEEKS.into_iter().zip(weeks.map_while(|week| aim_in(week).ok())).collect();
    let advice = match four_point_rule(&points, Better::More, SLOPE_FLOOR, USUAL_RUN) {
        Advice::CollectMore => h.collect,
        Advice::ChangeTeaching => h.teach,
        Advice::RaiseGoal => h.raise,
        Advice::KeepGoing => h.keep,
    };
    let (seen, aims) = super::figure::sides(&points);
    Figure::new("how-four", h.four(&USUAL_RUN), h.four_rule)
        .shows(h.against_aim(&aims, &seen), [("", advice.to_owned())])
        .none(h.points_none(&SLOPE_FLOOR))
}

fn slope() -> Figure {
    let h = words().how();
    let points: Vec<(f64, f64)> = (0..).map(count).zip(WEEKS).collect();
    let slope = least_squares(&points).map(|line| line.slope);
    Figure::new("how-slope", h.slope, h.slope_rule)
        .shows(numbers(&WEEKS), [(h.a_week, number(slope))])
        .none(h.points_none(&SLOPE_FLOOR))
}

/// Points before extra help and since.
const PHASES: ([Option<f64>; 3], [Option<f64>; 3]) =
    ([Some(3.0), Some(5.0), Some(4.0)], [Some(6.0), Some(5.0), Some(7.0)]);

fn pairs() -> Figure {
    let h = words().how();
    phases("how-nap", h.nap, h.nap_rule, share(nap(&PHASES.0, &PHASES.1, Better::More)))
}

fn best() -> Figure {
    let h = words().how();
    phases("how-pnd", h.pnd, h.pnd_rule, share(pnd(&PHASES.0, &PHASES.1, Better::More)))
}

fn phases(id: &'static str, name: &'static str, rule: &'static str, gives: String) -> Figure {
    let h = words().how();
    Figure::new(id, name, rule)
        .shows(h.two_checks(&values(&PHASES.1), &values(&PHASES.0)), [("", gives)])
        .none(h.phase_none(&PHASE_FLOOR))
}

fn tactic() -> Figure {
    let h = words().how();
    let tactic = TacticCount { worked: 3, did_not: 0, unclear: 1 };
    let (worked, not) = SUPPOSED;
    let cautious = tactic.shrunk(worked.into(), not.into());
    let gives = [
        (h.share, share(tactic.rate())),
        (h.range, range(tactic.interval())),
        (h.cautious, cautious.map_or_else(|_| MISSING.to_owned(), percent)),
    ];
    Figure::new("how-tactic", h.tactic, h.tactic_rule(&not, &worked))
        .of(Term::Intervention)
        .shows(h.ends(&tactic.did_not, &tactic.unclear, &tactic.worked), gives)
        .none(h.tactic_none)
}

fn small() -> Figure {
    const THRESHOLD: u64 = 5;
    let h = words().how();
    let counts = [12, 7, 2];
    let told = |count: &Option<u64>| count.map_or_else(|| "*".to_owned(), |n| n.to_string());
    Figure::new("how-small", h.small, h.small_rule(&WALL_FLOOR)).of(Term::SmallGroup).shows(
        h.hidden_under(&THRESHOLD, &joined(&counts, u64::to_string)),
        [("", joined(&suppress_row(&counts, THRESHOLD), told))],
    )
}

fn percents() -> Figure {
    let h = words().how();
    let figure = Figure::new(
        "how-percents",
        h.percents,
        h.percents_rule(&PercentTold::Under5, &PercentTold::Over95, &PERCENT_FLOOR),
    );
    [(3, 8), (39, 40)].into_iter().fold(figure, |figure, (part, all)| {
        let told = percent_told(part, all, PERCENT_FLOOR);
        figure.shows(format!("{part} / {all}"), [("", told.to_string())])
    })
}

fn rounding() -> Figure {
    const HALF: f64 = 4.125;
    const CLOSE: f64 = 2.995;
    let h = words().how();
    let level = level_from_cuts(CLOSE, &[1.0, 2.0, 3.0, 4.0]).map(|place| count(place + 1));
    Figure::new("how-rounding", h.rounding, h.rounding_rule)
        .shows(figure_to(HALF, 3), [(h.read_as, read_as(HALF))])
        .shows(figure_to(CLOSE, 3), [(h.read_as, read_as(CLOSE)), (h.is_level, number(level))])
}

fn whole() -> Figure {
    let h = words().how();
    let counts = [1, 1, 1];
    Figure::new("how-shares", h.shares, h.shares_rule)
        .shows(joined(&counts, u32::to_string), [("", joined(&shares(&counts, 100), u32::to_string))])
}
