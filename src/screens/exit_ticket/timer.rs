//! An advisory timer: the minutes a check may take, counted from when the teacher opened it on this
//! screen. It ends nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use leptos::prelude::*;

use crate::browser;
use crate::domain::id::TicketId;
use crate::session::use_session;
use crate::words::words;

thread_local! {
    /// When the teacher first opened a check in this tab, in milliseconds since 1970.
    static OPENED: RefCell<BTreeMap<TicketId, u64>> = const { RefCell::new(BTreeMap::new()) };
}

fn opened(id: TicketId) -> u64 {
    OPENED.with_borrow_mut(|all| *all.entry(id).or_insert_with(browser::now_ms))
}

/// "4:05 left", where the check says how many minutes it may take.
#[component]
pub(super) fn Timer(id: TicketId) -> impl IntoView {
    let session = use_session();
    let minutes = Memo::new(move |_| session.ask(|nb| nb.ticket(id).and_then(|t| t.minutes)));
    let since = opened(id);
    let now = RwSignal::new(browser::now_ms());
    if let Ok(handle) = set_interval_with_handle(move || now.set(browser::now_ms()), Duration::from_secs(1)) {
        on_cleanup(move || handle.clear());
    }
    let text = move || {
        let whole = u64::from(minutes.get()?) * 60;
        let gone = now.get().saturating_sub(since) / 1000;
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
