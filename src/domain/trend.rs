//! Progress over weeks: a line through the points, and the line that leads to the goal.

use super::measure::{Measure, Undefined, at_least, count, finite, mean, median, squares};

/// Points before a slope or a rule about it is shown.
pub const SLOPE_FLOOR: usize = 6;
/// How many of the latest points the four-point rule looks at where nothing else is chosen.
pub const USUAL_RUN: usize = 4;

/// A straight line by least squares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line {
    /// How much y rises with each x.
    pub slope: f64,
    /// y where x is 0.
    pub intercept: f64,
    /// The standard error of estimate, the square root of (squared distances / (n - 2));
    /// [`Undefined::TooFew`] under three points.
    pub error: Result<f64, Undefined>,
    /// The standard error of the slope; undefined as `error` is.
    pub slope_error: Result<f64, Undefined>,
    /// The number of points.
    pub n: usize,
}

/// The line through points (x, y) with the least squared distances.
///
/// # Errors
/// [`Undefined::TooFew`] under two points, [`Undefined::NoVariance`] when all have the same x.
pub fn least_squares(points: &[(f64, f64)]) -> Result<Line, Undefined> {
    at_least(2, points.len())?;
    let (xs, ys): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    let (mean_x, mean_y) = (mean(&xs)?.value, mean(&ys)?.value);
    let spread = squares(&xs)?;
    if spread == 0.0 {
        return Err(Undefined::NoVariance);
    }
    let together: f64 = points.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let slope = finite(together / spread)?;
    let intercept = finite(mean_y - slope * mean_x)?;
    let n = points.len();
    let error = at_least(3, n).and_then(|()| {
        let distances: f64 = points.iter().map(|(x, y)| (y - intercept - slope * x).powi(2)).sum();
        finite((distances / count(n - 2)).sqrt())
    });
    let slope_error = error.and_then(|error| finite(error / spread.sqrt()));
    Ok(Line { slope, intercept, error, slope_error, n })
}

/// The line by Theil and Sen, which one wild point does not move.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RobustLine {
    /// The median of the slopes of all pairs of points, and the number of points.
    pub slope: Measure,
    /// Median of y - slope x median of x.
    pub intercept_separate: f64,
    /// The median of (y - slope x x).
    pub intercept_joint: f64,
}

/// The line by Theil and Sen through points (x, y).
///
/// Source: Sen, Journal of the American Statistical Association 63 (1968) 1379.
///
/// # Errors
/// [`Undefined::TooFew`] under two points, [`Undefined::NoVariance`] when all have the same x.
pub fn theil_sen(points: &[(f64, f64)]) -> Result<RobustLine, Undefined> {
    at_least(2, points.len())?;
    let mut slopes = Vec::new();
    for (i, (x1, y1)) in points.iter().enumerate() {
        for (x2, y2) in &points[i + 1..] {
            if (x2 - x1).abs() > 0.0 {
                slopes.push(finite((y2 - y1) / (x2 - x1))?);
            }
        }
    }
    let slope = median(&slopes).map_err(|_| Undefined::NoVariance)?.value;
    let (xs, ys): (Vec<f64>, Vec<f64>) = points.iter().copied().unzip();
    let rests: Vec<f64> = points.iter().map(|(x, y)| y - slope * x).collect();
    Ok(RobustLine {
        slope: Measure::of(slope, points.len())?,
        intercept_separate: finite(median(&ys)?.value - slope * median(&xs)?.value)?,
        intercept_joint: median(&rests)?.value,
    })
}

/// The aim line from the baseline to the goal, at a week.
///
/// # Errors
/// [`Undefined::Empty`] without weeks.
pub fn aim_line(baseline: f64, goal: f64, weeks: f64, week: f64) -> Result<f64, Undefined> {
    finite(baseline + slope_needed(baseline, goal, weeks)? * week)
}

/// What has to be gained each week to be at the goal in time: (goal - baseline) / weeks.
///
/// # Errors
/// [`Undefined::Empty`] without weeks.
pub fn slope_needed(baseline: f64, goal: f64, weeks: f64) -> Result<f64, Undefined> {
    if weeks <= 0.0 {
        return Err(Undefined::Empty);
    }
    finite((goal - baseline) / weeks)
}

/// Whether more or less of what is counted is better.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Better {
    /// More is better, such as words read.
    #[default]
    More,
    /// Less is better, such as interruptions.
    Less,
}

impl Better {
    /// The value, mirrored when less is better, so that a higher one is always better.
    pub fn upright(self, value: f64) -> f64 {
        match self {
            Better::More => value,
            Better::Less => -value,
        }
    }
}

/// What the points say about the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Advice {
    /// There are too few points to say anything.
    CollectMore,
    /// The student stays under the aim line: teach in another way.
    ChangeTeaching,
    /// The student stays over the aim line: raise the goal.
    RaiseGoal,
    /// Go on as it is.
    KeepGoing,
}

/// The four-point rule: when the last `run` of at least `fewest` points all lie on the worse side
/// of the aim line, change teaching; all on the better side, raise the goal. A point on the line
/// breaks the run. Points are (observed, aim), in the order of time; usual are 6 and 4.
pub fn four_point_rule(points: &[(f64, f64)], better: Better, fewest: usize, run: usize) -> Advice {
    if points.len() < fewest.max(run).max(1) {
        return Advice::CollectMore;
    }
    let last = &points[points.len() - run..];
    let over = |(observed, aim): &(f64, f64)| better.upright(*observed) > better.upright(*aim);
    let under = |(observed, aim): &(f64, f64)| better.upright(*observed) < better.upright(*aim);
    if run > 0 && last.iter().all(under) {
        Advice::ChangeTeaching
    } else if run > 0 && last.iter().all(over) {
        Advice::RaiseGoal
    } else {
        Advice::KeepGoing
    }
}

/// The trend rule: compares the slope of the points (week, observed) with the slope to the goal;
/// within `tolerance` of it, keep going. From [`SLOPE_FLOOR`] points on.
///
/// # Errors
/// As [`least_squares`].
pub fn trend_rule(
    points: &[(f64, f64)],
    goal_slope: f64,
    tolerance: f64,
    better: Better,
) -> Result<Advice, Undefined> {
    if points.len() < SLOPE_FLOOR {
        return Ok(Advice::CollectMore);
    }
    let slope = better.upright(least_squares(points)?.slope);
    let goal = better.upright(goal_slope);
    Ok(if slope < goal - tolerance {
        Advice::ChangeTeaching
    } else if slope > goal + tolerance {
        Advice::RaiseGoal
    } else {
        Advice::KeepGoing
    })
}
