//! The family page: it knows no notebook, only the report in its own address.

fn main() {
    daymark::app::start_family();
}
