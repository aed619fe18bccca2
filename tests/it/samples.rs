//! One entry or more of every kind, in which every field and every variant stands at least once.

use daymark::domain::attendance::{Attendance, Presence};
use daymark::domain::class::{Class, ListSettings};
use daymark::domain::entry::{Body, Change, Entry, EntryKey, Erasure, Withdrawal};
use daymark::domain::evidence::{Code, Evidence, LevelOverride, Mark, Source};
use daymark::domain::exit_ticket::{Answer, ExitTicket, Moment, Question, Reply, Template, TicketClosed};
use daymark::domain::family::FamilyShared;
use daymark::domain::feedback::Feedback;
use daymark::domain::goal::{Goal, GoalClosed, GoalResult, Origin, Working};
use daymark::domain::id::{BatchId, ClassId, GoalId, ScaleId, SkillId, StudentId, TicketId, WriterId};
use daymark::domain::proficiency::method::Method;
use daymark::domain::roster::Student;
use daymark::domain::scale::{Follows, Level, Scale, Score};
use daymark::domain::self_assessment::SelfAssessment;
use daymark::domain::skill::{Check, Skill, Subject};
use daymark::domain::{Day, Stamp};

pub const CLASS: ClassId = ClassId::from_bits(0xc1a55);
const WRITER: WriterId = WriterId::from_bits(0x1234_5678_9abc_def0);
const ANA: StudentId = StudentId::from_bits(0xa1);
const LEILA: StudentId = StudentId::from_bits(0xa2);
const FRACTIONS: SkillId = SkillId::from_bits(0xf1);
const FOUR: ScaleId = ScaleId::from_bits(4);
const GOAL: GoalId = GoalId::from_bits(0x90);
const TICKET: TicketId = TicketId::from_bits(0x71);

fn nov(day: u32) -> Day {
    Day::new(2026, 11, day).unwrap()
}

fn score(level: u8) -> Score {
    Score { scale: FOUR, level: Level(level) }
}

/// Every sample by its name: the kind, or the kind and what is special about it. The order never
/// changes, because the numbers of the entries follow it; new samples come last.
pub fn all() -> Vec<(&'static str, Entry)> {
    let changes =
        class().into_iter().chain(marks()).chain(goals()).chain(tickets()).chain(rest()).chain(methods());
    let entry = |(n, (name, change)): (u64, (&'static str, Change))| {
        let key = EntryKey { writer: WRITER, n };
        let stamp = Stamp(1_790_000_000_000 + n);
        (name, change.into_entry(key, stamp, BatchId::from_bits(0xb000 + n), CLASS))
    };
    (1..).zip(changes).map(entry).collect()
}

fn class() -> Vec<(&'static str, Change)> {
    let words = |all: [&str; 4]| all.map(String::from).to_vec();
    let becomes = vec![Some(Level(1)), None, Some(Level(3)), Some(Level(4))];
    let follows = Some(Follows { scale: ScaleId::from_bits(3), becomes });
    let lists =
        ListSettings { not_yet_in_a_row: 3, levels_under_usual: 1, top_in_a_row: 4, quiet_school_days: 5 };
    let class = Class {
        title: "Math 5B".into(),
        teacher: "Ms R".into(),
        scale: FOUR,
        demo: true,
        lists,
        method: Method::default(),
    };
    let plain = Class { demo: false, ..class.clone() };
    let skill = Skill {
        id: FRACTIONS,
        subject: Subject::Math,
        statement: "I can compare two fractions".into(),
        levels: words(["with pictures", "with the same bottom", "any two", "in two ways"]),
        next_steps: vec!["Draw 1/3 and 1/4".into(), "Explain why 3/4 is more".into()],
        home: "Cut a sandwich in 3 and in 4.".into(),
        check: Some(Check {
            question: "Which?".into(),
            choices: vec!["3/5".into(), "2/3".into()],
            key: Some(1),
        }),
        starter: Some("math_compare_fractions".into()),
        standards: vec!["CCSS.MATH.4.NF.A.2".into()],
        place: 3,
        in_focus: true,
        archived: false,
        method: None,
    };
    let scale = Scale { id: FOUR, words: words(["Not yet", "Almost", "Got it", "Can teach it"]), follows };
    let first = EntryKey { writer: WRITER, n: 2 };
    let student = |bits, name: &str, left| {
        let id = StudentId::from_bits(bits);
        Change::by_teacher(id, Student { id, name: name.into(), left, joined: None })
    };
    let seen = evidence(Source::Observation, Mark::Score(score(3)), "said \"1/3\"");
    let open = Some(Check { question: "How?".into(), choices: vec!["a".into()], key: None });
    let (id, subject) = (SkillId::from_bits(0xf2), Subject::Habits);
    let archived = Skill { id, archived: true, in_focus: false, check: open, subject, ..skill.clone() };
    vec![
        ("scale", Change::of_class(scale)),
        ("class", Change::of_class(class)),
        ("class-amended", Change::of_class(plain).replacing([first])),
        ("student", student(0xa1, "Ana Ñandú", false)),
        ("evidence", Change::by_teacher(ANA, seen)),
        ("student-other-script", student(0xa2, "ليلى", false)),
        ("student-left", student(0xa3, "Max", true)),
        ("skill", Change::of_class(skill)),
        ("skill-archived", Change::of_class(archived)),
    ]
}

fn evidence(source: Source, mark: Mark, note: &str) -> Evidence {
    Evidence { skill: FRACTIONS, shown_on: nov(16), entered_at: nov(17), mark, source, note: note.into() }
}

fn marks() -> Vec<(&'static str, Change)> {
    let coded = |source, code| Change::by_teacher(LEILA, evidence(source, Mark::Code(code), ""));
    let scored = |source, level| Change::by_teacher(ANA, evidence(source, Mark::Score(score(level)), ""));
    let decided = |score, day| {
        let reason = "explained it to a partner".into();
        Change::by_teacher(ANA, LevelOverride { skill: FRACTIONS, score, reason, day })
    };
    vec![
        ("evidence-work-sample", scored(Source::WorkSample, 2)),
        ("evidence-exit-ticket", scored(Source::ExitTicket(TICKET), 4)),
        ("evidence-absent", coded(Source::Conference, Code::Absent)),
        ("evidence-excused", coded(Source::Conference, Code::Excused)),
        ("evidence-not-assessed", coded(Source::Conference, Code::NotAssessed)),
        ("evidence-not-enough", coded(Source::Conference, Code::NotEnoughEvidence)),
        ("level_override-ended", decided(None, nov(17))),
        ("level_override", decided(Some(score(4)), nov(18))),
    ]
}

fn goals() -> Vec<(&'static str, Change)> {
    let said = |day, score| Change::by_student(ANA, SelfAssessment { skill: FRACTIONS, day, score });
    let goal = |id, day, working, origin, from: Option<(SkillId, Level)>| {
        let text = "Draw 1/3 and 1/4 and circle the bigger one".into();
        let (skill, self_level) = from.unzip();
        Change::by_student(
            ANA,
            Goal { id: GoalId::from_bits(id), text, skill, self_level, day, working, origin },
        )
    };
    let closed = |goal, day, result, why: &str| {
        Change::by_student(ANA, GoalClosed { goal, day, result, why: why.into() })
    };
    vec![
        ("self_assessment-dont-know", said(nov(16), None)),
        ("self_assessment", said(nov(17), Some(score(2)))),
        ("goal-own", goal(0x88, nov(16), Working::Partner, Origin::Own, None)),
        (
            "goal-feedback",
            goal(0x89, nov(17), Working::Teacher, Origin::Feedback, Some((FRACTIONS, Level(2)))),
        ),
        ("goal", goal(0x90, nov(18), Working::Alone, Origin::NextStep, Some((FRACTIONS, Level(2))))),
        ("goal_closed-met", closed(GoalId::from_bits(0x88), nov(17), GoalResult::Met, "")),
        ("goal_closed-almost", closed(GoalId::from_bits(0x89), nov(18), GoalResult::Almost, "")),
        ("goal_closed", closed(GOAL, nov(19), GoalResult::NotYet, "I ran out of time")),
    ]
}

fn tickets() -> Vec<(&'static str, Change)> {
    let check = Check { question: "Which?".into(), choices: vec!["3/5".into(), "2/3".into()], key: Some(1) };
    let levels = [Question::Level(Moment::Before), Question::Level(Moment::After)];
    let questions = levels.into_iter().chain([Question::Choice(check), Question::Sentence]).collect();
    let ticket = ExitTicket {
        id: TICKET,
        skill: FRACTIONS,
        day: nov(19),
        template: Template::GotIt,
        scale: FOUR,
        questions,
    };
    let answer = |replies: [Reply; 4]| {
        let answer = Answer { ticket: TICKET, skill: FRACTIONS, day: nov(19), replies: replies.into() };
        Change::by_student(ANA, answer)
    };
    let sentence = Reply::Sentence("the pieces\nare smaller 🍕".into());
    vec![
        ("exit_ticket", Change::of_class(ticket)),
        (
            "answer-dont-know",
            answer([Reply::Level(score(1)), Reply::DontKnow, Reply::DontKnow, Reply::Blank]),
        ),
        ("answer", answer([Reply::Level(score(1)), Reply::Level(score(3)), Reply::Choice(1), sentence])),
        ("ticket_closed", Change::of_class(TicketClosed { ticket: TICKET, day: nov(19) })),
    ]
}

fn rest() -> Vec<(&'static str, Change)> {
    let feedback = |skill| Feedback { text: "Next, draw it to scale.".into(), skill, day: nov(18) };
    let away = |student, presence| Change::by_teacher(student, Attendance { day: nov(19), presence });
    let came =
        Student { id: StudentId::from_bits(0xa4), name: "Nia".into(), left: false, joined: Some(nov(3)) };
    let joined = Change::by_teacher(came.id, came);
    let body: Body = FamilyShared { day: nov(19), expires: nov(30) }.into();
    vec![
        ("feedback", Change::by_teacher(ANA, feedback(Some(FRACTIONS)))),
        ("feedback-general", Change::by_teacher(LEILA, feedback(None))),
        ("attendance", away(ANA, Presence::Here)),
        ("attendance-absent", away(LEILA, Presence::Absent)),
        ("attendance-excused", away(LEILA, Presence::Excused)),
        ("family_shared", Change::by_teacher(ANA, body)),
        ("withdrawal", Change::of_class(Withdrawal { batch: BatchId::from_bits(0xdead) })),
        ("erasure", Change::of_class(Erasure { student: StudentId::from_bits(0xa9) })),
        ("student-joined", joined),
    ]
}

/// A class and skills with each method of becoming one figure.
fn methods() -> Vec<(&'static str, Change)> {
    let class = Class {
        title: "Math 5C".into(),
        teacher: String::new(),
        scale: FOUR,
        demo: false,
        lists: ListSettings::default(),
        method: Method::Weighted { weight: 75 },
    };
    let skill = |name, method| {
        let line = "I can compare two fractions".to_owned();
        let skill = Skill { method: Some(method), ..Skill::named(FRACTIONS, Subject::Math, line, 3) };
        (name, Change::of_class(skill))
    };
    vec![
        ("class-method", Change::of_class(class)),
        skill("skill-average", Method::Average),
        skill("skill-highest", Method::Highest),
        skill("skill-latest", Method::Latest),
        skill("skill-median_of_last", Method::MedianOfLast { last: 5 }),
        skill("skill-mode", Method::Mode),
        skill("skill-n_mastery", Method::NMastery { n: 3, cut: Level(3) }),
        skill("skill-weighted", Method::Weighted { weight: 60 }),
        skill("skill-decaying", Method::Decaying { weight: 80 }),
        skill("skill-power_law", Method::PowerLaw),
    ]
}
