//! The class: its title, its level scale and the numbers behind the teacher's lists.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change};
use super::exit_ticket::Cuts;
use super::id::{ClassId, ScaleId};
use super::notebook::{Notebook, Slot};
use super::proficiency::method::Method;
use super::scale::Scale;
use super::skill::Skill;

mod year;

/// What the teacher decided about the class as a whole. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// The class's name, as people say it.
    pub title: String,
    /// The teacher's name, as students say it; it signs what families receive.
    #[serde(default)]
    pub teacher: String,
    /// The level scale new ratings are given on.
    pub scale: ScaleId,
    /// Whether this is the invented class one can try things on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub demo: bool,
    /// The numbers behind the lists on the teacher's Today.
    #[serde(default)]
    pub lists: ListSettings,
    /// How the scores on a skill become one figure, where the skill has no method of its own.
    #[serde(default, skip_serializing_if = "is_usual")]
    pub method: Method,
    /// The first days of the terms, in any order; empty when the class has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Day>,
    /// Whether students see larger pictures and fewer words, for who cannot read much yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub youngest: bool,
    /// Whether the class is put away; everything in it stays readable.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub archived: bool,
    /// The class it goes on from after a change of year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follows: Option<ClassId>,
}

impl Class {
    /// A class on a scale, with the usual settings.
    pub fn named(title: impl Into<String>, teacher: impl Into<String>, scale: ScaleId) -> Class {
        Class {
            title: title.into(),
            teacher: teacher.into(),
            scale,
            demo: false,
            lists: ListSettings::default(),
            method: Method::default(),
            terms: Vec::new(),
            youngest: false,
            archived: false,
            follows: None,
        }
    }
}

fn is_usual(method: &Method) -> bool {
    *method == Method::default()
}

/// The numbers behind *needs a word*, *ready to stretch* and *not heard from*.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListSettings {
    /// Goals closed with "not yet" in a row before a student needs a word; 1 or more.
    pub not_yet_in_a_row: u8,
    /// Levels under the student's own usual before they need a word; 1 or more.
    pub levels_under_usual: u8,
    /// Latest pieces of evidence that are all at the top before a student is ready to stretch.
    pub top_in_a_row: u8,
    /// School days without an entry before a student is listed as not heard from.
    pub quiet_school_days: u8,
    /// The cuts between the groups of a check.
    #[serde(skip_serializing_if = "is_usual_cuts")]
    pub cuts: Cuts,
}

fn is_usual_cuts(cuts: &Cuts) -> bool {
    *cuts == Cuts::default()
}

impl Default for ListSettings {
    fn default() -> Self {
        Self {
            not_yet_in_a_row: 2,
            levels_under_usual: 2,
            top_in_a_row: 3,
            quiet_school_days: 3,
            cuts: Cuts::default(),
        }
    }
}

/// The stable name of a skill in the starter set, such as `math_compare_fractions`.
pub type StarterKey = String;

impl Notebook {
    /// The change that puts this in the place of what stands for the class now.
    pub fn amend_class(&self, class: Class) -> Change {
        let now = self.heads_of(Slot::Class, |body| matches!(body, Body::Class(_)));
        Change::of_class(class).replacing(now)
    }

    /// The changes that take the next version of the scale into use: the version itself, the class
    /// that stands on it, and every method whose cut goes with its level.
    pub fn take_scale(&self, next: Scale) -> Vec<Change> {
        let Some(class) = self.class() else { return Vec::new() };
        let becomes = next.follows.as_ref().map(|f| f.becomes.clone()).unwrap_or_default();
        let class = Class { scale: next.id, method: class.method.onto(&becomes), ..class.clone() };
        let mut changes = vec![Change::of_class(next), self.amend_class(class)];
        for skill in self.skills().into_iter().chain(self.put_away_skills()) {
            let moved = skill.method.map(|method| method.onto(&becomes));
            if moved != skill.method {
                changes.push(self.amend_skill(Skill { method: moved, ..skill.clone() }));
            }
        }
        changes
    }
}
