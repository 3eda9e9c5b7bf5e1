//! Has the kiosk begin with each session of the current user, by the means of the system.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::{own, units};
use crate::cli::{fail, print};
use crate::files::{self, places};
use crate::model::Lang;
use crate::text::Unattended;
use units::Launch;

/// How the installed kiosk is started.
pub struct Options {
    launch: Launch,
}

impl Options {
    /// The program as it was called, with what it needs to find its exhibition and set-up again.
    pub fn of(pack: Option<&Path>, setup: Option<&Path>) -> Self {
        let absolute =
            |path: &Path| std::path::absolute(path).unwrap_or_else(|_no_folder| path.to_owned()).display().to_string();
        let program =
            std::env::current_exe().map_or_else(|_unknown| "vitrine".to_owned(), |path| path.display().to_string());
        let mut arguments = vec!["kiosk".to_owned()];
        if let Some(setup) = setup {
            arguments.extend(["--setup".to_owned(), absolute(setup)]);
        }
        arguments.extend(pack.map(absolute));
        Self { launch: Launch { program, arguments } }
    }
}

/// Where a file of the current user goes, and its text; without one where it would be.
fn wanted(launch: Option<&Launch>) -> Vec<(PathBuf, String)> {
    let text = |make: &dyn Fn(&Launch) -> String| launch.map(make).unwrap_or_default();
    let home = || std::env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
    match std::env::consts::OS {
        "macos" => home()
            .map(|home| (home.join("Library/LaunchAgents").join(units::AGENT), text(&units::launch_agent)))
            .into_iter()
            .collect(),
        "windows" => Vec::new(),
        _ => {
            let config = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
            let Some(config) = config.or_else(|| Some(home()?.join(".config"))) else { return Vec::new() };
            let entry = config.join("autostart").join(units::AUTOSTART_FILE);
            if launch.is_some() && !has_systemd() {
                return vec![(entry, text(&units::autostart))];
            }
            let unit = config.join("systemd/user").join(units::USER_UNIT);
            vec![(entry, text(&|_| units::autostart_unit())), (unit, text(&units::user_unit))]
        }
    }
}

/// Returns true if the sessions of this user are kept by systemd.
fn has_systemd() -> bool {
    std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("systemd").is_dir())
}

/// Installs.
pub fn install(options: &Options, lang: Lang) -> ExitCode {
    if cfg!(windows) {
        return run_value(Some(&options.launch), lang);
    }
    let wanted = wanted(Some(&options.launch));
    if wanted.is_empty() {
        return fail(&own(lang, Unattended::NoPlace));
    }
    for (path, text) in &wanted {
        if let Err(why) = files::kiosk_setup::write(path, text) {
            return fail(&own(lang, Unattended::NotKept(&path.display().to_string(), &why.to_string())));
        }
    }
    let by_unit = wanted.iter().any(|(path, _)| path.ends_with(units::USER_UNIT));
    let command =
        by_unit.then(|| format!("systemctl --user daemon-reload; systemctl --user start {}", units::USER_UNIT));
    print::out(&own(lang, Unattended::Installed(&list(wanted.iter().map(|(path, _)| path)), command.as_deref())));
    ExitCode::SUCCESS
}

/// Removes what `install` wrote.
pub fn uninstall(lang: Lang) -> ExitCode {
    if cfg!(windows) {
        return run_value(None, lang);
    }
    let mut removed = Vec::new();
    for (path, _) in wanted(None) {
        match files::kiosk_setup::remove(&path) {
            Ok(true) => removed.push(path),
            Ok(false) => {}
            Err(why) => return fail(&own(lang, Unattended::NotKept(&path.display().to_string(), &why.to_string()))),
        }
    }
    let said = list(removed.iter());
    print::out(&own(lang, if removed.is_empty() { Unattended::NothingInstalled } else { Unattended::Removed(&said) }));
    ExitCode::SUCCESS
}

fn list<'p>(paths: impl Iterator<Item = &'p PathBuf>) -> String {
    paths.map(|path| format!("  {}", places::without_home(&path.display().to_string()))).collect::<Vec<_>>().join("\n")
}

/// Sets or removes the value by which Windows starts a program with a session of this user.
fn run_value(launch: Option<&Launch>, lang: Lang) -> ExitCode {
    let mut command = std::process::Command::new("reg");
    match launch {
        Some(launch) => {
            let line = units::windows_line(launch);
            command.args(["add", units::RUN_KEY, "/v", units::RUN_NAME, "/t", "REG_SZ", "/d", &line, "/f"])
        }
        None => command.args(["delete", units::RUN_KEY, "/v", units::RUN_NAME, "/f"]),
    };
    let place = format!("  {}\\{}", units::RUN_KEY, units::RUN_NAME);
    match command.output() {
        Ok(out) if out.status.success() && launch.is_some() => {
            print::out(&own(lang, Unattended::Installed(&place, None)));
            ExitCode::SUCCESS
        }
        Ok(out) if out.status.success() => {
            print::out(&own(lang, Unattended::Removed(&place)));
            ExitCode::SUCCESS
        }
        Ok(_) if launch.is_none() => {
            print::out(&own(lang, Unattended::NothingInstalled));
            ExitCode::SUCCESS
        }
        Ok(out) => fail(&own(lang, Unattended::NotKept(&place, String::from_utf8_lossy(&out.stderr).trim()))),
        Err(why) => fail(&own(lang, Unattended::NotKept(&place, &why.to_string()))),
    }
}
