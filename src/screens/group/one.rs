//! A teacher plans for one group and says who is in it.

use leptos::prelude::*;

use super::change::{set_ended, to_list};
use super::form::{Form, sentence};
use super::members::Members;
use crate::domain::id::GroupId;
use crate::domain::notebook::Slot;
use crate::domain::student_group::{GroupDraft, GroupProblem};
use crate::screens::said;
use crate::session::use_session;
use crate::ui::pick::pick;
use crate::words::words;

/// The screen.
#[component]
pub fn OneGroup(id: GroupId) -> impl IntoView {
    let session = use_session();
    let form = Form::begin(session, id);
    let g = words().group();
    let title = session.peek(|nb| nb.student_group(id).map(|group| group.title.clone()));
    // Whether it has ended; `None` while it is not kept yet.
    let ended = Memo::new(move |_| {
        session.ask_slots(&[Slot::Groups], |nb| nb.student_group(id).map(|group| group.ended))
    });
    let turn = move |_| {
        if let Some(ended) = ended.get_untracked() {
            set_ended(session, id, !ended);
        }
    };
    view! {
        <main id="main" class="stack">
            <div class="page-head">
                <h1 dir="auto">{title.unwrap_or_else(|| g.new.to_owned())}</h1>
                <div class="row">
                    <Show when=move || ended.get().is_some()>
                        <button class="btn small" on:click=turn>
                            {move || if ended.get() == Some(true) { g.again } else { g.end }}
                        </button>
                    </Show>
                    <a class="btn small" href=to_list()>{g.to_list}</a>
                </div>
            </div>
            <Found form />
            <form
                class="two"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    form.save();
                }
            >
                <Members form />
                <section class="card stack">
                    <Fields form />
                    <Problems form />
                    <button class="btn go" type="submit">{words().app().save}</button>
                </section>
            </form>
        </main>
    }
}

/// Says that what stands here was typed earlier.
#[component]
fn Found(form: Form) -> impl IntoView {
    let r = words().rubric();
    view! {
        <Show when=move || form.found()>
            <p class="status row">
                <span>{r.found_draft}</span>
                <button class="btn small" type="button" on:click=move |_| form.discard()>{r.discard}</button>
            </p>
        </Show>
    }
}

/// A line to type in.
fn line(
    form: Form,
    (id, label, kind): (&'static str, &'static str, &'static str),
    of: fn(&mut GroupDraft) -> &mut String,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                id=id
                type=kind
                autocomplete="off"
                dir="auto"
                aria-describedby=format!("{id}-hint")
                prop:value=move || form.read(|draft| of(&mut draft.clone()).clone())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    form.edit(|draft| *of(draft) = text);
                }
            />
        </label>
    }
}

#[component]
fn Fields(form: Form) -> impl IntoView {
    let g = words().group();
    let skills = form.session.peek(|nb| {
        let chosen = nb.student_group(form.id).and_then(|group| group.skill);
        said::skills_and_none(nb, g.no_skill, chosen)
    });
    let hint = |id: &'static str, text: &'static str| view! { <p id=id class="muted sm">{text}</p> };
    view! {
        {line(form, ("group-name", g.name, "text"), |d| &mut d.title)}
        {hint("group-name-hint", g.name_hint)}
        {pick(
            g.skill,
            "group-skill",
            skills,
            move || form.read(|d| d.skill),
            move |skill| form.edit(|d| d.skill = skill),
        )}
        <label class="field">
            <span>{g.plan}</span>
            <textarea
                id="group-plan"
                rows="4"
                dir="auto"
                aria-describedby="group-plan-hint"
                prop:value=move || form.read(|d| d.plan.clone())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    form.edit(|d| d.plan = text);
                }
            ></textarea>
        </label>
        {hint("group-plan-hint", g.plan_hint)}
        <div class="side-by-side">
            {line(form, ("group-from", g.from, "date"), |d| &mut d.from)}
            {line(form, ("group-until", g.until, "date"), |d| &mut d.until)}
        </div>
        {hint("group-until-hint", g.until_hint)}
    }
}

#[component]
fn Problems(form: Form) -> impl IntoView {
    let line = move |problem: GroupProblem| view! { <li>{sentence(form, problem)}</li> };
    view! {
        <div role="alert">
            {move || {
                let problems = form.problems.get();
                (!problems.is_empty())
                    .then(|| view! { <ul class="problem">{problems.into_iter().map(line).collect_view()}</ul> })
            }}
        </div>
    }
}
