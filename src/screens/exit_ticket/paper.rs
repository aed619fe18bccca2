//! A blank check on paper, two on a sheet: a line for the name, and every kind of question with the
//! numbers by which answers are typed in afterwards.

use leptos::prelude::*;

use super::print::on_one_sheet;
use crate::domain::exit_ticket::{ExitTicket, PictureSet, Question, Version};
use crate::domain::id::TicketId;
use crate::screens::{asked, said};
use crate::session::use_session;
use crate::ui::icon::Drawing;
use crate::ui::picture_scale::{PLANT, WEATHER};
use crate::words::{short_day, words};

/// What a slip says.
#[derive(Debug, Clone, PartialEq)]
struct Slip {
    ticket: ExitTicket,
    title: String,
    class: String,
    levels: Vec<String>,
}

/// Two slips to cut apart.
#[component]
pub(super) fn Blank(id: TicketId) -> impl IntoView {
    let session = use_session();
    let slip = Memo::new(move |_| {
        session.ask(|nb| {
            let ticket = nb.ticket(id)?.on_paper()?;
            Some(Slip {
                title: asked::title(nb, &ticket),
                class: nb.class().map(|c| c.title.clone()).unwrap_or_default(),
                // A draft is opened on the scale that is in use then.
                levels: nb
                    .scale(ticket.scale)
                    .filter(|_| !ticket.draft)
                    .map_or_else(|| said::scale_words(nb), |scale| scale.words.clone()),
                ticket,
            })
        })
    });
    let sheet = move || {
        let slip = slip.get()?;
        let versions: Vec<Version> = slip.ticket.versions().collect();
        // A long check needs a page of its own.
        let long = versions.iter().any(|version| slip.ticket.questions_of(*version).len() > LONG);
        let slips = on_one_sheet(&versions).map(|version| one(&slip, version));
        Some(view! { <div class="paper-slips" class:long=long>{slips}</div> })
    };
    view! {
        <p class="muted noprint">{words().paper().cut}</p>
        {sheet}
    }
}

/// More questions than these do not fit on half a page.
const LONG: usize = 5;

fn one(slip: &Slip, version: Version) -> impl IntoView + use<> {
    let p = words().paper();
    let ticket = &slip.ticket;
    let questions = ticket.questions_of(version);
    let alone = asked::level_alone(questions);
    // Whoever types the slip in has to see it at once.
    let version = (!ticket.version_b.is_empty()).then(|| {
        view! { <strong class="slip-version">{asked::version(version)}</strong> }
    });
    let moment = ticket.survey.map(|part| asked::moment(part.moment));
    let name = if ticket.anonymous {
        view! { <p class="no-name">{p.no_name}</p> }.into_any()
    } else {
        view! { <p class="name-line"><span>{p.name}</span><span class="write-on"></span></p> }.into_any()
    };
    // Nobody knows yet on which day a draft will be opened.
    let day = if ticket.draft { String::new() } else { short_day(ticket.day) };
    let small = [slip.class.clone(), day].into_iter().filter(|s| !s.is_empty());
    let small = small.chain(moment.map(str::to_owned)).collect::<Vec<_>>().join(" · ");
    let asked = questions.iter().map(|question| {
        view! {
            <li>
                <p class="asked-on-paper" dir="auto">{asked::question(question, alone)}</p>
                {answer_space(question, &slip.levels)}
            </li>
        }
    });
    view! {
        <article class="paper-slip">
            <div class="row between">
                <h2 dir="auto">{slip.title.clone()}</h2>
                <span class="sm">{version} {small}</span>
            </div>
            {name}
            <ol class="numbered">{asked.collect_view()}</ol>
        </article>
    }
}

/// Where an answer is ticked or written.
fn answer_space(question: &Question, levels: &[String]) -> AnyView {
    let p = words().paper();
    match question {
        Question::Level(_) => marks(levels.to_vec(), "round"),
        Question::Choice(_) | Question::Steps(_) => marks(asked::options(question), "round"),
        Question::Choices(_) => view! {
            <p class="sm">{words().respond().several}</p>
            {marks(asked::options(question), "square")}
        }
        .into_any(),
        Question::Pictures(asked) => pictures(asked.set, asked::pictures(asked.set)),
        Question::Number(asked) => {
            let unit = asked.unit.clone();
            view! {
                <p class="name-line short">
                    <span>{p.number}</span>
                    <span class="write-on"></span>
                    <span dir="auto">{unit}</span>
                </p>
                {marks(Vec::new(), "round")}
            }
            .into_any()
        }
        Question::Sentence | Question::Text(_) => view! {
            <p class="write-on"></p>
            <div class="name-line">
                <span class="write-on"></span>
                {marks(Vec::new(), "round")}
            </div>
        }
        .into_any(),
    }
}

/// Options with their numbers, and "I don't know yet".
fn marks(options: Vec<String>, shape: &'static str) -> AnyView {
    let option = |(place, text): (usize, String)| {
        view! {
            <li>
                <span class=shape>{place + 1}</span>
                <span dir="auto">{text}</span>
            </li>
        }
    };
    view! { <ul class="marks">{options.into_iter().enumerate().map(option).collect_view()} {unsure()}</ul> }
        .into_any()
}

/// "I don't know yet" is always a choice, and `?` is its key.
fn unsure() -> impl IntoView {
    view! { <li><span class="round">"?"</span> {words().live().dont_know}</li> }
}

fn pictures(set: PictureSet, names: Vec<String>) -> AnyView {
    let drawings: &[&'static str] = match set {
        PictureSet::Plant => &PLANT,
        PictureSet::Weather => &WEATHER,
    };
    let option = |((place, paths), name): ((usize, &&'static str), String)| {
        view! {
            <li>
                <span class="round">{place + 1}</span>
                <Drawing paths class="paper-picture" />
                <span>{name}</span>
            </li>
        }
    };
    let options = drawings.iter().enumerate().zip(names).map(option).collect_view();
    view! { <ul class="marks">{options} {unsure()}</ul> }.into_any()
}
