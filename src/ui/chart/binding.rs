//! The thread to ECharts: loading the bundle, one drawing in one element, and what makes it draw
//! anew. Nothing here knows what is drawn.

use leptos::prelude::{document, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, MediaQueryList, MutationObserver, MutationObserverInit, ResizeObserver};

use crate::ui::script;

#[wasm_bindgen]
extern "C" {
    /// What `chart/entry.js` exports.
    type Bundle;

    #[wasm_bindgen(method, catch)]
    fn init(this: &Bundle, element: &Element) -> Result<Instance, JsValue>;

    /// One chart of ECharts.
    type Instance;

    #[wasm_bindgen(method, catch, js_name = setOption)]
    fn set_option(this: &Instance, option: &JsValue, not_merge: bool) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn resize(this: &Instance) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn dispose(this: &Instance) -> Result<(), JsValue>;
}

/// A chart in an element. It follows the element's size and goes when it is dropped.
pub struct Drawn {
    instance: Instance,
    element: HtmlElement,
    sizes: Option<ResizeObserver>,
    _on_size: Closure<dyn FnMut()>,
}

impl Drawn {
    /// Loads the bundle and makes a chart in `element`; `None` when either does not work. `again` is
    /// the number of the try.
    pub async fn load(element: &HtmlElement, again: u32) -> Option<Drawn> {
        let bundle: Bundle = script::load("daymark-chart", again).await?.unchecked_into();
        let instance = bundle.init(element).ok()?;
        let chart: Instance = instance.clone().unchecked_into();
        let on_size = Closure::<dyn FnMut()>::new(move || {
            // It fails only for a chart that is gone.
            let _ = chart.resize();
        });
        let sizes = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok();
        if let Some(sizes) = &sizes {
            sizes.observe(element);
        }
        Some(Drawn { instance, element: element.clone(), sizes, _on_size: on_size })
    }

    /// Shows an option of ECharts in the place of the one before.
    pub fn show(&self, option: &JsValue) {
        // ECharts tells what it does not understand in the console.
        let _ = self.instance.set_option(option, true);
    }

    /// A colour of the page's tokens as it is right now.
    pub fn colour(&self, token: &str) -> String {
        self.probed(token).unwrap_or_default()
    }

    /// A token holds both the light and the dark colour; only a painted element knows which counts.
    fn probed(&self, token: &str) -> Option<String> {
        let probe: HtmlElement = document().create_element("span").ok()?.dyn_into().ok()?;
        probe.style().set_property("color", &format!("var({token})")).ok()?;
        let parent = self.element.parent_element()?;
        parent.append_child(&probe).ok()?;
        let style = window().get_computed_style(&probe).ok()??;
        let colour = style.get_property_value("color").ok();
        probe.remove();
        colour
    }

    /// The font of the page.
    pub fn font(&self) -> String {
        let style = window().get_computed_style(&self.element).ok().flatten();
        style.and_then(|s| s.get_property_value("font-family").ok()).unwrap_or_default()
    }
}

impl Drop for Drawn {
    fn drop(&mut self) {
        if let Some(sizes) = &self.sizes {
            sizes.disconnect();
        }
        // It fails only for a chart that is gone already.
        let _ = self.instance.dispose();
    }
}

/// Watches for other colours: chosen in the app, or by the device.
pub struct Watch {
    chosen: MutationObserver,
    device: Vec<MediaQueryList>,
    on_change: Closure<dyn FnMut()>,
}

impl Watch {
    /// Calls `changed` whenever the page may have other colours; `None` where that cannot be watched.
    pub fn looks(changed: impl FnMut() + 'static) -> Option<Watch> {
        let on_change = Closure::<dyn FnMut()>::new(changed);
        let call = on_change.as_ref().unchecked_ref();
        let chosen = MutationObserver::new(call).ok()?;
        let what = MutationObserverInit::new();
        what.set_attributes(true);
        chosen.observe_with_options(&document().document_element()?.into(), &what).ok()?;
        let queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)"];
        let device: Vec<MediaQueryList> =
            queries.iter().filter_map(|query| window().match_media(query).ok().flatten()).collect();
        for query in &device {
            // It fails only for a listener that is no function.
            let _ = query.add_event_listener_with_callback("change", call);
        }
        Some(Watch { chosen, device, on_change })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.chosen.disconnect();
        let call = self.on_change.as_ref().unchecked_ref();
        for query in &self.device {
            let _ = query.remove_event_listener_with_callback("change", call);
        }
    }
}
