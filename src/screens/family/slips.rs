//! Slips of paper with a code, to cut out and send home. On paper nothing else is printed.

use leptos::prelude::*;

use super::link::Draft;
use crate::format::starter::Language;
use crate::ui::qr::QrCode;
use crate::words::{in_language, language, short_day, words};

/// Slips to cut out.
#[component]
pub fn Slips(
    /// The links, one per family.
    drafts: Vec<Draft>,
) -> impl IntoView {
    let slips = drafts.into_iter().map(|draft| view! { <Slip draft /> }).collect_view();
    view! { <ul class="slips">{slips}</ul> }
}

/// One family's slip, in every language, the app's own first.
#[component]
fn Slip(draft: Draft) -> impl IntoView {
    let report = draft.report;
    let others = Language::ALL.into_iter().filter(|other| *other != language());
    let texts = std::iter::once(language()).chain(others).map(|language| {
        in_language(language, || {
            let s = words().share();
            view! {
                <p lang=language.code()>
                    {s.slip_scan}
                    " "
                    {s.slip_until(&short_day(report.expires))}
                </p>
            }
        })
    });
    let texts = texts.collect_view();
    let label = words().share().code(&report.child);
    view! {
        <li class="slip">
            <QrCode text=draft.address label />
            <div class="stack">
                <p>
                    <strong dir="auto">{report.child}</strong>
                    <br />
                    <span class="muted">{report.class}</span>
                </p>
                {texts}
            </div>
        </li>
    }
}
