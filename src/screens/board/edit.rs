//! A teacher writes a choice board and sees who chose what.

use leptos::prelude::*;

use super::change::{copy, set_closed, to_list};
use super::chosen::Chosen;
use super::editor::Editor;
use super::form::Form;
use super::seen::Seen;
use crate::browser;
use crate::domain::id::BoardId;
use crate::domain::notebook::Slot;
use crate::session::{Saver, use_session};
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The screen.
#[component]
pub fn EditBoard(id: BoardId) -> impl IntoView {
    let session = use_session();
    let form = Form::begin(session, id);
    let b = words().board();
    let title = session.peek(|nb| nb.board(id).map(|board| board.title.clone()));
    // Whether it is closed; `None` while it is not kept yet.
    let closed =
        Memo::new(move |_| session.ask_slots(&[Slot::Boards], |nb| nb.board(id).map(|board| board.closed)));
    let kept = Memo::new(move |_| closed.get().is_some());
    // What goes on paper: the board for the wall, or who chose what.
    let choices = RwSignal::new(false);
    view! {
        <main id="main" class="on-paper stack">
            <div class="page-head">
                // The board for the wall says itself what it is about.
                <h1 dir="auto" class:noprint=move || !choices.get()>{title.unwrap_or_else(|| b.new.to_owned())}</h1>
                <div class="row noprint">
                    <Show when=move || kept.get()>
                        <Acts id closed choices />
                    </Show>
                    <a class="btn small" href=to_list()>{b.to_list}</a>
                </div>
            </div>
            <Show when=move || kept.get()>
                <p class="noprint" role="status">
                    {move || if closed.get() == Some(true) { b.is_closed } else { b.is_open }}
                </p>
            </Show>
            <div class="two">
                <div class="stack" class:noprint=move || !choices.get()>
                    <Show when=move || kept.get()>
                        <Chosen id />
                    </Show>
                    <div class="noprint">
                        <Editor form kept />
                    </div>
                </div>
                <div class:noprint=move || choices.get()>
                    <Seen form />
                </div>
            </div>
        </main>
    }
}

/// What can be done with a board that is kept.
#[component]
fn Acts(id: BoardId, closed: Memo<Option<bool>>, choices: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let saver = Saver::new(session);
    let b = words().board();
    let print = move |what: bool| {
        choices.set(what);
        // The page shows it by then.
        request_animation_frame(browser::print);
    };
    let is_closed = move || closed.get() == Some(true);
    view! {
        <button class="btn small" on:click=move |_| set_closed(session, id, !untrack(is_closed))>
            {move || if is_closed() { b.offer } else { b.close }}
        </button>
        <button class="btn small" on:click=move |_| copy(session, saver, id)>{b.copy}</button>
        <button class="btn small" on:click=move |_| print(false)>
            <Icon of=Picture::Print />
            {b.print_board}
        </button>
        <button class="btn small" on:click=move |_| print(true)>
            <Icon of=Picture::Print />
            {b.print_choices}
        </button>
    }
}
