//! Growth on one skill as a chart: the teacher looks at the whole class or at one student, and
//! finds the same numbers as a table.

use leptos::prelude::*;

use crate::domain::growth::Point;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::measure::Undefined;
use crate::domain::notebook::Slot;
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::chart::{ChartFigure, Dot, Drawing};
use crate::ui::empty::Empty;
use crate::words::{figure, short_day, sort_by_name, tiny_day, words};

/// All that the screen shows of a class or a student.
#[derive(Clone, PartialEq)]
struct Shown {
    drawing: Drawing,
    sentence: String,
    /// The heads of the table behind the day.
    heads: Vec<String>,
    /// The rows of the table, the latest first; a cell each.
    rows: Vec<Vec<String>>,
    /// The student's name, for the legend.
    name: Option<String>,
}

/// Growth on one skill.
#[component]
pub fn GrowthScreen(
    /// The skill.
    skill: SkillId,
) -> impl IntoView {
    let session = use_session();
    let who = RwSignal::new(None::<StudentId>);
    let line = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| nb.skill(skill).map(|s| s.statement.clone()))
    });
    let known = Memo::new(move |_| line.with(Option::is_some));
    let shown = Memo::new(move |_| session.ask(|nb| shown(nb, skill, who.get())));
    let any = Memo::new(move |_| shown.with(|s| !s.rows.is_empty()));
    let s = &words().skills;
    view! {
        <main id="main" class="growth stack">
            <div class="page-head">
                <h1>{move || line.get().map_or(s.growth.to_owned(), |line| s.growth_title(&line))}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
            </div>
            <Show when=move || known.get() fallback=move || view! { <p>{s.no_cell}</p> }>
                <section class="card stack">
                    <Who skill who />
                    <Show when=move || any.get() fallback=move || view! { <Nothing /> }>
                        <Figure shown line />
                    </Show>
                </section>
            </Show>
        </main>
    }
}

/// Whose growth, and the way to the student's own page on the skill.
#[component]
fn Who(skill: SkillId, who: RwSignal<Option<StudentId>>) -> impl IntoView {
    let session = use_session();
    let students = Memo::new(move |_| {
        session.ask_slots(&[Slot::Roster], |nb| {
            let mut all: Vec<(StudentId, String)> =
                nb.students().into_iter().map(|s| (s.id, s.name.clone())).collect();
            sort_by_name(&mut all, |(_, name)| name);
            all
        })
    });
    let s = &words().skills;
    let option = |(id, name): (StudentId, String)| view! { <option value=id.to_string()>{name}</option> };
    let cell = move |student| Route::Teacher(TeacherScreen::Cell(student, skill)).href();
    view! {
        <div class="row">
            <label class="row">
                <span>{s.growth_of}</span>
                <select class="plain" on:change=move |event| who.set(event_target_value(&event).parse().ok())>
                    <option value="">{s.whole_class}</option>
                    {move || students.get().into_iter().map(option).collect_view()}
                </select>
            </label>
            {move || {
                who.get().map(|student| view! { <a class="btn small" href=cell(student)>{s.see_evidence}</a> })
            }}
        </div>
    }
}

#[component]
fn Nothing() -> impl IntoView {
    let s = &words().skills;
    view! {
        <Empty text=s.growth_none>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
        </Empty>
    }
}

#[component]
fn Figure(shown: Memo<Shown>, line: Memo<Option<String>>) -> impl IntoView {
    let s = &words().skills;
    let drawing = Signal::derive(move || shown.with(|s| s.drawing.clone()));
    let sentence = Signal::derive(move || shown.with(|s| s.sentence.clone()));
    let name = Signal::derive(move || s.growth_title(&line.get().unwrap_or_default()));
    view! {
        <ChartFigure drawing sentence name>
            {move || legend(shown.with(|s| s.name.clone()))}
            <details>
                <summary>{s.as_table}</summary>
                {move || view! { <Table shown=shown.get() /> }}
            </details>
        </ChartFigure>
    }
}

fn legend(name: Option<String>) -> impl IntoView {
    let s = &words().skills;
    let student = name.map(|name| {
        view! {
            <li>
                <span class="disc" aria-hidden="true"></span>
                {s.legend_shown}
            </li>
            <li>
                <span class="ring" aria-hidden="true"></span>
                {s.own_of(&name)}
            </li>
        }
    });
    let rule = if student.is_some() { s.legend_rule } else { s.legend_mean };
    view! {
        <ul class="chart-legend sm">
            <li>
                <span class="stroke" aria-hidden="true"></span>
                {rule}
            </li>
            {student}
        </ul>
    }
}

#[component]
fn Table(shown: Shown) -> impl IntoView {
    let s = &words().skills;
    let head = |text: String| view! { <th scope="col">{text}</th> };
    let row = |cells: Vec<String>| {
        let mut cells = cells.into_iter();
        let day = cells.next();
        view! {
            <tr>
                <th scope="row">{day}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <table class="plain-table sm">
            <caption class="unseen">{shown.sentence}</caption>
            <thead>
                <tr>
                    <th scope="col">{s.day}</th>
                    {shown.heads.into_iter().map(head).collect_view()}
                </tr>
            </thead>
            <tbody>{shown.rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn shown(nb: &Notebook, skill: SkillId, who: Option<StudentId>) -> Shown {
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
    let s = &words().skills;
    let line = nb.class_growth_line(skill);
    let days = Days::of(line.iter().map(|(day, _)| *day));
    let dot = |(day, mean): &(Day, crate::domain::measure::Measure)| Dot {
        at: days.at(*day),
        value: mean.value,
        text: format!("{}: {} · {}", short_day(*day), figure(mean.value), s.students(mean.n)),
    };
    let row = |(day, mean): &(Day, crate::domain::measure::Measure)| {
        vec![short_day(*day), figure(mean.value), mean.n.to_string()]
    };
    let sentence = match nb.class_growth(skill) {
        Ok(way) => s.class_moved(way.n, &short_day(way.since), &figure(way.from), &figure(way.to)),
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
        name: None,
    }
}

fn of_student(nb: &Notebook, skill: SkillId, student: StudentId) -> Shown {
    let s = &words().skills;
    let name = said::name_of(nb, student);
    let line = nb.growth_line(student, skill);
    let (levels, _) = nb.levels_shown(student, skill);
    let own = nb.self_levels(student, skill);
    let shown_days = levels.iter().map(|(day, _, _)| *day);
    let days = Days::of(shown_days.chain(own.iter().map(|o| o.day)));
    let word = |level| said::level_word(nb, level);
    let text = |day: Day, what: &str, said: &str| format!("{}: {what}: {said}", short_day(day));
    let point = |p: &Point| {
        let text = text(p.day, s.legend_rule, &figure(p.value));
        Dot { at: days.at(p.day), value: p.value, text }
    };
    let disc = |(day, level, _): &(Day, crate::domain::scale::Level, _)| Dot {
        at: days.at(*day),
        value: f64::from(level.0),
        text: text(*day, s.legend_shown, &word(*level)),
    };
    let ring = |o: &crate::domain::proficiency::SelfLevel| Dot {
        at: days.at(o.day),
        value: f64::from(o.level.0),
        text: text(o.day, &s.own_of(&name), &word(o.level)),
    };
    let all_days: std::collections::BTreeSet<Day> =
        levels.iter().map(|(day, _, _)| *day).chain(own.iter().map(|o| o.day)).collect();
    let row = |day: &Day| {
        let of_day: Vec<String> =
            levels.iter().filter(|(d, _, _)| d == day).map(|(_, level, _)| word(*level)).collect();
        let rule = line.iter().find(|p| p.day == *day).map(|p| figure(p.value)).unwrap_or_default();
        let own: Vec<String> = own.iter().filter(|o| o.day == *day).map(|o| word(o.level)).collect();
        vec![short_day(*day), of_day.join(", "), rule, own.join(", ")]
    };
    let since = levels.first().map(|(day, _, _)| *day);
    let way = since.and_then(|since| Some((since, nb.growth(student, skill, since)?)));
    let sentence = match way {
        Some((since, g)) if g.from == g.to => {
            s.student_stayed(&short_day(since), &name, &word(g.to))
        }
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
        heads: vec![s.legend_shown.to_owned(), s.legend_rule.to_owned(), s.own_of(&name)],
        rows: all_days.iter().rev().map(row).collect(),
        name: Some(name),
    }
}
