//! The app: what stands around every screen. Which screen stands for which address is said by
//! [`crate::programs`].

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::device::{Device, Preferences, TextSize, Theme};
use crate::domain::notebook::Slot;
use crate::format::line::Kinds;
use crate::format::starter::Language;
use crate::route::{Route, StudentScreen};
use crate::screens::{family, frame, how};
use crate::session::{Passing, Session, State};
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
    leptos::mount::mount_to_body(|| {
        let device = Device::load();
        Effect::new(move || device.with(dress));
        view! { <family::report::FamilyPage device /> }
    });
}

/// Takes the opening words away and mounts the page "How this is calculated".
pub fn start_how() {
    take_over();
    name_language(language());
    document().set_title(&format!("{} – Daymark", words().how().title));
    // Every other address belongs to another program.
    browser::listen(&window(), "hashchange", |_| {
        if Route::parse(&browser::hash()) != Route::How {
            // It fails only while the page is going away already.
            let _ = window().location().reload();
        }
    });
    leptos::mount::mount_to_body(|| {
        let device = Device::load();
        Effect::new(move || device.with(dress));
        view! {
            <SkipLink />
            <how::How device />
        }
    });
}

fn take_over() {
    console_error_panic_hook::set_once();
    set_language(Device::load().with_untracked(|p| preferred_language(p.language.as_deref())));
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
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
    Effect::new(move || session.preferences.with(dress));
    Effect::new(move || name_language(language.get()));
    // The skin for the youngest is the class's, and only for its students.
    Effect::new(move || {
        let students = matches!(route.get(), Route::Who | Route::Student(..));
        let youngest = session.ask_slots(&[Slot::Class], |nb| nb.class().is_some_and(|c| c.youngest));
        mark("skin", (students && youngest).then_some("youngest"));
    });
    move || {
        set_language(language.get());
        view! { <Whole session route screens /> }
    }
}

fn root() -> Option<web_sys::HtmlElement> {
    document().document_element()?.dyn_into().ok()
}

/// Says on the document which language it is in.
fn name_language(language: Language) {
    if let Some(root) = root() {
        root.set_lang(language.code());
    }
}

/// Marks the document for the style sheets: `data-<name>`, or none.
fn mark(name: &str, value: Option<&str>) {
    let Some(data) = root().map(|root| root.dataset()) else { return };
    match value {
        // It fails only for a name that no attribute can have.
        Some(value) => drop(data.set(name, value)),
        None => data.delete(name),
    }
}

/// Writes what the device remembers of looks on the document.
fn dress(preferences: &Preferences) {
    let theme = preferences.theme.map(|theme| match theme {
        Theme::Paper => "light",
        Theme::Dark => "dark",
    });
    let size = match preferences.text {
        TextSize::Usual => None,
        TextSize::Large => Some("large"),
        TextSize::Largest => Some("largest"),
    };
    mark("theme", theme);
    mark("size", size);
    mark("text", preferences.roomy.then_some("roomy"));
    mark("motion", preferences.still.then_some("less"));
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
            session.passing.with_untracked(Passing::hand_over);
            // It fails only while the page is going away already.
            let _ = window().location().reload();
        }
    });
}
