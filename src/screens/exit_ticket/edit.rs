//! A teacher writes a check: questions, versions, settings. It is a draft until it is opened, and
//! kept while it is typed.

use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use super::again::duplicate;
use super::preview::preview;
use super::settings::{SettingFields, Settings};
use crate::browser;
use crate::domain::exit_ticket::draft::{CheckProblem, long_title, read_minutes};
use crate::domain::exit_ticket::{ExitTicket, Question};
use crate::domain::id::{SurveyId, TicketId};
use crate::domain::notebook::Slot;
use crate::route::{Route, TeacherScreen};
use crate::screens::said;
use crate::session::{Saver, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

mod answers;
pub(super) mod fields;
mod form;
mod keep;
mod problems;
mod question;
pub(super) mod question_form;
mod questions;

use fields::select;
use form::Form;
use keep::{Kept, Start};
use problems::{Problems, go_to};
use questions::Questions;

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
    let saver = Saver::new(session);
    let c = words().check();
    view! {
        <Empty text=c.is_open_text>
            <div class="row">
                <a class="btn go" href=Route::Teacher(TeacherScreen::Ticket(id)).href()>{c.see_answers}</a>
                <button class="btn" on:click=move |_| duplicate(session, saver, id)>{c.duplicate_check}</button>
            </div>
        </Empty>
    }
}

/// Waits for what was typed before a reload, and finds the draft anew when another tab changed it.
#[component]
fn Found(id: TicketId) -> impl IntoView {
    let session = use_session();
    let found = RwSignal::new(None::<Start>);
    let find = Callback::new(move |()| {
        spawn_local(async move {
            let start = keep::latest(session, id).await;
            // The screen may be gone by then.
            let _ = found.try_set(start);
        });
    });
    find.run(());
    move || found.get().map(|start| view! { <Editor start again=find /> })
}

#[component]
fn Editor(start: Start, again: Callback<()>) -> impl IntoView {
    let session = use_session();
    let c = words().check();
    let form = Form::of(&start.draft, SurveyId::from_bits(browser::random_bits()));
    let kept = keep::while_typing(session, form, &start, again);
    let from = StoredValue::new(start.ticket);
    let tried = RwSignal::new(false);
    let problems = Memo::new(move |_| {
        let parse = || from.with_value(|from| form.draft().parse(from).err().unwrap_or_default());
        if tried.get() { parse() } else { Vec::new() }
    });
    view! {
        <p class="muted">{c.lead}</p>
        <div class="two edit-check">
            <div class="stack">
                <AboutAll form />
                <Questions form problems />
            </div>
            <Side form from kept tried problems />
        </div>
    }
}

/// The skill and the settings.
#[component]
fn AboutAll(form: Form) -> impl IntoView {
    let session = use_session();
    let here = form.skill.get_untracked();
    // A skill that was put away stays what the check is about.
    let skills = session.peek(|nb| {
        let all = nb.skills().into_iter().chain(nb.put_away_skills().into_iter().filter(|s| s.id == here));
        all.map(|s| (s.id, s.statement.clone())).collect::<Vec<_>>()
    });
    // Opened for what has to be mended in it, and not closed again under the typing hands.
    let wrong = Memo::new(move |before: Option<&bool>| {
        let Settings { title, minutes, .. } = form.settings;
        before == Some(&true)
            || title.with(|title| long_title(title).is_some())
            || minutes.with(|minutes| read_minutes(minutes).is_err())
    });
    view! {
        <section class="card stack">
            {select(words().ticket().about, "check-skill".to_owned(), skills, form.skill)}
            <details class="more" prop:open=move || wrong.get()>
                <summary>{words().check().settings}</summary>
                <div class="stack">
                    <SettingFields settings=form.settings versions=Signal::derive(move || form.has_b()) />
                </div>
            </details>
        </section>
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
    // Slips are printed before the lesson; a check that still lacks something has none.
    let whole = Memo::new(move |_| from.with_value(|from| form.draft().parse(from).is_ok()));
    let print = Route::Teacher(TeacherScreen::PrintTicket(from.with_value(|from| from.id))).href();
    view! {
        <aside class="stack side" aria-labelledby="sees">
            <section class="card stack">
                <Problems form problems />
                <button type="button" class="btn go wide" on:click=open>
                    <Icon of=Picture::Ticket />
                    {t.open}
                </button>
                <Show when=move || whole.get()>
                    <a class="btn wide" href=print.clone()>
                        <Icon of=Picture::Print />
                        {words().check().print_blank}
                    </a>
                </Show>
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
