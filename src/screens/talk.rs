//! Talks with students as several of a teacher's screens offer them: plan one with one tap, and say when
//! the last one was.

use leptos::prelude::*;

use crate::browser;
use crate::domain::Day;
use crate::domain::conference::Conferring;
use crate::domain::id::{ConferringId, StudentId};
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::session::{Saver, Session, use_session};
use crate::words::{short_day, words};

/// A talk that is not held yet.
pub fn planned(day: Day, about: String) -> Conferring {
    let id = ConferringId::from_bits(browser::random_bits());
    Conferring { id, day, about, said: String::new(), next: String::new(), held: false, removed: false }
}

/// "today", "yesterday", "9 days ago".
pub fn ago(day: Day, today: Day) -> String {
    let l = words().log();
    match usize::try_from(today.days_since(day)).unwrap_or(0) {
        0 => l.ago_today.to_owned(),
        1 => l.ago_yesterday.to_owned(),
        days => l.ago(days),
    }
}

/// Says that a planned talk was held today.
pub fn hold(session: Session, saver: Saver, student: StudentId, talk: Conferring) {
    let (change, name) = session.peek(|nb| {
        let held = Conferring { held: true, day: session.today.get_untracked(), ..talk };
        (nb.amend_conferring(student, held), said::name_of(nb, student))
    });
    saver.save(vec![change], words().log().held_said(&name), || {});
}

/// Plans a talk for today with one tap; while one is planned it says so. One that is planned for later says
/// the day, and the tap brings it to today.
#[component]
pub fn PlanTalk(
    /// With whom.
    id: StudentId,
    /// What it is about.
    #[prop(into)]
    about: String,
) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let name = session.peek(|nb| said::name_of(nb, id));
    let next = Memo::new(move |_| session.ask_slots(&[Slot::Log(id)], |nb| nb.next_talk(id).cloned()));
    let later = move || next.get().map(|talk| talk.day).filter(|day| *day > session.today.get());
    // Today lists what is planned for today or before, so that nothing is left to tap.
    let is_listed = move || next.with(Option::is_some) && later().is_none();
    let (planned_said, today_said) = (l.talk_planned_said(&name), l.talk_today_said(&name));
    let saver = Saver::new(session);
    let plan = move |_| {
        if untrack(is_listed) {
            return;
        }
        let today = session.today.get_untracked();
        let (talk, said) = match next.get_untracked() {
            Some(talk) => (Conferring { day: today, ..talk }, &today_said),
            None => (planned(today, about.clone()), &planned_said),
        };
        saver.save(vec![session.peek(|nb| nb.amend_conferring(id, talk))], said.clone(), || {});
    };
    let label = move || match later() {
        Some(day) => Some(l.talk_to_today(&short_day(day), &name)),
        None => (!is_listed()).then(|| l.plan_talk_with(&name)),
    };
    let text = move || match later() {
        Some(day) => l.talk_planned_for(&short_day(day)),
        None if is_listed() => l.talk_planned.to_owned(),
        None => l.plan_talk.to_owned(),
    };
    // It stays where it is when a talk is planned, so that the focus does.
    view! {
        <button
            class="btn small"
            aria-label=label
            aria-disabled=move || is_listed().then_some("true")
            on:click=plan
        >
            {text}
        </button>
    }
}
