//! Rubrics: write them, read them before the work, score with them.

mod amend;
mod both;
mod change;
mod comments;
mod criterion;
pub mod edit;
mod edit_heads;
mod edit_table;
mod example;
mod give;
mod grid;
mod grid_cell;
pub mod lesson;
mod lesson_list;
mod lesson_seen;
mod lesson_sheet;
pub mod list;
mod missing;
mod outcome;
pub mod own;
pub mod print;
pub mod score;
mod scoring;
mod sheet;
mod shown;
pub mod task;
mod work;
