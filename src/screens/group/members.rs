//! Who is in a group: a box to tick for each student, with what helps to decide beside the name.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::form::Form;
use crate::domain::Notebook;
use crate::domain::id::{GroupId, SkillId, StudentId};
use crate::domain::notebook::Slot;
use crate::screens::said::{self, Named};
use crate::words::{list, sort_by_name, words};

/// What stands beside each name: the section, the level on the group's skill, the other groups.
fn beside(nb: &Notebook, id: GroupId, skill: Option<SkillId>) -> BTreeMap<StudentId, String> {
    let g = words().group();
    let mut groups: BTreeMap<StudentId, Vec<&str>> = BTreeMap::new();
    for group in nb.student_groups().into_iter().filter(|group| !group.ended && group.id != id) {
        for student in nb.members(group.id) {
            groups.entry(student).or_default().push(&group.title);
        }
    }
    let level = |student: StudentId, skill: SkillId| match nb.proficiency(student, skill).level {
        Some(level) => said::level_word(nb, level),
        None => g.no_level.to_owned(),
    };
    let line = |student: &crate::domain::roster::Student| {
        let section = Some(student.section.clone()).filter(|section| !section.is_empty());
        let level = skill.map(|skill| level(student.id, skill));
        let also = groups.get(&student.id).map(|titles| g.also_in(&list(titles)));
        (student.id, section.into_iter().chain(level).chain(also).collect::<Vec<_>>().join(" · "))
    };
    nb.students().into_iter().map(line).collect()
}

/// The boxes.
#[component]
pub fn Members(form: Form) -> impl IntoView {
    let (session, g) = (form.session, words().group());
    let students = Memo::new(move |_| session.ask_slots(&[Slot::Roster], said::students_by_name));
    let skill = Memo::new(move |_| form.read(|draft| draft.skill));
    let notes = Memo::new(move |_| session.ask(|nb| beside(nb, form.id, skill.get())));
    let here = Memo::new(move |_| {
        let ticked = form.read(|draft| draft.members.clone());
        students.with(|all| all.iter().filter(|(id, _)| ticked.contains(id)).count())
    });
    let row = move |(id, name): Named| {
        let note = move || notes.with(|notes| notes.get(&id).cloned().unwrap_or_default());
        view! {
            <li>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || form.read(|draft| draft.members.contains(&id))
                        on:change=move |event| {
                            let into = event_target_checked(&event);
                            form.edit(|draft| {
                                if into { draft.members.insert(id) } else { draft.members.remove(&id) };
                            });
                        }
                    />
                    <span>
                        <span dir="auto">{name}</span>
                        <span class="muted sm block">{note}</span>
                    </span>
                </label>
            </li>
        }
    };
    view! {
        <fieldset class="card">
            <legend class="unseen">{g.members}</legend>
            <div class="stack">
                <div class="row between">
                    <h2 aria-hidden="true">{g.members}</h2>
                    <p class="muted" role="status">{move || g.ticked(here.get())}</p>
                </div>
                <Show when=move || students.with(Vec::is_empty)>
                    <p class="muted">{g.no_students}</p>
                </Show>
                <BySection form />
                <ul class="ticks">
                    <For each=move || students.get() key=Clone::clone children=row />
                </ul>
            </div>
        </fieldset>
    }
}

/// A button for each section, which puts all of it in.
#[component]
fn BySection(form: Form) -> impl IntoView {
    let session = form.session;
    let sections = Memo::new(move |_| {
        session.ask_slots(&[Slot::Roster], |nb| {
            let mut all: Vec<String> = nb.sections().into_iter().map(ToOwned::to_owned).collect();
            sort_by_name(&mut all, |section| section);
            all
        })
    });
    let button = move |section: String| {
        let text = words().group().add_section(&section);
        let add = move |_| {
            let of_it: Vec<StudentId> = session.peek(|nb| {
                let here = nb.students().into_iter().filter(|student| student.section == section);
                here.map(|student| student.id).collect()
            });
            form.edit(|draft| draft.members.extend(of_it));
        };
        view! { <button class="btn small" type="button" on:click=add>{text}</button> }
    };
    view! {
        <Show when=move || sections.with(|all| !all.is_empty())>
            <div class="row">
                <For each=move || sections.get() key=Clone::clone children=button />
            </div>
        </Show>
    }
}
