//! A teacher writes a check: questions, versions, settings. It is a draft until it is opened, and
//! kept while it is typed.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::again::duplicate;
use super::preview::preview;
use super::settings::SettingFields;
use crate::browser;
use crate::domain::exit_ticket::draft::{CheckProblem, Kind, QuestionDraft};
use crate::domain::exit_ticket::{ExitTicket, MOST_QUESTIONS, Question, Version};
use crate::domain::id::{SurveyId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::{asked, said};
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

mod answers;
mod form;
mod keep;
mod problems;
mod question;

use form::Form;
use keep::Kept;
use problems::{Problems, go_to};
use question::{QuestionCard, kind_word, select};

/// What stands under the address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    Draft,
    Opened,
    Nothing,
}

/// The screen.
#[component]
pub fn EditTicket(id: TicketId) -> impl IntoView {
    let session = use_session();
    let stands = Memo::new(move |_| {
        session.ask_slots(&[Slot::Ticket(id)], |nb| match nb.ticket(id) {
            Some(ticket) if ticket.draft => Stands::Draft,
            Some(_) => Stands::Opened,
            None => Stands::Nothing,
        })
    });
    let c = words().check();
    let title = move || match stands.get() {
        Stands::Draft => c.title,
        Stands::Opened => c.is_open,
        Stands::Nothing => c.unknown,
    };
    view! {
        <main id="main">
            <div class="page-head">
                <h1>{title}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Checks).href()>
                    {words().ticket().all_checks}
                </a>
            </div>
            {move || match stands.get() {
                Stands::Draft => view! { <Found id /> }.into_any(),
                Stands::Opened => view! { <Opened id /> }.into_any(),
                Stands::Nothing => view! { <Empty text=c.unknown_text /> }.into_any(),
            }}
        </main>
    }
}

/// A check that students were asked is not changed any more.
#[component]
fn Opened(id: TicketId) -> impl IntoView {
    let session = use_session();
    let c = words().check();
    view! {
        <Empty text=c.is_open_text>
            <div class="row">
                <a class="btn go" href=Route::Teacher(TeacherScreen::Ticket(id)).href()>{c.see_answers}</a>
                <button class="btn" on:click=move |_| duplicate(session, id)>{c.duplicate_check}</button>
            </div>
        </Empty>
    }
}

/// Waits for what was typed before a reload.
#[component]
fn Found(id: TicketId) -> impl IntoView {
    let session = use_session();
    let found = RwSignal::new(None::<ExitTicket>);
    spawn_local(async move {
        let ticket = keep::latest(session, id).await;
        // The screen may be gone by then.
        let _ = found.try_set(ticket);
    });
    move || found.get().map(|ticket| view! { <Editor ticket /> })
}

#[component]
fn Editor(ticket: ExitTicket) -> impl IntoView {
    let session = use_session();
    let c = words().check();
    let form = Form::of(&ticket, SurveyId::from_bits(browser::random_bits()));
    let kept = keep::while_typing(session, form, &ticket);
    let from = StoredValue::new(ticket);
    let tried = RwSignal::new(false);
    let problems = Memo::new(move |_| {
        let parse = || from.with_value(|from| form.draft().parse(from).err().unwrap_or_default());
        if tried.get() { parse() } else { Vec::new() }
    });
    view! {
        <p class="muted">{c.lead}</p>
        <div class="two edit-check">
            <div class="stack">
                <AboutAll form problems />
                <Questions form problems />
            </div>
            <Side form from kept tried problems />
        </div>
    }
}

/// The skill and the settings.
#[component]
fn AboutAll(form: Form, #[prop(into)] problems: Signal<Vec<CheckProblem>>) -> impl IntoView {
    let session = use_session();
    let here = form.skill.get_untracked();
    // A skill that was put away stays what the check is about.
    let skills = session.peek(|nb| {
        let all = nb.skills().into_iter().chain(nb.put_away_skills().into_iter().filter(|s| s.id == here));
        all.map(|s| (s.id, s.statement.clone())).collect::<Vec<_>>()
    });
    let wrong = move || {
        problems.with(|all| all.iter().any(|p| matches!(p, CheckProblem::LongTitle | CheckProblem::Minutes)))
    };
    view! {
        <section class="card stack">
            {select(words().ticket().about, "check-skill".to_owned(), skills, form.skill)}
            <details class="more" prop:open=wrong>
                <summary>{words().check().settings}</summary>
                <div class="stack">
                    <SettingFields settings=form.settings problems />
                </div>
            </details>
        </section>
    }
}

/// The questions of the version on the screen, and what can be added.
#[component]
fn Questions(form: Form, #[prop(into)] problems: Signal<Vec<CheckProblem>>) -> impl IntoView {
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
                            disabled=move || form.questions().is_empty()
                            on:click=move |_| form.write_b()
                        >
                            {t.write_b}
                        </button>
                    }
                }
            >
                {tab(Version::A)}
                {tab(Version::B)}
                <button type="button" class="btn small quiet" on:click=leave>{c.leave_b}</button>
            </Show>
        </div>
        <p id="versions-hint" class="muted sm">{t.versions_hint}</p>
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

/// What students will see, and the way out: open it, or delete it.
#[component]
fn Side(
    form: Form,
    from: StoredValue<ExitTicket>,
    kept: Kept,
    tried: RwSignal<bool>,
    #[prop(into)] problems: Signal<Vec<CheckProblem>>,
) -> impl IntoView {
    let session = use_session();
    let t = words().ticket();
    let sketch = Memo::new(move |_| from.with_value(|from| form.draft().sketch(from)));
    let shown = move || {
        let half = sketch.with(|s| s.survey.map(|part| part.moment));
        let asked = sketch.with(|s| s.questions_of(form.version.get()).to_vec());
        let questions: Vec<Question> =
            asked.into_iter().map(|q| half.map_or(q.clone(), |half| q.at(half))).collect();
        preview(&questions, &session.ask(said::scale_words))
    };
    let opening = kept.clone();
    let open = move |_| match from.with_value(|from| untrack(|| form.draft()).parse(from)) {
        Ok(ticket) => opening.open(session, ticket),
        Err(found) => {
            tried.set(true);
            if let Some(first) = found.first() {
                go_to(form, *first);
            }
        }
    };
    let delete = move |_| kept.delete(session);
    view! {
        <aside class="stack side" aria-labelledby="sees">
            <section class="card stack">
                <Problems form problems />
                <button type="button" class="btn go wide" on:click=open>
                    <Icon of=Picture::Ticket />
                    {t.open}
                </button>
                <button type="button" class="btn quiet" on:click=delete>{words().check().delete}</button>
            </section>
            <section class="card stack">
                <h2 id="sees">{t.sees}</h2>
                {shown}
            </section>
        </aside>
    }
}

/// Moves the focus to an element that this change has just put into the document, before the next
/// key is pressed: what is typed fast must not land in the field before.
fn focus_soon(id: String) {
    spawn_local(async move {
        tick().await;
        if document().get_element_by_id(&id).is_some() {
            focus_on(&id);
        } else {
            request_animation_frame(move || focus_on(&id));
        }
    });
}
