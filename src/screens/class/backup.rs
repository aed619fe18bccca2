//! A teacher makes a backup file, opens one, and sees what was damaged. Nobody's data hangs on one
//! browser's storage.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::settings::focus_if_lost;
use crate::browser;
use crate::domain::Day;
use crate::format::document::{Damage, LARGEST, NotADocument};
use crate::session::{Restored, Session, use_session};
use crate::ui::icon::{Icon, Picture};
use crate::words::{short_day, words};

/// Hands the open class to the person as a file and remembers the day.
pub fn make_backup(session: Session) {
    let Some(class) = session.class.get_untracked() else { return };
    let today = session.today.get_untracked();
    let title = session.peek(|nb| nb.class().map(|c| c.title.clone())).unwrap_or_default();
    let name = format!("{}-{today}.daymark", file_name(&title));
    browser::download(&name, &session.backup(), "application/octet-stream");
    session.prefer(|p| {
        p.backups.retain(|(of, _)| *of != class);
        p.backups.push((class, today.to_string()));
    });
}

/// A title without what file systems do not take.
fn file_name(title: &str) -> String {
    let kept = |c: char| if c.is_alphanumeric() { c } else { ' ' };
    let plain: String = title.chars().map(kept).collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join("-");
    if name.is_empty() { "daymark".to_owned() } else { name }
}

/// Where the data is, the backup, and the way back from one.
#[component]
pub fn Backup() -> impl IntoView {
    let session = use_session();
    let made = RwSignal::new(false);
    let s = &words().settings;
    let last = move || {
        let class = session.class.get()?;
        session.preferences.with(|p| {
            let (_, day) = p.backups.iter().find(|(of, _)| *of == class)?;
            day.parse::<Day>().ok()
        })
    };
    let make = move |_| {
        make_backup(session);
        made.set(true);
    };
    view! {
        <section class="card stack">
            <h2>{s.backup}</h2>
            <p>{s.where_}</p>
            <p>
                <strong>
                    {move || last().map_or_else(|| s.no_backup.to_owned(), |day| s.last_backup(&short_day(day)))}
                </strong>
            </p>
            <button class="btn go" on:click=make>
                <Icon of=Picture::Saved />
                {s.make_backup}
            </button>
            <p role="status">{move || made.get().then_some(s.backup_made)}</p>
            <Restore />
            <DamageList />
        </section>
    }
}

/// Opens a backup file, chosen or dropped, and says what it came to.
#[component]
fn Restore() -> impl IntoView {
    let session = use_session();
    let problem = RwSignal::new(None::<&'static str>);
    let over = RwSignal::new(false);
    let s = &words().settings;
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
            <span>{s.restore} <small>{s.restore_hint}</small></span>
            <input class="unseen" type="file" on:change=chosen />
        </label>
        <p class="problem" role="alert">{move || problem.get()}</p>
        <div role="status">{told}</div>
    }
}

/// Reads a file and merges it; gives the sentence that says why not.
async fn read(session: Session, file: &web_sys::File) -> Result<(), &'static str> {
    let f = &words().file;
    #[expect(clippy::cast_precision_loss, reason = "64 MiB")]
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
    let s = &words().settings;
    let mut out = vec![s.restored(restored.entries, &restored.row.title)];
    let some = |n: usize| (n > 0).then_some(n);
    out.extend(some(restored.damaged).map(|n| s.restored_damaged(n)));
    out.extend(some(restored.missing).map(|n| s.restored_missing(n)));
    out.extend(restored.newer.then(|| s.restored_newer.to_owned()));
    out.extend(some(restored.unknown).map(|n| s.restored_unknown(n)));
    out.push(s.nothing_lost.to_owned());
    out
}

/// Lines of the storage nobody can read, kept as they are.
#[component]
fn DamageList() -> impl IntoView {
    /// Enough to see what it was; the whole line is in the backup file.
    const SHOWN: usize = 160;
    let session = use_session();
    let s = &words().settings;
    let item = |damage: Damage| {
        let text: String = damage.text.chars().take(SHOWN).collect();
        view! {
            <li>
                <strong>{s.damage_line(&damage.line)}</strong>
                " "
                <span class="muted" lang="en">{damage.reason}</span>
                <code dir="ltr">{text}</code>
            </li>
        }
    };
    move || {
        let damage = session.damage();
        (!damage.is_empty()).then(|| {
            view! {
                <details class="damage">
                    <summary>{s.damage(damage.len())}</summary>
                    <p>{s.damage_text}</p>
                    <ol>{damage.into_iter().map(item).collect_view()}</ol>
                </details>
            }
        })
    }
}
