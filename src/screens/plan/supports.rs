//! What is set up for a student, in plain words; only the teacher changes it.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::use_session;
use crate::words::{percent, words};

/// The section of what is set up.
#[component]
pub fn Supports(id: StudentId) -> impl IntoView {
    let session = use_session();
    let set_up = Memo::new(move |_| session.ask_slots(&[Slot::Support(id)], |nb| nb.accommodations(id)));
    let p = words().plan();
    let lines = move || {
        let all = set_up.get();
        let said = [
            (all.extra_time > 0).then(|| p.support_time(&percent(f64::from(all.extra_time) / 100.0))),
            all.read_aloud.then(|| p.support_aloud.to_owned()),
            all.larger_text.then(|| p.support_text.to_owned()),
            said::language_of(&all).map(|language| p.support_language(&language)),
        ];
        let said: Vec<String> = said.into_iter().flatten().collect();
        if said.is_empty() {
            return view! { <p class="muted">{p.supports_none}</p> }.into_any();
        }
        view! {
            <ul class="marked">{said.into_iter().map(|text| view! { <li>{text}</li> }).collect_view()}</ul>
            <p class="muted sm">{p.supports_text}</p>
        }
        .into_any()
    };
    view! {
        <section class="card stack" aria-labelledby="supports-head">
            <h2 id="supports-head">{p.supports}</h2>
            {lines}
        </section>
    }
}
