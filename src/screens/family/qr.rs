//! A code that a phone's camera reads: own SVG from the code's dark squares.

use std::fmt::Write as _;

use fast_qr::ECL;
use fast_qr::qr::QRBuilder;
use leptos::prelude::*;

/// The empty border that a camera needs around a code, in squares.
const QUIET: usize = 4;

/// A text as a code; nothing when no code holds that much.
#[component]
pub fn QrCode(
    /// What the camera reads.
    text: String,
    /// What the picture is, for those who do not see it.
    #[prop(into)]
    label: String,
) -> impl IntoView {
    drawing(&text).map(|(size, path)| {
        view! {
            <svg class="qr" role="img" aria-label=label viewBox=format!("0 0 {size} {size}") shape-rendering="crispEdges">
                <path d=path fill="currentColor" />
            </svg>
        }
    })
}

/// The side of the picture in squares, and its dark squares as a path: one piece per run in a row.
fn drawing(text: &str) -> Option<(usize, String)> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let mut path = String::new();
    for y in 0..code.size {
        let row = &code[y];
        let mut x = 0;
        while x < row.len() {
            let run = row[x..].iter().take_while(|square| square.value()).count();
            if run > 0 {
                // Writing to a string cannot fail.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    Some((code.size + 2 * QUIET, path))
}
