use super::*;
use crate::domain::entry::{Change, Erasure, Unknown, Withdrawal};
use crate::domain::id::WriterId;
use crate::domain::roster::Student;
use crate::domain::sample::{ANA, BEN, Book, CLASS, FRACTIONS, goal, nov, said, shown};

/// Every order of up to five entries.
fn orders(entries: &[Entry]) -> Vec<Vec<Entry>> {
    let Some((first, rest)) = entries.split_first() else { return vec![Vec::new()] };
    let with = |order: Vec<Entry>| {
        (0..=order.len()).map(move |at| {
            let mut order = order.clone();
            order.insert(at, first.clone());
            order
        })
    };
    orders(rest).into_iter().flat_map(with).collect()
}

/// The notebook these entries fold into; checked to be the same in every order and when each
/// entry comes twice.
fn fold(entries: &[Entry]) -> Notebook {
    let in_order = |entries: Vec<Entry>| {
        let mut notebook = Notebook::new(CLASS);
        notebook.merge(entries);
        notebook
    };
    let first = in_order(entries.to_vec());
    for order in orders(entries) {
        let twice = order.iter().flat_map(|e| [e.clone(), e.clone()]).collect();
        for other in [in_order(twice), in_order(order)] {
            assert_eq!((other.shown(), other.entries()), (first.shown(), first.entries()));
            assert_eq!((other.doubles(), other.erased()), (first.doubles(), first.erased()));
        }
    }
    first
}

/// The entry of a writer: its number, its stamp, and the action with that number.
fn by(writer: u64, n: u64, stamp: u64, change: Change) -> Entry {
    let key = EntryKey { writer: WriterId::from_bits(writer), n };
    change.into_entry(key, Stamp(stamp), batch(writer, n), CLASS)
}

fn batch(writer: u64, n: u64) -> BatchId {
    BatchId::from_bits(writer * 100 + n)
}

fn named(student: StudentId, name: &str) -> Change {
    Change::by_teacher(student, Student::named(student, name))
}

fn withdraw(batch: BatchId) -> Change {
    Change::of_class(Withdrawal { batch })
}

fn names(notebook: &Notebook) -> Vec<&str> {
    notebook.students().iter().map(|s| s.name.as_str()).collect()
}

#[test]
fn an_amendment_takes_the_place_of_what_it_names() {
    let first = by(1, 1, 10, named(ANA, "Ana"));
    let second = by(2, 1, 20, named(ANA, "Anna").replacing([first.head.key]));
    let third = by(1, 2, 30, named(ANA, "Anne").replacing([second.head.key]));
    let notebook = fold(&[first, second, third.clone()]);
    assert_eq!(notebook.heads_of(Slot::Roster, |_| true), [third.head.key]);
    assert_eq!(names(&notebook), ["Anne"]);
    assert_eq!(notebook.len(), 3);
}

#[test]
fn two_amendments_of_one_entry_are_two_heads_and_the_later_is_shown() {
    let first = by(1, 1, 10, named(ANA, "Ana"));
    let tablet = by(2, 1, 20, named(ANA, "Anna").replacing([first.head.key]));
    let laptop = by(3, 1, 20, named(ANA, "Anne").replacing([first.head.key]));
    let notebook = fold(&[first, tablet.clone(), laptop.clone()]);
    assert_eq!(notebook.heads_of(Slot::Roster, |_| true), [tablet.head.key, laptop.head.key]);
    assert_eq!(names(&notebook), ["Anne"]);
    // The next change names both and settles it.
    let keys = notebook.heads_of(Slot::Roster, |_| true);
    let mut notebook = notebook;
    notebook.apply(by(1, 2, 30, named(ANA, "Ana María").replacing(keys)));
    assert_eq!(notebook.slot(Slot::Roster).count(), 1);
}

#[test]
fn an_amendment_does_not_count_against_what_is_ordered_after_it() {
    let key = EntryKey { writer: WriterId::from_bits(2), n: 1 };
    let early = by(1, 1, 10, named(ANA, "Ana").replacing([key]));
    let late = by(2, 1, 20, named(ANA, "Anna").replacing([early.head.key]));
    assert_eq!(names(&fold(&[early, late])), ["Anna"]);
    let itself = EntryKey { writer: WriterId::from_bits(1), n: 1 };
    assert_eq!(names(&fold(&[by(1, 1, 10, named(ANA, "Ana").replacing([itself]))])), ["Ana"]);
}

#[test]
fn undo_takes_back_a_whole_action_and_undo_of_undo_brings_it_back() {
    let mut book = Book::new();
    let (_, action) = book.write([shown(ANA, FRACTIONS, nov(2), 3), shown(BEN, FRACTIONS, nov(2), 2)]);
    let pieces = |book: &Book| {
        [ANA, BEN].map(|student| book.notebook.evidence(student, FRACTIONS).len()).iter().sum::<usize>()
    };
    assert_eq!(pieces(&book), 2);
    let undo = book.undo(action);
    assert_eq!(pieces(&book), 0);
    let redo = book.undo(undo);
    assert_eq!(pieces(&book), 2);
    book.undo(redo);
    assert_eq!(pieces(&book), 0);
}

#[test]
fn undo_in_any_order_of_arrival_comes_to_the_same() {
    let fact = by(1, 1, 10, shown(ANA, FRACTIONS, nov(2), 3));
    let undo = by(2, 1, 20, withdraw(batch(1, 1)));
    let redo = by(1, 2, 30, withdraw(batch(2, 1)));
    let again = by(2, 2, 40, withdraw(batch(1, 2)));
    assert_eq!(fold(std::slice::from_ref(&fact)).shown().len(), 1);
    assert_eq!(fold(&[fact.clone(), undo.clone()]).shown().len(), 0);
    assert_eq!(fold(&[fact.clone(), undo.clone(), redo.clone()]).shown().len(), 1);
    assert_eq!(fold(&[fact, undo, redo, again]).shown().len(), 0);
}

#[test]
fn two_devices_that_undo_the_same_need_two_redos() {
    let fact = by(1, 1, 10, shown(ANA, FRACTIONS, nov(2), 3));
    let (here, there) = (by(2, 1, 20, withdraw(batch(1, 1))), by(3, 1, 21, withdraw(batch(1, 1))));
    let redo = by(2, 2, 30, withdraw(batch(2, 1)));
    assert_eq!(fold(&[fact, here, there, redo]).shown().len(), 0);
}

#[test]
fn a_withdrawal_counts_only_against_what_is_ordered_before_it() {
    let undo = by(1, 1, 10, withdraw(batch(2, 1)));
    let later = by(2, 1, 20, shown(ANA, FRACTIONS, nov(2), 3));
    assert_eq!(fold(&[undo, later]).shown().len(), 1);
    // Nor against itself or in a ring.
    let (a, b) = (by(1, 1, 10, withdraw(batch(2, 1))), by(2, 1, 20, withdraw(batch(1, 1))));
    fold(&[a, b, by(3, 1, 5, withdraw(batch(3, 1)))]);
}

#[test]
fn an_undone_amendment_lets_the_older_words_stand_again() {
    let first = by(1, 1, 10, named(ANA, "Ana"));
    let second = by(1, 2, 20, named(ANA, "Anna").replacing([first.head.key]));
    let undo = by(1, 3, 30, withdraw(batch(1, 2)));
    assert_eq!(names(&fold(&[first.clone(), second.clone()])), ["Anna"]);
    assert_eq!(names(&fold(&[first.clone(), second.clone(), undo.clone()])), ["Ana"]);
    let redo = by(1, 4, 40, withdraw(batch(1, 3)));
    assert_eq!(names(&fold(&[first, second, undo, redo])), ["Anna"]);
}

#[test]
fn two_entries_that_claim_one_identity_are_both_kept_and_told() {
    let (one, other) = (by(1, 1, 10, named(ANA, "Ana")), by(1, 1, 10, named(ANA, "Anna")));
    let notebook = fold(&[one.clone(), other.clone()]);
    assert_eq!((notebook.len(), notebook.doubles()), (2, vec![one.head.key]));
    // What replaces the identity replaces both.
    let amended = by(1, 2, 20, named(ANA, "Anne").replacing([one.head.key]));
    assert_eq!(names(&fold(&[one.clone(), other.clone(), amended])), ["Anne"]);
    let third = by(1, 1, 15, named(ANA, "Aña"));
    assert_eq!(fold(&[one, other, third]).doubles().len(), 1);
}

#[test]
fn erasing_leaves_one_of_two_that_claim_one_identity() {
    let (ana, ben) = (by(1, 1, 10, named(ANA, "Ana")), by(1, 1, 10, named(BEN, "Ben")));
    let erasure = by(2, 1, 20, Change::of_class(Erasure { student: ANA }));
    let notebook = fold(&[ana, ben, erasure]);
    assert_eq!((names(&notebook), notebook.doubles()), (vec!["Ben"], vec![]));
}

#[test]
fn an_erased_student_is_gone_whatever_comes_when() {
    let ana = by(1, 1, 10, named(ANA, "Ana"));
    let ben = by(1, 2, 11, named(BEN, "Ben"));
    let erasure = by(2, 1, 5, Change::of_class(Erasure { student: ANA }));
    let later = by(3, 1, 90, shown(ANA, FRACTIONS, nov(9), 3));
    let notebook = fold(&[ana, ben, erasure.clone(), later]);
    assert_eq!(names(&notebook), ["Ben"]);
    assert!(notebook.entries().iter().all(|e| e.head.about != Some(ANA)));
    assert!(notebook.entries().contains(&&erasure), "the tombstone itself stays");
    assert!(notebook.erased().contains(&ANA));
}

#[test]
fn kinds_of_a_newer_version_go_with_the_student() {
    let of = |student| {
        let change = Change::by_teacher(student, Body::Unknown(Unknown { kind: "mood_ring".into() }));
        Entry { carried: Some(format!("{student}").into()), ..by(1, 1 + (student == BEN) as u64, 10, change) }
    };
    let erasure = by(2, 1, 20, Change::of_class(Erasure { student: ANA }));
    let notebook = fold(&[of(ANA), of(BEN), erasure.clone()]);
    assert_eq!(notebook.entries(), [&of(BEN), &erasure]);
}

#[test]
fn an_erasure_cannot_be_taken_back() {
    let ana = by(1, 1, 10, named(ANA, "Ana"));
    let erasure = by(1, 2, 20, Change::of_class(Erasure { student: ANA }));
    let undo = by(1, 3, 30, withdraw(batch(1, 2)));
    assert_eq!(names(&fold(&[ana, erasure, undo])), [""; 0]);
}

#[test]
fn an_erasure_that_names_the_student_as_its_subject_stays_and_reaches_others() {
    let ana = by(1, 1, 10, named(ANA, "Ana"));
    let erasure = by(1, 2, 20, Change::by_teacher(ANA, Erasure { student: ANA }));
    let here = fold(&[ana.clone(), erasure]);
    let mut there = fold(&[ana]);
    there.merge(here.entries().into_iter().cloned());
    assert_eq!(there.entries(), here.entries());
    assert_eq!(names(&there), [""; 0]);
}

#[test]
fn what_an_erased_student_had_changed_stands_as_it_was() {
    // A student's amendment of a class entry goes with the student, whatever comes first.
    let ben = by(1, 1, 10, named(BEN, "Ben"));
    let change = Change { about: Some(ANA), ..named(BEN, "Benno") }.replacing([ben.head.key]);
    let changed = by(2, 1, 20, change);
    let erasure = by(1, 2, 30, Change::of_class(Erasure { student: ANA }));
    assert_eq!(names(&fold(&[ben, changed, erasure])), ["Ben"]);
}

#[test]
fn entries_of_another_class_are_not_taken_in() {
    let mut other = by(1, 1, 10, named(ANA, "Ana"));
    other.head.class = ClassId::from_bits(9);
    let mut notebook = Notebook::new(CLASS);
    assert_eq!(notebook.apply(other), Touched::new());
    assert!(notebook.is_empty());
}

#[test]
fn one_score_touches_one_cell() {
    let mut book = Book::new();
    let score = by(9, 1, 999, shown(ANA, FRACTIONS, nov(2), 3));
    assert_eq!(book.notebook.apply(score.clone()), [Slot::Cell(ANA, FRACTIONS)].into());
    assert_eq!(book.notebook.apply(score), Touched::new());
    let spoken = by(9, 2, 1000, said(ANA, FRACTIONS, nov(2), 3));
    assert_eq!(book.notebook.apply(spoken), [Slot::Cell(ANA, FRACTIONS), Slot::Voice(ANA)].into());
}

#[test]
fn an_undo_touches_what_it_takes_back() {
    let mut book = Book::new();
    book.notebook.apply(by(9, 1, 999, shown(ANA, FRACTIONS, nov(2), 3)));
    let touched = book.notebook.apply(by(9, 2, 1000, withdraw(batch(9, 1))));
    assert_eq!(touched, [Slot::Cell(ANA, FRACTIONS)].into());
}

#[test]
fn actions_stand_with_the_latest_first_and_undo_is_none_of_them() {
    let mut book = Book::new();
    let (_, both) = book.write([said(ANA, FRACTIONS, nov(2), 2), goal(ANA, 1, nov(2))]);
    let (_, marks) = book.write([shown(ANA, FRACTIONS, nov(2), 3), shown(BEN, FRACTIONS, nov(2), 2)]);
    book.undo(both);
    let told: Vec<_> = book
        .notebook
        .actions(2)
        .into_iter()
        .map(|a| (a.batch, a.kind, a.entries, a.by, a.about, a.withdrawn))
        .collect();
    assert_eq!(
        told,
        [
            (marks, "evidence".to_owned(), 2, Actor::Teacher, None, false),
            (both, "self_assessment".to_owned(), 2, Actor::Student, Some(ANA), true),
        ]
    );
}

#[test]
fn an_action_changes_sides_by_withdrawing_itself_or_what_took_it_back() {
    let mut book = Book::new();
    let (_, action) = book.write([shown(ANA, FRACTIONS, nov(2), 3)]);
    for pieces in [0, 1, 0, 1] {
        let targets = book.notebook.to_undo(action);
        assert_eq!(targets.contains(&action), pieces == 0);
        for target in targets {
            book.undo(target);
        }
        assert_eq!(book.notebook.evidence(ANA, FRACTIONS).len(), pieces);
    }
    // Taken back on two devices, one tap still brings it back.
    book.undo(action);
    book.undo(action);
    for target in book.notebook.to_undo(action) {
        book.undo(target);
    }
    assert_eq!(book.notebook.evidence(ANA, FRACTIONS).len(), 1);
}

#[test]
fn students_and_skills_stand_in_the_classs_order() {
    let mut book = Book::new();
    book.one(Change::by_teacher(BEN, Student { left: true, ..Student::named(BEN, "Ben") }));
    let all: Vec<_> = book.notebook.all_students().iter().map(|s| s.name.as_str()).collect();
    assert_eq!((names(&book.notebook), all), (vec!["Ana", "Chloé"], vec!["Ana", "Ben", "Chloé"]));
    assert_eq!(book.notebook.focus_skills().len(), 1);
    assert_eq!(book.notebook.focus_skills()[0].id, FRACTIONS);
    for (place, focus) in [(5, false), (3, true), (1, true), (2, true), (4, true)] {
        let mut skill = crate::domain::sample::skill(SkillId::from_bits(place), "more", 1);
        skill.place = u16::try_from(place).unwrap();
        skill.in_focus = focus;
        book.one(Change::of_class(skill));
    }
    let focus: Vec<_> = book.notebook.focus_skills().iter().map(|s| s.place).collect();
    assert_eq!(focus, [1, 2, 3]);
}

#[test]
fn the_actions_behind_an_entry_are_those_of_all_it_took_the_place_of() {
    let mut book = Book::empty();
    let (keys, first) = book.write([named(ANA, "Ana"), named(BEN, "Ben")]);
    assert_eq!(book.notebook.actions_behind(keys[1]), [(first, 2)]);
    let (anna, second) = book.write([named(ANA, "Anna").replacing([keys[0]])]);
    let (anne, third) = book.write([named(ANA, "Anne").replacing(anna)]);
    assert_eq!(book.notebook.actions_behind(anne[0]), [(third, 1), (second, 1), (first, 2)]);
    assert_eq!(book.notebook.actions_behind(EntryKey { writer: WriterId::from_bits(9), n: 9 }), []);
}

#[test]
fn evidence_that_was_mended_goes_with_all_the_actions_behind_it() {
    let mut book = Book::new();
    let (keys, _) = book.write([shown(ANA, FRACTIONS, nov(3), 2)]);
    let key = book.one(shown(ANA, FRACTIONS, nov(3), 3).replacing(keys));
    let behind = book.notebook.actions_behind(key);
    let (_, back) = book.write(behind.into_iter().map(|(batch, _)| withdraw(batch)));
    assert_eq!(book.notebook.evidence(ANA, FRACTIONS), []);
    book.undo(back);
    assert_eq!(book.notebook.proficiency(ANA, FRACTIONS).level.map(|l| l.0), Some(3));
}

#[test]
fn a_skill_that_was_put_away_is_found_among_those_only() {
    use crate::domain::sample::skill;
    let mut book = Book::new();
    let heads = book.notebook.heads_of(Slot::Skills, |b| matches!(b, Body::Skill(s) if s.id == FRACTIONS));
    let away = crate::domain::skill::Skill { archived: true, ..skill(FRACTIONS, "fractions", 0) };
    book.one(Change::of_class(away).replacing(heads));
    let ids = |skills: Vec<&crate::domain::skill::Skill>| skills.iter().map(|s| s.id).collect::<Vec<_>>();
    assert_eq!(ids(book.notebook.put_away_skills()), [FRACTIONS]);
    assert_eq!(ids(book.notebook.skills()), [crate::domain::sample::MAIN_IDEA]);
}

#[test]
fn what_came_in_since_a_mark_is_what_is_still_here_of_it() {
    let mut source = Book::new();
    source.write([shown(ANA, FRACTIONS, nov(3), 2), shown(BEN, FRACTIONS, nov(3), 3)]);
    let mut book = Notebook::new(CLASS);
    book.merge(source.written[..2].iter().cloned());
    let mark = book.mark();
    assert_eq!(book.since(mark).count(), 0);
    book.merge(source.written.iter().cloned());
    assert_eq!(book.since(mark).count(), source.written.len() - 2, "what was here already came before");
    source.write([Change::of_class(Erasure { student: ANA })]);
    book.merge(source.written.iter().cloned());
    assert!(book.since(mark).all(|entry| !goes_with(entry, ANA)));
    assert!(book.since(mark).any(|entry| entry.head.about == Some(BEN)));
}
