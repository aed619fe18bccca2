//! A teacher plans for one group and says who is in it.

use leptos::prelude::*;

use super::change::{set_ended, to_list};
use super::form::{Form, sentence};
use super::members::Members;
use crate::domain::id::GroupId;
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::screens::typed::{FoundDraft, problem_list};
use crate::session::use_session;
use crate::ui::day_field::DayField;
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
            <FoundDraft found=form.typed.found on_discard=Callback::new(move |()| form.discard()) />
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
                    {problem_list(move || {
                        form.problems.get().into_iter().map(|problem| sentence(form, problem)).collect()
                    })}
                    <button class="btn go" type="submit">{words().app().save}</button>
                </section>
            </form>
        </main>
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
        <label class="field">
            <span>{g.name}</span>
            <input
                id="group-name"
                type="text"
                autocomplete="off"
                dir="auto"
                aria-describedby="group-name-hint"
                prop:value=move || form.read(|d| d.title.clone())
                on:input=move |event| {
                    let text = event_target_value(&event);
                    form.edit(|d| d.title = text);
                }
            />
        </label>
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
            <DayField
                id="group-from"
                label=g.from
                day=Signal::derive(move || form.read(|d| d.from.clone()))
                on_type=Callback::new(move |text| form.edit(|d| d.from = text))
            />
            <DayField
                id="group-until"
                label=g.until
                day=Signal::derive(move || form.read(|d| d.until.clone()))
                on_type=Callback::new(move |text| form.edit(|d| d.until = text))
                described_by="group-until-hint"
            />
        </div>
        {hint("group-until-hint", g.until_hint)}
    }
}
