use super::*;
use crate::domain::entry::Change;
use crate::domain::evidence::{Code, Mark};
use crate::domain::roster::Student;
use crate::domain::sample::{ANA, BEN, Book, FRACTIONS, evidence, nov, shown};

/// A class in which levels in fractions were shown: who, on which day of November, which level.
fn book(levels: &[(StudentId, u32, u8)]) -> Book {
    let mut book = Book::new();
    book.write(levels.iter().map(|&(student, day, at)| shown(student, FRACTIONS, nov(day), at)));
    book
}

/// Ana's way in fractions since a day of November.
fn way(since: u32, levels: &[(StudentId, u32, u8)]) -> Option<(u8, u8, i16)> {
    let growth = book(levels).notebook.growth(ANA, FRACTIONS, nov(since))?;
    Some((growth.from.0, growth.to.0, growth.steps()))
}

#[test]
fn it_goes_from_the_first_level_since_the_day_to_the_level_that_holds() {
    let levels = [(ANA, 2, 1), (ANA, 5, 2), (ANA, 9, 4), (ANA, 12, 4)];
    assert_eq!(way(2, &levels), Some((1, 4, 3)));
    assert_eq!(way(3, &levels), Some((2, 4, 2)));
    assert_eq!(way(12, &levels), Some((4, 4, 0)));
    assert_eq!(way(13, &levels), None);
    assert_eq!(way(2, &[]), None);
    assert_eq!(way(2, &[(ANA, 2, 4), (ANA, 3, 1), (ANA, 4, 1)]), Some((4, 1, -3)));
}

#[test]
fn what_was_typed_late_stands_on_its_day() {
    assert_eq!(way(2, &[(ANA, 9, 3), (ANA, 9, 3), (ANA, 9, 3), (ANA, 2, 1)]), Some((1, 3, 2)));
}

#[test]
fn a_line_has_one_point_a_day_with_the_middle_of_the_last_three() {
    let book = book(&[(ANA, 2, 1), (ANA, 3, 2), (ANA, 3, 4), (ANA, 9, 4)]);
    let points: Vec<_> = book.notebook.growth_line(ANA, FRACTIONS).iter().map(|p| (p.day, p.value)).collect();
    assert_eq!(points, [(nov(2), 1.0), (nov(3), 2.0), (nov(9), 4.0)]);
}

#[test]
fn a_code_is_no_point() {
    let mut book = book(&[(ANA, 2, 1)]);
    book.one(evidence(ANA, FRACTIONS, nov(3), Mark::Code(Code::Absent)));
    assert_eq!(book.notebook.growth_line(ANA, FRACTIONS).len(), 1);
}

#[test]
fn the_class_line_leaves_out_who_has_shown_nothing_yet_and_counts_the_others() {
    let book = book(&[(ANA, 2, 1), (BEN, 4, 4), (ANA, 6, 2)]);
    let line = book.notebook.class_growth_line(FRACTIONS);
    let means: Vec<_> = line.iter().map(|(day, m)| (*day, m.value, m.n)).collect();
    assert_eq!(means, [(nov(2), 1.0, 1), (nov(4), 2.5, 2), (nov(6), 2.75, 2)]);
    assert_eq!(Book::new().notebook.class_growth_line(FRACTIONS), []);
}

#[test]
fn the_settled_line_starts_when_half_of_the_students_are_in_it() {
    let chloe = crate::domain::sample::CHLOE;
    let book = book(&[(ANA, 2, 4), (BEN, 4, 1), (chloe, 5, 1), (ANA, 9, 4)]);
    let days: Vec<Day> = book.notebook.settled_class_line(FRACTIONS).iter().map(|(day, _)| *day).collect();
    assert_eq!(days, [nov(4), nov(5), nov(9)]);
    assert_eq!(Book::new().notebook.settled_class_line(FRACTIONS), []);
}

/// The class's way in fractions: since which day of November, from, to, students.
fn class_way(levels: &[(StudentId, u32, u8)]) -> Result<(Day, f64, f64, usize), Undefined> {
    let mut book = book(&[]);
    for n in 1..=6 {
        let id = StudentId::from_bits(n);
        book.one(Change::by_teacher(id, Student::named(id, format!("Student {n}"))));
    }
    book.write(levels.iter().map(|&(student, day, at)| shown(student, FRACTIONS, nov(day), at)));
    book.notebook.class_growth(FRACTIONS).map(|g| (g.since, g.from, g.to, g.n))
}

#[test]
fn the_class_moves_by_the_same_students_at_both_ends() {
    let id = StudentId::from_bits;
    let mut levels: Vec<_> = (1..=5).flat_map(|n| [(id(n), 3, 1), (id(n), 9, 3)]).collect();
    assert_eq!(class_way(&levels), Ok((nov(3), 1.0, 2.0, 5)));
    // One day of evidence is no way, however high it is and however early it was shown.
    levels.push((id(6), 2, 4));
    assert_eq!(class_way(&levels), Ok((nov(3), 1.0, 2.0, 5)));
}

#[test]
fn under_five_students_there_is_no_way_of_a_class() {
    let id = StudentId::from_bits;
    let four: Vec<_> = (1..=4).flat_map(|n| [(id(n), 3, 1), (id(n), 9, 3)]).collect();
    assert_eq!(class_way(&four), Err(Undefined::TooFew { have: 4, needed: 5 }));
    assert_eq!(class_way(&[]), Err(Undefined::TooFew { have: 0, needed: 5 }));
}

#[test]
fn a_decision_of_the_teacher_is_where_the_way_ends() {
    let mut book = book(&[(ANA, 2, 1)]);
    let decision = crate::domain::evidence::LevelOverride {
        skill: FRACTIONS,
        score: Some(crate::domain::sample::level(3)),
        reason: "told me why".into(),
        day: nov(3),
    };
    book.one(Change::by_teacher(ANA, decision));
    assert_eq!(book.notebook.growth(ANA, FRACTIONS, nov(2)).map(Growth::steps), Some(2));
}
