//! A group as a teacher types it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{LONGEST_PLAN, LONGEST_TITLE, StudentGroup};
use crate::domain::day::Day;
use crate::domain::id::{GroupId, SkillId, StudentId};

/// What is typed and ticked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupDraft {
    /// What it is called.
    pub title: String,
    /// The skill it works on.
    pub skill: Option<SkillId>,
    /// What it does.
    pub plan: String,
    /// The first day, as the field has it.
    pub from: String,
    /// The day to look at it again, as the field has it; empty when it is open.
    pub until: String,
    /// Who is ticked.
    pub members: BTreeSet<StudentId>,
}

/// What has to be mended before a group can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GroupProblem {
    /// It has no name.
    NoTitle,
    /// Its name is longer than [`LONGEST_TITLE`].
    LongTitle,
    /// The plan is longer than [`LONGEST_PLAN`].
    LongPlan,
    /// There is no first day.
    NoFrom,
    /// The day to look at it again is none.
    NoUntil,
    /// It is to be looked at again before it begins.
    Backwards,
}

impl GroupDraft {
    /// The form of a group.
    pub fn of(group: &StudentGroup, members: impl IntoIterator<Item = StudentId>) -> GroupDraft {
        GroupDraft {
            title: group.title.clone(),
            skill: group.skill,
            plan: group.plan.clone(),
            from: group.from.to_string(),
            until: group.until.map(|day| day.to_string()).unwrap_or_default(),
            members: members.into_iter().collect(),
        }
    }

    /// The group that was typed, under this id.
    ///
    /// # Errors
    /// Everything that has to be mended.
    pub fn parse(&self, id: GroupId, ended: bool) -> Result<StudentGroup, Vec<GroupProblem>> {
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        let plan = self.plan.trim().to_owned();
        let from = self.from.parse::<Day>();
        let until = match self.until.trim() {
            "" => Ok(None),
            typed => typed.parse::<Day>().map(Some),
        };
        let mut problems = Vec::new();
        let mut wrong = |is: bool, what| {
            if is {
                problems.push(what);
            }
        };
        wrong(title.is_empty(), GroupProblem::NoTitle);
        wrong(title.chars().count() > LONGEST_TITLE, GroupProblem::LongTitle);
        wrong(plan.chars().count() > LONGEST_PLAN, GroupProblem::LongPlan);
        wrong(from.is_err(), GroupProblem::NoFrom);
        wrong(until.is_err(), GroupProblem::NoUntil);
        if let (Ok(from), Ok(Some(until))) = (&from, &until) {
            wrong(until < from, GroupProblem::Backwards);
        }
        match (from, until) {
            (Ok(from), Ok(until)) if problems.is_empty() => {
                Ok(StudentGroup { id, title, skill: self.skill, plan, from, until, ended })
            }
            _ => Err(problems),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::sample::{ANA, nov};

    const ID: GroupId = GroupId::from_bits(0x61);

    fn draft() -> GroupDraft {
        let group = StudentGroup {
            id: ID,
            title: "  Number   lines ".into(),
            skill: None,
            plan: "\nwith strips\nand a partner ".into(),
            from: nov(2),
            until: Some(nov(16)),
            ended: false,
        };
        GroupDraft::of(&group, [ANA])
    }

    #[test]
    fn a_group_that_was_kept_and_typed_again_is_the_same() {
        let group = draft().parse(ID, true).unwrap();
        assert_eq!(
            (group.title.as_str(), group.plan.as_str()),
            ("Number lines", "with strips\nand a partner")
        );
        assert_eq!(GroupDraft::of(&group, [ANA]).parse(ID, true), Ok(group));
        let open = GroupDraft { until: " ".into(), ..draft() }.parse(ID, false).unwrap();
        assert_eq!((open.until, open.ended), (None, false));
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let wrong = |draft: GroupDraft| draft.parse(ID, false).unwrap_err();
        let nothing = GroupDraft { until: "soon".into(), ..GroupDraft::default() };
        assert_eq!(wrong(nothing), [GroupProblem::NoTitle, GroupProblem::NoFrom, GroupProblem::NoUntil]);
        let long = GroupDraft {
            title: "é".repeat(LONGEST_TITLE + 1),
            plan: "é".repeat(LONGEST_PLAN + 1),
            until: nov(1).to_string(),
            ..draft()
        };
        let all = [GroupProblem::LongTitle, GroupProblem::LongPlan, GroupProblem::Backwards];
        assert_eq!(wrong(long), all);
        let just = GroupDraft { title: "é".repeat(LONGEST_TITLE), until: nov(2).to_string(), ..draft() };
        assert!(just.parse(ID, false).is_ok());
    }
}
