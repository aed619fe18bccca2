//! A teacher of several classes goes from one to another, from every screen; and is told when the open one
//! is in the archive.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use wasm_bindgen::JsCast;

use crate::browser;
use crate::domain::class::Class;
use crate::domain::id::ClassId;
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::session::{ClassRow, Session, Toast, use_session};
use crate::ui::focus::focus_if_lost;
use crate::words::words;

/// Opens a class on a screen that every class has, and says so.
fn open_class(session: Session, row: &ClassRow, on: Route) {
    let (id, said) = (row.id, words().classes().opened(&row.title));
    spawn_local(async move {
        // What stands in the address may be in this class only, and a form that is left keeps what was typed
        // in the class that is open: so it is left, and has kept it, before the other class stands there.
        browser::gone_to(&on.href()).await;
        tick().await;
        session.settled().await;
        session.open_class(id).await;
        session.toast.set(Some(Toast { text: said, undo: None }));
        focus_if_lost();
    });
}

/// Puts the open class into the archive, or takes it out.
pub fn put_away(session: Session, away: bool) {
    let c = words().classes();
    let change = session.peek(|nb| {
        let class = nb.class()?;
        let said = if away { c.put_away_said(&class.title) } else { c.taken_out_said(&class.title) };
        Some((nb.amend_class(Class { archived: away, ..class.clone() }), said))
    });
    if let Some((change, said)) = change {
        // The button may be in the note that comes or goes.
        session.act_and(vec![change], said, focus_if_lost);
    }
}

/// The open class's name, behind which the others stand.
#[component]
pub fn ClassSwitch(
    /// The screen on which another one opens.
    #[prop(default = Route::Teacher(TeacherScreen::Today))]
    on: Route,
) -> impl IntoView {
    let session = use_session();
    let node = NodeRef::<html::Details>::new();
    let title = Memo::new(move |_| {
        session.ask_slots(&[Slot::Class], |nb| nb.class().map(|c| c.title.clone()).unwrap_or_default())
    });
    let archived =
        Memo::new(move |_| session.ask_slots(&[Slot::Class], |nb| nb.class().is_some_and(|c| c.archived)));
    let others = Memo::new(move |_| {
        let here: Option<ClassId> = session.class.get();
        let rows = session.classes.get().into_iter();
        rows.filter(|row| Some(row.id) != here && !row.archived).collect::<Vec<_>>()
    });
    // The list of classes is told by the storage, and the open class may have been changed since.
    Effect::new(move || {
        title.track();
        archived.track();
        spawn_local(session.keep_row());
    });
    let close = move || {
        if let Some(details) = node.get_untracked() {
            details.set_open(false);
        }
    };
    let left = move |event: FocusEvent| {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if to.is_some_and(|to| node.get_untracked().is_some_and(|details| !details.contains(Some(&to)))) {
            close();
        }
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" {
            close();
            if let Some(Ok(Some(summary))) = node.get_untracked().map(|node| node.query_selector("summary"))
                && let Ok(summary) = summary.dyn_into::<web_sys::HtmlElement>()
            {
                // It fails only for an element that is gone.
                let _ = summary.focus();
            }
        }
    };
    let other = move |row: ClassRow| {
        let name = row.title.clone();
        let go = move |_| {
            close();
            open_class(session, &row, on);
        };
        view! {
            <li>
                <button class="btn small" dir="auto" on:click=go>{words().classes().open(&name)}</button>
            </li>
        }
    };
    view! {
        <Show
            when=move || !others.with(Vec::is_empty)
            fallback=move || view! { <strong class="class-title" dir="auto">{title}</strong> }
        >
            <details class="class-switch" node_ref=node on:focusout=left on:keydown=escape>
                <summary>
                    <span class="unseen">{words().classes().change} ": "</span>
                    <strong class="class-title" dir="auto">{title}</strong>
                </summary>
                <ul class="class-list stack">
                    <For each=move || others.get() key=|row| (row.id, row.title.clone()) children=other />
                </ul>
            </details>
        </Show>
    }
}

/// Says that the open class is in the archive, with the way out.
#[component]
pub(super) fn InArchive() -> impl IntoView {
    let session = use_session();
    let archived =
        Memo::new(move |_| session.ask_slots(&[Slot::Class], |nb| nb.class().is_some_and(|c| c.archived)));
    let c = words().classes();
    view! {
        <Show when=move || archived.get()>
            <div class="in-archive row">
                <p>{c.archived_note}</p>
                <button class="btn small" on:click=move |_| put_away(session, false)>{c.take_out}</button>
            </div>
        </Show>
    }
}
