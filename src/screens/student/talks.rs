//! The log of a teacher's talks with one student: what was talked about, what comes next, and how long ago
//! the last one was.

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::kept::{KeptField, Written, kept};
use crate::domain::Day;
use crate::domain::conference::{Conferring, LONGEST_CARD};
use crate::domain::id::StudentId;
use crate::domain::note::too_many;
use crate::domain::notebook::Slot;
use crate::screens::said;
use crate::screens::talk::{ago, hold, planned};
use crate::session::{Saver, use_session};
use crate::ui::day_field::DayField;
use crate::ui::dialog::Dialog;
use crate::ui::focus::{focus_if_lost_on, focus_on};
use crate::words::{short_day, words};

/// What the form is about: a talk, and whether it is a new one.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Writing {
    talk: Conferring,
    new: bool,
}

/// The form and whether it is open.
#[derive(Clone, Copy)]
struct Form {
    writing: RwSignal<Option<Writing>>,
    open: RwSignal<bool>,
}

impl Form {
    fn show(self, talk: Conferring, new: bool) {
        self.writing.set(Some(Writing { talk, new }));
        self.open.set(true);
    }
}

/// The talks with a student.
#[component]
pub fn Talks(id: StudentId) -> impl IntoView {
    /// Talks that are shown at once.
    const SHORT: usize = 3;
    let session = use_session();
    let talks = Memo::new(move |_| {
        session.ask_slots(&[Slot::Log(id)], |nb| nb.conferring(id).into_iter().cloned().collect::<Vec<_>>())
    });
    let form = Form { writing: RwSignal::new(None), open: RwSignal::new(false) };
    let l = words().log();
    let last = move || {
        let held = talks.with(|all| all.iter().filter(|talk| talk.held).map(|talk| talk.day).max());
        match held {
            Some(day) => l.last_talk(&ago(day, session.today.get())),
            None => l.last_never.to_owned(),
        }
    };
    // What is planned stands first, the next day first.
    let part = move |place: usize| {
        let (held, mut open): (Vec<_>, Vec<_>) = talks.get().into_iter().partition(|talk| talk.held);
        open.reverse();
        match place {
            0 => open,
            1 => held.into_iter().take(SHORT).collect(),
            _ => held.into_iter().skip(SHORT).collect(),
        }
    };
    let more = Memo::new(move |_| part(2).len());
    let list = move |place: usize| {
        view! {
            <ul class="log">
                <For each=move || part(place) key=|talk| format!("{talk:?}") let(talk)>
                    <OneTalk id talk form />
                </For>
            </ul>
        }
    };
    let begin = move |held: bool| {
        let talk = Conferring { held, ..planned(session.today.get_untracked(), String::new()) };
        form.show(talk, true);
    };
    view! {
        <section class="card stack only-teacher" aria-labelledby="talks-title">
            <h2 id="talks-title" tabindex="-1">{l.talks}</h2>
            <p>{last}</p>
            <div class="row noprint">
                <button class="btn small" on:click=move |_| begin(true)>{l.write_talk}</button>
                <button class="btn small" on:click=move |_| begin(false)>{l.plan_talk}</button>
            </div>
            {list(0)} {list(1)}
            <Show when=move || more.get() != 0>
                <details>
                    <summary>{move || l.more(more.get())}</summary>
                    {list(2)}
                </details>
            </Show>
            <TalkDialog id form />
        </section>
    }
}

#[component]
fn OneTalk(id: StudentId, talk: Conferring, form: Form) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let what = l.talk_of(&short_day(talk.day));
    let head = if talk.held { short_day(talk.day) } else { l.planned_for(&short_day(talk.day)) };
    let text =
        |text: String| (!text.is_empty()).then(|| view! { <p class="said-text" dir="auto">{text}</p> });
    let next = (!talk.next.is_empty()).then(|| l.next_is(&talk.next));
    let about = (!talk.about.is_empty()).then(|| view! { <strong dir="auto">{talk.about.clone()}</strong> });
    let held = (!talk.held).then(|| {
        let (talk, saver) = (talk.clone(), Saver::new(session));
        let hold = move |_| {
            focus_on("talks-title");
            hold(session, saver, id, talk.clone());
        };
        view! { <button class="btn small" on:click=hold>{l.held}</button> }
    });
    let change = {
        let talk = talk.clone();
        move |_| form.show(talk.clone(), false)
    };
    let thrown = talk.clone();
    let throw = move |_| {
        // The line goes, and the focus must not go with it.
        focus_on("talks-title");
        let removed = Conferring { removed: true, ..thrown.clone() };
        let change = session.peek(|nb| nb.amend_conferring(id, removed));
        session.act(vec![change], l.talk_trash_said.to_owned());
    };
    view! {
        <li>
            <p class="muted sm">{head}</p>
            <p>{about}</p>
            {text(talk.said)}
            {next.and_then(text)}
            <p class="row noprint">
                {held}
                <button class="btn small quiet" aria-label=l.change_of(&what) on:click=change>{l.change}</button>
                <button class="btn small quiet" aria-label=l.trash_of(&what) on:click=throw>{l.to_trash}</button>
            </p>
        </li>
    }
}

#[component]
fn TalkDialog(id: StudentId, form: Form) -> impl IntoView {
    let l = words().log();
    let title = Signal::derive(move || {
        let title = |of: &Writing| match (of.talk.held, of.new) {
            (true, true) => l.write_talk.to_owned(),
            (false, true) => l.plan_talk.to_owned(),
            (_, false) => l.change_of(&l.talk_of(&short_day(of.talk.day))),
        };
        form.writing.with(|of| of.as_ref().map(title)).unwrap_or_default()
    });
    view! {
        <Dialog open=form.open title>
            {move || {
                let on_done = Callback::new(move |()| {
                    form.open.set(false);
                    focus_if_lost_on("talks-title".to_owned());
                });
                form.writing.get().map(|writing| view! { <WriteTalk id writing on_done /> })
            }}
        </Dialog>
    }
}

/// A talk as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Draft {
    about: String,
    said: String,
    next: String,
    /// The day that was chosen; without one it is the talk's, of a new talk the day it is saved.
    day: Option<String>,
}

impl Written for Draft {
    fn is_blank(&self) -> bool {
        self.words().iter().all(|text| text.is_empty())
    }
}

impl Draft {
    fn words(&self) -> [&str; 3] {
        [&self.about, &self.said, &self.next].map(|text| text.trim())
    }

    fn day(&self, usual: Day) -> String {
        self.day.clone().unwrap_or_else(|| usual.to_string())
    }

    /// The talk as it is typed, or the field that has to be mended first and what is wrong.
    fn read(
        &self,
        of: &Conferring,
        usual: Day,
        today: Day,
    ) -> Result<Conferring, (&'static str, &'static str)> {
        let l = words().log();
        let fields = ["talk-about", "talk-said", "talk-next"];
        for (text, field) in self.words().into_iter().zip(fields) {
            if too_many(text, LONGEST_CARD) > 0 {
                // The field itself says by how much.
                return Err((field, ""));
            }
        }
        if of.held && self.is_blank() {
            return Err(("talk-about", l.need_something));
        }
        let day: Day = self.day(usual).parse().map_err(|_| ("talk-day", l.need_day))?;
        if of.held && day > today {
            return Err(("talk-day", l.not_later));
        }
        let [about, said, next] = self.words().map(str::to_owned);
        Ok(Conferring { day, about, said, next, ..of.clone() })
    }
}

#[component]
fn WriteTalk(id: StudentId, writing: Writing, on_done: Callback<()>) -> impl IntoView {
    let session = use_session();
    let l = words().log();
    let Writing { talk, new } = writing;
    let of = if new { format!("new/{}", talk.held) } else { talk.id.to_string() };
    let first =
        Draft { about: talk.about.clone(), said: talk.said.clone(), next: talk.next.clone(), day: None };
    let kept = kept(session, id, &format!("talk/{of}"), first);
    let own_day = (!new).then_some(talk.day);
    let usual = move || own_day.unwrap_or_else(|| session.today.get());
    let day = Signal::derive(move || kept.now.with(|draft| draft.day(usual())));
    let problem = RwSignal::new(None::<&'static str>);
    let held = talk.held;
    let talk = StoredValue::new(talk);
    let saver = Saver::new(session);
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = talk.with_value(|talk| {
            kept.now.with_untracked(|draft| draft.read(talk, untrack(usual), session.today.get_untracked()))
        });
        match read {
            Err((field, wrong)) => {
                problem.set(Some(wrong).filter(|wrong| !wrong.is_empty()));
                focus_on(field);
            }
            Ok(talk) => {
                let said = match (new, held) {
                    (false, _) => l.talk_changed_said.to_owned(),
                    (true, true) => l.talk_said.to_owned(),
                    (true, false) => l.talk_planned_said(&session.peek(|nb| said::name_of(nb, id))),
                };
                let forget = kept.once_written();
                saver.save(vec![session.peek(|nb| nb.amend_conferring(id, talk))], said, move || {
                    forget();
                    on_done.try_run(());
                });
            }
        }
    };
    // Escape keeps what was typed; this gives it up.
    let cancel = move |_| {
        kept.forget();
        on_done.run(());
    };
    let about = if held { l.about } else { l.about_plan };
    view! {
        <form class="stack" novalidate on:submit=save>
            <KeptField id="talk-about" label=about kept part=|draft| &mut draft.about most=LONGEST_CARD />
            {held
                .then(|| {
                    view! {
                        <KeptField id="talk-said" label=l.said kept part=|draft| &mut draft.said most=LONGEST_CARD />
                        <KeptField id="talk-next" label=l.next kept part=|draft| &mut draft.next most=LONGEST_CARD />
                    }
                })}
            <DayField id="talk-day" label=l.day day on_type=Callback::new(move |text| kept.edit(|draft| draft.day = Some(text))) />
            <p class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button class="btn go" type="submit">{l.save}</button>
                <button class="btn" type="button" on:click=cancel>{l.cancel}</button>
            </div>
        </form>
    }
}
