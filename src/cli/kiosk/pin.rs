//! Asks for a new PIN at the terminal.

use std::io::{BufRead as _, IsTerminal as _, Write as _};

use super::own;
use crate::model::Lang;
use crate::state::kiosk::PIN_DIGITS;
use crate::text::Unattended;
use crate::work;

/// Asks for a PIN, and once more, and returns its hash. Nothing that is typed is shown.
///
/// # Errors
/// What is wrong, in words.
pub fn ask(lang: Lang) -> Result<String, String> {
    if !std::io::stdin().is_terminal() {
        return Err(own(lang, Unattended::NoTerminal));
    }
    let first = line(&own(lang, Unattended::AskPin));
    if first.len() != PIN_DIGITS || !first.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(own(lang, Unattended::PinForm(PIN_DIGITS)));
    }
    if line(&own(lang, Unattended::AskPinAgain)) != first {
        return Err(own(lang, Unattended::PinDiffers));
    }
    work::hash_pin(&first)
}

fn line(prompt: &str) -> String {
    let mut out = std::io::stderr().lock();
    let _ = write!(out, "{prompt}").and_then(|()| out.flush());
    let echo = Echo::off();
    let mut line = String::new();
    let _ = std::io::stdin().lock().read_line(&mut line);
    drop(echo);
    let _ = writeln!(out);
    line.trim().to_owned()
}

/// The terminal shows nothing of what is typed, until this is dropped.
struct Echo;

impl Echo {
    fn off() -> Self {
        set("-echo");
        Self
    }
}

impl Drop for Echo {
    fn drop(&mut self) {
        set("echo");
    }
}

/// Sets a mode of the terminal, where there is such a tool.
fn set(mode: &str) {
    if cfg!(unix) {
        let _ = std::process::Command::new("stty").arg(mode).status();
    }
}
