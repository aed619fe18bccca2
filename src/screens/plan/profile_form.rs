//! The form in which a student says how they work best. Every tap and every letter is kept as a draft.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::entry::Change;
use crate::domain::goal::Working;
use crate::domain::id::StudentId;
use crate::domain::profile::{
    Harder, Help, Hindrance, LONGEST_WORDS, MOST_INTERESTS, Pace, Profile, ProfileProblem, Task,
};
use crate::screens::said;
use crate::session::{Session, Toast, use_session};
use crate::ui::chips::Chips;
use crate::words::words;

/// The name of the draft of a profile.
pub(super) const DRAFT: &str = "profile";

const WORKING: [Working; 3] = [Working::Alone, Working::Partner, Working::Teacher];
const HARDER: [Harder; 4] = [Harder::Words, Harder::Numbers, Harder::Both, Harder::Neither];
const PACE: [Pace; 3] = [Pace::MoreTime, Pace::Together, Pace::Ahead];

/// What is typed, and where it is kept. Copies are the same sheet.
#[derive(Clone, Copy)]
struct Sheet {
    session: Session,
    student: StudentId,
    typed: RwSignal<Profile>,
}

impl Sheet {
    fn change(self, how: &mut dyn FnMut(&mut Profile)) {
        self.typed.update(|typed| how(typed));
        let text = self.typed.with_untracked(|typed| serde_json::to_string(typed).unwrap_or_default());
        self.session.keep_draft(self.student, DRAFT, text);
    }
}

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
    let typed = RwSignal::new(own.unwrap_or_else(|| Profile::on(session.today.get_untracked())));
    spawn_local(async move {
        let text = session.draft(id, DRAFT).await.unwrap_or_default();
        if let Ok(kept) = serde_json::from_str(&text) {
            // The screen may be gone by then.
            drop(typed.try_set(kept));
        }
    });
    let sheet = Sheet { session, student: id, typed };
    let problem = RwSignal::new(None::<ProfileProblem>);
    // A second tap while it is being written writes nothing more.
    let busy = RwSignal::new(false);
    let p = words().plan();
    let keep = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let profile = match typed.with_untracked(|typed| typed.parse(session.today.get_untracked())) {
            Ok(profile) => profile,
            Err(wrong) => return problem.set(Some(wrong)),
        };
        busy.set(true);
        spawn_local(async move {
            let written = session.write(vec![Change::by_student(id, profile)]).await;
            // The screen may be gone by then.
            let _ = busy.try_set(false);
            // What could not be kept stays on the screen and in its draft.
            let Ok(batch) = written else { return };
            session.keep_draft(id, DRAFT, String::new());
            session.toast.set(Some(Toast { text: p.profile_said.to_owned(), undo: Some(batch) }));
            on_done.try_run(());
        });
    };
    let away = move |_| {
        session.keep_draft(id, DRAFT, String::new());
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
            <Ways sheet />
            <Character sheet />
            <Around sheet />
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
fn Ways(sheet: Sheet) -> impl IntoView {
    let p = words().plan();
    let one = move |task: Task| {
        let name = said::profile::task(task);
        let picked = Signal::derive(move || {
            let working = sheet.typed.with(|typed| typed.working(task));
            WORKING.iter().position(|one| Some(*one) == working).into_iter().collect()
        });
        let pick = move |place: usize| {
            if let Some(working) = WORKING.get(place) {
                sheet.change(&mut |typed| typed.choose(task, *working));
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
fn Character(sheet: Sheet) -> impl IntoView {
    let p = words().plan();
    let picked_harder = Signal::derive(move || {
        let now = sheet.typed.with(|typed| typed.harder);
        HARDER.iter().position(|one| Some(*one) == now).into_iter().collect()
    });
    let pick_harder = move |place: usize| {
        let one = HARDER.get(place).copied();
        sheet.change(&mut |typed| typed.harder = one.filter(|one| typed.harder != Some(*one)));
    };
    let picked_pace = Signal::derive(move || {
        let now = sheet.typed.with(|typed| typed.pace);
        PACE.iter().position(|one| Some(*one) == now).into_iter().collect()
    });
    let pick_pace = move |place: usize| {
        let one = PACE.get(place).copied();
        sheet.change(&mut |typed| typed.pace = one.filter(|one| typed.pace != Some(*one)));
    };
    let harder = [p.ask_harder_words, p.ask_harder_numbers, p.ask_harder_both, p.ask_harder_neither];
    let harder = harder.map(str::to_owned).to_vec();
    let pace = PACE.iter().map(|one| said::profile::pace(*one).to_owned()).collect();
    let interests = Signal::derive(move || sheet.typed.with(|typed| typed.interests.join(", ")));
    let write = move |text: String| sheet.change(&mut |typed| typed.interests = vec![text.clone()]);
    view! {
        <Chips name="harder" question=p.ask_harder options=harder picked=picked_harder on_pick=Callback::new(pick_harder) />
        <Chips name="pace" question=p.ask_pace options=pace picked=picked_pace on_pick=Callback::new(pick_pace) />
        <OwnWords label=p.ask_interests hint=p.ask_interests_hint text=interests on_type=Callback::new(write) />
    }
}

/// What helps, and what gets in the way.
#[component]
fn Around(sheet: Sheet) -> impl IntoView {
    let p = words().plan();
    let helps = Signal::derive(move || {
        sheet
            .typed
            .with(|typed| (0..Help::ALL.len()).filter(|i| typed.helps.contains(&Help::ALL[*i])).collect())
    });
    let pick_help = move |place: usize| {
        if let Some(help) = Help::ALL.get(place) {
            sheet.change(&mut |typed| typed.toggle_help(*help));
        }
    };
    let hinders = Signal::derive(move || {
        sheet.typed.with(|typed| {
            (0..Hindrance::ALL.len()).filter(|i| typed.hinders.contains(&Hindrance::ALL[*i])).collect()
        })
    });
    let pick_hindrance = move |place: usize| {
        if let Some(hindrance) = Hindrance::ALL.get(place) {
            sheet.change(&mut |typed| typed.toggle_hindrance(*hindrance));
        }
    };
    let help_words = Help::ALL.iter().map(|one| said::profile::help(*one).to_owned()).collect();
    let hindrance_words =
        Hindrance::ALL.iter().map(|one| said::profile::hindrance(*one).to_owned()).collect();
    let helps_too = Signal::derive(move || sheet.typed.with(|typed| typed.helps_too.clone()));
    let hinders_too = Signal::derive(move || sheet.typed.with(|typed| typed.hinders_too.clone()));
    let write_help = move |text: String| sheet.change(&mut |typed| typed.helps_too.clone_from(&text));
    let write_hindrance = move |text: String| sheet.change(&mut |typed| typed.hinders_too.clone_from(&text));
    view! {
        <Chips
            name="helps"
            question=p.ask_helps
            options=help_words
            several=true
            picked=helps
            on_pick=Callback::new(pick_help)
        />
        <OwnWords label=p.ask_helps_too text=helps_too on_type=Callback::new(write_help) />
        <Chips
            name="hinders"
            question=p.ask_hinders
            options=hindrance_words
            several=true
            picked=hinders
            on_pick=Callback::new(pick_hindrance)
        />
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
