//! Scripts that are loaded when they are first needed, because no program should wait for them.

use js_sys::Promise;
use leptos::prelude::document;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

// A module can only be loaded on demand by the word `import`, which no binding can call.
#[wasm_bindgen(inline_js = "export function load(address) { return import(address); }")] // tidy: not for people
extern "C" {
    #[wasm_bindgen(js_name = load)]
    fn import(address: &str) -> Promise;
}

/// What the script exports whose address stands in the page under this name, where the build has
/// written it; `None` when it cannot be loaded. Some browsers remember that an address failed, so
/// another try (`again`, counted from 0) asks for it by another name.
pub async fn load(name: &str, again: u32) -> Option<JsValue> {
    let meta = document().query_selector(&format!("meta[name={name}]")).ok()??;
    let base = document().base_uri().ok()??;
    let address = web_sys::Url::new_with_base(&meta.get_attribute("content")?, &base).ok()?.href();
    let address = if again == 0 { address } else { format!("{address}?again={again}") };
    JsFuture::from(import(&address)).await.ok()
}
