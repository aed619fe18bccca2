//! The latest pieces of work on the journey, small.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::work_sample::WorkSample;
use crate::route::{Route, StudentScreen};
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::photo::Photo;
use crate::words::{short_day, words};

/// How many stand there.
const SHOWN: usize = 4;
/// How much of a text stands there, in characters.
const BEGINNING: usize = 80;

/// The latest pieces of work, and the way to all of them.
#[component]
pub fn Work(id: StudentId) -> impl IntoView {
    let session = use_session();
    let latest = Memo::new(move |_| {
        session.ask_slots(&[Slot::Samples(id)], |nb| {
            nb.work_samples(id).into_iter().take(SHOWN).cloned().collect::<Vec<WorkSample>>()
        })
    });
    let piece = move |of: WorkSample| {
        let photo = of.file.filter(|file| file.is_picture()).map(|file| {
            view! { <Photo load=Box::pin(session.file(id, file.id)) media=file.media /> }
        });
        let beginning: String = of.text.chars().take(BEGINNING).collect();
        let more = (beginning.len() < of.text.len()).then_some("…");
        view! {
            <li class="stack">
                {photo}
                <h3 dir="auto">{of.title}</h3>
                {(!beginning.is_empty()).then(|| view! { <p class="sm" dir="auto">{beginning} {more}</p> })}
                <p class="muted sm">{short_day(of.day)}</p>
            </li>
        }
    };
    let j = words().journey();
    view! {
        <section class="card stack" aria-labelledby="work-head">
            <h2 id="work-head">{j.work}</h2>
            {move || {
                let latest = latest.get();
                if latest.is_empty() {
                    return view! { <Empty text=j.no_work /> }.into_any();
                }
                view! { <ul class="small-works">{latest.into_iter().map(piece).collect_view()}</ul> }.into_any()
            }}
            <a class="btn small" href=Route::Student(id, StudentScreen::Samples).href()>{j.to_work}</a>
        </section>
    }
}
