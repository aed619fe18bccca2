//! The recovery code for a forgotten PIN, as it stands on paper: `7K2M-Q0XD-94TW-HB3E`.
//!
//! 80 random bits: whoever tries a code every second for a lifetime has tried none of them to speak of.
//! The letters are those that are hard to mistake for a digit or for one another, and what is mistaken
//! all the same is read as what was meant.

/// Digits and letters without I, L, O and U.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// How many signs a code has.
const LENGTH: usize = 16;
/// How many stand together.
const IN_A_GROUP: usize = 4;

/// Writes random bits as a code, in groups.
pub fn write(bits: [u8; 10]) -> String {
    let number = bits.iter().fold(0u128, |all, byte| (all << 8) | u128::from(*byte));
    let sign = |place: usize| {
        let five = (number >> (5 * (LENGTH - 1 - place))) & 0x1f;
        // Five bits are less than 32.
        usize::try_from(five).ok().and_then(|at| SIGNS.get(at)).map_or('0', |sign| char::from(*sign))
    };
    let mut code = String::new();
    for place in 0..LENGTH {
        if place > 0 && place % IN_A_GROUP == 0 {
            code.push('-');
        }
        code.push(sign(place));
    }
    code
}

/// Reads a code as people type it and gives it back as it was written; `None` when it cannot be one.
pub fn read(text: &str) -> Option<String> {
    let mut code = String::new();
    let mut signs = 0;
    for typed in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.')) {
        let sign = match typed.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            'U' => 'V',
            other => other,
        };
        if !sign.is_ascii() || !SIGNS.iter().any(|known| char::from(*known) == sign) {
            return None;
        }
        if signs > 0 && signs % IN_A_GROUP == 0 {
            code.push('-');
        }
        code.push(sign);
        signs += 1;
    }
    (signs == LENGTH).then_some(code)
}

// The property tests run on the host only.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_is_written_in_groups_of_four() {
        assert_eq!(write([0; 10]), "0000-0000-0000-0000");
        assert_eq!(write([0xff; 10]), "ZZZZ-ZZZZ-ZZZZ-ZZZZ");
        assert_eq!(write([0, 0, 0, 0, 0, 0, 0, 0, 0, 33]), "0000-0000-0000-0011");
    }

    #[test]
    fn it_is_read_as_people_type_it() {
        let read = |text| read(text).unwrap_or_default();
        assert_eq!(read(" 7k2m q0xd 94tw hb3e "), "7K2M-Q0XD-94TW-HB3E");
        assert_eq!(read("7K2MQOXD94TWHB3E"), "7K2M-Q0XD-94TW-HB3E", "the letter O is a zero");
        assert_eq!(read("iIlL–0000-0000-0000"), "1111-0000-0000-0000");
        for wrong in ["", "7K2M", "7K2M-Q0XD-94TW-HB3E-0", "7K2M-Q0XD-94TW-HB3é", "7K2M-Q0XD-94TW-HB3*"] {
            assert_eq!(read(wrong), "", "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(bits: [u8; 10]) {
            let code = write(bits);
            prop_assert_eq!(read(&code), Some(code.clone()));
            prop_assert_eq!(read(&code.to_lowercase().replace('-', " ")), Some(code));
        }

        #[test]
        fn other_bits_are_another_code(one: [u8; 10], other: [u8; 10]) {
            prop_assert_eq!(one == other, write(one) == write(other));
        }
    }
}
