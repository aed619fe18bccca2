//! The questions of a profile that a student and their teacher both answer, each in their own form.

use leptos::prelude::*;

use crate::domain::profile::{Help, Hindrance, Pace, Profile};
use crate::screens::said;
use crate::session::Typed;
use crate::ui::chips::Chips;

/// How often one may answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answers {
    /// With one answer at most.
    One,
    /// With several.
    Several,
}

/// One question with short answers. Both functions are given the place of an answer.
pub fn question(
    typed: Typed<Profile>,
    (name, asked, answers): (&'static str, &'static str, Answers),
    options: Vec<String>,
    is_picked: fn(&Profile, usize) -> bool,
    tap: fn(&mut Profile, usize),
) -> AnyView {
    let places = options.len();
    let picked = Signal::derive(move || {
        typed.now.with(|profile| (0..places).filter(|place| is_picked(profile, *place)).collect())
    });
    let on_pick = Callback::new(move |place| typed.edit(|profile| tap(profile, place)));
    let several = answers == Answers::Several;
    view! { <Chips name question=asked options several picked on_pick /> }.into_any()
}

/// What helps.
pub fn helps(typed: Typed<Profile>, name: &'static str, asked: &'static str) -> AnyView {
    let options = Help::ALL.iter().map(|of| said::profile::help(*of).to_owned()).collect();
    question(
        typed,
        (name, asked, Answers::Several),
        options,
        |profile, place| Help::ALL.get(place).is_some_and(|of| profile.helps.contains(of)),
        |profile, place| {
            if let Some(of) = Help::ALL.get(place) {
                profile.toggle_help(*of);
            }
        },
    )
}

/// What gets in the way.
pub fn hinders(typed: Typed<Profile>, name: &'static str, asked: &'static str) -> AnyView {
    let options = Hindrance::ALL.iter().map(|of| said::profile::hindrance(*of).to_owned()).collect();
    question(
        typed,
        (name, asked, Answers::Several),
        options,
        |profile, place| Hindrance::ALL.get(place).is_some_and(|of| profile.hinders.contains(of)),
        |profile, place| {
            if let Some(of) = Hindrance::ALL.get(place) {
                profile.toggle_hindrance(*of);
            }
        },
    )
}

/// The pace.
pub fn pace(typed: Typed<Profile>, name: &'static str, asked: &'static str) -> AnyView {
    let options = Pace::ALL.iter().map(|of| said::profile::pace(*of).to_owned()).collect();
    question(
        typed,
        (name, asked, Answers::One),
        options,
        |profile, place| profile.pace.is_some() && profile.pace == Pace::ALL.get(place).copied(),
        |profile, place| {
            let of = Pace::ALL.get(place).copied();
            profile.pace = of.filter(|of| profile.pace != Some(*of));
        },
    )
}
