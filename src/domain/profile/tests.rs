use super::*;
use crate::domain::entry::Change;
use crate::domain::sample::{ANA, BEN, Book, class, nov};

fn liking(day: u32, interest: &str) -> Profile {
    Profile { interests: vec![interest.into()], ..Profile::on(nov(day)) }
}

#[test]
fn the_latest_of_each_side_holds_and_the_earlier_ones_stay() {
    let mut book = Book::new();
    book.write([Change::by_student(ANA, liking(2, "cats"))]);
    book.write([Change::by_teacher(ANA, liking(4, "animals"))]);
    book.write([Change::by_student(ANA, liking(5, "horses"))]);
    let both = book.notebook.profile(ANA);
    assert_eq!((both.own, both.teacher), (Some(liking(5, "horses")), Some(liking(4, "animals"))));
    let days: Vec<Day> = book.notebook.profiles(ANA).map(|(_, p)| p.day).collect();
    assert_eq!(days, [nov(5), nov(4), nov(2)]);
    assert_eq!(book.notebook.profile(BEN), Profiles::default());
}

#[test]
fn it_is_asked_again_each_term() {
    let mut book = Book::new();
    assert!(book.notebook.profile_is_due(ANA, nov(2)));
    book.write([Change::by_student(ANA, liking(2, "cats"))]);
    // What the teacher says of them is no answer of theirs.
    book.write([Change::by_teacher(ANA, liking(20, "cats"))]);
    let due = |book: &Book, day: Day| book.notebook.profile_is_due(ANA, day);
    let after = |days| nov(2).plus(days);
    assert_eq!([83, 84].map(|days| due(&book, after(days))), [false, true]);
    let terms = vec![nov(9), nov(1)];
    let amended = book.notebook.amend_class(Class { terms, ..class() });
    book.write([amended]);
    assert_eq!([8, 9].map(|day| due(&book, nov(day))), [false, true]);
}

#[test]
fn the_same_answer_again_takes_it_back() {
    let mut profile = Profile::on(nov(2));
    profile.choose(Task::Project, Working::Partner);
    profile.choose(Task::New, Working::Teacher);
    assert_eq!(profile.ways.iter().map(|way| way.task).collect::<Vec<_>>(), [Task::New, Task::Project]);
    profile.choose(Task::Project, Working::Alone);
    assert_eq!(profile.working(Task::Project), Some(Working::Alone));
    profile.choose(Task::Project, Working::Alone);
    profile.choose(Task::New, Working::Teacher);
    assert!(profile.is_empty());
}

#[test]
fn what_helps_stands_in_the_order_it_is_offered_in() {
    let mut profile = Profile::on(nov(2));
    for help in [Help::Start, Help::Quiet, Help::Example, Help::Quiet] {
        profile.toggle_help(help);
    }
    profile.toggle_hindrance(Hindrance::Noise);
    assert_eq!(profile.helps, [Help::Example, Help::Start]);
    assert_eq!(profile.hinders, [Hindrance::Noise]);
}

#[test]
fn interests_are_parted_as_people_type_them() {
    assert_eq!(interests_of(" cats,Dogs ;  cats\n\nspace   travel,"), ["cats", "Dogs", "space travel"]);
    assert_eq!(interests_of(" , "), Vec::<String>::new());
}

#[test]
fn what_is_typed_is_tidied_or_told_and_never_cut_off() {
    let with = |change: fn(&mut Profile)| {
        let mut typed = Profile::on(nov(2));
        change(&mut typed);
        typed.parse(nov(5))
    };
    let tidied = with(|p| {
        p.interests = vec![" cats,  space travel ,Cats".into()];
        p.helps_too = " a  calm\nplace ".into();
    });
    let interests = vec!["cats".into(), "space travel".into()];
    let expected = Profile { interests, helps_too: "a calm place".into(), ..Profile::on(nov(5)) };
    assert_eq!(tidied, Ok(expected.clone()));
    assert_eq!(expected.parse(nov(5)), Ok(expected), "what is kept is read as it stands");
    for (change, problem) in [
        ((|_| ()) as fn(&mut Profile), ProfileProblem::Nothing),
        (|p| p.hinders_too = "  ".into(), ProfileProblem::Nothing),
        (|p| p.helps_too = "x".repeat(LONGEST_WORDS + 1), ProfileProblem::Long),
        (|p| p.interests = vec!["x".repeat(LONGEST_WORDS + 1)], ProfileProblem::Long),
        (|p| p.interests = vec!["a,b,c,d,e,f,g,h,i".into()], ProfileProblem::ManyInterests),
    ] {
        assert_eq!(with(change), Err(problem));
    }
}
