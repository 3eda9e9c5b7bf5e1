//! A kiosk holds the keyboard of its screen: beside a window manager and another client, through X11.

use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use x11rb::connection::Connection as _;
use x11rb::protocol::xproto::{AtomEnum, ConnectionExt as _, GrabMode, GrabStatus, Window};
use x11rb::rust_connection::RustConnection;

use crate::{PATIENCE, Screen, has};

/// Another client on the screen.
struct Other {
    server: RustConnection,
    root: Window,
}

impl Other {
    fn on(screen: &Screen) -> Self {
        let (server, at) = x11rb::connect(Some(&screen.display)).expect("a server");
        let root = server.setup().roots[at].root;
        Self { server, root }
    }

    /// Asks for the keyboard; true where it is free.
    fn takes_keyboard(&self) -> bool {
        let asked = self.server.grab_keyboard(false, self.root, x11rb::CURRENT_TIME, GrabMode::ASYNC, GrabMode::ASYNC);
        asked.expect("asked").reply().expect("an answer").status == GrabStatus::SUCCESS
    }

    fn gives_it_back(&self) {
        self.server.ungrab_keyboard(x11rb::CURRENT_TIME).expect("asked").check().expect("given back");
    }

    /// The window that the window manager calls active.
    fn active(&self) -> u32 {
        let atom = self.server.intern_atom(false, b"_NET_ACTIVE_WINDOW").expect("asked").reply().expect("a name").atom;
        let value = self.server.get_property(false, self.root, atom, AtomEnum::WINDOW, 0, 1).expect("asked");
        let value = value.reply().expect("a value");
        value.value32().and_then(|mut all| all.next()).unwrap_or_default()
    }
}

/// Ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn begin(screen: &Screen, program: &str, args: &[&str]) -> Running {
    let mut command = Command::new(program);
    command.args(args).env("DISPLAY", &screen.display).stdout(Stdio::null()).stderr(Stdio::null());
    Running(command.spawn().expect("it starts"))
}

fn wait_until(what: &str, at_most: Duration, mut is_true: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_true() {
        assert!(begun.elapsed() < at_most, "never: {what}");
        sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_kiosk_holds_the_keyboard_and_takes_it_again() {
    if !has("openbox") {
        eprintln!("skipped: openbox is not here");
        return;
    }
    let Some(mut screen) = Screen::start(&["kiosk", "--renderer", "cpu"]) else { return };
    let _manager = begin(&screen, "openbox", &[]);
    let window = screen.window();
    assert!(screen.sees_pictures());
    let other = Other::on(&screen);
    let is_free = || {
        let is_free = other.takes_keyboard();
        if is_free {
            other.gives_it_back();
        }
        is_free
    };
    wait_until("the kiosk has the keyboard", PATIENCE, || !is_free());
    // A window behind it, which Alt+Tab would bring to the front.
    let _behind = begin(&screen, "xmessage", &["behind"]);
    sleep(Duration::from_millis(500));
    screen.xdotool(&["windowactivate", "--sync", &window]);
    let before = other.active();
    for keys in ["alt+Tab", "super", "alt+F4", "ctrl+alt+Right", "alt+space"] {
        screen.xdotool(&["key", keys]);
    }
    sleep(Duration::from_millis(500));
    assert_eq!(other.active(), before, "nothing else came to the front");
    assert!(screen.is_alive() && !is_free());
}

#[test]
fn a_keyboard_that_another_client_had_is_taken_as_soon_as_it_is_free() {
    if !has("openbox") {
        eprintln!("skipped: openbox is not here");
        return;
    }
    let Some(mut screen) = Screen::start(&["kiosk", "--renderer", "cpu"]) else { return };
    // Before there is a window there is nobody to hold it.
    let other = Other::on(&screen);
    wait_until("the keyboard is free", PATIENCE, || other.takes_keyboard());
    let _manager = begin(&screen, "openbox", &[]);
    screen.window();
    assert!(screen.sees_pictures());
    sleep(Duration::from_secs(2));
    other.gives_it_back();
    let free_since = Instant::now();
    wait_until("the kiosk has it", PATIENCE, || {
        let is_free = other.takes_keyboard();
        if is_free {
            other.gives_it_back();
        }
        !is_free
    });
    eprintln!("held again {:?} after another client gave it back", free_since.elapsed());
    assert!(screen.is_alive());
}
