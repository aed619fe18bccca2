//! How a student and their teacher see a piece of work, side by side: the student's own mark is
//! hollow, the teacher's solid. In words, without points and without blame.

use leptos::prelude::*;

use crate::domain::rubric::{Rubric, RubricType, Views};
use crate::ui::level::LevelTag;
use crate::words::words;

/// Both views, or the student's own while the teacher's is not there.
#[component]
pub fn BothViews(
    /// The rubric.
    rubric: StoredValue<Rubric>,
    /// What both said.
    views: Views,
) -> impl IntoView {
    let m = words().my_rubric();
    let seen = views.teacher.is_some();
    let said = |title: &'static str, text: Option<String>| {
        text.filter(|text| !text.is_empty())
            .map(|text| view! { <div><h3>{title}</h3><p class="written" dir="auto">{text}</p></div> })
    };
    let mine = views.own.as_ref().map(|own| own.comment.clone());
    let theirs = views.teacher.as_ref().map(|teacher| teacher.comment.clone());
    let rows = rubric.with_value(|rubric| {
        let row = |(place, name): (usize, String)| view! { <Row rubric=rubric.clone() place name views=views.clone() /> };
        let names: Vec<String> = rubric.criteria.iter().map(|c| c.name.clone()).collect();
        names.into_iter().enumerate().map(row).collect_view()
    });
    view! {
        <section class="card stack">
            <h2>{if seen { m.both } else { m.my_view }}</h2>
            <ul class="both-views">{rows}</ul>
            {said(m.my_sentence, mine)}
            {said(m.teacher_comment, theirs)}
        </section>
    }
}

/// One criterion.
#[component]
fn Row(rubric: Rubric, place: usize, name: String, views: Views) -> impl IntoView {
    let m = words().my_rubric();
    let own = views.own.as_ref().and_then(|own| rubric.mark(&own.marks, place));
    let teacher = views.teacher.as_ref().and_then(|teacher| rubric.mark(&teacher.marks, place));
    let difference = own.zip(teacher).map(|(own, teacher)| match i16::from(own.0) - i16::from(teacher.0) {
        0 => m.same.to_owned(),
        up if up > 0 => m.higher(usize::from(up.unsigned_abs())),
        down => m.lower(usize::from(down.unsigned_abs())),
    });
    let single = rubric.kind == RubricType::SinglePoint;
    let notes =
        views.teacher.as_ref().map(|teacher| notes_at(&rubric, &teacher.notes, place)).unwrap_or_default();
    let notes = notes.into_iter().map(|(side, note)| {
        let side = single.then(|| format!("{side}: "));
        view! { <p class="written" dir="auto">{side}{note}</p> }
    });
    let (words_of, words_too) = (rubric.levels.clone(), rubric.levels.clone());
    let i_said = views.own.is_some().then(|| {
        view! {
            <p class="view">
                <span class="muted">{m.i_said}": "</span>
                <LevelTag level=own.map(|l| l.0) words=words_of none=words().levels().dont_know hollow=true />
            </p>
        }
    });
    let teacher_said = views.teacher.is_some().then(|| {
        view! {
            <p class="view">
                <span class="muted">{m.teacher_said}": "</span>
                <LevelTag level=teacher.map(|l| l.0) words=words_too none=m.no_level />
            </p>
        }
    });
    view! {
        <li>
            <h3 dir="auto">{name}</h3>
            <div class="row">{i_said} {teacher_said}</div>
            <p class="muted">{difference}</p>
            {notes.collect_view()}
        </li>
    }
}

/// The notes beside a criterion that are not empty, each with the level word of its side: a
/// single-point rubric has one for below and one for beyond.
pub fn notes_at(rubric: &Rubric, notes: &[String], place: usize) -> Vec<(String, String)> {
    let single = rubric.kind == RubricType::SinglePoint;
    let sides = if single { vec![2 * place, 2 * place + 1] } else { vec![place] };
    let ends = [rubric.levels.first(), rubric.levels.last()];
    let note = |(side, at): (usize, usize)| {
        let text = notes.get(at).filter(|text| !text.is_empty())?.clone();
        Some((ends[side.min(1)].cloned().unwrap_or_default(), text))
    };
    sides.into_iter().enumerate().filter_map(note).collect()
}
