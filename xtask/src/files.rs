//! Where things are, and reading and writing them with errors that name the file.

use crate::trouble::{OrSay, Result};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of the repository. Cargo names this package's folder when it runs the program.
pub fn root() -> PathBuf {
    let xtask = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask.parent().map(Path::to_path_buf).unwrap_or(xtask)
}

/// Where `cargo xtask build` leaves the release.
pub fn dist() -> PathBuf {
    root().join("dist")
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).or_say(|| format!("Could not read {}", path.display()))
}

pub fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).or_say(|| format!("Could not read {}", path.display()))
}

/// Writes a file, making its folder.
pub fn write(path: &Path, contents: impl AsRef<[u8]>) -> Result {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).or_say(|| format!("Could not make the folder {}", folder.display()))?;
    }
    fs::write(path, contents).or_say(|| format!("Could not write {}", path.display()))
}

pub fn remove(path: &Path) -> Result {
    fs::remove_file(path).or_say(|| format!("Could not remove {}", path.display()))
}

pub fn remove_folder(path: &Path) -> Result {
    if !path.exists() {
        return Ok(());
    }
    fs::remove_dir_all(path).or_say(|| format!("Could not remove {}", path.display()))
}

/// Every file below a folder as a path relative to it with forward slashes, in one fixed order.
pub fn list(folder: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, prefix: &str, found: &mut Vec<String>) -> Result {
    let cannot = || format!("Could not list {}", folder.display());
    for entry in fs::read_dir(folder).or_say(cannot)? {
        let entry = entry.or_say(cannot)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().or_say(cannot)?.is_dir() {
            collect(&entry.path(), &format!("{path}/"), found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}
