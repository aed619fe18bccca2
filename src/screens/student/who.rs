//! "Who are you?": a student finds their own name on a shared device.

use leptos::prelude::*;

use crate::domain::Notebook;
use crate::domain::id::StudentId;
use crate::route::{Route, StudentScreen, TeacherScreen};
use crate::screens::said;
use crate::session::{Door, use_session};
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

/// The screen. While it is shown, the teacher's screens wait behind the PIN.
#[component]
pub fn Who() -> impl IntoView {
    let session = use_session();
    session.prefer(|p| {
        p.door = Some(Door::Student);
        p.locked = true;
    });
    let tiles = Memo::new(move |_| {
        let today = session.today.get();
        let mut tiles = session.ask(|nb| tiles(nb, today));
        sort_by_name(&mut tiles, |t| &t.name);
        tiles
    });
    let open = Memo::new(move |_| session.ask(open_ticket));
    let w = words().who();
    let tile = move |tile: Tile| {
        let done = match (tile.handed_in, tile.goal_set) {
            (true, _) => Some(w.handed_in),
            (false, true) => Some(w.goal_set),
            (false, false) => None,
        };
        view! {
            <li>
                <a class="choice tile" href=Route::Student(tile.id, StudentScreen::Today).href()>
                    <span dir="auto">{tile.name}</span>
                    {done.map(|text| view! { <small class="ok"><Icon of=Picture::Tick />{text}</small> })}
                </a>
            </li>
        }
    };
    view! {
        <main id="main" class="stack">
            <div class="page-head">
                <h1>{w.title}</h1>
                <a class="btn quiet" href=Route::Teacher(TeacherScreen::Today).href()>
                    <Icon of=Picture::Lock />
                    {w.to_teacher}
                </a>
            </div>
            {move || open.get().map(|skill| view! { <p class="status">{w.ticket_open(&skill)}</p> })}
            {move || {
                if tiles.with(Vec::is_empty) {
                    view! { <Empty text=w.empty /> }.into_any()
                } else {
                    view! { <ul class="tiles">{tiles.get().into_iter().map(tile).collect_view()}</ul> }.into_any()
                }
            }}
        </main>
    }
}

fn tiles(notebook: &Notebook, today: crate::domain::Day) -> Vec<Tile> {
    let open = notebook.tickets().into_iter().find(|t| notebook.is_open(t.id)).map(|t| t.id);
    let tile = |id: StudentId, name: &str| Tile {
        id,
        name: name.to_owned(),
        goal_set: notebook.goal_of(id, today).is_some(),
        handed_in: open.is_some_and(|ticket| notebook.answer(ticket, id).is_some()),
    };
    notebook.students().into_iter().map(|s| tile(s.id, &s.name)).collect()
}

fn open_ticket(notebook: &Notebook) -> Option<String> {
    let ticket = notebook.tickets().into_iter().find(|t| notebook.is_open(t.id))?;
    Some(said::skill_line(notebook, ticket.skill))
}
