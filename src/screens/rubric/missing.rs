//! What stands where a rubric, a piece of work or a lesson is gone: undone, or only on another device.

use leptos::prelude::*;

use crate::route::{Route, TeacherScreen};
use crate::words::words;

/// A heading that says so, and the way to all rubrics.
#[component]
pub fn Missing(
    /// What is gone, as a sentence.
    said: &'static str,
) -> impl IntoView {
    view! {
        <h1>{said}</h1>
        <a class="btn" href=Route::Teacher(TeacherScreen::Rubrics).href()>{words().rubric().to_list}</a>
    }
}
