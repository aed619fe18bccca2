use super::*;
use crate::domain::attendance::Presence;
use crate::domain::class::{Class, ListSettings};
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{Answer, ExitTicket, Reply, Template};
use crate::domain::id::TicketId;
use crate::domain::roster::Student;
use crate::domain::sample::{
    ANA, BEN, Book, CHLOE, FOUR, FRACTIONS, MAIN_IDEA, attendance, class, closed, goal, nov, said, shown,
    skill,
};

/// The lists of 20 November after these changes.
fn lists(changes: impl IntoIterator<Item = Change>) -> Lists {
    let mut book = Book::new();
    book.write(changes);
    book.notebook.lists(nov(20))
}

/// Ana's goals of these days in a row, closed like this.
fn goals(results: &[GoalResult]) -> Vec<Change> {
    let closed = |(i, result): (u32, &GoalResult)| {
        [goal(ANA, i.into(), nov(i)), closed(ANA, i.into(), nov(i), *result)]
    };
    (2..).zip(results).flat_map(closed).collect()
}

/// Ana's levels in fractions on these days in a row.
fn levels(levels: &[u8]) -> Vec<Change> {
    (2..).zip(levels).map(|(day, at)| shown(ANA, FRACTIONS, nov(day), *at)).collect()
}

/// One ticket per reply with a choice question whose answer 1 is right, each answered by Ana.
fn tries(replies: &[Reply]) -> Vec<Change> {
    let ticket = |(i, reply): (u32, &Reply)| {
        let id = TicketId::from_bits(i.into());
        let ticket =
            ExitTicket::new(id, Template::GotIt, &skill(FRACTIONS, "fractions", 0), nov(1 + i % 19), FOUR);
        let replies = vec![Reply::Blank, Reply::Blank, reply.clone(), Reply::Blank];
        let answer = Answer::new(id, FRACTIONS, ticket.day, replies);
        [Change::of_class(ticket), Change::by_student(ANA, answer)]
    };
    (0..).zip(replies).flat_map(ticket).collect()
}

/// Right and wrong answers in turn: all of the one, then all of the other.
fn right_then_wrong(right: usize, wrong: usize) -> Vec<Reply> {
    let right = std::iter::repeat_n(Reply::Choice(1), right);
    right.chain(std::iter::repeat_n(Reply::Choice(0), wrong)).collect()
}

fn with_settings(lists: ListSettings) -> Change {
    Change::of_class(Class { lists, ..class() })
}

use GoalResult::{Almost, Met, NotYet};

#[test]
fn an_empty_class_has_empty_lists() {
    assert_eq!(Book::empty().notebook.lists(nov(20)), Lists::default());
    assert_eq!(lists([]), Lists::default());
}

#[test]
fn two_not_yet_in_a_row_need_a_word() {
    let word = |results: &[GoalResult]| lists(goals(results)).needs_a_word;
    assert_eq!(word(&[NotYet]), []);
    assert_eq!(word(&[Met, NotYet, NotYet]), [(ANA, NeedsAWord::NotYetInARow { goals: 2 })]);
    assert_eq!(word(&[NotYet, NotYet, NotYet]), [(ANA, NeedsAWord::NotYetInARow { goals: 3 })]);
    assert_eq!(word(&[NotYet, NotYet, Met]), []);
    assert_eq!(word(&[NotYet, Almost, NotYet]), []);
}

#[test]
fn a_goal_that_is_still_open_does_not_break_the_row() {
    let mut changes = goals(&[NotYet, NotYet]);
    changes.push(goal(ANA, 90, nov(10)));
    assert_eq!(lists(changes).needs_a_word, [(ANA, NeedsAWord::NotYetInARow { goals: 2 })]);
}

#[test]
fn two_levels_under_the_own_usual_need_a_word() {
    let word = |shown: &[u8]| lists(levels(shown)).needs_a_word;
    let under = |usual, now| {
        vec![(ANA, NeedsAWord::UnderUsual { skill: FRACTIONS, usual: Level(usual), now: Level(now) })]
    };
    assert_eq!(word(&[4, 4, 2]), under(4, 2));
    assert_eq!(word(&[3, 3, 3, 1]), under(3, 1));
    assert_eq!(word(&[4, 4, 3]), []);
    assert_eq!(word(&[1, 1, 4]), []);
    // One earlier level is not a usual one; of two, the lower.
    assert_eq!(word(&[4, 1]), []);
    assert_eq!(word(&[2, 4, 1]), []);
    // Back up again.
    assert_eq!(word(&[4, 4, 2, 4]), []);
}

#[test]
fn the_first_reason_found_is_the_one_told() {
    let both = goals(&[NotYet, NotYet]).into_iter().chain(levels(&[4, 4, 1]));
    assert_eq!(lists(both).needs_a_word, [(ANA, NeedsAWord::NotYetInARow { goals: 2 })]);
}

#[test]
fn three_at_the_top_are_ready_to_stretch() {
    let stretch = |shown: &[u8]| lists(levels(shown)).ready_to_stretch;
    assert_eq!(stretch(&[2, 4, 4, 4]), [(ANA, ReadyToStretch::TopInARow { skill: FRACTIONS, pieces: 3 })]);
    assert_eq!(stretch(&[4, 4]), []);
    assert_eq!(stretch(&[4, 4, 4, 3]), []);
    assert_eq!(stretch(&[4, 3, 4]), []);
}

#[test]
fn more_than_nine_of_ten_right_is_too_easy() {
    let stretch = |replies: &[Reply]| lists(tries(replies)).ready_to_stretch;
    let easy = |right, tries| vec![(ANA, ReadyToStretch::TooEasy { skill: FRACTIONS, right, tries })];
    assert_eq!(stretch(&right_then_wrong(5, 0)), easy(5, 5));
    assert_eq!(stretch(&right_then_wrong(4, 0)), []);
    assert_eq!(stretch(&right_then_wrong(9, 1)), []);
    assert_eq!(stretch(&right_then_wrong(10, 1)), easy(10, 11));
    let mut dont_know = right_then_wrong(5, 0);
    dont_know.push(Reply::DontKnow);
    assert_eq!(stretch(&dont_know), []);
    let mut blank = right_then_wrong(5, 0);
    blank.push(Reply::Blank);
    assert_eq!(stretch(&blank), easy(5, 5));
}

#[test]
fn only_the_latest_twenty_tries_count() {
    let mut replies = right_then_wrong(19, 1);
    replies.splice(0..0, right_then_wrong(0, 5));
    // On days in their order: the first five tries were wrong, long ago.
    let dated = (0..).zip(replies).flat_map(|(i, reply): (u64, Reply)| {
        let id = TicketId::from_bits(i);
        let day = nov(1).minus(40).plus(i);
        let ticket = ExitTicket::new(id, Template::GotIt, &skill(FRACTIONS, "fractions", 0), day, FOUR);
        let replies = vec![Reply::Blank, Reply::Blank, reply, Reply::Blank];
        let answer = Answer::new(id, FRACTIONS, day, replies);
        [Change::of_class(ticket), Change::by_student(ANA, answer)]
    });
    let easy = ReadyToStretch::TooEasy { skill: FRACTIONS, right: 19, tries: 20 };
    assert_eq!(lists(dated).ready_to_stretch, [(ANA, easy)]);
}

#[test]
fn answering_one_ticket_five_times_is_one_try() {
    let one = tries(&right_then_wrong(1, 0));
    let again = std::iter::repeat_n(one[1].clone(), 4);
    assert_eq!(lists(one.iter().cloned().chain(again)).ready_to_stretch, []);
}

/// Who was not heard from, and for how many school days, when these spoke on these days.
fn quiet(voices: &[(StudentId, &[u32])], more: Vec<Change>) -> Vec<(StudentId, Option<Day>, usize)> {
    let said = |(student, days): &(StudentId, &[u32])| {
        let student = *student;
        days.iter().map(move |day| said(student, FRACTIONS, nov(*day), 2)).collect::<Vec<_>>()
    };
    let lists = lists(voices.iter().flat_map(said).chain(more));
    lists
        .not_heard_from
        .into_iter()
        .map(|(student, quiet)| (student, quiet.since, quiet.school_days))
        .collect()
}

#[test]
fn three_school_days_without_a_word_are_told_with_the_last_day() {
    let all: &[u32] = &[16, 17, 18, 19];
    assert_eq!(quiet(&[(ANA, &[16]), (BEN, all), (CHLOE, all)], vec![]), [(ANA, Some(nov(16)), 3)]);
    assert_eq!(quiet(&[(ANA, &[17]), (BEN, all), (CHLOE, all)], vec![]), []);
    assert_eq!(quiet(&[(BEN, all), (CHLOE, all)], vec![]), [(ANA, None, 4)]);
}

#[test]
fn days_on_which_nobody_spoke_are_holidays() {
    let all: &[u32] = &[2, 18, 19];
    assert_eq!(quiet(&[(ANA, &[2]), (BEN, all), (CHLOE, all)], vec![]), []);
    // What the teacher enters makes no school day.
    let marks = (3..18).map(|day| shown(BEN, FRACTIONS, nov(day), 2)).collect();
    assert_eq!(quiet(&[(ANA, &[2]), (BEN, all), (CHLOE, all)], marks), []);
}

#[test]
fn today_is_no_day_of_silence_yet() {
    let all: &[u32] = &[17, 18, 19, 20];
    assert_eq!(quiet(&[(ANA, &[17]), (BEN, all), (CHLOE, all)], vec![]), []);
    // Who speaks today is heard.
    assert_eq!(quiet(&[(ANA, &[20]), (BEN, all), (CHLOE, all)], vec![]), []);
}

#[test]
fn a_day_away_is_no_day_of_silence() {
    let all: &[u32] = &[16, 17, 18, 19];
    let voices: [(StudentId, &[u32]); 3] = [(ANA, &[16]), (BEN, all), (CHLOE, all)];
    assert_eq!(quiet(&voices, vec![attendance(ANA, nov(18), Presence::Excused)]), []);
    assert_eq!(quiet(&voices, vec![attendance(ANA, nov(18), Presence::Here)]).len(), 1);
}

#[test]
fn who_is_away_today_is_on_no_list() {
    let needs = || goals(&[NotYet, NotYet]).into_iter().chain(levels(&[4, 4, 4]));
    assert_eq!((lists(needs()).needs_a_word.len(), lists(needs()).ready_to_stretch.len()), (1, 1));
    let away = lists(needs().chain([attendance(ANA, nov(20), Presence::Absent)]));
    assert_eq!((away.needs_a_word, away.ready_to_stretch), (vec![], vec![]));
}

#[test]
fn who_left_is_on_no_list() {
    let left = Change::by_teacher(ANA, Student { left: true, ..Student::named(ANA, "Ana") });
    assert_eq!(lists(goals(&[NotYet, NotYet]).into_iter().chain([left])).needs_a_word, []);
}

#[test]
fn the_teacher_decides_on_the_numbers() {
    let strict = ListSettings {
        not_yet_in_a_row: 1,
        levels_under_usual: 1,
        top_in_a_row: 1,
        quiet_school_days: 1,
        ..ListSettings::default()
    };
    let with = |settings: ListSettings, changes: Vec<Change>| {
        lists(changes.into_iter().chain([with_settings(settings)]))
    };
    let one = vec![(ANA, NeedsAWord::NotYetInARow { goals: 1 })];
    assert_eq!(with(strict, goals(&[NotYet])).needs_a_word, one);
    assert_eq!(with(strict, levels(&[4, 4, 3])).needs_a_word.len(), 1);
    assert_eq!(with(strict, levels(&[4])).ready_to_stretch.len(), 1);
    let quiet = with(strict, vec![said(BEN, FRACTIONS, nov(19), 2)]).not_heard_from;
    assert_eq!(quiet.iter().map(|(student, _)| *student).collect::<Vec<_>>(), [ANA, CHLOE]);
    // A zero would list everybody: it counts as one.
    let zero = ListSettings {
        not_yet_in_a_row: 0,
        levels_under_usual: 0,
        top_in_a_row: 0,
        quiet_school_days: 0,
        ..ListSettings::default()
    };
    assert_eq!(with(zero, levels(&[3, 3, 3])), Lists::default());
}

#[test]
fn every_skill_is_looked_at_and_one_put_away_is_not() {
    let top: Vec<Change> = (2..5).map(|day| shown(ANA, MAIN_IDEA, nov(day), 4)).collect();
    let reason = ReadyToStretch::TopInARow { skill: MAIN_IDEA, pieces: 3 };
    assert_eq!(lists(top.clone()).ready_to_stretch, [(ANA, reason)]);
    let mut away = skill(MAIN_IDEA, "main idea", 1);
    away.archived = true;
    assert_eq!(lists(top.into_iter().chain([Change::of_class(away)])).ready_to_stretch, []);
}

#[test]
fn lists_stand_in_roster_order() {
    let of = |student, first: u64| {
        (0..2).flat_map(move |i| {
            let day = nov(u32::try_from(2 + i).unwrap());
            [goal(student, first + i, day), closed(student, first + i, day, NotYet)]
        })
    };
    let changes = of(CHLOE, 10).chain(of(ANA, 20)).chain(of(BEN, 30));
    let order: Vec<_> = lists(changes).needs_a_word.iter().map(|(student, _)| *student).collect();
    assert_eq!(order, [ANA, BEN, CHLOE]);
}

#[test]
fn days_before_a_student_came_are_not_counted() {
    let all: &[u32] = &[16, 17, 18, 19];
    let came = |day| {
        let id = StudentId::from_bits(99);
        Change::by_teacher(id, Student { joined: Some(nov(day)), ..Student::named(id, "Nia") })
    };
    let others = [(ANA, all), (BEN, all), (CHLOE, all)];
    assert_eq!(quiet(&others, vec![came(18)]), []);
    assert_eq!(quiet(&others, vec![came(17)]), [(StudentId::from_bits(99), None, 3)]);
}
