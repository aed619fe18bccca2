//! The photo or file that a student has picked for a piece of work and that is not kept yet.

use crate::browser;
use crate::domain::id::FileId;
use crate::domain::work_sample::{KeptFile, LARGEST_FILE, LARGEST_PHOTO};
use crate::ui::photo::smaller;
use crate::words::{figure, words};

/// The longest name of a file that is kept, in characters.
const LONGEST_NAME: usize = 100;
/// The kinds of pictures that are kept as files: those that are drawn, not taken.
const DRAWN: &str = "image/svg";

/// A photo or file with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// What will stand in the entry.
    pub file: KeptFile,
    /// What will lie beside it.
    pub bytes: Vec<u8>,
}

/// Whether a file is a photo, which is made smaller.
pub fn is_photo(file: &web_sys::File) -> bool {
    file.type_().starts_with("image/") && !file.type_().starts_with(DRAWN)
}

/// Takes up a file that was chosen; a photo is made smaller.
///
/// # Errors
/// A sentence with one thing to do.
pub async fn pick(file: web_sys::File) -> Result<Picked, String> {
    let s = words().sample();
    let (bytes, media) = if file.size() < 1.0 {
        return Err(s.empty_file.to_owned());
    } else if is_photo(&file) {
        let small = smaller(&file, LARGEST_PHOTO).await.ok_or(s.cannot_open)?;
        (small.bytes, small.media)
    } else {
        // Asked first, so that a film is not read into the memory of a small device.
        #[expect(clippy::cast_precision_loss, reason = "half a million")]
        if file.size() > LARGEST_FILE as f64 {
            return Err(s.too_large(&figure(file.size() / 1_000_000.0)));
        }
        (browser::read_file(&file).await.map_err(|_| s.unreadable.to_owned())?, file.type_())
    };
    let name = file.name().chars().take(LONGEST_NAME).collect();
    let id = FileId::from_bits(browser::random_bits());
    let size = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    Ok(Picked { file: KeptFile { id, name, media, bytes: size }, bytes })
}
