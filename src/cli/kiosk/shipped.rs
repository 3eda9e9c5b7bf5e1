//! The files that packages bring, in `assets/kiosk`: written by the functions that install a kiosk, and by those here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::units::{
    KEPT, Launch, RUN_KEY, RUN_NAME, autostart, for_systemd, for_windows, for_xml, launch_agent, user_unit,
    windows_line,
};

/// The file which says that staff have left the kiosk.
const LEFT: &str = "/run/vitrine-kiosk/left";

/// A unit of the system: the kiosk alone on a console, under cage, without a desktop. `kiosk` is the user.
fn cage_unit(launch: &Launch) -> String {
    // The watchdog of systemd means cage, and is answered by what runs in it. Cage 0.1 says the same however that ended, and ends itself
    // where its monitor is switched off, so that a file says whether staff have left the kiosk; the start that it prevents removes it.
    let kept = KEPT.replace("RestartPreventExitStatus=0\n", "");
    let script = for_systemd(&format!("\"$0\" \"$@\" && touch {LEFT}"));
    format!(
        "[Unit]\nDescription=Vitrine alone on the screen, under cage\nDocumentation=man:vitrine(1)\n\
         After=systemd-user-sessions.service plymouth-quit-wait.service systemd-logind.service dbus.socket\n\
         Wants=systemd-logind.service dbus.socket\nBefore=graphical.target\nConflicts=getty@tty1.service\nAfter=getty@tty1.service\n\
         ConditionPathExists=/dev/tty0\nStartLimitIntervalSec=0\n\n[Service]\nType=notify\nNotifyAccess=all\n\
         RuntimeDirectory=vitrine-kiosk\nRuntimeDirectoryPreserve=restart\nExecCondition=/bin/sh -c \"! rm {LEFT} 2>/dev/null\"\n\
         ExecStart=/usr/bin/cage -d -- /bin/sh -c {script} /usr/bin/env -u WATCHDOG_PID {}\n{kept}User=kiosk\nPAMName=login\nTTYPath=/dev/tty1\nTTYReset=yes\n\
         TTYVHangup=yes\nTTYVTDisallocate=yes\nStandardInput=tty-fail\nStandardOutput=journal\nStandardError=journal\n\n[Install]\n\
         WantedBy=graphical.target\n",
        launch.line(for_systemd)
    )
}

/// A session for automatic login under a small compositor.
fn session(name: &str, compositor: &str) -> String {
    format!(
        "[Desktop Entry]\nName=Vitrine kiosk ({name})\nComment=Shows an exhibition on a public screen\nExec={compositor}\nType=Application\n\
         DesktopNames={name}\n"
    )
}

/// The value of the registry as a file.
fn registry(launch: &Launch) -> String {
    let line = windows_line(launch).replace('\\', "\\\\").replace('"', "\\\"");
    let key = RUN_KEY.replace("HKCU", "HKEY_CURRENT_USER");
    format!("Windows Registry Editor Version 5.00\r\n\r\n[{key}]\r\n\"{RUN_NAME}\"=\"{line}\"\r\n")
}

/// A task that starts with the session and again where it failed.
fn task(launch: &Launch) -> String {
    let arguments = launch.arguments.iter().map(|word| for_windows(word)).collect::<Vec<_>>().join(" ");
    let (program, arguments) = (for_xml(&launch.program), for_xml(&arguments));
    format!(
        r#"<?xml version="1.0"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Vitrine on a public screen</Description></RegistrationInfo>
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
    <Priority>5</Priority>
  </Settings>
  <Actions><Exec><Command>{program}</Command><Arguments>{arguments}</Arguments></Exec></Actions>
</Task>
"#
    )
}

/// Windows without its desktop for the account `kiosk`.
fn shell_launcher(launch: &Launch) -> String {
    let line = for_xml(&windows_line(launch));
    format!(
        r#"<?xml version="1.0" encoding="utf-8"?>
<ShellLauncherConfiguration xmlns="http://schemas.microsoft.com/ShellLauncher/2018/Configuration">
  <Profiles>
    <DefaultProfile><Shell Shell="%SystemRoot%\explorer.exe"/></DefaultProfile>
    <Profile ID="{{5a3c1f0e-7d54-4b86-9f0b-2f6f6c7f9a11}}">
      <Shell Shell="{line}">
        <ReturnCodeActions><ReturnCodeAction ReturnCode="0" Action="DoNothing"/></ReturnCodeActions>
        <DefaultAction Action="RestartShell"/>
      </Shell>
    </Profile>
  </Profiles>
  <Configs><Config><Account Name="kiosk"/><Profile ID="{{5a3c1f0e-7d54-4b86-9f0b-2f6f6c7f9a11}}"/></Config></Configs>
</ShellLauncherConfiguration>
"#
    )
}

fn launch(program: &str, more: &[&str]) -> Launch {
    let arguments = std::iter::once("kiosk").chain(more.iter().copied()).map(str::to_owned).collect();
    Launch { program: program.to_owned(), arguments }
}

fn shipped() -> Vec<(&'static str, String)> {
    let (unix, windows) = (launch("/usr/bin/vitrine", &[]), launch(r"C:\Program Files\Vitrine\vitrine.exe", &[]));
    let mac = launch("/Applications/Vitrine.app/Contents/MacOS/vitrine", &[]);
    vec![
        ("autostart/vitrine-kiosk.desktop", autostart(&unix)),
        ("systemd/user/vitrine-kiosk.service", user_unit(&unix)),
        ("systemd/system/vitrine-kiosk-cage.service", cage_unit(&unix)),
        ("wayland-sessions/vitrine-kiosk-cage.desktop", session("cage", "cage -d -- vitrine kiosk")),
        ("wayland-sessions/vitrine-kiosk-labwc.desktop", session("labwc", "labwc -s \"vitrine kiosk\"")),
        ("windows/run.reg", registry(&windows)),
        ("windows/task.xml", task(&windows)),
        ("windows/shell-launcher.xml", shell_launcher(&windows)),
        ("macos/org.vitrine.kiosk.plist", launch_agent(&mac)),
    ]
}

fn assets() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/kiosk")
}

#[test]
fn the_shipped_files_are_those_that_would_be_written() {
    for (name, now) in shipped() {
        let path = assets().join(name);
        if std::env::var_os("UPDATE_PACKAGE").is_some() {
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(&path, &now).expect("written");
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(kept.replace("\r\n", "\n"), now.replace("\r\n", "\n"), "UPDATE_PACKAGE=1 writes {name} anew");
    }
}

#[test]
fn names_with_spaces_and_signs_stay_whole() {
    let odd = launch("/opt/a b/vitrine", &["--setup", "/srv/100 % \"x\" $HOME.json"]);
    assert!(user_unit(&odd).contains(r#"ExecStart="/opt/a b/vitrine" kiosk --setup "/srv/100 %% \"x\" $$HOME.json""#));
    assert!(autostart(&odd).contains(r#"Exec="/opt/a b/vitrine" kiosk --setup "/srv/100 %% \\"x\\" \\$HOME.json""#));
    assert!(launch_agent(&odd).contains("<string>/srv/100 % &quot;x&quot; $HOME.json</string>"));
    assert!(registry(&launch(r"C:\a b\v.exe", &[])).contains(r#"="\"C:\\a b\\v.exe\" kiosk""#));
}

#[test]
fn xml_is_well_formed() {
    for (name, text) in shipped() {
        if name.ends_with("xml") || name.ends_with("plist") {
            let options = roxmltree::ParsingOptions { allow_dtd: true, ..roxmltree::ParsingOptions::default() };
            assert!(roxmltree::Document::parse_with_options(&text, options).is_ok(), "{name}");
        }
    }
}

#[test]
fn systemd_takes_the_units() {
    if Command::new("systemd-analyze").arg("--version").output().is_err() {
        eprintln!("skipped: systemd-analyze is not here");
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    // Programs that are there, so that nothing else is missed.
    let odd = launch("/bin/true", &["--setup", "/srv/100 % \"x\" $HOME.json"]);
    for (name, text) in [("vitrine-kiosk.service", user_unit(&odd)), ("cage.service", cage_unit(&odd))] {
        let path = folder.path().join(name);
        fs::write(&path, text.replace("/usr/bin/cage", "/bin/true")).expect("written");
        let out = Command::new("systemd-analyze").arg("verify").arg(&path).output().expect("it runs");
        let said = String::from_utf8_lossy(&out.stderr).into_owned();
        // Without a system around it, units of others and the manual are not found.
        let own = said.lines().filter(|line| line.contains(name) && !line.contains("Command 'man"));
        assert_eq!(own.collect::<Vec<_>>(), Vec::<&str>::new(), "{said}");
    }
}
