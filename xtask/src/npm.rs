//! The parts that come from npm. They are called through `node` and their own files, which works on every
//! system alike.

use crate::{
    files,
    process::{self, ask, run_behind},
    trouble::{Result, Trouble},
};
use sha2::{Digest, Sha256};
use std::{path::PathBuf, process::Command};

const NODE: u32 = 20;

/// Checks Node and installs the npm parts when the lock file is not the one that they were installed from.
pub fn ready() -> Result {
    check_node()?;
    let lock = files::read(&files::root().join("package-lock.json"))?;
    let wanted = data_encoding::HEXLOWER.encode(&Sha256::digest(&lock));
    let stamp = modules().join(".daymark-lock");
    if files::read_text(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    run_behind("Installing the npm parts (about half a minute, once)", &mut install())?;
    files::write(&stamp, wanted)
}

fn check_node() -> Result {
    let mend = format!("install Node {NODE} or newer from https://nodejs.org, then open a new terminal");
    let Some(version) = ask(process::command("node").arg("--version")) else {
        return Err(Trouble::new("Daymark's charts and styles are built with Node, which was not found.")
            .mended_by(mend));
    };
    let major = version.trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    match major {
        Some(major) if major >= NODE => Ok(()),
        _ => Err(Trouble::new(format!("Node {version} is too old for Daymark's build.")).mended_by(mend)),
    }
}

fn install() -> Command {
    let mut npm = process::command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    // No part needs its install script, so none of them is run.
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    npm
}

pub fn modules() -> PathBuf {
    files::root().join("node_modules")
}

pub fn esbuild() -> Command {
    node("node_modules/esbuild/bin/esbuild")
}

pub fn playwright() -> Command {
    node("node_modules/@playwright/test/cli.js")
}

pub fn node(script: &str) -> Command {
    let mut node = process::command("node");
    node.arg(script);
    node
}
