//! A student keeps pieces of their work.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::card::card;
use super::form::WorkForm;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::work_sample::WorkSample;
use crate::route::StudentScreen;
use crate::screens::frame;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_if_lost_on;
use crate::words::words;

/// The name of the draft of a new piece of work.
pub(super) const DRAFT: &str = "work";
/// The button that opens the form, which has the focus again when the form is closed.
const ADD: &str = "add-work";

/// The screen.
#[component]
pub fn MyWork(id: StudentId) -> impl IntoView {
    let session = use_session();
    let list = Memo::new(move |_| {
        session.ask_slots(&[Slot::Samples(id)], |nb| {
            nb.work_samples(id).into_iter().cloned().collect::<Vec<WorkSample>>()
        })
    });
    // The form that is open: for a new piece, or for one that is there.
    let open = RwSignal::new(None::<Option<WorkSample>>);
    spawn_local(async move {
        // What was being typed opens by itself.
        if session.draft(id, DRAFT).await.is_some_and(|text| !text.is_empty()) {
            let _ = open.try_set(Some(None));
        }
    });
    // Whether that form holds what would be lost with it.
    let holding = RwSignal::new(false);
    let close = Callback::new(move |()| {
        open.set(None);
        focus_if_lost_on(ADD.to_owned());
    });
    let s = words().sample();
    view! {
        <frame::Student id screen=StudentScreen::Samples>
            <main id="main" class="stack">
                <h1>{s.title}</h1>
                <p>{s.intro}</p>
                {move || open.get().map(|of| view! { <WorkForm id of close holding /> })}
                <button id=ADD class="btn go" hidden=move || open.with(Option::is_some) on:click=move |_| open.set(Some(None))>
                    {s.add}
                </button>
                {move || {
                    let list = list.get();
                    if list.is_empty() {
                        return view! { <Empty text=s.empty /> }.into_any();
                    }
                    view! { <ul class="works">{list.into_iter().map(|of| card(id, of, open, holding)).collect_view()}</ul> }
                        .into_any()
                }}
            </main>
        </frame::Student>
    }
}
