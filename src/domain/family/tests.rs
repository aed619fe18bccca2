use super::*;
use crate::domain::attendance::Presence;
use crate::domain::entry::Change;
use crate::domain::feedback::Feedback;
use crate::domain::sample::{
    ANA, BEN, Book, CHLOE, FRACTIONS, MAIN_IDEA, attendance, goal, nov, said, shown, skill,
};

const WORDS: [&str; 4] = ["level 1", "level 2", "level 3", "level 4"];

/// The report of 20 November for Ana's family after these changes.
fn report(changes: impl IntoIterator<Item = Change>) -> FamilyReport {
    let mut book = Book::new();
    book.write(changes);
    book.notebook.family_report(ANA, nov(20), nov(30), &WORDS).unwrap()
}

fn statements(report: &FamilyReport) -> Vec<&str> {
    let words = report.skills.iter().map(|skill| match &skill.statement {
        SkillWords::Own(text) | SkillWords::Starter(text) => text.as_str(),
    });
    words.collect()
}

#[test]
fn a_report_without_evidence_says_who_and_when_and_no_skill() {
    let report = report([]);
    assert_eq!(
        (report.child.as_str(), report.class.as_str(), report.teacher.as_str()),
        ("Ana", "5B", "Ms R")
    );
    assert_eq!((report.as_of, report.since, report.expires), (nov(20), nov(20), nov(30)));
    assert_eq!((report.skills.len(), report.goal, report.help), (0, None, None));
}

#[test]
fn it_tells_from_where_to_where_since_the_first_day() {
    let report = report([
        shown(ANA, FRACTIONS, nov(3), 1),
        shown(ANA, FRACTIONS, nov(10), 3),
        shown(ANA, FRACTIONS, nov(11), 3),
        shown(ANA, MAIN_IDEA, nov(12), 2),
    ]);
    assert_eq!(report.since, nov(3));
    assert_eq!(statements(&report), ["I can main idea", "I can fractions"]);
    assert_eq!((report.skills[1].from, report.skills[1].to, report.moved_up()), (Level(1), Level(3), 1));
}

#[test]
fn it_looks_back_over_a_term_and_no_further() {
    let long_ago = nov(20).minus(85);
    assert_eq!(report([shown(ANA, FRACTIONS, long_ago, 1)]).skills, []);
    let report = report([shown(ANA, FRACTIONS, long_ago, 1), shown(ANA, FRACTIONS, long_ago.plus(1), 2)]);
    assert_eq!((report.skills[0].from, report.since), (Level(2), long_ago.plus(1)));
}

#[test]
fn at_most_six_skills_travel_those_in_focus_first() {
    let id = |i: u32| SkillId::from_bits(u64::from(100 + i));
    let changes = (1..=9).flat_map(|i| {
        let mut skill = skill(id(i), &format!("skill {i}"), 0);
        skill.in_focus = i == 1;
        [Change::of_class(skill), shown(ANA, id(i), nov(i), 2)]
    });
    let report = report(changes);
    let expected = [1, 9, 8, 7, 6, 5].map(|i| format!("I can skill {i}"));
    assert_eq!(statements(&report), expected);
    assert_eq!(report.skills.len(), MOST_SKILLS);
}

#[test]
fn home_help_is_for_the_lowest_skill_that_has_some() {
    let mut without = skill(SkillId::from_bits(0xf9), "wait", 3);
    without.home = String::new();
    let report = report([
        shown(ANA, FRACTIONS, nov(3), 3),
        shown(ANA, MAIN_IDEA, nov(3), 2),
        Change::of_class(without.clone()),
        shown(ANA, without.id, nov(3), 1),
    ]);
    assert_eq!(report.help, Some(SkillWords::Own("main idea at home".into())));
}

#[test]
fn words_of_the_starter_set_travel_by_their_name() {
    let mut skill = skill(FRACTIONS, "fractions", 0);
    skill.starter = Some("math_compare_fractions".into());
    let report = report([Change::of_class(skill), shown(ANA, FRACTIONS, nov(3), 3)]);
    let starter = SkillWords::Starter("math_compare_fractions".into());
    assert_eq!((&report.skills[0].statement, report.help.as_ref()), (&starter, Some(&starter)));
}

#[test]
fn the_classs_own_level_words_travel_and_shipped_ones_do_not() {
    let mut book = Book::new();
    book.one(shown(ANA, FRACTIONS, nov(3), 3));
    let words = |shipped: &[&str]| {
        book.notebook.family_report(ANA, nov(20), nov(30), shipped).map(|r| (r.words, r.levels)).unwrap()
    };
    assert_eq!(words(&WORDS), (vec![], 4));
    assert_eq!(words(&["a", "b", "c", "d"]), (WORDS.map(String::from).to_vec(), 4));
}

#[test]
fn the_latest_goal_comes_in_the_childs_own_words() {
    assert_eq!(report([goal(ANA, 2, nov(20)), goal(ANA, 1, nov(19))]).goal, Some((nov(20), "goal 2".into())));
}

#[test]
fn an_unknown_child_has_no_report() {
    let stranger = StudentId::from_bits(9);
    assert_eq!(Book::new().notebook.family_report(stranger, nov(20), nov(30), &WORDS), None);
}

#[test]
fn nothing_of_any_other_child_is_in_it() {
    let about = |student| {
        let text = format!("feedback for {student}");
        [
            shown(student, FRACTIONS, nov(3), 4),
            said(student, FRACTIONS, nov(3), 4),
            goal(student, 77, nov(20)),
            attendance(student, nov(19), Presence::Absent),
            Change::by_teacher(student, Feedback { text, skill: None, day: nov(19) }),
        ]
    };
    let alone = || [shown(ANA, FRACTIONS, nov(3), 2), goal(ANA, 1, nov(19))];
    let among = report(alone().into_iter().chain(about(BEN)).chain(about(CHLOE)));
    assert_eq!(among, report(alone()), "others change nothing in it");
    let said = format!("{among:?}");
    for other in ["Ben", "Chloé", "goal 77", "feedback", &BEN.to_string(), &CHLOE.to_string()] {
        assert!(!said.contains(other), "{other} stands in {said}");
    }
}

#[test]
fn it_expires_after_its_last_day() {
    let report = report([]);
    assert!(!report.is_expired(nov(30)));
    assert!(report.is_expired(nov(30).plus(1)));
}
