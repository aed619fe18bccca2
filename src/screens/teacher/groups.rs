//! Groups whose day to look again has come, on the teacher's Today.

use leptos::prelude::*;

use crate::domain::notebook::Slot;
use crate::domain::student_group::StudentGroup;
use crate::route::{Route, TeacherScreen};
use crate::session::use_session;
use crate::words::{short_day, words};

/// What is due; nothing at all when nothing is.
#[component]
pub(super) fn GroupsDue() -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        let today = session.today.get();
        session.ask_slots(&[Slot::Groups], |nb| {
            let due = nb.student_groups().into_iter().filter(|group| group.is_due(today));
            due.cloned().collect::<Vec<_>>()
        })
    });
    let g = words().group();
    let line = move |group: StudentGroup| {
        let href = Route::Teacher(TeacherScreen::Group(group.id)).href();
        view! {
            <li>
                <a href=href dir="auto">{group.title}</a>
                <span class="muted sm block">{g.since(&short_day(group.from))}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <section class="card stack talks" aria-labelledby="groups-due">
                <h2 id="groups-due">{g.all_due}</h2>
                <ul class="stack">{move || all.get().into_iter().map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}
