//! A desk with a laptop's screen and a projector beside it, of which one can be unplugged: a private X server with two monitors, a window
//! manager, and the program. There is none where the server or its driver for such screens is not installed or may not run.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use vitrine::ui::theme::stage::console;
use x11rb::protocol::xproto::{ConnectionExt as _, ImageFormat};

use crate::{PATIENCE, has};

/// The size of both screens.
pub const SIZE: [u16; 2] = [1280, 720];
/// A mode of 1024 × 768.
const SMALL: [&str; 11] = ["63.5", "1024", "1072", "1176", "1328", "768", "771", "775", "798", "+hsync", "-vsync"];
/// Their names.
pub const OWN: &str = "DUMMY0";
pub const HALL: &str = "DUMMY1";

const SERVER: &str = r#"
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
EndSection
Section "Device"
    Identifier "card"
    Driver "dummy"
    VideoRam 256000
EndSection
Section "Monitor"
    Identifier "monitor"
    HorizSync 5-1000
    VertRefresh 5-200
EndSection
Section "Screen"
    Identifier "screen"
    Device "card"
    Monitor "monitor"
    DefaultDepth 24
    SubSection "Display"
        Depth 24
        Virtual 4096 2048
    EndSubSection
EndSection
"#;

/// The desk; all on it ends with it.
pub struct Desk {
    server: Child,
    manager: Option<Child>,
    program: Option<Child>,
    display: String,
    /// Where the program keeps what it keeps.
    pub home: tempfile::TempDir,
}

impl Desk {
    /// Sets it up; `None` with a word where that is not possible here.
    pub fn set_up() -> Option<Self> {
        Self::set_up_with(|_| String::new())
    }

    /// The same with more in the server's configuration, which may name places in the home.
    pub fn set_up_with(devices: impl FnOnce(&Path) -> String) -> Option<Self> {
        let drivers = ["/usr/lib/xorg/modules/drivers/dummy_drv.so", "/usr/lib64/xorg/modules/drivers/dummy_drv.so"];
        if !["Xorg", "xrandr", "xdotool", "openbox"].into_iter().all(has)
            || !drivers.iter().any(|driver| Path::new(driver).exists())
        {
            eprintln!("skipped: Xorg with its dummy driver, openbox, xrandr or xdotool is not here");
            return None;
        }
        let home = tempfile::tempdir().expect("a folder");
        let config = home.path().join("xorg.conf");
        std::fs::write(&config, SERVER.to_owned() + &devices(home.path())).expect("written");
        let mut server = Command::new("Xorg")
            .args(["-noreset", "-nolisten", "tcp", "-displayfd", "1", "-config"])
            .arg(config)
            .arg("-logfile")
            .arg(home.path().join("xorg.log"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xorg starts");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("its output")).read_line(&mut number).expect("its number");
        if number.trim().is_empty() {
            let _ = server.wait();
            eprintln!("skipped: Xorg may not run here");
            return None;
        }
        let display = format!(":{}", number.trim());
        let mut desk = Self { server, manager: None, program: None, display, home };
        let [width, height] = SIZE.map(|side| side.to_string());
        let mode = ["74.5", &width, "1328", "1360", "1440", &height, "723", "728", "760", "+hsync", "-vsync"];
        desk.xrandr(&[&["--newmode", "hd"], &mode[..]].concat());
        desk.xrandr(&[&["--newmode", "small"], &SMALL[..]].concat());
        for screen in [OWN, HALL] {
            desk.xrandr(&["--addmode", screen, "hd"]);
            desk.xrandr(&["--addmode", screen, "small"]);
        }
        desk.xrandr(&["--output", OWN, "--mode", "hd", "--pos", "0x0", "--primary"]);
        desk.plug_in();
        desk.manager = desk.command("openbox").spawn().ok();
        let begun = Instant::now();
        while !desk.is_managed() {
            assert!(begun.elapsed() < PATIENCE, "a window manager");
            sleep(Duration::from_millis(20));
        }
        Some(desk)
    }

    /// True once the window manager is at work: windows that came before it get no keys.
    fn is_managed(&self) -> bool {
        use x11rb::connection::Connection as _;
        use x11rb::protocol::xproto::AtomEnum;
        let (server, at) = x11rb::connect(Some(&self.display)).expect("a server");
        let root = server.setup().roots[at].root;
        let sign = server.intern_atom(false, b"_NET_SUPPORTING_WM_CHECK").expect("asked").reply().expect("a name").atom;
        let value = server.get_property(false, root, sign, AtomEnum::WINDOW, 0, 1).expect("asked").reply();
        value.is_ok_and(|value| value.value_len == 1)
    }

    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.env("DISPLAY", &self.display).env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
        command.stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    pub fn xrandr(&self, args: &[&str]) {
        let ended = self.command("xrandr").args(args).status().expect("xrandr runs");
        assert!(ended.success(), "xrandr {args:?}");
    }

    /// Plugs the hall's screen in, to the right of the laptop's.
    pub fn plug_in(&self) {
        self.xrandr(&["--output", HALL, "--mode", "hd", "--right-of", OWN]);
    }

    /// Unplugs it.
    pub fn unplug(&self) {
        self.xrandr(&["--output", HALL, "--off"]);
    }

    /// Starts the program, and waits for its window.
    pub fn start(&mut self, args: &[&str]) {
        let mut command = self.command(env!("CARGO_BIN_EXE_vitrine"));
        command.args(args).stderr(Stdio::inherit());
        for (place, below) in [("XDG_STATE_HOME", "state"), ("XDG_CACHE_HOME", "cache")] {
            command.env(place, self.home.path().join(below));
        }
        // Nobody's desktop is asked to stay awake.
        command
            .env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
            .env("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere");
        self.program = Some(command.spawn().expect("the program starts"));
        assert!(self.comes(|desk| !desk.windows().is_empty()), "a window comes");
        let has_keys = |desk: &Self| desk.ids().contains(&desk.xdotool(&["getwindowfocus"]));
        assert!(self.comes(has_keys), "and takes the keys");
    }

    /// True once pictures are on the laptop's screen: they are strongly coloured.
    pub fn sees_pictures(&self) -> bool {
        let pixels = self.pixels(0);
        let strong = |[a, b, c]: &&[u8; 3]| a.max(b).max(c) - a.min(b).min(c) > 60;
        pixels.iter().filter(strong).count() * 20 > pixels.len()
    }

    /// The program's windows, as the server names them.
    fn ids(&self) -> Vec<String> {
        let found = self.xdotool(&["search", "--onlyvisible", "--name", "^Vitrine$"]);
        found.lines().map(ToOwned::to_owned).collect()
    }

    /// Ends the program as a power cut does.
    pub fn kill(&mut self) {
        let mut program = self.program.take().expect("a program");
        program.kill().expect("killed");
        program.wait().expect("gone");
        // What was watched ends with its watcher, a moment later.
        let begun = Instant::now();
        while !self.windows().is_empty() && begun.elapsed() < PATIENCE {
            sleep(Duration::from_millis(20));
        }
    }

    /// The program's id.
    pub fn program_id(&self) -> u32 {
        self.program.as_ref().map_or(0, Child::id)
    }

    /// True while the program runs.
    pub fn is_alive(&mut self) -> bool {
        self.program.as_mut().is_some_and(|program| program.try_wait().expect("its state").is_none())
    }

    pub fn xdotool(&self, args: &[&str]) -> String {
        let out = self.command("xdotool").args(args).stdout(Stdio::piped()).output().expect("xdotool runs");
        String::from_utf8_lossy(&out.stdout).trim().to_owned()
    }

    /// Presses keys, one after the other.
    pub fn press(&self, keys: &[&str]) {
        for key in keys {
            self.xdotool(&["key", key]);
            sleep(Duration::from_millis(60));
        }
    }

    /// Holds a key; the server repeats it, as it does with any key.
    pub fn hold(&self, key: &str, time: Duration) {
        self.xdotool(&["keydown", key]);
        sleep(time);
        self.xdotool(&["keyup", key]);
    }

    /// Where the program's windows are, from left to right, and their sizes.
    pub fn windows(&self) -> Vec<[i32; 4]> {
        let place = |id: &String| {
            let told = self.xdotool(&["getwindowgeometry", "--shell", id]);
            let value = |name: &str| told.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
            Some([value("X=")?, value("Y=")?, value("WIDTH=")?, value("HEIGHT=")?])
        };
        let mut windows: Vec<[i32; 4]> = self.ids().iter().filter_map(place).collect();
        windows.sort_unstable();
        windows
    }

    /// The colours of a screen: 0 for the laptop's, 1 for the hall's.
    pub fn pixels(&self, screen: u16) -> Vec<[u8; 3]> {
        use x11rb::connection::Connection as _;
        let (server, at) = x11rb::connect(Some(&self.display)).expect("a server");
        let root = server.setup().roots[at].root;
        let [width, height] = SIZE;
        let left = i16::try_from(screen * width).expect("in reach");
        let image = server.get_image(ImageFormat::Z_PIXMAP, root, left, 0, width, height, !0).expect("asked");
        let data = image.reply().expect("an image").data;
        data.chunks_exact(4).map(|p| [p[2], p[1], p[0]]).collect()
    }

    /// How much of a screen has the colours of what the speaker alone sees, from 0 to 1.
    #[expect(clippy::cast_precision_loss, reason = "pixel counts")]
    pub fn speakers_share(&self, screen: u16) -> f64 {
        let grounds = [console::BG, console::PANEL].map(|color| [color.r(), color.g(), color.b()]);
        let pixels = self.pixels(screen);
        pixels.iter().filter(|pixel| grounds.contains(pixel)).count() as f64 / pixels.len() as f64
    }

    /// Waits until something is so; false where it does not become so.
    pub fn comes(&mut self, so: impl Fn(&Self) -> bool) -> bool {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if so(self) {
                return true;
            }
            assert!(self.is_alive(), "the program is still there");
            sleep(Duration::from_millis(50));
        }
        false
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        let all = [self.program.take(), self.manager.take()];
        for mut process in all.into_iter().flatten() {
            let _ = process.kill();
            let _ = process.wait();
        }
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}
