//! A teacher keeps the class: backup, students, words and numbers, PIN, the classes on this device.

use leptos::prelude::*;

use super::about::{About, Numbers};
use super::backup::Backup;
use super::classes::Classes;
use super::levels::Levels;
use super::method::ClassMethod;
use super::pin::PinSection;
use super::students::Students;
use super::terms::Terms;
use super::youngest::YoungestSwitch;
use crate::domain::class::Class;
use crate::domain::entry::Change;
use crate::route::{Route, TeacherScreen};
use crate::session::{Session, use_session};
use crate::words::words;

/// The class and all that can be set about it.
#[component]
pub fn ClassScreen() -> impl IntoView {
    let session = use_session();
    let class = Memo::new(move |_| session.class.get());
    let s = words().settings();
    view! {
        <main id="main">
            <div class="page-head">
                <h1>{s.title}</h1>
                <div class="row">
                    <a class="btn small" href=Route::Teacher(TeacherScreen::ClassPack).href()>
                        {words().pack().title}
                    </a>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Recent).href()>{s.recent}</a>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Trash).href()>
                        {words().trash().title}
                    </a>
                </div>
            </div>
            {move || {
                // Another class gets fresh forms.
                class.get();
                view! {
                    <div class="class-columns">
                        <div class="stack">
                            <Backup />
                            <About />
                            <Levels />
                            <YoungestSwitch />
                            <ClassMethod />
                            <Numbers />
                        </div>
                        <div class="stack">
                            <Students />
                            <SkillsSection />
                            <Terms />
                            <PinSection />
                            <Classes />
                        </div>
                    </div>
                }
            }}
        </main>
    }
}

/// How many skills there are, and the way to them.
#[component]
fn SkillsSection() -> impl IntoView {
    let session = use_session();
    let s = words().settings();
    let text = move || {
        let (all, focus) = session.ask(|nb| (nb.skills().len(), nb.focus_skills().len()));
        s.skills_text(all, &focus)
    };
    view! {
        <section class="card stack">
            <h2>{s.skills}</h2>
            <p>{text}</p>
            <a class="btn" href=Route::Teacher(TeacherScreen::EditSkills).href()>{s.edit_skills}</a>
        </section>
    }
}

/// The change that sets something about the class; `None` when there is no class.
pub fn amend(session: Session, set: impl FnOnce(&mut Class)) -> Option<Change> {
    session.peek(|nb| {
        let mut class = nb.class()?.clone();
        set(&mut class);
        Some(nb.amend_class(class))
    })
}
