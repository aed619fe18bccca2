//! A teacher's notes about one student: written with their day, changed with every earlier wording kept,
//! thrown away into the trash.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::kept::{KeptField, Written, kept};
use super::page::name;
use crate::browser;
use crate::domain::id::{NoteId, StudentId};
use crate::domain::note::{LONGEST_NOTE, Note, too_many};
use crate::domain::notebook::Slot;
use crate::session::{Saver, Session, use_session};
use crate::ui::day_field::DayField;
use crate::ui::dialog::Dialog;
use crate::ui::focus::{focus_if_lost_on, focus_on};
use crate::words::{short_day, words};

/// A note and how it was worded before, the latest first.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    note: Note,
    earlier: Vec<Note>,
}

fn lines(session: Session, id: StudentId) -> Vec<Line> {
    session.ask_slots(&[Slot::Log(id)], |nb| {
        let line = |(note, earlier): (&Note, Vec<&Note>)| Line {
            note: note.clone(),
            earlier: earlier.into_iter().cloned().collect(),
        };
        nb.notes_and_earlier(id).into_iter().map(line).collect()
    })
}

/// The notes of a student.
#[component]
pub fn Notes(id: StudentId) -> impl IntoView {
    /// Notes that are shown at once.
    const SHORT: usize = 4;
    let session = use_session();
    let all = Memo::new(move |_| lines(session, id));
    let more = Memo::new(move |_| all.with(|all| all.len().saturating_sub(SHORT)));
    let changing = RwSignal::new(None::<Note>);
    let open = RwSignal::new(false);
    let name = name(session, id);
    let l = words().log();
    let part = move |older: bool| {
        let all = all.get().into_iter();
        if older { all.skip(SHORT).collect::<Vec<_>>() } else { all.take(SHORT).collect() }
    };
    let list = move |older: bool| {
        view! {
            <ul class="log">
                <For each=move || part(older) key=|line| format!("{line:?}") let(line)>
                    <OneNote id line changing open />
                </For>
            </ul>
        }
    };
    view! {
        <section class="card stack only-teacher" aria-labelledby="notes-title">
            <h2 id="notes-title" tabindex="-1">{l.notes}</h2>
            <p class="muted sm">{l.notes_text}</p>
            <WriteNote id note=None on_done=Callback::new(|()| ()) />
            <Show when=move || all.with(Vec::is_empty)>
                <p class="muted">{move || l.no_notes(&name.get())}</p>
            </Show>
            {list(false)}
            <Show when=move || more.get() != 0>
                <details>
                    <summary>{move || l.more(more.get())}</summary>
                    {list(true)}
                </details>
            </Show>
            <Dialog open title=l.note_change>
                {move || {
                    let on_done = Callback::new(move |()| {
                        open.set(false);
                        focus_if_lost_on("notes-title".to_owned());
                    });
                    changing.get().map(|note| view! { <WriteNote id note=Some(note) on_done /> })
                }}
            </Dialog>
        </section>
    }
}

#[component]
fn OneNote(
    id: StudentId,
    line: Line,
    changing: RwSignal<Option<Note>>,
    open: RwSignal<bool>,
) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let note = line.note.clone();
    let what = l.note_of(&short_day(note.day));
    let text = note.text.clone();
    let change = move |_| {
        changing.set(Some(line.note.clone()));
        open.set(true);
    };
    let throw = {
        let note = note.clone();
        move |_| {
            // The line goes, and the focus must not go with it.
            focus_on("notes-title");
            let removed = Note { removed: true, ..note.clone() };
            session.act(vec![session.peek(|nb| nb.amend_note(id, removed))], l.note_trash_said.to_owned());
        }
    };
    let wording = |earlier: Note| {
        view! {
            <li>
                <p class="muted sm">{l.written(&short_day(earlier.written))}</p>
                <p class="said-text" dir="auto">{earlier.text}</p>
            </li>
        }
    };
    let history = (!line.earlier.is_empty()).then(|| {
        view! {
            <details>
                <summary class="sm">{l.wordings(line.earlier.len())}</summary>
                <ul class="log earlier">{line.earlier.into_iter().map(wording).collect_view()}</ul>
            </details>
        }
    });
    view! {
        <li>
            <p class="muted sm">{short_day(note.day)}</p>
            <p class="said-text" dir="auto">{text}</p>
            {history}
            <p class="row noprint">
                <button class="btn small quiet" aria-label=l.change_of(&what) on:click=change>{l.change}</button>
                <button class="btn small quiet" aria-label=l.trash_of(&what) on:click=throw>{l.to_trash}</button>
            </p>
        </li>
    }
}

/// A note as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Draft {
    text: String,
    /// The day that was chosen. Without one it is the note's, of a new note the day it is saved, also on a page left
    /// open overnight.
    day: Option<String>,
}

impl Written for Draft {
    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Writes a new note, or another wording of one.
#[component]
fn WriteNote(
    id: StudentId,
    /// The note that is changed; `None` for a new one.
    note: Option<Note>,
    /// Called once it is saved.
    on_done: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let new = note.is_none();
    let (draft, first) = match &note {
        Some(note) => {
            let first = Draft { text: note.text.clone(), day: None };
            (format!("note/{}", note.id), first)
        }
        None => ("note".to_owned(), Draft::default()),
    };
    let kept = kept(session, id, &draft, first);
    let field = if new { "note-text" } else { "note-change" };
    let own_day = note.as_ref().map(|note| note.day);
    let day = move || {
        let usual = || own_day.unwrap_or_else(|| session.today.get()).to_string();
        kept.now.with(|draft| draft.day.clone()).unwrap_or_else(usual)
    };
    let problem = RwSignal::new(None::<&'static str>);
    let saver = Saver::new(session);
    let note = StoredValue::new(note);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = kept.now.get_untracked();
        let found = untrack(day).parse().ok();
        let wrong = match found {
            _ if typed.is_blank() => Some(l.need_note),
            None => Some(l.need_day),
            Some(_) => None,
        };
        problem.set(wrong);
        let Some(day) = found else { return };
        if wrong.is_some() || too_many(&typed.text, LONGEST_NOTE) > 0 {
            focus_on(field);
            return;
        }
        let was = note.get_value();
        let note_id = was.as_ref().map_or_else(|| NoteId::from_bits(browser::random_bits()), |note| note.id);
        let written = session.today.get_untracked();
        let note = Note { id: note_id, day, written, text: typed.text.trim().to_owned(), removed: false };
        let said = if new { l.note_said } else { l.note_changed_said };
        let forget = kept.once_written();
        saver.save(vec![session.peek(|nb| nb.amend_note(id, note))], said.to_owned(), move || {
            forget();
            // What was typed on while it was written stays.
            if kept.is(&typed) == Some(true) {
                if new {
                    kept.now.set(Draft::default());
                }
                on_done.try_run(());
            }
        });
    };
    // Escape keeps what was typed; this gives it up.
    let cancel = move |_| {
        kept.forget();
        on_done.run(());
    };
    view! {
        <form class="stack noprint" novalidate on:submit=save>
            <KeptField id=field label=l.note kept part=|draft| &mut draft.text most=LONGEST_NOTE rows=4 />
            <div class="row">
                <DayField
                    label=l.day
                    day=Signal::derive(day)
                    on_type=Callback::new(move |text| kept.edit(|draft| draft.day = Some(text)))
                />
            </div>
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button class="btn go" type="submit">{l.note_save}</button>
                {(!new).then(|| view! { <button class="btn" type="button" on:click=cancel>{l.cancel}</button> })}
                <span class="muted sm">{l.kept}</span>
            </div>
        </form>
    }
}
