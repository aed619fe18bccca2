//! A message as text: copied into a mail or a chat, or saved as a file.

use super::{BadMessage, decode, encode};

/// What the text of a message begins with.
const BEGIN: &str = "daymark-answer:";
/// The sign after it, so that words that follow are no part of it.
const END: char = '.';
/// The most messages read from one text; more are surely not one class.
const MOST: usize = 500;

/// A message as a line of text.
pub fn as_text(message: &[u8]) -> String {
    format!("{BEGIN}{}{END}", encode(message))
}

/// All messages in a text, whatever stands between them. Line breaks and the signs that mail programs
/// put before quoted lines may stand inside a message too.
pub fn pasted(text: &str) -> Vec<Result<Vec<u8>, BadMessage>> {
    let message = |rest: &str| {
        let (message, _) = rest.split_once(END).ok_or(BadMessage::Damaged)?;
        let signs: String = message.chars().filter(|c| !c.is_whitespace() && *c != '>').collect();
        decode(&signs).ok_or(BadMessage::Damaged)
    };
    let found: Vec<_> = text.split(BEGIN).skip(1).take(MOST).map(message).collect();
    if found.is_empty() { vec![Err(BadMessage::Foreign)] } else { found }
}
