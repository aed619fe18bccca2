//! The class's skills: the teacher says which are in focus today, orders them, puts them away,
//! edits their words and adds more.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use super::change::{alter, last_place, move_by};
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
    let s = &words().skills;
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
                    <h2 id="mine-title">{s.mine}</h2>
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
    Skill {
        id: SkillId::from_bits(browser::random_bits()),
        subject: Subject::Math,
        statement: String::new(),
        levels: Vec::new(),
        next_steps: Vec::new(),
        home: String::new(),
        check: None,
        starter: None,
        standards: Vec::new(),
        place: session.peek(last_place),
        in_focus: false,
        archived: false,
    }
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
    move || row.get().map(|row| view! { <RowParts row edit /> })
}

#[component]
fn RowParts(row: Row, edit: Callback<Skill>) -> impl IntoView {
    let session = use_session();
    let s = &words().skills;
    let Row { skill, first, last, full } = row;
    let id = skill.id;
    let line = skill.statement.clone();
    let named = |act: &str| format!("{act}: {line}");
    let away = move |_| {
        let change = session.peek(|nb| {
            let said = s.put_away_said(&said::skill_line(nb, id));
            let change = alter(nb, id, |skill| {
                skill.archived = true;
                skill.in_focus = false;
            });
            Some((change?, said))
        });
        if let Some((change, said)) = change {
            session.act(vec![change], said);
        }
    };
    let (subject, in_focus) = (skill.subject, skill.in_focus);
    let labels = (named(s.up), named(s.down), named(s.edit_one), named(s.put_away));
    let to_edit = skill.clone();
    view! {
        <li class="skill-row">
            <div class="skill-name">
                <strong>{line.clone()}</strong>
                <span class="muted sm">{said::subject(subject)}</span>
            </div>
            <label class="check sm">
                <input
                    type="checkbox"
                    prop:checked=in_focus
                    disabled=full && !in_focus
                    aria-label=named(s.in_focus)
                    on:change=move |_| toggle_focus(session, id)
                />
                {s.in_focus}
            </label>
            <div class="skill-acts">
                <button
                    class="btn small move"
                    id=format!("up-{id}")
                    disabled=first
                    aria-label=labels.0
                    on:click=move |_| move_skill(session, id, false)
                >
                    <span aria-hidden="true">"↑"</span>
                </button>
                <button
                    class="btn small move"
                    id=format!("down-{id}")
                    disabled=last
                    aria-label=labels.1
                    on:click=move |_| move_skill(session, id, true)
                >
                    <span aria-hidden="true">"↓"</span>
                </button>
                <button class="btn small" aria-label=labels.2 on:click=move |_| edit.run(to_edit.clone())>
                    {s.edit_one}
                </button>
                <button class="btn small quiet" aria-label=labels.3 on:click=away>
                    {s.put_away}
                </button>
            </div>
        </li>
    }
}

fn toggle_focus(session: Session, id: SkillId) {
    let s = &words().skills;
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
            words().skills.moved_said(&said::skill_line(nb, id), &place)
        });
        session.toast.set(Some(Toast { text, undo: Some(batch) }));
        request_animation_frame(move || {
            let names = if down { ["down", "up"] } else { ["up", "down"] };
            let button = |name: &str| document().get_element_by_id(&format!("{name}-{id}"));
            let enabled = names.iter().filter_map(|n| button(n)).find(|b| !b.has_attribute("disabled"));
            if let Some(Ok(button)) = enabled.map(|b| b.dyn_into::<web_sys::HtmlElement>()) {
                // It fails only for a button that is gone.
                let _ = button.focus();
            }
        });
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
    let s = &words().skills;
    let row = move |(id, line): (SkillId, String)| {
        let label = format!("{}: {line}", s.bring_back);
        let said = s.back_said(&line);
        let bring_back = move |_| {
            let change = session.peek(|nb| {
                let place = last_place(nb);
                alter(nb, id, |skill| (skill.archived, skill.place) = (false, place))
            });
            if let Some(change) = change {
                session.act(vec![change], said.clone());
            }
        };
        view! {
            <li class="row between">
                <span>{line}</span>
                <button class="btn small" aria-label=label on:click=bring_back>{s.bring_back}</button>
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
