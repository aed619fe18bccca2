//! Reading aloud: what stands on the screen, sentence by sentence, with the sentence marked. The voice, the
//! mark and the buttons are a script (`aloud/entry.js`) that is loaded when it is first asked for.

use js_sys::Array;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::icon::{Icon, Picture};
use super::script;
use crate::browser;
use crate::words::words;

#[wasm_bindgen]
extern "C" {
    /// What `aloud/entry.js` exports.
    type Aloud;

    #[wasm_bindgen(method)]
    fn read(this: &Aloud, root: &web_sys::Element, words: &Array, leads: bool);
}

/// How often loading is tried: once more by another name, because some browsers remember a failure.
const TRIES: u32 = 2;

/// Reads an element aloud, or stops when it is this one that is being read.
fn start(root: Option<web_sys::Element>, leads: bool, failed: RwSignal<bool>) {
    let Some(root) = root else { return };
    let a = words().looks();
    let words = [a.reading, a.sentence_back, a.pause, a.go_on, a.next_sentence, a.stop, a.no_voice, a.close];
    let words: Array = words.into_iter().map(JsValue::from).collect();
    spawn_local(async move {
        for again in 0..TRIES {
            if let Some(script) = script::load("daymark-aloud", again).await {
                script.unchecked_into::<Aloud>().read(&root, &words, leads);
                return;
            }
        }
        // The screen may be gone by then.
        let _ = failed.try_set(true);
    });
}

/// Reads the page aloud and leads the focus to the buttons of reading. `failed` becomes true when the script
/// does not come.
pub fn read_page(failed: RwSignal<bool>) {
    failed.set(false);
    start(document().get_element_by_id("main"), true, failed);
}

/// Reads the element with this id aloud; a second time stops it.
pub fn read(id: &str) {
    // Who may not hear it can still read it.
    start(document().get_element_by_id(id), false, RwSignal::new(false));
}

/// A loudspeaker that reads what stands after it. Only the screens for the youngest show it.
#[component]
pub fn Say() -> impl IntoView {
    let say = |event: leptos::ev::MouseEvent| {
        let button = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        start(button.and_then(|button| button.next_element_sibling()), false, RwSignal::new(false));
    };
    browser::can_speak().then(|| {
        view! {
            <button class="btn icon-only say" type="button" aria-label=words().looks().say on:click=say>
                <Icon of=Picture::Speak />
            </button>
        }
    })
}
