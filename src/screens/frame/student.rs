//! What stands around a student's screens.

use leptos::prelude::*;

use super::Looks;
use super::lock::PictureLock;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::{Route, StudentScreen};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::focus::focus_heading;
use crate::ui::icon::{Icon, Picture};
use crate::words::{long_day, words};

/// A student's frame: the class, the day, the student's name, the way back to all names. On a device
/// that students pass round, a student who has a picture lock opens it first.
#[component]
pub fn Student(
    /// Whose screen it is.
    id: StudentId,
    /// Which screen it is.
    screen: StudentScreen,
    /// Whether nothing on the screen may say who answers.
    #[prop(optional)]
    nameless: bool,
    children: Children,
) -> impl IntoView {
    let session = use_session();
    // Who holds a student's screen gets no further than the names without the PIN.
    session.prefer(|p| p.locked = true);
    let name = Memo::new(move |_| session.ask_slots(&[Slot::Roster], |nb| said::name_of(nb, id)));
    let title = Memo::new(move |_| session.ask(|nb| nb.class().map(|c| c.title.clone())));
    // What is open stays open, so that a lock set in another tab does not end a sentence in the middle.
    let open = Memo::new(move |was: Option<&bool>| {
        was == Some(&true)
            || !session.preferences.with(|p| p.locked)
            || session.passing.with(|passing| passing.opened == Some(id))
            || session.ask_slots(&[Slot::Support(id)], |nb| nb.picture_lock(id).is_none())
    });
    Effect::new(move |was: Option<bool>| {
        let open = open.get();
        if open && was == Some(false) {
            request_animation_frame(focus_heading);
        }
        open
    });
    let n = words().nav();
    let link = move |to: StudentScreen, text: &'static str, picture: Picture| {
        let here = std::mem::discriminant(&to) == std::mem::discriminant(&screen);
        view! {
            <a href=Route::Student(id, to).href() aria-current=here.then_some("page")>
                <span class="pic">
                    <Icon of=picture />
                </span>
                {text}
            </a>
        }
    };
    let children = StoredValue::new_local(Some(children));
    view! {
        <header class="top">
            <div class="row">
                <strong class="class-title">{title}</strong>
                <span class="muted sm">{move || long_day(session.today.get())}</span>
            </div>
            <nav class="nav" aria-label=n.label>
                {link(StudentScreen::Today, n.student_today, Picture::Home)}
                {link(StudentScreen::Journey, n.journey, Picture::Arrow)}
                {link(StudentScreen::Plan, n.plan, Picture::Pencil)}
            </nav>
            <div class="row">
                <Looks />
                {(!nameless).then(|| view! { <span class="pill name" dir="auto">{name}</span> })}
                <a class="btn small" href=Route::Who.href()>
                    <span class="pic">
                        <Icon of=Picture::Lock />
                    </span>
                    {n.done}
                </a>
            </div>
        </header>
        {move || {
            if open.get() {
                // It opens once, so they are taken once.
                let children = children.try_update_value(Option::take).flatten();
                children.map(|children| children()).into_any()
            } else {
                view! { <PictureLock id /> }.into_any()
            }
        }}
    }
}

/// Whose page it is, of which class and of which day. Only paper says so: it leaves the room without what
/// stands around a screen.
#[component]
pub fn Whose(
    /// The student.
    id: StudentId,
) -> impl IntoView {
    let session = use_session();
    let whose = move || {
        let (name, class) = session.ask_slots(&[Slot::Roster, Slot::Class], |nb| {
            (said::name_of(nb, id), nb.class().map(|class| class.title.clone()).unwrap_or_default())
        });
        words().plan().paper(&class, &long_day(session.today.get()), &name)
    };
    view! { <p class="paper-only" dir="auto">{whose}</p> }
}
