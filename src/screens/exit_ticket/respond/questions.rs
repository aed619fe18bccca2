//! The questions, one view at a time, and handing in.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::around::{Clock, ReadAloud, SetUp};
use super::pen::Pen;
use super::question::OneView;
use crate::domain::Notebook;
use crate::domain::entry::Change;
use crate::domain::exit_ticket::{ExitTicket, Question, View, is_number, views};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::route::{Route, StudentScreen};
use crate::screens::asked;
use crate::session::use_session;
use crate::ui::focus::{focus_heading, focus_on};
use crate::words::words;

/// The form.
#[component]
pub(super) fn Questions(
    /// Who answers.
    id: StudentId,
    /// What is asked.
    ticket: ExitTicket,
    /// Whether they have handed in before.
    again: bool,
) -> impl IntoView {
    let session = use_session();
    let pen = Pen::take_up(session, id, &ticket);
    let (title, help) = session.peek(|nb| (asked::title(nb, &ticket), nb.accommodations(id)));
    let minutes = ticket.minutes.map(|minutes| help.minutes(minutes));
    let (anonymous, survey, of) = (ticket.anonymous, ticket.survey.is_some(), ticket.id);
    let own_device = session.peek(Notebook::is_students_device);
    // Somebody with whom the device is shared answered, or this student did before a reload.
    let answered_here = anonymous && own_device && session.peek(|nb| !nb.all_answers(of).is_empty());
    // What was answered before can still be handed in.
    let code = move || {
        let href = Route::Student(id, StudentScreen::HandIn(of)).href();
        own_device.then(|| view! { <a href=href>{words().respond().show_code}</a> })
    };
    let slots = [Slot::Ticket(of), Slot::Answers(of)];
    let closed = Memo::new(move |_| session.ask_slots(&slots, |nb| !nb.can_answer(of, id)));
    let ticket = StoredValue::new(ticket);
    let version = Memo::new(move |_| pen.version());
    let all = Memo::new(move |_| ticket.with_value(|t| views(t.questions_of(version.get()))));
    let at = Memo::new(move |_| pen.draft.with(|d| d.step).min(all.with(Vec::len).saturating_sub(1)));
    let view = Memo::new(move |_| all.with(|all| all.get(at.get()).copied()));
    let go = move |step: usize| {
        pen.change(&mut |draft| draft.step = step);
        request_animation_frame(|| focus_on("question"));
    };
    let last = move || at.get() + 1 >= all.with(Vec::len);
    // The page turns after the tap is over: a click is followed by a change, which would else meet the
    // next question. Two taps in a row turn one page, because each names the page it turns to.
    let next = Callback::new(move |()| {
        let to = at.get_untracked() + 1;
        if to < all.with_untracked(Vec::len) {
            set_timeout(move || go(to), Duration::ZERO);
        }
    });
    let too_long = move || pen.draft.with(|d| d.too_long());
    // What is no number is told once, and then handed in as it is.
    let odd = RwSignal::new(None::<String>);
    let odd_number = move |view: View| {
        let text = pen.said(view.first).text;
        let asked = ticket.with_value(|t| {
            matches!(t.questions_of(version.get()).get(view.first), Some(Question::Number(_)))
        });
        let is_odd = asked && !text.trim().is_empty() && !is_number(&text);
        let told = odd.with(|odd| odd.as_ref() == Some(&text));
        (is_odd && !told).then_some(text)
    };
    let under_way = RwSignal::new(false);
    let hand_in = move || {
        if under_way.get_untracked() {
            return;
        }
        under_way.set(true);
        let day = session.today.get_untracked();
        let answer = ticket.with_value(|ticket| pen.draft.with_untracked(|d| d.answer(ticket, day)));
        let change = if anonymous { Change::by_nobody(answer) } else { Change::by_student(id, answer) };
        spawn_local(async move {
            if session.write(vec![change]).await.is_err() {
                // The banner says why; everything is still on the screen.
                under_way.set(false);
                return;
            }
            pen.lay_down();
            if anonymous {
                session.passing.update(|passing| passing.answered.push((of, id)));
            }
            request_animation_frame(focus_heading);
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(text) = view.get_untracked().and_then(odd_number) {
            odd.set(Some(text));
        } else if !last() {
            next.run(());
        } else if let Some(place) = too_long() {
            let has_it = |v: &View| v.first == place;
            all.with_untracked(|all| all.iter().position(has_it)).into_iter().for_each(go);
        } else {
            hand_in();
        }
    };
    let aloud = help.read_aloud || session.peek(|nb| nb.class().is_some_and(|c| c.youngest));
    let r = words().respond();
    view! {
        <form class="card stack question" on:submit=submit>
            <div class="row between">
                <h1>{if survey { r.survey } else { r.title }}</h1>
                <div class="row">
                    {(!aloud).then(|| view! { <ReadAloud stands_out=false /> })}
                    <span class="pill" role="status">{move || r.step(&(at.get() + 1), &all.with(Vec::len))}</span>
                </div>
            </div>
            <p class="statement" dir="auto">{title}</p>
            {again
                .then(|| {
                    let why = if own_device { r.again_here } else { r.again };
                    view! { <p class="status"><strong>{why}</strong> " " {r.again_text} " " {code()}</p> }
                })}
            <div role="status">
                {move || closed.get().then(|| view! { <p class="status">{r.closed_now}</p> })}
            </div>
            {anonymous.then(|| view! { <p class="status">{r.anonymous}</p> })}
            {answered_here.then(|| view! { <p class="status">{r.answered_here} " " {code()}</p> })}
            {minutes.map(|minutes| view! { <Clock pen minutes extended=help.extra_time != 0 /> })}
            <SetUp id help=help.clone() timed=minutes.is_some() />
            {aloud.then(|| view! { <ReadAloud stands_out=true /> })}
            <div id="question" class="stack" tabindex="-1">
                {move || {
                    view
                        .get()
                        .map(|view| view! { <OneView id pen ticket version=version.get() view next odd /> })
                }}
            </div>
            <div class="row between">
                <button
                    class="btn"
                    type="button"
                    aria-disabled=move || (at.get() == 0).to_string()
                    on:click=move |_| go(at.get_untracked().saturating_sub(1))
                >
                    {r.back}
                </button>
                <button
                    class="btn go"
                    type="submit"
                    aria-disabled=move || (last() && (too_long().is_some() || under_way.get())).to_string()
                >
                    {move || if last() { r.hand_in } else { r.next }}
                </button>
            </div>
        </form>
    }
}
