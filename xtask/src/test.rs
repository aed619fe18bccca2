//! `cargo xtask test`: every check, in the order of what fails soonest, with a summary at the end.

use crate::{
    budget, build, npm,
    process::{cargo, run},
    tools,
    trouble::Result,
};
use std::{
    process::{Command, ExitCode},
    time::{Duration, Instant},
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// What needs neither a browser nor a build: seconds.
    Quick,
    Whole,
}

struct Step {
    name: &'static str,
    extent: Extent,
    check: fn() -> Result,
}

const STEPS: [Step; 11] = [
    quick("format", || run(cargo().args(["fmt", "--all", "--check"]))),
    quick("clippy, pure half", || clippy(&["-p", "daymark", "--no-default-features", "--all-targets"])),
    quick("tests, pure half", || run(cargo().args(["test", "-p", "daymark", "--no-default-features"]))),
    whole("set-up", || tools::ready().map(|_| ())),
    whole("clippy, xtask", || clippy(&["-p", "xtask", "--all-targets"])),
    whole("tests, xtask", || run(cargo().args(["test", "-p", "xtask"]))),
    whole("clippy, browser half", || {
        clippy(&["-p", "daymark", "--target", tools::WASM, "--lib", "--bins", "--tests"])
    }),
    whole("tests in a browser", || run(&mut on_tools("xtask/js/wasm-tests.mjs")?)),
    whole("release", build::build),
    whole("size budgets", budget::check),
    whole("journeys", || {
        run(npm::playwright().args(["test", "--config", "tests/e2e/playwright.config.mjs"]))
    }),
];

const fn quick(name: &'static str, check: fn() -> Result) -> Step {
    Step { name, extent: Extent::Quick, check }
}

const fn whole(name: &'static str, check: fn() -> Result) -> Step {
    Step { name, extent: Extent::Whole, check }
}

struct Outcome {
    name: &'static str,
    took: Duration,
    result: Result,
}

/// Runs the steps to the end, whatever fails on the way, so that one run tells everything.
pub fn test(extent: Extent) -> Result<ExitCode> {
    let steps: Vec<&Step> =
        STEPS.iter().filter(|step| extent == Extent::Whole || step.extent == extent).collect();
    let mut outcomes = Vec::new();
    for (index, step) in steps.iter().enumerate() {
        println!("\n── {} ({} of {})", step.name, index + 1, steps.len());
        let start = Instant::now();
        let result = (step.check)();
        if let Err(trouble) = &result {
            println!("{trouble}");
        }
        outcomes.push(Outcome { name: step.name, took: start.elapsed(), result });
    }
    Ok(summary(&outcomes))
}

fn summary(outcomes: &[Outcome]) -> ExitCode {
    println!("\n── summary");
    for Outcome { name, took, result } in outcomes {
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("{word}  {name:<22}{:>7.1} s", took.as_secs_f32());
    }
    let failed = outcomes.iter().filter(|outcome| outcome.result.is_err()).count();
    println!("{} passed, {failed} failed", outcomes.len() - failed);
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn clippy(packages: &[&str]) -> Result {
    run(cargo().arg("clippy").args(packages).args(["--", "-D", "warnings"]))
}

/// A script of ours with the build's tools on its `PATH`.
fn on_tools(script: &str) -> Result<Command> {
    Ok(tools::ready()?.on(npm::node(script)))
}
