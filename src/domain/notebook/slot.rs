//! Where an entry stands: the smallest parts of a notebook that can change on their own.

use super::{Actor, Body, Day, Entry, SkillId, StudentId, TicketId};
use crate::domain::id::{GroupId, TaskId};

/// A part of the notebook that changes on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Slot {
    /// The class's own settings.
    Class,
    /// Level scales.
    Scales,
    /// Students.
    Roster,
    /// Skills.
    Skills,
    /// All about one student on one skill: evidence, overrides, self-assessments, ticket answers.
    Cell(StudentId, SkillId),
    /// A student's goals and how they ended.
    Goals(StudentId),
    /// What the teacher wrote to a student.
    Feedback(StudentId),
    /// Exit tickets, open and closed.
    Tickets,
    /// One exit ticket and its end.
    Ticket(TicketId),
    /// The answers to one exit ticket, who may hand in again, and who was put into another group.
    Answers(TicketId),
    /// What is planned for groups.
    FollowUps,
    /// Questions kept for later.
    QuestionBank,
    /// Rubrics in all their versions, and the sentences kept for comments.
    Rubrics,
    /// Pieces of work scored with a rubric, and observed lessons.
    Tasks,
    /// The marks for one piece of work.
    Marks(TaskId),
    /// What helps one student, and the lock of their screens.
    Support(StudentId),
    /// One student's plan: their profile, what they chose, their goals over weeks.
    Plan(StudentId),
    /// One student's work samples.
    Samples(StudentId),
    /// The cards of one student's conferences.
    Conference(StudentId),
    /// What only the teacher sees of one student: notes, talks, what is tried.
    Log(StudentId),
    /// Choice boards.
    Boards,
    /// Groups of students.
    Groups,
    /// Who is in one group.
    Membership(GroupId),
    /// The keys of handing in without a network.
    Keys,
    /// Who was here on one day.
    Attendance(Day),
    /// What was shared with a student's family.
    Shares(StudentId),
    /// All a student entered with their own hand.
    Voice(StudentId),
}

impl Slot {
    /// The slots an entry stands in; none for kinds that only act on other entries.
    pub fn of(entry: &Entry) -> impl Iterator<Item = Slot> + use<> {
        let about = entry.head.about;
        let main = match (&entry.body, about) {
            (Body::Class(_), _) => Some(Slot::Class),
            (Body::Scale(_), _) => Some(Slot::Scales),
            (Body::Student(_), _) => Some(Slot::Roster),
            (Body::Skill(_), _) => Some(Slot::Skills),
            (Body::Evidence(e), Some(student)) => Some(Slot::Cell(student, e.skill)),
            (Body::LevelOverride(o), Some(student)) => Some(Slot::Cell(student, o.skill)),
            (Body::SelfAssessment(s), Some(student)) => Some(Slot::Cell(student, s.skill)),
            (Body::Goal(_) | Body::GoalClosed(_), Some(student)) => Some(Slot::Goals(student)),
            (Body::Feedback(_), Some(student)) => Some(Slot::Feedback(student)),
            (Body::ExitTicket(_) | Body::TicketClosed(_), _) => Some(Slot::Tickets),
            (Body::Answer(a), _) => Some(Slot::Answers(a.ticket)),
            (Body::TicketAgain(a), Some(_)) => Some(Slot::Answers(a.ticket)),
            (Body::Regrouped(r), Some(_)) => Some(Slot::Answers(r.ticket)),
            (Body::FollowUp(_), _) => Some(Slot::FollowUps),
            (Body::BankQuestion(_), _) => Some(Slot::QuestionBank),
            (Body::Rubric(_) | Body::BankComment(_), _) => Some(Slot::Rubrics),
            (Body::RubricTask(_) | Body::LessonObservation(_), _) => Some(Slot::Tasks),
            (Body::RubricScore(s), Some(_)) => Some(Slot::Marks(s.task)),
            (Body::Accommodations(_) | Body::PictureLock(_), Some(student)) => Some(Slot::Support(student)),
            (
                Body::Profile(_) | Body::ChoiceMade(_) | Body::LongGoal(_) | Body::GoalProgress(_),
                Some(student),
            ) => Some(Slot::Plan(student)),
            (Body::WorkSample(_), Some(student)) => Some(Slot::Samples(student)),
            (Body::ConferenceCards(_), Some(student)) => Some(Slot::Conference(student)),
            (
                Body::Note(_) | Body::Conferring(_) | Body::Intervention(_) | Body::InterventionEnded(_),
                Some(student),
            ) => Some(Slot::Log(student)),
            (Body::ChoiceBoard(_), _) => Some(Slot::Boards),
            (Body::StudentGroup(_), _) => Some(Slot::Groups),
            (Body::GroupMember(m), Some(_)) => Some(Slot::Membership(m.group)),
            (Body::HandInKey(_), _) => Some(Slot::Keys),
            (Body::Attendance(a), Some(_)) => Some(Slot::Attendance(a.day)),
            (Body::FamilyShared(_), Some(student)) => Some(Slot::Shares(student)),
            _ => None,
        };
        // An answer is also part of what is known about the student on the ticket's skill, and a
        // ticket is found on its own as well as among all.
        let second = match (&entry.body, about) {
            (Body::Answer(a), Some(student)) => Some(Slot::Cell(student, a.skill)),
            (Body::ExitTicket(t), _) => Some(Slot::Ticket(t.id)),
            (Body::TicketClosed(c), _) => Some(Slot::Ticket(c.ticket)),
            _ => None,
        };
        let voice = about.filter(|_| entry.head.by == Actor::Student).map(Slot::Voice);
        main.into_iter().chain(second).chain(voice)
    }
}
