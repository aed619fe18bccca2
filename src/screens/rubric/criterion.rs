//! One criterion with its levels, the lowest first: to be read, or to pick a level of. Students and
//! teachers see the same, each in their own words.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::domain::rubric::Rubric;
use crate::domain::scale::Level;
use crate::ui::focus::focus_on;
use crate::ui::level::{Glyph, shade};
use crate::words::words;

/// Picks on a rubric, one per criterion: nothing yet, no level (0), or a level counted from 1.
pub type Picks = Vec<Option<u8>>;

/// How levels are picked.
#[derive(Clone, Copy)]
pub struct Picking {
    /// What is picked.
    pub picks: RwSignal<Picks>,
    /// What stands beside the levels for those who pick none.
    pub none: &'static str,
    /// Called after a pick with the criterion's place, and whether a number key made it.
    pub picked: Callback<(usize, bool)>,
}

impl Picking {
    fn pick(self, place: usize, level: u8, by_key: bool) {
        self.picks.update(|all| {
            if let Some(pick) = all.get_mut(place) {
                *pick = Some(level);
            }
        });
        self.picked.run((place, by_key));
    }

    fn is(self, place: usize, level: u8) -> bool {
        self.picks.with(|all| all.get(place).copied().flatten() == Some(level))
    }
}

/// The student's own marks beside the teacher's picks.
#[derive(Clone, Copy)]
pub struct Own {
    /// The marks.
    pub marks: Signal<Vec<Option<Level>>>,
    /// What stands beside a hollow mark.
    pub says: &'static str,
}

/// The picks that marks are.
pub fn picks_of(marks: &[Option<Level>], criteria: usize) -> Picks {
    (0..criteria).map(|i| Some(marks.get(i).copied().flatten().map_or(0, |l| l.0))).collect()
}

/// The marks that picks are.
pub fn marks_of(picks: &Picks) -> Vec<Option<Level>> {
    picks.iter().map(|pick| pick.filter(|l| *l > 0).map(Level)).collect()
}

/// Moves the focus to a criterion: to the level picked, else to its lowest.
pub fn focus_criterion(picks: &Picks, place: usize) {
    let level = picks.get(place).copied().flatten().unwrap_or(1);
    focus_on(&format!("c{place}-{level}"));
}

/// A criterion.
#[component]
pub fn CriterionCard(
    /// The rubric.
    rubric: StoredValue<Rubric>,
    /// The criterion's place.
    place: usize,
    /// Whether it speaks to students.
    to_students: bool,
    /// How a level is picked; without it the card is only read.
    picking: Option<Picking>,
    /// How the student sees it, shown to the teacher as a hollow mark.
    #[prop(optional)]
    own: Option<Own>,
    /// What stands below the levels.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let (name, of) = rubric.with_value(|r| (r.criteria.get(place).map(|c| c.name.clone()), r.top().0));
    let by_number = move |event: KeyboardEvent| {
        let level = event.key().parse::<u8>().ok().filter(|level| *level <= of);
        let typing = event_target::<web_sys::Element>(&event).tag_name() == "TEXTAREA";
        let modified = event.ctrl_key() || event.alt_key() || event.meta_key();
        if let (Some(picking), Some(level), false) = (picking, level, typing || modified) {
            event.prevent_default();
            // The focus goes along, so that an arrow key goes on from what was picked.
            focus_on(&format!("c{place}-{level}"));
            picking.pick(place, level, true);
        }
    };
    let levels = (1..=of).map(|level| {
        view! { <LevelCard rubric place level to_students picking own /> }
    });
    let unsure = picking.map(|picking| {
        view! {
            <label class="choice rubric-level">
                <PickLevel place level=0 picking />
                <Glyph level=0 of />
                <span>{picking.none}</span>
            </label>
        }
    });
    view! {
        <fieldset class="criterion" on:keydown=by_number>
            <legend>
                <h2 dir="auto">{name}</h2>
            </legend>
            <div class="rubric-levels">{levels.collect_view()} {unsure}</div>
            {children.map(|children| children())}
        </fieldset>
    }
}

/// The radio button of a level.
#[component]
fn PickLevel(place: usize, level: u8, picking: Picking) -> impl IntoView {
    view! {
        <input
            type="radio"
            id=format!("c{place}-{level}")
            name=format!("c{place}")
            prop:checked=move || picking.is(place, level)
            on:change=move |_| picking.pick(place, level, false)
        />
    }
}

#[component]
fn LevelCard(
    rubric: StoredValue<Rubric>,
    place: usize,
    level: u8,
    to_students: bool,
    picking: Option<Picking>,
    own: Option<Own>,
) -> impl IntoView {
    let (word, text, example, of) = rubric.with_value(|r| {
        let cell = r.criteria.get(place).and_then(|c| c.cells.get(usize::from(level) - 1));
        let cell = cell.cloned().unwrap_or_default();
        let plain = !to_students || cell.student.is_empty();
        let text = if plain { cell.description } else { cell.student };
        (r.word(Level(level)).to_owned(), text, cell.example, r.top().0)
    });
    let example = (to_students && !example.is_empty()).then(|| words().my_rubric().example(&example));
    let class = format!("choice rubric-level a{}", shade(level, of));
    let hollow = own.map(|own| {
        move || {
            let here = own.marks.with(|own| own.get(place).copied().flatten() == Some(Level(level)));
            here.then(|| {
                view! {
                    <span class="own-here sm">
                        <Glyph level of hollow=true />
                        {own.says}
                    </span>
                }
            })
        }
    });
    let inside = view! {
        {picking.map(|picking| view! { <PickLevel place level picking /> })}
        <Glyph level of />
        <span class="level-says" dir="auto">
            <strong>{word}</strong>
            <span class="level-text">{text}</span>
            <small>{example}</small>
            {hollow}
        </span>
    };
    match picking {
        Some(_) => view! { <label class=class>{inside}</label> }.into_any(),
        None => view! { <div class=class>{inside}</div> }.into_any(),
    }
}
