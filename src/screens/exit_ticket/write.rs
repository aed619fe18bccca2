//! A teacher opens an exit ticket: template and skill are there already, one tap opens it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser;
use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{ExitTicket, Question};
use crate::domain::id::{SkillId, TicketId};
use crate::domain::skill::{Check, Skill};
use crate::route::{Route, TeacherScreen};
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The screen.
#[component]
pub fn WriteTicket() -> impl IntoView {
    let session = use_session();
    let skills = Memo::new(move |_| {
        session.ask(|nb| nb.skills().into_iter().map(|s| (s.id, s.statement.clone())).collect::<Vec<_>>())
    });
    let chosen = RwSignal::new(session.peek(likely_skill));
    let open = move |_| {
        let Some(skill) = chosen.get_untracked() else { return };
        let day = session.today.get_untracked();
        let id = TicketId::from_bits(browser::random_bits());
        let ticket =
            session.peek(|nb| Some(ExitTicket::got_it(id, nb.skill(skill)?, day, nb.class_scale()?.id)));
        let Some(ticket) = ticket else { return };
        spawn_local(async move {
            if session.write(vec![Change::of_class(ticket)]).await.is_ok() {
                browser::go(&Route::Teacher(TeacherScreen::Ticket(id)).href());
            }
        });
    };
    let t = words().ticket();
    view! {
        <main id="main" class="narrow stack">
            <h1>{t.title}</h1>
            {move || {
                if skills.with(Vec::is_empty) {
                    return view! {
                        <Empty text=t.no_skills>
                            <a class="btn go" href=Route::Teacher(TeacherScreen::EditSkills).href()>
                                {t.choose_skills}
                            </a>
                        </Empty>
                    }
                        .into_any();
                }
                view! {
                    <section class="card stack">
                        <h2>{t.template}</h2>
                        <p class="muted">{t.template_text}</p>
                        <label class="field">
                            <span>{t.about}</span>
                            <select on:change=move |event| chosen.set(event_target_value(&event).parse().ok())>
                                {skills.get().into_iter().map(|(id, line)| option(id, line, chosen)).collect_view()}
                            </select>
                        </label>
                        <button class="btn go wide" on:click=open>
                            <Icon of=Picture::Ticket />
                            {t.open}
                        </button>
                    </section>
                    <Preview chosen />
                }
                    .into_any()
            }}
        </main>
    }
}

fn option(id: SkillId, line: String, chosen: RwSignal<Option<SkillId>>) -> impl IntoView {
    view! {
        <option value=id.to_string() selected=move || chosen.get() == Some(id)>
            {line}
        </option>
    }
}

/// The skill a ticket is most likely about: the first one in focus.
fn likely_skill(notebook: &Notebook) -> Option<SkillId> {
    notebook.focus_skills().first().map(|s| s.id)
}

/// What students will see.
#[component]
fn Preview(chosen: RwSignal<Option<SkillId>>) -> impl IntoView {
    let session = use_session();
    let skill: Memo<Option<Skill>> = Memo::new(move |_| session.ask(|nb| nb.skill(chosen.get()?).cloned()));
    let t = words().ticket();
    let questions = move || {
        let skill = skill.get()?;
        let day = session.today.get();
        let scale = session.peek(|nb| nb.class_scale().map(|s| s.id))?;
        Some(ExitTicket::got_it(TicketId::from_bits(0), &skill, day, scale).questions)
    };
    let line = |question: Question| match question {
        Question::Level(crate::domain::exit_ticket::Moment::Before) => {
            view! { <li>{t.q_before}</li> }.into_any()
        }
        Question::Level(crate::domain::exit_ticket::Moment::After) => view! { <li>{t.q_now}</li> }.into_any(),
        Question::Choice(check) => choice(check).into_any(),
        Question::Sentence => view! { <li>{t.q_sentence}</li> }.into_any(),
    };
    let no_check = move || skill.with(|s| s.as_ref().is_some_and(|s| s.check.is_none()));
    view! {
        <section class="card stack">
            <h2>{t.questions}</h2>
            <ol class="numbered">{move || questions().map(|q| q.into_iter().map(line).collect_view())}</ol>
            <Show when=no_check>
                <p class="muted sm">{t.no_check}</p>
            </Show>
            <a class="btn quiet" href=Route::Teacher(TeacherScreen::EditSkills).href()>{t.edit_skills}</a>
        </section>
    }
}

fn choice(check: Check) -> impl IntoView {
    let key = check.key;
    let choices = check.choices.into_iter().zip(0u8..).map(move |(text, place)| {
        let right = (key == Some(place)).then(|| {
            view! { <small class="ok"><Icon of=Picture::Tick />{words().ticket().right}</small> }
        });
        view! { <li>{text} " " {right}</li> }
    });
    view! {
        <li>
            {check.question}
            <ul class="bullets">{choices.collect_view()}</ul>
        </li>
    }
}
