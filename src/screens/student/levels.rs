//! All skills of one student in a table: the level, the own view, and whether the tries are too
//! hard, just right or too easy.

use leptos::prelude::*;

use crate::domain::Notebook;
use crate::domain::id::{SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::domain::sweet_spot::{FEWEST_TRIES, JUST_RIGHT_FROM, JUST_RIGHT_TO, LATEST_TRIES, Tries, Zone};
use crate::route::{Route, TeacherScreen};
use crate::screens::{frame, said};
use crate::session::use_session;
use crate::ui::level::LevelTag;
use crate::words::{figure, words};

/// All that a row shows.
#[derive(Clone, PartialEq)]
struct Shown {
    level: Option<u8>,
    own: Option<u8>,
    scale: Vec<String>,
    tries: String,
    /// Whether one can be sure of the zone; nothing is said while there is none.
    sure: Option<&'static str>,
}

impl Shown {
    fn of(nb: &Notebook, student: StudentId, skill: SkillId) -> Shown {
        let now = nb.proficiency(student, skill);
        let (tries, sure) = tries(nb.sweet_spot(student, skill));
        Shown {
            level: now.level.map(|l| l.0),
            own: now.self_level.map(|l| l.0),
            scale: said::scale_words(nb),
            tries,
            sure,
        }
    }
}

/// Where the tries lie, in words, and how sure that is.
fn tries(of: Tries) -> (String, Option<&'static str>) {
    let p = words().person();
    let (all, right) = (of.all as usize, of.right);
    let said = match of.spot.zone {
        Zone::NotEnough => return (p.not_enough(&all, &FEWEST_TRIES), None),
        Zone::TooHard => p.too_hard(all, &right),
        Zone::JustRight => p.just_right(all, &right),
        Zone::TooEasy => p.too_easy(all, &right),
    };
    (said, Some(if of.spot.sure { p.sure } else { p.not_sure }))
}

/// All skills of a student.
#[component]
pub fn AllSkills(id: StudentId) -> impl IntoView {
    let session = use_session();
    let skills = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| nb.skills().iter().map(|s| s.id).collect::<Vec<_>>())
    });
    let p = words().person();
    let percent = |share: f64| figure(100.0 * share);
    let hint = p.tries_hint(&percent(JUST_RIGHT_FROM), &LATEST_TRIES, &percent(JUST_RIGHT_TO));
    // The roles are said again because a table that is laid out otherwise on a phone loses its own
    // in some browsers.
    view! {
        <section class="card stack" aria-labelledby="skills-title">
            <h2 id="skills-title">{p.skills}</h2>
            <table class="person-skills" role="table" aria-labelledby="skills-title">
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">{p.skill}</th>
                        <th role="columnheader" scope="col">{p.level}</th>
                        <th role="columnheader" scope="col">{p.own}</th>
                        <th role="columnheader" scope="col">{p.sweet_spot}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || skills.get() key=|skill| *skill let:skill>
                        <Row id skill />
                    </For>
                </tbody>
            </table>
            <p class="muted sm">{hint} " " <frame::HowLink text=p.how /></p>
        </section>
    }
}

#[component]
fn Row(id: StudentId, skill: SkillId) -> impl IntoView {
    let session = use_session();
    let line = Memo::new(move |_| session.ask_slots(&[Slot::Skills], |nb| said::skill_line(nb, skill)));
    let shown = Memo::new(move |_| {
        let slots = [Slot::Cell(id, skill), Slot::Class, Slot::Scales, Slot::Skills, Slot::Tickets];
        session.ask_slots(&slots, |nb| Shown::of(nb, id, skill))
    });
    let href = Route::Teacher(TeacherScreen::Cell(id, skill)).href();
    let none = words().levels().none;
    let p = words().person();
    view! {
        <tr role="row">
            <th role="rowheader" scope="row">
                <a href=href dir="auto">{line}</a>
            </th>
            <td role="cell" data-head=p.level>
                {move || {
                    let shown = shown.get();
                    view! { <LevelTag level=shown.level words=shown.scale none /> }
                }}
            </td>
            <td role="cell" data-head=p.own>
                {move || {
                    let shown = shown.get();
                    view! { <LevelTag level=shown.own words=shown.scale none hollow=true /> }
                }}
            </td>
            <td role="cell" data-head=p.sweet_spot>
                {move || {
                    let shown = shown.get();
                    let sure = shown.sure.map(|sure| view! { <span class="muted">" · " {sure}</span> });
                    view! { <span>{shown.tries} {sure}</span> }
                }}
            </td>
        </tr>
    }
}
