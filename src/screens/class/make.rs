//! "Make it mine": a teacher's own class in one screen. Names, one skill, done.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Day;
use crate::domain::class::Class;
use crate::domain::entry::Change;
use crate::domain::id::{ScaleId, SkillId};
use crate::domain::roster::{NameProblem, Names, Student, new_ids, parse_names};
use crate::domain::scale::Scale;
use crate::domain::skill::Subject;
use crate::format::starter::{self, StarterSkill};
use crate::route::{Route, TeacherScreen};
use crate::screens::frame;
use crate::screens::said;
use crate::session::use_session;
use crate::words::{language, words};

/// The screen.
#[component]
pub fn MakeClass() -> impl IntoView {
    let session = use_session();
    let title = RwSignal::new(words().make().class_default.to_owned());
    let teacher = RwSignal::new(String::new());
    let pasted = RwSignal::new(String::new());
    let picked = RwSignal::new(None::<String>);
    let names = Memo::new(move |_| parse_names(&pasted.get(), []));
    let problem = RwSignal::new(None::<&'static str>);
    let set = StoredValue::new(starter::skills(language()));
    let m = words().make();
    let done = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let missing = names.with_untracked(|n| n.names.is_empty().then_some(m.need_names));
        let missing = missing.or_else(|| picked.with_untracked(|p| p.is_none().then_some(m.need_skill)));
        let missing =
            missing.or_else(|| title.with_untracked(|t| t.trim().is_empty().then_some(m.need_class)));
        problem.set(missing);
        if missing.is_some() {
            return;
        }
        let skill = set.with_value(|set| {
            set.iter().find(|s| picked.with_untracked(|p| p.as_ref() == Some(&s.key))).cloned()
        });
        let names = names.with_untracked(|n| n.names.clone());
        let (title, teacher) = (title.get_untracked(), teacher.get_untracked());
        let changes = first_changes(
            title.trim(),
            teacher.trim(),
            &names,
            skill.as_ref(),
            session.today.get_untracked(),
        );
        spawn_local(async move {
            if session.make_class(changes).await.is_ok() {
                browser::go(&Route::Teacher(TeacherScreen::Today).href());
            }
        });
    };
    view! {
        <main id="main" class="narrow stack">
            <div class="row between">
                <h1>{m.title}</h1>
                <frame::Looks />
            </div>
            <form class="stack" on:submit=done>
                <section class="card stack">
                    <h2>{m.step_names}</h2>
                    <label class="field">
                        <span>{m.names_label}</span>
                        <textarea rows="8" bind:value=pasted aria-describedby="names-hint" dir="auto"></textarea>
                    </label>
                    <p id="names-hint" class="muted sm">{m.names_hint}</p>
                    <NamesRead names />
                </section>
                <section class="card stack">
                    <h2>{m.step_skill}</h2>
                    <SkillList set picked />
                </section>
                <section class="card stack">
                    <h2>{m.step_class}</h2>
                    <label class="field">
                        <span>{m.class_label}</span>
                        <input type="text" bind:value=title maxlength="60" />
                    </label>
                    <label class="field">
                        <span>{m.teacher_label}</span>
                        <input type="text" bind:value=teacher maxlength="60" autocomplete="name" />
                    </label>
                </section>
                <p class="problem" role="alert">{move || problem.get()}</p>
                <button class="btn go wide" type="submit">{m.done}</button>
                <p class="muted sm">{m.more_later}</p>
            </form>
        </main>
    }
}

/// How many names were read, and what the teacher should look at.
#[component]
pub fn NamesRead(
    /// What the pasted text came to.
    names: Memo<Names>,
) -> impl IntoView {
    let problems = move || names.with(|n| n.problems.iter().map(name_problem).collect::<Vec<_>>());
    view! {
        <p role="status">
            <strong>{move || words().make().names_count(names.with(|n| n.names.len()))}</strong>
        </p>
        <ul class="stack">
            {move || problems().into_iter().map(|text| view! { <li class="problem">{text}</li> }).collect_view()}
        </ul>
    }
}

/// What to say about a line of a pasted list.
fn name_problem(of: &NameProblem) -> String {
    let m = words().make();
    match of {
        NameProblem::Twice { name, became } => m.twice(became, name),
        NameProblem::Cut { line, became } => m.cut(became, line),
        NameProblem::NotAName { line, text } => m.not_a_name(line, text),
        NameProblem::TooMany { left_out } => m.too_many(*left_out),
    }
}

/// The starter skills by subject, one to pick.
#[component]
fn SkillList(set: StoredValue<Vec<StarterSkill>>, picked: RwSignal<Option<String>>) -> impl IntoView {
    let of = move |subject: Subject| {
        set.with_value(|set| set.iter().filter(|s| s.subject == subject).cloned().collect::<Vec<_>>())
    };
    let group = move |subject: Subject| {
        let skills = of(subject);
        let options = skills.into_iter().map(|skill| {
            let key = skill.key.clone();
            view! {
                <label class="choice">
                    <input
                        type="radio"
                        name="first-skill"
                        value=skill.key.clone()
                        on:change=move |_| picked.set(Some(key.clone()))
                    />
                    <span>{skill.statement}</span>
                </label>
            }
        });
        view! {
            <details class="stack" open=subject == Subject::Math name="subject">
                <summary class="subject">{said::subject(subject)}</summary>
                <div class="choices">{options.collect_view()}</div>
            </details>
        }
    };
    let groups = Subject::ALL.into_iter().filter(move |s| *s != Subject::Other).map(group);
    view! {
        <fieldset>
            <legend class="unseen">{words().make().step_skill}</legend>
            {groups.collect_view()}
        </fieldset>
    }
}

/// The entries a class starts with.
fn first_changes(
    title: &str,
    teacher: &str,
    names: &[String],
    skill: Option<&StarterSkill>,
    today: Day,
) -> Vec<Change> {
    let id = ScaleId::from_bits(browser::random_bits());
    let class = Class::named(title, teacher, id);
    let words = said::shipped_levels().map(str::to_owned).to_vec();
    let mut changes = vec![Change::of_class(Scale { id, words, follows: None }), Change::of_class(class)];
    let skill = skill.map(|s| s.to_skill(SkillId::from_bits(browser::random_bits()), 0, true));
    changes.extend(skill.map(Change::of_class));
    let ids = new_ids([], names.iter().map(|_| browser::random_bits()));
    changes.extend(ids.into_iter().zip(names).map(|(id, name)| {
        Change::by_teacher(id, Student { joined: Some(today), ..Student::named(id, name) })
    }));
    changes
}
