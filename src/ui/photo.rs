//! Photos: made small in the browser before they are kept, and shown again from their bytes.
//!
//! A photo is always drawn anew, also when it is small already: what a camera writes beside the
//! picture, such as the place it was taken at, is left behind.

use std::future::Future;
use std::pin::Pin;

use js_sys::{Array, Object, Promise, Reflect, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::words::words;

#[wasm_bindgen]
extern "C" {
    type Bitmap;
    #[wasm_bindgen(catch, js_name = createImageBitmap)]
    fn decode(file: &web_sys::Blob) -> Result<Promise, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn width(this: &Bitmap) -> f64;
    #[wasm_bindgen(method, getter)]
    fn height(this: &Bitmap) -> f64;
    #[wasm_bindgen(method)]
    fn close(this: &Bitmap);

    #[wasm_bindgen(js_name = OffscreenCanvas)]
    type Canvas;
    #[wasm_bindgen(constructor, js_class = "OffscreenCanvas", catch)]
    fn new(width: f64, height: f64) -> Result<Canvas, JsValue>;
    #[wasm_bindgen(method, js_class = "OffscreenCanvas", js_name = getContext)]
    fn pen(this: &Canvas, kind: &str) -> Option<Pen>;
    #[wasm_bindgen(method, js_class = "OffscreenCanvas", js_name = convertToBlob, catch)]
    fn written(this: &Canvas, how: &Object) -> Result<Promise, JsValue>;

    type Pen;
    #[wasm_bindgen(method, setter, js_name = fillStyle)]
    fn dip(this: &Pen, colour: &str);
    #[wasm_bindgen(method, setter, js_name = imageSmoothingQuality)]
    fn smooth(this: &Pen, quality: &str);
    #[wasm_bindgen(method, js_name = fillRect)]
    fn fill(this: &Pen, x: f64, y: f64, width: f64, height: f64);
    #[wasm_bindgen(method, js_name = drawImage, catch)]
    fn draw(this: &Pen, of: &Bitmap, x: f64, y: f64, width: f64, height: f64) -> Result<(), JsValue>;
}

/// The longest side in pixels and the quality of each try, the best first. The last one is small enough
/// for any picture.
const TRIES: [(f64, f64); 6] =
    [(1600.0, 0.8), (1600.0, 0.6), (1280.0, 0.5), (1024.0, 0.4), (800.0, 0.4), (480.0, 0.3)];

/// A photo as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Small {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Their media type.
    pub media: String,
}

/// A photo in at most so many bytes; `None` when the browser cannot open it.
pub async fn smaller(file: &web_sys::Blob, most: usize) -> Option<Small> {
    let bitmap: Bitmap = JsFuture::from(decode(file).ok()?).await.ok()?.unchecked_into();
    let mut small = None;
    for (side, quality) in TRIES {
        small = drawn(&bitmap, side, quality).await;
        if small.as_ref().is_none_or(|small| small.bytes.len() <= most) {
            break;
        }
    }
    bitmap.close();
    small.filter(|small| small.bytes.len() <= most)
}

/// The picture with its longest side at most this long. Browsers that do not write WebP give another
/// format for it, which is as large as the picture; they are asked for JPEG then.
async fn drawn(bitmap: &Bitmap, side: f64, quality: f64) -> Option<Small> {
    let (width, height) = (bitmap.width(), bitmap.height());
    let scale = (side / width.max(height)).min(1.0);
    let (width, height) = ((width * scale).round().max(1.0), (height * scale).round().max(1.0));
    let canvas = Canvas::new(width, height).ok()?;
    let pen = canvas.pen("2d")?;
    // Drawings are often on nothing, which would be dark on a dark screen.
    pen.dip("white");
    pen.fill(0.0, 0.0, width, height);
    pen.smooth("high");
    pen.draw(bitmap, 0.0, 0.0, width, height).ok()?;
    for media in ["image/webp", "image/jpeg"] {
        let how = Object::new();
        // Setting a property of a fresh plain object cannot fail.
        let _ = Reflect::set(&how, &"type".into(), &media.into());
        let _ = Reflect::set(&how, &"quality".into(), &quality.into());
        let blob: web_sys::Blob = JsFuture::from(canvas.written(&how).ok()?).await.ok()?.unchecked_into();
        if blob.type_() == media {
            let bytes = JsFuture::from(blob.array_buffer()).await.ok()?;
            return Some(Small { bytes: Uint8Array::new(&bytes).to_vec(), media: media.to_owned() });
        }
    }
    None
}

/// The bytes of a photo, once they are there; `None` when they are not on this device.
pub type Loading = Pin<Box<dyn Future<Output = Option<Vec<u8>>>>>;

/// A photo from its bytes.
#[component]
pub fn Photo(
    /// Its bytes.
    load: Loading,
    /// Their media type.
    media: String,
    /// What is on it; empty when the words beside it say so.
    #[prop(optional, into)]
    alt: String,
) -> impl IntoView {
    // Nothing while it is loaded, then its address, or `None` when there is none.
    let address = ArcRwSignal::new(None::<Option<String>>);
    let gone = ArcRwSignal::new(false);
    let (shown, left) = (address.clone(), (address.clone(), gone.clone()));
    on_cleanup(move || {
        left.1.set(true);
        if let Some(Some(address)) = left.0.get_untracked() {
            give_back(&address);
        }
    });
    spawn_local(async move {
        let found = load.await.and_then(|bytes| address_of(&bytes, &media));
        if gone.get_untracked() {
            // The screen was left meanwhile.
            if let Some(address) = found {
                give_back(&address);
            }
        } else {
            address.set(Some(found));
        }
    });
    move || {
        let alt = alt.clone();
        shown.get().map(|address| match address {
            Some(address) => view! { <img class="photo" src=address alt=alt /> }.into_any(),
            None => view! { <span class="muted sm">{words().sample().not_here}</span> }.into_any(),
        })
    }
}

fn address_of(bytes: &[u8], media: &str) -> Option<String> {
    let bag = web_sys::BlobPropertyBag::new();
    bag.set_type(media);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &bag).ok()?;
    web_sys::Url::create_object_url_with_blob(&blob).ok()
}

fn give_back(address: &str) {
    // It fails only for an address that is none.
    let _ = web_sys::Url::revoke_object_url(address);
}
