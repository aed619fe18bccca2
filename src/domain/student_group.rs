//! Groups of students who work on something together for a while, and what is planned for them.
//!
//! Who is in a group is a fact about each student of their own, so that it goes with the student.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::day::Day;
use super::entry::{Body, Change};
use super::id::{GroupId, SkillId, StudentId};
use super::notebook::{Notebook, Slot};

mod draft;
mod suggested;

pub use draft::{GroupDraft, GroupProblem};
pub use suggested::Suggested;

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

impl StudentGroup {
    /// Days after which a group is looked at again, unless the teacher says otherwise: groups are for a
    /// while, and who needs what changes.
    pub const LOOK_AGAIN: u64 = 14;

    /// A group that begins today.
    pub fn beginning(id: GroupId, title: &str, skill: Option<SkillId>, today: Day) -> StudentGroup {
        let title = title.chars().take(LONGEST_TITLE).collect();
        let until = Some(today.plus(StudentGroup::LOOK_AGAIN));
        StudentGroup { id, title, skill, plan: String::new(), from: today, until, ended: false }
    }

    /// Whether the day has come on which the teacher wanted to look at it again.
    pub fn is_due(&self, today: Day) -> bool {
        !self.ended && self.until.is_some_and(|day| day <= today)
    }
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

    /// The group with this id.
    pub fn student_group(&self, id: GroupId) -> Option<&StudentGroup> {
        self.slot(Slot::Groups).rev().find_map(|entry| match &entry.body {
            Body::StudentGroup(group) if group.id == id => Some(group),
            _ => None,
        })
    }

    /// The students of a group who are in the class, by name.
    pub fn members(&self, group: GroupId) -> Vec<StudentId> {
        let mut is_in: BTreeMap<StudentId, bool> = BTreeMap::new();
        for entry in self.slot(Slot::Membership(group)) {
            if let (Some(student), Body::GroupMember(member)) = (entry.head.about, &entry.body) {
                is_in.insert(student, !member.left);
            }
        }
        self.students().into_iter().map(|s| s.id).filter(|id| is_in.get(id) == Some(&true)).collect()
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
        let set: BTreeSet<StudentId> = members.iter().copied().collect();
        let now: BTreeSet<StudentId> = self.members(group).into_iter().collect();
        let mut own: BTreeMap<StudentId, Vec<_>> = BTreeMap::new();
        for entry in self.slot(Slot::Membership(group)) {
            if let Some(student) = entry.head.about {
                own.entry(student).or_default().push(entry.head.key);
            }
        }
        let moved =
            self.students().into_iter().map(|s| s.id).filter(|id| now.contains(id) != set.contains(id));
        let change = |student: StudentId| {
            let member = GroupMember { group, day, left: !set.contains(&student) };
            Change::by_teacher(student, member).replacing(own.remove(&student).unwrap_or_default())
        };
        moved.map(change).collect()
    }

    /// The changes that keep a group as it was typed. Only who was put in or out since `before` moves:
    /// somebody else may have moved the others meanwhile. A group that is not there any more, because its
    /// making was taken back, is made with all who are in it. None when nothing is new.
    pub fn keep_group(
        &self,
        group: StudentGroup,
        before: &BTreeSet<StudentId>,
        after: &BTreeSet<StudentId>,
        day: Day,
    ) -> Vec<Change> {
        let nobody = BTreeSet::new();
        let before = if self.student_group(group.id).is_some() { before } else { &nobody };
        let now = self.members(group.id).into_iter().filter(|id| after.contains(id) || !before.contains(id));
        let members: Vec<StudentId> = now.chain(after.difference(before).copied()).collect();
        let moved = self.regroup(group.id, &members, day);
        let same = self.student_group(group.id) == Some(&group);
        let amended = (!same).then(|| self.amend_group(group));
        amended.into_iter().chain(moved).collect()
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
    fn keeping_a_group_moves_only_who_was_moved_in_the_form() {
        let mut book = Book::new();
        let set = |ids: &[StudentId]| ids.iter().copied().collect::<BTreeSet<_>>();
        let made = book.notebook.keep_group(group(), &set(&[]), &set(&[ANA]), nov(2));
        assert_eq!(made.len(), 2, "the group and who is in it are one action");
        book.write(made);
        // The form was opened with Ana in it; meanwhile another device has put Ben in.
        let elsewhere = book.notebook.regroup(ID, &[ANA, BEN], nov(3));
        book.write(elsewhere);
        let kept = book.notebook.keep_group(group(), &set(&[ANA]), &set(&[CHLOE]), nov(4));
        assert_eq!(kept.len(), 2, "what the group says is not new");
        book.write(kept);
        assert_eq!(book.notebook.members(ID), [BEN, CHLOE]);
        assert_eq!(book.notebook.slot(Slot::Membership(ID)).count(), 3, "each student has one line");
        assert!(book.notebook.keep_group(group(), &set(&[BEN]), &set(&[BEN]), nov(5)).is_empty());
        let renamed = StudentGroup { title: "Strips".into(), ..group() };
        let kept = book.notebook.keep_group(renamed, &set(&[]), &set(&[]), nov(5));
        book.write(kept);
        assert_eq!(book.notebook.student_group(ID).map(|g| g.title.as_str()), Some("Strips"));
    }

    #[test]
    fn a_group_whose_making_was_taken_back_is_kept_with_all_who_are_in_its_form() {
        let mut book = Book::new();
        let made = book.notebook.make_group(group(), &[ANA, BEN], nov(2));
        let (_, batch) = book.write(made);
        // Its form was opened with both in it before the making was taken back.
        book.undo(batch);
        assert!(book.notebook.student_group(ID).is_none() && book.notebook.members(ID).is_empty());
        let both = BTreeSet::from([ANA, BEN]);
        let kept = book.notebook.keep_group(group(), &both, &both, nov(3));
        book.write(kept);
        assert_eq!(book.notebook.student_group(ID), Some(&group()));
        assert_eq!(book.notebook.members(ID), [ANA, BEN]);
    }

    #[test]
    fn a_group_is_due_from_its_day_until_it_ends() {
        let group = StudentGroup::beginning(ID, &"x".repeat(LONGEST_TITLE + 9), None, nov(2));
        assert_eq!(group.title.chars().count(), LONGEST_TITLE);
        assert!(!group.is_due(nov(15)));
        assert!(group.is_due(nov(16)) && group.is_due(nov(20)));
        assert!(!StudentGroup { ended: true, ..group.clone() }.is_due(nov(20)));
        assert!(!StudentGroup { until: None, ..group }.is_due(nov(20)));
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
