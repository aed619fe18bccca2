//! The picture lock of a student's screens: three pictures in order. It keeps curious neighbours
//! out; the teacher can always open it.

use leptos::prelude::*;

use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::support::{PICTURES_OF_A_LOCK, PictureLock as Lock};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::picture_lock::PicturePad;
use crate::words::{list, words};

/// What the pictures show, in the order of their places.
pub fn picture_words() -> [&'static str; 12] {
    let l = words().lock();
    [l.sun, l.tree, l.fish, l.star, l.moon, l.boat, l.kite, l.apple, l.bell, l.leaf, l.key, l.house]
}

/// Asks for a student's three pictures.
#[component]
pub(super) fn PictureLock(id: StudentId) -> impl IntoView {
    let session = use_session();
    let tapped = RwSignal::new(Vec::<u8>::new());
    let wrong = RwSignal::new(false);
    let pick = move |place: u8| {
        wrong.set(false);
        tapped.update(|tapped| tapped.push(place));
        let all = tapped.get_untracked();
        if all.len() < PICTURES_OF_A_LOCK {
            return;
        }
        if session.peek(|nb| nb.picture_lock(id).is_none_or(|lock| lock.pictures == all)) {
            session.passing.update(|passing| passing.opened = Some(id));
        } else {
            tapped.set(Vec::new());
            wrong.set(true);
        }
    };
    let name = session.peek(|nb| said::name_of(nb, id));
    let l = words().lock();
    // Without a PIN the teacher's pages are open to everybody here, so no button leads to them.
    let forgotten = if session.preferences.with_untracked(|p| p.pin.is_some()) {
        let href = Route::Teacher(TeacherScreen::Support(id)).href();
        view! { <a class="btn quiet" href=href>{l.teacher}</a> }.into_any()
    } else {
        view! { <p class="muted">{l.forgotten}</p> }.into_any()
    };
    view! {
        <main id="main" class="narrow stack">
            <h1>{l.title(&name)}</h1>
            <p>{l.ask}</p>
            <div class="row between">
                <p role="status">{move || l.tapped(&tapped.with(Vec::len))}</p>
                <button
                    class="btn small"
                    aria-disabled=move || tapped.with(Vec::is_empty).to_string()
                    on:click=move |_| tapped.set(Vec::new())
                >
                    {l.anew}
                </button>
            </div>
            <p class="problem" role="alert">{move || wrong.get().then_some(l.wrong)}</p>
            <PicturePad words=picture_words() label=l.pictures on_pick=Callback::new(pick) />
            <div class="row between">
                <a class="btn" href=Route::Who.href()>{l.back}</a>
                {forgotten}
            </div>
        </main>
    }
}

/// A student sets three pictures, or takes them away.
#[component]
pub fn LockSetting(
    /// Whose screens they lock.
    id: StudentId,
) -> impl IntoView {
    let session = use_session();
    let set = Memo::new(move |_| session.ask_slots(&[Slot::Support(id)], |nb| nb.picture_lock(id).is_some()));
    let chosen = RwSignal::new(Vec::<u8>::new());
    let full = Memo::new(move |_| chosen.with(|chosen| chosen.len() == PICTURES_OF_A_LOCK));
    let pick = move |place: u8| {
        chosen.update(|chosen| {
            // A fourth one begins anew.
            if chosen.len() == PICTURES_OF_A_LOCK {
                chosen.clear();
            }
            chosen.push(place);
        })
    };
    let l = words().lock();
    let keep = move |pictures: Vec<u8>, said: &str| {
        chosen.set(Vec::new());
        // Who has just set a lock need not open it.
        session.passing.update(|passing| passing.opened = Some(id));
        let change = session.peek(|nb| nb.amend_picture_lock(id, Lock { pictures }));
        session.act(vec![change], said.to_owned());
    };
    let said = move || {
        let words = picture_words();
        chosen.with(|chosen| {
            let names = chosen.iter().filter_map(|place| words.get(usize::from(*place)).copied());
            if chosen.is_empty() { l.choose.to_owned() } else { list(names) }
        })
    };
    let save = move |_| {
        if full.get_untracked() {
            keep(chosen.get_untracked(), l.set_said);
        }
    };
    view! {
        <details class="card lock">
            <summary>{l.setting} ": " {move || if set.get() { l.is_set } else { l.is_not_set }}</summary>
            <div class="stack">
                <p class="muted">{l.text}</p>
                <p role="status">{said}</p>
                <PicturePad words=picture_words() label=l.pictures on_pick=Callback::new(pick) />
                <div class="row">
                    <button class="btn go" aria-disabled=move || (!full.get()).to_string() on:click=save>
                        {l.use_these}
                    </button>
                    <Show when=move || set.get()>
                        <button class="btn" on:click=move |_| keep(Vec::new(), l.away_said)>{l.away}</button>
                    </Show>
                </div>
            </div>
        </details>
    }
}
