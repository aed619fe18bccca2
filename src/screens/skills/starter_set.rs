//! The starter set: skills in plain words a teacher can take into the class with one tap.

use leptos::prelude::*;

use super::change::{bring_back, last_place};
use crate::browser;
use crate::domain::Change;
use crate::domain::id::SkillId;
use crate::domain::notebook::Slot;
use crate::domain::skill::{Skill, Subject};
use crate::format::starter::{self, StarterSkill};
use crate::screens::said;
use crate::session::{Saver, Session, use_session};
use crate::words::{language, words};

/// A skill the class has.
#[derive(Clone, PartialEq)]
struct Taken {
    id: SkillId,
    starter: Option<String>,
    line: String,
    put_away: bool,
}

impl Taken {
    fn of(skill: &Skill) -> Taken {
        let (starter, line) = (skill.starter.clone(), skill.statement.clone());
        Taken { id: skill.id, starter, line, put_away: skill.archived }
    }
}

/// The starter set, by subject, with what is taken already.
#[component]
pub fn StarterSet() -> impl IntoView {
    let session = use_session();
    let set = StoredValue::new(starter::skills(language()));
    let taken = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| {
            let all = nb.skills().into_iter().chain(nb.put_away_skills());
            all.map(Taken::of).collect::<Vec<_>>()
        })
    });
    let typed = RwSignal::new(String::new());
    let s = words().skills();
    let groups = move || {
        let wanted = typed.get().trim().to_lowercase();
        let fits = |skill: &StarterSkill| skill.statement.to_lowercase().contains(&wanted);
        let group = |subject: Subject| {
            let skills: Vec<StarterSkill> = set
                .with_value(|set| set.iter().filter(|s| s.subject == subject && fits(s)).cloned().collect());
            (!skills.is_empty()).then(|| view! { <Group subject skills taken /> })
        };
        let groups: Vec<_> = Subject::ALL.into_iter().filter_map(group).collect();
        if groups.is_empty() {
            view! { <p class="muted">{s.none_found}</p> }.into_any()
        } else {
            groups.collect_view().into_any()
        }
    };
    view! {
        <section class="card stack" aria-labelledby="starter-title">
            <h2 id="starter-title">{s.starter}</h2>
            <p class="muted">{s.starter_hint}</p>
            <label class="field starter-filter">
                <span>{s.filter}</span>
                <input type="search" bind:value=typed autocomplete="off" />
            </label>
            <div class="stack" role="group" aria-label=s.starter>{groups}</div>
        </section>
    }
}

#[component]
fn Group(subject: Subject, skills: Vec<StarterSkill>, taken: Memo<Vec<Taken>>) -> impl IntoView {
    let row = |skill: StarterSkill| view! { <StarterRow skill taken /> };
    view! {
        <h3>{said::subject(subject)}</h3>
        <ul class="starter-list">{skills.into_iter().map(row).collect_view()}</ul>
    }
}

#[component]
fn StarterRow(skill: StarterSkill, taken: Memo<Vec<Taken>>) -> impl IntoView {
    let session = use_session();
    let s = words().skills();
    let (key, line) = (skill.key.clone(), skill.statement.clone());
    let same = move |t: &&Taken| t.starter.as_ref() == Some(&key) || t.line == line;
    let ours = Memo::new(move |_| taken.with(|all| all.iter().find(&same).map(|t| (t.id, t.put_away))));
    let line = skill.statement.clone();
    let act = move || match ours.get() {
        None => s.add_starter,
        Some((_, true)) => s.bring_back,
        Some((_, false)) => s.taken,
    };
    let label = {
        let line = line.clone();
        move || format!("{}: {line}", act())
    };
    let saver = Saver::new(session);
    // One button through all states, so that the focus stays where it is.
    let press = move |_| match ours.get_untracked() {
        None => take(session, saver, &skill),
        Some((id, true)) => bring_back(session, id),
        Some((_, false)) => {}
    };
    let done = move || ours.get().is_some_and(|(_, put_away)| !put_away);
    view! {
        <li>
            <span>{line}</span>
            <button
                class="btn small"
                aria-label=label
                aria-disabled=move || done().then_some("true")
                on:click=press
            >
                {act}
            </button>
        </li>
    }
}

/// Takes a starter skill into the class, behind the others.
fn take(session: Session, saver: Saver, skill: &StarterSkill) {
    let id = SkillId::from_bits(browser::random_bits());
    let place = session.peek(last_place);
    let said = words().skills().added_said(&skill.statement);
    saver.save(vec![Change::of_class(skill.to_skill(id, place, false))], said, || ());
}
