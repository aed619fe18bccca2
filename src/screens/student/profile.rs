//! How one student works best, in their own view and, beside it, in their teacher's, who says it here.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::page::name;
use crate::domain::Change;
use crate::domain::id::StudentId;
use crate::domain::notebook::Slot;
use crate::domain::profile::{Help, Hindrance, LONGEST_WORDS, Pace, Profile, ProfileProblem};
use crate::screens::said;
use crate::session::{Saver, Session, use_session};
use crate::ui::chips::Chips;
use crate::ui::focus::focus_on;
use crate::words::{short_day, words};

const PACE: [Pace; 3] = [Pace::MoreTime, Pace::Together, Pace::Ahead];
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
                        <button class="btn small noprint" on:click=move |_| writing.set(true)>{b.see}</button>
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

/// What the teacher is saying, kept with every tap.
#[derive(Clone, Copy)]
struct Sheet {
    session: Session,
    student: StudentId,
    typed: RwSignal<Profile>,
}

impl Sheet {
    fn new(session: Session, student: StudentId) -> Sheet {
        let said = session.peek(|nb| nb.profile(student).teacher);
        let first = said.unwrap_or_else(|| Profile::on(session.today.get_untracked()));
        let typed = RwSignal::new(first.clone());
        spawn_local(async move {
            let text = session.draft(student, DRAFT).await.unwrap_or_default();
            if let Ok(kept) = serde_json::from_str(&text)
                && typed.try_get_untracked() == Some(first)
            {
                typed.set(kept);
            }
        });
        Sheet { session, student, typed }
    }

    fn change(self, how: impl FnOnce(&mut Profile)) {
        self.typed.update(how);
        let text = self.typed.with_untracked(|typed| serde_json::to_string(typed).unwrap_or_default());
        self.session.keep_draft(self.student, DRAFT, text);
    }

    /// The places of what is picked among all there is.
    fn picked<T: PartialEq + Copy + Send + Sync + 'static>(
        self,
        all: &'static [T],
        of: fn(&Profile) -> Vec<T>,
    ) -> Signal<Vec<usize>> {
        Signal::derive(move || {
            let picked = self.typed.with(of);
            (0..).zip(all).filter(|(_, one)| picked.contains(one)).map(|(place, _)| place).collect()
        })
    }
}

/// The teacher says how they see it.
#[component]
fn SeeIt(id: StudentId, on_done: Callback<()>) -> impl IntoView {
    let session = use_session();
    let sheet = Sheet::new(session, id);
    let saver = Saver::new(session);
    let problem = RwSignal::new(None::<ProfileProblem>);
    let b = words().beside();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        match sheet.typed.with_untracked(|typed| typed.parse(session.today.get_untracked())) {
            Err(wrong) => problem.set(Some(wrong)),
            Ok(profile) => {
                let said = b.seen_said_toast(&session.peek(|nb| said::name_of(nb, id)));
                saver.save(vec![Change::by_teacher(id, profile)], said, move || {
                    session.keep_draft(id, DRAFT, String::new());
                    on_done.try_run(());
                });
            }
        }
    };
    let away = move |_| {
        session.keep_draft(id, DRAFT, String::new());
        on_done.run(());
    };
    let told = move || {
        problem.get().map(|problem| match problem {
            ProfileProblem::Nothing => b.seen_nothing.to_owned(),
            ProfileProblem::Long | ProfileProblem::ManyInterests => b.seen_long(&LONGEST_WORDS),
        })
    };
    let helps_too = move || sheet.typed.with(|typed| typed.helps_too.clone());
    view! {
        <form class="stack noprint" novalidate on:submit=save on:input=move |_| problem.set(None)>
            <Answers sheet />
            <label class="field">
                <span>{b.seen_words}</span>
                <input
                    type="text"
                    dir="auto"
                    prop:value=helps_too
                    on:input=move |event| sheet.change(|typed| typed.helps_too = event_target_value(&event))
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

#[component]
fn Answers(sheet: Sheet) -> impl IntoView {
    let b = words().beside();
    let helps = Help::ALL.iter().map(|of| said::profile::help(*of).to_owned()).collect();
    let hinders = Hindrance::ALL.iter().map(|of| said::profile::hindrance(*of).to_owned()).collect();
    let paces = PACE.iter().map(|of| said::profile::pace(*of).to_owned()).collect();
    let help = move |place: usize| {
        sheet.change(|typed| {
            if let Some(of) = Help::ALL.get(place) {
                typed.toggle_help(*of);
            }
        });
    };
    let hinder = move |place: usize| {
        sheet.change(|typed| {
            if let Some(of) = Hindrance::ALL.get(place) {
                typed.toggle_hindrance(*of);
            }
        });
    };
    let pace = move |place: usize| {
        let of = PACE.get(place).copied();
        sheet.change(|typed| typed.pace = of.filter(|of| typed.pace != Some(*of)));
    };
    view! {
        <Chips
            name="seen-helps"
            question=b.seen_helps
            options=helps
            several=true
            picked=sheet.picked(&Help::ALL, |typed| typed.helps.clone())
            on_pick=Callback::new(help)
        />
        <Chips
            name="seen-hinders"
            question=b.seen_hinders
            options=hinders
            several=true
            picked=sheet.picked(&Hindrance::ALL, |typed| typed.hinders.clone())
            on_pick=Callback::new(hinder)
        />
        <Chips
            name="seen-pace"
            question=b.seen_pace
            options=paces
            picked=sheet.picked(&PACE, |typed| typed.pace.into_iter().collect())
            on_pick=Callback::new(pace)
        />
    }
}
