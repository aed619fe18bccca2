//! The first screen, for everybody: three doors, the demo class, and where the data is.

use leptos::prelude::*;

use crate::browser;
use crate::route::{Route, TeacherScreen};
use crate::screens::frame;
use crate::screens::restore::Restore;
use crate::session::use_session;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The first screen.
#[component]
pub fn Door() -> impl IntoView {
    let session = use_session();
    let any = Memo::new(move |_| session.class.get().is_some());
    let demo = Memo::new(move |_| session.classes.with(|rows| rows.iter().any(|r| r.demo)));
    let d = words().door();
    view! {
        <main id="main" class="door stack">
            <div class="row between">
                <h1>{d.title}</h1>
                <frame::Looks />
            </div>
            <p class="lead">{d.lead}</p>
            <Show when=move || any.get()>
                <nav class="doors" aria-label=d.first>
                    <a class="choice" href=Route::Who.href()>
                        <Icon of=Picture::Alone />
                        <span>{d.student}<small>{d.student_text}</small></span>
                    </a>
                    <a class="choice" href=Route::Teacher(TeacherScreen::Today).href()>
                        <Icon of=Picture::Teacher />
                        <span>{d.teacher}<small>{d.teacher_text}</small></span>
                    </a>
                </nav>
            </Show>
            <section class="doors" aria-label=d.classes>
                <button class="choice" on:click=|_| browser::go(&Route::Demo.href())>
                    <Icon of=Picture::Partner />
                    <span>{move || if demo.get() { d.demo_open } else { d.demo }} <small>{d.demo_text}</small></span>
                </button>
                <a class="choice" href=Route::MakeClass.href()>
                    <Icon of=Picture::Pencil />
                    <span>{d.make}<small>{d.make_text}</small></span>
                </a>
                <a class="choice" href=Route::Join.href()>
                    <Icon of=Picture::Ticket />
                    <span>{d.join}<small>{d.join_text}</small></span>
                </a>
                <LinkDoor />
                <RestoreDoor />
            </section>
            <p class="status">{d.kept_here}</p>
        </main>
    }
}

/// Takes a family link somebody was sent.
#[component]
fn LinkDoor() -> impl IntoView {
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let d = words().door();
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        // A class link is a link somebody was sent as well.
        if let Some(pack) = crate::route::joined(&typed.get_untracked()) {
            browser::go(&crate::route::join_href("", pack));
            return;
        }
        match typed.get_untracked().split_once("p/#") {
            Some((_, fragment)) if !fragment.is_empty() => {
                browser::leave_for(&crate::route::family_href("./", fragment));
            }
            _ => wrong.set(true),
        }
    };
    view! {
        <button class="choice" aria-expanded=move || open.get().to_string() on:click=move |_| open.update(|o| *o = !*o)>
            <Icon of=Picture::Link />
            <span>{d.link}<small>{d.link_text}</small></span>
        </button>
        <Show when=move || open.get()>
            <form class="card stack" on:submit=go>
                <label class="field">
                    <span>{d.paste_link}</span>
                    <input type="text" bind:value=typed autocomplete="off" spellcheck="false" />
                </label>
                <p class="problem" role="alert">{move || wrong.get().then_some(d.not_a_link)}</p>
                <button class="btn go" type="submit">{d.open_link}</button>
            </form>
        </Show>
    }
}

/// Opens a backup file, and shows the way to the class that came out of it.
#[component]
fn RestoreDoor() -> impl IntoView {
    let session = use_session();
    let way = move || {
        session.restored.get().map(|_| {
            let to = Route::Teacher(TeacherScreen::Today).href();
            view! { <a class="btn go" href=to>{words().file().to_class}</a> }
        })
    };
    let restore = move || {
        let hint = words().door().restore_text;
        if session.lasting.get() {
            return view! { <Restore hint /> }.into_any();
        }
        // What a browser does not keep has to be opened where it is used.
        view! {
            <a class="choice" href=Route::Teacher(TeacherScreen::Today).href()>
                <Icon of=Picture::Arrow />
                <span>{words().file().open} <small>{hint}</small></span>
            </a>
        }
        .into_any()
    };
    view! {
        {restore}
        {way}
    }
}
