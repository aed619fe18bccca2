//! A student's plan.

pub mod show;
