//! What one student showed and what was tried with them on one time axis: a picture, its sentence, and the
//! same as a table.

use leptos::prelude::*;

use super::page::{name, slots_of_levels};
use super::tried::outcome;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::domain::time_axis::{Bar, Piece};
use crate::domain::{Day, Notebook};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::time_axis::{Disc, Span, TimeAxis};
use crate::words::{short_day, tiny_day, words};

/// All that is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    discs: Vec<Disc>,
    spans: Vec<Span>,
    of: u8,
    today: f64,
    sentence: String,
    /// The words of the lowest and the highest level.
    ends_of_scale: (String, String),
    days: (Day, Day),
    /// What was tried and how it stands, by number.
    tried: Vec<String>,
    rows: Vec<(Day, String)>,
}

impl Shown {
    fn of(nb: &Notebook, student: StudentId, skill: Option<SkillId>, today: Day) -> Option<Shown> {
        let axis = nb.time_axis(student, skill, today)?;
        let (first, last) = (axis.first, axis.last);
        let at = |day: Day| day.share_between(first, last);
        let scale = nb.class_scale()?;
        let a = words().axis();
        let disc = |piece: &Piece| Disc { at: at(piece.day), level: piece.level.0 };
        let span = |bar: &Bar| Span {
            from: at(bar.story.tried.start),
            to: at(bar.to),
            lane: bar.lane,
            open: bar.story.ended.is_none(),
        };
        let tried = |bar: &Bar| match &bar.story.ended {
            Some(end) => format!("{} ({})", bar.story.tried.tactic, outcome(end.outcome)),
            None if bar.story.tried.last_day() < today => {
                format!("{} ({})", bar.story.tried.tactic, words().log().over)
            }
            None => format!("{} ({})", bar.story.tried.tactic, words().log().under_way),
        };
        let sentence = a.sentence(
            &short_day(first),
            &a.pieces(axis.pieces.len()),
            &short_day(last),
            &a.tried(axis.tried.len()),
        );
        Some(Shown {
            discs: axis.pieces.iter().map(disc).collect(),
            spans: axis.tried.iter().map(span).collect(),
            of: scale.top().0,
            today: at(today),
            sentence,
            ends_of_scale: (scale.words.first()?.clone(), scale.words.last()?.clone()),
            days: (first, last),
            tried: axis.tried.iter().map(tried).collect(),
            rows: rows(nb, &axis.pieces, &axis.tried),
        })
    }
}

/// Everything with its day, the latest first.
fn rows(nb: &Notebook, pieces: &[Piece], tried: &[Bar]) -> Vec<(Day, String)> {
    let a = words().axis();
    let piece = |piece: &Piece| {
        let (skill, level) = (said::skill_line(nb, piece.skill), said::level_word(nb, piece.level));
        (piece.day, format!("{skill}: {level}"))
    };
    let ends = |bar: &Bar| {
        let tried = &bar.story.tried;
        let end = match &bar.story.ended {
            Some(end) => a.ended(&outcome(end.outcome), &tried.tactic),
            None => a.until(&tried.tactic),
        };
        [(tried.start, a.began(&tried.tactic)), (bar.to, end)]
    };
    let mut all: Vec<(Day, String)> = pieces.iter().map(piece).chain(tried.iter().flat_map(ends)).collect();
    all.sort_by_key(|(day, _)| std::cmp::Reverse(*day));
    all
}

/// The time axis of a student.
#[component]
pub fn OverTime(id: StudentId) -> impl IntoView {
    let session = use_session();
    let skill = RwSignal::new(None::<SkillId>);
    let shown = Memo::new(move |_| {
        let slots: Vec<Slot> = slots_of_levels(session, id).into_iter().chain([Slot::Log(id)]).collect();
        let (skill, today) = (skill.get(), session.today.get());
        session.ask_slots(&slots, |nb| Shown::of(nb, id, skill, today))
    });
    let any = Memo::new(move |_| shown.with(Option::is_some));
    let name = name(session, id);
    let a = words().axis();
    view! {
        <section class="card stack only-teacher" aria-labelledby="axis-title">
            <h2 id="axis-title">{a.title}</h2>
            <SkillPicker skill />
            <Show
                when=move || any.get()
                fallback=move || view! { <p class="muted">{a.none(&name.get())}</p> }
            >
                {move || shown.get().map(figure)}
                <details>
                    <summary>{a.as_table}</summary>
                    {move || shown.get().map(|shown| table(shown.rows))}
                </details>
            </Show>
        </section>
    }
}

#[component]
fn SkillPicker(skill: RwSignal<Option<SkillId>>) -> impl IntoView {
    let session = use_session();
    let a = words().axis();
    let skills = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| {
            nb.skills().into_iter().map(|s| (s.id, s.statement.clone())).collect::<Vec<_>>()
        })
    });
    let option = move |(id, statement): (SkillId, String)| {
        view! { <option value=id.to_string() prop:selected=move || skill.get() == Some(id)>{statement}</option> }
    };
    view! {
        <label class="field noprint">
            <span>{a.skill}</span>
            <select on:change=move |event| skill.set(event_target_value(&event).parse().ok())>
                <option value="" prop:selected=move || skill.get().is_none()>{a.all}</option>
                {move || skills.get().into_iter().map(option).collect_view()}
            </select>
        </label>
    }
}

fn figure(shown: Shown) -> impl IntoView {
    let a = words().axis();
    let (low, high) = shown.ends_of_scale;
    let tried = (!shown.tried.is_empty()).then(|| {
        let line = |text: String| view! { <li dir="auto">{text}</li> };
        view! { <ol class="sm axis-tried">{shown.tried.into_iter().map(line).collect_view()}</ol> }
    });
    view! {
        <figure class="stack">
            <figcaption>
                <p>{shown.sentence.clone()}</p>
            </figcaption>
            <div class="axis-frame">
                <TimeAxis
                    discs=shown.discs
                    spans=shown.spans
                    of=shown.of
                    today=shown.today
                    label=shown.sentence
                />
                <p class="row between sm muted" aria-hidden="true">
                    <span>{tiny_day(shown.days.0)}</span>
                    <span>{tiny_day(shown.days.1)}</span>
                </p>
            </div>
            {tried}
            <p class="muted sm">{a.legend(&high, &low)} " " {a.care}</p>
        </figure>
    }
}

fn table(rows: Vec<(Day, String)>) -> impl IntoView {
    let a = words().axis();
    let row = |(day, text): (Day, String)| {
        view! {
            <tr>
                <th scope="row">{short_day(day)}</th>
                <td dir="auto">{text}</td>
            </tr>
        }
    };
    view! {
        <table class="plain">
            <thead>
                <tr>
                    <th scope="col">{a.day}</th>
                    <th scope="col">{a.what}</th>
                </tr>
            </thead>
            <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
}
