//! The questions of a check: its versions, what can be added, what can be put back.

use leptos::prelude::*;

use super::fields::kind_word;
use super::focus_soon;
use super::form::Form;
use super::question::QuestionCard;
use crate::domain::exit_ticket::draft::{CheckProblem, Kind, QuestionDraft};
use crate::domain::exit_ticket::{MOST_QUESTIONS, Question, Version};
use crate::screens::asked;
use crate::session::use_session;
use crate::words::words;

/// The questions of the version on the screen, and what can be added.
#[component]
pub(super) fn Questions(form: Form, #[prop(into)] problems: Signal<Vec<CheckProblem>>) -> impl IntoView {
    let c = words().check();
    let count = move || form.questions().len();
    view! {
        <section class="stack" aria-labelledby="questions-title">
            <div class="row between">
                <h2 id="questions-title">{c.questions}</h2>
                <span class="pill" role="status">{move || c.count(&MOST_QUESTIONS, &count())}</span>
            </div>
            <Versions form />
            <Show when=move || form.questions().is_empty()>
                <p class="status">{c.none}</p>
            </Show>
            <ol class="question-cards">
                <For each=move || form.questions() key=|question| question.id let:question>
                    <QuestionCard form question problems />
                </For>
            </ol>
            <p class="row put-back" role="status">
                <Show when=move || form.removed.with(Option::is_some)>
                    <span>{c.removed}</span>
                    <button type="button" class="btn small" id="put-back" on:click=move |_| put_back(form)>
                        {c.put_back}
                    </button>
                </Show>
            </p>
            <Add form />
        </section>
    }
}

fn put_back(form: Form) {
    form.put_back();
    focus_soon("add-question".to_owned());
}

/// Two versions, one of them on the screen.
#[component]
fn Versions(form: Form) -> impl IntoView {
    let t = words().ticket();
    let c = words().check();
    let tab = move |version: Version| {
        view! {
            <button
                type="button"
                class="btn small"
                aria-pressed=move || (form.version.get() == version).to_string()
                on:click=move |_| form.version.set(version)
            >
                {asked::version(version)}
            </button>
        }
    };
    let leave = move |_| {
        form.leave_b();
        focus_soon("put-back".to_owned());
    };
    view! {
        <div class="row" role="group" aria-label=c.versions aria-describedby="versions-hint">
            <Show
                when=move || form.has_b()
                fallback=move || {
                    view! {
                        <button
                            type="button"
                            class="btn small"
                            disabled=move || form.questions().is_empty() || form.settings.anonymous.get()
                            on:click=move |_| form.write_b()
                        >
                            {t.write_b}
                        </button>
                    }
                }
            >
                {tab(Version::A)}
                {tab(Version::B)}
                <button type="button" id="leave-b" class="btn small quiet" on:click=leave>{c.leave_b}</button>
            </Show>
        </div>
        <p id="versions-hint" class="muted sm">
            {move || {
                let alone = form.settings.anonymous.get() && !form.has_b();
                if alone { t.versions_no_names } else { t.versions_hint }
            }}
        </p>
    }
}

/// Adds a question of a kind, or one of the bank.
#[component]
fn Add(form: Form) -> impl IntoView {
    let session = use_session();
    let c = words().check();
    let add = move |draft: QuestionDraft| {
        if let Some(question) = form.add(draft) {
            focus_soon(question.first_field());
        }
    };
    let kind = move |kind: Kind| {
        view! {
            <button
                type="button"
                class="btn small"
                disabled=move || form.is_full()
                aria-label=c.add_kind(&kind_word(kind))
                on:click=move |_| add(QuestionDraft::new(kind))
            >
                {kind_word(kind)}
            </button>
        }
    };
    let offered = Memo::new(move |_| session.ask(|nb| nb.questions_for(form.skill.get())));
    let of_bank = move |question: Question| {
        let text = asked::question(&question, true);
        view! {
            <li>
                <button
                    type="button"
                    class="btn small"
                    disabled=move || form.is_full()
                    aria-label=c.add_kind(&text)
                    on:click=move |_| add(QuestionDraft::of(&question))
                >
                    <span dir="auto">{text.clone()}</span>
                </button>
            </li>
        }
    };
    view! {
        <div class="card stack" role="group" aria-labelledby="add-question">
            <h3 id="add-question" tabindex="-1">{c.add}</h3>
            <div class="row">{Kind::ALL.map(kind).collect_view()}</div>
            <Show when=move || form.is_full()>
                <p class="muted sm">{c.full(&MOST_QUESTIONS)}</p>
            </Show>
            <Show when=move || offered.with(|all| !all.is_empty())>
                <details>
                    <summary>{c.from_bank}</summary>
                    <ul class="stack">{move || offered.get().into_iter().map(of_bank).collect_view()}</ul>
                </details>
            </Show>
        </div>
    }
}
