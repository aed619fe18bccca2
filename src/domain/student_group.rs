//! Groups of students who work on something together for a while, and what is planned for them.
//!
//! Who is in a group is a fact about each student of their own, so that it goes with the student.

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change};
use super::id::{GroupId, SkillId, StudentId};
use super::notebook::{Notebook, Slot};

/// The longest title, in characters.
pub const LONGEST_TITLE: usize = 80;
/// The longest plan, in characters.
pub const LONGEST_PLAN: usize = 2_000;

/// A group and its plan. Amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StudentGroup {
    /// Identity through all amendments.
    pub id: GroupId,
    /// What it is called.
    pub title: String,
    /// The skill it works on, if it works on one.
    pub skill: Option<SkillId>,
    /// What it does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub plan: String,
    /// The first day.
    pub from: Day,
    /// The day to look at it again; `None` when it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Whether it has ended; who was in it stays.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ended: bool,
}

/// Whether a student is in a group. About the student; amended as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupMember {
    /// The group.
    pub group: GroupId,
    /// Since when.
    pub day: Day,
    /// Whether they left it again.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub left: bool,
}

impl Notebook {
    /// All groups, the latest first.
    pub fn student_groups(&self) -> Vec<&StudentGroup> {
        self.newest(Slot::Groups, |body| match body {
            Body::StudentGroup(group) => Some((group.id.bits(), group)),
            _ => None,
        })
    }

    /// The students of a group who are in the class, by name.
    pub fn members(&self, group: GroupId) -> Vec<StudentId> {
        let is_in = |student: StudentId| {
            let last = self.slot(Slot::Membership(group)).rev().find(|e| e.head.about == Some(student));
            matches!(last.map(|e| &e.body), Some(Body::GroupMember(member)) if !member.left)
        };
        self.students().into_iter().map(|s| s.id).filter(|id| is_in(*id)).collect()
    }

    /// The groups a student is in that have not ended, the latest first.
    pub fn groups_of(&self, student: StudentId) -> Vec<&StudentGroup> {
        let mut all = self.student_groups();
        all.retain(|group| !group.ended && self.members(group.id).contains(&student));
        all
    }

    /// The change that puts this in the place of what stands for a group now.
    pub fn amend_group(&self, group: StudentGroup) -> Change {
        let it = |body: &Body| matches!(body, Body::StudentGroup(g) if g.id == group.id);
        let now = self.heads_of(Slot::Groups, it);
        Change::of_class(group).replacing(now)
    }

    /// The changes after which exactly these students are in a group; those who left the class are left
    /// as they are.
    pub fn regroup(&self, group: GroupId, members: &[StudentId], day: Day) -> Vec<Change> {
        let now = self.members(group);
        let moved =
            self.students().into_iter().map(|s| s.id).filter(|id| now.contains(id) != members.contains(id));
        let change = |student: StudentId| {
            let own = self.slot(Slot::Membership(group)).filter(|e| e.head.about == Some(student));
            let member = GroupMember { group, day, left: !members.contains(&student) };
            Change::by_teacher(student, member).replacing(own.map(|e| e.head.key))
        };
        moved.map(change).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::Erasure;
    use crate::domain::sample::{ANA, BEN, Book, CHLOE, nov};

    const ID: GroupId = GroupId::from_bits(0x61);

    fn group() -> StudentGroup {
        let (title, plan) = ("Number lines".into(), "with strips".into());
        StudentGroup { id: ID, title, skill: None, plan, from: nov(2), until: None, ended: false }
    }

    #[test]
    fn only_who_moves_is_written_about() {
        let mut book = Book::new();
        book.write([Change::of_class(group())]);
        let mut put = |members: &[StudentId]| {
            let changes = book.notebook.regroup(ID, members, nov(3));
            let count = changes.len();
            book.write(changes);
            (count, book.notebook.members(ID))
        };
        assert_eq!(put(&[ANA, BEN]), (2, vec![ANA, BEN]));
        assert_eq!(put(&[BEN, CHLOE]), (2, vec![BEN, CHLOE]));
        assert_eq!(put(&[BEN, CHLOE]), (0, vec![BEN, CHLOE]));
        let titles = |book: &Book, who| book.notebook.groups_of(who).len();
        assert_eq!((titles(&book, ANA), titles(&book, BEN)), (0, 1));
        let end = book.notebook.amend_group(StudentGroup { ended: true, ..group() });
        book.write([end]);
        assert_eq!((titles(&book, BEN), book.notebook.student_groups().len()), (0, 1));
    }

    #[test]
    fn an_erased_student_is_in_no_group() {
        let mut book = Book::new();
        book.write([Change::of_class(group())]);
        let changes = book.notebook.regroup(ID, &[ANA, BEN], nov(3));
        book.write(changes);
        book.write([Change::of_class(Erasure { student: ANA })]);
        assert_eq!(book.notebook.members(ID), [BEN]);
        assert!(book.notebook.slot(Slot::Membership(ID)).all(|e| e.head.about != Some(ANA)));
    }
}
