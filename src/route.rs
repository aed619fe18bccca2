//! Every address of the app in one type, with its reading and its writing.
//!
//! Addresses are hash routes, so that any static host serves them, also under a sub-path. They
//! hold ids only.

use std::fmt;

use crate::domain::id::{BoardId, GroupId, RubricId, SkillId, StudentId, SurveyId, TaskId, TicketId};

/// An address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Route {
    /// The first screen.
    Door,
    /// Open the demo class; it is made the first time.
    Demo,
    /// Make a class of one's own.
    MakeClass,
    /// "Who are you?"
    Who,
    /// Take a class pack in; it travels in the address, behind this part, and is read by its screen.
    Join,
    /// A substitute teacher runs and collects a check, and sees nothing else.
    Substitute,
    /// A student's screen.
    Student(StudentId, StudentScreen),
    /// A teacher's screen.
    Teacher(TeacherScreen),
    /// How the figures are calculated.
    How,
    /// No such address.
    Lost,
}

/// A student's screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StudentScreen {
    /// Yesterday's goal, where am I now, today's goal.
    Today,
    /// My journey.
    Journey,
    /// My plan: how I work best, what I chose, where I want to be in some weeks.
    Plan,
    /// Pieces of my work.
    Samples,
    /// The cards of my conference.
    Conference,
    /// An exit ticket.
    Ticket(TicketId),
    /// Hand an answer in by a code on the screen, a file or a text.
    HandIn(TicketId),
    /// Type the code that stands on the wall.
    WallCode,
    /// The rubric of a piece of work: read it, score oneself, see both views.
    Rubric(TaskId),
}

/// A teacher's screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeacherScreen {
    /// Three lists, the goals of the day, open tickets.
    Today,
    /// Open an exit ticket.
    NewTicket,
    /// Open the first half of a survey: the same screen, set for it.
    NewSurvey,
    /// An exit ticket while it is answered, and afterwards.
    Ticket(TicketId),
    /// The same for the wall.
    Projector(TicketId),
    /// Write or change a check before it is opened.
    EditTicket(TicketId),
    /// Bring answers in: codes, files, pasted texts, paper.
    Collect(TicketId),
    /// A ticket on paper: blank, its groups, its results.
    PrintTicket(TicketId),
    /// All checks, drafts and plans.
    Checks,
    /// What a pre/post survey shows.
    Survey(SurveyId),
    /// The question bank.
    Questions,
    /// All rubrics, and the work scored with them.
    Rubrics,
    /// Write or change a rubric.
    EditRubric(RubricId),
    /// A rubric on paper.
    PrintRubric(RubricId),
    /// A piece of work: score it criterion by criterion across the class.
    Task(TaskId),
    /// One student's piece of work.
    TaskOf(TaskId, StudentId),
    /// An observed lesson.
    Lesson(TaskId),
    /// What helps one student, and their picture lock.
    Support(StudentId),
    /// The class pack for students' own devices.
    ClassPack,
    /// The class map.
    Skills,
    /// One student on one skill.
    Cell(StudentId, SkillId),
    /// One student: strengths first.
    Student(StudentId),
    /// All students, and with whom one has not talked for longest.
    Students,
    /// The groups of the class.
    Groups,
    /// One group and its plan.
    Group(GroupId),
    /// The choice boards of the class.
    Boards,
    /// One choice board: write it, and see who chose what.
    Board(BoardId),
    /// Growth on one skill as a chart.
    Growth(SkillId),
    /// What the skills say, and which are in focus.
    EditSkills,
    /// Links for families.
    Share,
    /// The link for one student's family.
    ShareOne(StudentId),
    /// Roster, backup, PIN.
    Class,
    /// What was done lately, with undo.
    Recent,
    /// What was thrown away and can be taken out again.
    Trash,
    /// The change of year: a class that goes on from this one.
    Year,
    /// Erase one student: what goes, and the record of it.
    Erase(StudentId),
}

impl Route {
    /// Reads an address from the part after `#`.
    pub fn parse(hash: &str) -> Route {
        let path = hash.trim_start_matches('#').trim_matches('/');
        let parts: Vec<&str> = path.split('/').filter(|p| !p.is_empty()).collect();
        Route::read(&parts).unwrap_or(Route::Lost)
    }

    fn read(parts: &[&str]) -> Option<Route> {
        Some(match *parts {
            [] => Route::Door,
            ["demo"] => Route::Demo,
            ["how"] => Route::How,
            ["new"] => Route::MakeClass,
            ["student"] => Route::Who,
            ["student", id] => Route::Student(id.parse().ok()?, StudentScreen::Today),
            ["student", id, "journey"] => Route::Student(id.parse().ok()?, StudentScreen::Journey),
            ["student", id, "plan"] => Route::Student(id.parse().ok()?, StudentScreen::Plan),
            ["student", id, "work"] => Route::Student(id.parse().ok()?, StudentScreen::Samples),
            ["student", id, "conference"] => Route::Student(id.parse().ok()?, StudentScreen::Conference),
            ["student", id, "ticket", ticket] => {
                Route::Student(id.parse().ok()?, StudentScreen::Ticket(ticket.parse().ok()?))
            }
            ["student", id, "ticket", ticket, "hand-in"] => {
                Route::Student(id.parse().ok()?, StudentScreen::HandIn(ticket.parse().ok()?))
            }
            ["student", id, "code"] => Route::Student(id.parse().ok()?, StudentScreen::WallCode),
            ["student", id, "rubric", task] => {
                Route::Student(id.parse().ok()?, StudentScreen::Rubric(task.parse().ok()?))
            }
            ["join", ..] => Route::Join,
            ["substitute"] => Route::Substitute,
            ["teacher", ref rest @ ..] => Route::Teacher(TeacherScreen::read(rest)?),
            _ => return None,
        })
    }

    /// The address as a link's `href`.
    pub fn href(self) -> String {
        self.to_string()
    }
}

impl TeacherScreen {
    fn read(parts: &[&str]) -> Option<TeacherScreen> {
        Some(match *parts {
            [] => TeacherScreen::Today,
            ["ticket"] => TeacherScreen::NewTicket,
            ["ticket", "survey"] => TeacherScreen::NewSurvey,
            ["ticket", id] => TeacherScreen::Ticket(id.parse().ok()?),
            ["ticket", id, "wall"] => TeacherScreen::Projector(id.parse().ok()?),
            ["ticket", id, "edit"] => TeacherScreen::EditTicket(id.parse().ok()?),
            ["ticket", id, "collect"] => TeacherScreen::Collect(id.parse().ok()?),
            ["ticket", id, "print"] => TeacherScreen::PrintTicket(id.parse().ok()?),
            ["checks"] => TeacherScreen::Checks,
            ["survey", id] => TeacherScreen::Survey(id.parse().ok()?),
            ["questions"] => TeacherScreen::Questions,
            ["rubrics"] => TeacherScreen::Rubrics,
            ["rubrics", id] => TeacherScreen::EditRubric(id.parse().ok()?),
            ["rubrics", id, "print"] => TeacherScreen::PrintRubric(id.parse().ok()?),
            ["task", id] => TeacherScreen::Task(id.parse().ok()?),
            ["task", id, student] => TeacherScreen::TaskOf(id.parse().ok()?, student.parse().ok()?),
            ["lesson", id] => TeacherScreen::Lesson(id.parse().ok()?),
            ["student", id, "support"] => TeacherScreen::Support(id.parse().ok()?),
            ["pack"] => TeacherScreen::ClassPack,
            ["skills"] => TeacherScreen::Skills,
            ["skills", "edit"] => TeacherScreen::EditSkills,
            ["skills", skill] => TeacherScreen::Growth(skill.parse().ok()?),
            ["skills", skill, student] => TeacherScreen::Cell(student.parse().ok()?, skill.parse().ok()?),
            ["student"] => TeacherScreen::Students,
            ["student", id] => TeacherScreen::Student(id.parse().ok()?),
            ["groups"] => TeacherScreen::Groups,
            ["groups", id] => TeacherScreen::Group(id.parse().ok()?),
            ["boards"] => TeacherScreen::Boards,
            ["boards", id] => TeacherScreen::Board(id.parse().ok()?),
            ["share"] => TeacherScreen::Share,
            ["share", id] => TeacherScreen::ShareOne(id.parse().ok()?),
            ["class"] => TeacherScreen::Class,
            ["recent"] => TeacherScreen::Recent,
            ["trash"] => TeacherScreen::Trash,
            ["year"] => TeacherScreen::Year,
            ["erase", id] => TeacherScreen::Erase(id.parse().ok()?),
            _ => return None,
        })
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Route::Door | Route::Lost => f.write_str("#/"),
            Route::Demo => f.write_str("#/demo"),
            Route::How => f.write_str("#/how"),
            Route::MakeClass => f.write_str("#/new"),
            Route::Who => f.write_str("#/student"),
            Route::Student(id, StudentScreen::Today) => write!(f, "#/student/{id}"),
            Route::Student(id, StudentScreen::Journey) => write!(f, "#/student/{id}/journey"),
            Route::Student(id, StudentScreen::Plan) => write!(f, "#/student/{id}/plan"),
            Route::Student(id, StudentScreen::Samples) => write!(f, "#/student/{id}/work"),
            Route::Student(id, StudentScreen::Conference) => write!(f, "#/student/{id}/conference"),
            Route::Student(id, StudentScreen::Ticket(ticket)) => write!(f, "#/student/{id}/ticket/{ticket}"),
            Route::Student(id, StudentScreen::HandIn(ticket)) => {
                write!(f, "#/student/{id}/ticket/{ticket}/hand-in")
            }
            Route::Student(id, StudentScreen::WallCode) => write!(f, "#/student/{id}/code"),
            Route::Student(id, StudentScreen::Rubric(task)) => write!(f, "#/student/{id}/rubric/{task}"),
            Route::Join => f.write_str("#/join"),
            Route::Substitute => f.write_str("#/substitute"),
            Route::Teacher(screen) => write!(f, "#/teacher{screen}"),
        }
    }
}

impl fmt::Display for TeacherScreen {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            TeacherScreen::Today => Ok(()),
            TeacherScreen::NewTicket => f.write_str("/ticket"),
            TeacherScreen::NewSurvey => f.write_str("/ticket/survey"),
            TeacherScreen::Ticket(id) => write!(f, "/ticket/{id}"),
            TeacherScreen::Projector(id) => write!(f, "/ticket/{id}/wall"),
            TeacherScreen::EditTicket(id) => write!(f, "/ticket/{id}/edit"),
            TeacherScreen::Collect(id) => write!(f, "/ticket/{id}/collect"),
            TeacherScreen::PrintTicket(id) => write!(f, "/ticket/{id}/print"),
            TeacherScreen::Checks => f.write_str("/checks"),
            TeacherScreen::Survey(id) => write!(f, "/survey/{id}"),
            TeacherScreen::Questions => f.write_str("/questions"),
            TeacherScreen::Rubrics => f.write_str("/rubrics"),
            TeacherScreen::EditRubric(id) => write!(f, "/rubrics/{id}"),
            TeacherScreen::PrintRubric(id) => write!(f, "/rubrics/{id}/print"),
            TeacherScreen::Task(id) => write!(f, "/task/{id}"),
            TeacherScreen::TaskOf(id, student) => write!(f, "/task/{id}/{student}"),
            TeacherScreen::Lesson(id) => write!(f, "/lesson/{id}"),
            TeacherScreen::Support(id) => write!(f, "/student/{id}/support"),
            TeacherScreen::ClassPack => f.write_str("/pack"),
            TeacherScreen::Students => f.write_str("/student"),
            TeacherScreen::Student(id) => write!(f, "/student/{id}"),
            TeacherScreen::Groups => f.write_str("/groups"),
            TeacherScreen::Group(id) => write!(f, "/groups/{id}"),
            TeacherScreen::Boards => f.write_str("/boards"),
            TeacherScreen::Board(id) => write!(f, "/boards/{id}"),
            TeacherScreen::Skills => f.write_str("/skills"),
            TeacherScreen::EditSkills => f.write_str("/skills/edit"),
            TeacherScreen::Growth(skill) => write!(f, "/skills/{skill}"),
            TeacherScreen::Cell(student, skill) => write!(f, "/skills/{skill}/{student}"),
            TeacherScreen::Share => f.write_str("/share"),
            TeacherScreen::ShareOne(id) => write!(f, "/share/{id}"),
            TeacherScreen::Class => f.write_str("/class"),
            TeacherScreen::Recent => f.write_str("/recent"),
            TeacherScreen::Trash => f.write_str("/trash"),
            TeacherScreen::Year => f.write_str("/year"),
            TeacherScreen::Erase(id) => write!(f, "/erase/{id}"),
        }
    }
}

/// The address of a family link: the family page beside the app at `app`, and the report that
/// travels behind the `#`. Not a route: the family page is a page of its own.
pub fn family_href(app: &str, fragment: &str) -> String {
    let file = app.split(['#', '?']).next().unwrap_or_default();
    let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/p/#{fragment}")
}

/// The address of a class pack: the screen that takes it in, of the app at `app`, and the pack that
/// travels behind it.
pub fn join_href(app: &str, pack: &str) -> String {
    let file = app.split('#').next().unwrap_or_default();
    format!("{file}{}/{pack}", Route::Join)
}

/// What stands behind such an address, in a text that holds one.
pub fn joined(text: &str) -> Option<&str> {
    let (_, pack) = text.split_once(&Route::Join.href())?;
    pack.strip_prefix('/')
}

/// A screen of the app as the family page names it, which stands one folder below the app.
pub fn href_from_family(route: Route) -> String {
    format!("../{route}")
}

#[cfg(test)]
mod tests;
