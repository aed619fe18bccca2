//! The choice boards: a student picks a way and a rate with one tap each, and may change both as long as the
//! board is open. What was chosen on the latest closed ones stays to be read.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::choice_board::{ChoiceBoard, ChoiceMade};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::session::{Toast, use_session};
use crate::ui::chips::Chips;
use crate::words::{short_day, words};

/// The section of the boards; not there when there is none.
#[component]
pub fn Boards(id: StudentId) -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        session.ask_slots(&[Slot::Boards, Slot::Plan(id)], |nb| {
            nb.boards_of(id).into_iter().cloned().collect::<Vec<_>>()
        })
    });
    let one = move |board: ChoiceBoard| {
        if board.closed {
            view! { <Closed id board /> }.into_any()
        } else {
            view! { <Board id board /> }.into_any()
        }
    };
    view! {
        <section class="card stack" aria-labelledby="boards-head" hidden=move || all.with(Vec::is_empty)>
            <h2 id="boards-head">{words().plan().boards}</h2>
            {move || all.get().into_iter().map(one).collect_view()}
        </section>
    }
}

/// A closed board: what was chosen on it.
#[component]
fn Closed(id: StudentId, board: ChoiceBoard) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    let made = move || session.ask_slots(&[Slot::Plan(id)], |nb| nb.choice(id, board.id).cloned());
    let lines = move || {
        made().map(|made| {
            let what = [made.way, made.rate].into_iter().filter(|text| !text.is_empty());
            view! {
                <p dir="auto">{what.collect::<Vec<_>>().join(" · ")}</p>
                <p class="muted sm">{p.board_closed(&short_day(made.day))}</p>
            }
        })
    };
    let label = board.title.clone();
    view! {
        <div class="board stack" role="group" aria-label=label>
            <h3 dir="auto">{board.title}</h3>
            {lines}
        </div>
    }
}

/// One board: the ways, then the rates.
#[component]
fn Board(id: StudentId, board: ChoiceBoard) -> impl IntoView {
    let session = use_session();
    let p = words().plan();
    let ChoiceBoard { id: of, title, ways, rates, .. } = board;
    let made = Memo::new(move |_| session.ask_slots(&[Slot::Plan(id)], |nb| nb.choice(id, of).cloned()));
    // The browser has marked what was tapped; what could not be kept is marked no more.
    let failed = Trigger::new();
    let choose = move |way: String, rate: String| {
        let said = p.board_said(if rate.is_empty() { &way } else { &rate });
        let made = ChoiceMade { board: of, way, rate, day: session.today.get_untracked() };
        let change = session.peek(|nb| nb.choose(id, made));
        spawn_local(async move {
            match session.write(vec![change]).await {
                Ok(batch) => session.toast.set(Some(Toast { text: said, undo: Some(batch) })),
                Err(_) => failed.notify(),
            }
        });
    };
    let now = move || {
        failed.track();
        made.get().map(|made| (made.way, made.rate)).unwrap_or_default()
    };
    let place = |of: &[String], words: &str| of.iter().position(|one| one == words).into_iter().collect();
    let (all_ways, all_rates) = (StoredValue::new(ways.clone()), StoredValue::new(rates.clone()));
    let way = Signal::derive(move || all_ways.with_value(|all| place(all, &now().0)));
    let rate = Signal::derive(move || all_rates.with_value(|all| place(all, &now().1)));
    let pick_way = move |at: usize| {
        let (before, rate) = untrack(now);
        let picked = all_ways.with_value(|all| all.get(at).cloned());
        // A rate that the board offers no more does not come along.
        let rate = if all_rates.with_value(|all| all.contains(&rate)) { rate } else { String::new() };
        if let Some(picked) = picked.filter(|picked| *picked != before) {
            choose(picked, rate);
        }
    };
    let pick_rate = move |at: usize| {
        let (way, before) = untrack(now);
        let picked = all_rates.with_value(|all| all.get(at).cloned());
        if let Some(picked) = picked.filter(|picked| *picked != before) {
            choose(way, picked);
        }
    };
    let offers_rates = !rates.is_empty();
    let chosen = Memo::new(move |_| made.with(Option::is_some));
    let note = move || match made.get() {
        None => p.board_open.to_owned(),
        Some(made) if !all_ways.with_value(|all| all.contains(&made.way)) => p.board_gone(&made.way),
        Some(made) => p.board_chosen(&short_day(made.day)),
    };
    let label = title.clone();
    view! {
        <div class="board stack" role="group" aria-label=label>
            <h3 dir="auto">{title}</h3>
            <Chips name=format!("way-{of}") question=p.board_way options=ways picked=way on_pick=Callback::new(pick_way) />
            // A rate says how fast something goes, so that what goes comes first.
            <Show when=move || offers_rates && chosen.get()>
                <Chips
                    name=format!("rate-{of}")
                    question=p.board_rate
                    options=rates.clone()
                    picked=rate
                    on_pick=Callback::new(pick_rate)
                />
            </Show>
            <p class="muted sm">{note}</p>
        </div>
    }
}
