//! The demo class: invented students and one term of their work, made on the day it is first opened.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::demo::Demo;
use crate::domain::entry::Change;
use crate::domain::id::{ScaleId, SkillId};
use crate::domain::scale::Scale;
use crate::format::starter;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{Session, use_session};
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

/// Opens the demo class, making it the first time, and goes on to its Today.
#[component]
pub fn MakeDemo() -> impl IntoView {
    let session = use_session();
    let failed = RwSignal::new(false);
    spawn_local(async move {
        let made = session.classes.with_untracked(|rows| rows.iter().find(|r| r.demo).map(|r| r.id));
        let open = match made {
            Some(class) => {
                session.open_class(class).await;
                true
            }
            None => session.make_class(changes(session)).await.is_ok(),
        };
        if open {
            // Going back leads to the door and not here again.
            browser::go_instead(&Route::Teacher(TeacherScreen::Today).href());
        } else {
            failed.set(true);
        }
    });
    // The banner says why it failed.
    view! {
        <main id="main" class="narrow stack">
            <h1>{words().door().demo_title}</h1>
            <p role="status">{move || (!failed.get()).then(|| words().door().making)}</p>
            <Show when=move || failed.get()>
                <a class="btn go" href=Route::Door.href()>{words().app().to_the_door}</a>
            </Show>
        </main>
    }
}

fn changes(session: Session) -> Vec<Change> {
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
