use super::*;
use crate::domain::Day;
use crate::domain::exit_ticket::{Moment, Template};
use crate::domain::id::{SkillId, TicketId};
use crate::domain::skill::{Check, Skill, Subject};
use proptest::prelude::*;

/// A stand-in for HMAC in tests: what matters here is over which bytes it is taken.
fn seal(body: &[u8]) -> [u8; 32] {
    let mut out = [0; 32];
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for (place, byte) in body.iter().enumerate() {
        sum = (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        out[place % 24 + 8] ^= *byte;
    }
    out[..8].copy_from_slice(&sum.to_be_bytes());
    out
}

fn holds(message: &[u8]) -> Result<HandedIn, BadMessage> {
    let arrived = read(message)?;
    if arrived.seal == seal(&arrived.body)[..SEAL] { Ok(arrived.said) } else { Err(BadMessage::Damaged) }
}

fn message(said: &HandedIn) -> Vec<u8> {
    let body = body(said);
    let seal = seal(&body);
    sealed(body, &seal)
}

fn reply() -> impl Strategy<Value = Reply> {
    let level = |level| Reply::Level(Score { scale: ScaleId::from_bits(0), level: Level(level) });
    prop_oneof![
        Just(Reply::Blank),
        Just(Reply::DontKnow),
        (1u8..=6).prop_map(level),
        (0u8..8).prop_map(Reply::Choice),
        proptest::collection::btree_set(0u8..8, 0..8)
            .prop_map(|set| Reply::Choices(set.into_iter().collect())),
        (1u8..=7).prop_map(Reply::Step),
        ".{0,500}".prop_map(Reply::Sentence),
        "[-0-9.,/ ]{0,20}".prop_map(Reply::Number),
    ]
}

prop_compose! {
    fn said()(
        class: u32, student: Option<u64>, code in 0u32..1 << 20, attempt in 0u8..=MOST_ATTEMPTS,
        questions: u32, receipt: u64, day: Option<u16>,
        replies in proptest::collection::vec(reply(), 0..12),
    ) -> HandedIn {
        let student = student.map(StudentId::from_bits);
        let day = day.and_then(|day| Day::from_epoch(i32::from(day)));
        HandedIn { class, student, code: WallCode::from_bits(code), attempt, questions, receipt, day, replies }
    }
}

proptest! {
    #[test]
    fn what_is_handed_in_arrives(said in said()) {
        prop_assert_eq!(holds(&message(&said)), Ok(said));
    }

    #[test]
    fn any_flipped_bit_is_refused(said in said(), at: prop::sample::Index, bit in 0u8..8) {
        let mut message = message(&said);
        let at = at.index(message.len());
        message[at] ^= 1 << bit;
        prop_assert!(holds(&message).is_err());
    }

    #[test]
    fn any_cut_is_refused(said in said(), keep: prop::sample::Index) {
        let message = message(&said);
        prop_assert!(holds(&message[..keep.index(message.len())]).is_err());
    }

    #[test]
    fn parts_come_in_any_order_and_again(
        said in said(), order in proptest::collection::vec(any::<prop::sample::Index>(), 0..60),
    ) {
        let message = message(&said);
        let frames = frames(&message);
        let mut parts = Parts::default();
        let mut seen = std::collections::BTreeSet::new();
        let every = (0..frames.len()).rev();
        for place in order.iter().map(|at| at.index(frames.len())).chain(every) {
            seen.insert(place);
            let expected = if seen.len() == frames.len() {
                Progress::Whole(message.clone())
            } else {
                Progress::Some { have: seen.len(), of: frames.len() }
            };
            prop_assert_eq!(parts.take(&frames[place]), Ok(expected));
        }
    }

    #[test]
    fn a_text_survives_a_mail_program(all in proptest::collection::vec(said(), 1..4), width in 20usize..90) {
        let messages: Vec<Vec<u8>> = all.iter().map(message).collect();
        let wrapped = messages.iter().map(|message| {
            let text = as_text(message);
            let (begin, rest) = text.split_at("daymark-answer:".len());
            let lines: Vec<String> = rest.as_bytes().chunks(width)
                .map(|line| String::from_utf8(line.to_vec()).unwrap()).collect();
            format!("Hello.\r\n> {begin}{}  From me\r\n", lines.join("\r\n> "))
        });
        let text: String = wrapped.collect();
        prop_assert_eq!(pasted(&text), messages.into_iter().map(Ok).collect::<Vec<_>>());
    }

    #[test]
    fn nothing_that_a_camera_or_a_mail_brings_is_too_much(bytes: Vec<u8>, text: String) {
        let _ = (read(&bytes), pasted(&text), Parts::default().take(&text));
        let _ = Parts::default().take(&base45::encode(&bytes));
        let mut marked = vec![b'D'];
        marked.extend(&bytes);
        let _ = Parts::default().take(&base45::encode(&marked));
    }
}

#[test]
fn a_usual_answer_is_one_small_code() {
    let at = |level| Reply::Level(Score { scale: ScaleId::from_bits(0), level: Level(level) });
    let said = HandedIn {
        class: 1,
        student: Some(StudentId::from_bits(2)),
        code: WallCode::from_bits(3),
        attempt: 0,
        questions: 4,
        receipt: 5,
        day: Day::new(2026, 11, 17),
        replies: vec![at(2), at(3), Reply::Choice(1), Reply::Blank],
    };
    let frames = frames(&message(&said));
    assert_eq!((frames.len(), frames[0].len()), (1, 75));
}

#[test]
fn a_message_of_the_version_without_a_day_is_read() {
    // As an older build wrote it: class 1, code 3, student 2, sum 4, receipt 5, "I don't know yet".
    let mut old = vec![1, 0, 0, 0, 1, 0, 0, 0x31, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 4];
    old.extend([0, 0, 0, 0, 0, 0, 0, 5, 1]);
    let arrived = read(&sealed(old.clone(), &[7; 32])).unwrap();
    assert_eq!((arrived.said.day, &arrived.said.replies), (None, &vec![Reply::DontKnow]));
    assert_eq!(body(&arrived.said), old, "and sealed over the same bytes");
    let dated = HandedIn { day: Day::new(2026, 11, 17), ..arrived.said };
    assert_eq!(body(&dated).len(), old.len() + 2);
}

#[test]
fn a_part_of_another_answer_begins_anew() {
    let one = |n| {
        let text = Reply::Sentence("a".repeat(300));
        let said = HandedIn {
            class: 1,
            student: None,
            code: WallCode::from_bits(3),
            attempt: 0,
            questions: 4,
            receipt: n,
            day: None,
            replies: vec![text],
        };
        frames(&message(&said))
    };
    let (first, second) = (one(1), one(2));
    let mut parts = Parts::default();
    assert_eq!(parts.take(&first[0]), Ok(Progress::Some { have: 1, of: 2 }));
    assert_eq!(parts.take(&second[1]), Ok(Progress::Some { have: 1, of: 2 }));
    assert!(matches!(parts.take(&second[0]), Ok(Progress::Whole(_))));
    assert_eq!(parts.take("https://school.example/"), Err(BadMessage::Foreign));
}

#[test]
fn other_texts_and_newer_ones_are_told_apart() {
    assert_eq!(pasted("Good morning"), [Err(BadMessage::Foreign)]);
    assert_eq!(pasted("daymark-answer:abc"), [Err(BadMessage::Damaged)]);
    assert_eq!(pasted("daymark-answer:a!c."), [Err(BadMessage::Damaged)]);
    assert_eq!(read(&[3, 0, 0]), Err(BadMessage::Newer));
    assert_eq!(read(&[]), Err(BadMessage::Foreign));
    assert_eq!(read(&[1; 12]), Err(BadMessage::Damaged));
}

#[test]
fn the_sum_of_the_questions_is_the_same_for_ever() {
    let check = Check { question: "?".into(), choices: vec!["a".into(), "é".into()], key: Some(1) };
    let named = Skill::named(SkillId::from_bits(7), Subject::Math, "I can add".into(), 0);
    let skill = Skill { check: Some(check), ..named };
    let scale = ScaleId::from_bits(4);
    let ticket = ExitTicket::new(TicketId::from_bits(1), Template::GotIt, &skill, Day::default(), scale);
    assert_eq!(sum(&ticket, Version::A), 1_322_930_542);
    let other = ExitTicket { scale: ScaleId::from_bits(5), ..ticket.clone() };
    assert_ne!(sum(&other, Version::A), sum(&ticket, Version::A));
}

#[test]
fn a_renamed_level_changes_the_sum_only_of_what_asks_for_a_level() {
    let skill = Skill::named(SkillId::from_bits(7), Subject::Math, "I can add".into(), 0);
    let on = |scale, questions| {
        let scale = ScaleId::from_bits(scale);
        let made = ExitTicket::new(TicketId::from_bits(1), Template::Blank, &skill, Day::default(), scale);
        ExitTicket { questions, version_b: vec![Question::Level(Moment::After)], ..made }
    };
    let text = || vec![Question::Sentence];
    assert_eq!(sum(&on(4, text()), Version::A), sum(&on(5, text()), Version::A));
    assert_ne!(sum(&on(4, text()), Version::B), sum(&on(5, text()), Version::B), "the other version does");
    assert_eq!(sum(&on(4, text()), Version::A), 2_145_523_864);
}
