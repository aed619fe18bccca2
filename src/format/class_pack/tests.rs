use super::*;
use crate::domain::hand_in::{HandInKey, KeyOf};
use crate::domain::roster::Student;
use proptest::prelude::*;

const ANA: StudentId = StudentId::from_bits(0xa1);

fn pack(name: &str) -> ClassPack {
    let ana = Student::named(ANA, name);
    let key = |of| HandInKey::new(of, "AAECAw".into());
    ClassPack {
        class: ClassId::from_bits(3),
        whole: true,
        second: vec![ANA],
        things: vec![
            Change::by_teacher(ANA, ana),
            Change::by_teacher(ANA, key(KeyOf::Student)),
            Change::of_class(key(KeyOf::Nobody)),
        ],
    }
}

#[test]
fn a_pack_is_written_like_this_for_ever() {
    let text = r#"{"daymark":"class_pack","class":"0000000000000003","whole":true,"second":["00000000000000a1"]}
{"about":"00000000000000a1","kind":"student","body":{"id":"00000000000000a1","name":"Ana"}}
{"about":"00000000000000a1","kind":"hand_in_key","body":{"of":"student","secret":"AAECAw"}}
{"kind":"hand_in_key","body":{"of":"nobody","secret":"AAECAw"}}"#;
    assert_eq!(write(&pack("Ana")), text);
    assert_eq!(read(text), Ok(pack("Ana")));
    assert_eq!(students(&pack("Ana")), [(ANA, "Ana")]);
}

#[test]
fn what_a_newer_version_adds_is_left_out_and_what_is_broken_is_refused() {
    let text = write(&pack("Ana"));
    let newer = format!("{text}\n{{\"kind\":\"mood_ring\",\"body\":{{}},\"more\":1}}");
    assert_eq!(read(&newer), Ok(pack("Ana")));
    for broken in ["", "{}", &text[..text.len() - 3], &text.replace("class_pack", "backup")] {
        assert_eq!(read(broken), Err(BadPack::Damaged), "{broken}");
    }
}

#[test]
fn a_pack_is_found_in_a_file_and_before_other_words() {
    let text = wrap(&[1, 2, 3, 250]);
    for around in [text.clone(), format!(" {text}\n"), format!("{text}\nMs R")] {
        assert_eq!(unwrap(&around), Ok(vec![1, 2, 3, 250]), "{around}");
    }
    for (bad, why) in [
        ("", BadPack::Empty),
        (" \n", BadPack::Empty),
        ("hello", BadPack::Foreign),
        ("Good morning.", BadPack::Foreign),
        ("1.AB!", BadPack::Damaged),
        ("2.AB", BadPack::Newer),
    ] {
        assert_eq!(unwrap(bad), Err(why), "{bad}");
    }
    assert_eq!(unwrap(&"a".repeat(LONGEST + 1)), Err(BadPack::Foreign));
}

#[test]
fn a_thing_that_this_version_cannot_read_is_of_a_newer_one() {
    let text = write(&pack("Ana"));
    for (from, to) in [(r#""of":"nobody""#, r#""of":"helper""#), (r#""name":"Ana""#, r#""name":["Ana"]"#)] {
        assert_eq!(read(&text.replace(from, to)), Err(BadPack::Newer), "{to}");
    }
}

proptest! {
    #[test]
    fn any_name_travels(name: String) {
        prop_assert_eq!(read(&write(&pack(&name))), Ok(pack(&name)));
    }

    #[test]
    fn nothing_that_is_opened_is_too_much(text: String, bytes: Vec<u8>) {
        let _ = (read(&text), unwrap(&text));
        prop_assert_eq!(unwrap(&wrap(&bytes)), Ok(bytes));
    }
}
