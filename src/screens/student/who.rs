//! "Who are you?": a student finds their own name on a shared device.

use leptos::prelude::*;

use crate::domain::Notebook;
use crate::domain::exit_ticket::ExitTicket;
use crate::domain::id::{StudentId, TicketId};
use crate::route::{Route, StudentScreen, TeacherScreen};
use crate::screens::{asked, frame};
use crate::session::{Door, use_session};
use crate::ui::aloud::Say;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::words::{sort_by_name, words};

/// A student's tile.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Tile {
    id: StudentId,
    name: String,
    goal_set: bool,
    handed_in: bool,
}

/// The screen. While it is shown, the teacher's screens wait behind the PIN, and every picture lock
/// is closed.
#[component]
pub fn Who() -> impl IntoView {
    let session = use_session();
    session.prefer(|p| {
        p.door = Some(Door::Student);
        p.locked = true;
        p.begun = None;
    });
    // Whoever takes the device now cannot take back what somebody else did, nor what is still being kept.
    Effect::new(move || {
        if session.is_settled() {
            session.toast.set(None);
        }
    });
    session.passing.update(|passing| {
        passing.opened = None;
        passing.own_language = None;
    });
    let tiles = Memo::new(move |_| {
        let today = session.today.get();
        let mut tiles = session.ask(|nb| tiles(nb, today));
        sort_by_name(&mut tiles, |t| &t.name);
        tiles
    });
    let open = Memo::new(move |_| {
        session.ask(|nb| open_checks(nb).map(|t| asked::title(nb, t)).collect::<Vec<_>>())
    });
    let archived = Memo::new(move |_| session.ask(|nb| nb.class().is_some_and(|class| class.archived)));
    let part = move |handed_in: bool| {
        tiles.get().into_iter().filter(|t| t.handed_in == handed_in).map(tile).collect_view()
    };
    let is_part = Memo::new(move |_| tiles.with(|tiles| tiles.iter().any(|t| t.handed_in)));
    let w = words().who();
    view! {
        <main id="main" class="stack">
            <div class="page-head">
                <h1>{w.title}</h1>
                <div class="row">
                    <frame::Looks />
                    <a class="btn quiet" href=Route::Teacher(TeacherScreen::Today).href()>
                        <Icon of=Picture::Lock />
                        {w.to_teacher}
                    </a>
                </div>
            </div>
            {move || archived.get().then(|| view! { <p class="status">{w.archived}</p> })}
            {move || {
                let line = |title| view! { <div class="heard"><Say /><p class="status">{w.open_now(&title)}</p></div> };
                open.get().into_iter().map(line).collect_view()
            }}
            <Show when=move || tiles.with(Vec::is_empty)>
                <Empty text=w.empty />
            </Show>
            // Whoever has not handed in comes first, so that the device finds the next one.
            <ul class="tiles">{move || part(false)}</ul>
            <Show when=move || is_part.get()>
                <h2>{w.are_in}</h2>
                <ul class="tiles">{move || part(true)}</ul>
            </Show>
        </main>
    }
}

fn tile(tile: Tile) -> impl IntoView {
    let w = words().who();
    let done = match (tile.handed_in, tile.goal_set) {
        (true, _) => Some(w.handed_in),
        (false, true) => Some(w.goal_set),
        (false, false) => None,
    };
    view! {
        <li class="heard">
            <Say />
            <a class="choice tile" href=Route::Student(tile.id, StudentScreen::Today).href()>
                <span dir="auto">{tile.name}</span>
                {done.map(|text| view! { <small class="ok"><Icon of=Picture::Tick />{text}</small> })}
            </a>
        </li>
    }
}

fn tiles(notebook: &Notebook, today: crate::domain::Day) -> Vec<Tile> {
    // Answers without names are nobody's, so such a check ticks nobody off.
    let open: Vec<TicketId> = open_checks(notebook).filter(|t| !t.anonymous).map(|t| t.id).collect();
    // Whoever may hand in again is not done.
    let is_in =
        |ticket: TicketId, id| notebook.answer(ticket, id).is_some() && !notebook.can_answer(ticket, id);
    let tile = |id: StudentId, name: &str| Tile {
        id,
        name: name.to_owned(),
        goal_set: notebook.goal_of(id, today).is_some(),
        // Who is not in with every check is still to come.
        handed_in: !open.is_empty() && open.iter().all(|ticket| is_in(*ticket, id)),
    };
    notebook.students().into_iter().map(|s| tile(s.id, &s.name)).collect()
}

fn open_checks(notebook: &Notebook) -> impl Iterator<Item = &ExitTicket> {
    notebook.tickets().into_iter().filter(|t| notebook.is_open(t.id))
}
