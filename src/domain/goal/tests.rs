use super::*;
use crate::domain::entry::Change;
use crate::domain::feedback::Feedback;
use crate::domain::sample::{ANA, BEN, Book, FRACTIONS, MAIN_IDEA, closed, goal, nov, skill};

/// The words of Ana's goal from before a day of November that is still to be closed.
fn open_before(today: u32, changes: impl IntoIterator<Item = Change>) -> Option<String> {
    let mut book = Book::new();
    book.write(changes);
    book.notebook.open_goal_before(ANA, nov(today)).map(|g| g.text)
}

/// What is offered to Ana on 20 November when she sees herself on these levels, after feedback of
/// these days of November.
fn offers(lines: &[(SkillId, u8)], feedback: &[u32]) -> Vec<String> {
    let mut book = Book::new();
    for &day in feedback {
        let text = format!("feedback of {day}");
        book.one(Change::by_teacher(ANA, Feedback { text, skill: Some(FRACTIONS), day: nov(day) }));
    }
    let lines: Vec<_> = lines.iter().map(|&(skill, at)| (skill, Level(at))).collect();
    let offers = book.notebook.suggest_goals(ANA, &lines, nov(20));
    offers.into_iter().map(|offer| offer.text).collect()
}

#[test]
fn yesterdays_goal_is_asked_about_until_it_is_closed() {
    assert_eq!(open_before(3, []), None);
    assert_eq!(open_before(3, [goal(ANA, 1, nov(2))]).as_deref(), Some("goal 1"));
    let set_and_closed = || [goal(ANA, 1, nov(2)), closed(ANA, 1, nov(3), GoalResult::Almost)];
    assert_eq!(open_before(3, set_and_closed()), None);
}

#[test]
fn a_goal_from_before_the_holidays_is_still_yesterdays_goal() {
    assert_eq!(open_before(30, [goal(ANA, 1, nov(2))]).as_deref(), Some("goal 1"));
}

#[test]
fn todays_goal_is_not_yesterdays() {
    assert_eq!(open_before(2, [goal(ANA, 1, nov(2))]), None);
    let both = [goal(ANA, 1, nov(2)), goal(ANA, 2, nov(3))];
    assert_eq!(open_before(3, both.clone()).as_deref(), Some("goal 1"));
    assert_eq!(open_before(4, both).as_deref(), Some("goal 2"));
}

#[test]
fn the_day_of_the_goal_counts_and_not_the_order_of_entry() {
    let late = [goal(ANA, 2, nov(5)), goal(ANA, 1, nov(2))];
    assert_eq!(open_before(9, late).as_deref(), Some("goal 2"));
}

#[test]
fn nobody_is_asked_about_the_goal_of_another() {
    assert_eq!(open_before(9, [goal(BEN, 1, nov(2))]), None);
    // Ben cannot close Ana's goal.
    let by_ben = [goal(ANA, 1, nov(2)), closed(BEN, 1, nov(3), GoalResult::Met)];
    assert_eq!(open_before(9, by_ben).as_deref(), Some("goal 1"));
}

#[test]
fn a_goal_can_end_on_the_day_it_was_set() {
    let mut book = Book::new();
    book.write([closed(ANA, 1, nov(2), GoalResult::Met), goal(ANA, 1, nov(2))]);
    let story = book.notebook.goal_of(ANA, nov(2)).unwrap();
    assert_eq!(story.closed.map(|c| c.result), Some(GoalResult::Met));
}

#[test]
fn an_undone_end_opens_the_goal_again() {
    let mut book = Book::new();
    book.write([goal(ANA, 1, nov(2))]);
    let (_, end) = book.write([closed(ANA, 1, nov(3), GoalResult::Met)]);
    assert_eq!(book.notebook.open_goal_before(ANA, nov(3)), None);
    book.undo(end);
    assert!(book.notebook.open_goal_before(ANA, nov(3)).is_some());
}

#[test]
fn the_later_word_about_an_end_holds() {
    let mut book = Book::new();
    book.write([goal(ANA, 1, nov(2)), closed(ANA, 1, nov(3), GoalResult::NotYet)]);
    book.write([closed(ANA, 1, nov(3), GoalResult::Almost)]);
    assert_eq!(book.notebook.goals(ANA)[0].closed.as_ref().map(|c| c.result), Some(GoalResult::Almost));
}

#[test]
fn two_versions_of_one_goal_are_one_goal() {
    let mut book = Book::new();
    let first = book.one(goal(ANA, 1, nov(2)));
    let reworded = |text: &str| {
        let mut change = goal(ANA, 1, nov(2)).replacing([first]);
        if let Body::Goal(goal) = &mut change.body {
            goal.text = text.into();
        }
        change
    };
    book.write([reworded("on the tablet"), reworded("on the laptop")]);
    let texts: Vec<_> = book.notebook.goals(ANA).into_iter().map(|s| s.goal.text).collect();
    assert_eq!(texts, ["on the laptop"]);
    book.write([closed(ANA, 1, nov(2), GoalResult::Met)]);
    assert_eq!(book.notebook.open_goal_before(ANA, nov(3)), None);
}

#[test]
fn without_a_level_nothing_is_offered() {
    assert_eq!(offers(&[], &[19]), [""; 0]);
}

#[test]
fn the_lowest_line_is_offered_first() {
    assert_eq!(
        offers(&[(FRACTIONS, 3), (MAIN_IDEA, 1)], &[]),
        ["main idea: begin", "main idea: explain", "fractions: explain"]
    );
}

#[test]
fn of_equal_lines_the_first_is_the_lowest() {
    assert_eq!(offers(&[(MAIN_IDEA, 2), (FRACTIONS, 2)], &[])[0], "main idea: begin");
}

#[test]
fn who_has_reached_the_level_is_offered_the_harder_step_first() {
    assert_eq!(offers(&[(FRACTIONS, 2)], &[]), ["fractions: begin", "fractions: explain"]);
    assert_eq!(offers(&[(FRACTIONS, 3)], &[]), ["fractions: explain", "fractions: begin"]);
}

#[test]
fn the_last_feedback_is_offered_for_fourteen_days() {
    let steps = ["fractions: begin", "fractions: explain"];
    assert_eq!(offers(&[(FRACTIONS, 1)], &[6, 12]), [steps[0], steps[1], "feedback of 12"]);
    assert_eq!(offers(&[(FRACTIONS, 1)], &[6]), [steps[0], steps[1], "feedback of 6"]);
    assert_eq!(offers(&[(FRACTIONS, 1)], &[20]), [steps[0], steps[1], "feedback of 20"]);
    assert_eq!(offers(&[(FRACTIONS, 1)], &[5]), steps);
    // A day that is still to come is a slip of the pen.
    assert_eq!(offers(&[(FRACTIONS, 1)], &[21]), steps);
}

#[test]
fn never_more_than_three_and_none_twice() {
    let all = offers(&[(FRACTIONS, 1), (MAIN_IDEA, 1), (FRACTIONS, 1)], &[19]);
    assert_eq!(all, ["fractions: begin", "fractions: explain", "feedback of 19"]);
    let mut book = Book::new();
    book.one(Change::by_teacher(
        ANA,
        Feedback { text: "fractions: begin".into(), skill: Some(FRACTIONS), day: nov(19) },
    ));
    let texts: Vec<_> = book
        .notebook
        .suggest_goals(ANA, &[(FRACTIONS, Level(1))], nov(20))
        .into_iter()
        .map(|offer| offer.text)
        .collect();
    assert_eq!(texts, ["fractions: begin", "fractions: explain"]);
}

#[test]
fn a_skill_without_steps_leaves_room_for_feedback_and_other_lines() {
    let mut book = Book::new();
    let bare = SkillId::from_bits(0xf9);
    book.one(Change::of_class(Skill { next_steps: Vec::new(), ..skill(bare, "wait", 2) }));
    let offers = book.notebook.suggest_goals(ANA, &[(bare, Level(1)), (MAIN_IDEA, Level(4))], nov(20));
    assert_eq!(offers.len(), 1);
    assert_eq!((offers[0].text.as_str(), offers[0].self_level), ("main idea: explain", Some(Level(4))));
    assert_eq!(offers[0].origin, Origin::NextStep);
}

#[test]
fn strides_are_handy_and_never_pass_a_milestone() {
    assert_eq!(steps::strides(25.0), [1.0, 10.0]);
    assert_eq!(steps::strides(-4.0), [1.0, 2.0]);
    assert_eq!([1.0, 1.9].map(steps::strides), [vec![1.0], vec![1.0]]);
    assert_eq!(steps::strides(0.5), [0.2]);
    for between in (1..2000).map(|n| f64::from(n) * 0.37) {
        let all = steps::strides(between);
        assert!(all.iter().all(|amount| *amount > 0.0 && *amount <= between.max(0.1)), "{between}: {all:?}");
    }
}
