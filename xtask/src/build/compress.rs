//! Brotli and gzip files beside the plain ones, for hosts that send those that are ready.

use crate::{
    files,
    trouble::{OrSay, Result},
};
use flate2::{Compression, write::GzEncoder};
use std::{io::Write, path::Path};

/// What compression makes smaller; fonts and pictures are compressed already.
const TEXTS: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

pub fn beside(dist: &Path) -> Result {
    for path in files::list(dist)? {
        let is_text = path.rsplit_once('.').is_some_and(|(_, extension)| TEXTS.contains(&extension));
        if is_text {
            let contents = files::read(&dist.join(&path))?;
            files::write(&dist.join(format!("{path}.br")), brotli(&contents)?)?;
            files::write(&dist.join(format!("{path}.gz")), gzip(&contents)?)?;
        }
    }
    Ok(())
}

fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    // Quality 11 in the largest window that every browser takes.
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &contents[..], &mut packed, &settings).or_say(|| "Brotli".into())?;
    Ok(packed)
}

fn gzip(contents: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents).or_say(|| "Gzip".into())?;
    encoder.finish().or_say(|| "Gzip".into())
}
