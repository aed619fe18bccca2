//! Where the focus goes when what had it is gone or has to be mended.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Moves the focus to the element with this id.
pub fn focus_on(id: &str) {
    if let Some(Ok(element)) = document().get_element_by_id(id).map(|e| e.dyn_into::<web_sys::HtmlElement>())
    {
        // It fails only for an element that is gone.
        let _ = element.focus();
    }
}
