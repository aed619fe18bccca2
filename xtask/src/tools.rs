//! The programs that a build needs besides Rust and Node, in a folder of the user's so that every copy of the
//! repository shares them and a second start takes seconds.

use crate::{
    files, npm,
    process::{self, ask, run_behind},
    trouble::{OrSay, Result, Trouble},
};
use std::{
    env,
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

pub const WASM: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";

/// A program that `cargo install` can make.
struct Tool {
    program: &'static str,
    package: &'static str,
    version: String,
    /// Whether it builds from its own lock file or from today's versions. Trunk does not compile without its
    /// lock file.
    locked: bool,
    minutes: u32,
}

/// Everything a build runs with.
pub struct Tools {
    path: OsString,
}

impl Tools {
    /// A program with the tools of this build first on its `PATH`.
    pub fn on(&self, mut command: Command) -> Command {
        command.env("PATH", &self.path);
        command
    }

    pub fn trunk(&self) -> Command {
        let mut trunk = process::command("trunk");
        // Trunk reads NO_COLOR as an option of its own and stops at the customary value `1`; its backtraces
        // help nobody.
        trunk.env_remove("NO_COLOR").env_remove("RUST_BACKTRACE").env("PATH", &self.path);
        trunk
    }
}

/// Checks for everything a build needs and installs what is missing.
pub fn ready() -> Result<Tools> {
    wasm_target()?;
    npm::ready()?;
    let tools = [
        Tool { program: "trunk", package: "trunk", version: TRUNK.into(), locked: true, minutes: 4 },
        Tool {
            program: "wasm-bindgen",
            package: "wasm-bindgen-cli",
            version: locked_version("wasm-bindgen", &files::read_text(&files::root().join("Cargo.lock"))?)?,
            locked: false,
            minutes: 2,
        },
    ];
    let mut folders = Vec::new();
    for tool in &tools {
        folders.extend(tool.ready()?);
    }
    folders.push(npm::modules().join(".bin"));
    folders.extend(env::split_paths(&env::var_os("PATH").unwrap_or_default()));
    let path =
        env::join_paths(folders).or_say(|| "A folder on PATH has a name that cannot be used".into())?;
    Ok(Tools { path })
}

fn wasm_target() -> Result {
    let libraries = ask(process::command("rustc").args(["--print", "target-libdir", "--target", WASM]));
    if libraries.is_some_and(|folder| Path::new(&folder).exists()) {
        return Ok(());
    }
    let mut add = process::command("rustup");
    add.args(["target", "add", WASM]);
    run_behind("Adding the WebAssembly target to Rust (about a minute, once)", &mut add)
}

impl Tool {
    /// The folder to put on `PATH`, or none when the right version is on it already.
    fn ready(&self) -> Result<Option<PathBuf>> {
        let home = tools_folder()?.join(format!("{}-{}", self.program, self.version));
        let folder = home.join("bin");
        if folder.join(self.program).with_extension(env::consts::EXE_EXTENSION).exists() {
            return Ok(Some(folder));
        }
        if self.is_on_path() {
            return Ok(None);
        }
        let line = format!(
            "Installing {} {} into the tools folder (about {} minutes, once)",
            self.program, self.version, self.minutes
        );
        run_behind(&line, &mut self.install(&home))?;
        Ok(Some(folder))
    }

    fn is_on_path(&self) -> bool {
        let answer = ask(process::command(self.program).arg("--version"));
        answer.is_some_and(|answer| answer.split_whitespace().nth(1) == Some(self.version.as_str()))
    }

    fn install(&self, home: &Path) -> Command {
        let mut cargo = process::cargo();
        cargo.args(["install", self.package, "--version", &self.version, "--root"]).arg(home);
        if self.locked {
            cargo.arg("--locked");
        }
        // These tools mostly wait for others, so their own speed is not worth the minutes of an optimized
        // build.
        cargo
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0");
        cargo
    }
}

/// The folder of the user's that keeps the tools; `DAYMARK_TOOLS` chooses another.
fn tools_folder() -> Result<PathBuf> {
    let folder = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = folder("DAYMARK_TOOLS") {
        return Ok(chosen);
    }
    let cache = match env::consts::OS {
        "windows" => folder("LOCALAPPDATA"),
        "macos" => {
            folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join("Library/Caches")))
        }
        _ => folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache"))),
    };
    cache.map(|cache| cache.join("daymark-tools")).ok_or_else(|| {
        Trouble::new("Daymark found no folder of yours for its build tools.")
            .mended_by("set DAYMARK_TOOLS to a folder that you can write to")
    })
}

/// The version of a package in `Cargo.lock`. The wasm-bindgen program must be of the very version the app is
/// built with.
fn locked_version(package: &str, lock: &str) -> Result<String> {
    let wanted = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != wanted).skip(1);
    let version = lines.next().and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'));
    version.map(str::to_owned).ok_or_else(|| {
        Trouble::new(format!("Cargo.lock does not name a version of {package}."))
            .mended_by("cargo generate-lockfile")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_that_of_the_package_and_not_of_a_longer_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-backend\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version("wasm-bindgen", lock), Ok("0.2.130".into()));
    }

    #[test]
    fn a_missing_package_is_said_with_its_name() {
        let trouble = locked_version("wasm-bindgen", "").unwrap_err();
        assert!(trouble.to_string().contains("wasm-bindgen"));
    }
}
