use leptos::prelude::*;
#[allow(unused)] use crate::domain::id::{StudentId,SkillId,TicketId};
#[component] pub fn GrowthScreen(skill: SkillId) -> impl IntoView { let _=skill; }
