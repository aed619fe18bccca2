//! Which screen stands for which address, in each of the programs.
//!
//! The student's program is what thirty Chromebooks wait for, so it has the door and the screens of
//! every day only; what a student opens now and then is in a program that has these as well. The
//! teacher's has everything: a device that is handed round never loads again, and a browser that
//! keeps nothing still keeps the lesson in memory.

use leptos::prelude::*;

use crate::route::{Route, StudentScreen, TeacherScreen};
use crate::screens::{
    board, class, collect, conference, door, exit_ticket, family, frame, goal, group, hand_in, plan, rubric,
    sample, skills, student, survey, teacher,
};

/// The screens of the student's program, those of every day; `None` for an address of another program.
pub fn student(route: Route) -> Option<AnyView> {
    Some(match route {
        Route::Door => view! { <door::Door /> }.into_any(),
        Route::Who => view! { <student::who::Who /> }.into_any(),
        Route::Student(id, StudentScreen::Today) => view! { <goal::today::StudentToday id /> }.into_any(),
        Route::Student(id, StudentScreen::Ticket(ticket)) => {
            view! { <exit_ticket::respond::Respond id ticket /> }.into_any()
        }
        Route::Lost => view! { <frame::Lost /> }.into_any(),
        _ => return None,
    })
}

/// The screens of the program with all that is a student's: what joins a class, hands in by code,
/// scores with a rubric and looks back, beside the screens of every day.
pub fn desk(route: Route) -> Option<AnyView> {
    match route {
        Route::Student(id, StudentScreen::Journey) => {
            Some(view! { <student::journey::Journey id /> }.into_any())
        }
        Route::Student(id, StudentScreen::Plan) => Some(view! { <plan::show::MyPlan id /> }.into_any()),
        Route::Student(id, StudentScreen::Samples) => Some(view! { <sample::list::MyWork id /> }.into_any()),
        Route::Student(id, StudentScreen::Conference) => {
            Some(view! { <conference::cards::MyConference id /> }.into_any())
        }
        Route::Student(id, StudentScreen::HandIn(ticket)) => {
            Some(view! { <hand_in::show::HandIn id ticket /> }.into_any())
        }
        Route::Student(id, StudentScreen::WallCode) => {
            Some(view! { <hand_in::wall_code::WallCodeScreen id /> }.into_any())
        }
        Route::Student(id, StudentScreen::Rubric(task)) => {
            Some(view! { <rubric::own::MyRubric id task /> }.into_any())
        }
        Route::Join => Some(view! { <hand_in::join::Join /> }.into_any()),
        other => student(other),
    }
}

/// The screens of the teacher's program, which has all.
pub fn teacher(route: Route) -> Option<AnyView> {
    match route {
        // Another class would be open on a device that was handed to students.
        Route::Demo => {
            Some(view! { <frame::Unlocked><class::demo::MakeDemo /></frame::Unlocked> }.into_any())
        }
        Route::MakeClass => {
            Some(view! { <frame::Unlocked><class::make::MakeClass /></frame::Unlocked> }.into_any())
        }
        Route::Substitute => Some(view! { <teacher::substitute::Substitute /> }.into_any()),
        Route::Teacher(screen) => {
            let inside = move || teachers(screen);
            Some(view! { <frame::Teacher screen>{inside}</frame::Teacher> }.into_any())
        }
        other => desk(other),
    }
}

fn teachers(screen: TeacherScreen) -> AnyView {
    match screen {
        TeacherScreen::Today => view! { <teacher::today::TeacherToday /> }.into_any(),
        TeacherScreen::NewTicket => view! { <exit_ticket::write::WriteTicket /> }.into_any(),
        TeacherScreen::NewSurvey => view! { <exit_ticket::write::WriteTicket survey=true /> }.into_any(),
        TeacherScreen::Ticket(id) => view! { <exit_ticket::live::Live id /> }.into_any(),
        TeacherScreen::Projector(id) => view! { <exit_ticket::projector::Projector id /> }.into_any(),
        TeacherScreen::EditTicket(id) => view! { <exit_ticket::edit::EditTicket id /> }.into_any(),
        TeacherScreen::Collect(id) => view! { <collect::Collect id /> }.into_any(),
        TeacherScreen::PrintTicket(id) => view! { <exit_ticket::print::PrintTicket id /> }.into_any(),
        TeacherScreen::Checks => view! { <exit_ticket::history::Checks /> }.into_any(),
        TeacherScreen::Survey(id) => view! { <survey::report::SurveyScreen id /> }.into_any(),
        TeacherScreen::Questions => view! { <exit_ticket::bank::Questions /> }.into_any(),
        TeacherScreen::Rubrics => view! { <rubric::list::Rubrics /> }.into_any(),
        TeacherScreen::EditRubric(id) => view! { <rubric::edit::EditRubric id /> }.into_any(),
        TeacherScreen::PrintRubric(id) => view! { <rubric::print::PrintRubric id /> }.into_any(),
        TeacherScreen::Task(id) => view! { <rubric::task::TaskScreen id /> }.into_any(),
        TeacherScreen::TaskOf(id, student) => view! { <rubric::score::TaskOf id student /> }.into_any(),
        TeacherScreen::Lesson(id) => view! { <rubric::lesson::Lesson id /> }.into_any(),
        TeacherScreen::Support(id) => view! { <student::support::Support id /> }.into_any(),
        TeacherScreen::ClassPack => view! { <collect::pack::ClassPack /> }.into_any(),
        TeacherScreen::Skills => view! { <skills::map::ClassMap /> }.into_any(),
        TeacherScreen::Cell(student, skill) => view! { <skills::cell::Cell student skill /> }.into_any(),
        TeacherScreen::Student(id) => view! { <student::page::StudentPage id /> }.into_any(),
        TeacherScreen::Growth(skill) => view! { <skills::growth::GrowthScreen skill /> }.into_any(),
        TeacherScreen::EditSkills => view! { <skills::edit::EditSkills /> }.into_any(),
        TeacherScreen::Share => view! { <family::share::Share /> }.into_any(),
        TeacherScreen::ShareOne(student) => view! { <family::share::ShareOne student /> }.into_any(),
        TeacherScreen::Class => view! { <class::settings::ClassScreen /> }.into_any(),
        TeacherScreen::Recent => view! { <class::recent::Recent /> }.into_any(),
        TeacherScreen::Students => view! { <student::list::Students /> }.into_any(),
        TeacherScreen::Groups => view! { <group::list::Groups /> }.into_any(),
        TeacherScreen::Group(id) => view! { <group::one::OneGroup id /> }.into_any(),
        TeacherScreen::Boards => view! { <board::list::Boards /> }.into_any(),
        TeacherScreen::Board(id) => view! { <board::edit::EditBoard id /> }.into_any(),
        TeacherScreen::Trash => view! { <class::trash::Trash /> }.into_any(),
        TeacherScreen::Year => view! { <class::year::Year /> }.into_any(),
        TeacherScreen::Erase(id) => view! { <class::erase::Erase id /> }.into_any(),
    }
}
