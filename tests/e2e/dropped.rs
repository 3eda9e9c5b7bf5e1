//! Files that are dragged over the window as a file manager of X11 drags them, and dropped on the wall.

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode,
    SELECTION_NOTIFY_EVENT, SelectionNotifyEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::{PATIENCE, Screen};

/// A file manager that drags a file over a window.
struct FileManager {
    server: RustConnection,
    root: Window,
    own: Window,
    over: Window,
    address: String,
}

impl FileManager {
    fn new(screen: &Screen, over: Window, file: &Path) -> Self {
        let (server, at) = x11rb::connect(Some(&screen.display)).expect("a server");
        let (root, own) = (server.setup().roots[at].root, server.generate_id().expect("an id"));
        let aux = CreateWindowAux::new();
        server.create_window(0, own, root, 0, 0, 1, 1, 0, WindowClass::INPUT_ONLY, 0, &aux).expect("sent");
        let address = format!("file://{}\r\n", file.display());
        let manager = Self { server, root, own, over, address };
        manager.server.set_selection_owner(own, manager.atom("XdndSelection"), CURRENT_TIME).expect("sent");
        manager
    }

    fn atom(&self, name: &str) -> Atom {
        self.server.intern_atom(false, name.as_bytes()).expect("sent").reply().expect("an atom").atom
    }

    fn say(&self, what: &str, rest: [u32; 4]) {
        let [a, b, c, d] = rest;
        let event = ClientMessageEvent::new(32, self.over, self.atom(what), [self.own, a, b, c, d]);
        self.server.send_event(false, self.over, EventMask::NO_EVENT, event).expect("sent");
        self.server.flush().expect("sent");
    }

    /// Drags to a point of the screen, and gives the file's address to whoever asks for it.
    fn drag(&self, [x, y]: [i16; 2]) {
        self.server.warp_pointer(x11rb::NONE, self.root, 0, 0, 0, 0, x, y).expect("sent");
        let place = u32::try_from(x).expect("on it") << 16 | u32::try_from(y).expect("on it");
        self.say("XdndPosition", [0, place, CURRENT_TIME, self.atom("XdndActionCopy")]);
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_millis(400) {
            match self.server.poll_for_event().expect("a server") {
                Some(Event::SelectionRequest(asked)) => {
                    let (window, property, target) = (asked.requestor, asked.property, asked.target);
                    let bytes = self.address.as_bytes();
                    self.server.change_property8(PropMode::REPLACE, window, property, target, bytes).expect("sent");
                    let answer = SelectionNotifyEvent {
                        response_type: SELECTION_NOTIFY_EVENT,
                        sequence: 0,
                        time: asked.time,
                        requestor: window,
                        selection: asked.selection,
                        target,
                        property,
                    };
                    self.server.send_event(false, window, EventMask::NO_EVENT, answer).expect("sent");
                    self.server.flush().expect("sent");
                }
                Some(_) => {}
                None => sleep(Duration::from_millis(10)),
            }
        }
    }

    fn enter(&self) {
        self.say("XdndEnter", [5 << 24, self.atom("text/uri-list"), AtomEnum::NONE.into(), AtomEnum::NONE.into()]);
    }

    fn drop(&self) {
        self.say("XdndDrop", [0, CURRENT_TIME, 0, 0]);
    }
}

/// A photograph of one colour.
fn photograph(place: &Path, rgb: [u8; 3]) {
    let bytes = rgb.repeat(1200 * 800);
    image::save_buffer(place, &bytes, 1200, 800, image::ColorType::Rgb8).expect("written");
}

/// Whether a file below a folder holds these words.
fn holds(folder: &Path, words: &str) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().any(|entry| {
        let path = entry.path();
        let text = || std::fs::read(&path).is_ok_and(|bytes| String::from_utf8_lossy(&bytes).contains(words));
        if path.is_dir() { holds(&path, words) } else { text() }
    })
}

/// Waits until what is edited is kept on disk with a part of it, and gives whether it has these words.
fn is_kept(screen: &mut Screen, words: &str) -> bool {
    let state = screen.memory.path().join("state");
    let begun = Instant::now();
    while !holds(&state, "\"photos[") && begun.elapsed() < PATIENCE {
        sleep(Duration::from_millis(100));
    }
    assert!(screen.is_alive());
    holds(&state, words)
}

/// Three pictures in the editor, the first of which is looked for; another one is dropped where `place` says, from the left and right
/// end of the first one's area and its middle height. Gives whether what was edited has these words.
fn dropped(open: impl Fn(&Screen), place: impl Fn(usize, usize, usize) -> [usize; 2], words: &str) -> Option<bool> {
    const FIRST: [u8; 3] = [40, 30, 150];
    let folder = tempfile::tempdir().expect("a folder");
    let others = tempfile::tempdir().expect("a folder");
    for (name, rgb) in [("a.png", FIRST), ("b.png", [40, 150, 30]), ("c.png", [150, 30, 40])] {
        photograph(&folder.path().join(name), rgb);
    }
    let dropped = others.path().join("dropped.png");
    photograph(&dropped, [150, 150, 20]);
    let args = ["edit", folder.path().to_str().expect("a name")];
    let mut screen = Screen::start(&args)?;
    let window: Window = screen.window().parse().expect("an id");
    assert!(screen.sees_pictures(), "the wall is on the screen");
    open(&screen);
    sleep(Duration::from_secs(1));
    let (left, right, y) = screen.spread(FIRST).expect("the first picture");
    let manager = FileManager::new(&screen, window, &dropped);
    let [x, y] = place(left, right, y).map(|at| i16::try_from(at).expect("on the screen"));
    manager.enter();
    manager.drag([x - 20, y]);
    manager.drag([x, y]);
    manager.drop();
    Some(is_kept(&mut screen, words))
}

#[test]
fn a_photograph_lands_where_it_is_dropped_on_the_wall() {
    let between = |left: usize, right: usize, y: usize| [right - (right - left) / 4, y];
    let landed = dropped(|_| (), between, "\"photos[1]\"");
    assert_ne!(landed, Some(false), "between the first one and the second");
}

#[test]
fn a_photograph_lands_between_the_rows_of_the_captions_where_it_is_dropped() {
    let tables = |screen: &Screen| {
        screen.xdotool(&["mousemove", "195", "127", "click", "1"]);
    };
    // Far to the right of the picture, over the captions, in the lower half of the first row.
    let under = |left: usize, right: usize, y: usize| {
        assert!(right - left < 150, "the small pictures of the table");
        [right + 300, y + 12]
    };
    let landed = dropped(tables, under, "\"photos[1]\"");
    assert_ne!(landed, Some(false), "between the first row and the second");
}

#[test]
fn the_rows_of_a_spreadsheet_that_is_dropped_are_seen_and_taken_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let others = tempfile::tempdir().expect("a folder");
    photograph(&folder.path().join("a.png"), [40, 30, 150]);
    let sheet = others.path().join("captions.csv");
    std::fs::write(&sheet, "File,Title in English\na.png,A title from the office\n").expect("written");
    let Some(mut screen) = Screen::start(&["edit", folder.path().to_str().expect("a name")]) else { return };
    let window: Window = screen.window().parse().expect("an id");
    assert!(screen.sees_pictures(), "the wall is on the screen");
    let manager = FileManager::new(&screen, window, &sheet);
    manager.enter();
    manager.drag([600, 480]);
    manager.drag([620, 500]);
    manager.drop();
    sleep(Duration::from_secs(3));
    let state = screen.memory.path().join("state");
    assert!(!holds(&state, "A title from the office"), "nothing is taken in unasked");
    screen.xdotool(&["mousemove", "411", "398", "click", "1"]);
    assert!(is_kept(&mut screen, "A title from the office"), "one touch takes it in");
}
