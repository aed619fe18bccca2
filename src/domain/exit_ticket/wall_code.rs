//! The code on the wall: four characters that open the right ticket on a device without a network.
//!
//! A student's device has the class's skills and templates already (from the class pack). The code
//! is drawn from what the ticket was made of and a number that tells tickets of one make apart, so
//! that the device finds the make by trying all it knows. No clock and no network takes part.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

mod make;

pub(in crate::domain) use make::COMES_ROUND_AFTER;
pub use make::Make;

/// The letters and digits of a code: no I, L, O or U, which are mistaken for others.
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Four characters, 20 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WallCode(u32);

/// A text that is no wall code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a wall code: 4 letters and digits")]
pub struct NotAWallCode;

impl WallCode {
    /// The code with these 20 bits; higher bits are dropped.
    pub const fn from_bits(bits: u32) -> WallCode {
        WallCode(bits & 0xf_ffff)
    }

    /// The 20 bits.
    pub const fn bits(self) -> u32 {
        self.0
    }
}

impl fmt::Display for WallCode {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for place in (0..4).rev() {
            let sign = SIGNS[(self.0 >> (5 * place) & 31) as usize];
            write!(f, "{}", char::from(sign))?;
        }
        Ok(())
    }
}

impl FromStr for WallCode {
    type Err = NotAWallCode;

    /// Reads a code as a child types it: in small letters, with a space, with O for 0 or I for 1.
    fn from_str(text: &str) -> Result<WallCode, NotAWallCode> {
        let mut bits = 0;
        let mut count = 0;
        for sign in text.chars().filter(|c| !c.is_whitespace() && *c != '-') {
            let sign = match sign.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                'U' => 'V',
                other => other,
            };
            let value = SIGNS.iter().position(|s| char::from(*s) == sign).ok_or(NotAWallCode)?;
            bits = bits << 5 | u32::try_from(value).map_err(|_| NotAWallCode)?;
            count += 1;
            if count > 4 {
                return Err(NotAWallCode);
            }
        }
        if count == 4 { Ok(WallCode(bits)) } else { Err(NotAWallCode) }
    }
}

impl Serialize for WallCode {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WallCode {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_written_and_as_children_type_it() {
        for bits in [0, 1, 0x3_5a7f, 0xf_ffff] {
            let code = WallCode::from_bits(bits);
            assert_eq!(code.to_string().len(), 4);
            assert_eq!(code.to_string().parse(), Ok(code));
        }
        let code: WallCode = "7K01".parse().unwrap();
        for typed in ["7k01", " 7K 01 ", "7K-O1", "7koi", "7kOl"] {
            assert_eq!(typed.parse(), Ok(code), "{typed}");
        }
        for typed in ["", "7K0", "7K012", "7K0!", "7K0é"] {
            assert_eq!(typed.parse::<WallCode>(), Err(NotAWallCode), "{typed}");
        }
    }
}
