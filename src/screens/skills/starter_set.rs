//! The starter set: skills in plain words a teacher can take into the class with one tap.

use leptos::prelude::*;

use super::change::last_place;
use crate::browser;
use crate::domain::Change;
use crate::domain::id::SkillId;
use crate::domain::notebook::Slot;
use crate::domain::skill::Subject;
use crate::format::starter::{self, StarterSkill};
use crate::screens::said;
use crate::session::{Session, use_session};
use crate::words::{language, words};

/// The starter set, by subject, with what is taken already.
#[component]
pub fn StarterSet() -> impl IntoView {
    let session = use_session();
    let set = StoredValue::new(starter::skills(language()));
    let taken = Memo::new(move |_| {
        session.ask_slots(&[Slot::Skills], |nb| {
            let all = nb.skills().into_iter().chain(nb.put_away_skills());
            all.flat_map(|s| s.starter.clone().into_iter().chain([s.statement.clone()])).collect::<Vec<_>>()
        })
    });
    let typed = RwSignal::new(String::new());
    let s = &words().skills;
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
fn Group(subject: Subject, skills: Vec<StarterSkill>, taken: Memo<Vec<String>>) -> impl IntoView {
    let row = |skill: StarterSkill| view! { <StarterRow skill taken /> };
    view! {
        <h3>{said::subject(subject)}</h3>
        <ul class="starter-list">{skills.into_iter().map(row).collect_view()}</ul>
    }
}

#[component]
fn StarterRow(skill: StarterSkill, taken: Memo<Vec<String>>) -> impl IntoView {
    let session = use_session();
    let s = &words().skills;
    let (key, line) = (skill.key.clone(), skill.statement.clone());
    let is_taken = Memo::new(move |_| taken.with(|taken| taken.iter().any(|t| *t == key || *t == line)));
    let line = skill.statement.clone();
    let label = format!("{}: {line}", s.add_starter);
    let skill = StoredValue::new(skill);
    let button = move || {
        if is_taken.get() {
            view! { <span class="pill">{s.taken}</span> }.into_any()
        } else {
            let take = move |_| skill.with_value(|skill| take(session, skill));
            view! { <button class="btn small" aria-label=label.clone() on:click=take>{s.add_starter}</button> }
                .into_any()
        }
    };
    view! {
        <li>
            <span>{line}</span>
            {button}
        </li>
    }
}

/// Takes a starter skill into the class, behind the others.
fn take(session: Session, skill: &StarterSkill) {
    let id = SkillId::from_bits(browser::random_bits());
    let place = session.peek(last_place);
    let said = words().skills.added_said(&skill.statement);
    session.act(vec![Change::of_class(skill.to_skill(id, place, false))], said);
}
