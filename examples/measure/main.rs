//! Calculates the cases of files and prints one JSON object for each, a line apiece:
//!
//! ```text
//! cargo run --no-default-features --example measure -- tests/fixtures/measures.json
//! ```
//!
//! A file is a list of `{"id", "formula", "input"}`; whatever else a case holds is left alone. A line
//! is `{"id", "formula", "value"}`, with `null` for a value that is undefined, or `{"id", "error"}` for
//! an unknown formula or an input that does not fit it.

mod formulas;
mod input;

use std::process::ExitCode;

use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

/// A case of a file.
#[derive(Deserialize)]
struct Case {
    id: Value,
    formula: String,
    input: Box<RawValue>,
}

fn main() -> ExitCode {
    let files: Vec<String> = std::env::args().skip(1).collect();
    if files.is_empty() {
        eprintln!("Name at least one file of cases, such as tests/fixtures/measures.json.");
        return ExitCode::FAILURE;
    }
    let mut all_read = true;
    for file in files {
        if let Err(why) = calculate(&file) {
            eprintln!("{file}: {why}");
            all_read = false;
        }
    }
    if all_read { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn calculate(file: &str) -> Result<(), String> {
    let text = std::fs::read_to_string(file).map_err(|why| why.to_string())?;
    let cases: Vec<Value> = serde_json::from_str::<Vec<Box<RawValue>>>(&text)
        .map_err(|why| why.to_string())?
        .iter()
        .map(|case| answer(case.get()))
        .collect();
    for case in cases {
        println!("{case}");
    }
    Ok(())
}

/// A case that is not one costs itself only.
fn answer(case: &str) -> Value {
    let id = || serde_json::from_str::<Value>(case).ok().and_then(|case| case.get("id").cloned());
    match serde_json::from_str::<Case>(case) {
        Ok(Case { id, formula, input }) => match formulas::value(&formula, input.get()) {
            Ok(value) => json!({ "id": id, "formula": formula, "value": value }),
            Err(why) => json!({ "id": id, "error": why }),
        },
        Err(why) => json!({ "id": id(), "error": format!("not a case: {why}") }),
    }
}
