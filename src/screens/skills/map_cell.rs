//! A cell of the class map, and the class below it.

use std::sync::Arc;

use leptos::prelude::*;

use super::map_table::{Column, Place};
use crate::domain::evidence::Code;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::measure::{Measure, Undefined};
use crate::domain::notebook::Slot;
use crate::domain::scale::Level;
use crate::domain::{Day, Notebook};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::level::{Glyph, shade};
use crate::words::{figure, short_day, words};

/// Why a cell shows no level although there is evidence.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Without {
    Code(Code),
    /// It was given on levels that nothing maps to today's.
    OtherLevels,
    /// The class's rule needs more of it.
    TooFew,
}

/// What a cell shows.
#[derive(Debug, Clone, PartialEq)]
struct Shown {
    level: Option<Level>,
    word: String,
    of: u8,
    without: Option<Without>,
    /// The student's own view, when it differs from the level.
    own: Option<(Level, String)>,
    decided: bool,
    /// The day compared with, and the level at its end.
    then: Option<(Day, Option<(Level, String)>)>,
}

impl Shown {
    fn of(nb: &Notebook, (student, skill): Place, then: Option<Day>) -> Shown {
        let now = nb.proficiency(student, skill);
        let named = |level: Level| (level, said::level_word(nb, level));
        let without = match now.value {
            _ if now.level.is_some() => None,
            Err(Undefined::MixedScales) => Some(Without::OtherLevels),
            Err(Undefined::TooFew { .. }) => Some(Without::TooFew),
            _ => now.code.map(Without::Code),
        };
        Shown {
            level: now.level,
            word: now.level.map(|level| named(level).1).unwrap_or_default(),
            of: nb.class_scale().map_or(4, |s| s.top().0),
            without,
            own: now.self_level.filter(|own| Some(*own) != now.level).map(named),
            decided: now.decided.is_some(),
            then: then.map(|day| (day, nb.proficiency_on(student, skill, day).level.map(named))),
        }
    }

    /// The cell in words.
    fn said(&self, name: &str, line: &str) -> String {
        let s = words().skills();
        let mut parts = vec![match (self.level, self.without) {
            (Some(level), _) => s.cell_label(&level.0, &name, &line, &self.word),
            (None, Some(Without::Code(code))) => s.cell_code(&said::code(code), &name, &line),
            (None, Some(Without::OtherLevels)) => s.cell_mixed(&name, &line),
            (None, Some(Without::TooFew)) => s.cell_code(&s.too_few_short, &name, &line),
            (None, None) => s.cell_empty(&name, &line),
        }];
        parts.extend(self.own.as_ref().map(|(level, word)| s.cell_own(&level.0, word)));
        parts.extend(self.decided.then(|| s.legend_decided.to_owned()));
        parts.extend(self.then.as_ref().map(|(day, then)| match then {
            Some((level, word)) => s.was(&short_day(*day), &level.0, word),
            None => s.was_none(&short_day(*day)),
        }));
        parts.join(". ")
    }

    /// What changed since the day compared with: "+1", "−2", "new".
    fn change(&self) -> Option<String> {
        let (now, (_, then)) = (self.level?, self.then.as_ref()?);
        match then {
            None => Some(words().skills().new_short.to_owned()),
            Some((then, _)) if now > *then => Some(format!("+{}", now.0 - then.0)),
            Some((then, _)) if now < *then => Some(format!("−{}", then.0 - now.0)),
            Some(_) => None,
        }
    }
}

/// One student on one skill.
#[component]
pub fn MapCell(
    /// Whose it is.
    student: StudentId,
    /// The student's name.
    name: Arc<str>,
    /// On which skill.
    skill: Column,
    /// The day to compare with.
    then: Signal<Option<Day>>,
    /// The one cell the Tab key stops at.
    stop: Selector<Option<Place>>,
) -> impl IntoView {
    let session = use_session();
    let place = (student, skill.id);
    let shown = Memo::new(move |_| {
        let slots = [Slot::Cell(student, skill.id), Slot::Class, Slot::Scales, Slot::Skills];
        let then = then.get();
        session.ask_slots(&slots, |nb| Shown::of(nb, place, then))
    });
    let href = Route::Teacher(TeacherScreen::Cell(student, skill.id)).href();
    let tint = move || shown.with(|s| format!("map-cell t{}", s.level.map_or(0, |l| shade(l.0, s.of))));
    let tab = move || if stop.selected(&Some(place)) { "0" } else { "-1" };
    view! {
        <td>
            <a
                class=tint
                href=href
                tabindex=tab
                aria-label=move || shown.with(|s| s.said(&name, &skill.line))
                data-student=student.to_string()
                data-skill=skill.id.to_string()
            >
                {move || shown.with(marks)}
            </a>
        </td>
    }
}

/// What stands in a cell for those who see it; its label says the same.
fn marks(shown: &Shown) -> AnyView {
    let of = shown.of;
    let own = shown.own.as_ref().map(|(own, _)| {
        let class = format!("map-own lv{}", shade(own.0, of));
        view! { <span class=class data-level=own.0.to_string()></span> }
    });
    let change = shown.change().map(|change| view! { <span class="map-change" data-change=change></span> });
    let level = match shown.without {
        None => view! {
            <Glyph level=shown.level.map_or(0, |l| l.0) of />
            <span class="map-number">{shown.level.map(|level| level.0)}</span>
        }
        .into_any(),
        Some(why) => {
            let text = match why {
                Without::Code(code) => said::code(code),
                Without::OtherLevels => words().skills().mixed_short,
                Without::TooFew => words().skills().too_few_short,
            };
            view! { <span class="map-code">{text}</span> }.into_any()
        }
    };
    view! {
        {level}
        {change}
        {shown.decided.then(|| view! { <span class="decided-mark" aria-hidden="true"></span> })}
        {own}
    }
    .into_any()
}

/// The class on one skill: mean and median of those who have a figure, and how many have none.
#[component]
pub fn RollUpCell(
    /// The skill.
    skill: SkillId,
    /// The day to compare with.
    then: Signal<Option<Day>>,
) -> impl IntoView {
    let session = use_session();
    let text = Memo::new(move |_| {
        let students = session.ask_slots(&[Slot::Roster], |nb| {
            nb.students().into_iter().map(|s| Slot::Cell(s.id, skill)).collect::<Vec<_>>()
        });
        let slots: Vec<Slot> =
            students.into_iter().chain([Slot::Class, Slot::Scales, Slot::Skills]).collect();
        let then = then.get();
        session.ask_slots(&slots, |nb| RollUpText::of(nb, skill, then))
    });
    view! {
        <td class="roll-up">
            <span aria-hidden="true">{move || text.with(|t| t.shown.clone())}</span>
            <small aria-hidden="true">{move || text.with(|t| t.below.clone())}</small>
            <span class="unseen">{move || text.with(|t| t.said.clone())}</span>
        </td>
    }
}

/// The class on one skill, in words.
#[derive(Clone, PartialEq)]
struct RollUpText {
    /// "2.6 · 3".
    shown: String,
    /// "2 left out", "2.1 on October 5".
    below: String,
    said: String,
}

impl RollUpText {
    fn of(nb: &Notebook, skill: SkillId, then: Option<Day>) -> RollUpText {
        let s = words().skills();
        let now = nb.roll_up(skill, Day::LAST);
        let (Ok(mean), Ok(median)) = (now.mean, now.median) else {
            let none = s.roll_up_none.to_owned();
            return RollUpText { shown: "–".to_owned(), below: String::new(), said: none };
        };
        let (mean, median) = (figure(mean.value), figure(median.value));
        let before = then.and_then(|day| {
            let Measure { value, .. } = nb.roll_up(skill, day).mean.ok()?;
            Some(s.roll_up_was(&short_day(day), &figure(value)))
        });
        let said = match now.left_out {
            0 => s.roll_up_full(&mean, &median),
            n => s.roll_up(n, &mean, &median),
        };
        let left_out = (now.left_out > 0).then(|| s.left_out(now.left_out));
        let below: Vec<String> = left_out.into_iter().chain(before.clone()).collect();
        let said: Vec<String> = std::iter::once(said).chain(before).collect();
        RollUpText { shown: format!("{mean} · {median}"), below: below.join(" · "), said: said.join(". ") }
    }
}
