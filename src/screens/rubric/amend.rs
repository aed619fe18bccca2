//! The title and the day of a piece of work or of an observed lesson: asked for when it begins, and
//! changed afterwards.

use leptos::prelude::*;

use crate::domain::id::TaskId;
use crate::domain::rubric::{LONGEST_TITLE, LessonObservation, RubricTask};
use crate::domain::{Change, Day, Notebook};
use crate::session::{InTurn, use_session};
use crate::ui::day_field::DayField;
use crate::ui::dialog::Dialog;
use crate::words::words;

/// What is asked for.
#[component]
pub fn TitleAndDay(
    /// The title to begin with.
    title: String,
    /// The day to begin with.
    day: Day,
    /// Whether it is a lesson.
    lesson: bool,
    /// What the button says.
    go: &'static str,
    /// Called with what was typed.
    done: Callback<(String, Day)>,
    /// The dialog it stands in.
    open: RwSignal<bool>,
) -> impl IntoView {
    let title = RwSignal::new(title);
    let day = RwSignal::new(day.to_string());
    let problem = RwSignal::new(None::<&'static str>);
    let (r, l) = (words().rubric(), words().lesson());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let typed = title.get_untracked().split_whitespace().collect::<Vec<_>>().join(" ");
        match (day.get_untracked().parse(), typed.chars().count()) {
            (Err(_), _) => problem.set(Some(r.need_day)),
            (_, 0) => problem.set(Some(r.need_work)),
            (_, n) if n > LONGEST_TITLE => problem.set(Some(r.long_work)),
            (Ok(day), _) => done.run((typed, day)),
        }
    };
    view! {
        <form class="stack" novalidate on:submit=submit>
            <label class="field">
                <span>{if lesson { l.which } else { r.work_title }}</span>
                <input type="text" autocomplete="off" dir="auto" bind:value=title aria-describedby="work-problem" />
            </label>
            <DayField
                label=if lesson { l.day } else { r.work_day }
                day
                on_type=Callback::new(move |text| day.set(text))
                described_by="work-problem"
            />
            <p id="work-problem" class="problem" role="alert">{move || problem.get()}</p>
            <div class="row">
                <button class="btn go" type="submit">{go}</button>
                <button class="btn" type="button" on:click=move |_| open.set(false)>{words().app().cancel}</button>
            </div>
        </form>
    }
}

/// What a piece of work or a lesson is called, and its day.
fn head_of(nb: &Notebook, id: TaskId) -> Option<(String, Day)> {
    let task = nb.task(id).map(|task| (task.title.clone(), task.day));
    task.or_else(|| nb.lesson(id).map(|lesson| (lesson.title.clone(), lesson.day)))
}

fn amend(nb: &Notebook, id: TaskId, title: String, day: Day) -> Option<Change> {
    if head_of(nb, id)? == (title.clone(), day) {
        return None;
    }
    Some(match nb.task(id).cloned() {
        Some(task) => nb.amend_task(RubricTask { title, day, ..task }),
        None => nb.amend_lesson(LessonObservation { title, day, ..nb.lesson(id)?.clone() }),
    })
}

/// Opens the form in which title and day are changed.
#[component]
pub fn AmendButton(
    /// The work or the lesson.
    id: TaskId,
    /// Whether it is a lesson.
    lesson: bool,
) -> impl IntoView {
    let session = use_session();
    let turn = InTurn::new(session);
    let open = RwSignal::new(false);
    let r = words().rubric();
    let done = Callback::new(move |(title, day): (String, Day)| {
        if session.peek(|nb| head_of(nb, id) == Some((title.clone(), day))) {
            open.set(false);
            return;
        }
        let make = move |nb: &Notebook| {
            let said = words().rubric().amended_said(&title);
            Some((vec![amend(nb, id, title, day)?], said))
        };
        // What could not be kept stays on the screen, which may be gone by then.
        turn.write_then(make, move || {
            let _ = open.try_set(false);
        });
    });
    let form = move || {
        let (title, day) = session.peek(|nb| head_of(nb, id))?;
        Some(view! { <TitleAndDay title day lesson go=words().app().save done open /> })
    };
    view! {
        <button class="btn small" on:click=move |_| open.set(true)>{r.amend}</button>
        <Dialog open title=r.amend>
            {form}
        </Dialog>
    }
}
