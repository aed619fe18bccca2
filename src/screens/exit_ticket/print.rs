//! A check on paper: blank to answer by hand, its groups as cards, its results.

use leptos::prelude::*;

use super::groups::members;
use super::live::Unknown;
use super::paper::Blank;
use super::tallies::{Bars, Moved, bars, below, levels_told, nothing, rights, rows_of, veiled};
use crate::browser;
use crate::domain::exit_ticket::{Group, Results, Tally, Version};
use crate::domain::id::TicketId;
use crate::route::{Route, TeacherScreen};
use crate::screens::said::Names;
use crate::screens::{asked, said};
use crate::session::use_session;
use crate::ui::icon::{Icon, Picture};
use crate::ui::wall;
use crate::words::{long_day, words};

/// What is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sheet {
    Blank,
    Cards,
    Results,
}

/// The screen.
#[component]
pub fn PrintTicket(id: TicketId) -> impl IntoView {
    let session = use_session();
    let results = Memo::new(move |_| session.ask(|nb| nb.results(id)));
    let known = Memo::new(move |_| results.with(Option::is_some));
    let grouped = Memo::new(move |_| results.with(|r| r.as_ref().is_some_and(is_grouped)));
    // Before anything came in, paper is for answering; afterwards for what came of it.
    let likely = results.with_untracked(|r| match r {
        Some(r) if r.ticket.draft => Sheet::Blank,
        Some(r) if is_grouped(r) => Sheet::Cards,
        Some(r) if r.came > 0 => Sheet::Results,
        _ => Sheet::Blank,
    });
    let sheet = RwSignal::new(likely);
    let hidden = wall::hidden_names(false);
    let named = Memo::new(move |_| sheet.get() == Sheet::Cards && grouped.get());
    let title = Memo::new(move |_| session.ask(|nb| nb.ticket(id).map(|t| asked::title(nb, t))));
    // Before it is opened there is nothing but slips, and the way back leads to its questions.
    let draft = Memo::new(move |_| results.with(|r| r.as_ref().is_some_and(|r| r.ticket.draft)));
    let back = move || {
        let of = if draft.get() { TeacherScreen::EditTicket } else { TeacherScreen::Ticket };
        Route::Teacher(of(id)).href()
    };
    let p = words().paper();
    let choice = move |of: Sheet, text: &'static str| {
        view! {
            <label class="check">
                <input
                    type="radio"
                    name="sheet"
                    prop:checked=move || sheet.get() == of
                    on:change=move |_| sheet.set(of)
                />
                {text}
            </label>
        }
    };
    let shown = move || match sheet.get() {
        Sheet::Blank => view! { <Blank id /> }.into_any(),
        Sheet::Cards if grouped.get() => view! { <Cards id results hidden /> }.into_any(),
        Sheet::Cards => view! { <p class="noprint">{p.no_groups}</p> }.into_any(),
        Sheet::Results => view! { <ResultSheet results /> }.into_any(),
    };
    move || {
        if !known.get() {
            return view! { <Unknown /> }.into_any();
        }
        view! {
            <main id="main" class="on-paper">
                <div class="page-head noprint">
                    <div>
                        <h1>{p.title}</h1>
                        <p><a href=back dir="auto">{title}</a></p>
                    </div>
                    <div class="row">
                        <Show when=move || named.get()>
                            <wall::HideNames label=words().live().hide hidden=hidden />
                        </Show>
                        <button class="btn go" on:click=|_| browser::print()>
                            <Icon of=Picture::Print />
                            {words().app().print}
                        </button>
                    </div>
                </div>
                <Show when=move || !draft.get()>
                    <fieldset class="row noprint sheets">
                        <legend class="unseen">{p.what}</legend>
                        {choice(Sheet::Blank, p.blank)}
                        {choice(Sheet::Cards, p.cards)}
                        {choice(Sheet::Results, p.results)}
                    </fieldset>
                </Show>
                {shown}
            </main>
        }
        .into_any()
    }
}

fn is_grouped(results: &Results) -> bool {
    !results.placed.is_empty() || results.handed.iter().any(|h| h.group.is_some())
}

/// One card per group: who is in it, and what is planned.
#[component]
fn Cards(id: TicketId, results: Memo<Option<Results>>, hidden: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let card = move |group: Group| {
        let results = results.get()?;
        let (title, names, plans) = session.ask(|nb| {
            let all = Names::of_class(nb, hidden.get());
            let of_group: Vec<_> = members(nb, &results, group).iter().map(|m| m.student).collect();
            let names: Vec<String> = all.in_order(&of_group).into_iter().map(|id| all.of(id)).collect();
            let of_group = nb.follow_ups().into_iter().filter(|p| p.ticket == id && p.group == group);
            let plans: Vec<(String, _)> = of_group.map(|p| (p.text.clone(), p.day)).collect();
            (asked::title(nb, &results.ticket), names, plans)
        });
        if names.is_empty() {
            return None;
        }
        let names = names.into_iter().map(|name| view! { <li dir="auto">{name}</li> }).collect_view();
        let plans = plans.into_iter().map(|(text, day)| {
            view! { <p class="plan"><strong dir="auto">{text}</strong> " · " {long_day(day)}</p> }
        });
        Some(view! {
            <article class="group-card">
                <h2>{said::group(group)}</h2>
                <p class="muted" dir="auto">{title} " · " {long_day(results.ticket.day)}</p>
                <ul class="card-names">{names}</ul>
                {plans.collect_view()}
            </article>
        })
    };
    view! { <div class="group-cards">{move || Group::ALL.into_iter().filter_map(card).collect_view()}</div> }
}

/// The results, without any name.
#[component]
fn ResultSheet(results: Memo<Option<Results>>) -> impl IntoView {
    let session = use_session();
    let shown = Signal::derive(move || results.get());
    let title = move || {
        let ticket = results.with(|r| r.as_ref().map(|r| r.ticket.clone()));
        ticket.map(|t| (session.ask(|nb| asked::title(nb, &t)), long_day(t.day)))
    };
    let count = move || {
        let size = session.ask(|nb| nb.students().len());
        let count = |r: &Results| match r.ticket.anonymous {
            true => words().live().came(r.came),
            false => words().live().in_count(r.came, &r.expected(size)),
        };
        results.with(|r| r.as_ref().map(count))
    };
    let veiled = move || results.with(|r| veiled(r.as_ref()?));
    let levels = move || results.with(|r| r.as_ref().is_some_and(levels_told));
    view! {
        <article class="result-sheet stack">
            <h2 dir="auto">{move || title().map(|(title, _)| title)}</h2>
            <p class="muted">{move || title().map(|(_, day)| day)} " · " {count}</p>
            {move || veiled().map(|text| view! { <p class="status">{text}</p> })}
            <Show when=levels>
                <Bars results=shown />
                <Moved results=shown />
            </Show>
            {move || results.get().map(|results| questions(session, &results))}
        </article>
    }
}

/// Each question with its counts and, without names, what was written.
fn questions(session: crate::session::Session, results: &Results) -> impl IntoView + use<> {
    let alone = asked::level_alone(&results.ticket.questions);
    let two = !results.ticket.version_b.is_empty();
    let one = |tally: &Tally| {
        let version = two.then(|| format!("{} · ", asked::version(tally.version)));
        let rows = session.peek(|nb| rows_of(nb, results, tally));
        let table =
            (!rows.is_empty()).then(|| view! { <table class="bars"><tbody>{bars(rows)}</tbody></table> });
        let mut texts: Vec<String> = tally.written.iter().map(|(_, text)| text.clone()).collect();
        texts.sort();
        let texts = texts.into_iter().map(|text| view! { <li dir="auto">{text}</li> }).collect_view();
        view! {
            <section class="sheet-question">
                <h3 dir="auto">{version} {asked::question(&tally.question, alone)}</h3>
                {table}
                <p class="muted sm">{rights(tally)} {nothing(tally)}</p>
                <ul class="bullets">{texts}</ul>
            </section>
        }
    };
    below(results).map(one).collect_view()
}

/// The versions a sheet of two slips has: both, or the only one twice.
pub(super) fn on_one_sheet(versions: &[Version]) -> [Version; 2] {
    match versions {
        [a, b, ..] => [*a, *b],
        [a] => [*a, *a],
        [] => [Version::A, Version::A],
    }
}
