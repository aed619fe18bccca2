//! The teacher's program, with every screen of the app.

fn main() {
    // Before any name is shown, so that a screen that opens knows of the wall.
    daymark::ui::wall::listen();
    daymark::app::start(daymark::programs::teacher, daymark::format::line::Kinds::EVERY);
}
