//! Opening a backup file, at the door and on the class's screen.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::format::document::{LARGEST, NotADocument};
use crate::session::{Restored, Session, use_session};
use crate::ui::focus::focus_if_lost;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// Opens a backup file, chosen or dropped, and says what it came to.
#[component]
pub fn Restore(
    /// What stands below its name.
    hint: &'static str,
) -> impl IntoView {
    let session = use_session();
    let problem = RwSignal::new(None::<&'static str>);
    let over = RwSignal::new(false);
    let f = words().file();
    let open = move |file: web_sys::File| {
        session.restored.set(None);
        spawn_local(async move {
            problem.set(read(session, &file).await.err());
            focus_if_lost();
        });
    };
    let chosen = move |event: leptos::ev::Event| {
        let input: web_sys::HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            open(file);
        }
        // So that the same file can be chosen again.
        input.set_value("");
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0))
        {
            open(file);
        }
    };
    let told = move || {
        let restored = session.restored.get().filter(|r| Some(r.row.id) == session.class.get())?;
        let lines = said(&restored).into_iter().map(|text| view! { <p>{text}</p> });
        Some(view! { <div class="status stack">{lines.collect_view()}</div> })
    };
    view! {
        <label
            class="choice file"
            class:over=move || over.get()
            on:dragover=move |event| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=dropped
        >
            <Icon of=Picture::Arrow />
            <span>{f.open}<small>{hint}</small></span>
            <input class="unseen" type="file" on:change=chosen />
        </label>
        <p class="problem" role="alert">{move || problem.get()}</p>
        <div role="status">{told}</div>
    }
}

/// Reads a file and merges it; gives the sentence that says why not.
async fn read(session: Session, file: &web_sys::File) -> Result<(), &'static str> {
    let f = words().file();
    #[expect(clippy::cast_precision_loss, reason = "256 MiB")]
    if file.size() > LARGEST as f64 {
        return Err(f.too_large);
    }
    let bytes = browser::read_file(file).await.map_err(|_| f.unreadable)?;
    match session.restore(&bytes).await {
        // A fault of the storage is told by the banner.
        Ok(_) => Ok(()),
        Err(NotADocument::Empty) => Err(f.empty),
        Err(NotADocument::Foreign) => Err(f.foreign),
        Err(NotADocument::TooLarge) => Err(f.too_large),
    }
}

/// What a restore came to, in sentences.
fn said(restored: &Restored) -> Vec<String> {
    let s = words().file();
    let mut out = vec![s.restored(restored.entries, &restored.row.title)];
    let some = |n: usize| (n > 0).then_some(n);
    out.extend(some(restored.damaged).map(|n| s.restored_damaged(n)));
    out.extend(some(restored.missing).map(|n| s.restored_missing(n)));
    out.extend(restored.newer.then(|| s.restored_newer.to_owned()));
    out.extend(some(restored.unknown).map(|n| s.restored_unknown(n)));
    out.push(s.nothing_lost.to_owned());
    out
}
