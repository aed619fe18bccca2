//! "Handed in": what it was, in words, so that a student can check it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Ways;
use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{Answer, ExitTicket, Question, Reply, TicketAgain};
use crate::domain::id::{StudentId, TicketId};
use crate::route::{Route, StudentScreen};
use crate::screens::asked;
use crate::session::{Toast, use_session};
use crate::ui::focus::focus_heading;
use crate::words::{list, words};

/// The screen after handing in.
#[component]
pub(super) fn Handed(
    /// Who handed in.
    id: StudentId,
    /// What was asked.
    ticket: ExitTicket,
    /// The latest answer; without a name nothing tells which one it is.
    answer: Option<Answer>,
) -> impl IntoView {
    let session = use_session();
    let own_device = session.peek(Notebook::is_students_device);
    let r = words().respond();
    let code = own_device.then(|| {
        let href = Route::Student(id, StudentScreen::HandIn(ticket.id)).href();
        view! { <a class="btn go wide" href=href>{r.show_code}</a> }
    });
    let text = match (ticket.anonymous, own_device) {
        (true, false) => r.handed_without_name,
        (true, true) => r.handed_here_without_name,
        (false, true) => r.handed_here,
        (false, false) => r.handed_text,
    };
    let of = ticket.id;
    let may_again = own_device && answer.is_some() && session.peek(|nb| nb.is_open(of));
    let replies = answer.map(|answer| {
        let questions = ticket.questions_of(answer.version).iter();
        let alone = asked::level_alone(ticket.questions_of(answer.version));
        let lines = session.peek(|nb| {
            let line = |(question, reply): (&Question, &Reply)| {
                (asked::question(question, alone), in_words(nb, question, reply))
            };
            questions.zip(&answer.replies).map(line).collect::<Vec<_>>()
        });
        let line = |(question, reply): (String, String)| {
            view! {
                <dt class="muted sm" dir="auto">{question}</dt>
                <dd dir="auto">{reply}</dd>
            }
        };
        view! {
            <h2>{r.your_replies}</h2>
            <dl class="replies">{lines.into_iter().map(line).collect_view()}</dl>
        }
    });
    view! {
        <div class="card stack">
            <h1>{r.handed}</h1>
            <p role="status">{text}</p>
            {code}
            <Ways id />
            {replies}
            {may_again.then(|| view! { <Again id ticket=of /> })}
        </div>
    }
}

/// The way to another answer. Nothing that the teacher allows reaches a student's own device: they are
/// asked by word of mouth, and all answers are kept.
#[component]
fn Again(id: StudentId, ticket: TicketId) -> impl IntoView {
    let session = use_session();
    let r = words().respond();
    let again = move |_| {
        let allowed = TicketAgain { ticket, day: session.today.get_untracked() };
        spawn_local(async move {
            // A fault of the storage is told by the banner.
            if let Ok(batch) = session.write(vec![Change::by_student(id, allowed)]).await {
                session.toast.set(Some(Toast { text: r.again_here.to_owned(), undo: Some(batch) }));
                request_animation_frame(focus_heading);
            }
        });
    };
    view! {
        <p class="muted sm">{r.answer_again_text}</p>
        <div class="row">
            <button class="btn" on:click=again>{r.answer_again}</button>
        </div>
    }
}

/// A reply in the words it was given with.
fn in_words(notebook: &Notebook, question: &Question, reply: &Reply) -> String {
    let options = asked::options(question);
    let option = |place: u8| options.get(usize::from(place)).cloned().unwrap_or_default();
    match reply {
        Reply::Level(score) => {
            notebook.scale(score.scale).map(|s| s.word(score.level).to_owned()).unwrap_or_default()
        }
        Reply::Choice(place) => option(*place),
        Reply::Choices(places) => list(places.iter().map(|place| option(*place))),
        Reply::Step(step) => option(step.saturating_sub(1)),
        Reply::Number(text) => match question {
            Question::Number(asked) => format!("{text} {}", asked.unit),
            _ => text.clone(),
        },
        Reply::Sentence(text) => text.clone(),
        Reply::DontKnow => words().levels().dont_know.to_owned(),
        Reply::Blank => words().respond().left_open.to_owned(),
    }
}
