//! A student's picture lock as the teacher sees it: the three pictures, taking them away, and opening
//! the screens once.

use leptos::prelude::*;

use super::page::name;
use crate::browser;
use crate::domain::entry::{Actor, Change};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::support::PictureLock;
use crate::route::{Route, StudentScreen};
use crate::screens::frame;
use crate::session::use_session;
use crate::ui::icon::Drawing;
use crate::ui::picture_lock::PICTURES;
use crate::words::words;

/// The lock, and what the teacher can do about it.
#[component]
pub fn TeachersLock(id: StudentId) -> impl IntoView {
    let session = use_session();
    let lock = Memo::new(move |_| session.ask_slots(&[Slot::Support(id)], |nb| nb.picture_lock(id).cloned()));
    let set = move || lock.with(Option::is_some);
    let name = name(session, id);
    let s = words().support();
    let away = move |_| {
        let change = session.peek(|nb| nb.amend_picture_lock(id, PictureLock::default()));
        let change = Change { by: Actor::Teacher, ..change };
        session.act(vec![change], s.lock_away_said.to_owned());
    };
    let open = move |_| {
        session.passing.update(|passing| passing.opened = Some(id));
        browser::go(&Route::Student(id, StudentScreen::Today).href());
    };
    let picture = |place: u8| {
        let place = usize::from(place);
        let (paths, word) = PICTURES.get(place).copied().zip(frame::picture_words().get(place).copied())?;
        Some(view! { <li class="picture"><Drawing paths class="drawn" /> <span>{word}</span></li> })
    };
    view! {
        <section class="card stack">
            <h2>{s.lock}</h2>
            <p class="muted">{move || if set() { s.lock_is_set(&name.get()) } else { s.lock_none(&name.get()) }}</p>
            {move || {
                lock.get()
                    .map(|lock| {
                        view! {
                            <ol class="pictures">{lock.pictures.into_iter().map(picture).collect_view()}</ol>
                        }
                    })
            }}
            <Show when=set>
                <div class="row">
                    <button class="btn" on:click=open>{s.open_once}</button>
                    <button class="btn" on:click=away>{s.lock_away}</button>
                </div>
                <p class="muted sm">{s.open_once_text}</p>
            </Show>
        </section>
    }
}
