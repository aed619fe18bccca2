//! What stands around the screens: banners, the teacher's and the student's frame, the message
//! with its undo.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::restore::Restore;
use super::said;
use crate::browser;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::session::{Door, Saving, State, use_session};
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

mod classes;
mod lock;
mod looks;
mod new_pin;
mod pin;
mod student;
mod toaster;

use classes::InArchive;
pub use classes::{ClassSwitch, put_away};
pub use lock::{LockSetting, picture_words};
pub use looks::{LanguagePicker, Looks, LooksOf};
pub use new_pin::{NewPin, RecoveryCode};
use pin::PinGate;
pub use student::{Student, Whose};
pub use toaster::{LastAction, Toaster};

/// What stands on the screen while the storage is opened.
#[component]
pub fn Waiting() -> impl IntoView {
    let session = use_session();
    let text = move || match session.state.get() {
        State::Opening | State::Ready => words().app().opening,
        State::Blocked => words().app().blocked,
        State::Lost => words().app().lost,
    };
    view! {
        <main id="main" class="narrow stack">
            <h1>"Daymark"</h1>
            <p role="status">{text}</p>
        </main>
    }
}

/// An address that leads nowhere.
#[component]
pub fn Lost() -> impl IntoView {
    view! {
        <main id="main" class="narrow stack">
            <h1>{words().app().no_such_page}</h1>
            <a class="btn go" href=Route::Door.href()>{words().app().to_the_door}</a>
        </main>
    }
}

/// Lines over the screen that need attention: a new version, a fault, storage that will not last.
#[component]
pub fn Banners() -> impl IntoView {
    let session = use_session();
    let announced = document().document_element().is_some_and(|root| root.has_attribute("data-update"));
    let update = RwSignal::new(announced);
    browser::listen(&window(), "daymark:update", move |_| update.set(true));
    let apply = move |_| {
        if let Ok(event) = web_sys::CustomEvent::new("daymark:apply-update") {
            // Nobody can cancel this event.
            let _ = window().dispatch_event(&event);
        }
    };
    let failed = move || match session.saving.get() {
        Saving::Failed(fault) => Some(said::fault(&fault)),
        _ => None,
    };
    view! {
        <div class="banners" role="region" aria-label=words().app().messages>
            <Show when=move || update.get()>
                <p class="banner info">
                    <span>{words().app().update}</span>
                    <button class="btn small" on:click=apply>{words().app().update_now}</button>
                </p>
            </Show>
            <Show when=move || session.state.get() == State::Lost>
                <p class="banner bad">
                    <span>{words().app().lost}</span>
                    <button class="btn small" on:click=move |_| drop(window().location().reload())>
                        {words().app().reload}
                    </button>
                </p>
            </Show>
            <Show when=move || !session.lasting.get()>
                <p class="banner bad">{words().app().not_lasting}</p>
            </Show>
            {move || failed().map(|text| view! { <p class="banner bad" role="alert">{text}</p> })}
        </div>
    }
}

/// A screen that waits behind the PIN as the teacher's screens do, though it belongs to no class.
#[component]
pub fn Unlocked(children: ChildrenFn) -> impl IntoView {
    let session = use_session();
    let locked = Memo::new(move |_| session.is_locked());
    let children = StoredValue::new(children);
    move || {
        if locked.get() {
            view! { <PinGate /> }.into_any()
        } else {
            children.with_value(|children| children()).into_any()
        }
    }
}

/// The teacher's frame: the class, where one can go, where the data is. It waits behind the PIN as
/// [`Session::is_locked`](crate::session::Session::is_locked) says.
#[component]
pub fn Teacher(screen: TeacherScreen, children: ChildrenFn) -> impl IntoView {
    let session = use_session();
    let locked = Memo::new(move |_| session.is_locked());
    let has_pin = Memo::new(move |_| session.preferences.with(|p| p.pin.is_some()));
    let no_class = Memo::new(move |_| session.class.get().is_none());
    Effect::new(move || {
        if !locked.get() {
            // Without a PIN nothing else says that the device is back; one that is set now keeps nobody out here.
            has_pin.track();
            session.open_here();
            session.prefer(|p| p.door = Some(Door::Teacher));
        }
    });
    let children = StoredValue::new(children);
    move || {
        if locked.get() {
            view! { <PinGate /> }.into_any()
        } else if no_class.get() {
            view! { <NoClass /> }.into_any()
        } else if matches!(screen, TeacherScreen::Projector(_)) {
            children.with_value(|children| children()).into_any()
        } else {
            view! {
                <TeacherHeader screen />
                {children.with_value(|children| children())}
            }
            .into_any()
        }
    }
}

#[component]
fn NoClass() -> impl IntoView {
    view! {
        <main id="main" class="narrow stack">
            <h1>{words().app().no_class}</h1>
            <p>{words().app().no_class_text}</p>
            <Restore hint=words().door().restore_text />
            <a class="btn go" href=Route::Door.href()>{words().app().to_the_door}</a>
        </main>
    }
}

#[component]
fn TeacherHeader(screen: TeacherScreen) -> impl IntoView {
    let session = use_session();
    let demo = Memo::new(move |_| session.ask_slots(&[Slot::Class], |nb| nb.class().is_some_and(|c| c.demo)));
    let n = words().nav();
    let here = |to: TeacherScreen| std::mem::discriminant(&to) == std::mem::discriminant(&section(screen));
    let link = move |to: TeacherScreen, text: &'static str| {
        let current = here(to).then_some("page");
        view! { <a href=Route::Teacher(to).href() aria-current=current>{text}</a> }
    };
    view! {
        <header class="top">
            <div class="row">
                <ClassSwitch />
                <Show when=move || demo.get()>
                    <span class="pill">{words().app().demo}</span>
                </Show>
            </div>
            <nav class="nav" aria-label=n.label>
                {link(TeacherScreen::Today, n.today)}
                {link(TeacherScreen::Checks, n.checks)}
                {link(TeacherScreen::Skills, n.skills)}
                {link(TeacherScreen::Students, n.students)}
                {link(TeacherScreen::Share, n.share)}
                {link(TeacherScreen::Class, n.class_)}
            </nav>
            <div class="row">
                <StorageChip />
                <Looks />
                <a class="btn small" href=Route::Who.href()>
                    <Icon of=Picture::Lock />
                    {n.hand_over}
                </a>
            </div>
            <InArchive />
        </header>
    }
}

/// The section of the navigation a screen belongs to.
fn section(screen: TeacherScreen) -> TeacherScreen {
    match screen {
        TeacherScreen::Today => TeacherScreen::Today,
        TeacherScreen::NewTicket
        | TeacherScreen::NewSurvey
        | TeacherScreen::Ticket(_)
        | TeacherScreen::Projector(_)
        | TeacherScreen::EditTicket(_)
        | TeacherScreen::Collect(_)
        | TeacherScreen::PrintTicket(_)
        | TeacherScreen::Checks
        | TeacherScreen::Survey(_)
        | TeacherScreen::Questions
        | TeacherScreen::Rubrics
        | TeacherScreen::EditRubric(_)
        | TeacherScreen::PrintRubric(_)
        | TeacherScreen::Task(_)
        | TeacherScreen::TaskOf(..)
        | TeacherScreen::Lesson(_) => TeacherScreen::Checks,
        TeacherScreen::Skills
        | TeacherScreen::Cell(..)
        | TeacherScreen::Growth(_)
        | TeacherScreen::EditSkills => TeacherScreen::Skills,
        TeacherScreen::Students
        | TeacherScreen::Student(_)
        | TeacherScreen::Support(_)
        | TeacherScreen::Groups
        | TeacherScreen::Group(_)
        | TeacherScreen::Boards
        | TeacherScreen::Board(_) => TeacherScreen::Students,
        TeacherScreen::Share | TeacherScreen::ShareOne(_) => TeacherScreen::Share,
        TeacherScreen::Class
        | TeacherScreen::Recent
        | TeacherScreen::ClassPack
        | TeacherScreen::Trash
        | TeacherScreen::Year
        | TeacherScreen::Erase(_) => TeacherScreen::Class,
    }
}

/// Says where the data is and when it was last backed up, and leads to the backup.
#[component]
fn StorageChip() -> impl IntoView {
    let session = use_session();
    let s = words().storage();
    // Most writes are done before anybody could read that they are under way.
    let slow = RwSignal::new(false);
    Effect::new(move || {
        if session.saving.get() != Saving::Under {
            slow.set(false);
            return;
        }
        spawn_local(async move {
            browser::sleep(400).await;
            // The chip may be gone by then.
            let _ = slow.try_set(session.saving.get_untracked() == Saving::Under);
        });
    });
    let text = move || match session.saving.get() {
        Saving::Failed(_) => s.not_saved,
        Saving::Under if slow.get() => s.saving,
        _ if session.lasting.get() => s.here,
        _ => s.only_now,
    };
    let backup = move || {
        let class = session.class.get()?;
        let days = session
            .preferences
            .with(|p| p.backups.iter().find(|(of, _)| *of == class).and_then(|(_, day)| day.parse().ok()));
        Some(match days.map(|day| session.today.get().days_since(day)) {
            None => s.no_backup.to_owned(),
            Some(days) if days <= 0 => s.backup_today.to_owned(),
            Some(days) => s.backup_days(usize::try_from(days).unwrap_or(0)),
        })
    };
    view! {
        <a class="chip-link" href=Route::Teacher(TeacherScreen::Class).href()>
            <Icon of=Picture::Saved />
            <span>{text} " · " {backup}</span>
        </a>
    }
}

/// The way to "How this is calculated", which is a program of its own. Where the browser keeps
/// nothing it opens beside this one, because loading another program would lose the lesson.
#[component]
pub fn HowLink(
    /// What stands there.
    text: &'static str,
    /// How it looks.
    #[prop(optional)]
    class: &'static str,
) -> impl IntoView {
    let session = use_session();
    let target = move || (!session.lasting.get()).then_some("_blank");
    view! { <a class=class href=Route::How.href() target=target rel="noopener">{text}</a> }
}

/// The ways to the students before and after one, by name, on the same kind of screen.
#[component]
pub fn StudentsBeside(
    /// The student in between.
    id: StudentId,
    /// A student's screen of that kind.
    to: impl Fn(StudentId) -> TeacherScreen + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let session = use_session();
    let beside = Memo::new(move |_| session.ask_slots(&[Slot::Roster], |nb| said::neighbours(nb, id)));
    let link = move |student: Option<said::Named>, said: fn(&str) -> String| {
        student.map(|(id, name)| {
            view! { <a class="btn small" href=Route::Teacher(to(id)).href()>{said(&name)}</a> }
        })
    };
    view! {
        <div class="row">
            {move || link(beside.get().0, |name| words().skills().previous(&name))}
            {move || link(beside.get().1, |name| words().skills().next(&name))}
        </div>
    }
}
