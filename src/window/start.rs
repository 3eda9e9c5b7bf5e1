//! Startup failures: diagnosis, and a record of renderers that failed.
//!
//! A driver may crash the program. So an attempt with a graphics card is recorded on disk in advance, and the record removed
//! once a frame has been shown: a record found at startup belongs to a failed start, and that renderer is skipped.

use std::collections::BTreeMap;
use std::panic::{self, AssertUnwindSafe, UnwindSafe};
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::{AtomicU32, Ordering};

use serde::{Deserialize, Serialize};

use super::Renderer;
use crate::files::{self, Persisted};

/// A window counts as shown once this many frames were drawn: the first is then on screen.
const FRAMES: u32 = 2;

static FRAMES_SEEN: AtomicU32 = AtomicU32::new(0);
/// The panic message before a window was shown.
static LAST_WORDS: Mutex<String> = Mutex::new(String::new());

/// Why there is no window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No display is configured: neither X11 nor Wayland.
    NoScreen,
    /// The display does not answer.
    NoAnswer(String),
    /// Missing system libraries, by file name and Debian package.
    NoLibraries(Vec<(&'static str, &'static str)>),
    /// Another error, in the words of its source.
    Other(String),
}

/// Renderers that failed to show a frame, and why.
pub type Failed = BTreeMap<Renderer, String>;

/// The record of failed starts.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    version: String,
    machine: String,
    failed: Failed,
}

/// Returns the failures recorded on this machine by this version.
pub fn remembered() -> Failed {
    let read = || {
        let note: Note = Persisted::Start.read(|text| serde_json::from_str(text).ok())?;
        (note.version == crate::VERSION && note.machine == files::machine()).then_some(note.failed)
    };
    read().unwrap_or_default()
}

fn write(failed: Failed) {
    if failed.is_empty() {
        if Persisted::Start.read(|text| Some(text.to_owned())).is_some() {
            Persisted::Start.write(None);
        }
        return;
    }
    let note = Note { version: crate::VERSION.to_owned(), machine: files::machine(), failed };
    Persisted::Start.write(serde_json::to_string(&note).ok().as_deref());
}

/// Records that a renderer failed, or may be about to. Never the CPU: there is nothing after it.
pub fn remember(renderer: Renderer, why: &str) {
    if renderer != Renderer::Cpu {
        let mut failed = remembered();
        failed.insert(renderer, why.to_owned());
        write(failed);
    }
}

/// Removes the record of one renderer.
pub fn forget(renderer: Renderer) {
    if renderer == Renderer::Cpu {
        return;
    }
    let mut failed = remembered();
    if failed.remove(&renderer).is_some() {
        write(failed);
    }
}

/// Removes all records.
pub fn forget_all() {
    write(Failed::new());
}

/// Counts a frame. The window counts as shown from the second one on.
pub fn frame(renderer: Renderer) {
    if FRAMES_SEEN.load(Ordering::Relaxed) < FRAMES && FRAMES_SEEN.fetch_add(1, Ordering::Relaxed) + 1 == FRAMES {
        log::info!("the window stands, drawn by {}", renderer.name());
        forget(renderer);
    }
}

/// Returns true once a window has been shown.
fn stands() -> bool {
    FRAMES_SEEN.load(Ordering::Relaxed) >= FRAMES
}

/// Tries to open a window. A panic before it is shown is an error like any other; a later one is propagated.
pub fn attempt(open: impl FnOnce() -> Result<(), String> + UnwindSafe) -> Result<(), String> {
    match panic::catch_unwind(open) {
        Ok(done) => done,
        Err(panic) if stands() => panic::resume_unwind(panic),
        Err(_) => Err(LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner).clone()),
    }
}

/// Like `attempt`, passing a value.
pub fn attempt_with<T>(with: T, open: impl FnOnce(T) -> Result<(), String>) -> Result<(), String> {
    // What a failed start leaves behind is not used again: the next attempt is another process.
    attempt(AssertUnwindSafe(|| open(with)))
}

/// Logs panics, and prints them only once a window is shown: before that they become the failure's reason.
pub fn watch_panics() {
    let default_hook = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let said = info.payload_as_str().unwrap_or("a panic without words");
        log::error!("{said} ({})", info.location().map_or_else(String::new, ToString::to_string));
        if stands() {
            default_hook(info);
        } else {
            said.clone_into(&mut LAST_WORDS.lock().unwrap_or_else(PoisonError::into_inner));
        }
    }));
}

/// Diagnoses a failure.
pub fn failure(why: String) -> Failure {
    if !cfg!(target_os = "linux") {
        return Failure::Other(why);
    }
    let named = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let wayland = named("WAYLAND_DISPLAY").or_else(|| named("WAYLAND_SOCKET"));
    let screen = named("DISPLAY");
    if wayland.is_none() && screen.is_none() {
        return Failure::NoScreen;
    }
    let missing = missing_libraries(wayland.is_some());
    if !missing.is_empty() {
        return Failure::NoLibraries(missing);
    }
    let refuses = ["XOpenDisplay", "ailed to open", "NoCompositor", "wayland compositor", "onnect"]
        .iter()
        .any(|word| why.contains(word));
    match wayland.or(screen) {
        Some(screen) if refuses => Failure::NoAnswer(screen),
        _ => Failure::Other(why),
    }
}

/// Returns the missing libraries that a window needs.
#[cfg(target_os = "linux")]
fn missing_libraries(wayland: bool) -> Vec<(&'static str, &'static str)> {
    let has_xkb = xkbcommon_dl::xkbcommon_option().is_some();
    let x11 = || {
        [
            (x11_dl::xlib::Xlib::open().is_ok(), ("libX11.so.6", "libx11-6")),
            (x11_dl::xlib_xcb::Xlib_xcb::open().is_ok(), ("libX11-xcb.so.1", "libx11-xcb1")),
            (x11_dl::xcursor::Xcursor::open().is_ok(), ("libXcursor.so.1", "libxcursor1")),
            (x11_dl::xinput2::XInput2::open().is_ok(), ("libXi.so.6", "libxi6")),
            (xkbcommon_dl::x11::xkbcommon_x11_option().is_some(), ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0")),
        ]
    };
    let way = || [(wayland_sys::client::is_lib_available(), ("libwayland-client.so.0", "libwayland-client0"))];
    let own = [(has_xkb, ("libxkbcommon.so.0", "libxkbcommon0"))];
    let all: Vec<_> =
        if wayland { own.into_iter().chain(way()).collect() } else { own.into_iter().chain(x11()).collect() };
    all.into_iter().filter(|(is_there, _)| !is_there).map(|(_, library)| library).collect()
}

#[cfg(not(target_os = "linux"))]
fn missing_libraries(_: bool) -> Vec<(&'static str, &'static str)> {
    Vec::new()
}
