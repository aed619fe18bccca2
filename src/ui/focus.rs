//! Where the keyboard's focus goes when what had it is gone.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Moves the focus to the element with this id.
pub fn focus_on(id: &str) {
    focus(document().get_element_by_id(id));
}

/// Brings the element with this id to the top of the screen and moves the focus there. A link would
/// need the address for it, and that belongs to the routes.
pub fn go_to(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        focus(Some(element));
    }
}

/// Moves the focus to the screen's heading.
pub fn focus_heading() {
    if let Ok(Some(heading)) = document().query_selector("main h1") {
        // It fails only for an element that is gone.
        let _ = heading.set_attribute("tabindex", "-1");
        focus(Some(heading));
    }
}

fn focus(element: Option<web_sys::Element>) {
    if let Some(Ok(element)) = element.map(JsCast::dyn_into::<web_sys::HtmlElement>) {
        // It fails only for an element that is gone.
        let _ = element.focus();
    }
}

/// Moves the focus to the heading when what had it is not on the screen any more, as after another
/// class was opened.
pub fn focus_if_lost() {
    when_lost(focus_heading);
}

/// Moves the focus to the element with this id when what had it is not on the screen any more.
pub fn focus_if_lost_on(id: String) {
    when_lost(move || focus_on(&id));
}

fn when_lost(go: impl FnOnce() + 'static) {
    request_animation_frame(|| {
        if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
            go();
        }
    });
}
