//! Skills: the class map, one cell of it, growth as a chart, and the skills' own words.

pub mod cell;
pub mod edit;
pub mod growth;
pub mod map;

mod change;
mod decide;
mod editor;
mod evidence_form;
mod feedback;
mod growth_shown;
mod map_cell;
mod map_table;
mod map_tools;
mod pieces;
mod rating;
mod standing;
mod starter_set;
mod way;
