//! A teacher opens a new check: template and skill are there already, one tap opens it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::again::go_to_opened;
use super::preview::preview;
use super::settings::{SettingFields, Settings};
use crate::browser;
use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::draft::{CheckDraft, CheckProblem, Kind, QuestionDraft};
use crate::domain::exit_ticket::{ExitTicket, Question, Template};
use crate::domain::id::{SkillId, SurveyId, TicketId};
use crate::route::{Route, TeacherScreen};
use crate::screens::{asked, said};
use crate::session::{Session, use_session};
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// What is chosen so far.
#[derive(Debug, Clone, Copy)]
struct Chosen {
    template: RwSignal<Template>,
    skill: RwSignal<Option<SkillId>>,
    /// The one question, by its place among those that are offered.
    question: RwSignal<usize>,
    settings: Settings,
}

impl Chosen {
    /// The check as it is chosen now, as a draft.
    fn draft(self, nb: &Notebook, id: TicketId, survey: SurveyId, session: Session) -> Option<ExitTicket> {
        let skill = nb.skill(self.skill.get()?)?;
        let (template, scale) = (self.template.get(), nb.class_scale()?.id);
        let mut ticket = ExitTicket::new(id, template, skill, session.today.get(), scale);
        if template == Template::OneQuestion {
            ticket.questions =
                nb.questions_for(skill.id).get(self.question.get()).cloned().into_iter().collect();
        }
        ticket.draft = true;
        ticket.anonymous = self.settings.anonymous.get();
        Some(if self.settings.pair.get() { ticket.before_half(survey) } else { ticket })
    }

    /// What was typed, beside what was chosen.
    fn typed(self, ticket: &ExitTicket) -> CheckDraft {
        let (title, minutes) = (self.settings.title.get(), self.settings.minutes.get());
        CheckDraft { title, minutes, ..CheckDraft::of(ticket) }
    }
}

/// The screen.
#[component]
pub fn WriteTicket(
    /// Whether it begins as the first half of a survey.
    #[prop(optional)]
    survey: bool,
) -> impl IntoView {
    let session = use_session();
    let t = words().ticket();
    let none = Memo::new(move |_| session.ask(|nb| nb.skills().is_empty()));
    view! {
        <main id="main">
            <div class="page-head">
                <h1>{t.title}</h1>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Checks).href()>{t.all_checks}</a>
            </div>
            <Show
                when=move || !none.get()
                fallback=move || {
                    view! {
                        <Empty text=t.no_skills>
                            <a class="btn go" href=Route::Teacher(TeacherScreen::EditSkills).href()>
                                {t.choose_skills}
                            </a>
                        </Empty>
                    }
                }
            >
                <Choosing pair=survey />
            </Show>
        </main>
    }
}

#[component]
fn Choosing(pair: bool) -> impl IntoView {
    let session = use_session();
    let chosen = Chosen {
        template: RwSignal::new(session.peek(Notebook::likely_template)),
        skill: RwSignal::new(session.peek(Notebook::likely_skill)),
        question: RwSignal::new(0),
        settings: Settings::usual(),
    };
    if pair {
        chosen.template.set(Template::Confidence);
        chosen.settings.pair.set(true);
    }
    let (id, survey) =
        (TicketId::from_bits(browser::random_bits()), SurveyId::from_bits(browser::random_bits()));
    let draft = Memo::new(move |_| session.ask(|nb| chosen.draft(nb, id, survey, session)));
    let empty = Memo::new(move |_| draft.with(|d| d.as_ref().is_none_or(|d| d.questions.is_empty())));
    let t = words().ticket();
    let more_open = RwSignal::new(false);
    // A second tap while the first one is being written opens no second check.
    let pressed = StoredValue::new(false);
    let press = move |_| {
        if pressed.get_value() {
            return;
        }
        if empty.get_untracked() {
            write_more(session, chosen, draft, false);
        } else if let Some(found) = open(session, chosen, draft, pressed) {
            let field = match found.first() {
                Some(CheckProblem::LongTitle) => "check-title",
                Some(CheckProblem::Minutes) => "check-minutes",
                // A question of the skill or of the bank is mended among the questions.
                _ => return write_more(session, chosen, draft, false),
            };
            // A field that is folded away takes no focus.
            more_open.set(true);
            more_open.notify();
            request_animation_frame(move || focus_on(field));
        }
    };
    let label = move || if empty.get() { t.write } else { t.open };
    view! {
        <div class="two new-check">
            <section class="card stack">
                <Templates chosen />
                <Skills chosen />
                <OneOf chosen />
                <button class="btn go wide" on:click=press>
                    <Icon of=Picture::Ticket />
                    {label}
                </button>
                <button
                    class="btn quiet"
                    hidden=move || empty.get()
                    on:click=move |_| write_more(session, chosen, draft, false)
                >
                    {t.change}
                </button>
                <details class="more" prop:open=move || more_open.get()>
                    <summary>{t.more}</summary>
                    <div class="stack">
                        <SettingFields settings=chosen.settings versions=false />
                        <button
                            class="btn"
                            hidden=move || empty.get() || chosen.settings.anonymous.get()
                            on:click=move |_| write_more(session, chosen, draft, true)
                        >
                            {t.write_b}
                        </button>
                        <p class="muted sm" hidden=move || empty.get()>
                            {move || if chosen.settings.anonymous.get() { t.versions_no_names } else { t.versions_hint }}
                        </p>
                    </div>
                </details>
            </section>
            <Sees chosen draft />
        </div>
    }
}

/// Opens the check and goes to it; what has to be mended first, if anything.
fn open(
    session: Session,
    chosen: Chosen,
    draft: Memo<Option<ExitTicket>>,
    pressed: StoredValue<bool>,
) -> Option<Vec<CheckProblem>> {
    let ticket = draft.get_untracked()?;
    let ticket = match untrack(|| chosen.typed(&ticket)).parse(&ticket) {
        Ok(ticket) => ticket,
        Err(problems) => return Some(problems),
    };
    let id = ticket.id;
    let ticket = session.peek(|nb| nb.opened(ticket, session.today.get_untracked()));
    pressed.set_value(true);
    spawn_local(async move {
        if let Ok(batch) = session.write(vec![Change::of_class(ticket)]).await {
            go_to_opened(session, id, batch);
        }
        // The screen may be gone by then.
        let _ = pressed.try_set_value(false);
    });
    None
}

/// Keeps the check as a draft and goes to its questions.
fn write_more(session: Session, chosen: Chosen, draft: Memo<Option<ExitTicket>>, version_b: bool) {
    let Some(ticket) = draft.get_untracked() else { return };
    let mut ticket = untrack(|| chosen.typed(&ticket)).sketch(&ticket);
    if ticket.questions.is_empty() && ticket.template == Template::OneQuestion {
        ticket.questions = vec![QuestionDraft::new(Kind::Choice).sketch()];
    }
    if version_b {
        ticket.version_b.clone_from(&ticket.questions);
    }
    let id = ticket.id;
    let ticket = session.peek(|nb| nb.coded(ticket));
    spawn_local(async move {
        if session.write(vec![Change::of_class(ticket)]).await.is_ok() {
            browser::go(&Route::Teacher(TeacherScreen::EditTicket(id)).href());
        }
    });
}

/// The templates as cards, one of them chosen.
#[component]
fn Templates(chosen: Chosen) -> impl IntoView {
    let t = words().ticket();
    let text = move |of: Template| match of {
        Template::GotIt => t.got_it_text,
        Template::ThreeTwoOne => t.three_two_one_text,
        Template::MuddiestPoint => t.muddiest_text,
        Template::Confidence => t.confidence_text,
        Template::OneQuestion => t.one_question_text,
        Template::Blank => t.blank_text,
    };
    let choose = move |of: Template| {
        chosen.template.set(of);
        // This template is made for a pair; every other one stands alone until it is said otherwise.
        chosen.settings.pair.set(of == Template::Confidence);
    };
    let card = move |of: Template| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="template"
                    prop:checked=move || chosen.template.get() == of
                    on:change=move |_| choose(of)
                />
                <span>{asked::template(of)} <small>{text(of)}</small></span>
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{t.what}</legend>
            <div class="templates">{Template::ALL.map(card).collect_view()}</div>
        </fieldset>
    }
}

/// The skill the check is about.
#[component]
fn Skills(chosen: Chosen) -> impl IntoView {
    let session = use_session();
    let skills = Memo::new(move |_| {
        session.ask(|nb| nb.skills().into_iter().map(|s| (s.id, s.statement.clone())).collect::<Vec<_>>())
    });
    let option = move |(id, line): (SkillId, String)| {
        view! {
            <option value=id.to_string() prop:selected=move || chosen.skill.get() == Some(id)>
                {line}
            </option>
        }
    };
    let choose = move |event| {
        chosen.question.set(0);
        chosen.skill.set(event_target_value(&event).parse().ok());
    };
    view! {
        <label class="field">
            <span>{words().ticket().about}</span>
            <select on:change=choose>{move || skills.get().into_iter().map(option).collect_view()}</select>
        </label>
    }
}

/// The questions to choose one of, while the template asks for that.
#[component]
fn OneOf(chosen: Chosen) -> impl IntoView {
    let session = use_session();
    let t = words().ticket();
    let one = Memo::new(move |_| chosen.template.get() == Template::OneQuestion);
    let offered = Memo::new(move |_| {
        let skill = chosen.skill.get().filter(|_| one.get());
        skill.map(|skill| session.ask(|nb| nb.questions_for(skill))).unwrap_or_default()
    });
    let option = move |(place, question): (usize, Question)| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="one-question"
                    prop:checked=move || chosen.question.get() == place
                    on:change=move |_| chosen.question.set(place)
                />
                <span dir="auto">{asked::question(&question, true)}</span>
            </label>
        }
    };
    view! {
        <Show when=move || one.get()>
            <Show
                when=move || offered.with(|o| !o.is_empty())
                fallback=move || view! { <p class="status" role="status">{t.no_question}</p> }
            >
                <fieldset class="stack">
                    <legend>{t.which}</legend>
                    {move || offered.get().into_iter().enumerate().map(option).collect_view()}
                </fieldset>
            </Show>
        </Show>
    }
}

/// What students will see.
#[component]
fn Sees(chosen: Chosen, draft: Memo<Option<ExitTicket>>) -> impl IntoView {
    let session = use_session();
    let t = words().ticket();
    let questions =
        Memo::new(move |_| draft.with(|d| d.as_ref().map(|d| d.questions.clone()).unwrap_or_default()));
    let no_check = move || {
        chosen.template.get() == Template::GotIt
            && !questions.with(|all| all.iter().any(|q| matches!(q, Question::Choice(_))))
    };
    view! {
        <section class="card stack" aria-labelledby="sees">
            <h2 id="sees">{t.sees}</h2>
            {move || preview(&questions.get(), &session.ask(said::scale_words))}
            <Show when=no_check>
                <p class="muted sm">{t.no_check}</p>
            </Show>
        </section>
    }
}
