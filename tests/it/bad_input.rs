//! Whatever comes in from outside, reading it never panics and never loses what is good in it.

use std::collections::HashSet;
use std::sync::LazyLock;

use daymark::domain::family::{FamilyReport, FamilySkill, SkillWords};
use daymark::domain::id::ClassId;
use daymark::domain::roster::{LONGEST_NAME, MOST_NAMES, parse_names};
use daymark::domain::scale::Level;
use daymark::domain::{Day, Stamp};
use daymark::format::document::{self, Purpose};
use daymark::format::family_link;
use daymark::format::line::{self, Kinds, Written};
use daymark::format::starter::{Language, StarterSkill, skills};
use proptest::prelude::*;

use crate::samples;

/// Characters that turn the reading direction around, and those nobody can see.
const UNSEEN: [char; 14] = [
    '\u{feff}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}',
    '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{61c}',
];

static SET: LazyLock<Vec<StarterSkill>> = LazyLock::new(|| skills(Language::En));

/// Text as it is pasted: names, and all that clipboards add to them.
fn pasted() -> impl Strategy<Value = String> {
    let odd = prop::sample::select(UNSEEN.to_vec()).prop_map(|c| c.to_string());
    let part = prop_oneof![
        4 => "[A-Ca-c]{1,4}",
        2 => "\\PC{0,8}",
        2 => "[ \t\r\n,;\"0-9.)•–-]{1,3}",
        1 => any::<char>().prop_map(|c| c.to_string()),
        1 => odd,
        1 => "[a-z]{50,70}",
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

fn day() -> impl Strategy<Value = Day> {
    (0..40_000i32).prop_map(|days| Day::from_epoch(days).unwrap())
}

fn words() -> impl Strategy<Value = SkillWords> {
    let starter = (0..40usize).prop_map(|i| SkillWords::Starter(SET[i].key.clone()));
    prop_oneof![starter, ".{0,40}".prop_map(SkillWords::Own)]
}

fn reports() -> impl Strategy<Value = FamilyReport> {
    let skill = (words(), any::<u8>(), any::<u8>()).prop_map(|(statement, from, to)| FamilySkill {
        statement,
        from: Level(from),
        to: Level(to),
    });
    let names = (".{0,60}", ".{0,20}", ".{0,20}");
    let days = (day(), 0..400u64, 0..400u64);
    let goal = prop::option::of((0..300u64, ".{0,80}"));
    let levels = (prop::collection::vec(".{0,9}", 0..6), any::<u8>());
    (names, days, goal, levels, prop::collection::vec(skill, 0..7), prop::option::of(words())).prop_map(
        |((child, class, teacher), (as_of, later, before), goal, (words, levels), skills, help)| {
            FamilyReport {
                child,
                class,
                teacher,
                as_of,
                expires: as_of.plus(later),
                since: as_of.minus(before),
                words,
                levels,
                goal: goal.map(|(before, text)| (as_of.minus(before), text)),
                skills,
                help,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn a_stamp_is_later_than_all_that_was_seen_and_never_far_ahead(now in any::<u64>(), seen in 1..u64::MAX) {
        let next = Stamp::next(now, Stamp(seen));
        prop_assert!(next > Stamp(seen));
        prop_assert!(next.0 - seen <= Stamp::MAX_STEP);
        prop_assert!(Stamp::next(now.saturating_add(1), Stamp(seen)) >= next);
        prop_assert!(Stamp::next(now, Stamp(0)) > Stamp(0));
    }

    #[test]
    fn a_device_whose_clock_jumps_still_counts_up(clock in prop::collection::vec(any::<u64>(), 1..40)) {
        let mut seen = Stamp(0);
        for now in clock {
            let next = Stamp::next(now, seen);
            prop_assert!(next > seen || seen == Stamp(u64::MAX));
            seen = next;
        }
    }

    #[test]
    fn names_come_out_short_visible_and_no_two_the_same(text in pasted()) {
        let read = parse_names(&text, ["ABC", "b"]);
        prop_assert!(read.names.len() <= MOST_NAMES);
        let mut seen: HashSet<String> = ["abc".into(), "b".into()].into();
        for name in &read.names {
            prop_assert!(!name.is_empty() && name.trim() == name, "{name:?}");
            prop_assert!(name.chars().count() <= LONGEST_NAME, "{name:?} is too long");
            prop_assert!(!name.chars().any(|c| c.is_control() || UNSEEN.contains(&c)), "{name:?}");
            prop_assert!(seen.insert(name.to_lowercase()), "{name:?} stands twice");
        }
    }

    #[test]
    fn names_that_were_read_are_read_again_as_they_are(text in pasted()) {
        let names = parse_names(&text, []).names;
        prop_assert_eq!(&parse_names(&names.join("\n"), []).names, &names);
    }

    #[test]
    fn no_fragment_of_a_link_breaks_the_page(text in "(#?1\\.)?[A-Za-z0-9_-]{0,80}|.{0,80}") {
        let _ = family_link::read(&text, &SET);
    }

    #[test]
    fn a_link_with_a_sound_checksum_and_nonsense_inside_breaks_nothing(body in prop::collection::vec(any::<u8>(), 0..80)) {
        let mut bytes = u16::try_from(body.len()).unwrap().to_be_bytes().to_vec();
        bytes.extend(&body);
        bytes.extend(crc32fast::hash(&body).to_be_bytes());
        let link = format!("1.{}", <base64ct::Base64UrlUnpadded as base64ct::Encoding>::encode_string(&bytes));
        let _ = family_link::read(&link, &SET);
    }

    #[test]
    fn every_report_comes_back_from_its_link(report in reports()) {
        prop_assert_eq!(family_link::read(&family_link::write(&report, &SET), &SET), Ok(report));
    }

    #[test]
    fn no_bytes_break_the_reading_of_a_document(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = document::read(&bytes, Kinds::EVERY);
    }

    #[test]
    fn no_line_breaks_the_reading_of_an_entry(text in ".{0,80}|[{}\\[\\]\":,a-z0-9]{0,80}") {
        for written in [Written::BySomeVersion, Written::ByThisVersion] {
            let _ = line::read(&text, written, Kinds::EVERY);
        }
    }

    #[test]
    fn one_bad_byte_costs_one_line_at_most(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let entries: Vec<_> = samples::all().into_iter().map(|(_, entry)| entry).collect();
        let sound = document::write(Purpose::Backup, ClassId::from_bits(5), "5B", &entries, &[], 0, Kinds::EVERY);
        let header = sound.iter().position(|b| *b == b'\n').unwrap() + 1;
        let mut bytes = sound.clone();
        let at = header + at.index(bytes.len() - header);
        bytes[at] = byte;
        let read = document::read(&bytes, Kinds::EVERY).unwrap();
        let kept = entries.iter().filter(|e| read.entries.contains(e)).count();
        // A changed line break can join two lines.
        prop_assert!(kept + 2 >= entries.len(), "{} lost", entries.len() - kept);
        if std::str::from_utf8(&bytes).is_err() {
            prop_assert!(!read.damage.is_empty(), "byte {byte:#x} at {at} was taken for text");
        }
        if bytes != sound && read.damage.is_empty() {
            prop_assert_ne!(read.entries, entries);
        }
    }
}

#[test]
fn a_backup_cut_anywhere_gives_all_whole_lines_before_the_cut() {
    let entries: Vec<_> = samples::all().into_iter().map(|(_, entry)| entry).collect();
    let bytes = document::write(Purpose::Backup, ClassId::from_bits(5), "5B", &entries, &[], 0, Kinds::EVERY);
    let header = bytes.iter().position(|b| *b == b'\n').unwrap() + 1;
    for end in (header..bytes.len() - 1).step_by(37) {
        let whole = bytes[header..=end].iter().filter(|b| **b == b'\n').count();
        let read = document::read(&bytes[..end], Kinds::EVERY).unwrap();
        assert!(read.entries.starts_with(&entries[..whole.min(read.entries.len())]), "cut at {end}");
        assert!(read.entries.len() >= whole.saturating_sub(1), "cut at {end}");
        assert!(read.missing + read.damage.len() > 0, "cut at {end} was not noticed");
    }
}
