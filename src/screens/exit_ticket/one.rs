//! One student's check: every try, the group they are in, and whether they may hand in again.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::groups::summary_id;
use super::live::Shared;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{Answer, ExitTicket, Group, Question, Regrouped, Reply, TicketAgain};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::{Day, Notebook};
use crate::screens::{asked, said};
use crate::session::{Session, Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::ui::focus::focus_on;
use crate::words::{short_day, words};

/// One reply in words.
struct Said {
    question: String,
    reply: String,
    right: Option<bool>,
}

/// One handing in.
struct Try {
    day: Day,
    said: Vec<Said>,
}

/// Every try of a student, the latest first.
fn tries(nb: &Notebook, ticket: &ExitTicket, student: StudentId) -> Vec<Try> {
    let all = nb.all_answers(ticket.id);
    let own = all.into_iter().filter(|(who, _)| *who == Some(student)).rev();
    own.map(|(_, answer)| Try { day: answer.day, said: replies(nb, ticket, answer) }).collect()
}

fn replies(nb: &Notebook, ticket: &ExitTicket, answer: &Answer) -> Vec<Said> {
    let questions = ticket.questions_of(answer.version);
    let alone = asked::level_alone(questions);
    let said = |(question, reply): (&Question, &Reply)| Said {
        question: asked::question(question, alone),
        reply: reply_in_words(nb, question, reply),
        right: question.is_right(reply),
    };
    questions.iter().zip(&answer.replies).map(said).collect()
}

fn reply_in_words(nb: &Notebook, question: &Question, reply: &Reply) -> String {
    let l = words().live();
    let option = |place: usize| asked::options(question).get(place).cloned().unwrap_or_default();
    match reply {
        Reply::Level(score) => {
            nb.scale(score.scale).map(|s| s.word(score.level).to_owned()).unwrap_or_default()
        }
        Reply::Choice(place) => option(usize::from(*place)),
        Reply::Choices(places) => {
            let chosen: Vec<String> = places.iter().map(|place| option(usize::from(*place))).collect();
            crate::words::list(chosen)
        }
        Reply::Step(step) => usize::from(*step).checked_sub(1).map(option).unwrap_or_default(),
        Reply::Sentence(text) | Reply::Number(text) => text.clone(),
        Reply::DontKnow => l.dont_know.to_owned(),
        Reply::Blank => l.blank.to_owned(),
    }
}

/// What stands in the dialog and which buttons it has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Standing {
    answered: bool,
    open: bool,
    group: Option<Group>,
    suggested: Option<Group>,
    /// Whether they can hand in (again) now.
    may: bool,
}

fn standing(live: Shared, session: Session, student: StudentId) -> Standing {
    let may = session
        .ask_slots(&[Slot::Answers(live.id), Slot::Ticket(live.id)], |nb| nb.can_answer(live.id, student));
    live.part(|r| match r.handed.iter().find(|h| h.student == student) {
        Some(h) => Standing { answered: true, open: r.open, group: h.group, suggested: h.suggested, may },
        None => {
            let group = r.placed.iter().find(|(id, _)| *id == student).map(|(_, group)| *group);
            Standing { answered: false, open: r.open, group, suggested: None, may }
        }
    })
}

/// The dialog about the student who is looked at.
#[component]
pub(super) fn OneStudent(live: Shared) -> impl IntoView {
    let open = live.open;
    let title = Signal::derive(move || live.looking.get().map(|id| live.name(id)).unwrap_or_default());
    view! {
        <Dialog open title>
            {move || live.looking.get().map(|student| view! { <About live student /> })}
        </Dialog>
    }
}

#[component]
fn About(live: Shared, student: StudentId) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let stand = Memo::new(move |_| standing(live, session, student));
    let tries = move || {
        let tries = session.ask_slots(&[Slot::Answers(live.id)], |nb| {
            nb.ticket(live.id).map(|ticket| tries(nb, ticket, student)).unwrap_or_default()
        });
        let count = tries.len();
        let one = move |(place, one): (usize, Try)| attempt(count - place, count, one);
        tries.into_iter().enumerate().map(one).collect_view()
    };
    let again = move |_| {
        let day = session.today.get_untracked();
        let said = l.again_said(&live.names.with_untracked(|n| n.of(student)));
        live.open.set(false);
        session.act(vec![Change::by_teacher(student, TicketAgain { ticket: live.id, day })], said);
    };
    let offer = move || {
        let stand = stand.get();
        match (stand.answered, stand.may) {
            (true, false) => Some(l.again),
            (false, false) => Some(l.let_in),
            _ => None,
        }
    };
    view! {
        <div class="stack">
            <Show when=move || !stand.get().answered>
                <p class="muted">{l.no_answer_yet}</p>
            </Show>
            {tries}
            <GroupButtons live student stand />
            <Show when=move || { stand.get().may && (stand.get().answered || !stand.get().open) }>
                <p class="status">{l.again_waiting}</p>
            </Show>
            <div class="row">
                <Show when=move || offer().is_some()>
                    <button class="btn" on:click=again>{offer}</button>
                </Show>
                <button class="btn go" on:click=move |_| live.open.set(false)>{words().app().close}</button>
            </div>
        </div>
    }
}

/// One try; earlier ones are folded.
fn attempt(number: usize, of: usize, one: Try) -> AnyView {
    let l = words().live();
    let head = if of == 1 { short_day(one.day) } else { l.try_on(&short_day(one.day), &number) };
    let line = |said: Said| {
        let right = said.right.map(|right| if right { l.is_right } else { l.not_right });
        let right = right.map(|word| view! { " " <span class="pill note">{word}</span> });
        view! {
            <div>
                <dt class="muted sm" dir="auto">{said.question}</dt>
                <dd dir="auto">{said.reply} {right}</dd>
            </div>
        }
    };
    let list = view! { <dl class="replies">{one.said.into_iter().map(line).collect_view()}</dl> };
    if number == of {
        view! { <section><h3>{head}</h3>{list}</section> }.into_any()
    } else {
        view! { <details><summary>{head}</summary>{list}</details> }.into_any()
    }
}

/// The groups as buttons, the one they are in pressed.
#[component]
fn GroupButtons(live: Shared, student: StudentId, stand: Memo<Standing>) -> impl IntoView {
    let session = use_session();
    let l = words().live();
    let put = move |to: Option<Group>| {
        let from = stand.get_untracked().group;
        let name = live.names.with_untracked(|n| n.of(student));
        let said = to.map_or_else(|| l.back_said(&name), |group| l.moved_said(&said::group(group), &name));
        live.open.set(false);
        regroup(session, live, student, to, said, from);
    };
    let button = move |group: Group| {
        let pressed = move || (stand.get().group == Some(group)).to_string();
        let mark = move || (stand.get().suggested == Some(group)).then_some(l.suggested);
        view! {
            <button class="btn small" aria-pressed=pressed on:click=move |_| put(Some(group))>
                {said::group(group)}
                <Show when=move || mark().is_some()>
                    <span class="muted">{mark}</span>
                </Show>
            </button>
        }
    };
    let moved = move || {
        let stand = stand.get();
        stand.group != stand.suggested
    };
    view! {
        <fieldset class="stack">
            <legend><strong>{l.group_of}</strong></legend>
            <div class="row">{Group::ALL.map(button).collect_view()}</div>
            <Show when=moved>
                <button class="btn quiet" on:click=move |_| put(None)>
                    {move || if stand.get().suggested.is_some() { l.back_to_suggestion } else { l.take_out }}
                </button>
            </Show>
        </fieldset>
    }
}

/// Puts a student into a group, or back into the suggested one. The focus goes to the group they
/// left, because the line that had it is gone.
fn regroup(
    session: Session,
    live: Shared,
    student: StudentId,
    to: Option<Group>,
    said: String,
    from: Option<Group>,
) {
    let day = session.today.get_untracked();
    let change = Change::by_teacher(student, Regrouped { ticket: live.id, group: to, day });
    spawn_local(async move {
        // A fault is shown by the storage chip and the banner.
        let Ok(batch) = session.write(vec![change]).await else { return };
        session.toast.set(Some(Toast { text: said, undo: Some(batch) }));
        request_animation_frame(move || {
            if document().active_element().is_none_or(|element| element.tag_name() == "BODY") {
                focus_on(summary_id(from.or(to).unwrap_or(Group::NotYet)));
            }
        });
    });
}
