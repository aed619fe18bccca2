//! A student hands in by a code on the screen, a file or a text.

use std::time::Duration;

use base64ct::{Base64UrlUnpadded, Encoding};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::entry::EntryKey;
use crate::domain::hand_in::{HandedIn, KeyOf};
use crate::domain::id::{StudentId, TicketId};
use crate::format::hand_in;
use crate::route::{Route, StudentScreen};
use crate::screens::{asked, frame, said};
use crate::session::{Session, use_session};
use crate::ui::qr::QrCode;
use crate::words::words;

/// How long one of several codes is shown.
const TURN: Duration = Duration::from_millis(1_000);

/// The screen.
#[component]
pub fn HandIn(id: StudentId, ticket: TicketId) -> impl IntoView {
    let session = use_session();
    // Nothing while it is made.
    let made = RwSignal::new(None::<Result<Vec<Vec<u8>>, &'static str>>);
    spawn_local(async move {
        let messages = messages(session, id, ticket).await;
        // The screen may be gone by now.
        let _ = made.try_set(Some(messages));
    });
    let h = words().hand_in();
    let (title, nameless) = session.peek(|nb| {
        let found = nb.ticket(ticket);
        (found.map(|t| asked::title(nb, t)).unwrap_or_default(), found.is_some_and(|t| t.anonymous))
    });
    // What is handed in without a name is saved without one, too.
    let file = if nameless { title.clone() } else { session.peek(|nb| said::name_of(nb, id)) };
    let file = StoredValue::new(h.file(&file));
    view! {
        <frame::Student id screen=StudentScreen::HandIn(ticket) nameless>
            <main id="main" class="narrow">
                <div class="card stack hand-in">
                    <h1>{h.title}</h1>
                    <p class="muted" dir="auto">{title}</p>
                    {move || match made.get() {
                        None => ().into_any(),
                        Some(Ok(messages)) => view! { <Messages messages file=file.get_value() /> }.into_any(),
                        Some(Err(why)) => view! { <p class="problem" role="alert">{why}</p> }.into_any(),
                    }}
                    <a class="btn" href=Route::Student(id, StudentScreen::Today).href()>
                        {words().respond().to_today}
                    </a>
                </div>
            </main>
        </frame::Student>
    }
}

/// The sealed messages of what is handed in, or the sentence that says why there are none.
async fn messages(session: Session, id: StudentId, ticket: TicketId) -> Result<Vec<Vec<u8>>, &'static str> {
    let h = words().hand_in();
    let found = session.peek(|nb| {
        let ticket = nb.ticket(ticket)?;
        let (of, student) = if ticket.anonymous { (KeyOf::Nobody, None) } else { (KeyOf::Student, Some(id)) };
        let all = nb.to_hand_in(id, ticket, hand_in::sum);
        (!all.is_empty()).then(|| (all, nb.hand_in_key(of, student).map(str::to_owned)))
    });
    let (all, key) = found.ok_or(h.no_answer)?;
    let key = key.and_then(|key| Base64UrlUnpadded::decode_vec(&key).ok()).ok_or(h.not_own_device)?;
    let mut messages = Vec::new();
    for (mut said, entry) in all {
        said.receipt = receipt(session, ticket, &said, entry).await;
        let body = hand_in::body(&said);
        let seal = browser::hmac(&key, &body).await.ok_or(h.not_secure)?;
        messages.push(hand_in::sealed(body, &seal));
    }
    Ok(messages)
}

/// The receipt of an answer. It is the same whenever the answer is shown, so that a second scan adds
/// nothing, and drawn by chance, so that it says nothing about who answered.
async fn receipt(session: Session, ticket: TicketId, said: &HandedIn, entry: EntryKey) -> u64 {
    if said.receipt != 0 {
        return said.receipt;
    }
    // Two lives of this device may both have written an entry of that number.
    let name = format!("receipt {ticket} {} {}", entry.writer, entry.n); // tidy: not for people
    // Of an answer without a name nothing that is kept says whose it is.
    let whose = said.student.unwrap_or(StudentId::from_bits(0));
    let kept = session.draft(whose, &name).await.and_then(|text| text.parse().ok());
    let receipt = kept.unwrap_or_else(browser::random_bits);
    session.keep_draft(whose, &name, receipt.to_string());
    receipt
}

/// The codes in turn, and the other ways to hand in.
#[component]
fn Messages(messages: Vec<Vec<u8>>, file: String) -> impl IntoView {
    let h = words().hand_in();
    let (mut frames, mut text) = (Vec::new(), String::new());
    for message in &messages {
        frames.extend(hand_in::frames(message));
        text.push_str(&hand_in::as_text(message));
        text.push('\n');
    }
    let count = frames.len();
    let text = StoredValue::new(text);
    let frames = StoredValue::new(frames);
    let at = RwSignal::new(0);
    let paused = RwSignal::new(false);
    let turn = move |by: usize| at.update(|at| *at = (*at + by) % count);
    if count > 1 {
        browser::every(TURN, move || {
            if !paused.get_untracked() {
                turn(1);
            }
        });
    }
    let by_hand = move |by: usize| {
        paused.set(true);
        turn(by);
    };
    let code =
        Signal::derive(move || frames.with_value(|all| all.get(at.get()).cloned().unwrap_or_default()));
    let part = move || h.part(&(at.get() + 1), &count);
    let told = RwSignal::new("");
    let save = move |_| browser::download(&file, text.get_value().as_bytes(), "text/plain");
    let copy = move |_| {
        spawn_local(async move {
            let done = browser::copy(&text.get_value()).await;
            told.set(if done { h.copied } else { h.not_copied });
        });
    };
    view! {
        <p>{h.show}</p>
        <div class="hand-in-code">
            <QrCode text=code label=Signal::derive(move || if count > 1 { part() } else { h.code.to_owned() }) />
        </div>
        {(count > 1)
            .then(|| {
                view! {
                    <div class="row hand-in-parts">
                        <span class="pill">{part}</span>
                        <button class="btn small" on:click=move |_| by_hand(count - 1)>{h.previous}</button>
                        <button class="btn small" on:click=move |_| paused.update(|p| *p = !*p)>
                            {move || if paused.get() { h.go_on } else { h.pause }}
                        </button>
                        <button class="btn small" on:click=move |_| by_hand(1)>{h.next}</button>
                    </div>
                }
            })}
        <p class="muted sm">{h.other_ways}</p>
        <div class="row">
            <button class="btn" on:click=save>{h.save}</button>
            <button class="btn" on:click=copy>{h.copy}</button>
        </div>
        <p role="status">{told}</p>
    }
}
