//! A teacher of children who cannot read much yet gives their screens larger pictures, fewer words and
//! loudspeakers.

use leptos::prelude::*;

use super::settings::amend;
use crate::session::use_session;
use crate::words::words;

/// Whether students see the screens for the youngest.
#[component]
pub fn YoungestSwitch() -> impl IntoView {
    let session = use_session();
    let s = words().settings();
    let on = Memo::new(move |_| session.ask(|nb| nb.class().is_some_and(|class| class.youngest)));
    let flip = move |_| {
        let youngest = !on.get_untracked();
        let change = amend(session, |class| class.youngest = youngest);
        let said = if youngest { s.youngest_on } else { s.youngest_off };
        session.act(change.into_iter().collect(), said.to_owned());
    };
    view! {
        <section class="card stack">
            <h2>{s.youngest}</h2>
            <label class="check">
                <input
                    type="checkbox"
                    aria-describedby="youngest-hint"
                    prop:checked=move || on.get()
                    on:change=flip
                />
                {s.youngest_label}
            </label>
            <p id="youngest-hint" class="muted sm">{s.youngest_hint}</p>
        </section>
    }
}
