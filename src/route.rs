//! Every address of the app in one type, with its reading and its writing.
//!
//! Addresses are hash routes, so that any static host serves them, also under a sub-path. They
//! hold ids only.

use std::fmt;

use crate::domain::id::{RubricId, SkillId, StudentId, SurveyId, TaskId, TicketId};

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
            ["student", id] => TeacherScreen::Student(id.parse().ok()?),
            ["share"] => TeacherScreen::Share,
            ["share", id] => TeacherScreen::ShareOne(id.parse().ok()?),
            ["class"] => TeacherScreen::Class,
            ["recent"] => TeacherScreen::Recent,
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
            TeacherScreen::Student(id) => write!(f, "/student/{id}"),
            TeacherScreen::Skills => f.write_str("/skills"),
            TeacherScreen::EditSkills => f.write_str("/skills/edit"),
            TeacherScreen::Growth(skill) => write!(f, "/skills/{skill}"),
            TeacherScreen::Cell(student, skill) => write!(f, "/skills/{skill}/{student}"),
            TeacherScreen::Share => f.write_str("/share"),
            TeacherScreen::ShareOne(id) => write!(f, "/share/{id}"),
            TeacherScreen::Class => f.write_str("/class"),
            TeacherScreen::Recent => f.write_str("/recent"),
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
mod tests {
    use super::*;

    #[test]
    fn a_family_link_stands_beside_the_app_wherever_it_is_served() {
        for app in ["", "index.html", "index.html#/teacher/share", "?from=/school#/teacher"] {
            let app = format!("https://school.example/app/{app}");
            assert_eq!(family_href(&app, "1.AB"), "https://school.example/app/p/#1.AB", "{app}");
        }
        assert_eq!(family_href("./", "1.AB"), "./p/#1.AB");
        assert_eq!(href_from_family(Route::How), "../#/how", "the app is one folder above its family page");
    }

    #[test]
    fn a_class_pack_is_found_behind_its_address() {
        let address = join_href("https://school.example/app/#/teacher/pack", "1.AB");
        assert_eq!(address, "https://school.example/app/#/join/1.AB");
        assert_eq!(joined(&format!("Look: {address}")), Some("1.AB"));
        assert_eq!(joined("#/join/"), Some(""));
        for text in ["#/join", "1.AB", "#/teacher"] {
            assert_eq!(joined(text), None, "{text}");
        }
        assert_eq!(Route::parse("#/join/1.AB"), Route::Join);
    }

    #[test]
    fn every_address_is_read_as_it_is_written() {
        let (student, skill) = (StudentId::from_bits(7), SkillId::from_bits(8));
        let ticket = TicketId::from_bits(9);
        let (task, rubric, survey) =
            (TaskId::from_bits(10), RubricId::from_bits(11), SurveyId::from_bits(12));
        let mut all = vec![Route::Door, Route::Demo, Route::How, Route::MakeClass, Route::Who];
        all.extend([Route::Join, Route::Substitute]);
        let of_student = [
            StudentScreen::Today,
            StudentScreen::Journey,
            StudentScreen::Ticket(ticket),
            StudentScreen::HandIn(ticket),
            StudentScreen::WallCode,
            StudentScreen::Rubric(task),
        ];
        all.extend(of_student.map(|screen| Route::Student(student, screen)));
        use TeacherScreen::*;
        let teacher = [
            Today,
            NewTicket,
            NewSurvey,
            Ticket(ticket),
            Projector(ticket),
            EditTicket(ticket),
            Collect(ticket),
            PrintTicket(ticket),
            Checks,
            Survey(survey),
            Questions,
            Rubrics,
            EditRubric(rubric),
            PrintRubric(rubric),
            Task(task),
            TaskOf(task, student),
            Lesson(task),
            Support(student),
            ClassPack,
            Skills,
            Cell(student, skill),
            Student(student),
            Growth(skill),
            EditSkills,
            Share,
            ShareOne(student),
            Class,
            Recent,
        ];
        all.extend(teacher.map(Route::Teacher));
        for route in all {
            assert_eq!(Route::parse(&route.href()), route, "{route}");
        }
    }

    #[test]
    fn a_class_pack_travels_behind_its_address() {
        assert_eq!(Route::parse("#/join/1.eJyr"), Route::Join);
    }

    #[test]
    fn other_addresses_are_lost() {
        for hash in ["#/nowhere", "#/student/42", "#/teacher/skills/x/y/z", "#/teacher/../door"] {
            assert_eq!(Route::parse(hash), Route::Lost, "{hash}");
        }
        assert_eq!(Route::parse(""), Route::Door);
        assert_eq!(Route::parse("#"), Route::Door);
    }
}
