//! `cargo xtask serve`: a development build on this machine, built again on every change.

use crate::{
    tools,
    trouble::{OrSay, Result, Trouble},
};
use std::{
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread::sleep,
    time::Duration,
};

const FIRST_PORT: u16 = 8080;
const PORTS_TO_TRY: u16 = 100;

pub fn parse_port(text: &str) -> Result<u16> {
    text.parse().ok().filter(|port| *port > 0).ok_or_else(|| {
        Trouble::new(format!("`{text}` is not a port.")).mended_by("cargo xtask serve --port 8080")
    })
}

pub fn serve(port: Option<u16>) -> Result {
    let tools = tools::ready()?;
    let port = free_port(port)?;
    println!("Building Daymark (the first time takes a few minutes) …");

    let mut trunk = tools.trunk();
    trunk.args(["serve", "--offline", "--port", &port.to_string()]);
    trunk.env("RUST_LOG", std::env::var("RUST_LOG").unwrap_or_else(|_| "warn,trunk::build=error".into()));
    let mut child = trunk.spawn().or_say(|| "Trunk could not be started".into())?;

    // Trunk is a program of its own and would go on serving after this one was ended.
    let ended = Arc::new(AtomicBool::new(false));
    let end = Arc::clone(&ended);
    ctrlc::set_handler(move || end.store(true, Ordering::SeqCst))
        .or_say(|| "Could not listen for Ctrl+C".into())?;

    let mut told = false;
    loop {
        if ended.load(Ordering::SeqCst) {
            // It may have ended by the same Ctrl+C; either way nothing is left to do.
            let _ = child.kill();
            let _ = child.wait();
            return Ok(());
        }
        if child.try_wait().or_say(|| "Trunk could not be watched".into())?.is_some() {
            return Err(Trouble::new("Trunk ended; what it said stands above."));
        }
        // Trunk opens the port when its first build is done.
        if !told && TcpStream::connect(("127.0.0.1", port)).is_ok() {
            println!("Daymark is at http://127.0.0.1:{port}/ (Ctrl+C ends it)");
            told = true;
        }
        sleep(Duration::from_millis(100));
    }
}

/// The port asked for, or the first free one from 8080 on.
fn free_port(asked: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    match asked {
        Some(port) if is_free(&port) => Ok(port),
        Some(port) => Err(Trouble::new(format!("Port {port} is used by another program."))
            .mended_by("cargo xtask serve (it takes the next free port)")),
        None => (FIRST_PORT..FIRST_PORT + PORTS_TO_TRY).find(is_free).ok_or_else(|| {
            Trouble::new("No free port was found.").mended_by("cargo xtask serve --port <a free one>")
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_a_number_that_can_be_served_on() {
        assert_eq!(parse_port("8123"), Ok(8123));
        for wrong in ["0", "65536", "eight", ""] {
            assert!(parse_port(wrong).is_err(), "{wrong}");
        }
    }
}
