//! Starts the app: the family page where the document says so, else the classroom.

fn main() {
    console_error_panic_hook::set_once();
    daymark::app::start();
}
