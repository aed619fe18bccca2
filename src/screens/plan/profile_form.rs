//! The form in which a student says how they work best. Every tap and every letter is kept as a draft.

use leptos::prelude::*;

use crate::domain::entry::Change;
use crate::domain::goal::Working;
use crate::domain::id::StudentId;
use crate::domain::profile::{Harder, LONGEST_WORDS, MOST_INTERESTS, Profile, ProfileProblem, Task};
use crate::screens::profile::{self, Answers};
use crate::screens::said;
use crate::session::{Saver, Typed, use_session};
use crate::ui::chips::Chips;
use crate::words::words;

/// The name of the draft of a profile.
pub(super) const DRAFT: &str = "profile";

const WORKING: [Working; 3] = [Working::Alone, Working::Partner, Working::Teacher];

/// The form.
#[component]
pub(super) fn ProfileForm(
    /// Who fills it in.
    id: StudentId,
    /// Called when it is kept or put away.
    on_done: Callback<()>,
) -> impl IntoView {
    let session = use_session();
    let own = session.peek(|nb| nb.profile(id).own);
    let first = own.unwrap_or_else(|| Profile::on(session.today.get_untracked()));
    let typed = Typed::about(session, id, DRAFT.to_owned(), first);
    let problem = RwSignal::new(None::<ProfileProblem>);
    let saver = Saver::new(session);
    let p = words().plan();
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match typed.now.with_untracked(|typed| typed.parse(session.today.get_untracked())) {
            Err(wrong) => problem.set(Some(wrong)),
            Ok(profile) => {
                let forget = typed.once_written();
                saver.save(vec![Change::by_student(id, profile)], p.profile_said.to_owned(), move || {
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
            ProfileProblem::Nothing => p.profile_nothing.to_owned(),
            ProfileProblem::Long => p.profile_long(&LONGEST_WORDS),
            ProfileProblem::ManyInterests => p.profile_interests(&MOST_INTERESTS),
        })
    };
    view! {
        <form class="stack questions" on:submit=keep on:input=move |_| problem.set(None)>
            <Ways typed />
            <Character typed />
            <Around typed />
            <p class="problem" role="alert">{told}</p>
            <div class="row">
                <button class="btn go" type="submit">{words().app().save}</button>
                <button class="btn quiet" type="button" on:click=away>{words().app().cancel}</button>
            </div>
        </form>
    }
}

/// With whom, for each kind of task.
#[component]
fn Ways(typed: Typed<Profile>) -> impl IntoView {
    let p = words().plan();
    let one = move |task: Task| {
        let name = said::profile::task(task);
        let picked = Signal::derive(move || {
            let working = typed.now.with(|typed| typed.working(task));
            WORKING.iter().position(|one| Some(*one) == working).into_iter().collect()
        });
        let pick = move |place: usize| {
            if let Some(working) = WORKING.get(place) {
                typed.edit(|typed| typed.choose(task, *working));
            }
        };
        let options = WORKING.iter().map(|one| said::working(*one).to_owned()).collect();
        view! { <Chips name question=name options picked on_pick=Callback::new(pick) /> }
    };
    view! {
        <div class="ask-ways" role="group" aria-labelledby="ask-ways">
            <p id="ask-ways">
                <strong>{p.ask_ways}</strong>
            </p>
            <p class="muted sm">{p.ask_ways_hint}</p>
            {Task::ALL.into_iter().map(one).collect_view()}
        </div>
    }
}

/// What is harder, the pace, and what the student likes.
#[component]
fn Character(typed: Typed<Profile>) -> impl IntoView {
    let p = words().plan();
    let harder = [p.ask_harder_words, p.ask_harder_numbers, p.ask_harder_both, p.ask_harder_neither];
    let interests = Signal::derive(move || typed.now.with(|typed| typed.interests.join(", ")));
    let write = move |text: String| typed.edit(|typed| typed.interests = vec![text]);
    view! {
        {profile::question(
            typed,
            ("harder", p.ask_harder, Answers::One),
            harder.map(str::to_owned).to_vec(),
            |profile, place| profile.harder.is_some() && profile.harder == Harder::ALL.get(place).copied(),
            |profile, place| {
                let of = Harder::ALL.get(place).copied();
                profile.harder = of.filter(|of| profile.harder != Some(*of));
            },
        )}
        {profile::pace(typed, "pace", p.ask_pace)}
        <OwnWords label=p.ask_interests hint=p.ask_interests_hint text=interests on_type=Callback::new(write) />
    }
}

/// What helps, and what gets in the way.
#[component]
fn Around(typed: Typed<Profile>) -> impl IntoView {
    let p = words().plan();
    let helps_too = Signal::derive(move || typed.now.with(|typed| typed.helps_too.clone()));
    let hinders_too = Signal::derive(move || typed.now.with(|typed| typed.hinders_too.clone()));
    let write_help = move |text: String| typed.edit(|typed| typed.helps_too = text);
    let write_hindrance = move |text: String| typed.edit(|typed| typed.hinders_too = text);
    view! {
        {profile::helps(typed, "helps", p.ask_helps)}
        <OwnWords label=p.ask_helps_too text=helps_too on_type=Callback::new(write_help) />
        {profile::hinders(typed, "hinders", p.ask_hinders)}
        <OwnWords label=p.ask_hinders_too text=hinders_too on_type=Callback::new(write_hindrance) />
    }
}

/// A line in the student's own words.
#[component]
fn OwnWords(
    label: &'static str,
    #[prop(optional)] hint: &'static str,
    text: Signal<String>,
    on_type: Callback<String>,
) -> impl IntoView {
    view! {
        <label class="field">
            <span>{label}</span>
            <input
                type="text"
                placeholder=hint
                prop:value=text
                on:input=move |event| on_type.run(event_target_value(&event))
                dir="auto"
            />
        </label>
    }
}
