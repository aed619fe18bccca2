//! An advisory timer: the minutes a check may take, counted from when the teacher first had it open
//! on this device. It ends nothing.

use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::domain::Notebook;
use crate::domain::id::TicketId;
use crate::domain::notebook::Slot;
use crate::session::{Session, use_session};
use crate::words::words;

/// How many checks are remembered: more are never under way at once.
const REMEMBERED: usize = 8;

/// When the teacher first had a check open on this device: a reload and the wall's own tab count on.
fn opened(session: Session, id: TicketId) -> u64 {
    let now = browser::now_ms();
    let find = |all: &[(TicketId, u64)]| all.iter().find(|(of, _)| *of == id).map(|(_, since)| *since);
    if let Some(since) = session.preferences.with_untracked(|p| find(&p.timers)) {
        return since;
    }
    session.prefer(|p| {
        if find(&p.timers).is_none() {
            p.timers.insert(0, (id, now));
            p.timers.truncate(REMEMBERED);
        }
    });
    session.preferences.with_untracked(|p| find(&p.timers)).unwrap_or(now)
}

/// "4:05 left", while a check is open that says how many minutes it may take.
#[component]
pub(super) fn Timer(id: TicketId) -> impl IntoView {
    let session = use_session();
    let minutes = Memo::new(move |_| {
        let of_open = |nb: &Notebook| nb.ticket(id).filter(|_| nb.is_open(id))?.minutes;
        session.ask_slots(&[Slot::Ticket(id)], of_open)
    });
    let since = Memo::new(move |_| minutes.get().map(|_| opened(session, id)));
    let now = RwSignal::new(browser::now_ms());
    browser::every(Duration::from_secs(1), move || now.set(browser::now_ms()));
    let text = move || {
        let whole = u64::from(minutes.get()?) * 60;
        let gone = now.get().saturating_sub(since.get()?) / 1000;
        let left = whole.saturating_sub(gone);
        let l = words().live();
        Some(match left {
            0 => l.time_over.to_owned(),
            left => l.time_left(&(left / 60), &format!("{:02}", left % 60)),
        })
    };
    view! {
        <Show when=move || minutes.get().is_some()>
            <span class="pill" role="timer">{text}</span>
        </Show>
    }
}
