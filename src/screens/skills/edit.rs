//! The class's skills: the teacher says which are in focus today, orders them, puts them away,
//! edits their words and adds more.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::change::{alter, bring_back, last_place, move_by};
use super::editor::SkillEditor;
use super::starter_set::StarterSet;
use crate::browser;
use crate::domain::id::SkillId;
use crate::domain::notebook::Slot;
use crate::domain::skill::{Skill, Subject};
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{Session, Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::move_button::{MoveButton, keep_focus};
use crate::words::words;

/// The most skills in focus at once.
const MOST_IN_FOCUS: usize = 3;

/// The class's skills.
#[component]
pub fn EditSkills() -> impl IntoView {
    let session = use_session();
    let skills = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| nb.skills().into_iter().cloned().collect::<Vec<_>>())
    });
    let none = Memo::new(move |_| skills.with(Vec::is_empty));
    let edited = RwSignal::new(None::<Skill>);
    let open = RwSignal::new(false);
    let edit = Callback::new(move |skill: Skill| {
        edited.set(Some(skill));
        open.set(true);
    });
    let own = move |_| edit.run(blank(session));
    let s = words().skills();
    let title = Signal::derive(move || {
        let new = edited.with(|e| e.as_ref().is_some_and(|e| e.statement.is_empty()));
        if new { s.new_title } else { s.editor_title }.to_owned()
    });
    view! {
        <main id="main" class="edit-skills stack">
            <div class="page-head">
                <h1>{s.edit}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Skills).href()>{s.to_map}</a>
            </div>
            <section class="card stack" aria-labelledby="mine-title">
                <div class="row between">
                    <h2 id="mine-title" tabindex="-1">{s.mine}</h2>
                    <button class="btn small" on:click=own>{s.add_own}</button>
                </div>
                <p class="muted">{s.focus_hint}</p>
                <Show when=move || !none.get() fallback=move || view! { <Empty text=s.no_skills /> }>
                    <List skills edit />
                </Show>
                <PutAway />
            </section>
            <StarterSet />
            <Dialog open title>
                {move || edited.get().map(|skill| view! { <SkillEditor skill open /> })}
            </Dialog>
        </main>
    }
}

/// A new skill with nothing in it.
fn blank(session: Session) -> Skill {
    let id = SkillId::from_bits(browser::random_bits());
    Skill::named(id, Subject::Math, String::new(), session.peek(last_place))
}

#[component]
fn List(skills: Memo<Vec<Skill>>, edit: Callback<Skill>) -> impl IntoView {
    view! {
        <ol class="skill-list">
            <For each=move || skills.get() key=|skill| skill.id let:skill>
                <SkillRow id=skill.id skills edit />
            </For>
        </ol>
    }
}

/// What a row shows.
#[derive(Clone, PartialEq)]
struct Row {
    skill: Skill,
    first: bool,
    last: bool,
    /// Three others are in focus already.
    full: bool,
}

#[component]
fn SkillRow(id: SkillId, skills: Memo<Vec<Skill>>, edit: Callback<Skill>) -> impl IntoView {
    let row = Memo::new(move |_| {
        skills.with(|all| {
            let at = all.iter().position(|s| s.id == id)?;
            let skill = all.get(at)?.clone();
            let others = all.iter().filter(|s| s.in_focus && s.id != id).count();
            Some(Row { skill, first: at == 0, last: at + 1 == all.len(), full: others >= MOST_IN_FOCUS })
        })
    });
    let session = use_session();
    let s = words().skills();
    let of = move |what: fn(&Row) -> bool| row.with(|row| row.as_ref().is_some_and(what));
    let line =
        move || row.with(|row| row.as_ref().map(|row| row.skill.statement.clone()).unwrap_or_default());
    let named = move |act: &'static str| move || format!("{act}: {}", line());
    let subject = move || row.with(|row| row.as_ref().map(|row| said::subject(row.skill.subject)));
    let open = move |_| {
        if let Some(row) = row.get_untracked() {
            edit.run(row.skill);
        }
    };
    view! {
        <li class="skill-row">
            <div class="skill-name">
                <strong>{line}</strong>
                <span class="muted sm">{subject}</span>
            </div>
            <label class="check sm">
                <input
                    type="checkbox"
                    prop:checked=move || of(|row| row.skill.in_focus)
                    disabled=move || of(|row| row.full && !row.skill.in_focus)
                    aria-label=named(s.in_focus)
                    on:change=move |_| toggle_focus(session, id)
                />
                {s.in_focus}
            </label>
            <div class="skill-acts">
                <MoveButton
                    id=format!("up-{id}")
                    sign="↑"
                    label=Signal::derive(named(s.up))
                    disabled=Signal::derive(move || of(|row| row.first))
                    on_press=Callback::new(move |()| move_skill(session, id, false))
                />
                <MoveButton
                    id=format!("down-{id}")
                    sign="↓"
                    label=Signal::derive(named(s.down))
                    disabled=Signal::derive(move || of(|row| row.last))
                    on_press=Callback::new(move |()| move_skill(session, id, true))
                />
                <button class="btn small" aria-label=named(s.edit_one) on:click=open>
                    {s.edit_one}
                </button>
                <button class="btn small quiet" aria-label=named(s.put_away) on:click=move |_| put_away(session, id)>
                    {s.put_away}
                </button>
            </div>
        </li>
    }
}

fn put_away(session: Session, id: SkillId) {
    let made = session.peek(|nb| {
        let said = words().skills().put_away_said(&said::skill_line(nb, id));
        let change = alter(nb, id, |skill| (skill.archived, skill.in_focus) = (true, false))?;
        Some((change, said))
    });
    if let Some((change, said)) = made {
        session.act(vec![change], said);
        focus_on("mine-title");
    }
}

fn toggle_focus(session: Session, id: SkillId) {
    let s = words().skills();
    let made = session.peek(|nb| {
        let skill = nb.skill(id)?;
        let said =
            if skill.in_focus { s.out_of_focus(&skill.statement) } else { s.now_in_focus(&skill.statement) };
        Some((alter(nb, id, |skill| skill.in_focus = !skill.in_focus)?, said))
    });
    if let Some((change, said)) = made {
        session.act(vec![change], said);
    }
}

/// Moves a skill and leaves the focus on its button, or on the other one at the list's end.
fn move_skill(session: Session, id: SkillId, down: bool) {
    let changes = session.peek(|nb| move_by(nb, id, down));
    if changes.is_empty() {
        return;
    }
    spawn_local(async move {
        let Ok(batch) = session.write(changes).await else { return };
        let text = session.peek(|nb| {
            let place = nb.skills().iter().position(|s| s.id == id).map_or(0, |at| at + 1);
            words().skills().moved_said(&said::skill_line(nb, id), &place)
        });
        session.toast.set(Some(Toast { text, undo: Some(batch) }));
        let (up, below) = (format!("up-{id}"), format!("down-{id}"));
        keep_focus(if down { vec![below, up] } else { vec![up, below] })
    });
}

/// The skills that were put away.
#[component]
fn PutAway() -> impl IntoView {
    let session = use_session();
    let away = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| {
            nb.put_away_skills().into_iter().map(|s| (s.id, s.statement.clone())).collect::<Vec<_>>()
        })
    });
    let s = words().skills();
    let row = move |(id, line): (SkillId, String)| {
        let label = format!("{}: {line}", s.bring_back);
        let again = move |_| {
            bring_back(session, id);
            focus_on("mine-title");
        };
        view! {
            <li class="row between">
                <span>{line}</span>
                <button class="btn small" aria-label=label on:click=again>{s.bring_back}</button>
            </li>
        }
    };
    view! {
        <Show when=move || away.with(|a| !a.is_empty())>
            <details class="put-away">
                <summary>{move || s.away(away.with(Vec::len))}</summary>
                <ul class="stack">{move || away.get().into_iter().map(row).collect_view()}</ul>
            </details>
        </Show>
    }
}
