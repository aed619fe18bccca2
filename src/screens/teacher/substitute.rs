//! A substitute teacher opens a check, hands the device round, sees how many are in, and closes it.
//! No result, level or note is shown here, and once it was opened the teacher's screens wait behind
//! the PIN. Students open their own pages by their names, as on every day.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Day;
use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::draft::CheckDraft;
use crate::domain::exit_ticket::{ExitTicket, Template, TicketClosed};
use crate::domain::id::{SkillId, TicketId};
use crate::route::Route;
use crate::screens::asked;
use crate::screens::frame;
use crate::session::{Session, Toast, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::focus_if_lost_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The screen.
#[component]
pub fn Substitute() -> impl IntoView {
    let session = use_session();
    // The device is in other hands now, however they came here.
    session.prefer(|p| p.locked = true);
    let allowed = Memo::new(move |_| session.preferences.with(|p| p.substitute));
    let any = Memo::new(move |_| session.ask(|nb| nb.class().is_some()));
    let s = words().substitute();
    view! {
        <main id="main" class="narrow stack">
            <div class="row between">
                <h1>{s.title}</h1>
                <frame::Looks />
            </div>
            <Show
                when=move || allowed.get() && any.get()
                fallback=move || {
                    view! {
                        <p>{s.not_allowed}</p>
                        <a class="btn go" href=Route::Who.href()>{s.to_students}</a>
                    }
                }
            >
                <frame::ClassSwitch on=Route::Substitute />
                <p class="muted">{s.text}</p>
                <Running />
                <ToOpen />
            </Show>
        </main>
    }
}

/// A check that is open, or was closed today.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    id: TicketId,
    title: String,
    open: bool,
    came: usize,
    of: usize,
}

fn running(notebook: &Notebook, today: Day) -> Vec<Line> {
    let line = |ticket: &ExitTicket| {
        let results = notebook.results(ticket.id)?;
        let came = if ticket.anonymous { results.came } else { results.handed.len() };
        let of = results.expected(notebook.students().len());
        let title = asked::title(notebook, ticket);
        Some(Line { id: ticket.id, title, open: results.open, came, of })
    };
    let here = |ticket: &&ExitTicket| ticket.day == today || notebook.is_open(ticket.id);
    notebook.tickets().into_iter().filter(here).filter_map(line).collect()
}

/// The checks under way: how many are in, and nothing else.
#[component]
fn Running() -> impl IntoView {
    let session = use_session();
    let lines = Memo::new(move |_| session.ask(|nb| running(nb, session.today.get())));
    // The list is made anew only when a check comes or goes, so that a count does not take the focus away.
    let ids = Memo::new(move |_| lines.with(|lines| lines.iter().map(|l| l.id).collect::<Vec<_>>()));
    view! {
        {move || ids.get().into_iter().map(|id| view! { <OneRunning id lines /> }).collect_view()}
    }
}

#[component]
fn OneRunning(id: TicketId, lines: Memo<Vec<Line>>) -> impl IntoView {
    let session = use_session();
    let busy = RwSignal::new(false);
    let line = Memo::new(move |_| lines.with(|lines| lines.iter().find(|l| l.id == id).cloned()));
    let open = Memo::new(move |_| line.with(|l| l.as_ref().is_some_and(|l| l.open)));
    // The button that closes stays where it is, so that a second tap never opens again.
    let seen_open = Memo::new(move |seen: Option<&bool>| seen == Some(&true) || open.get());
    let s = words().substitute();
    let close = move |_| {
        if open.get_untracked() {
            let day = session.today.get_untracked();
            let closed = TicketClosed { ticket: id, day };
            write_once(session, busy, id, vec![Change::of_class(closed)], s.closed_said);
        }
    };
    let reopen = move |_| {
        write_once(session, busy, id, session.peek(|nb| nb.reopen_ticket(id)), s.reopened_said);
    };
    view! {
        <section class="card stack">
            <div class="row between">
                <h2 id=heading_id(id) tabindex="-1" dir="auto">{move || line.get().map(|l| l.title)}</h2>
                <span class="pill">{move || if open.get() { s.open } else { s.closed }}</span>
            </div>
            <p class="big" role="status">{move || line.get().map(|l| s.came(l.came, &l.of))}</p>
            <div class="row">
                <Show when=move || open.get()>
                    <a class="btn go" href=Route::Who.href()>
                        <Icon of=Picture::Lock />
                        {s.hand_round}
                    </a>
                </Show>
                <Show when=move || seen_open.get()>
                    <button class="btn" aria-disabled=move || (!open.get()).to_string() on:click=close>
                        {s.close}
                    </button>
                </Show>
            </div>
            <Show when=move || !open.get()>
                <div class="row between">
                    <p class="muted">{s.closed_text}</p>
                    <button class="btn small" on:click=reopen>{s.reopen}</button>
                </div>
            </Show>
        </section>
    }
}

/// The id of a running check's heading.
fn heading_id(check: TicketId) -> String {
    format!("check-{check}")
}

/// Writes one action about a check, says so, and goes to the check when the button that did it is
/// gone; a second tap while the first one is being written does nothing.
fn write_once(
    session: Session,
    busy: RwSignal<bool>,
    check: TicketId,
    changes: Vec<Change>,
    said: &'static str,
) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    spawn_local(async move {
        if let Ok(batch) = session.write(changes).await {
            session.toast.set(Some(Toast { text: said.to_owned(), undo: Some(batch) }));
            focus_if_lost_on(heading_id(check));
        }
        // The screen may be gone by then.
        let _ = busy.try_set(false);
    });
}

/// What can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prepared {
    /// A check the teacher wrote.
    Draft(TicketId),
    /// "Got it?" about a skill in focus.
    GotIt(SkillId),
}

/// The teacher's drafts that are complete, and "Got it?" about each skill in focus that has none open.
fn prepared(notebook: &Notebook) -> Vec<(Prepared, String)> {
    let complete = |t: &&ExitTicket| CheckDraft::of(t).parse(t).is_ok();
    let drafts = notebook.ticket_drafts().into_iter().filter(complete);
    let drafts = drafts.map(|t| (Prepared::Draft(t.id), asked::title(notebook, t)));
    let got_it = |line: &str| format!("{} {line}", asked::template(Template::GotIt));
    let open: Vec<SkillId> = notebook
        .tickets()
        .into_iter()
        .filter(|t| t.template == Template::GotIt && notebook.is_open(t.id))
        .map(|t| t.skill)
        .collect();
    let focus = notebook.focus_skills().into_iter().filter(|skill| !open.contains(&skill.id));
    drafts.chain(focus.map(|s| (Prepared::GotIt(s.id), got_it(&s.statement)))).collect()
}

/// The checks a substitute can open.
#[component]
fn ToOpen() -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| session.ask(prepared));
    let working_on = Memo::new(move |_| session.ask(|nb| !nb.focus_skills().is_empty()));
    let busy = RwSignal::new(false);
    let s = words().substitute();
    let open = move |of: Prepared| {
        if let Some((id, change)) = opened(session, of) {
            write_once(session, busy, id, vec![change], s.opened_said);
        }
    };
    let line = move |(of, title): (Prepared, String)| {
        let note = matches!(of, Prepared::Draft(_)).then_some(s.prepared);
        view! {
            <li>
                <button class="choice" on:click=move |_| open(of)>
                    <Icon of=Picture::Ticket />
                    <span>
                        <span dir="auto">{title}</span>
                        {note.map(|note| view! { <small>{note}</small> })}
                    </span>
                </button>
            </li>
        }
    };
    view! {
        <section class="stack">
            <h2>{s.to_open}</h2>
            {move || {
                let all = all.get();
                if all.is_empty() {
                    let text = if working_on.get() { s.all_open } else { s.nothing };
                    return view! { <Empty text /> }.into_any();
                }
                view! { <ul class="stack">{all.into_iter().map(line).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}

/// The check and what opens it; `None` when it is gone.
fn opened(session: Session, what: Prepared) -> Option<(TicketId, Change)> {
    let day = session.today.get_untracked();
    let id = TicketId::from_bits(browser::random_bits());
    session.peek(|nb| {
        let ticket = match what {
            Prepared::Draft(id) => nb.ticket(id)?.clone(),
            Prepared::GotIt(skill) => {
                ExitTicket::new(id, Template::GotIt, nb.skill(skill)?, day, nb.class_scale()?.id)
            }
        };
        Some((ticket.id, nb.amend_ticket(nb.opened(ticket, day))))
    })
}
