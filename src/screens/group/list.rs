//! A teacher sees the groups of the class, prints their cards, and makes new ones.

use leptos::prelude::*;

use super::card::{Card, GroupCard};
use super::change::{fresh_group, set_ended, to_group};
use super::from_checks::FromChecks;
use crate::browser;
use crate::domain::id::GroupId;
use crate::route::{Route, TeacherScreen};
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The screen.
#[component]
pub fn Groups() -> impl IntoView {
    let session = use_session();
    let cards = Memo::new(move |_| {
        let today = session.today.get();
        session.ask(|nb| Card::all(nb, today))
    });
    let none = Memo::new(move |_| cards.with(|all| all.iter().all(|card| card.group.ended)));
    let running = move || {
        cards.with(|all| all.iter().filter(|c| !c.group.ended).map(|c| c.group.id).collect::<Vec<_>>())
    };
    let g = words().group();
    view! {
        <main id="main" class="on-paper stack">
            <div class="page-head noprint">
                <div class="row">
                    <h1 id="groups-title" tabindex="-1">{g.title}</h1>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Students).href()>
                        {words().students().title}
                    </a>
                    <a class="btn small" href=Route::Teacher(TeacherScreen::Boards).href()>{words().board().title}</a>
                </div>
                <div class="row">
                    <Show when=move || !none.get()>
                        <button class="btn" on:click=|_| browser::print()>
                            <Icon of=Picture::Print />
                            {g.print_cards}
                        </button>
                    </Show>
                    <a class="btn go" href=to_group(fresh_group())>{g.new}</a>
                </div>
            </div>
            <p class="muted noprint">{g.lead}</p>
            <Show when=move || none.get()>
                <Empty text=g.none>
                    <a class="btn" href=to_group(fresh_group())>{g.new}</a>
                </Empty>
            </Show>
            <div class="group-cards">
                <For each=running key=|id| *id let:id>
                    <GroupCard id cards />
                </For>
            </div>
            <FromChecks />
            <Ended cards />
        </main>
    }
}

/// The groups that have ended.
#[component]
fn Ended(cards: Memo<Vec<Card>>) -> impl IntoView {
    let session = use_session();
    let g = words().group();
    let ended = Memo::new(move |_| {
        cards.with(|all| {
            let ended = all.iter().filter(|card| card.group.ended);
            ended.map(|card| (card.group.id, card.group.title.clone())).collect::<Vec<_>>()
        })
    });
    let row = move |(id, title): (GroupId, String)| {
        let label = g.again_of(&title);
        let again = move |_| {
            set_ended(session, id, false);
            focus_on("groups-title");
        };
        view! {
            <li class="row between">
                <a href=to_group(id) dir="auto">{title}</a>
                <button class="btn small" aria-label=label on:click=again>{g.again}</button>
            </li>
        }
    };
    view! {
        <Show when=move || ended.with(|all| !all.is_empty())>
            <details class="noprint">
                <summary>{move || g.ended(ended.with(Vec::len))}</summary>
                <ul class="stack">
                    <For each=move || ended.get() key=Clone::clone children=row />
                </ul>
            </details>
        </Show>
    }
}
