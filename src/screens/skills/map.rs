use leptos::prelude::*;
#[component] pub fn ClassMap() -> impl IntoView { }
