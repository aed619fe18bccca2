use leptos::prelude::*;
#[component] pub fn EditSkills() -> impl IntoView { }
