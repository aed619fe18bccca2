//! A rubric is given to the class for a piece of work, or taken along into a lesson.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::change::fresh_task;
use crate::browser;
use crate::domain::id::RubricVersionId;
use crate::domain::rubric::{LONGEST_TITLE, LessonObservation, Rubric, RubricTask, RubricType};
use crate::domain::{Change, Day};
use crate::route::{Route, TeacherScreen};
use crate::session::{Toast, use_session};
use crate::ui::dialog::Dialog;
use crate::words::words;

/// What is given.
#[derive(Clone, PartialEq)]
pub struct Give {
    version: RubricVersionId,
    title: String,
    /// A lesson is observed with it.
    lesson: bool,
}

impl Give {
    /// The version of a rubric that is in use.
    pub fn of(rubric: &Rubric) -> Give {
        let lesson = rubric.kind == RubricType::Observation;
        Give { version: rubric.version, title: rubric.title.clone(), lesson }
    }
}

/// Asks what the work is and when.
#[component]
pub fn GiveDialog(giving: RwSignal<Option<Give>>, open: RwSignal<bool>) -> impl IntoView {
    let r = words().rubric();
    let title = Signal::derive(move || {
        let lesson = giving.with(|g| g.as_ref().is_some_and(|g| g.lesson));
        if lesson { r.observe_title } else { r.give_title }.to_owned()
    });
    view! {
        <Dialog open title>{move || giving.get().map(|give| view! { <GiveForm give open /> })}</Dialog>
    }
}

#[component]
fn GiveForm(give: Give, open: RwSignal<bool>) -> impl IntoView {
    let session = use_session();
    let lesson = give.lesson;
    let title = RwSignal::new(if lesson { String::new() } else { give.title.clone() });
    let day = RwSignal::new(session.today.get_untracked().to_string());
    let problem = RwSignal::new(None::<&'static str>);
    let (r, l) = (words().rubric(), words().lesson());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = title.get_untracked().split_whitespace().collect::<Vec<_>>().join(" ");
        let Ok(day) = day.get_untracked().parse::<Day>() else {
            problem.set(Some(r.need_day));
            return;
        };
        if typed.is_empty() {
            problem.set(Some(r.need_work));
            return;
        }
        if typed.chars().count() > LONGEST_TITLE {
            problem.set(Some(r.long_work));
            return;
        }
        let (id, version) = (fresh_task(), give.version);
        let (change, text, to) = if lesson {
            let text = l.begun_said(&typed);
            let (seen, marks) = (Vec::new(), Vec::new());
            let lesson = LessonObservation { id, version, title: typed, day, seen, marks };
            (Change::of_class(lesson), text, Some(TeacherScreen::Lesson(id)))
        } else {
            let text = r.given_said(&typed);
            let task = RubricTask { id, version, title: typed, day, closed: false };
            (Change::of_class(task), text, None)
        };
        spawn_local(async move {
            if let Ok(batch) = session.write(vec![change]).await {
                session.toast.set(Some(Toast { text, undo: Some(batch) }));
                open.set(false);
                if let Some(to) = to {
                    browser::go(&Route::Teacher(to).href());
                }
            }
        });
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            {(!lesson).then(|| view! { <p>{r.give_hint}</p> })}
            <label class="field">
                <span>{if lesson { l.which } else { r.work_title }}</span>
                <input type="text" autocomplete="off" dir="auto" bind:value=title aria-describedby="give-problem" />
            </label>
            <label class="field">
                <span>{if lesson { l.day } else { r.work_day }}</span>
                <input type="date" bind:value=day aria-describedby="give-problem" />
            </label>
            <p id="give-problem" class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button class="btn go" type="submit">{if lesson { l.begin } else { r.give_now }}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}
