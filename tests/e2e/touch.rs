//! The touch panel of a kiosk loses its cable and has it again: the next finger acts. A driver of the server, made for tests, has the fingers.

use std::io::{Read as _, Write as _};
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::desk::{Desk, OWN, SIZE};
use crate::kiosk::wait;

/// What a message is, by its number in the driver's protocol.
const VERSION: u32 = 0;
const SYNC: u32 = 1;
const TOUCH: u32 = 6;
/// A finger that comes down, moves, and is lifted: XInput 2's numbers.
const DOWN: u32 = 18;
const UP: u32 = 20;
/// The driver has room for so many axes; a finger uses two, whose values go up to this.
const AXES: usize = 64;
const FAR: f64 = 65535.0;
const NAME: &str = "panel";

fn configuration(home: &Path) -> String {
    format!(
        "Section \"InputDevice\"\n Identifier \"{NAME}\"\n Driver \"inputtest\"\n Option \"SocketPath\" \"{}\"\n \
         Option \"DeviceType\" \"Touch\"\n Option \"TouchCount\" \"5\"\nEndSection\n\
         Section \"ServerLayout\"\n Identifier \"layout\"\n Screen \"screen\"\n InputDevice \"{NAME}\"\nEndSection\n",
        home.join("panel.socket").display()
    )
}

/// The fingers.
struct Panel(UnixStream);

impl Panel {
    fn of(desk: &Desk) -> Self {
        let place = desk.home.path().join("panel.socket");
        let mut panel = Self(wait("a panel", || UnixStream::connect(&place).ok()));
        panel.send(VERSION, &[1, 0, 1, 0]);
        let mut answer = [0; 12];
        panel.0.read_exact(&mut answer).expect("its version");
        panel
    }

    fn send(&mut self, kind: u32, body: &[u8]) {
        let length = u32::try_from(8 + body.len()).expect("short");
        let message = [&length.to_ne_bytes()[..], &kind.to_ne_bytes(), body].concat();
        self.0.write_all(&message).expect("sent");
    }

    /// Touches the screen for a moment, at shares of its width and height.
    fn tap(&mut self, at: [f64; 2]) {
        for kind in [DOWN, UP] {
            let mut body = [&0_u32.to_ne_bytes()[..], &kind.to_ne_bytes(), &0_u32.to_ne_bytes()].concat();
            // Which axes have values, and eight bytes apart, the values; none of them is raw.
            body.extend([0b11, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
            let mut values = [0.0; 2 * AXES];
            values[..2].copy_from_slice(&at.map(|share| share * FAR));
            body.extend(values.iter().flat_map(|value: &f64| value.to_ne_bytes()));
            self.send(TOUCH, &body);
            self.send(SYNC, &[]);
            let mut answer = [0; 8];
            self.0.read_exact(&mut answer).expect("the server has it");
            sleep(Duration::from_millis(80));
        }
    }
}

/// The share of strongly coloured pixels at the left: pictures of the wall are there, words of the attract loop are not.
#[expect(clippy::cast_precision_loss, reason = "pixel counts")]
fn wall(desk: &Desk) -> f64 {
    let pixels = desk.pixels(0);
    let left = pixels.chunks(usize::from(SIZE[0])).flat_map(|row| &row[..usize::from(SIZE[0]) / 4]);
    let strong = left.filter(|[a, b, c]| a.max(b).max(c) - a.min(b).min(c) > 60).count();
    strong as f64 / (pixels.len() / 4) as f64
}

#[test]
fn a_panel_that_was_unplugged_acts_from_the_first_touch_on() {
    if !Path::new("/usr/lib/xorg/modules/input/inputtest_drv.so").exists() || !crate::has("xinput") {
        eprintln!("skipped: the server's driver for tests or xinput is not here");
        return;
    }
    let Some(mut desk) = Desk::set_up_with(configuration) else { return };
    desk.unplug();
    desk.start(&["kiosk", "--renderer", "cpu", "--screen", OWN]);
    assert!(desk.comes(Desk::sees_pictures));
    let mut panel = Panel::of(&desk);
    assert!(wall(&desk) < 0.03, "the attract loop: {}", wall(&desk));
    panel.tap([0.7, 0.5]);
    assert!(desk.comes(|desk| wall(desk) > 0.05), "the first touch opens home");
    for round in 0..3 {
        for (step, seen) in [("disable", true), ("enable", true), ("away", false), ("back", true)] {
            match step {
                "away" => panel.tap([0.767, 0.055]),
                "back" => panel.tap([0.35, 0.055]),
                _ => {
                    assert!(desk.command("xinput").args([step, NAME]).status().expect("xinput runs").success());
                    if step == "enable" {
                        panel = Panel::of(&desk);
                    }
                }
            }
            assert!(desk.comes(|desk| (wall(desk) > 0.05) == seen), "{round}: {step}");
        }
    }
}
