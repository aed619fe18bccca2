//! A student's plan.

mod boards;
mod count;
mod goal;
mod goal_fields;
mod goal_form;
mod goals;
mod profile;
mod profile_form;
pub mod show;
mod supports;
