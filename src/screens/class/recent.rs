use leptos::prelude::*;
#[component] pub fn Recent() -> impl IntoView { }
