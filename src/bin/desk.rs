//! The program with all of a student's screens, for those that are not opened every day.

fn main() {
    daymark::app::start(daymark::programs::desk, daymark::format::line::Kinds::DESK);
}
