//! A teacher writes a rubric: criteria by levels, each cell in the teacher's and in a student's
//! words. Saving makes a new version; what is typed survives a reload.

use leptos::prelude::*;

use super::change::{fresh_version, type_word};
use super::edit_table::{EditTable, Form, field_of, problem};
use super::example;
use crate::browser;
use crate::domain::Change;
use crate::domain::id::RubricId;
use crate::domain::rubric::{Rubric, RubricDraft, RubricType};
use crate::domain::scale::Scale;
use crate::route::{Route, TeacherScreen};
use crate::screens::typed::{FoundDraft, problem_list};
use crate::session::{Toast, use_session};
use crate::ui::focus::focus_on;
use crate::ui::term::Term;
use crate::words::words;

/// The screen.
#[component]
pub fn EditRubric(id: RubricId) -> impl IntoView {
    let session = use_session();
    let before = session.peek(|nb| nb.rubric(id).cloned());
    let scale = session.peek(|nb| nb.class_scale().cloned());
    let r = words().rubric();
    let title = if before.is_some() { r.edit_title } else { r.new };
    view! {
        <main id="main" class="edit-rubric stack">
            <div class="page-head">
                <h1>{title}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Rubrics).href()>{r.to_list}</a>
            </div>
            {scale.map(|scale| view! { <Editor id before scale /> })}
        </main>
    }
}

/// The words of the levels a type begins with.
fn first_words(kind: RubricType, scale: &Scale) -> Vec<String> {
    let r = words().rubric();
    match kind {
        RubricType::SinglePoint => [r.below, r.meets, r.beyond].map(ToOwned::to_owned).to_vec(),
        _ => scale.words.clone(),
    }
}

#[component]
fn Editor(id: RubricId, before: Option<Rubric>, scale: Scale) -> impl IntoView {
    let session = use_session();
    let new = before.is_none();
    let start = match &before {
        Some(rubric) => RubricDraft::of(rubric),
        None => RubricDraft::blank(RubricType::Analytic, &scale.words, &scale),
    };
    let form = Form::new(session, id, start, scale.clone());
    let discard = move |()| {
        form.typed.discard();
        form.problems.set(Vec::new());
    };
    let r = words().rubric();
    view! {
        <FoundDraft found=form.typed.found on_discard=Callback::new(discard) />
        <form
            class="stack"
            novalidate
            on:submit=move |event| {
                event.prevent_default();
                save(form, id);
            }
        >
            <label class="field rubric-title">
                <span>{r.title_label}</span>
                <input
                    id="rubric-title"
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    prop:value=move || form.draft.with(|d| d.title.clone())
                    on:input=move |event| {
                        let text = event_target_value(&event);
                        form.edit(|d| d.title = text);
                    }
                />
            </label>
            {match before {
                Some(rubric) => view! { <p class="muted">{type_word(rubric.kind)}</p> }.into_any(),
                None => view! { <Types form scale /> }.into_any(),
            }}
            <EditTable form />
            {problem_list(move || form.problems.with(|all| all.iter().map(|p| problem(form, p)).collect()))}
            <div class="row">
                <button class="btn go" type="submit">{words().app().save}</button>
                {(!new).then(|| view! { <span class="muted sm">{r.keep_version}</span> })}
            </div>
        </form>
    }
}

/// Keeps the rubric as a new version when it says anything new, and goes to the list.
fn save(form: Form, id: RubricId) {
    let session = form.session;
    let today = session.today.get_untracked();
    let parsed = form
        .draft
        .with_untracked(|d| form.scale.with_value(|scale| d.parse(id, fresh_version(), scale, today)));
    let rubric = match parsed {
        Ok(rubric) => rubric,
        Err(problems) => {
            if let Some(first) = problems.first() {
                focus_on(&field_of(form, first));
            }
            form.problems.set(problems);
            return;
        }
    };
    let r = words().rubric();
    let to_list = || browser::go(&Route::Teacher(TeacherScreen::Rubrics).href());
    let (same, new) = session.peek(|nb| {
        let before = nb.rubric(id);
        (before.is_some_and(|b| b.says_the_same(&rubric)), before.is_none())
    });
    if same {
        form.typed.forget();
        session.toast.set(Some(Toast { text: r.nothing_changed.to_owned(), undo: None }));
        to_list();
        return;
    }
    let text = if new { r.written_said(&rubric.title) } else { r.version_said(&rubric.title) };
    let forget = form.typed.once_written();
    form.saver.save(vec![Change::of_class(rubric)], text, move || {
        forget();
        to_list();
    });
}

/// The type of a new rubric, in words and as a small picture.
#[component]
fn Types(form: Form, scale: Scale) -> impl IntoView {
    let r = words().rubric();
    let scale = StoredValue::new(scale);
    let text = |kind| match kind {
        RubricType::Analytic => r.analytic_text,
        RubricType::Holistic => r.holistic_text,
        RubricType::SinglePoint => r.single_point_text,
        RubricType::Observation => r.observation_text,
    };
    let choose = move |kind: RubricType| {
        scale.with_value(|scale| {
            form.edit(|d| d.set_kind(kind, &first_words(kind, scale), scale));
        });
    };
    let option = move |kind: RubricType| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="rubric-type"
                    prop:checked=move || form.draft.with(|d| d.kind == kind)
                    on:change=move |_| choose(kind)
                />
                <TypePicture of=kind />
                <span>
                    <strong>{type_word(kind)}</strong>
                    <small>{text(kind)}</small>
                </span>
            </label>
        }
    };
    let blank = Memo::new(move |_| form.draft.with(RubricDraft::is_blank));
    let begin = move |_| {
        form.edit(|d| *d = scale.with_value(|scale| example::example(&d.title, scale)));
        focus_on("rubric-title");
    };
    view! {
        <fieldset>
            <legend class="kind-legend">
                <Term of=Term::Rubric text=r.which_type />
            </legend>
            <div class="rubric-types">{RubricType::ALL.map(option).collect_view()}</div>
        </fieldset>
        // It takes the place of all criteria, so it is offered only while none says anything.
        <Show when=move || blank.get()>
            <p>
                <button class="btn small" type="button" on:click=begin>{r.example}</button>
            </p>
        </Show>
    }
}

/// What a rubric of a type looks like.
#[component]
fn TypePicture(of: RubricType) -> impl IntoView {
    let d = match of {
        RubricType::Analytic => "M2 3h44v26H2zM2 11.500h44M2 20h44M14 3v26M25 3v26M36 3v26",
        RubricType::Holistic => "M2 9h44v14H2zM13 9v14M24 9v14M35 9v14",
        RubricType::SinglePoint => {
            "M16 3h16v26H16zM16 11.500h16M16 20h16M2 7h9M2 16h9M2 25h9M37 7h9M37 16h9M37 25h9"
        }
        RubricType::Observation => "M2 7h24M2 16h24M2 25h24M38 7a9 9 0 1 0 .1 0zM38 11v5l4 2",
    };
    view! {
        <svg class="type-picture" viewBox="0 0 48 32" aria-hidden="true">
            <path d=d fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />
        </svg>
    }
}
