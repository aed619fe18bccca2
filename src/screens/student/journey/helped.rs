//! "What helped me": what the student said helps, and the plans by which they reached a goal.

use leptos::prelude::*;

use crate::domain::conference::Offer;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::{Route, StudentScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::words::{short_day, words};

/// What helped, the latest first.
#[component]
pub fn Helped(id: StudentId) -> impl IntoView {
    let session = use_session();
    let helped = Memo::new(move |_| {
        session.ask_slots(&[Slot::Plan(id), Slot::Goals(id)], |nb| {
            let said =
                nb.what_helped(id).into_iter().filter_map(|(day, of)| Some((short_day(day), in_words(of)?)));
            said.collect::<Vec<(String, String)>>()
        })
    });
    let j = words().journey();
    view! {
        <section class="card stack" aria-labelledby="helped-head">
            <h2 id="helped-head">{j.helped}</h2>
            {move || {
                let helped = helped.get();
                if helped.is_empty() {
                    return view! {
                        <Empty text=j.no_helped>
                            <a class="btn small" href=Route::Student(id, StudentScreen::Plan).href()>
                                {words().plan().title}
                            </a>
                        </Empty>
                    }
                        .into_any();
                }
                let line = |(day, text)| view! { <li dir="auto">{text} " " <span class="muted sm">{day}</span></li> };
                view! { <ul class="stack">{helped.into_iter().map(line).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}

fn in_words(of: Offer) -> Option<String> {
    match of {
        Offer::Helps(help) => Some(said::profile::help(help).to_owned()),
        Offer::HelpsToo(text) => Some(text),
        Offer::Plan(plan) => Some(words().goal().plan_said(&plan.action, &plan.obstacle)),
        _ => None,
    }
}
