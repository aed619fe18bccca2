//! A substitute teacher opens a check, hands the device round, sees how many are in, and closes it.
//! No result, level, note or student's page is shown here, and nothing here opens the teacher's
//! screens: they stay behind the PIN.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Day;
use crate::domain::Notebook;
use crate::domain::entry::{Body, Change};
use crate::domain::exit_ticket::{ExitTicket, Template, TicketClosed};
use crate::domain::id::{SkillId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::Route;
use crate::screens::asked;
use crate::session::{Session, use_session};
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The screen.
#[component]
pub fn Substitute() -> impl IntoView {
    let session = use_session();
    let allowed = Memo::new(move |_| session.preferences.with(|p| p.substitute));
    let class = Memo::new(move |_| session.ask(|nb| nb.class().map(|c| c.title.clone())));
    let s = words().substitute();
    view! {
        <main id="main" class="narrow stack">
            <h1>{s.title}</h1>
            <Show
                when=move || allowed.get() && class.with(Option::is_some)
                fallback=move || {
                    view! {
                        <p>{s.not_allowed}</p>
                        <a class="btn go" href=Route::Who.href()>{s.to_students}</a>
                    }
                }
            >
                <p>
                    <strong dir="auto">{class}</strong>
                </p>
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
    let line = Memo::new(move |_| lines.with(|lines| lines.iter().find(|l| l.id == id).cloned()));
    let open = move || line.with(|l| l.as_ref().is_some_and(|l| l.open));
    let s = words().substitute();
    let press = move |_| if open() { close(session, id) } else { reopen(session, id) };
    view! {
        <section class="card stack">
            <div class="row between">
                <h2 dir="auto">{move || line.get().map(|l| l.title)}</h2>
                <span class="pill">{move || if open() { s.open } else { s.closed }}</span>
            </div>
            <p class="big" role="status">{move || line.get().map(|l| s.came(l.came, &l.of))}</p>
            <div class="row">
                <Show when=open>
                    <a class="btn go" href=Route::Who.href()>
                        <Icon of=Picture::Lock />
                        {s.hand_round}
                    </a>
                </Show>
                <button class="btn" on:click=press>{move || if open() { s.close } else { s.reopen }}</button>
            </div>
            <Show when=move || !open()>
                <p class="muted">{s.closed_text}</p>
            </Show>
        </section>
    }
}

fn close(session: Session, ticket: TicketId) {
    let day = session.today.get_untracked();
    let closed = TicketClosed { ticket, day };
    session.act(vec![Change::of_class(closed)], words().substitute().closed_said.to_owned());
}

/// Takes every closing back, whichever tab made it.
fn reopen(session: Session, ticket: TicketId) {
    let closings = session.peek(|nb| {
        let closings = nb.slot(Slot::Ticket(ticket)).filter(|e| matches!(e.body, Body::TicketClosed(_)));
        closings.map(|e| e.head.batch).collect::<Vec<_>>()
    });
    closings.into_iter().for_each(|batch| session.undo(batch));
}

/// What can be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Prepared {
    /// A check the teacher wrote.
    Draft(TicketId),
    /// "Got it?" about a skill in focus.
    GotIt(SkillId),
}

fn prepared(notebook: &Notebook) -> Vec<(Prepared, String)> {
    let drafts = notebook.ticket_drafts().into_iter().filter(|t| !t.questions.is_empty());
    let drafts = drafts.map(|t| (Prepared::Draft(t.id), asked::title(notebook, t)));
    let got_it = |line: &str| format!("{} {line}", asked::template(Template::GotIt));
    let focus = notebook.focus_skills().into_iter();
    drafts.chain(focus.map(|s| (Prepared::GotIt(s.id), got_it(&s.statement)))).collect()
}

/// The checks a substitute can open.
#[component]
fn ToOpen() -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| session.ask(prepared));
    let s = words().substitute();
    let line = move |(of, title): (Prepared, String)| {
        let note = matches!(of, Prepared::Draft(_)).then_some(s.prepared);
        view! {
            <li>
                <button class="choice" on:click=move |_| open(session, of)>
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
                    return view! { <Empty text=s.nothing /> }.into_any();
                }
                view! { <ul class="stack">{all.into_iter().map(line).collect_view()}</ul> }.into_any()
            }}
        </section>
    }
}

fn open(session: Session, what: Prepared) {
    let day = session.today.get_untracked();
    let id = TicketId::from_bits(browser::random_bits());
    let change = session.peek(|nb| {
        let (ticket, replaces) = match what {
            Prepared::Draft(id) => {
                let draft = nb.ticket(id)?.clone();
                let now = nb.heads_of(Slot::Ticket(id), |body| matches!(body, Body::ExitTicket(_)));
                (ExitTicket { draft: false, day, ..draft }, now)
            }
            Prepared::GotIt(skill) => {
                let scale = nb.class_scale()?.id;
                (ExitTicket::new(id, Template::GotIt, nb.skill(skill)?, day, scale), Vec::new())
            }
        };
        let code = ticket.code.or_else(|| Some(nb.wall_code_for(&ticket)));
        Some(Change::of_class(ExitTicket { code, ..ticket }).replacing(replaces))
    });
    if let Some(change) = change {
        session.act(vec![change], words().substitute().opened_said.to_owned());
    }
}
