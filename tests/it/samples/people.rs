//! Samples of what is known about people: plans, work samples, conferences, notes, groups.

use daymark::domain::choice_board::{ChoiceBoard, ChoiceMade};
use daymark::domain::class::Class;
use daymark::domain::conference::{Card, ConferenceCards, Conferring};
use daymark::domain::entry::Change;
use daymark::domain::goal::{Goal, GoalResult, IfThen, Origin, Working};
use daymark::domain::id::{
    BoardId, ClassId, ConferringId, FileId, GoalId, GroupId, InterventionId, LongGoalId, NoteId, SampleId,
};
use daymark::domain::intervention::Outcome;
use daymark::domain::intervention::record::{Intervention, InterventionEnded};
use daymark::domain::long_goal::{GoalEnd, GoalProgress, LongGoal};
use daymark::domain::note::Note;
use daymark::domain::profile::{Harder, Help, Hindrance, Pace, Profile, Task, TaskWay};
use daymark::domain::roster::Student;
use daymark::domain::student_group::{GroupMember, StudentGroup};
use daymark::domain::work_sample::{KeptFile, WorkSample};

use super::{ANA, FOUR, FRACTIONS, nov};

const BOARD: BoardId = BoardId::from_bits(0x31);
const LONG: LongGoalId = LongGoalId::from_bits(0x32);
const GROUP: GroupId = GroupId::from_bits(0x33);
const TRIED: InterventionId = InterventionId::from_bits(0x34);

pub fn all() -> Vec<(&'static str, Change)> {
    let all = class().into_iter().chain(plans()).chain(samples()).chain(conferences()).chain(log());
    all.chain(groups()).collect()
}

fn class() -> Vec<(&'static str, Change)> {
    let class = Class {
        terms: vec![nov(2), nov(20)],
        youngest: true,
        archived: true,
        follows: Some(ClassId::from_bits(0xc1a54)),
        ..Class::named("Math 5E", "", FOUR)
    };
    let plan = IfThen { obstacle: "it gets loud".into(), action: "I use the headphones".into() };
    let goal = Goal {
        id: GoalId::from_bits(0x9f),
        text: "finish the strip".into(),
        skill: None,
        self_level: None,
        day: nov(20),
        working: Working::Alone,
        origin: Origin::Own,
        if_then: Some(plan),
    };
    vec![
        ("class-year", Change::of_class(class)),
        ("student-section", {
            Change::by_teacher(ANA, Student { section: "Period 2".into(), ..Student::named(ANA, "Ana") })
        }),
        ("goal-if-then", Change::by_student(ANA, goal)),
    ]
}

fn plans() -> Vec<(&'static str, Change)> {
    let workings = [Working::Alone, Working::Partner, Working::Teacher, Working::Alone, Working::Partner];
    let profile = Profile {
        day: nov(16),
        ways: Task::ALL.into_iter().zip(workings).map(|(task, working)| TaskWay { task, working }).collect(),
        harder: Some(Harder::Words),
        pace: Some(Pace::MoreTime),
        interests: vec!["horses".into(), "space".into()],
        helps: Help::ALL.to_vec(),
        helps_too: "music".into(),
        hinders: Hindrance::ALL.to_vec(),
        hinders_too: "when I have to hurry".into(),
    };
    let short = |harder, pace| Profile { harder: Some(harder), pace: Some(pace), ..Profile::on(nov(16)) };
    let board = ChoiceBoard {
        id: BOARD,
        title: "Fractions this week".into(),
        skill: Some(FRACTIONS),
        ways: vec!["Draw it".into(), "Teach a partner".into()],
        rates: vec!["Two lessons".into(), "Three lessons".into()],
        day: nov(16),
        closed: false,
    };
    let plain = ChoiceBoard { skill: None, rates: vec![], closed: true, ..board.clone() };
    let made = ChoiceMade { board: BOARD, way: "Draw it".into(), rate: "Two lessons".into(), day: nov(17) };
    let goal = LongGoal {
        id: LONG,
        text: "Read 120 pages".into(),
        skill: None,
        unit: "pages".into(),
        from: 20.0,
        to: 120.5,
        start: nov(2),
        by: nov(27),
        steps: 4,
        if_then: Some(IfThen { obstacle: "I am tired".into(), action: "I read one page".into() }),
        ended: None,
    };
    let ended = LongGoal {
        skill: Some(FRACTIONS),
        unit: String::new(),
        if_then: None,
        ended: Some(GoalEnd { day: nov(27), result: GoalResult::Almost }),
        ..goal.clone()
    };
    vec![
        ("profile", Change::by_student(ANA, profile)),
        ("profile-numbers", Change::by_teacher(ANA, short(Harder::Numbers, Pace::Together))),
        ("profile-both", Change::by_student(ANA, short(Harder::Both, Pace::Ahead))),
        ("profile-neither", Change::by_student(ANA, short(Harder::Neither, Pace::Ahead))),
        ("choice_board", Change::of_class(board)),
        ("choice_board-plain", Change::of_class(plain)),
        ("choice_made", Change::by_student(ANA, made.clone())),
        ("choice_made-no-rate", Change::by_student(ANA, ChoiceMade { rate: String::new(), ..made })),
        ("long_goal", Change::by_student(ANA, goal)),
        ("long_goal-ended", Change::by_student(ANA, ended)),
        ("goal_progress", Change::by_student(ANA, GoalProgress { goal: LONG, day: nov(9), value: 45.25 })),
    ]
}

fn samples() -> Vec<(&'static str, Change)> {
    let text = WorkSample {
        id: SampleId::from_bits(0x41),
        title: "My number line".into(),
        day: nov(18),
        skill: Some(FRACTIONS),
        text: "3/4 is right of 2/3".into(),
        file: None,
        why: "I found it out alone".into(),
        removed: false,
    };
    let file = KeptFile {
        id: FileId::from_bits(0x42),
        name: "line.jpg".into(),
        media: "image/webp".into(),
        bytes: 81_234,
    };
    let photo =
        WorkSample { skill: None, text: String::new(), file: Some(file), why: String::new(), ..text.clone() };
    vec![
        ("work_sample", Change::by_student(ANA, text)),
        ("work_sample-photo", Change::by_student(ANA, photo.clone())),
        ("work_sample-removed", Change::by_teacher(ANA, WorkSample { removed: true, ..photo })),
    ]
}

fn conferences() -> Vec<(&'static str, Change)> {
    let mut cards = ConferenceCards::on(nov(19));
    for card in Card::ALL {
        cards.write(card, &format!("{card:?}"));
    }
    let talk = Conferring {
        id: ConferringId::from_bits(0x51),
        day: nov(19),
        about: "two goals not yet met".into(),
        said: "wants shorter goals".into(),
        next: "one strip a day".into(),
        held: true,
        removed: false,
    };
    let plan = Conferring { said: String::new(), next: String::new(), held: false, ..talk.clone() };
    let removed = Conferring { about: String::new(), removed: true, ..plan.clone() };
    vec![
        ("conference_cards", Change::by_student(ANA, cards)),
        ("conference_cards-empty", Change::by_student(ANA, ConferenceCards::on(nov(20)))),
        ("conferring", Change::by_teacher(ANA, talk)),
        ("conferring-planned", Change::by_teacher(ANA, plan)),
        ("conferring-removed", Change::by_teacher(ANA, removed)),
    ]
}

fn log() -> Vec<(&'static str, Change)> {
    let text = "New glasses since Monday".into();
    let note = Note { id: NoteId::from_bits(0x61), day: nov(18), written: nov(19), text, removed: false };
    let tried = Intervention {
        id: TRIED,
        tactic: "Number line warm-up".into(),
        skill: Some(FRACTIONS),
        start: nov(2),
        weeks: 4,
        times_a_week: 3,
        rule: "three checks in a row".into(),
    };
    let ended = |outcome, seen: &str| {
        let end = InterventionEnded { intervention: TRIED, day: nov(27), outcome, seen: seen.into() };
        Change::by_teacher(ANA, end)
    };
    vec![
        ("note", Change::by_teacher(ANA, note.clone())),
        ("note-removed", Change::by_teacher(ANA, Note { removed: true, ..note })),
        ("intervention", Change::by_teacher(ANA, tried.clone())),
        ("intervention-no-skill", Change::by_teacher(ANA, Intervention { skill: None, ..tried })),
        ("intervention_ended", ended(Outcome::Worked, "she starts by herself")),
        ("intervention_ended-not", ended(Outcome::DidNot, "")),
        ("intervention_ended-unclear", ended(Outcome::Unclear, "")),
    ]
}

fn groups() -> Vec<(&'static str, Change)> {
    let group = StudentGroup {
        id: GROUP,
        title: "Number lines".into(),
        skill: Some(FRACTIONS),
        plan: "with strips, ten minutes".into(),
        from: nov(16),
        until: Some(nov(27)),
        ended: false,
    };
    let ended = StudentGroup { skill: None, plan: String::new(), until: None, ended: true, ..group.clone() };
    let member = GroupMember { group: GROUP, day: nov(16), left: false };
    vec![
        ("student_group", Change::of_class(group)),
        ("student_group-ended", Change::of_class(ended)),
        ("group_member", Change::by_teacher(ANA, member.clone())),
        ("group_member-left", Change::by_teacher(ANA, GroupMember { left: true, ..member })),
    ]
}
