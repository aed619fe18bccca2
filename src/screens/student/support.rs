//! What helps one student whenever they answer, and the lock of their screens: the teacher sets it up.

use leptos::prelude::*;

use super::lock::TeachersLock;
use super::page::name;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::support::Accommodations;
use crate::format::starter::Language;
use crate::route::{Route, TeacherScreen};
use crate::session::{Session, use_session};
use crate::ui::empty::Empty;
use crate::words::{percent, words};

/// Extra time to choose from, in percent.
const EXTRA_TIME: [u16; 4] = [0, 25, 50, 100];

/// The screen.
#[component]
pub fn Support(id: StudentId) -> impl IntoView {
    let session = use_session();
    let known = Memo::new(move |_| session.ask_slots(&[Slot::Roster], |nb| nb.student(id).is_some()));
    let name = name(session, id);
    let (s, p) = (words().support(), words().person());
    view! {
        <main id="main" class="narrow stack">
            <Show
                when=move || known.get()
                fallback=move || {
                    view! {
                        <h1>{p.nav}</h1>
                        <Empty text=p.nobody />
                    }
                }
            >
                <a class="btn small" href=Route::Teacher(TeacherScreen::Student(id)).href()>
                    {move || s.back(&name.get())}
                </a>
                <h1>{move || s.title(&name.get())}</h1>
                <p class="muted">{s.text}</p>
                <Helps id />
                <TeachersLock id />
            </Show>
        </main>
    }
}

/// Changes one thing that is set up, and says so with an undo.
fn amend(session: Session, id: StudentId, how: impl FnOnce(&mut Accommodations)) {
    let change = session.peek(|nb| {
        let mut all = nb.accommodations(id);
        how(&mut all);
        (all != nb.accommodations(id)).then(|| nb.amend_accommodations(id, all))
    });
    if let Some(change) = change {
        session.act(vec![change], words().support().changed_said.to_owned());
    }
}

#[component]
fn Helps(id: StudentId) -> impl IntoView {
    let session = use_session();
    let set_up = Memo::new(move |_| session.ask_slots(&[Slot::Support(id)], |nb| nb.accommodations(id)));
    let s = words().support();
    let switch = move |text: &'static str, of: fn(&mut Accommodations) -> &mut bool| {
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || *of(&mut set_up.get())
                    on:change=move |event| amend(session, id, |a| *of(a) = event_target_checked(&event))
                />
                {text}
            </label>
        }
    };
    view! {
        <section class="card stack">
            <h2>{s.helps}</h2>
            <ExtraTime id set_up />
            {switch(s.read_aloud, |a| &mut a.read_aloud)}
            {switch(s.larger_text, |a| &mut a.larger_text)}
            <LanguageOf id set_up />
            <p class="muted sm">{s.where_shown}</p>
        </section>
    }
}

#[component]
fn ExtraTime(id: StudentId, set_up: Memo<Accommodations>) -> impl IntoView {
    let session = use_session();
    let s = words().support();
    // A figure that came from elsewhere can be chosen as well.
    let other = set_up.with_untracked(|a| a.extra_time);
    let mut all = EXTRA_TIME.to_vec();
    if !all.contains(&other) {
        all.push(other);
    }
    let option = move |extra: u16| {
        let text = if extra == 0 { s.no_extra_time.to_owned() } else { percent(f64::from(extra) / 100.0) };
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="extra-time"
                    prop:checked=move || set_up.with(|a| a.extra_time == extra)
                    on:change=move |_| amend(session, id, |a| a.extra_time = extra)
                />
                {text}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>
                <strong>{s.extra_time}</strong>
            </legend>
            <div class="row">{all.into_iter().map(option).collect_view()}</div>
        </fieldset>
    }
}

#[component]
fn LanguageOf(id: StudentId, set_up: Memo<Accommodations>) -> impl IntoView {
    let session = use_session();
    let (s, l) = (words().support(), words().looks());
    let choose = move |event| {
        let code = event_target_value(&event);
        amend(session, id, |a| a.language = (!code.is_empty()).then_some(code));
    };
    let is = move |code: &'static str| {
        set_up
            .with(|a| a.language.as_deref().and_then(Language::from_code).map_or("", Language::code) == code)
    };
    let option = move |code: &'static str, name: &'static str| {
        view! { <option value=code lang=code prop:selected=move || is(code)>{name}</option> }
    };
    view! {
        <label class="field">
            <span>{s.language}</span>
            <select on:change=choose>
                <option value="" prop:selected=move || is("")>{s.as_the_device}</option>
                {option(Language::En.code(), l.english)}
                {option(Language::Es.code(), l.spanish)}
            </select>
        </label>
        <p class="muted sm">{s.language_text}</p>
    }
}
