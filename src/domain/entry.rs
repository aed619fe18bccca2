//! An entry: one thing somebody did, written once and never changed.
//!
//! A notebook is what its entries fold into. Facts are only added; an amendment names the entries
//! it replaces; a withdrawal takes a whole action back; an erasure removes a student for good.

use serde::{Deserialize, Serialize};

use super::attendance::Attendance;
use super::choice_board::{ChoiceBoard, ChoiceMade};
use super::class::Class;
use super::conference::{ConferenceCards, Conferring};
use super::day::Day;
use super::evidence::{Evidence, LevelOverride};
use super::exit_ticket::{Answer, ExitTicket, FollowUp, Regrouped, TicketAgain, TicketClosed};
use super::family::FamilyShared;
use super::feedback::Feedback;
use super::goal::{Goal, GoalClosed};
use super::hand_in::HandInKey;
use super::id::{BatchId, ClassId, StudentId, WriterId};
use super::intervention::record::{Intervention, InterventionEnded};
use super::long_goal::{GoalProgress, LongGoal};
use super::note::Note;
use super::profile::Profile;
use super::question_bank::BankQuestion;
use super::roster::Student;
use super::rubric::{BankComment, LessonObservation, Rubric, RubricScore, RubricTask};
use super::scale::Scale;
use super::self_assessment::SelfAssessment;
use super::skill::Skill;
use super::stamp::Stamp;
use super::student_group::{GroupMember, StudentGroup};
use super::support::{Accommodations, PictureLock};
use super::work_sample::WorkSample;

/// The identity of an entry: which device wrote it, and its place in what that device wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntryKey {
    /// The device in one life.
    pub writer: WriterId,
    /// Counts up from 1 without gaps, taken inside the write transaction.
    pub n: u64,
}

/// Who acted. One shared device writes for many people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// A teacher of the class.
    Teacher,
    /// The student the entry is about, or, of an entry about nobody, one whom nothing names.
    Student,
}

/// What every entry says about itself, whatever its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Identity.
    pub key: EntryKey,
    /// Order between devices; never shown as a date.
    pub stamp: Stamp,
    /// The action it belongs to.
    pub batch: BatchId,
    /// The class it belongs to.
    pub class: ClassId,
    /// The one student it is about, so that even an unknown kind goes when the student is erased.
    pub about: Option<StudentId>,
    /// Who acted.
    pub by: Actor,
    /// Entries this one takes the place of; empty for a fact.
    pub replaces: Vec<EntryKey>,
}

/// Takes every entry of an action back, or (about an action that was itself a withdrawal) brings
/// it back again. It only counts against entries ordered before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// The action that is taken back.
    pub batch: BatchId,
}

/// Removes a student and everything about them for good. Every merge, import and restore obeys it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erasure {
    /// Whose entries go.
    pub student: StudentId,
}

/// A kind this version does not know, carried through untouched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unknown {
    /// The name of the kind.
    pub kind: String,
}

/// Hands the list of kinds to a macro: `(Variant, "kind", Type)`. The one place that names them.
macro_rules! for_each_kind {
    ($go:ident) => {
        $go! {
            (Class, "class", $crate::domain::class::Class)
            (Scale, "scale", $crate::domain::scale::Scale)
            (Student, "student", $crate::domain::roster::Student)
            (Skill, "skill", $crate::domain::skill::Skill)
            (Evidence, "evidence", $crate::domain::evidence::Evidence)
            (LevelOverride, "level_override", $crate::domain::evidence::LevelOverride)
            (SelfAssessment, "self_assessment", $crate::domain::self_assessment::SelfAssessment)
            (Goal, "goal", $crate::domain::goal::Goal)
            (GoalClosed, "goal_closed", $crate::domain::goal::GoalClosed)
            (Feedback, "feedback", $crate::domain::feedback::Feedback)
            (ExitTicket, "exit_ticket", $crate::domain::exit_ticket::ExitTicket)
            (TicketClosed, "ticket_closed", $crate::domain::exit_ticket::TicketClosed)
            (Answer, "answer", $crate::domain::exit_ticket::Answer)
            (TicketAgain, "ticket_again", $crate::domain::exit_ticket::TicketAgain)
            (Regrouped, "regrouped", $crate::domain::exit_ticket::Regrouped)
            (FollowUp, "follow_up", $crate::domain::exit_ticket::FollowUp)
            (BankQuestion, "bank_question", $crate::domain::question_bank::BankQuestion)
            (Rubric, "rubric", $crate::domain::rubric::Rubric)
            (RubricTask, "rubric_task", $crate::domain::rubric::RubricTask)
            (RubricScore, "rubric_score", $crate::domain::rubric::RubricScore)
            (BankComment, "bank_comment", $crate::domain::rubric::BankComment)
            (LessonObservation, "lesson_observation", $crate::domain::rubric::LessonObservation)
            (Accommodations, "accommodations", $crate::domain::support::Accommodations)
            (PictureLock, "picture_lock", $crate::domain::support::PictureLock)
            (HandInKey, "hand_in_key", $crate::domain::hand_in::HandInKey)
            (Profile, "profile", $crate::domain::profile::Profile)
            (ChoiceBoard, "choice_board", $crate::domain::choice_board::ChoiceBoard)
            (ChoiceMade, "choice_made", $crate::domain::choice_board::ChoiceMade)
            (LongGoal, "long_goal", $crate::domain::long_goal::LongGoal)
            (GoalProgress, "goal_progress", $crate::domain::long_goal::GoalProgress)
            (WorkSample, "work_sample", $crate::domain::work_sample::WorkSample)
            (ConferenceCards, "conference_cards", $crate::domain::conference::ConferenceCards)
            (Conferring, "conferring", $crate::domain::conference::Conferring)
            (Note, "note", $crate::domain::note::Note)
            (StudentGroup, "student_group", $crate::domain::student_group::StudentGroup)
            (GroupMember, "group_member", $crate::domain::student_group::GroupMember)
            (Intervention, "intervention", $crate::domain::intervention::record::Intervention)
            (InterventionEnded, "intervention_ended", $crate::domain::intervention::record::InterventionEnded)
            (Attendance, "attendance", $crate::domain::attendance::Attendance)
            (FamilyShared, "family_shared", $crate::domain::family::FamilyShared)
            (Withdrawal, "withdrawal", $crate::domain::entry::Withdrawal)
            (Erasure, "erasure", $crate::domain::entry::Erasure)
        }
    };
}
pub(crate) use for_each_kind;

macro_rules! body {
    ($(($variant:ident, $kind:literal, $type:ty))*) => {
        /// What an entry says.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Body {
            $(
                #[doc = concat!("An entry of the kind `", $kind, "`.")]
                $variant($variant),
            )*
            /// A kind of a newer version.
            Unknown(Unknown),
        }

        impl Body {
            /// The name of the kind, the same in every layer.
            pub fn kind(&self) -> &str {
                match self {
                    $(Body::$variant(_) => $kind,)*
                    Body::Unknown(unknown) => &unknown.kind,
                }
            }
        }

        $(impl From<$variant> for Body {
            fn from(body: $variant) -> Body {
                Body::$variant(body)
            }
        })*
    };
}
for_each_kind!(body);

impl Body {
    /// The civil day the entry speaks of, for the kinds that have one.
    pub fn day(&self) -> Option<Day> {
        match self {
            Body::Evidence(e) => Some(e.shown_on),
            Body::LevelOverride(o) => Some(o.day),
            Body::SelfAssessment(s) => Some(s.day),
            Body::Goal(g) => Some(g.day),
            Body::GoalClosed(c) => Some(c.day),
            Body::Feedback(f) => Some(f.day),
            Body::ExitTicket(t) => Some(t.day),
            Body::TicketClosed(c) => Some(c.day),
            Body::Answer(a) => Some(a.day),
            Body::TicketAgain(a) => Some(a.day),
            Body::Regrouped(r) => Some(r.day),
            Body::FollowUp(f) => Some(f.day),
            Body::RubricTask(t) => Some(t.day),
            Body::RubricScore(s) => Some(s.day),
            Body::LessonObservation(o) => Some(o.day),
            Body::Profile(p) => Some(p.day),
            Body::ChoiceBoard(b) => Some(b.day),
            Body::ChoiceMade(c) => Some(c.day),
            Body::LongGoal(g) => Some(g.start),
            Body::GoalProgress(p) => Some(p.day),
            Body::WorkSample(s) => Some(s.day),
            Body::ConferenceCards(c) => Some(c.day),
            Body::Conferring(c) => Some(c.day),
            Body::Note(n) => Some(n.day),
            Body::StudentGroup(g) => Some(g.from),
            Body::GroupMember(m) => Some(m.day),
            Body::Intervention(i) => Some(i.start),
            Body::InterventionEnded(e) => Some(e.day),
            Body::Attendance(a) => Some(a.day),
            Body::FamilyShared(s) => Some(s.day),
            Body::Class(_)
            | Body::Scale(_)
            | Body::Student(_)
            | Body::Skill(_)
            | Body::BankQuestion(_)
            | Body::Rubric(_)
            | Body::BankComment(_)
            | Body::Accommodations(_)
            | Body::PictureLock(_)
            | Body::HandInKey(_)
            | Body::Withdrawal(_)
            | Body::Erasure(_)
            | Body::Unknown(_) => None,
        }
    }
}

/// One thing somebody did.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What every entry says about itself.
    pub head: Head,
    /// What this one says.
    pub body: Body,
    /// The entry's own words, kept when this version cannot say it again word for word (an unknown
    /// kind, or fields of a newer version), so that it is passed on untouched.
    pub carried: Option<Box<str>>,
}

/// An entry still to be written: the session and the shelf give it its head.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The one student it is about.
    pub about: Option<StudentId>,
    /// Who acts.
    pub by: Actor,
    /// Entries it takes the place of.
    pub replaces: Vec<EntryKey>,
    /// What it says.
    pub body: Body,
}

impl Change {
    /// A fact the teacher writes about the class as a whole.
    pub fn of_class(body: impl Into<Body>) -> Change {
        Change { about: None, by: Actor::Teacher, replaces: Vec::new(), body: body.into() }
    }

    /// A fact the teacher writes about one student.
    pub fn by_teacher(about: StudentId, body: impl Into<Body>) -> Change {
        Change { about: Some(about), ..Change::of_class(body) }
    }

    /// A fact a student writes about themselves.
    pub fn by_student(student: StudentId, body: impl Into<Body>) -> Change {
        Change { by: Actor::Student, ..Change::by_teacher(student, body) }
    }

    /// A fact of a student whom nothing names.
    pub fn by_nobody(body: impl Into<Body>) -> Change {
        Change { by: Actor::Student, ..Change::of_class(body) }
    }

    /// Makes it an amendment of these entries.
    #[must_use]
    pub fn replacing(mut self, replaces: impl IntoIterator<Item = EntryKey>) -> Change {
        self.replaces.extend(replaces);
        self
    }

    /// The entry this change becomes once the shelf has taken its identity.
    pub fn into_entry(self, key: EntryKey, stamp: Stamp, batch: BatchId, class: ClassId) -> Entry {
        let Change { about, by, replaces, body } = self;
        Entry { head: Head { key, stamp, batch, class, about, by, replaces }, body, carried: None }
    }
}
