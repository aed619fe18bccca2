use std::collections::{BTreeSet, HashMap};

use super::people::{DemoBoard, DemoGroup, DemoLongGoal, DemoSample, DemoTried};
use super::*;
use crate::domain::entry::{Body, EntryKey};
use crate::domain::id::{BatchId, ScaleId, SkillId, WriterId};
use crate::domain::intervention::Outcome;
use crate::domain::notebook::Notebook;
use crate::domain::rubric::Criterion;
use crate::domain::sample::{CLASS, nov, scale, skill};
use crate::domain::stamp::Stamp;
use crate::domain::sweet_spot::Zone;

/// So many words of a kind.
fn some(kind: &str, how_many: u32) -> Vec<String> {
    (1..=how_many).map(|i| format!("{kind} {i}")).collect()
}

fn demo_words() -> DemoWords {
    let criterion = |name: &str, weight| Criterion { name: name.into(), weight, skill: None, cells: vec![] };
    DemoWords {
        class_name: "Demo".into(),
        teacher: "Ms R".into(),
        why_not_yet: some("why", 6),
        feedback: some("feedback", 6),
        sentences: some("sentence", 6),
        observations: some("seen", 6),
        rubric: DemoRubric {
            title: "Rubric".into(),
            task: "Poster".into(),
            criteria: vec![criterion("Idea", 1), criterion("Reason", 2)],
            comments: some("comment", 6),
        },
        people: people(),
    }
}

fn people() -> DemoPeople {
    let text = String::from;
    let goal = |to| DemoLongGoal {
        text: text("goal"),
        unit: text("pages"),
        skill: Some(0),
        from: 4,
        to,
        steps: 4,
        obstacle: text("tired"),
        action: text("rest"),
    };
    let sample =
        |i| DemoSample { title: text("title"), text: text("text"), why: text("why"), skill: Some(i) };
    let tried = |outcome| DemoTried {
        tactic: text("strips"),
        rule: text("three in a row"),
        skill: Some(2),
        weeks: 3,
        times_a_week: 2,
        outcome,
        seen: text("seen"),
    };
    let group = |i| DemoGroup { title: text("group"), plan: text("plan"), skill: Some(i) };
    DemoPeople {
        interests: some("interest", 8),
        helps_too: some("help", 4),
        goals: [124, 24, 44, 16, 20].map(goal).to_vec(),
        samples: (0..6).map(sample).collect(),
        cards: vec![["proud", "grew", "stuck", "next", "help"].map(text); 4],
        notes: some("note", 10),
        talks: vec![["about", "said", "next"].map(text); 6],
        planned: some("planned", 2),
        tried: [Some(Outcome::Worked), None, Some(Outcome::Unclear), Some(Outcome::DidNot), None]
            .map(tried)
            .to_vec(),
        groups: (0..2).map(group).collect(),
        board: DemoBoard { title: text("board"), ways: some("way", 4), rates: some("rate", 3), skill: None },
    }
}

/// The changes of the demo class of eight skills for a day.
fn changes(seed: u64, today: Day) -> Vec<Change> {
    let words = demo_words();
    let skills: Vec<_> =
        (1u16..=8).map(|i| skill(SkillId::from_bits(i.into()), &format!("skill {i}"), i)).collect();
    let scale = scale(ScaleId::from_bits(4), 4);
    Demo { seed, today, skills: &skills, scale, words: &words }.changes()
}

fn notebook(changes: Vec<Change>) -> Notebook {
    let mut notebook = Notebook::new(CLASS);
    notebook.merge((1..).zip(changes).map(|(n, change)| {
        let key = EntryKey { writer: WriterId::from_bits(1), n };
        change.into_entry(key, Stamp(n), BatchId::from_bits(1), CLASS)
    }));
    notebook
}

/// Days to look at the class on: every weekday and the days after a weekend or in a leap year.
fn days() -> impl Iterator<Item = Day> {
    (16..=22).map(nov).chain([Day::new(2028, 3, 1).unwrap()])
}

#[test]
fn the_same_seed_gives_the_same_class_and_another_another() {
    assert_eq!(changes(7, nov(20)), changes(7, nov(20)));
    assert_ne!(changes(7, nov(20)), changes(8, nov(20)));
    assert_ne!(changes(7, nov(20)), changes(7, nov(19)));
}

#[test]
fn it_has_24_students_with_names_of_their_own() {
    let notebook = notebook(changes(7, nov(20)));
    let names: BTreeSet<&str> = notebook.students().iter().map(|s| s.name.as_str()).collect();
    assert_eq!((names.len(), notebook.students().len()), (24, 24));
    assert!(notebook.class().is_some_and(|c| c.demo));
}

#[test]
fn it_holds_a_few_thousand_entries_all_before_today() {
    for today in days() {
        let changes = changes(7, today);
        assert!((2_000..6_000).contains(&changes.len()), "{} entries on {today}", changes.len());
        let last = changes.iter().filter_map(|c| c.body.day()).max().unwrap();
        assert!(last < today, "{last} is not before {today}");
        let typed = changes.iter().filter_map(|c| match &c.body {
            Body::Evidence(evidence) => Some(evidence.entered_at),
            _ => None,
        });
        assert!(typed.max().unwrap() <= today);
    }
}

#[test]
fn every_list_has_somebody_and_none_has_half_the_class() {
    for today in days() {
        for seed in 0..5 {
            let lists = notebook(changes(seed, today)).lists(today);
            let counts = [lists.needs_a_word.len(), lists.ready_to_stretch.len(), lists.not_heard_from.len()];
            assert!(counts.iter().all(|count| (1..=12).contains(count)), "{counts:?}: {seed}, {today}");
        }
    }
}

#[test]
fn the_goals_of_the_last_school_day_are_open_and_the_others_closed() {
    for today in days() {
        let notebook = notebook(changes(7, today));
        let students = notebook.students();
        let open = students.iter().filter(|s| notebook.open_goal_before(s.id, today).is_some());
        assert!(open.count() >= 20, "{today}");
        let last = *notebook.school_days(today).last().unwrap();
        for student in notebook.students() {
            for story in notebook.goals(student.id) {
                assert_eq!(story.closed.is_none(), story.goal.day == last, "{:?}", story.goal);
            }
        }
    }
}

#[test]
fn there_is_no_school_on_weekends_and_one_week_of_holidays() {
    let days: BTreeSet<Day> = changes(7, nov(20)).iter().filter_map(|c| c.body.day()).collect();
    assert!(days.iter().all(|day| !day.is_weekend()));
    let gaps = days.iter().zip(days.iter().skip(1)).map(|(a, b)| b.days_since(*a));
    let long: Vec<i64> = gaps.filter(|gap| *gap > 3).collect();
    assert!(matches!(long[..], [8..=10]), "{long:?}");
}

#[test]
fn what_it_says_fits_the_skills_the_scale_and_the_tickets() {
    let changes = changes(7, nov(20));
    let mut questions = HashMap::new();
    for change in &changes {
        let levels = match &change.body {
            Body::ExitTicket(ticket) => {
                questions.insert(ticket.id, ticket.questions.len());
                vec![]
            }
            Body::Evidence(Evidence { mark: Mark::Score(score), .. }) => vec![*score],
            Body::SelfAssessment(SelfAssessment { score: Some(score), .. }) => vec![*score],
            Body::Answer(answer) => {
                assert_eq!(questions.get(&answer.ticket), Some(&answer.replies.len()));
                let level = |reply: &Reply| match reply {
                    Reply::Level(score) => Some(*score),
                    _ => None,
                };
                answer.replies.iter().filter_map(level).collect()
            }
            _ => vec![],
        };
        assert!(levels.iter().all(|s| (1..=4).contains(&s.level.0)), "{:?}", change.body);
    }
}

#[test]
fn everybody_has_a_level_on_every_skill_and_the_class_grew() {
    let notebook = notebook(changes(7, nov(20)));
    for skill in notebook.skills() {
        for student in notebook.students() {
            assert!(notebook.proficiency(student.id, skill.id).level.is_some(), "{}", student.name);
        }
        let line = notebook.class_growth_line(skill.id);
        let (first, last) = (line.first().unwrap().1.value, line.last().unwrap().1.value);
        assert!(last > first, "{}: {first} to {last}", skill.statement);
    }
}

#[test]
fn on_the_first_skill_the_sweet_spot_of_most_students_can_be_told() {
    for today in days() {
        let notebook = notebook(changes(7, today));
        let first = notebook.skills()[0].id;
        let zones: Vec<Zone> =
            notebook.students().iter().map(|s| notebook.sweet_spot(s.id, first).spot.zone).collect();
        let told = |zone: Zone| zones.iter().filter(|z| **z == zone).count();
        assert!(told(Zone::NotEnough) <= 6, "{today}: {zones:?}");
        assert!(told(Zone::JustRight) >= 3 && told(Zone::TooHard) >= 1, "{today}: {zones:?}");
    }
}

#[test]
fn a_survey_can_be_read_and_some_works_wait_for_the_teacher() {
    let notebook = notebook(changes(7, nov(20)));
    let survey = notebook.surveys().first().map(|s| s.id).expect("a survey");
    let report = notebook.survey_report(survey).expect("a report");
    assert!(report.pairs.len() >= 15, "{} pairs", report.pairs.len());
    assert!(report.pairs.len() < 24, "somebody missed a half");
    let task = notebook.tasks().first().map(|task| task.id).expect("a piece of work");
    let marks: Vec<_> = notebook.students().iter().map(|s| notebook.marks(task, s.id)).collect();
    let count = |is: fn(&crate::domain::rubric::Views) -> bool| marks.iter().filter(|m| is(m)).count();
    assert!(count(|m| m.own.is_some() && m.teacher.is_some()) > 10);
    assert!(count(|m| m.own.is_none()) > 0 && count(|m| m.own.is_some() && m.teacher.is_none()) > 0);
}

#[test]
fn what_is_known_of_the_people_changes_no_list_and_no_figure() {
    for today in days() {
        let all = changes(7, today);
        let of_people = |change: &&Change| {
            matches!(
                change.body,
                Body::Profile(_)
                    | Body::ChoiceBoard(_)
                    | Body::ChoiceMade(_)
                    | Body::LongGoal(_)
                    | Body::GoalProgress(_)
                    | Body::WorkSample(_)
                    | Body::ConferenceCards(_)
                    | Body::Conferring(_)
                    | Body::Note(_)
                    | Body::StudentGroup(_)
                    | Body::GroupMember(_)
                    | Body::Intervention(_)
                    | Body::InterventionEnded(_)
            )
        };
        let before = notebook(all.iter().filter(|change| !of_people(change)).cloned().collect());
        let with = notebook(all);
        assert_eq!(with.lists(today), before.lists(today), "{today}");
        assert_eq!(with.school_days(today), before.school_days(today), "{today}");
    }
}

#[test]
fn there_is_some_of_everything_that_is_known_of_people() {
    for today in days() {
        let notebook = notebook(changes(7, today));
        let ids: Vec<StudentId> = notebook.students().iter().map(|s| s.id).collect();
        let count = |has: &dyn Fn(StudentId) -> bool| ids.iter().filter(|id| has(**id)).count();
        let found = [
            count(&|id| notebook.profile(id).own.is_some()),
            count(&|id| notebook.profile(id).teacher.is_some()),
            count(&|id| !notebook.long_goals(id).is_empty()),
            count(&|id| !notebook.work_samples(id).is_empty()),
            count(&|id| !notebook.conference_cards(id).is_empty()),
            count(&|id| !notebook.notes(id).is_empty()),
            count(&|id| !notebook.interventions(id).is_empty()),
            count(&|id| !notebook.groups_of(id).is_empty()),
        ];
        assert_eq!(found, [18, 8, 5, 5, 4, 8, 5, 8], "{today}");
        assert_eq!(notebook.planned_talks(today).len(), 2);
        let talked = notebook.talked_longest_ago(today);
        assert!(talked[0].1.is_none() && talked.iter().filter(|(_, day)| day.is_some()).count() >= 18);
        let board = notebook.boards()[0].clone();
        let chosen = count(&|id| notebook.choice(id, board.id).is_some());
        assert!((15..24).contains(&chosen), "{chosen} have chosen on {today}");
    }
}

#[test]
fn goals_over_weeks_are_on_their_way_and_what_was_tried_has_its_end() {
    for today in days() {
        let notebook = notebook(changes(7, today));
        let ids: Vec<StudentId> = notebook.students().iter().map(|s| s.id).collect();
        let goals: Vec<_> = ids.iter().flat_map(|id| notebook.long_goals(*id)).collect();
        for story in &goals {
            assert!(story.counted.len() >= 2 && story.goal.by > story.goal.start, "{:?}", story.goal);
            let reached = story.milestones().unwrap().iter().filter(|m| m.reached.is_some()).count();
            let all = usize::from(story.goal.steps);
            assert_eq!(reached == all, story.goal.ended.is_some(), "{:?}", story.goal);
            assert!(reached > 0, "{:?}", story.goal);
        }
        assert_eq!(goals.iter().filter(|s| s.goal.ended.is_some()).count(), 1);
        let mut ends: Vec<Option<Outcome>> = Vec::new();
        for story in ids.iter().flat_map(|id| notebook.interventions(*id)) {
            ends.push(story.ended.as_ref().map(|end| end.outcome));
            assert_eq!(story.ended.is_none(), story.tried.last_day() >= today, "{:?}", story.tried);
        }
        ends.sort_by_key(|end| format!("{end:?}"));
        let (worked, unclear) = (Some(Outcome::Worked), Some(Outcome::Unclear));
        assert_eq!(ends, [None, None, Some(Outcome::DidNot), unclear, worked]);
    }
}
