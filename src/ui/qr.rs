//! A code that a camera reads: own SVG from the code's dark squares.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::scan::{self, Scan};
use crate::words::words;

/// A text as a code. The script that draws it is loaded with the first one.
#[component]
pub fn QrCode(
    /// What the camera reads.
    #[prop(into)]
    text: Signal<String>,
    /// What the picture is, for those who do not see it.
    #[prop(into)]
    label: Signal<String>,
) -> impl IntoView {
    // Nothing while it is loaded, then the script, or `None` when it did not come.
    let script = RwSignal::new_local(None::<Option<Scan>>);
    spawn_local(async move {
        let loaded = scan::load().await;
        // The screen may be gone by now.
        let _ = script.try_set(Some(loaded));
    });
    move || {
        let loaded = script.get()?;
        Some(match loaded.and_then(|scan| scan.drawing(&text.get())) {
            Some((side, path)) => view! {
                <svg class="qr" role="img" aria-label=label viewBox=format!("0 0 {side} {side}") shape-rendering="crispEdges">
                    <path d=path fill="currentColor" />
                </svg>
            }
            .into_any(),
            None => view! { <p class="problem">{words().app().no_code}</p> }.into_any(),
        })
    }
}
