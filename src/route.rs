//! Every address of the app in one type, with its reading and its writing.
//!
//! Addresses are hash routes, so that any static host serves them, also under a sub-path. They
//! hold ids only.

use std::fmt;

use crate::domain::id::{SkillId, StudentId, TicketId};

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
}

/// A teacher's screens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeacherScreen {
    /// Three lists, the goals of the day, open tickets.
    Today,
    /// Open an exit ticket.
    NewTicket,
    /// An exit ticket while it is answered, and afterwards.
    Ticket(TicketId),
    /// The same for the wall.
    Projector(TicketId),
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
            ["ticket", id] => TeacherScreen::Ticket(id.parse().ok()?),
            ["ticket", id, "wall"] => TeacherScreen::Projector(id.parse().ok()?),
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
            Route::Teacher(screen) => write!(f, "#/teacher{screen}"),
        }
    }
}

impl fmt::Display for TeacherScreen {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            TeacherScreen::Today => Ok(()),
            TeacherScreen::NewTicket => f.write_str("/ticket"),
            TeacherScreen::Ticket(id) => write!(f, "/ticket/{id}"),
            TeacherScreen::Projector(id) => write!(f, "/ticket/{id}/wall"),
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
    fn every_address_is_read_as_it_is_written() {
        let (student, skill) = (StudentId::from_bits(7), SkillId::from_bits(8));
        let ticket = TicketId::from_bits(9);
        let mut all = vec![Route::Door, Route::Demo, Route::How, Route::MakeClass, Route::Who];
        for screen in [StudentScreen::Today, StudentScreen::Journey, StudentScreen::Ticket(ticket)] {
            all.push(Route::Student(student, screen));
        }
        use TeacherScreen::*;
        let teacher = [
            Today,
            NewTicket,
            Ticket(ticket),
            Projector(ticket),
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
    fn other_addresses_are_lost() {
        for hash in ["#/nowhere", "#/student/42", "#/teacher/skills/x/y/z", "#/teacher/../door"] {
            assert_eq!(Route::parse(hash), Route::Lost, "{hash}");
        }
        assert_eq!(Route::parse(""), Route::Door);
        assert_eq!(Route::parse("#"), Route::Door);
    }
}
