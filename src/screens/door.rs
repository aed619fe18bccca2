//! The first screen, for everybody: three doors, the demo class, and where the data is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::demo::Demo;
use crate::domain::entry::Change;
use crate::domain::id::{ScaleId, SkillId};
use crate::domain::scale::Scale;
use crate::format::document::NotADocument;
use crate::format::starter;
use crate::route::{Route, TeacherScreen};
use crate::screens::{frame, said};
use crate::session::{Session, use_session};
use crate::ui::icon::{Icon, Picture};
use crate::words::{language, words};

/// The skills of the demo class, by their stable names; the first is in focus.
const DEMO_SKILLS: [&str; 8] = [
    "math_compare_fractions",
    "math_place_value",
    "math_word_problems",
    "reading_main_idea",
    "reading_text_evidence",
    "writing_paragraph",
    "writing_opinion",
    "habits_ask_help",
];

/// The first screen.
#[component]
pub fn Door() -> impl IntoView {
    let session = use_session();
    let any = Memo::new(move |_| session.class.get().is_some());
    let demo = Memo::new(move |_| session.classes.with(|rows| rows.iter().any(|r| r.demo)));
    let d = &words().door;
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
                <DemoDoor demo />
                <a class="choice" href=Route::MakeClass.href()>
                    <Icon of=Picture::Pencil />
                    <span>{d.make}<small>{d.make_text}</small></span>
                </a>
                <LinkDoor />
                <RestoreDoor />
            </section>
            <p class="status">{d.kept_here}</p>
        </main>
    }
}

/// Opens the demo class, making it the first time.
#[component]
fn DemoDoor(demo: Memo<bool>) -> impl IntoView {
    let session = use_session();
    let busy = RwSignal::new(false);
    let open = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            let made = session.classes.with_untracked(|rows| rows.iter().find(|r| r.demo).map(|r| r.id));
            let open = match made {
                Some(class) => {
                    session.open_class(class).await;
                    true
                }
                None => session.make_class(demo_changes(session)).await.is_ok(),
            };
            busy.set(false);
            if open {
                browser::go(&Route::Teacher(TeacherScreen::Today).href());
            }
        });
    };
    let d = &words().door;
    view! {
        <button class="choice" on:click=open aria-disabled=move || busy.get().to_string()>
            <Icon of=Picture::Partner />
            <span>
                {move || if demo.get() { d.demo_open } else { d.demo }}
                <small>{move || if busy.get() { d.making } else { d.demo_text }}</small>
            </span>
        </button>
    }
}

fn demo_changes(session: Session) -> Vec<Change> {
    let set = starter::skills(language());
    let taken = DEMO_SKILLS.iter().filter_map(|key| set.iter().find(|s| s.key == *key));
    let skills: Vec<_> = taken
        .zip(0u16..)
        .map(|(s, place)| s.to_skill(SkillId::from_bits(browser::random_bits()), place, place == 0))
        .collect();
    let id = ScaleId::from_bits(browser::random_bits());
    let scale = Scale { id, words: said::shipped_levels().map(str::to_owned).to_vec(), follows: None };
    let today = session.today.get_untracked();
    let Some(words) = starter::demo_words(language()) else { return Vec::new() };
    Demo { seed: 5, today, skills: &skills, scale, words: &words }.changes()
}

/// Takes a family link somebody was sent.
#[component]
fn LinkDoor() -> impl IntoView {
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let wrong = RwSignal::new(false);
    let d = &words().door;
    let go = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
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

/// Opens a backup file: everything is back in three taps.
#[component]
fn RestoreDoor() -> impl IntoView {
    let session = use_session();
    let problem = RwSignal::new(None::<&'static str>);
    let d = &words().door;
    let chosen = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let f = &words().file;
            let Ok(bytes) = browser::read_file(&file).await else {
                problem.set(Some(f.unreadable));
                return;
            };
            match session.restore(&bytes).await {
                Ok(Some(_)) => browser::go(&Route::Teacher(TeacherScreen::Class).href()),
                Ok(None) => {}
                Err(NotADocument::Empty) => problem.set(Some(f.empty)),
                Err(NotADocument::Foreign) => problem.set(Some(f.foreign)),
                Err(NotADocument::TooLarge) => problem.set(Some(f.too_large)),
            }
            input.set_value("");
        });
    };
    view! {
        <label class="choice file">
            <Icon of=Picture::Saved />
            <span>{d.restore}<small>{d.restore_text}</small></span>
            <input class="unseen" type="file" accept=".daymark,.json,.jsonl,.txt" on:change=chosen />
        </label>
        <p class="problem" role="alert">{move || problem.get()}</p>
    }
}
