//! What went wrong, as a sentence for the person at the keyboard, with the command that mends it where there
//! is one.

use std::fmt;

pub type Result<T = ()> = std::result::Result<T, Trouble>;

#[derive(Debug, PartialEq, Eq)]
pub struct Trouble {
    sentence: String,
    mend: Option<String>,
}

impl Trouble {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into(), mend: None }
    }

    /// Adds the command that mends it.
    pub fn mended_by(self, command: impl Into<String>) -> Self {
        Self { mend: Some(command.into()), ..self }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence)?;
        match &self.mend {
            Some(command) => write!(f, "\nThis mends it: {command}"),
            None => Ok(()),
        }
    }
}

/// Turns a library's error into a sentence that says what was being done.
pub trait OrSay<T> {
    fn or_say(self, doing: impl FnOnce() -> String) -> Result<T>;
}

impl<T, E: fmt::Display> OrSay<T> for std::result::Result<T, E> {
    fn or_say(self, doing: impl FnOnce() -> String) -> Result<T> {
        self.map_err(|error| Trouble::new(format!("{}: {error}", doing())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trouble_names_the_command_that_mends_it() {
        let trouble = Trouble::new("Node is missing.").mended_by("install Node 20");
        assert_eq!(trouble.to_string(), "Node is missing.\nThis mends it: install Node 20");
    }
}
