//! The files by which systems start a kiosk.

/// The autostart entry.
pub const AUTOSTART_FILE: &str = "vitrine-kiosk.desktop";
/// The unit of a user.
pub const USER_UNIT: &str = "vitrine-kiosk.service";
/// The agent of macOS.
pub const AGENT: &str = "org.vitrine.kiosk.plist";
/// The value that starts a program on Windows.
pub const RUN_KEY: &str = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run";
/// Its name.
pub const RUN_NAME: &str = "Vitrine kiosk";

/// What is started.
#[derive(Clone, Debug)]
pub struct Launch {
    /// The program.
    pub program: String,
    /// Its arguments.
    pub arguments: Vec<String>,
}

impl Launch {
    fn words(&self) -> impl Iterator<Item = &String> {
        std::iter::once(&self.program).chain(&self.arguments)
    }

    pub(super) fn line(&self, quoted: fn(&str) -> String) -> String {
        self.words().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
    }
}

/// Quotes a word for `ExecStart`.
pub(super) fn for_systemd(word: &str) -> String {
    let word = word.replace('%', "%%").replace('$', "$$");
    let is_plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "/._-+:=@%$".contains(c));
    if is_plain { word } else { format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\"")) }
}

/// Quotes a word for `Exec` of a desktop entry: quoted, and then escaped as a string.
fn for_desktop(word: &str) -> String {
    let word = word.replace('%', "%%");
    let is_plain = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || "/._-+:=@%".contains(c));
    if is_plain {
        return word;
    }
    let quoted: String =
        word.chars().flat_map(|c| "\"`$\\".contains(c).then_some('\\').into_iter().chain([c])).collect();
    format!("\"{quoted}\"").replace('\\', "\\\\")
}

/// Quotes a word for the command line of a Windows program.
pub(super) fn for_windows(word: &str) -> String {
    if word.contains([' ', '\t']) || word.is_empty() { format!("\"{word}\"") } else { word.to_owned() }
}

pub(super) fn for_xml(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The line that starts the kiosk on Windows.
pub fn windows_line(launch: &Launch) -> String {
    launch.line(for_windows)
}

const ENTRY: &str =
    "[Desktop Entry]\nType=Application\nName=Vitrine kiosk\nComment=Shows an exhibition on a public screen\n";

/// An entry of the session's autostart, which starts the kiosk itself.
pub fn autostart(launch: &Launch) -> String {
    format!("{ENTRY}Exec={}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n", launch.line(for_desktop))
}

/// The same by way of systemd, which then looks after it: not every desktop tells systemd that its session has begun.
pub fn autostart_unit() -> String {
    let script = format!(
        "systemctl --user import-environment DISPLAY WAYLAND_DISPLAY XAUTHORITY; systemctl --user restart {USER_UNIT}"
    );
    let exec = format!("sh -c {}", for_desktop(&script));
    format!("{ENTRY}Exec={exec}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n")
}

/// What units have in common: how the kiosk is kept alive. Its staff leave it with the status 0.
pub(super) const KEPT: &str = "Restart=always\nRestartPreventExitStatus=0\nRestartSec=2\nWatchdogSec=30\nTimeoutStartSec=120\nTimeoutStopSec=15\nKillMode=mixed\n";

/// A unit of the user.
pub fn user_unit(launch: &Launch) -> String {
    format!(
        "[Unit]\nDescription=Vitrine on a public screen\nDocumentation=man:vitrine(1)\nAfter=graphical-session.target\n\
         StartLimitIntervalSec=0\n\n[Service]\nType=notify\nExecStart={}\n{KEPT}\n[Install]\nWantedBy=graphical-session.target\n",
        launch.line(for_systemd)
    )
}

/// An agent of macOS.
pub fn launch_agent(launch: &Launch) -> String {
    let words: Vec<String> = launch.words().map(|word| format!("    <string>{}</string>\n", for_xml(word))).collect();
    let words = words.concat();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>org.vitrine.kiosk</string>
  <key>ProgramArguments</key>
  <array>
{words}  </array>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>LimitLoadToSessionType</key><string>Aqua</string>
  <key>ProcessType</key><string>Interactive</string>
</dict>
</plist>
"#
    )
}
