//! One entry or more of every kind, in which every field and every variant stands at least once.

use daymark::domain::attendance::{Attendance, Presence};
use daymark::domain::class::{Class, ListSettings};
use daymark::domain::entry::{Body, Change, Entry, EntryKey, Erasure, Withdrawal};
use daymark::domain::evidence::{Code, Evidence, LevelOverride, Mark, Source};
use daymark::domain::exit_ticket::{
    Answer, Choices, Cuts, ExitTicket, FollowUp, Group, Moment, NumberAsked, Phrase, PictureSet, Pictures,
    Question, Regrouped, Reply, StepWords, Steps, SurveyPart, Template, TicketAgain, TicketClosed, Version,
};
use daymark::domain::family::FamilyShared;
use daymark::domain::feedback::Feedback;
use daymark::domain::goal::{Goal, GoalClosed, GoalResult, Origin, Working};
use daymark::domain::hand_in::{HandInKey, KeyOf};
use daymark::domain::id::{
    BatchId, ClassId, CommentId, FollowUpId, GoalId, QuestionId, RubricId, RubricVersionId, ScaleId, SkillId,
    StudentId, SurveyId, TaskId, TicketId, WriterId,
};
use daymark::domain::proficiency::method::Method;
use daymark::domain::question_bank::BankQuestion;
use daymark::domain::roster::Student;
use daymark::domain::rubric::{
    BankComment, Criterion, LessonObservation, Rubric, RubricCell, RubricScore, RubricTask, RubricType, Seen,
};
use daymark::domain::scale::{Follows, Level, Scale, Score};
use daymark::domain::self_assessment::SelfAssessment;
use daymark::domain::skill::{Check, Skill, Subject};
use daymark::domain::support::{Accommodations, PictureLock};
use daymark::domain::{Day, Stamp};

mod people;

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

fn score_of(level: u8) -> Score {
    Score { scale: FOUR, level: Level(level) }
}

/// Every sample by its name: the kind, or the kind and what is special about it. The order never
/// changes, because the numbers of the entries follow it; new samples come last.
pub fn all() -> Vec<(&'static str, Entry)> {
    let changes = class().into_iter().chain(marks()).chain(goals()).chain(tickets()).chain(rest());
    let changes = changes
        .chain(methods())
        .chain(checks())
        .chain(collecting())
        .chain(rubrics())
        .chain(later())
        .chain(people::all());
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
    let lists = ListSettings {
        not_yet_in_a_row: 3,
        levels_under_usual: 1,
        top_in_a_row: 4,
        quiet_school_days: 5,
        cuts: Cuts::default(),
    };
    let class = Class { demo: true, lists, ..Class::named("Math 5B", "Ms R", FOUR) };
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
        Change::by_teacher(id, Student { left, ..Student::named(id, name) })
    };
    let seen = evidence(Source::Observation, Mark::Score(score_of(3)), "said \"1/3\"");
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
    let scored = |source, level| Change::by_teacher(ANA, evidence(source, Mark::Score(score_of(level)), ""));
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
        ("level_override", decided(Some(score_of(4)), nov(18))),
    ]
}

fn goals() -> Vec<(&'static str, Change)> {
    let said = |day, score| Change::by_student(ANA, SelfAssessment { skill: FRACTIONS, day, score });
    let goal = |id, day, working, origin, from: Option<(SkillId, Level)>| {
        let text = "Draw 1/3 and 1/4 and circle the bigger one".into();
        let (skill, self_level) = from.unzip();
        Change::by_student(
            ANA,
            Goal { id: GoalId::from_bits(id), text, skill, self_level, day, working, origin, if_then: None },
        )
    };
    let closed = |goal, day, result, why: &str| {
        Change::by_student(ANA, GoalClosed { goal, day, result, why: why.into() })
    };
    vec![
        ("self_assessment-dont-know", said(nov(16), None)),
        ("self_assessment", said(nov(17), Some(score_of(2)))),
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
    let ticket = ExitTicket { questions, ..plain_ticket(Template::GotIt) };
    let answer = |replies: [Reply; 4]| {
        Change::by_student(ANA, Answer::new(TICKET, FRACTIONS, nov(19), replies.into()))
    };
    let sentence = Reply::Sentence("the pieces\nare smaller 🍕".into());
    vec![
        ("exit_ticket", Change::of_class(ticket)),
        (
            "answer-dont-know",
            answer([Reply::Level(score_of(1)), Reply::DontKnow, Reply::DontKnow, Reply::Blank]),
        ),
        (
            "answer",
            answer([Reply::Level(score_of(1)), Reply::Level(score_of(3)), Reply::Choice(1), sentence]),
        ),
        ("ticket_closed", Change::of_class(TicketClosed { ticket: TICKET, day: nov(19) })),
    ]
}

fn rest() -> Vec<(&'static str, Change)> {
    let feedback = |skill| Feedback { text: "Next, draw it to scale.".into(), skill, day: nov(18) };
    let away = |student, presence| Change::by_teacher(student, Attendance { day: nov(19), presence });
    let came = Student { joined: Some(nov(3)), ..Student::named(StudentId::from_bits(0xa4), "Nia") };
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
    let class = Class { method: Method::Weighted { weight: 75 }, ..Class::named("Math 5C", "", FOUR) };
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

fn plain_ticket(template: Template) -> ExitTicket {
    let skill = Skill::named(FRACTIONS, Subject::Math, String::new(), 0);
    let made = ExitTicket::new(TICKET, template, &skill, nov(19), FOUR);
    ExitTicket { questions: Vec::new(), ..made }
}

fn texts<const N: usize>(all: [&str; N]) -> Vec<String> {
    all.map(String::from).to_vec()
}

/// Checks of every template and with every kind of question, and answers to them.
fn checks() -> Vec<(&'static str, Change)> {
    let choices = Choices {
        question: "Which are more than 1/2?".into(),
        choices: texts(["2/3", "1/3", "3/4"]),
        keys: vec![0, 2],
    };
    let open_choices = Choices { keys: vec![], ..choices.clone() };
    let number = NumberAsked { question: "How long?".into(), key: Some("0,5".into()), unit: "m".into() };
    let open_number = NumberAsked { key: None, unit: String::new(), ..number.clone() };
    let own = Phrase::Own("What helped you?".into());
    let steps = |question, words| Question::Steps(Steps { question, words });
    let pictures = |set| Question::Pictures(Pictures { question: Phrase::HowSure, set });
    let text = Question::Text;
    let all_kinds = vec![
        Question::Level(Moment::After),
        Question::Choices(choices.clone()),
        Question::Choices(open_choices),
        text(own.clone()),
        Question::Number(number.clone()),
        Question::Number(open_number),
        steps(Phrase::HowSure, StepWords::Confidence),
        steps(own.clone(), StepWords::Agreement),
        steps(own.clone(), StepWords::Frequency),
        steps(own, StepWords::Own(texts(["low", "high"]))),
        pictures(PictureSet::Plant),
        pictures(PictureSet::Weather),
    ];
    let blank = ExitTicket {
        questions: all_kinds,
        title: "Before the poster".into(),
        anonymous: true,
        minutes: Some(5),
        draft: true,
        code: Some("7K2M".parse().unwrap()),
        ..plain_ticket(Template::Blank)
    };
    let three = vec![text(Phrase::ThreeLearned), text(Phrase::TwoInteresting), text(Phrase::OneQuestion)];
    let survey = |moment| ExitTicket {
        questions: vec![Question::Level(moment), Question::Number(number.clone())],
        version_b: vec![Question::Level(moment), Question::Choices(choices.clone())],
        survey: Some(SurveyPart { survey: SurveyId::from_bits(0x51), moment }),
        ..plain_ticket(Template::Confidence)
    };
    let of = |template, questions| ExitTicket { questions, ..plain_ticket(template) };
    let replies = vec![
        Reply::Choices(vec![0, 2]),
        Reply::Number("1/2".into()),
        Reply::Step(3),
        Reply::Sentence("by drawing".into()),
    ];
    let answer = Answer::new(TICKET, FRACTIONS, nov(19), replies);
    let scanned = Answer { version: Version::B, receipt: 0x1234_5678_9abc, ..answer.clone() };
    let bank = BankQuestion {
        id: QuestionId::from_bits(0x0b),
        question: Question::Choices(choices.clone()),
        skill: Some(FRACTIONS),
        tags: texts(["warm-up", "unit 3"]),
        archived: true,
    };
    let plain_bank = BankQuestion { skill: None, tags: vec![], archived: false, ..bank.clone() };
    let cuts = ListSettings { cuts: Cuts { got_it: 90, almost: 60 }, ..ListSettings::default() };
    let class = Class { lists: cuts, ..Class::named("Math 5D", "", FOUR) };
    vec![
        ("exit_ticket-all-kinds", Change::of_class(blank)),
        ("exit_ticket-three-two-one", Change::of_class(of(Template::ThreeTwoOne, three))),
        (
            "exit_ticket-muddiest",
            Change::of_class(of(Template::MuddiestPoint, vec![text(Phrase::MuddiestPoint)])),
        ),
        ("exit_ticket-one-question", Change::of_class(of(Template::OneQuestion, vec![]))),
        ("exit_ticket-before", Change::of_class(survey(Moment::Before))),
        ("exit_ticket-after", Change::of_class(survey(Moment::After))),
        ("answer-kinds", Change::by_student(ANA, answer.clone())),
        ("answer-scanned", Change::by_student(ANA, scanned)),
        ("answer-nobody", Change::by_nobody(answer)),
        ("bank_question", Change::of_class(bank)),
        ("bank_question-plain", Change::of_class(plain_bank)),
        ("class-cuts", Change::of_class(class)),
    ]
}

/// What is done around handing in.
fn collecting() -> Vec<(&'static str, Change)> {
    let moved = |group| Change::by_teacher(ANA, Regrouped { ticket: TICKET, group, day: nov(19) });
    let plan = |group, done| {
        let id = FollowUpId::from_bits(0xf0);
        let text = "Fold paper strips".into();
        Change::of_class(FollowUp { id, ticket: TICKET, group, text, day: nov(20), done })
    };
    let help =
        Accommodations { extra_time: 50, read_aloud: true, larger_text: true, language: Some("es".into()) };
    let key = |of| HandInKey::new(of, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8".into());
    vec![
        ("ticket_again", Change::by_teacher(ANA, TicketAgain { ticket: TICKET, day: nov(20) })),
        ("regrouped", moved(Some(Group::NotYet))),
        ("regrouped-almost", moved(Some(Group::Almost))),
        ("regrouped-got-it", moved(Some(Group::GotIt))),
        ("regrouped-back", moved(None)),
        ("follow_up", plan(Group::NotYet, false)),
        ("follow_up-done", plan(Group::GotIt, true)),
        ("accommodations", Change::by_teacher(ANA, help)),
        ("accommodations-none", Change::by_teacher(LEILA, Accommodations::default())),
        ("picture_lock", Change::by_student(ANA, PictureLock { pictures: vec![3, 0, 11] })),
        ("hand_in_key", Change::of_class(key(KeyOf::Class))),
        ("hand_in_key-student", Change::by_teacher(ANA, key(KeyOf::Student))),
        ("hand_in_key-nobody", Change::of_class(key(KeyOf::Nobody))),
    ]
}

/// Rubrics of every type, and what is scored with them.
fn rubrics() -> Vec<(&'static str, Change)> {
    let cell = |description: &str, student: &str, example: &str| RubricCell {
        description: description.into(),
        student: student.into(),
        example: example.into(),
    };
    let criterion = Criterion {
        name: "Explains why".into(),
        weight: 2,
        skill: Some(FRACTIONS),
        cells: vec![cell("States", "I say it", "2/3 > 1/2"), cell("Proves", "I show it", "a drawing")],
    };
    let plain = Criterion { name: "Neat".into(), weight: 1, skill: None, cells: vec![] };
    let (id, version) = (RubricId::from_bits(0x21), RubricVersionId::from_bits(0x22));
    let rubric = |kind| Rubric {
        id,
        version,
        title: "Fraction poster".into(),
        kind,
        levels: texts(["Below", "Meets", "Beyond"]),
        scale: FOUR,
        becomes: vec![None, Some(Level(3)), Some(Level(4))],
        criteria: vec![criterion.clone(), plain.clone()],
        archived: kind == RubricType::Holistic,
        day: None,
    };
    let task = RubricTask {
        id: TaskId::from_bits(0x23),
        version,
        title: "Poster".into(),
        day: nov(18),
        closed: false,
    };
    let score = RubricScore {
        task: task.id,
        day: nov(19),
        marks: vec![Some(Level(2)), None],
        notes: texts(["clear drawing"]),
        comment: "Well shown.".into(),
    };
    let own = RubricScore { notes: vec![], comment: String::new(), ..score.clone() };
    let comment =
        BankComment { id: CommentId::from_bits(0x24), text: "Show it in a drawing.".into(), archived: false };
    let away = BankComment { archived: true, ..comment.clone() };
    let seen = LessonObservation {
        id: TaskId::from_bits(0x25),
        version,
        title: "Period 3".into(),
        day: nov(19),
        seen: vec![Seen { criterion: 0, minute: 12, text: "Four students asked why".into() }],
        marks: vec![Some(Level(3)), None],
    };
    let unrated = LessonObservation { seen: vec![], marks: vec![], ..seen.clone() };
    vec![
        ("rubric", Change::of_class(rubric(RubricType::Analytic))),
        ("rubric-holistic", Change::of_class(rubric(RubricType::Holistic))),
        ("rubric-single-point", Change::of_class(rubric(RubricType::SinglePoint))),
        ("rubric-observation", Change::of_class(rubric(RubricType::Observation))),
        ("rubric_task", Change::of_class(task.clone())),
        ("rubric_task-closed", Change::of_class(RubricTask { closed: true, ..task })),
        ("rubric_score", Change::by_teacher(ANA, score)),
        ("rubric_score-own", Change::by_student(ANA, own)),
        ("bank_comment", Change::of_class(comment)),
        ("bank_comment-away", Change::of_class(away)),
        ("lesson_observation", Change::of_class(seen)),
        ("lesson_observation-begun", Change::of_class(unrated)),
        (
            "evidence-rubric",
            Change::by_teacher(
                ANA,
                evidence(Source::Rubric(TaskId::from_bits(0x23)), Mark::Score(score_of(3)), ""),
            ),
        ),
        ("rubric-dated", Change::of_class(Rubric { day: Some(nov(18)), ..rubric(RubricType::Analytic) })),
    ]
}

/// What came after the format had all of its kinds, in the order in which it came.
fn later() -> Vec<(&'static str, Change)> {
    let typed = Answer::new(TICKET, FRACTIONS, nov(19), vec![Reply::Choice(2), Reply::Blank]);
    let again = Answer { attempt: 1, receipt: 0x9abc, ..typed.clone() };
    let key = |of| HandInKey::new(of, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8".into());
    let second = HandInKey { first: Version::B, ..key(KeyOf::Student) };
    let packed = HandInKey { as_of: Stamp(1_790_000_000_123), ..key(KeyOf::Nobody) };
    vec![
        ("answer-paper", Change::by_student(ANA, Answer { paper: true, ..typed })),
        ("answer-again", Change::by_student(ANA, again)),
        ("hand_in_key-second", Change::by_teacher(ANA, second)),
        ("hand_in_key-packed", Change::of_class(packed)),
    ]
}
