use super::*;
use crate::domain::entry::{Body, Change};
use crate::domain::evidence::{Evidence, Mark, Source};
use crate::domain::goal::{GoalClosed, IfThen};
use crate::domain::id::{GoalId, NoteId, RubricId, RubricVersionId, SampleId, TaskId};
use crate::domain::note::Note;
use crate::domain::profile::Profile;
use crate::domain::rubric::{Criterion, Rubric, RubricScore, RubricTask, RubricType};
use crate::domain::sample::{
    ANA, BEN, Book, FOUR, FRACTIONS, MAIN_IDEA, closed, goal, level, nov, said, scale, shown,
};
use crate::domain::work_sample::WorkSample;

fn work(id: u64, why: &str) -> WorkSample {
    WorkSample {
        id: SampleId::from_bits(id),
        title: format!("work {id}"),
        day: nov(2),
        skill: None,
        text: "x".into(),
        file: None,
        why: why.into(),
        removed: false,
    }
}

#[test]
fn goals_that_were_reached_and_work_are_offered_to_be_proud_of() {
    let mut book = Book::new();
    book.write([goal(ANA, 1, nov(2)), closed(ANA, 1, nov(3), GoalResult::Met)]);
    book.write([goal(ANA, 2, nov(3)), closed(ANA, 2, nov(4), GoalResult::Almost)]);
    book.write([goal(ANA, 3, nov(4))]);
    book.write([Change::by_student(ANA, work(1, "it is long"))]);
    book.write([Change::by_student(ANA, WorkSample { removed: true, ..work(2, "") })]);
    let proud = book.notebook.card_offers(ANA, Card::Proud, nov(9));
    let kept = Offer::Work { title: "work 1".into(), why: "it is long".into() };
    assert_eq!(proud, [kept, Offer::Reached("goal 1".into())]);
    assert_eq!(book.notebook.card_offers(BEN, Card::Proud, nov(9)), []);
}

#[test]
fn what_rose_is_offered_and_what_fell_is_not() {
    let mut book = Book::new();
    book.write([shown(ANA, FRACTIONS, nov(2), 1), shown(ANA, FRACTIONS, nov(3), 2)]);
    book.write([shown(ANA, MAIN_IDEA, nov(2), 3), shown(ANA, MAIN_IDEA, nov(3), 2)]);
    let grew = |skill, from, to| Offer::Grew { skill, from: Level(from), to: Level(to) };
    let offers = |book: &Book| book.notebook.card_offers(ANA, Card::Grew, nov(9));
    assert_eq!(offers(&book), [grew(FRACTIONS, 1, 2)]);
    // What the student said counts where nothing else rose; the longest way stands first.
    book.write([said(ANA, MAIN_IDEA, nov(2), 1), said(ANA, MAIN_IDEA, nov(4), 4)]);
    assert_eq!(offers(&book), [grew(MAIN_IDEA, 1, 4), grew(FRACTIONS, 1, 2)]);
}

#[test]
fn marks_of_work_that_waits_for_the_own_view_are_not_told() {
    let mut book = Book::new();
    let (version, task) = (RubricVersionId::from_bits(11), TaskId::from_bits(7));
    book.one(Change::of_class(Rubric {
        id: RubricId::from_bits(1),
        version,
        title: "Poster".into(),
        kind: RubricType::Analytic,
        levels: scale(FOUR, 4).words,
        scale: FOUR,
        becomes: (1..=4).map(|at| Some(Level(at))).collect(),
        criteria: vec![Criterion {
            name: "Right".into(),
            weight: 1,
            skill: Some(FRACTIONS),
            cells: Vec::new(),
        }],
        archived: false,
        day: None,
    }));
    let poster = RubricTask { id: task, version, title: "Poster".into(), day: nov(3), closed: false };
    book.one(Change::of_class(poster));
    let mark = |source, day, at| Evidence {
        skill: FRACTIONS,
        shown_on: nov(day),
        entered_at: nov(day),
        mark: Mark::Score(level(at)),
        source,
        note: String::new(),
    };
    book.write([
        Change::by_teacher(ANA, mark(Source::WorkSample, 2, 1)),
        Change::by_teacher(ANA, mark(Source::Rubric(task), 3, 4)),
    ]);
    let grew = |book: &Book| book.notebook.card_offers(ANA, Card::Grew, nov(9)).len();
    assert_eq!(grew(&book), 0, "it would tell the teacher's view before the own one");
    let score = |at| RubricScore {
        task,
        day: nov(3),
        marks: vec![Some(Level(at))],
        notes: vec![],
        comment: String::new(),
    };
    book.one(Change::by_teacher(ANA, score(4)));
    assert_eq!(grew(&book), 0);
    let own = book.notebook.own_score(ANA, score(3));
    book.one(own);
    assert_eq!(grew(&book), 1);
}

#[test]
fn what_is_not_reached_yet_is_offered_with_its_reason_and_the_lowest_lines() {
    let mut book = Book::new();
    let why = "no time".to_owned();
    let end = GoalClosed { goal: GoalId::from_bits(1), day: nov(3), result: GoalResult::NotYet, why };
    book.write([goal(ANA, 1, nov(2)), Change::by_student(ANA, end)]);
    book.write([said(ANA, FRACTIONS, nov(2), 2), said(ANA, MAIN_IDEA, nov(2), 1)]);
    let stuck = book.notebook.card_offers(ANA, Card::Stuck, nov(9));
    let stands = |skill, at| Offer::Stands { skill, level: Level(at) };
    let not_yet = Offer::NotYet { goal: "goal 1".into(), why: "no time".into() };
    assert_eq!(stuck, [not_yet, stands(MAIN_IDEA, 1), stands(FRACTIONS, 2)]);
    // A step of the lowest line is what may come next.
    let next = book.notebook.card_offers(ANA, Card::Next, nov(9));
    assert_eq!(next[0], Offer::Goal("main idea: begin".into()));
    // What is reached is nothing to be stuck on.
    book.write([said(ANA, MAIN_IDEA, nov(4), 3), said(ANA, FRACTIONS, nov(4), 4)]);
    assert_eq!(book.notebook.card_offers(ANA, Card::Stuck, nov(9)).len(), 1);
}

#[test]
fn what_helps_is_said_as_the_student_said_it() {
    let mut book = Book::new();
    let profile = |helps_too: &str| Profile {
        helps: vec![Help::Quiet],
        helps_too: helps_too.into(),
        ..Profile::on(nov(2))
    };
    book.write([Change::by_student(ANA, profile("music")), Change::by_teacher(ANA, profile("a list"))]);
    let help = book.notebook.card_offers(ANA, Card::Help, nov(9));
    assert_eq!(help, [Offer::Helps(Help::Quiet), Offer::HelpsToo("music".into())]);
}

#[test]
fn a_plan_helped_when_its_goal_was_reached() {
    let mut book = Book::new();
    let plan = |n: u64| IfThen { obstacle: format!("obstacle {n}"), action: "I ask".into() };
    let with = |number, day| {
        let mut change = goal(ANA, number, nov(day));
        if let Body::Goal(goal) = &mut change.body {
            goal.if_then = Some(plan(number % 3));
        }
        change
    };
    for (number, result) in
        [(1, GoalResult::Met), (2, GoalResult::NotYet), (3, GoalResult::Met), (4, GoalResult::Met)]
    {
        let day = u32::try_from(number).unwrap();
        book.write([with(number, day), closed(ANA, number, nov(day + 1), result)]);
    }
    // The first and the fourth goal had the same plan.
    let helped = [(nov(5), Offer::Plan(plan(1))), (nov(4), Offer::Plan(plan(0)))];
    assert_eq!(book.notebook.what_helped(ANA), helped);
    assert_eq!(book.notebook.card_offers(ANA, Card::Help, nov(9)), helped.map(|(_, offer)| offer));
}

#[test]
fn nothing_is_offered_twice_nor_without_end_and_no_note_is_told() {
    let mut book = Book::new();
    for n in 1..=20 {
        book.write([goal(ANA, n, nov(2)), closed(ANA, n, nov(3), GoalResult::Met)]);
    }
    let proud = book.notebook.card_offers(ANA, Card::Proud, nov(9));
    assert_eq!((proud.len(), &proud[0]), (MOST, &Offer::Reached("goal 20".into())));
    for n in 1..=3 {
        book.write([Change::by_student(BEN, WorkSample { title: "same".into(), ..work(n, "") })]);
    }
    assert_eq!(book.notebook.card_offers(BEN, Card::Proud, nov(9)).len(), 1);
    let before: Vec<Vec<Offer>> = Card::ALL.map(|c| book.notebook.card_offers(ANA, c, nov(9))).to_vec();
    let note = Note {
        id: NoteId::from_bits(1),
        day: nov(4),
        written: nov(4),
        text: "secret".into(),
        removed: false,
    };
    book.write([Change::by_teacher(ANA, note)]);
    let after: Vec<Vec<Offer>> = Card::ALL.map(|c| book.notebook.card_offers(ANA, c, nov(9))).to_vec();
    assert_eq!(after, before);
}
