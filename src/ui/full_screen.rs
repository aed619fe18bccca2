//! The whole screen for one thing, where the browser gives it.

use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type Page;
    // Phones may not have it; the call fails then.
    #[wasm_bindgen(method, catch, js_name = requestFullscreen)]
    fn fill(this: &Page) -> Result<Promise, JsValue>;
}

/// Takes the whole screen. Where the browser gives none, everything stays as it is.
pub async fn enter() {
    let Some(page) = document().document_element() else { return };
    if let Ok(filled) = page.unchecked_ref::<Page>().fill() {
        // A browser that refuses shows the same in its window.
        let _ = JsFuture::from(filled).await;
    }
}

/// Gives the whole screen back.
pub fn leave() {
    if document().fullscreen_element().is_some() {
        document().exit_fullscreen();
    }
}
