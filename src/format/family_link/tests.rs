use super::*;
use crate::format::starter::{Language, skills};

fn report(own_words: bool) -> FamilyReport {
    let set = skills(Language::En);
    let words = |i: usize| {
        if own_words {
            SkillWords::Own("I can explain my answer step by step to others".into())
        } else {
            SkillWords::Starter(set[i].key.clone())
        }
    };
    let as_of: Day = "2026-11-21".parse().unwrap();
    FamilyReport {
        child: "Guadalupe Hernández".into(),
        class: "Math 5B".into(),
        teacher: "Ms Rivera".into(),
        as_of,
        expires: as_of.plus(28),
        since: as_of.minus(50),
        words: Vec::new(),
        levels: 4,
        goal: Some((as_of, "Explain to a partner why 3/4 is more than 2/3".into())),
        skills: (0..6).map(|i| FamilySkill { statement: words(i), from: Level(1), to: Level(3) }).collect(),
        help: Some(if own_words {
            SkillWords::Own(
                "Cut a sandwich in 3 and in 4. Ask: which piece is bigger, and how do you know?".into(),
            )
        } else {
            words(0)
        }),
    }
}

#[test]
fn a_report_comes_back_as_it_was() {
    let set = skills(Language::En);
    for report in [report(false), report(true)] {
        assert_eq!(read(&write(&report, &set), &set), Ok(report.clone()));
        assert_eq!(read(&format!("#{}", write(&report, &set)), &set), Ok(report));
    }
}

#[test]
fn six_skills_stay_under_700_characters() {
    let set = skills(Language::En);
    assert!(write(&report(false), &set).len() < 250);
    assert!(write(&report(true), &set).len() < 700, "{}", write(&report(true), &set).len());
}

#[test]
fn skills_that_do_not_fit_are_left_out_from_the_end() {
    let set = skills(Language::En);
    let mut long = report(true);
    for (skill, i) in long.skills.iter_mut().zip(1..) {
        skill.statement = SkillWords::Own(format!("{i} {}", "ñandú ".repeat(20)));
    }
    let short = fitting(long.clone(), &set, 650);
    assert!(write(&short, &set).len() <= 650 && write(&long, &set).len() > 650);
    assert!(!short.skills.is_empty() && long.skills.starts_with(&short.skills));
    assert_eq!(fitting(report(true), &set, 700), report(true));
    assert_eq!(fitting(long.clone(), &set, 10).skills.len(), 1);
}

#[test]
fn every_cut_is_called_a_cut() {
    let set = skills(Language::En);
    let link = write(&report(false), &set);
    assert_eq!(read("", &set), Err(BadLink::Empty));
    for end in 1..link.len() {
        assert_eq!(read(&link[..end], &set), Err(BadLink::Cut), "cut at {end}");
    }
}

#[test]
fn every_changed_character_is_noticed() {
    let set = skills(Language::En);
    let link = write(&report(false), &set);
    for at in 2..link.len() {
        let mut bytes = link.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).unwrap();
        // The last character may hold bits that carry nothing.
        if read(&changed, &set).is_ok() {
            assert_eq!(at, link.len() - 1, "changed at {at}");
        }
    }
}

#[test]
fn a_newer_version_says_so_and_nonsense_is_damaged() {
    assert_eq!(read("2.AAAA", &[]), Err(BadLink::Newer));
    assert_eq!(read("hello", &[]), Err(BadLink::Damaged));
    assert_eq!(read("1.ééé", &[]), Err(BadLink::Damaged));
    assert_eq!(read("1.a/b=", &[]), Err(BadLink::Damaged));
}
