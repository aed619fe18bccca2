//! A student's own device takes the class pack in: from a link, a card or a file. Only what is the
//! student's own stays on it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Notebook;
use crate::domain::exit_ticket::Version;
use crate::domain::hand_in::for_one;
use crate::domain::id::StudentId;
use crate::format::class_pack::{self, BadPack, ClassPack};
use crate::route::{self, Route, StudentScreen};
use crate::screens::frame;
use crate::session::{Door, Joined, OneAtATime, Session, use_session};
use crate::ui::focus::focus_if_lost;
use crate::ui::scan;
use crate::words::{sort_by_name, words};

/// What the screen shows.
#[derive(Clone)]
enum Phase {
    /// A file or a link is wanted.
    Asking,
    /// It is being opened.
    Opening,
    /// Whose device is it?
    Choosing(ClassPack),
    /// Somebody's who was not on it before.
    Joined(StudentId, String, ClassPack, Joined),
    /// The class is here already as the teacher's.
    Teachers,
}

/// The screen.
#[component]
pub fn Join() -> impl IntoView {
    let session = use_session();
    let phase = RwSignal::new(Phase::Asking);
    let problem = RwSignal::new(None::<&'static str>);
    // It stands outside its form, which goes while a link is opened: a link that fails is not lost.
    let typed = RwSignal::new(String::new());
    Effect::new(move || {
        phase.track();
        focus_if_lost();
    });
    let open = Callback::new(move |text: String| {
        phase.set(Phase::Opening);
        spawn_local(async move {
            let (next, why) = match opened(session, &text).await {
                Ok(next) => (next, None),
                Err(why) => (Phase::Asking, Some(why)),
            };
            // The screen may be gone by now.
            let _ = (phase.try_set(next), problem.try_set(why));
        });
    });
    let address = browser::hash();
    if let Some(pack) = route::joined(&address).filter(|pack| !pack.is_empty()) {
        // Its keys belong neither in the address bar nor in the history.
        browser::hide_address(&Route::Join.href());
        typed.set(pack.to_owned());
        open.run(pack.to_owned());
    }
    let j = words().join();
    view! {
        <main id="main" class="narrow stack">
            <div class="row between">
                <h1>{j.title}</h1>
                <frame::Looks />
            </div>
            {move || match phase.get() {
                Phase::Asking => view! { <Ask open problem typed /> }.into_any(),
                Phase::Opening => view! { <p role="status">{j.opening}</p> }.into_any(),
                Phase::Choosing(pack) => view! { <Choose pack phase /> }.into_any(),
                Phase::Joined(student, name, pack, joined) => {
                    view! { <Welcome student name pack joined phase /> }.into_any()
                }
                Phase::Teachers => view! { <p class="status" role="alert">{j.teachers}</p> }.into_any(),
            }}
            <a class="btn quiet" href=Route::Door.href()>{words().app().to_the_door}</a>
        </main>
    }
}

/// Opens the text of a pack; else the sentence that says why not.
async fn opened(session: Session, text: &str) -> Result<Phase, &'static str> {
    let j = words().join();
    let said = |bad: BadPack| match bad {
        BadPack::Empty | BadPack::Foreign => j.foreign,
        BadPack::Damaged => j.damaged,
        BadPack::Newer => j.newer,
    };
    let packed = class_pack::unwrap(text).map_err(said)?;
    let script = scan::load().await.ok_or(j.not_loaded)?;
    let text = script.unpacked(&packed, class_pack::LARGEST).await.ok_or(j.damaged)?;
    let pack = class_pack::read(&text).map_err(said)?;
    if session.has_class(pack.class) {
        let before = session.class.get_untracked();
        session.open_class(pack.class).await;
        if session.peek(|nb| nb.class().is_some() && !nb.is_students_device()) {
            if let Some(before) = before {
                session.open_class(before).await;
            }
            return Ok(Phase::Teachers);
        }
    }
    if class_pack::students(&pack).is_empty() { Err(j.damaged) } else { Ok(Phase::Choosing(pack)) }
}

/// A file, or a link that was copied.
#[component]
fn Ask(
    open: Callback<String>,
    problem: RwSignal<Option<&'static str>>,
    typed: RwSignal<String>,
) -> impl IntoView {
    let j = words().join();
    let chosen = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        input.set_value("");
        spawn_local(async move {
            #[expect(clippy::cast_precision_loss, reason = "one MiB")]
            let is_small = file.size() <= class_pack::LONGEST as f64;
            let bytes = if is_small { browser::read_file(&file).await } else { Ok(Vec::new()) };
            let text = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok());
            open.run(text.unwrap_or_default());
        });
    };
    let paste = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        open.run(route::joined(&text).unwrap_or(&text).to_owned());
    };
    view! {
        <p>{j.lead}</p>
        <p class="problem" role="alert">{problem}</p>
        <label class="choice file">
            <span>{j.file}<small>{j.file_text}</small></span>
            <input class="unseen" type="file" on:change=chosen />
        </label>
        <form class="card stack" on:submit=paste>
            <label class="field">
                <span>{j.paste}</span>
                <input type="text" autocomplete="off" spellcheck="false" bind:value=typed />
            </label>
            <button class="btn" type="submit">{j.open}</button>
        </form>
    }
}

/// Whose device this is: the names in the pack.
#[component]
fn Choose(pack: ClassPack, phase: RwSignal<Phase>) -> impl IntoView {
    let session = use_session();
    let j = words().join();
    let mut names: Vec<(StudentId, String)> =
        class_pack::students(&pack).into_iter().map(|(id, name)| (id, name.to_owned())).collect();
    sort_by_name(&mut names, |(_, name)| name);
    let pack = StoredValue::new(pack);
    let door = OneAtATime::default();
    let take = move |student: StudentId, name: String| {
        // A second tap would find the class that the first one is making.
        let Some(inside) = door.enter() else { return };
        let pack = pack.get_value();
        spawn_local(async move {
            let first = if pack.second.contains(&student) { Version::B } else { Version::A };
            let own = for_one(pack.things.clone(), student, first);
            let today = session.today.get_untracked();
            let (known, changes) = if session.has_class(pack.class) {
                session.peek(|nb| (nb.student(student).is_some(), nb.unpacked(own, pack.whole, today)))
            } else {
                (false, Notebook::new(pack.class).unpacked(own, pack.whole, today))
            };
            // A fault of the storage is told by the banner.
            let joined = session.join(pack.class, changes).await;
            drop(inside);
            let Ok(joined) = joined else { return };
            if known {
                go_on(session, student);
            } else {
                // The screen may be gone by now.
                let _ = phase.try_set(Phase::Joined(student, name, pack, joined));
            }
        });
    };
    let tile = |(id, name): (StudentId, String)| {
        let shown = name.clone();
        view! {
            <li>
                <button class="choice" on:click=move |_| take(id, name.clone())>
                    <span dir="auto">{shown}</span>
                </button>
            </li>
        }
    };
    view! {
        <h2>{words().who().title}</h2>
        <p>{j.only_yours}</p>
        <ul class="tiles">{names.into_iter().map(tile).collect_view()}</ul>
    }
}

/// Whose device this is now, and the way back for who tapped a wrong name.
#[component]
fn Welcome(
    student: StudentId,
    name: String,
    pack: ClassPack,
    joined: Joined,
    phase: RwSignal<Phase>,
) -> impl IntoView {
    let session = use_session();
    let j = words().join();
    let back = move |_| {
        let pack = pack.clone();
        spawn_local(async move {
            // A fault of the storage is told by the banner.
            if session.unjoin(joined).await.is_ok() {
                let _ = phase.try_set(Phase::Choosing(pack));
            }
        });
    };
    view! {
        <h2 dir="auto">{j.joined(&name)}</h2>
        <div class="row">
            <button class="btn go" on:click=move |_| go_on(session, student)>{j.go_on}</button>
            <button class="btn" on:click=back>{j.not_me}</button>
        </div>
    }
}

/// To the student's Today, from where there is no way back to the pack.
fn go_on(session: Session, student: StudentId) {
    session.prefer(|p| p.door = Some(Door::Student));
    browser::go_instead(&Route::Student(student, StudentScreen::Today).href());
}
