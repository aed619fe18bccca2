//! "How this is calculated": a page for everybody, which knows no notebook.

fn main() {
    daymark::app::start_how();
}
