//! Groups that the answers to a check suggest, ready to be taken over.

use super::StudentGroup;
use crate::domain::day::Day;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{ExitTicket, Group, Results};
use crate::domain::id::{StudentId, TicketId};
use crate::domain::notebook::Notebook;

/// How many checks are looked through for groups, the latest first.
const LOOKED_THROUGH: usize = 12;

/// The groups of one check.
#[derive(Debug, Clone, PartialEq)]
pub struct Suggested {
    /// The check.
    pub ticket: ExitTicket,
    /// Its groups that have anybody in them.
    pub groups: Vec<(Group, Vec<StudentId>)>,
}

impl Suggested {
    fn of(results: Results) -> Option<Suggested> {
        let members = |group: Group| {
            let handed = results.handed.iter().filter(move |h| h.group == Some(group)).map(|h| h.student);
            let placed = results.placed.iter().filter(move |(_, g)| *g == group).map(|(student, _)| *student);
            (group, handed.chain(placed).collect::<Vec<_>>())
        };
        let groups: Vec<_> =
            Group::ALL.into_iter().map(members).filter(|(_, members)| !members.is_empty()).collect();
        (!groups.is_empty()).then_some(Suggested { ticket: results.ticket, groups })
    }
}

impl Notebook {
    /// The groups of the latest checks that have any, the latest check first.
    pub fn suggested_groups(&self, most: usize) -> Vec<Suggested> {
        let checks = self.tickets().into_iter().filter(|ticket| !ticket.anonymous).take(LOOKED_THROUGH);
        checks.filter_map(|ticket| self.results(ticket.id).and_then(Suggested::of)).take(most).collect()
    }

    /// What was planned for a group of a check and is not done, on lines of its own.
    pub fn planned_for(&self, ticket: TicketId, group: Group) -> String {
        let plans =
            self.follow_ups().into_iter().filter(|p| p.ticket == ticket && p.group == group && !p.done);
        plans.map(|plan| plan.text.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The changes that make a group with these students in it.
    pub fn make_group(&self, group: StudentGroup, members: &[StudentId], day: Day) -> Vec<Change> {
        self.keep_group(group, &[].into(), &members.iter().copied().collect(), day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::exit_ticket::{Answer, FollowUp, Moment, Question, Regrouped, Reply, Template};
    use crate::domain::id::{FollowUpId, GroupId};
    use crate::domain::sample::{ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, level, nov, skill};

    const FIRST: TicketId = TicketId::from_bits(0x71);
    const SECOND: TicketId = TicketId::from_bits(0x72);

    fn check(id: TicketId, day: Day) -> ExitTicket {
        let questions = vec![Question::Level(Moment::After)];
        let skill = skill(FRACTIONS, "fractions", 0);
        ExitTicket { questions, ..ExitTicket::new(id, Template::GotIt, &skill, day, FOUR) }
    }

    #[test]
    fn groups_are_taken_over_from_the_latest_checks_that_have_any() {
        let mut book = Book::new();
        book.write([check(FIRST, nov(2)), check(SECOND, nov(3))].map(Change::of_class));
        assert!(book.notebook.suggested_groups(3).is_empty(), "nobody has answered yet");
        let answer = |who, at| {
            Change::by_student(who, Answer::new(FIRST, FRACTIONS, nov(2), vec![Reply::Level(level(at))]))
        };
        book.write([answer(ANA, 1), answer(BEN, 3)]);
        let placed = Regrouped { ticket: FIRST, group: Some(Group::NotYet), day: nov(2) };
        book.write([Change::by_teacher(CHLOE, placed)]);
        let found = book.notebook.suggested_groups(3);
        let expected = vec![(Group::NotYet, vec![ANA, CHLOE]), (Group::GotIt, vec![BEN])];
        assert_eq!(found.iter().map(|s| s.ticket.id).collect::<Vec<_>>(), [FIRST]);
        assert_eq!(found[0].groups, expected, "a group of nobody is not offered");

        let plan = |id, text: &str, done| FollowUp {
            id: FollowUpId::from_bits(id),
            ticket: FIRST,
            group: Group::NotYet,
            text: text.into(),
            day: nov(4),
            done,
        };
        book.write(
            [plan(1, "strips", false), plan(2, "a talk", true), plan(3, "cards", false)]
                .map(Change::of_class),
        );
        assert_eq!(book.notebook.planned_for(FIRST, Group::NotYet), "strips\ncards");
        assert_eq!(book.notebook.planned_for(FIRST, Group::GotIt), "");

        let id = GroupId::from_bits(9);
        let group = StudentGroup::beginning(id, "Again", Some(FRACTIONS), nov(3));
        let changes = book.notebook.make_group(group, &found[0].groups[0].1, nov(3));
        book.write(changes);
        assert_eq!(book.notebook.members(id), [ANA, CHLOE]);
    }
}
