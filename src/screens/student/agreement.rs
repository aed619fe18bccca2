//! How a student sees themselves beside what the evidence gave on the same day, over time: one
//! sentence, a small picture, the same as a table, and skill by skill. Never with blame.

use leptos::prelude::*;

use super::page::{name, slots_of_levels};
use crate::domain::agreement::{Agreement, Counts, HALF_FLOOR, Lately, View, agreement};
use crate::domain::id::StudentId;
use crate::domain::{Day, Notebook};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::drift::{Drift, Ring};
use crate::words::{figure, list, short_day, tiny_day, words};

/// One pair in words.
#[derive(Clone, PartialEq)]
struct Row {
    day: Day,
    skill: String,
    own: String,
    shown: String,
}

/// All that is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    sentence: String,
    /// Both halves as figures, or from when on they are told.
    halves: String,
    rings: Vec<Ring>,
    ends: (Day, Day),
    rows: Vec<Row>,
    by_skill: Vec<(String, String)>,
}

impl Shown {
    fn of(nb: &Notebook, student: StudentId) -> Option<Shown> {
        let views = nb.views(student, None);
        let all = agreement(&views).ok()?;
        let (first, last) = (views.first()?.day, views.last()?.day);
        let word = |level| said::level_word(nb, level);
        let row = |view: &View| Row {
            day: view.day,
            skill: said::skill_line(nb, view.skill),
            own: word(view.own),
            shown: word(view.shown),
        };
        let by_skill = nb.skills().into_iter().filter_map(|skill| {
            let of: Vec<View> = views.iter().filter(|view| view.skill == skill.id).copied().collect();
            Some((skill.statement.clone(), sentence(&agreement(&of).ok()?)))
        });
        Some(Shown {
            sentence: sentence(&all),
            halves: halves(&all, views.len()),
            rings: views
                .iter()
                .map(|v| Ring { at: v.day.share_between(first, last), steps: v.steps() })
                .collect(),
            ends: (first, last),
            rows: views.iter().rev().map(row).collect(),
            by_skill: by_skill.collect(),
        })
    }
}

/// "Sees it as the evidence does in 6 of 9, one step higher in 3. Lately closer than before."
fn sentence(of: &Agreement) -> String {
    let p = words().person();
    let Counts { same, higher, lower, far_higher, far_lower } = of.counts;
    let others = [
        (higher > 0).then(|| p.one_higher(higher)),
        (lower > 0).then(|| p.one_lower(lower)),
        (far_higher > 0).then(|| p.far_higher(far_higher)),
        (far_lower > 0).then(|| p.far_lower(far_lower)),
    ];
    let others = list(others.into_iter().flatten());
    let all = of.calibration.n;
    let seen = match same {
        same if same == all => p.same_in_all(all),
        0 => p.same_in_none(all, &others),
        same => p.same_in_some(&all, &others, &same),
    };
    let lately = of.course.ok().map(|course| match course.lately {
        Lately::Closer => p.closer,
        Lately::Same => p.as_close,
        Lately::Further => p.further,
    });
    match lately {
        Some(lately) => format!("{seen} {lately}"),
        None => seen,
    }
}

fn halves(of: &Agreement, views: usize) -> String {
    let p = words().person();
    match of.course {
        Ok(course) => p.halves(&figure(course.after.value), &figure(course.before.value)),
        Err(_) => p.halves_few(views, &(2 * HALF_FLOOR)),
    }
}

/// A student's own views beside the evidence.
#[component]
pub fn OwnViews(id: StudentId) -> impl IntoView {
    let session = use_session();
    let shown = Memo::new(move |_| {
        let slots = slots_of_levels(session, id);
        session.ask_slots(&slots, |nb| Shown::of(nb, id))
    });
    let any = Memo::new(move |_| shown.with(Option::is_some));
    let name = name(session, id);
    let p = words().person();
    view! {
        <section class="card stack" aria-labelledby="agreement-title">
            <h2 id="agreement-title">{p.agreement}</h2>
            <Show when=move || any.get() fallback=move || view! { <p>{p.no_views(&name.get())}</p> }>
                {move || shown.get().map(figure_of)}
                <details>
                    <summary>{p.as_table}</summary>
                    {move || shown.get().map(|shown| table(shown.rows))}
                </details>
                <details>
                    <summary>{p.by_skill}</summary>
                    {move || shown.get().map(|shown| by_skill(shown.by_skill))}
                </details>
            </Show>
        </section>
    }
}

fn figure_of(shown: Shown) -> impl IntoView {
    view! {
        <figure class="stack">
            <figcaption>
                <p>{shown.sentence.clone()}</p>
                <p class="muted sm">{shown.halves}</p>
            </figcaption>
            <div class="drift-frame">
                <Drift rings=shown.rings label=shown.sentence />
                <p class="row between sm muted" aria-hidden="true">
                    <span>{tiny_day(shown.ends.0)}</span>
                    <span>{tiny_day(shown.ends.1)}</span>
                </p>
            </div>
            <p class="muted sm">{words().person().rings}</p>
        </figure>
    }
}

fn table(rows: Vec<Row>) -> impl IntoView {
    let p = words().person();
    let row = |row: Row| {
        view! {
            <tr>
                <th scope="row">
                    {short_day(row.day)} <span class="muted" dir="auto">{row.skill}</span>
                </th>
                <td>{row.own}</td>
                <td>{row.shown}</td>
            </tr>
        }
    };
    view! {
        <table class="plain views">
            <thead>
                <tr>
                    <th scope="col">{p.day}</th>
                    <th scope="col">{p.own}</th>
                    <th scope="col">{p.shown}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}

fn by_skill(lines: Vec<(String, String)>) -> impl IntoView {
    let line = |(skill, sentence): (String, String)| {
        view! {
            <div>
                <dt dir="auto">{skill}</dt>
                <dd class="muted sm">{sentence}</dd>
            </div>
        }
    };
    view! { <dl class="person-lines">{lines.into_iter().map(line).collect_view()}</dl> }
}
