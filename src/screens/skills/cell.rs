use leptos::prelude::*;
#[allow(unused)] use crate::domain::id::{StudentId,SkillId,TicketId};
#[component] pub fn Cell(student: StudentId, skill: SkillId) -> impl IntoView { let _=(student,skill); }
