//! Files and pasted texts: many answers at once, each refused with its reason.

use std::collections::BTreeSet;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::camera::{Said, Told};
use super::intake::{self, Came};
use crate::browser;
use crate::domain::id::TicketId;
use crate::format::hand_in;
use crate::session::{Session, Toast, use_session};
use crate::words::words;

/// The largest file that is read, in bytes: a class's answers are far smaller.
const LARGEST: f64 = 4.0 * 1024.0 * 1024.0;

/// Files to choose, and a field to paste into.
#[component]
pub fn Texts(ticket: TicketId) -> impl IntoView {
    let session = use_session();
    let typed = RwSignal::new(String::new());
    let told = RwSignal::new(Vec::<Told>::new());
    let c = words().collect();
    let chosen = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        let Some(files) = input.files() else { return };
        let files: Vec<web_sys::File> = (0..files.length()).filter_map(|n| files.get(n)).collect();
        input.set_value("");
        spawn_local(async move {
            let mut all = Vec::new();
            for file in files {
                let text = if file.size() <= LARGEST {
                    // What cannot be read holds no answer, and that is said.
                    let bytes = browser::read_file(&file).await.unwrap_or_default();
                    Some(String::from_utf8_lossy(&bytes).into_owned())
                } else {
                    None
                };
                all.push(Source { file: Some(file.name()), text });
            }
            let _ = told.try_set(take_all(session, ticket, all).await);
        });
    };
    let paste = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = typed.get_untracked();
        spawn_local(async move {
            let pasted = Source { file: None, text: Some(text) };
            let results = take_all(session, ticket, vec![pasted]).await;
            // What was refused stays in the field, so that nothing is lost.
            if !results.iter().any(|told| matches!(told, Told::Bad(_))) {
                let _ = typed.try_set(String::new());
            }
            let _ = told.try_set(results);
        });
    };
    view! {
        <section class="card stack">
            <h2>{c.texts}</h2>
            <label class="choice file">
                <span>{c.files}<small>{c.files_text}</small></span>
                <input class="unseen" type="file" multiple on:change=chosen />
            </label>
            <form class="stack" on:submit=paste>
                <label class="field">
                    <span>{c.paste}</span>
                    <textarea rows="5" spellcheck="false" bind:value=typed></textarea>
                </label>
                <button class="btn go" type="submit">{c.take}</button>
            </form>
            <div role="status" class="stack">
                {move || {
                    told.get().into_iter().map(|told| view! { <Said told /> }).collect_view()
                }}
            </div>
        </section>
    }
}

/// Where answers may stand.
struct Source {
    /// What the file is called; `None` for what was pasted.
    file: Option<String>,
    /// `None` when it is too large to be read.
    text: Option<String>,
}

/// Judges all messages in each text, writes those that are good as one action, and says what each
/// came to.
async fn take_all(session: Session, ticket: TicketId, sources: Vec<Source>) -> Vec<Told> {
    let c = words().collect();
    let (mut told, mut changes, mut good) = (Vec::new(), Vec::new(), Vec::new());
    let mut receipts = BTreeSet::new();
    let mut messages = Vec::new();
    for Source { file, text } in sources {
        let refused = move |why: &str| {
            Told::Bad(file.as_ref().map_or_else(|| why.to_owned(), |file| c.of_file(file, &why)))
        };
        match text {
            Some(text) => messages.extend(hand_in::pasted(&text).into_iter().map(|m| (m, refused.clone()))),
            None => told.push(refused(c.too_large)),
        }
    }
    for (message, refused) in messages {
        match intake::judge(session, ticket, message).await {
            Came::Refused(why) => told.push(refused(&why)),
            Came::Again(taken) => told.push(Told::Good(intake::is_in_already(session, &taken))),
            // The same answer twice in one text is one answer.
            Came::In(taken) | Came::Elsewhere(taken)
                if !taken.change.iter().all(|change| receipts.insert(intake::receipt(change))) => {}
            Came::Elsewhere(taken) => told.push(Told::Elsewhere(taken)),
            Came::In(taken) => {
                good.push(intake::is_in(session, &taken));
                changes.extend(taken.change);
            }
        }
    }
    if changes.is_empty() {
        return told;
    }
    let said = if changes.len() == 1 { good.concat() } else { c.came_in_count(changes.len()) };
    let kept = session.write(changes).await;
    match kept {
        Ok(batch) => {
            session.toast.set(Some(Toast { text: said, undo: intake::undo(session, ticket, batch) }));
            good.into_iter().map(Told::Good).chain(told).collect()
        }
        // The banner says why; what was pasted stays in its field.
        Err(_) => vec![Told::Bad(c.not_kept.to_owned())],
    }
}
