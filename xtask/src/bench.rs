//! `cargo xtask bench`: criterion measures the pure half, then a browser measures the release over the
//! DevTools protocol.

use crate::{
    build, npm,
    process::{cargo, run},
    trouble::Result,
};

pub fn bench() -> Result {
    run(cargo().args(["bench", "-p", "daymark", "--no-default-features"]))?;
    build::build()?;
    run(&mut npm::node("tests/bench/browser.mjs"))
}
