//! The app: which screen stands for which address, and what stands around it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::browser;
use crate::format::starter::Language;
use crate::route::{Route, StudentScreen, TeacherScreen};
use crate::screens::{class, door, exit_ticket, family, frame, goal, skills, student, teacher};
use crate::session::{Session, State};
use crate::storage::preferences::{self, Door, Theme};
use crate::ui::announcer::Announcer;
use crate::words::{set_language, words};

/// Mounts the page the document asks for and takes the opening words away.
pub fn start() {
    let family =
        document().body().is_some_and(|body| body.dataset().get("page").as_deref() == Some("family"));
    set_language(preferred_language(preferences::load().language.as_deref()));
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
    if family {
        leptos::mount::mount_to_body(|| view! { <family::report::FamilyPage remember=remember_language /> });
    } else {
        leptos::mount::mount_to_body(App);
    }
}

/// Keeps the language a family chose on its device.
fn remember_language(language: Language) {
    let mut preferences = preferences::load();
    preferences.language = Some(language.code().to_owned());
    preferences::save(&preferences);
}

/// The language chosen, else the first of the browser's that the app speaks, else English.
fn preferred_language(chosen: Option<&str>) -> Language {
    let chosen = chosen.and_then(Language::from_code);
    chosen
        .or_else(|| browser::languages().iter().find_map(|code| Language::from_code(code)))
        .unwrap_or_default()
}

/// The address, for the parts that need it.
#[derive(Clone, Copy)]
pub struct CurrentRoute(pub RwSignal<Route>);

#[component]
fn App() -> impl IntoView {
    let session = Session::start();
    provide_context(session);
    let route = RwSignal::new(first_route(session));
    provide_context(CurrentRoute(route));
    browser::listen(&window(), "hashchange", move |_| route.set(Route::parse(&browser::hash())));
    let language =
        Memo::new(move |_| session.preferences.with(|p| preferred_language(p.language.as_deref())));
    Effect::new(move || dress(session, language.get()));
    move || {
        set_language(language.get());
        view! { <Whole session route /> }
    }
}

/// Without an address the app opens behind the door that was taken last.
fn first_route(session: Session) -> Route {
    let hash = browser::hash();
    let known = session.preferences.with_untracked(|p| p.class.and(p.door));
    match known {
        Some(door) if hash.is_empty() => {
            let route = match door {
                Door::Student => Route::Who,
                Door::Teacher => Route::Teacher(TeacherScreen::Today),
            };
            browser::go(&route.href());
            route
        }
        _ => Route::parse(&hash),
    }
}

/// Writes language, colours and spacing on the document.
fn dress(session: Session, language: Language) {
    let Some(root) = document().document_element().and_then(|e| e.dyn_into::<web_sys::HtmlElement>().ok())
    else {
        return;
    };
    root.set_lang(language.code());
    let (theme, roomy) = session.preferences.with(|p| (p.theme, p.roomy));
    let data = root.dataset();
    // Setting a data attribute with a plain name cannot fail.
    match theme {
        Some(Theme::Paper) => drop(data.set("theme", "light")),
        Some(Theme::Dark) => drop(data.set("theme", "dark")),
        None => data.delete("theme"),
    }
    if roomy {
        drop(data.set("text", "roomy"));
    } else {
        data.delete("text");
    }
}

#[component]
fn Whole(session: Session, route: RwSignal<Route>) -> impl IntoView {
    let ready = Memo::new(move |_| session.state.get() == State::Ready);
    let place = Signal::derive(move || format!("{} {}", route.get(), ready.get()));
    view! {
        <a class="skip" href="#main" on:click=skip_to_main>{words().app.skip}</a>
        <frame::Banners />
        {move || if ready.get() { screen(route.get()) } else { view! { <frame::Waiting /> }.into_any() }}
        <frame::Toaster />
        <Announcer changed=place />
    }
}

/// The address belongs to the routes, so the focus is moved by hand.
fn skip_to_main(event: leptos::ev::MouseEvent) {
    event.prevent_default();
    if let Ok(Some(heading)) = document().query_selector("main h1")
        && let Ok(heading) = heading.dyn_into::<web_sys::HtmlElement>()
    {
        heading.set_tab_index(-1);
        // It fails only for an element that is gone.
        let _ = heading.focus();
    }
}

fn screen(route: Route) -> AnyView {
    match route {
        Route::Door => view! { <door::Door /> }.into_any(),
        Route::MakeClass => view! { <class::make::MakeClass /> }.into_any(),
        Route::Who => view! { <student::who::Who /> }.into_any(),
        Route::Student(id, screen) => match screen {
            StudentScreen::Today => view! { <goal::today::StudentToday id /> }.into_any(),
            StudentScreen::Journey => view! { <student::journey::Journey id /> }.into_any(),
            StudentScreen::Ticket(ticket) => view! { <exit_ticket::respond::Respond id ticket /> }.into_any(),
        },
        Route::Teacher(screen) => {
            view! { <frame::Teacher screen>{teacher_screen(screen)}</frame::Teacher> }.into_any()
        }
        Route::Lost => view! { <frame::Lost /> }.into_any(),
    }
}

fn teacher_screen(screen: TeacherScreen) -> impl Fn() -> AnyView + Send + Sync + 'static {
    move || match screen {
        TeacherScreen::Today => view! { <teacher::today::TeacherToday /> }.into_any(),
        TeacherScreen::NewTicket => view! { <exit_ticket::write::WriteTicket /> }.into_any(),
        TeacherScreen::Ticket(id) => view! { <exit_ticket::live::Live id /> }.into_any(),
        TeacherScreen::Projector(id) => view! { <exit_ticket::projector::Projector id /> }.into_any(),
        TeacherScreen::Skills => view! { <skills::map::ClassMap /> }.into_any(),
        TeacherScreen::Cell(student, skill) => view! { <skills::cell::Cell student skill /> }.into_any(),
        TeacherScreen::Growth(skill) => view! { <skills::growth::GrowthScreen skill /> }.into_any(),
        TeacherScreen::EditSkills => view! { <skills::edit::EditSkills /> }.into_any(),
        TeacherScreen::Share => view! { <family::share::Share /> }.into_any(),
        TeacherScreen::ShareOne(student) => view! { <family::share::ShareOne student /> }.into_any(),
        TeacherScreen::Class => view! { <class::settings::ClassScreen /> }.into_any(),
        TeacherScreen::Recent => view! { <class::recent::Recent /> }.into_any(),
    }
}
