//! What the growth screen shows: the picture, its sentence, and the same numbers as a table.

use std::collections::BTreeSet;

use crate::domain::growth::Point;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::measure::{Measure, Undefined};
use crate::domain::proficiency::SelfLevel;
use crate::domain::scale::Level;
use crate::domain::{Day, Notebook};
use crate::screens::{method, said};
use crate::ui::chart::{Dot, Drawing};
use crate::words::{figure, list, short_day, tiny_day, words};

/// All that the screen shows of a class or a student.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// The picture.
    pub drawing: Drawing,
    /// What it shows, in one sentence.
    pub sentence: String,
    /// The heads of the table behind the day.
    pub heads: Vec<String>,
    /// The rows of the table, the latest first; a cell each.
    pub rows: Vec<Vec<String>>,
    /// What the line is made by, in words.
    pub rule: String,
    /// The student's name, for the legend.
    pub name: Option<String>,
}

/// What there is to show of a student, or of the whole class.
pub fn shown(nb: &Notebook, skill: SkillId, who: Option<StudentId>) -> Shown {
    match who {
        Some(student) => of_student(nb, skill, student),
        None => of_class(nb, skill),
    }
}

/// The time axis: every day from the first to the last, so that equal steps are equal times.
struct Days(Option<(Day, Day)>);

impl Days {
    fn of(days: impl Iterator<Item = Day> + Clone) -> Days {
        Days(days.clone().min().zip(days.max()))
    }

    fn at(&self, day: Day) -> usize {
        self.0.and_then(|(first, _)| usize::try_from(day.days_since(first)).ok()).unwrap_or(0)
    }

    fn words(&self) -> Vec<String> {
        let Some((first, last)) = self.0 else { return Vec::new() };
        let days = (0..).map(|n| first.plus(n)).take_while(|day| *day <= last);
        days.map(tiny_day).collect()
    }
}

fn of_class(nb: &Notebook, skill: SkillId) -> Shown {
    let s = words().skills();
    let line = nb.settled_class_line(skill);
    let days = Days::of(line.iter().map(|(day, _)| *day));
    let dot = |(day, mean): &(Day, Measure)| Dot {
        at: days.at(*day),
        value: mean.value,
        text: format!("{}: {} · {}", short_day(*day), figure(mean.value), s.students(mean.n)),
    };
    let row = |(day, mean): &(Day, Measure)| vec![short_day(*day), figure(mean.value), mean.n.to_string()];
    let sentence = match nb.class_growth(skill) {
        Ok(way) => {
            let moved = s.class_moved(way.n, &short_day(way.since), &figure(way.from), &figure(way.to));
            format!("{moved} {}", around(nb, way.from.min(way.to), way.from.max(way.to)))
        }
        Err(Undefined::TooFew { have, needed }) => s.class_few(have, &needed),
        Err(_) => s.growth_none.to_owned(),
    };
    Shown {
        drawing: Drawing {
            days: days.words(),
            levels: said::scale_words(nb),
            line: line.iter().map(dot).collect(),
            ..Drawing::default()
        },
        sentence,
        heads: vec![s.mean.to_owned(), s.behind.to_owned()],
        rows: line.iter().rev().map(row).collect(),
        rule: words().method().legend_class(&method::name(nb.method_of(skill))),
        name: None,
    }
}

/// What the levels around two figures are called: "2 is “Getting there”, 3 is “I’ve got it”."
fn around(nb: &Notebook, low: f64, high: f64) -> String {
    let s = words().skills();
    let levels = nb.class_scale().into_iter().flat_map(|scale| scale.levels());
    let near = levels.filter(|l| f64::from(l.0) >= low.floor() && f64::from(l.0) <= high.ceil());
    let named = near.map(|level| s.level_is(&level.0, &said::level_word(nb, level)));
    s.levels_are(&list(named))
}

fn of_student(nb: &Notebook, skill: SkillId, student: StudentId) -> Shown {
    let s = words().skills();
    let name = said::name_of(nb, student);
    let line = nb.growth_line(student, skill);
    let (levels, _) = nb.levels_shown(student, skill);
    let own = nb.self_levels(student, skill);
    let shown_days = levels.iter().map(|(day, _, _)| *day);
    let days = Days::of(shown_days.chain(own.iter().map(|o| o.day)));
    let word = |level| said::level_word(nb, level);
    let text = |day: Day, what: &str, said: &str| format!("{}: {what}: {said}", short_day(day));
    let rule = words().method().legend(&method::name(nb.method_of(skill)));
    let point = |p: &Point| {
        let text = text(p.day, &rule, &figure(p.value));
        Dot { at: days.at(p.day), value: p.value, text }
    };
    let disc = |(day, level, _): &(Day, Level, _)| Dot {
        at: days.at(*day),
        value: f64::from(level.0),
        text: text(*day, s.legend_shown, &word(*level)),
    };
    let ring = |o: &SelfLevel| Dot {
        at: days.at(o.day),
        value: f64::from(o.level.0),
        text: text(o.day, &s.own_of(&name), &word(o.level)),
    };
    let all_days: BTreeSet<Day> =
        levels.iter().map(|(day, _, _)| *day).chain(own.iter().map(|o| o.day)).collect();
    let row = |day: &Day| {
        let of_day: Vec<String> =
            levels.iter().filter(|(d, _, _)| d == day).map(|(_, level, _)| word(*level)).collect();
        let by_rule = line.iter().find(|p| p.day == *day).map(|p| figure(p.value)).unwrap_or_default();
        let own: Vec<String> = own.iter().filter(|o| o.day == *day).map(|o| word(o.level)).collect();
        vec![short_day(*day), of_day.join(", "), by_rule, own.join(", ")]
    };
    let since = levels.first().map(|(day, _, _)| *day);
    let way = since.and_then(|since| Some((since, nb.growth(student, skill, since)?)));
    let sentence = match way {
        Some((since, g)) if g.from == g.to => s.student_stayed(&short_day(since), &name, &word(g.to)),
        Some((since, g)) => s.student_moved(&short_day(since), &word(g.from), &name, &word(g.to)),
        None => s.student_none(&name),
    };
    Shown {
        drawing: Drawing {
            days: days.words(),
            levels: said::scale_words(nb),
            line: line.iter().map(point).collect(),
            discs: levels.iter().map(disc).collect(),
            rings: own.iter().map(ring).collect(),
        },
        sentence,
        heads: vec![s.legend_shown.to_owned(), rule.clone(), s.own_of(&name)],
        rows: all_days.iter().rev().map(row).collect(),
        rule,
        name: Some(name),
    }
}
