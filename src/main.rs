//! The student's program: what thirty Chromebooks wait for. `public/start.js` chooses between this
//! one and its siblings in `src/bin`.

fn main() {
    daymark::app::start(daymark::programs::student, daymark::format::line::Kinds::STUDENTS);
}
