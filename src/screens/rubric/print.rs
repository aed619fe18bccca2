//! A rubric on paper, landscape: in the students' words for the wall, or in the teacher's own.

use leptos::prelude::*;

use super::missing::Missing;
use super::shown::RubricTable;
use crate::browser;
use crate::domain::id::RubricId;
use crate::domain::notebook::Slot;
use crate::domain::rubric::{Rubric, RubricType};
use crate::route::{Route, TeacherScreen};
use crate::session::use_session;
use crate::ui::icon::{Icon, Picture};
use crate::words::words;

/// The screen.
#[component]
pub fn PrintRubric(id: RubricId) -> impl IntoView {
    let session = use_session();
    let rubric = Memo::new(move |_| session.ask_slots(&[Slot::Rubrics], |nb| nb.rubric(id).cloned()));
    view! {
        <main id="main" class="print-rubric stack">
            {move || match rubric.get() {
                Some(rubric) => view! { <OnPaper rubric /> }.into_any(),
                None => view! { <Missing said=words().rubric().no_rubric /> }.into_any(),
            }}
        </main>
    }
}

#[component]
fn OnPaper(rubric: Rubric) -> impl IntoView {
    let observed = rubric.kind == RubricType::Observation;
    let to_students = RwSignal::new(!observed);
    let r = words().rubric();
    let choice = move |students: bool, text: &'static str| {
        view! {
            <button
                class="btn small"
                aria-pressed=move || (to_students.get() == students).to_string()
                on:click=move |_| to_students.set(students)
            >
                {text}
            </button>
        }
    };
    view! {
            <div class="row noprint">
                {(!observed)
                    .then(|| {
                        view! {
                            <div class="row" role="group" aria-label=r.wording>
                                {choice(true, r.students_words)} {choice(false, r.teachers_words)}
                            </div>
                        }
                    })}
                <button class="btn go" on:click=move |_| browser::print()>
                    <Icon of=Picture::Print />
                    {words().app().print}
                </button>
                <a class="btn small" href=Route::Teacher(TeacherScreen::Rubrics).href()>{r.to_list}</a>
            </div>
            <h1 dir="auto">{rubric.title.clone()}</h1>
            {move || view! { <RubricTable rubric=rubric.clone() to_students=to_students.get() /> }}
    }
}
