use std::collections::{BTreeSet, HashMap};

use super::*;
use crate::domain::entry::{Body, EntryKey};
use crate::domain::id::{BatchId, ScaleId, SkillId, WriterId};
use crate::domain::notebook::Notebook;
use crate::domain::rubric::Criterion;
use crate::domain::sample::{CLASS, nov, scale, skill};
use crate::domain::stamp::Stamp;
use crate::domain::sweet_spot::Zone;

/// The changes of the demo class of six skills for a day.
fn changes(seed: u64, today: Day) -> Vec<Change> {
    let words = |kind: &str| (1..=6).map(|i| format!("{kind} {i}")).collect();
    let words = DemoWords {
        class_name: "Demo".into(),
        teacher: "Ms R".into(),
        why_not_yet: words("why"),
        feedback: words("feedback"),
        sentences: words("sentence"),
        observations: words("seen"),
        rubric: DemoRubric {
            title: "Rubric".into(),
            task: "Poster".into(),
            criteria: vec![
                Criterion { name: "Idea".into(), weight: 1, skill: None, cells: vec![] },
                Criterion { name: "Reason".into(), weight: 2, skill: None, cells: vec![] },
            ],
            comments: words("comment"),
        },
    };
    let skills: Vec<_> =
        (1u16..=6).map(|i| skill(SkillId::from_bits(i.into()), &format!("skill {i}"), i)).collect();
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
