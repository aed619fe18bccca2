//! A teacher sees the choice boards of the class: which are open, and how many have chosen.

use leptos::prelude::*;

use super::change::{copy, fresh_board, set_closed, to_board};
use crate::domain::Notebook;
use crate::domain::choice_board::ChoiceBoard;
use crate::domain::id::BoardId;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::words::{short_day, words};

/// A board in the list.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    board: ChoiceBoard,
    skill: String,
    chose: usize,
    of: usize,
}

impl Row {
    fn all(nb: &Notebook) -> Vec<Row> {
        let of = nb.students().len();
        let row = |board: &ChoiceBoard| Row {
            board: board.clone(),
            skill: board.skill.map(|skill| said::skill_line(nb, skill)).unwrap_or_default(),
            chose: nb.choices(board).iter().map(|(_, who)| who.len()).sum(),
            of,
        };
        nb.boards().into_iter().map(row).collect()
    }

    fn line(&self) -> String {
        let b = words().board();
        let chose = b.chose(&self.chose, &self.of);
        let skill = Some(self.skill.clone()).filter(|skill| !skill.is_empty());
        skill.into_iter().chain([b.day(&short_day(self.board.day)), chose]).collect::<Vec<_>>().join(" · ")
    }
}

/// The screen.
#[component]
pub fn Boards() -> impl IntoView {
    let session = use_session();
    let rows = Memo::new(move |_| session.ask(Row::all));
    let of = move |closed: bool| {
        rows.with(|all| {
            all.iter().filter(|row| row.board.closed == closed).map(|row| row.board.id).collect::<Vec<_>>()
        })
    };
    let none = Memo::new(move |_| rows.with(Vec::is_empty));
    let closed = Memo::new(move |_| of(true));
    let b = words().board();
    view! {
        <main id="main" class="stack">
            <div class="page-head">
                <div class="row">
                    <h1 id="boards-title" tabindex="-1">{b.title}</h1>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Students).href()>
                        {words().students().title}
                    </a>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Groups).href()>{words().group().title}</a>
                </div>
                <a class="btn go" href=to_board(fresh_board())>{b.new}</a>
            </div>
            <p class="muted">{b.lead}</p>
            <Show when=move || none.get()>
                <Empty text=b.none>
                    <a class="btn" href=to_board(fresh_board())>{b.new}</a>
                </Empty>
            </Show>
            <ul class="group-cards">
                <For each=move || of(false) key=|id| *id let:id>
                    <BoardRow id rows />
                </For>
            </ul>
            <Show when=move || closed.with(|all| !all.is_empty())>
                <details>
                    <summary>{move || b.closed(closed.with(Vec::len))}</summary>
                    <ul class="group-cards">
                        <For each=move || closed.get() key=|id| *id let:id>
                            <BoardRow id rows />
                        </For>
                    </ul>
                </details>
            </Show>
        </main>
    }
}

#[component]
fn BoardRow(id: BoardId, rows: Memo<Vec<Row>>) -> impl IntoView {
    let session = use_session();
    let saver = Saver::new(session);
    let row = Memo::new(move |_| rows.with(|rows| rows.iter().find(|row| row.board.id == id).cloned()));
    let b = words().board();
    let title = move || row.with(|row| row.as_ref().map(|row| row.board.title.clone()).unwrap_or_default());
    let line = move || row.with(|row| row.as_ref().map(Row::line));
    let closed = move || row.with(|row| row.as_ref().is_some_and(|row| row.board.closed));
    let turn = move |_| {
        set_closed(session, id, !untrack(closed));
        focus_on("boards-title");
    };
    let turn_label = move || if closed() { b.offer_of(&title()) } else { b.close_of(&title()) };
    view! {
        <li class="card team stack">
            <h2>
                <a href=to_board(id) dir="auto">{title}</a>
            </h2>
            <p class="muted sm" dir="auto">{line}</p>
            <div class="row">
                <a class="btn small" href=to_board(id) aria-label=move || b.show(&title())>{b.who}</a>
                <button class="btn small" aria-label=turn_label on:click=turn>
                    {move || if closed() { b.offer } else { b.close }}
                </button>
                <button
                    class="btn small quiet"
                    aria-label=move || b.copy_action(&title())
                    on:click=move |_| copy(session, saver, id)
                >
                    {b.copy}
                </button>
            </div>
        </li>
    }
}
