//! How one student works best, in their own view and, beside it, in their teacher's, who says it here.

use leptos::prelude::*;

use super::page::name;
use crate::domain::Change;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::profile::{LONGEST_WORDS, Profile, ProfileProblem};
use crate::screens::{profile, said};
use crate::session::{Saver, Typed, use_session};
use crate::ui::focus::focus_on;
use crate::words::{short_day, words};

/// The name of the draft of the teacher's view.
const DRAFT: &str = "teacher/profile";

/// Both views.
#[component]
pub fn HowTheyWork(id: StudentId) -> impl IntoView {
    let session = use_session();
    let both = Memo::new(move |_| session.ask_slots(&[Slot::Plan(id)], |nb| nb.profile(id)));
    let writing = RwSignal::new(false);
    let name = name(session, id);
    let b = words().beside();
    let open = move |_| {
        writing.set(true);
        // The button that was tapped is gone.
        request_animation_frame(|| focus_on("profile-title"));
    };
    let close = move |()| {
        writing.set(false);
        focus_on("profile-title");
    };
    let own = move || match both.get().own {
        Some(own) => said_lines(b.own_said(&short_day(own.day), &name.get()), &own).into_any(),
        None => view! { <p class="muted">{b.no_own(&name.get())}</p> }.into_any(),
    };
    let seen = move || match both.get().teacher {
        Some(seen) => said_lines(b.seen_said(&short_day(seen.day)), &seen).into_any(),
        None => view! { <p class="muted">{b.no_seen}</p> }.into_any(),
    };
    view! {
        <section class="card stack" aria-labelledby="profile-title">
            <h2 id="profile-title" tabindex="-1">{move || b.profile(&name.get())}</h2>
            <div class="strengths">
                <div class="stack">{own}</div>
                <div class="stack">{seen}</div>
            </div>
            <Show
                when=move || writing.get()
                fallback=move || {
                    view! {
                        <button class="btn small noprint" on:click=open>{b.see}</button>
                    }
                }
            >
                <SeeIt id on_done=Callback::new(close) />
            </Show>
        </section>
    }
}

fn said_lines(head: String, profile: &Profile) -> impl IntoView + use<> {
    let line = |(about, text): (&'static str, String)| {
        view! {
            <div>
                <dt class="muted sm">{about}</dt>
                <dd dir="auto">{text}</dd>
            </div>
        }
    };
    let lines = said::profile::lines(profile).into_iter().map(line).collect_view();
    view! {
        <h3 class="sm">{head}</h3>
        <dl class="person-lines">{lines}</dl>
    }
}

/// The teacher says how they see it.
#[component]
fn SeeIt(id: StudentId, on_done: Callback<()>) -> impl IntoView {
    let session = use_session();
    let said = session.peek(|nb| nb.profile(id).teacher);
    let first = said.unwrap_or_else(|| Profile::on(session.today.get_untracked()));
    let typed = Typed::about(session, id, DRAFT.to_owned(), first);
    let saver = Saver::new(session);
    let problem = RwSignal::new(None::<ProfileProblem>);
    let b = words().beside();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.now.with_untracked(|typed| typed.parse(session.today.get_untracked())) {
            Err(wrong) => problem.set(Some(wrong)),
            Ok(profile) => {
                let said = b.seen_said_toast(&session.peek(|nb| said::name_of(nb, id)));
                let forget = typed.once_written();
                saver.save(vec![Change::by_teacher(id, profile)], said, move || {
                    forget();
                    on_done.try_run(());
                });
            }
        }
    };
    let away = move |_| {
        typed.forget();
        on_done.run(());
    };
    let told = move || {
        problem.get().map(|problem| match problem {
            ProfileProblem::Nothing => b.seen_nothing.to_owned(),
            ProfileProblem::Long | ProfileProblem::ManyInterests => b.seen_long(&LONGEST_WORDS),
        })
    };
    let told_to = b.seen_told(&session.peek(|nb| said::name_of(nb, id)));
    let helps_too = move || typed.now.with(|typed| typed.helps_too.clone());
    view! {
        <form class="stack noprint" novalidate on:submit=save on:input=move |_| problem.set(None)>
            <p class="status">{told_to}</p>
            {profile::helps(typed, "seen-helps", b.seen_helps)}
            {profile::hinders(typed, "seen-hinders", b.seen_hinders)}
            {profile::pace(typed, "seen-pace", b.seen_pace)}
            <label class="field">
                <span>{b.seen_words}</span>
                <input
                    type="text"
                    dir="auto"
                    prop:value=helps_too
                    on:input=move |event| typed.edit(|typed| typed.helps_too = event_target_value(&event))
                />
            </label>
            <p class="problem" role="alert">{told}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().log().save}</button>
                <button class="btn" type="button" on:click=away>{words().log().cancel}</button>
            </div>
        </form>
    }
}
