//! Which screen stands for which address, in each of the programs.
//!
//! The student's program is what thirty Chromebooks wait for, so it has the students' screens and
//! the door only. The teacher's has everything: a device that is handed round never loads again,
//! and a browser that keeps nothing still keeps the lesson in memory.

use leptos::prelude::*;

use crate::route::{Route, StudentScreen, TeacherScreen};
use crate::screens::{class, door, exit_ticket, family, frame, goal, skills, student, teacher};

/// The screens of the student's program; `None` for an address of another program.
pub fn student(route: Route) -> Option<AnyView> {
    Some(match route {
        Route::Door => view! { <door::Door /> }.into_any(),
        Route::Who => view! { <student::who::Who /> }.into_any(),
        Route::Student(id, StudentScreen::Today) => view! { <goal::today::StudentToday id /> }.into_any(),
        Route::Student(id, StudentScreen::Journey) => view! { <student::journey::Journey id /> }.into_any(),
        Route::Student(id, StudentScreen::Ticket(ticket)) => {
            view! { <exit_ticket::respond::Respond id ticket /> }.into_any()
        }
        Route::Lost => view! { <frame::Lost /> }.into_any(),
        Route::Demo | Route::How | Route::MakeClass | Route::Teacher(_) => return None,
    })
}

/// The screens of the teacher's program, which has all.
pub fn teacher(route: Route) -> Option<AnyView> {
    match route {
        Route::Demo => Some(view! { <class::demo::MakeDemo /> }.into_any()),
        Route::MakeClass => Some(view! { <class::make::MakeClass /> }.into_any()),
        Route::Teacher(screen) => {
            let inside = move || teachers(screen);
            Some(view! { <frame::Teacher screen>{inside}</frame::Teacher> }.into_any())
        }
        other => student(other),
    }
}

fn teachers(screen: TeacherScreen) -> AnyView {
    match screen {
        TeacherScreen::Today => view! { <teacher::today::TeacherToday /> }.into_any(),
        TeacherScreen::NewTicket => view! { <exit_ticket::write::WriteTicket /> }.into_any(),
        TeacherScreen::Ticket(id) => view! { <exit_ticket::live::Live id /> }.into_any(),
        TeacherScreen::Projector(id) => view! { <exit_ticket::projector::Projector id /> }.into_any(),
        TeacherScreen::Skills => view! { <skills::map::ClassMap /> }.into_any(),
        TeacherScreen::Cell(student, skill) => view! { <skills::cell::Cell student skill /> }.into_any(),
        TeacherScreen::Student(id) => view! { <student::page::StudentPage id /> }.into_any(),
        TeacherScreen::Growth(skill) => view! { <skills::growth::GrowthScreen skill /> }.into_any(),
        TeacherScreen::EditSkills => view! { <skills::edit::EditSkills /> }.into_any(),
        TeacherScreen::Share => view! { <family::share::Share /> }.into_any(),
        TeacherScreen::ShareOne(student) => view! { <family::share::ShareOne student /> }.into_any(),
        TeacherScreen::Class => view! { <class::settings::ClassScreen /> }.into_any(),
        TeacherScreen::Recent => view! { <class::recent::Recent /> }.into_any(),
    }
}
