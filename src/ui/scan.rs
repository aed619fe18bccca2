//! The thread to the script that draws codes, reads them with a camera and packs texts
//! (`scan/entry.js`).

use std::cell::Cell;

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::script;

#[wasm_bindgen]
extern "C" {
    /// What `scan/entry.js` exports.
    #[derive(Clone)]
    pub type Scan;

    #[wasm_bindgen(method, catch, js_name = drawing)]
    fn draw(this: &Scan, text: &str) -> Result<Array, JsValue>;

    #[wasm_bindgen(method, js_name = packed)]
    fn pack(this: &Scan, text: &str) -> Promise;

    #[wasm_bindgen(method, js_name = unpacked)]
    fn unpack(this: &Scan, bytes: &Uint8Array, most: f64) -> Promise;

    #[wasm_bindgen(method, js_name = watch)]
    fn start(this: &Scan, video: &web_sys::Element, found: &JsValue) -> Promise;

    /// A camera that is watched.
    type Watched;

    #[wasm_bindgen(method)]
    fn stop(this: &Watched);
}

thread_local! {
    static TRIES: Cell<u32> = const { Cell::new(0) };
}

/// Loads the script; `None` when it does not come. A later call tries again.
pub async fn load() -> Option<Scan> {
    let loaded = script::load("daymark-scan", TRIES.get()).await;
    if loaded.is_none() {
        TRIES.set(TRIES.get().wrapping_add(1));
    }
    Some(loaded?.unchecked_into())
}

impl Scan {
    /// A text as a code: its side in squares and its dark squares as an SVG path; `None` when no code
    /// holds that much.
    pub fn drawing(&self, text: &str) -> Option<(u32, String)> {
        let drawn = self.draw(text).ok()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 185 squares")]
        let side = drawn.get(0).as_f64()? as u32;
        Some((side, drawn.get(1).as_string()?))
    }

    /// A text in fewer bytes.
    pub async fn packed(&self, text: &str) -> Option<Vec<u8>> {
        let packed = JsFuture::from(self.pack(text)).await.ok()?;
        Some(Uint8Array::new(&packed).to_vec())
    }

    /// The text in such bytes; `None` for other bytes, and for more than `most` bytes of text.
    pub async fn unpacked(&self, bytes: &[u8], most: u32) -> Option<String> {
        JsFuture::from(self.unpack(&Uint8Array::from(bytes), most.into())).await.ok()?.as_string()
    }

    /// Shows the camera in a video element and calls `found` with every code it sees, for as long as
    /// the answer lives.
    ///
    /// # Errors
    /// Why there is no picture.
    pub async fn watch(
        &self,
        video: &web_sys::Element,
        found: impl FnMut(String) + 'static,
    ) -> Result<Camera, NoCamera> {
        let found = Closure::<dyn FnMut(String)>::new(found);
        let watched = JsFuture::from(self.start(video, found.as_ref())).await;
        match watched {
            Ok(watched) => Ok(Camera { watched: watched.unchecked_into(), _found: found }),
            Err(why) => Err(match why.as_string().as_deref() {
                Some("denied") => NoCamera::Denied,
                Some("busy") => NoCamera::Busy,
                _ => NoCamera::Missing,
            }),
        }
    }
}

/// Why there is no picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCamera {
    /// There is no camera, or the page may not use any.
    Missing,
    /// The person, or whoever manages the device, does not allow it.
    Denied,
    /// Another program has it.
    Busy,
    /// The script that reads codes did not come.
    NotLoaded,
}

/// A camera that is on. It goes off when this is dropped.
pub struct Camera {
    watched: Watched,
    _found: Closure<dyn FnMut(String)>,
}

impl Drop for Camera {
    fn drop(&mut self) {
        self.watched.stop();
    }
}
