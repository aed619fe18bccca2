use leptos::prelude::*;
#[component] pub fn ClassScreen() -> impl IntoView { }
