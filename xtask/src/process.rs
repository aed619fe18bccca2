//! Running other programs, always from the repository's folder.

use crate::{
    files,
    trouble::{OrSay, Result, Trouble},
};
use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

pub fn command(program: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(files::root());
    command
}

pub fn cargo() -> Command {
    // Cargo names itself, which keeps the toolchain that the person chose.
    command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()))
}

/// Runs a program whose output the person sees.
pub fn run(command: &mut Command) -> Result {
    let name = name(command);
    let status = command.status().or_say(|| format!("`{name}` could not be started"))?;
    if status.success() { Ok(()) } else { Err(Trouble::new(format!("`{name}` failed."))) }
}

/// Runs a program for its output; `None` when it cannot be started or fails.
pub fn ask(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program that takes text and answers with text.
pub fn filter(command: &mut Command, input: &str) -> Result<String> {
    let name = name(command);
    let cannot = || format!("`{name}` could not be run");
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().or_say(cannot)?;
    if let Some(mut pipe) = child.stdin.take() {
        pipe.write_all(input.as_bytes()).or_say(cannot)?;
    }
    let output = child.wait_with_output().or_say(cannot)?;
    if !output.status.success() {
        return Err(Trouble::new(format!("`{name}` failed.")));
    }
    String::from_utf8(output.stdout).or_say(|| format!("`{name}` did not answer with text"))
}

/// Runs a long step behind one line that says what it is; its own output shows only if it fails.
pub fn run_behind(line: &str, command: &mut Command) -> Result {
    println!("{line} …");
    let name = name(command);
    let Output { status, stdout, stderr } =
        command.output().or_say(|| format!("`{name}` could not be started"))?;
    if status.success() {
        return Ok(());
    }
    let said = format!("{}{}", String::from_utf8_lossy(&stdout), String::from_utf8_lossy(&stderr));
    let lines: Vec<&str> = said.lines().collect();
    let end = lines[lines.len().saturating_sub(15)..].join("\n");
    Err(Trouble::new(format!("{end}\n\nThat step failed.")).mended_by(name))
}

fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
