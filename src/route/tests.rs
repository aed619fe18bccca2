//! Addresses, read and written.

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
    let (task, rubric, survey) = (TaskId::from_bits(10), RubricId::from_bits(11), SurveyId::from_bits(12));
    let (group, board) = (GroupId::from_bits(13), BoardId::from_bits(14));
    let mut all = vec![Route::Door, Route::Demo, Route::How, Route::MakeClass, Route::Who];
    all.extend([Route::Join, Route::Substitute]);
    let of_student = [
        StudentScreen::Today,
        StudentScreen::Journey,
        StudentScreen::Plan,
        StudentScreen::Samples,
        StudentScreen::Conference,
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
        Trash,
        Year,
        Erase(student),
        Students,
        Groups,
        Group(group),
        Boards,
        Board(board),
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
