//! A teacher takes out again what was thrown away: notes, talks, pieces of work.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::id::StudentId;
use crate::domain::trash::Thrown;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::focus_if_lost;
use crate::words::{full_day, words};

/// Enough of a long text to know it again.
const SHOWN: usize = 140;

/// One thing in the trash.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    student: StudentId,
    thrown: Thrown,
    what: String,
    text: String,
}

fn line(name: &str, student: StudentId, thrown: Thrown) -> Line {
    let t = words().trash();
    let (what, text) = match &thrown {
        Thrown::Note(note) => (t.note(&full_day(note.day), &name), note.text.clone()),
        Thrown::Talk(talk) => {
            let said = [&talk.about, &talk.said, &talk.next].into_iter().find(|text| !text.is_empty());
            (t.talk(&full_day(talk.day), &name), said.cloned().unwrap_or_default())
        }
        Thrown::Sample(sample) => (t.sample(&full_day(sample.day), &name), sample.title.clone()),
    };
    let mut short: String = text.chars().take(SHOWN).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    Line { student, thrown, what, text: short }
}

/// The screen.
#[component]
pub fn Trash() -> impl IntoView {
    let session = use_session();
    let all = Memo::new(move |_| {
        session.ask(|nb| {
            let lines = nb.trash().into_iter();
            lines.map(|(id, thrown)| line(&said::name_of(nb, id), id, thrown)).collect::<Vec<_>>()
        })
    });
    let t = words().trash();
    view! {
        <main id="main" class="narrow stack">
            <div class="row between">
                <h1>{t.title}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Class).href()>{words().recent().back}</a>
            </div>
            <Show when=move || !all.with(Vec::is_empty) fallback=move || view! { <Empty text=t.empty /> }>
                <p class="muted">{t.lead}</p>
                <ul class="recent">
                    <For each=move || all.get() key=|line| format!("{line:?}") children=one />
                </ul>
            </Show>
            <TakenBack />
            <section class="stack">
                <h2>{t.others}</h2>
                <p>
                    {t.recent} " "
                    <a href=Route::Teacher(TeacherScreen::Recent).href()>{words().recent().title}</a>
                </p>
                <p>{t.put_away}</p>
                <p>{t.classes}</p>
            </section>
        </main>
    }
}

/// Students whose adding was taken back: no list leads to what is kept of them, so this does.
#[component]
fn TakenBack() -> impl IntoView {
    let session = use_session();
    let found = Memo::new(move |_| {
        session.ask(|nb| {
            nb.taken_back_students().into_iter().map(|s| (s.id, s.name.clone())).collect::<Vec<_>>()
        })
    });
    let all = RwSignal::new(Vec::new());
    Effect::new(move || {
        let found = found.get();
        spawn_local(async move {
            let mut here = Vec::new();
            for (id, name) in found {
                // Who is in another class as well came from there, and is erased from there if at all.
                if session.kept_of(id).await.is_ok_and(|kept| kept.len() == 1) {
                    here.push((id, name));
                }
            }
            // The screen may be gone by then.
            let _ = all.try_set(here);
        });
    });
    let t = words().trash();
    let line = |(id, name): (StudentId, String)| {
        let href = Route::Teacher(TeacherScreen::Erase(id)).href();
        view! { <li><a class="btn small" href=href>{t.erase(&name)}</a></li> }
    };
    view! {
        <Show when=move || !all.with(Vec::is_empty)>
            <section class="stack">
                <h2>{t.taken_back}</h2>
                <p>{t.taken_back_text}</p>
                <ul class="names">{move || all.get().into_iter().map(line).collect_view()}</ul>
            </section>
        </Show>
    }
}

fn one(line: Line) -> impl IntoView {
    let session = use_session();
    let Line { what, text, .. } = line.clone();
    let named = what.clone();
    let saver = Saver::new(session);
    let put_back = move |_| {
        let change = session.peek(|nb| nb.put_back(line.student, line.thrown.clone()));
        saver.save(vec![change], words().trash().put_back_said(&line.what), focus_if_lost);
    };
    view! {
        <li class="row between">
            <div>
                <p>
                    <strong>{what}</strong>
                </p>
                <p class="muted" dir="auto">{text}</p>
            </div>
            <button class="btn small" on:click=put_back>
                {words().trash().put_back}
                <span class="unseen">": " {named}</span>
            </button>
        </li>
    }
}
