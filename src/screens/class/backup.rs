//! A teacher makes a backup file and sees what was damaged. Nobody's data hangs on one browser's
//! storage.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Day;
use crate::format::document::Damage;
use crate::screens::restore::Restore;
use crate::session::{Saving, Session, use_session};
use crate::ui::icon::{Icon, Picture};
use crate::ui::term::Term;
use crate::words::{short_day, words};

/// Hands the open class to the person as a file and remembers the day; whether it could.
pub async fn make_backup(session: Session) -> bool {
    let Some(class) = session.class.get_untracked() else { return false };
    let today = session.today.get_untracked();
    let title = session.peek(|nb| nb.class().map(|c| c.title.clone())).unwrap_or_default();
    let name = format!("{}-{today}.daymark", file_name(&title));
    let parts = browser::Parts::default();
    if let Err(fault) = session.backup(|part| parts.push(part)).await {
        session.saving.set(Saving::Failed(fault));
        return false;
    }
    browser::download_parts(&name, &parts, "application/octet-stream");
    session.prefer(|p| {
        p.backups.retain(|(of, _)| *of != class);
        p.backups.push((class, today.to_string()));
    });
    true
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
    let s = words().settings();
    let last = move || {
        let class = session.class.get()?;
        session.preferences.with(|p| {
            let (_, day) = p.backups.iter().find(|(of, _)| *of == class)?;
            day.parse::<Day>().ok()
        })
    };
    let make = move |_| {
        spawn_local(async move { made.set(make_backup(session).await) });
    };
    view! {
        <section class="card stack">
            <h2><Term of=Term::Backup text=s.backup /></h2>
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
            <Restore hint=words().file().open_hint />
            <DamageList />
        </section>
    }
}

/// Lines of the storage nobody can read, kept as they are.
#[component]
fn DamageList() -> impl IntoView {
    /// Enough to see what it was; the whole line is in the backup file.
    const SHOWN: usize = 160;
    let session = use_session();
    let s = words().settings();
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
