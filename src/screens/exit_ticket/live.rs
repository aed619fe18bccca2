//! A teacher watches a check come in and sees at once who needs what.
//!
//! Names are hidden when it opens while the check is open, because this screen is often on the wall,
//! and while a screen made for the wall is; only the teacher's tap shows them. Of a check without
//! names only counts are shown.

use leptos::prelude::*;

use super::evidence::TakeAsEvidence;
use super::groups::Groups;
use super::missing::Missing;
use super::one::OneStudent;
use super::tallies::{Distribution, Tallies};
use super::timer::Timer;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{Moment, Results, TicketClosed};
use crate::domain::id::{StudentId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::asked;
use crate::screens::said::Names;
use crate::session::{Saver, Session, Toast, use_session};
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::ui::term::Term;
use crate::ui::wall;
use crate::words::words;

/// What the parts of the screen share.
#[derive(Clone, Copy)]
pub(super) struct Shared {
    /// The check.
    pub id: TicketId,
    /// What came in.
    pub results: Memo<Option<Results>>,
    /// Names as they may be shown.
    pub names: Memo<Names>,
    /// Whether names are hidden.
    pub hidden: RwSignal<bool>,
    /// The student who is looked at, or was last.
    pub looking: RwSignal<Option<StudentId>>,
    /// Whether the dialog about them is open.
    pub open: RwSignal<bool>,
}

impl Shared {
    /// Reads a part of the results; the default while there are none.
    pub(super) fn part<T: Default>(self, read: impl FnOnce(&Results) -> T) -> T {
        self.results.with(|r| r.as_ref().map(read).unwrap_or_default())
    }

    /// The name to show for a student.
    pub(super) fn name(self, id: StudentId) -> String {
        self.names.with(|names| names.of(id))
    }
}

/// The screen.
#[component]
pub fn Live(id: TicketId) -> impl IntoView {
    let session = use_session();
    let results = Memo::new(move |_| session.ask(|nb| nb.results(id)));
    let hidden = wall::hidden_names(results.with_untracked(|r| r.as_ref().is_some_and(|r| r.open)));
    let names = Memo::new(move |_| {
        let hidden = hidden.get();
        session.ask_slots(&[Slot::Roster], |nb| Names::of_class(nb, hidden))
    });
    let (looking, open) = (RwSignal::new(None), RwSignal::new(false));
    let live = Shared { id, results, names, hidden, looking, open };
    let draft = Memo::new(move |_| results.with(|r| r.as_ref().map(|r| r.ticket.draft)));
    let named = Memo::new(move |_| live.part(|r| !r.ticket.anonymous));
    let shown = Memo::new(move |_| live.part(|r| r.came > 0 && !r.is_veiled()));
    move || {
        match draft.get() {
            None => return view! { <Unknown /> }.into_any(),
            Some(true) => return view! { <Draft id /> }.into_any(),
            Some(false) => {}
        }
        view! {
            <main id="main">
                <Head live />
                <div class="live">
                    <Distribution live />
                    <Show when=move || named.get()>
                        <section class="card stack groups">
                            <Groups live />
                            <TakeAsEvidence live />
                        </section>
                        <Missing live />
                    </Show>
                    <Show when=move || shown.get()>
                        <Tallies live />
                    </Show>
                </div>
                <OneStudent live />
            </main>
        }
        .into_any()
    }
}

/// A check that is not there, or not any more.
#[component]
pub(super) fn Unknown() -> impl IntoView {
    view! {
        <main id="main" class="narrow stack">
            <h1>{words().live().unknown}</h1>
            <a class="btn go" href=Route::Teacher(TeacherScreen::Today).href()>{words().live().back}</a>
        </main>
    }
}

/// A check that is still being written, or again: its opening was taken back.
#[component]
fn Draft(id: TicketId) -> impl IntoView {
    view! {
        <main id="main" class="narrow stack">
            <h1>{words().live().is_draft}</h1>
            <a class="btn go" href=Route::Teacher(TeacherScreen::EditTicket(id)).href()>
                {words().checks().go_on}
            </a>
        </main>
    }
}

/// The id of the button that closes.
const CLOSE: &str = "close-check";

/// Closes the check. It stays where it is when another tab was first, so that a tap that was meant to
/// close never opens again.
#[component]
fn CloseButton(live: Shared, open: Memo<bool>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let saver = Saver::new(session);
    let seen_open = Memo::new(move |seen: Option<&bool>| seen == Some(&true) || open.get());
    let close = move |_| {
        let said = l.closed_said.to_owned();
        if open.get_untracked() {
            let closed = TicketClosed { ticket: live.id, day: session.today.get_untracked() };
            saver.save(vec![Change::of_class(closed)], said, || ());
        } else {
            session.toast.set(Some(Toast { text: said, undo: None }));
        }
    };
    view! {
        <Show when=move || seen_open.get()>
            <button
                id=CLOSE
                class="btn"
                class:go=move || open.get()
                aria-disabled=move || (!open.get()).to_string()
                on:click=close
            >
                {l.close}
            </button>
        </Show>
    }
}

/// Opens a check again.
fn reopen(session: Session, saver: Saver, live: Shared) {
    live.hidden.set(true);
    let back = session.peek(|nb| nb.reopen_ticket(live.id));
    saver.save(back, words().live().reopened_said.to_owned(), || {
        // The button that had the focus is gone.
        request_animation_frame(|| focus_on(CLOSE));
    });
}

#[component]
fn Head(live: Shared) -> impl IntoView {
    let session = use_session();
    let saver = Saver::new(session);
    let l = words().live();
    let id = live.id;
    let open = Memo::new(move |_| live.part(|r| r.open));
    let title =
        Memo::new(move |_| session.ask(|nb| nb.ticket(id).map(|t| asked::title(nb, t))).unwrap_or_default());
    let anonymous = move || live.part(|r| r.ticket.anonymous);
    let survey = Memo::new(move |_| live.part(|r| r.ticket.survey.is_some()));
    let term = |of: Term| view! { <Term of /> };
    let to = |screen: TeacherScreen| Route::Teacher(screen).href();
    view! {
        <div class="page-head">
            <div>
                <h1>{title}</h1>
                <p class="row">
                    {move || if survey.get() { term(Term::Survey) } else { term(Term::ExitTicket) }}
                    <span class="pill">{move || if open.get() { l.is_open } else { l.is_closed }}</span>
                    <Show when=move || !open.get()>
                        <button class="btn small" on:click=move |_| reopen(session, saver, live)>{l.reopen}</button>
                    </Show>
                    <Show when=anonymous>
                        <span class="pill">{l.anonymous}</span>
                    </Show>
                    <HalfOf live />
                    <Show when=move || open.get()>
                        <Code id />
                        <Timer id />
                    </Show>
                </p>
            </div>
            <div class="row">
                <a class="btn" href=to(TeacherScreen::Projector(id))>{l.wall}</a>
                <a class="btn" href=to(TeacherScreen::Collect(id))>{l.collect}</a>
                <a class="btn" href=to(TeacherScreen::PrintTicket(id))>
                    <Icon of=Picture::Print />
                    {words().app().print}
                </a>
                <Show when=move || !anonymous()>
                    <wall::HideNames label=l.hide hidden=live.hidden />
                </Show>
                <CloseButton live open />
            </div>
        </div>
    }
}

/// The code that opens the check on a device of its own.
#[component]
fn Code(id: TicketId) -> impl IntoView {
    let session = use_session();
    let code = Memo::new(move |_| session.ask(|nb| Some(nb.wall_code_for(nb.ticket(id)?))));
    view! {
        <span class="pill">
            {words().live().code} " " <strong>{move || code.get().map(|code| code.to_string())}</strong>
        </span>
    }
}

/// Which half of a survey it is, with the way to what both halves show.
#[component]
fn HalfOf(live: Shared) -> impl IntoView {
    let part = Memo::new(move |_| live.part(|r| r.ticket.survey));
    move || {
        part.get().map(|part| {
            let l = words().live();
            let half = if part.moment == Moment::Before { l.half_before } else { l.half_after };
            let report = Route::Teacher(TeacherScreen::Survey(part.survey)).href();
            view! {
                <span class="pill">{half}</span>
                <a href=report>{l.to_report}</a>
            }
        })
    }
}
