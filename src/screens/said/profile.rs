//! A profile in words: the same for the student's plan and for the teacher's page of a student.

use crate::domain::profile::{Harder, Help, Hindrance, Pace, Profile, Task};
use crate::words::{list, words};

/// "something new", "practice", …
pub fn task(of: Task) -> &'static str {
    let p = words().profile();
    match of {
        Task::New => p.task_new,
        Task::Practice => p.task_practice,
        Task::Text => p.task_text,
        Task::Problem => p.task_problem,
        Task::Project => p.task_project,
    }
}

/// "words are harder", …
pub fn harder(of: Harder) -> &'static str {
    let p = words().profile();
    match of {
        Harder::Words => p.harder_words,
        Harder::Numbers => p.harder_numbers,
        Harder::Both => p.harder_both,
        Harder::Neither => p.harder_neither,
    }
}

/// "a little more time", …
pub fn pace(of: Pace) -> &'static str {
    let p = words().profile();
    match of {
        Pace::MoreTime => p.pace_more_time,
        Pace::Together => p.pace_together,
        Pace::Ahead => p.pace_ahead,
    }
}

/// "an example to look at", …
pub fn help(of: Help) -> &'static str {
    let p = words().profile();
    match of {
        Help::Example => p.help_example,
        Help::Steps => p.help_steps,
        Help::Quiet => p.help_quiet,
        Help::Pictures => p.help_pictures,
        Help::Aloud => p.help_aloud,
        Help::Hands => p.help_hands,
        Help::Break => p.help_break,
        Help::Start => p.help_start,
    }
}

/// "noise", "long texts", …
pub fn hindrance(of: Hindrance) -> &'static str {
    let p = words().profile();
    match of {
        Hindrance::Noise => p.hindrance_noise,
        Hindrance::LongTexts => p.hindrance_long_texts,
        Hindrance::Hurry => p.hindrance_hurry,
        Hindrance::Beginning => p.hindrance_beginning,
        Hindrance::Mistakes => p.hindrance_mistakes,
        Hindrance::Alone => p.hindrance_alone,
        Hindrance::Tired => p.hindrance_tired,
    }
}

/// A profile as lines, each what it is about and what is said; what is not said has no line.
pub fn lines(of: &Profile) -> Vec<(&'static str, String)> {
    let p = words().profile();
    let with = |mut all: Vec<String>, too: &String| {
        all.extend((!too.is_empty()).then(|| too.clone()));
        all
    };
    let ways = of.ways.iter().map(|way| p.way(&super::working(way.working), &task(way.task)));
    let helps = of.helps.iter().map(|of| help(*of).to_owned()).collect();
    let hinders = of.hinders.iter().map(|of| hindrance(*of).to_owned()).collect();
    let all = [
        (p.ways, ways.collect()),
        (p.harder, of.harder.map(|of| harder(of).to_owned()).into_iter().collect()),
        (p.pace, of.pace.map(|of| pace(of).to_owned()).into_iter().collect()),
        (p.interests, of.interests.clone()),
        (p.helps, with(helps, &of.helps_too)),
        (p.hinders, with(hinders, &of.hinders_too)),
    ];
    let said = all.into_iter().filter(|(_, all)| !all.is_empty());
    said.map(|(about, all)| (about, list(all))).collect()
}
