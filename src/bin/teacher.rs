//! The teacher's program, with every screen of the app.

fn main() {
    daymark::app::start(daymark::programs::teacher, daymark::format::line::Kinds::EVERY);
}
