//! A rubric is given to the class for a piece of work, or taken along into a lesson.

use leptos::prelude::*;

use super::amend::TitleAndDay;
use super::change::fresh_task;
use crate::browser;
use crate::domain::id::RubricVersionId;
use crate::domain::rubric::{LessonObservation, Rubric, RubricTask, RubricType};
use crate::domain::{Change, Day};
use crate::route::{Route, TeacherScreen};
use crate::session::{Saver, use_session};
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
    let saver = Saver::new(session);
    let lesson = give.lesson;
    let title = if lesson { String::new() } else { give.title };
    let (r, l) = (words().rubric(), words().lesson());
    let done = Callback::new(move |(typed, day): (String, Day)| {
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
        saver.save(vec![change], text, move || {
            // The screen may be gone by then.
            let _ = open.try_set(false);
            if let Some(to) = to {
                browser::go(&Route::Teacher(to).href());
            }
        });
    });
    view! {
        {(!lesson).then(|| view! { <p>{r.give_hint}</p> })}
        <TitleAndDay title day=session.today.get_untracked() lesson go=if lesson { l.begin } else { r.give_now } done open />
    }
}
