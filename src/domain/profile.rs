//! A student's profile: how they work best, in their own view and in their teacher's.
//!
//! It is asked, never computed: nothing here is a "learning style", and nothing is locked by it.
//! Each filling-in is a fact of its own with its day, so that a profile can be seen to change.

use serde::{Deserialize, Serialize};

use super::class::Class;
use super::day::Day;
use super::entry::{Actor, Body, Entry};
use super::goal::Working;
use super::id::StudentId;
use super::notebook::{Notebook, Slot};

/// The most interests that are kept.
pub const MOST_INTERESTS: usize = 8;
/// The longest of a profile's own words, in characters.
pub const LONGEST_WORDS: usize = 200;
/// Days after which a profile is asked again where the class has no terms.
pub const DAYS_OF_A_PROFILE: i64 = 84;

/// How somebody sees how a student works best, on one day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// The day it was filled in.
    pub day: Day,
    /// How they like to work, for each kind of task that was answered; each kind at most once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ways: Vec<TaskWay>,
    /// What is harder for them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub harder: Option<Harder>,
    /// The pace that suits them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<Pace>,
    /// What they like, each a word or two; at most [`MOST_INTERESTS`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interests: Vec<String>,
    /// What helps them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helps: Vec<Help>,
    /// What else helps, in own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub helps_too: String,
    /// What gets in their way.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hinders: Vec<Hindrance>,
    /// What else gets in the way, in own words.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hinders_too: String,
}

/// Why a profile cannot be kept as it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileProblem {
    /// Nothing is said.
    Nothing,
    /// Own words or an interest are longer than [`LONGEST_WORDS`].
    Long,
    /// There are more than [`MOST_INTERESTS`] interests.
    ManyInterests,
}

/// How a student likes to work on one kind of task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskWay {
    /// The kind of task.
    pub task: Task,
    /// With whom.
    pub working: Working,
}

/// A kind of task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Task {
    /// Meeting something new.
    New,
    /// Practising what is known.
    Practice,
    /// Reading and writing.
    Text,
    /// A problem nobody has solved for them yet.
    Problem,
    /// Something larger, over days.
    Project,
}

impl Task {
    /// All kinds, in the order in which they are asked.
    pub const ALL: [Task; 5] = [Task::New, Task::Practice, Task::Text, Task::Problem, Task::Project];
}

/// What is harder for a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Harder {
    /// Words.
    Words,
    /// Numbers.
    Numbers,
    /// Both.
    Both,
    /// Neither.
    Neither,
}

impl Harder {
    /// All answers, in the order in which they are offered.
    pub const ALL: [Harder; 4] = [Harder::Words, Harder::Numbers, Harder::Both, Harder::Neither];
}

/// The pace that suits a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// A little more time.
    MoreTime,
    /// The class's own.
    Together,
    /// On to something harder soon.
    Ahead,
}

impl Pace {
    /// All paces, in the order in which they are offered.
    pub const ALL: [Pace; 3] = [Pace::MoreTime, Pace::Together, Pace::Ahead];
}

/// Something that helps a student.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Help {
    /// To see one that is done.
    Example,
    /// Steps to tick off.
    Steps,
    /// Quiet.
    Quiet,
    /// Pictures and drawings.
    Pictures,
    /// To say it aloud or hear it.
    Aloud,
    /// Things to touch and move.
    Hands,
    /// A short break.
    Break,
    /// To begin it together with somebody.
    Start,
}

impl Help {
    /// All, in the order in which they are offered.
    pub const ALL: [Help; 8] = [
        Help::Example,
        Help::Steps,
        Help::Quiet,
        Help::Pictures,
        Help::Aloud,
        Help::Hands,
        Help::Break,
        Help::Start,
    ];
}

/// Something that gets in a student's way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hindrance {
    /// Noise.
    Noise,
    /// Long texts.
    LongTexts,
    /// Little time.
    Hurry,
    /// Not knowing how to begin.
    Beginning,
    /// Worry about mistakes.
    Mistakes,
    /// To be alone with it.
    Alone,
    /// To be tired or hungry.
    Tired,
}

impl Hindrance {
    /// All, in the order in which they are offered.
    pub const ALL: [Hindrance; 7] = [
        Hindrance::Noise,
        Hindrance::LongTexts,
        Hindrance::Hurry,
        Hindrance::Beginning,
        Hindrance::Mistakes,
        Hindrance::Alone,
        Hindrance::Tired,
    ];
}

impl Profile {
    /// A profile in which nothing is said yet.
    pub fn on(day: Day) -> Profile {
        Profile {
            day,
            ways: Vec::new(),
            harder: None,
            pace: None,
            interests: Vec::new(),
            helps: Vec::new(),
            helps_too: String::new(),
            hinders: Vec::new(),
            hinders_too: String::new(),
        }
    }

    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Profile::on(self.day)
    }

    /// With whom they like to work on a kind of task.
    pub fn working(&self, task: Task) -> Option<Working> {
        self.ways.iter().find(|way| way.task == task).map(|way| way.working)
    }

    /// Says with whom they like to work on a kind of task; the same answer again takes it back.
    pub fn choose(&mut self, task: Task, working: Working) {
        let same = self.working(task) == Some(working);
        self.ways.retain(|way| way.task != task);
        if !same {
            self.ways.push(TaskWay { task, working });
            self.ways.sort_by_key(|way| way.task);
        }
    }

    /// Says that something helps, or takes it back.
    pub fn toggle_help(&mut self, help: Help) {
        toggle(&mut self.helps, help, &Help::ALL);
    }

    /// Says that something gets in the way, or takes it back.
    pub fn toggle_hindrance(&mut self, hindrance: Hindrance) {
        toggle(&mut self.hinders, hindrance, &Hindrance::ALL);
    }

    /// The profile that was typed, on this day: own words tidied, and interests, which stand as they were
    /// typed until then, parted.
    ///
    /// # Errors
    /// What has to be mended first; nothing is cut off.
    pub fn parse(&self, day: Day) -> Result<Profile, ProfileProblem> {
        let tidy = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let long = |text: &str| text.chars().count() > LONGEST_WORDS;
        let (helps_too, hinders_too) = (tidy(&self.helps_too), tidy(&self.hinders_too));
        let interests = interests_of(&self.interests.join(","));
        if long(&helps_too) || long(&hinders_too) || interests.iter().any(|word| long(word)) {
            return Err(ProfileProblem::Long);
        }
        if interests.len() > MOST_INTERESTS {
            return Err(ProfileProblem::ManyInterests);
        }
        let profile = Profile { day, interests, helps_too, hinders_too, ..self.clone() };
        if profile.is_empty() { Err(ProfileProblem::Nothing) } else { Ok(profile) }
    }
}

/// Puts something among others, in the order in which all are offered, or takes it away.
fn toggle<T: Copy + PartialEq>(among: &mut Vec<T>, one: T, all: &[T]) {
    let had = among.contains(&one);
    among.retain(|known| *known != one);
    if !had {
        among.push(one);
        among.sort_by_key(|known| all.iter().position(|offered| offered == known));
    }
}

/// Interests as they are typed: parted by commas or lines, each once.
fn interests_of(typed: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for word in typed.split([',', ';', '\n']) {
        let word = word.split_whitespace().collect::<Vec<_>>().join(" ");
        if !word.is_empty() && !all.iter().any(|known| known.to_lowercase() == word.to_lowercase()) {
            all.push(word);
        }
    }
    all
}

/// The two views of a student's profile.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Profiles {
    /// What the student said last.
    pub own: Option<Profile>,
    /// What the teacher said last.
    pub teacher: Option<Profile>,
}

impl Notebook {
    /// A student's profile, in both views.
    pub fn profile(&self, student: StudentId) -> Profiles {
        let by = |actor| self.profiles(student).find(|(who, _)| *who == actor).map(|(_, p)| p.clone());
        Profiles { own: by(Actor::Student), teacher: by(Actor::Teacher) }
    }

    /// Every filling-in of a student's profile and who filled it in, the latest first.
    pub fn profiles(&self, student: StudentId) -> impl Iterator<Item = (Actor, &Profile)> {
        let said = |entry: &'_ Entry| entry.head.by;
        self.slot(Slot::Plan(student)).rev().filter_map(move |entry| match &entry.body {
            Body::Profile(profile) => Some((said(entry), profile)),
            _ => None,
        })
    }

    /// Whether the student is to be asked again: never yet, not in this term, or, where the class has
    /// no terms, not in the last [`DAYS_OF_A_PROFILE`] days.
    pub fn profile_is_due(&self, student: StudentId, today: Day) -> bool {
        let Some(last) = self.profiles(student).find(|(who, _)| *who == Actor::Student) else { return true };
        match self.class().and_then(|class| class.term(today)) {
            Some(term) => last.1.day < term,
            None => today.days_since(last.1.day) >= DAYS_OF_A_PROFILE,
        }
    }
}

impl Class {
    /// The first day of the term a day lies in; `None` before the first term, or without terms.
    pub fn term(&self, day: Day) -> Option<Day> {
        self.terms.iter().copied().filter(|first| *first <= day).max()
    }
}

#[cfg(test)]
mod tests;
