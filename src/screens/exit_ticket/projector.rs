//! A check for the wall: the code, what is asked, how many are in, and the results only after
//! Reveal, from five answers up. No name and nothing written is ever shown here.

use leptos::prelude::*;

use super::live::Unknown;
use super::tallies::{Bars, bars, below, rows_of};
use super::timer::Timer;
use crate::domain::exit_ticket::{ExitTicket, Question, Results, Tally, Veil, WALL_FLOOR};
use crate::domain::id::TicketId;
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::session::use_session;
use crate::ui::wall;
use crate::words::words;

/// The screen.
#[component]
pub fn Projector(id: TicketId) -> impl IntoView {
    let session = use_session();
    wall::stand();
    // A message may name a student.
    session.toast.set(None);
    let results = Memo::new(move |_| session.ask(|nb| nb.results(id)));
    let known = Memo::new(move |_| results.with(Option::is_some));
    let revealed = RwSignal::new(false);
    // Why there is nothing to reveal, where there is not.
    let nothing = Memo::new(move |_| results.with(|r| r.as_ref().map(why_nothing)).unwrap_or_default());
    let enough = move || nothing.with(Option::is_none);
    let shown = Memo::new(move |_| revealed.get() && enough());
    let title = Memo::new(move |_| session.ask(|nb| nb.ticket(id).map(|t| asked::title(nb, t))));
    let w = words().wall();
    let survey = Memo::new(move |_| results.with(|r| r.as_ref().is_some_and(|r| r.ticket.survey.is_some())));
    let kind = move || if survey.get() { words().respond().survey } else { w.exit_ticket };
    move || {
        if !known.get() {
            return view! { <Unknown /> }.into_any();
        }
        view! {
            <main id="main" class="wall">
                <div class="wall-text">
                    <p class="muted">{kind}</p>
                    <h1>{title}</h1>
                    <Show when=move || shown.get() fallback=move || view! { <Invitation id results /> }>
                        <Revealed results />
                    </Show>
                </div>
                <div class="row wall-count">
                    <Count results />
                    <Timer id />
                </div>
                <div class="row noprint">
                    <button
                        class="btn"
                        aria-disabled=move || (!enough()).to_string()
                        aria-describedby="wall-floor"
                        on:click=move |_| {
                            if enough() {
                                revealed.update(|r| *r = !*r);
                            }
                        }
                    >
                        {move || if shown.get() { w.hide } else { w.reveal }}
                    </button>
                    <a class="btn quiet" href=Route::Teacher(TeacherScreen::Ticket(id)).href()>{w.back}</a>
                    <span id="wall-floor" class="muted sm">
                        {nothing}
                    </span>
                </div>
            </main>
        }
        .into_any()
    }
}

/// Why the results may not stand on the wall.
fn why_nothing(results: &Results) -> Option<String> {
    let w = words().wall();
    if results.veil() == Some(Veil::Open) {
        return Some(w.closed_first.to_owned());
    }
    (results.told < WALL_FLOOR).then(|| w.too_few(&WALL_FLOOR))
}

/// How many are in.
#[component]
fn Count(results: Memo<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let class_size = Memo::new(move |_| session.ask(|nb| nb.students().len()));
    let count = move || {
        results.with(|r| r.as_ref().map(|r| words().wall().handed(&r.came, &r.expected(class_size.get()))))
    };
    view! { <p role="status">{count}</p> }
}

/// What the class sees while it answers: how to come to it, the code, what is asked.
#[component]
fn Invitation(id: TicketId, results: Memo<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let w = words().wall();
    let code = Memo::new(move |_| session.ask(|nb| Some(nb.wall_code_for(nb.ticket(id)?))));
    let open = Memo::new(move |_| results.with(|r| r.as_ref().is_some_and(|r| r.open)));
    let asks = Memo::new(move |_| results.with(|r| r.as_ref().map(|r| asks(&r.ticket)).unwrap_or_default()));
    let line = |(question, options): (String, Vec<String>)| {
        let options = options.into_iter().map(|option| view! { <li dir="auto">{option}</li> });
        view! {
            <li>
                <span dir="auto">{question}</span>
                <ul class="wall-options">{options.collect_view()}</ul>
            </li>
        }
    };
    view! {
        <Show when=move || open.get() fallback=move || view! { <p class="muted wall-how">{w.closed}</p> }>
            <p class="muted wall-how">{w.how}</p>
            <p class="projected-code">
                <span class="muted">{w.code}</span>
                " "
                <strong>{move || code.get().map(|code| code.to_string())}</strong>
            </p>
        </Show>
        <ul class="wall-asks">{move || asks.get().into_iter().map(line).collect_view()}</ul>
    }
}

/// The questions with their options, where everybody is asked the same. Levels stand on every
/// check, and their words are on the devices.
fn asks(ticket: &ExitTicket) -> Vec<(String, Vec<String>)> {
    if !ticket.version_b.is_empty() {
        return Vec::new();
    }
    let asked = ticket.questions.iter().filter(|q| !matches!(q, Question::Level(_)));
    asked.map(|q| (asked::question(q, false), asked::options(q))).collect()
}

/// The levels, and each question that at least as many answered as may stand on the wall.
#[component]
fn Revealed(results: Memo<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let w = words().wall();
    let levels = Memo::new(move |_| {
        let may = |r: &Results| {
            let answered = r.per_level.iter().sum::<usize>() + r.dont_know;
            r.ticket.asks_level() && answered >= WALL_FLOOR
        };
        results.with(|r| r.as_ref().is_some_and(may))
    });
    let shown = Signal::derive(move || results.get());
    let tallies = move || {
        let Some(results) = results.get() else { return Vec::new() };
        let may = |t: &&Tally| t.answered >= WALL_FLOOR && !t.counts.is_empty();
        let below = below(&results).filter(may);
        let alone = asked::level_alone(&results.ticket.questions);
        let view = |tally: &Tally| {
            let rows = session.peek(|nb| rows_of(nb, &results, tally));
            let question = asked::question(&tally.question, alone);
            view! {
                <table class="bars">
                    <caption dir="auto">{question}</caption>
                    <tbody>{bars(rows)}</tbody>
                </table>
            }
        };
        below.map(view).collect::<Vec<_>>()
    };
    view! {
        <div class="wall-results">
            <Show when=move || levels.get()>
                <div>
                    <h2>{w.results}</h2>
                    <Bars results=shown />
                </div>
            </Show>
            {tallies}
        </div>
    }
}
