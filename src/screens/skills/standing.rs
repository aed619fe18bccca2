//! Where the student stands: the level with its rule in words, and the teacher's own decision.

use leptos::prelude::*;

use super::cell::Place;
use super::decide::Decide;
use crate::domain::Notebook;
use crate::domain::evidence::LevelOverride;
use crate::domain::notebook::Slot;
use crate::domain::proficiency::Proficiency;
use crate::domain::scale::Level;
use crate::domain::{Body, Change};
use crate::screens::{method, said};
use crate::session::use_session;
use crate::ui::focus::focus_on;
use crate::ui::level::LevelTag;
use crate::ui::term::Term;
use crate::words::{short_day, words};

/// The teacher's decision, in words.
#[derive(Clone, PartialEq)]
struct Decision {
    said: String,
    calculated: String,
}

/// All that this part shows.
#[derive(Clone, PartialEq)]
struct Shown {
    level: Option<u8>,
    /// The student's own view, with the sentence that leads to it.
    own: Option<(u8, String)>,
    scale: Vec<String>,
    rule: String,
    decision: Option<Decision>,
}

impl Shown {
    fn of(nb: &Notebook, place: Place) -> Shown {
        let now = nb.proficiency(place.student, place.skill);
        let s = words().skills();
        let name = said::name_of(nb, place.student);
        let own = nb.self_levels(place.student, place.skill);
        let rule = rule(nb, place, &now);
        let decision = now.decided.as_ref().map(|decided| Decision {
            said: s.decided(&short_day(decided.day), &decided.reason),
            calculated: match now.calculated {
                Some(level) => s.calculated(&said::level_word(nb, level), &rule),
                None => rule.clone(),
            },
        });
        Shown {
            level: now.level.map(|l| l.0),
            own: own.last().map(|own| (own.level.0, s.own_view(&short_day(own.day), &name))),
            scale: said::scale_words(nb),
            rule,
            decision,
        }
    }
}

/// The rule in words, with the levels it was made from in the order they were shown.
fn rule(nb: &Notebook, place: Place, now: &Proficiency) -> String {
    let (levels, _) = nb.levels_shown(place.student, place.skill);
    let used: Vec<Level> =
        levels.into_iter().filter(|(_, _, key)| now.used.contains(key)).map(|(_, level, _)| level).collect();
    method::because(nb, now, &used)
}

/// Where the student stands.
#[component]
pub fn Standing(
    /// Whose standing, on what.
    place: Place,
) -> impl IntoView {
    let session = use_session();
    let shown = Memo::new(move |_| {
        let [cell, class, scales, skills] = place.slots();
        session.ask_slots(&[cell, class, scales, skills, Slot::Roster], |nb| Shown::of(nb, place))
    });
    let decided = Memo::new(move |_| shown.with(|s| s.decision.is_some()));
    let open = RwSignal::new(false);
    let s = words().skills();
    let again = move |_| {
        let (name, changes) = session.peek(|nb| {
            (said::name_of(nb, place.student), stand_again(nb, place, session.today.get_untracked()))
        });
        session.act(vec![changes], s.stands_again(&name));
        focus_on("standing-title");
    };
    view! {
        <section class="card stack standing" aria-labelledby="standing-title">
            <h2 id="standing-title" tabindex="-1">
                <Term of=Term::Proficiency text=s.now />
            </h2>
            {move || level(shown.get())}
            <div class="row">
                <button class="btn small" on:click=move |_| open.set(true)>
                    {move || if decided.get() { s.decide_anew } else { s.decide }}
                </button>
                <Show when=move || decided.get()>
                    <button class="btn small" on:click=again>{s.stand_again}</button>
                </Show>
            </div>
            <Decide place open />
        </section>
    }
}

fn level(shown: Shown) -> impl IntoView {
    let none = words().levels().none;
    let reasons = match shown.decision {
        Some(decision) => view! {
            <p>{decision.said}</p>
            <p class="muted">{decision.calculated}</p>
        }
        .into_any(),
        None => view! { <p>{shown.rule}</p> }.into_any(),
    };
    let scale = shown.scale.clone();
    let own = shown.own.map(|(own, said)| {
        view! {
            <p class="row own-view">
                <span>{said}</span>
                <LevelTag level=Some(own) words=scale none=none hollow=true />
            </p>
        }
    });
    view! {
        <p class="level-now" data-level=shown.level.unwrap_or(0).to_string()>
            <LevelTag level=shown.level words=shown.scale none=none />
        </p>
        {reasons}
        {own}
    }
}

/// The change that lets the calculation stand again.
fn stand_again(nb: &Notebook, place: Place, day: crate::domain::Day) -> Change {
    let body = LevelOverride { skill: place.skill, score: None, reason: String::new(), day };
    let [cell, ..] = place.slots();
    let before = nb.heads_of(cell, |body| matches!(body, Body::LevelOverride(_)));
    Change::by_teacher(place.student, body).replacing(before)
}
