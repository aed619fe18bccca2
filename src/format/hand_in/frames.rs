//! A message as codes for a camera: one, or several that are shown in turn.
//!
//! Each code holds `D`, the first two bytes of the message's seal (so that parts of two messages are
//! never put together), its place, how many there are, and its piece; all in base45, which codes hold
//! in their dense way.

use super::{BadMessage, LONGEST, SEAL};

/// The most bytes of a message in one code.
const PIECE: usize = 200;
const MARK: u8 = b'D';

/// A message as the texts of codes, in the order in which they are shown.
pub fn frames(message: &[u8]) -> Vec<String> {
    let seal = message.last_chunk::<SEAL>().copied().unwrap_or_default();
    let count = message.len().div_ceil(PIECE);
    let number = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
    let frame = |(place, piece): (usize, &[u8])| {
        let mut bytes = vec![MARK, seal[0], seal[1], number(place), number(count)];
        bytes.extend(piece);
        base45::encode(&bytes)
    };
    message.chunks(PIECE).enumerate().map(frame).collect()
}

/// How far a message has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// So many of its parts are here.
    Some {
        /// Here.
        have: usize,
        /// All.
        of: usize,
    },
    /// All of it is here.
    Whole(Vec<u8>),
}

/// The parts of one message that have come, in whatever order and however often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    of: [u8; 2],
    pieces: Vec<Option<Vec<u8>>>,
}

impl Parts {
    /// Takes the text of a code. A part of another message puts the parts so far aside, because it is
    /// the next student's.
    ///
    /// # Errors
    /// Why it is no part of an answer; the parts so far stay.
    pub fn take(&mut self, text: &str) -> Result<Progress, BadMessage> {
        let bytes = base45::decode(text.trim_end_matches(['\r', '\n'])).map_err(|_| BadMessage::Foreign)?;
        let [MARK, a, b, place, count, ref piece @ ..] = *bytes else { return Err(BadMessage::Foreign) };
        let (place, count) = (usize::from(place), usize::from(count));
        let fits = place < count && count * PIECE <= LONGEST && (1..=PIECE).contains(&piece.len());
        if !fits {
            return Err(BadMessage::Damaged);
        }
        if self.of != [a, b] || self.pieces.len() != count {
            *self = Parts { of: [a, b], pieces: vec![None; count] };
        }
        if let Some(here) = self.pieces.get_mut(place) {
            *here = Some(piece.to_vec());
        }
        let whole: Option<Vec<&[u8]>> = self.pieces.iter().map(Option::as_deref).collect();
        Ok(match whole {
            Some(pieces) => Progress::Whole(pieces.concat()),
            None => Progress::Some { have: self.pieces.iter().flatten().count(), of: count },
        })
    }
}
