//! The app: what stands around every screen. Which screen stands for which address is said by
//! [`crate::programs`].

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::domain::notebook::Slot;
use crate::format::line::Kinds;
use crate::format::starter::Language;
use crate::route::{Route, StudentScreen};
use crate::screens::{family, frame, how};
use crate::session::{Session, State};
use crate::storage::preferences::{self, Preferences, Theme};
use crate::ui::announcer::Announcer;
use crate::ui::focus::focus_heading;
use crate::words::{language, preferred_language, set_language, words};

/// The screen for an address; `None` when another program has it.
pub type Screens = fn(Route) -> Option<AnyView>;

/// Takes the opening words away and mounts the program with these screens, which ask about these kinds of
/// entries.
pub fn start(screens: Screens, kinds: Kinds) {
    take_over();
    leptos::mount::mount_to_body(move || view! { <App screens kinds /> });
}

/// Takes the opening words away and mounts the family page.
pub fn start_family() {
    take_over();
    leptos::mount::mount_to_body(|| view! { <family::report::FamilyPage remember=remember_language /> });
}

/// Takes the opening words away and mounts the page "How this is calculated".
pub fn start_how() {
    take_over();
    dress(&preferences::load(), language());
    document().set_title(&format!("{} – Daymark", words().how().title));
    // Every other address belongs to another program.
    browser::listen(&window(), "hashchange", |_| {
        if Route::parse(&browser::hash()) != Route::How {
            // It fails only while the page is going away already.
            let _ = window().location().reload();
        }
    });
    leptos::mount::mount_to_body(|| {
        view! {
            <SkipLink />
            <how::How />
        }
    });
}

fn take_over() {
    console_error_panic_hook::set_once();
    set_language(preferred_language(preferences::load().language.as_deref()));
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
}

/// Keeps the language a family chose on its device.
fn remember_language(language: Language) {
    let mut preferences = preferences::load();
    preferences.language = Some(language.code().to_owned());
    preferences::save(&preferences);
}

/// The language of a student who answers, when one is set up for them and they did not choose the
/// device's own.
fn answering_language(session: Session, route: Route) -> Option<Language> {
    let Route::Student(id, StudentScreen::Ticket(_) | StudentScreen::HandIn(_)) = route else { return None };
    if session.passing.with(|passing| passing.own_language == Some(id)) {
        return None;
    }
    let code = session.ask_slots(&[Slot::Support(id)], |nb| nb.accommodations(id).language);
    Language::from_code(&code?)
}

#[component]
fn App(screens: Screens, kinds: Kinds) -> impl IntoView {
    let session = Session::start(kinds);
    provide_context(session);
    let route = RwSignal::new(Route::parse(&browser::hash()));
    browser::listen(&window(), "hashchange", move |_| route.set(Route::parse(&browser::hash())));
    let language = Memo::new(move |_| {
        let own = session.preferences.with(|p| preferred_language(p.language.as_deref()));
        answering_language(session, route.get()).unwrap_or(own)
    });
    Effect::new(move || session.preferences.with(|preferences| dress(preferences, language.get())));
    move || {
        set_language(language.get());
        view! { <Whole session route screens /> }
    }
}

/// Writes language, colours and spacing on the document.
fn dress(preferences: &Preferences, language: Language) {
    let Some(root) = document().document_element().and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    root.set_lang(language.code());
    let data = root.dataset();
    // Setting a data attribute with a plain name cannot fail.
    match preferences.theme {
        Some(Theme::Paper) => drop(data.set("theme", "light")),
        Some(Theme::Dark) => drop(data.set("theme", "dark")),
        None => data.delete("theme"),
    }
    if preferences.roomy {
        drop(data.set("text", "roomy"));
    } else {
        data.delete("text");
    }
}

#[component]
fn Whole(session: Session, route: RwSignal<Route>, screens: Screens) -> impl IntoView {
    let ready = Memo::new(move |_| session.state.get() == State::Ready);
    let place = Signal::derive(move || format!("{} {}", route.get(), ready.get()));
    let first = route.get_untracked();
    let screen = move || {
        if !ready.get() {
            return view! { <frame::Waiting /> }.into_any();
        }
        let route = route.get();
        screens(route).unwrap_or_else(|| {
            // The start script and this program would have to disagree, and then loading again would not help.
            if route == first {
                return view! { <frame::Lost /> }.into_any();
            }
            load_again(session);
            view! { <frame::Waiting /> }.into_any()
        })
    };
    view! {
        <SkipLink />
        <frame::Banners />
        {screen}
        <frame::Toaster />
        <Announcer changed=place />
    }
}

/// Leads keyboards past what stands around a screen.
#[component]
fn SkipLink() -> impl IntoView {
    view! {
        <a
            class="skip"
            href="#main"
            on:click=|event| {
                // The address belongs to the routes, so the focus is moved by hand.
                event.prevent_default();
                focus_heading();
            }
        >
            {words().app().skip}
        </a>
    }
}

/// Loads the page again, for the program that has this address, as soon as nothing is being written.
fn load_again(session: Session) {
    Effect::new(move || {
        if session.is_settled() {
            // It fails only while the page is going away already.
            let _ = window().location().reload();
        }
    });
}
