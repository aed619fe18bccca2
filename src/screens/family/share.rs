use leptos::prelude::*;
#[allow(unused)] use crate::domain::id::{StudentId,SkillId,TicketId};
#[component] pub fn Share() -> impl IntoView { }
#[component] pub fn ShareOne(student: StudentId) -> impl IntoView { let _=student; }
