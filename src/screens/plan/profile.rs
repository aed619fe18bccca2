//! How a student works best: what they said themselves, and beside it how their teacher sees it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::profile_form::{DRAFT, ProfileForm};
use crate::domain::entry::{Actor, Change};
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::profile::Profile;
use crate::screens::said;
use crate::session::use_session;
use crate::ui::empty::Empty;
use crate::ui::focus::focus_on;
use crate::words::{short_day, words};

/// Where the focus goes when the form opens and closes.
const HEAD: &str = "profile-head";

/// The section of the profile.
#[component]
pub fn HowIWork(id: StudentId) -> impl IntoView {
    let session = use_session();
    let writing = RwSignal::new(false);
    spawn_local(async move {
        if session.draft(id, DRAFT).await.is_some() {
            // The screen may be gone by then.
            let _ = writing.try_set(true);
        }
    });
    let turn = move |on: bool| {
        writing.set(on);
        request_animation_frame(|| focus_on(HEAD));
    };
    view! {
        <section class="card stack" aria-labelledby=HEAD>
            <h2 id=HEAD tabindex="-1">{words().plan().profile}</h2>
            <Show when=move || writing.get() fallback=move || view! { <Said id on_change=Callback::new(turn) /> }>
                <ProfileForm id on_done=Callback::new(move |()| turn(false)) />
            </Show>
        </section>
    }
}

/// What was said last, by the student and by the teacher.
#[component]
fn Said(id: StudentId, on_change: Callback<bool>) -> impl IntoView {
    let session = use_session();
    let plan = [Slot::Plan(id)];
    let both = Memo::new(move |_| session.ask_slots(&plan, |nb| nb.profile(id)));
    let due = Memo::new(move |_| {
        let today = session.today.get();
        session.ask_slots(&[Slot::Plan(id), Slot::Class], |nb| {
            nb.profile_is_due(id, today) && nb.profile(id).own.is_some()
        })
    });
    let earlier = Memo::new(move |_| {
        session.ask_slots(&plan, |nb| {
            let own = nb.profiles(id).filter(|(who, _)| *who == Actor::Student);
            own.skip(1).map(|(_, profile)| profile.clone()).collect::<Vec<Profile>>()
        })
    });
    let p = words().plan();
    let still = move |_| {
        let Some(own) = both.get_untracked().own else { return };
        let again = Profile { day: session.today.get_untracked(), ..own };
        session.act(vec![Change::by_student(id, again)], p.profile_still_said.to_owned());
        focus_on(HEAD);
    };
    let begin = move || both.with(|both| if both.own.is_some() { p.profile_change } else { p.profile_begin });
    view! {
        <div class="views">
            {move || match both.get().own {
                None => view! { <Empty text=p.profile_empty /> }.into_any(),
                Some(own) => one_view(p.profile_mine(&short_day(own.day)), &own),
            }}
            {move || match both.get().teacher {
                None => view! { <p class="muted noprint">{p.profile_no_teachers}</p> }.into_any(),
                Some(theirs) => one_view(p.profile_teachers(&short_day(theirs.day)), &theirs),
            }}
        </div>
        <Show when=move || due.get()>
            <p class="status">{p.profile_due}</p>
        </Show>
        <div class="row noprint">
            <Show when=move || due.get()>
                <button class="btn go" on:click=still>{p.profile_still}</button>
            </Show>
            <button class="btn" on:click=move |_| on_change.run(true)>{begin}</button>
        </div>
        <details class="noprint" hidden=move || earlier.with(Vec::is_empty)>
            <summary>{move || p.profile_earlier(earlier.with(Vec::len))}</summary>
            <div class="stack">
                {move || {
                    let all = earlier.get();
                    all.iter().map(|own| one_view(p.profile_mine(&short_day(own.day)), own)).collect_view()
                }}
            </div>
        </details>
    }
}

/// What one of them said on one day.
fn one_view(head: String, profile: &Profile) -> AnyView {
    let line = |(about, said): (&'static str, String)| {
        view! {
            <dt>{about}</dt>
            <dd dir="auto">{said}</dd>
        }
    };
    view! {
        <div class="stack">
            <h3>{head}</h3>
            <dl class="said-lines">{said::profile::lines(profile).into_iter().map(line).collect_view()}</dl>
        </div>
    }
    .into_any()
}
