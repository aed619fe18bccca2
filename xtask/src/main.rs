//! `cargo xtask`: everything a person does with Daymark's code, in one program that needs only Rust and Node.
//!
//! A program instead of a shell script, because a fresh machine may be any machine.

mod bench;
mod budget;
mod build;
mod files;
mod npm;
mod parts;
mod process;
mod serve;
mod test;
mod tools;
mod trouble;

use std::process::ExitCode;
use trouble::{Result, Trouble};

const HELP: &str = "\
cargo xtask <command>

  serve [--port N]   build for development and serve on this machine, building again on every change
  build              write the release into dist/, ready for any static host
  test [--quick]     run every check; --quick runs those of the pure half
  bench              measure the pure half and the release in a browser

Called by Trunk: parts, family-page. Called by `test`: budget.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(code) => code,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[&str]) -> Result<ExitCode> {
    match words {
        ["serve"] => serve::serve(None)?,
        ["serve", "--port", port] => serve::serve(Some(serve::parse_port(port)?))?,
        ["build"] => build::build()?,
        ["test"] => return test::test(test::Extent::Whole),
        ["test", "--quick"] => return test::test(test::Extent::Quick),
        ["bench"] => bench::bench()?,
        ["parts"] => parts::make()?,
        ["family-page"] => build::family_page_for_trunk()?,
        ["budget"] => budget::check()?,
        [] | ["help" | "--help" | "-h"] => println!("{HELP}"),
        _ => {
            let asked = words.join(" ");
            return Err(Trouble::new(format!("`cargo xtask {asked}` is not a command.\n\n{HELP}")));
        }
    }
    Ok(ExitCode::SUCCESS)
}
