//! Setting up a kiosk from the menu: a trial as a process of its own, and the file of the set-up.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;

use crate::files;
use crate::state::kiosk::{SetUpCommand, SetUpSaid};
use crate::state::{Action, KioskSetup, Unsaved};
use crate::work::Work;

/// The name that is proposed for a file to carry.
const NAME: &str = "kiosk.json";
/// Variables by which the program's own processes speak with one another begin so: a trial is none of them.
const OWN: &str = "VITRINE_";

/// Tries a kiosk with a set-up, given as the text of its file, until the trial is over.
pub type Tries = dyn Fn(&str) -> SetUpSaid + Send + Sync;

impl Work {
    /// Tries a kiosk with a set-up, and tells when that is over.
    pub fn try_kiosk(&self, text: String) {
        let tries = Arc::clone(&self.tries);
        self.later(move || Action::SetUp(SetUpCommand::Said(tries(&carried(&text)))));
    }

    /// Writes the set-up of a kiosk into a file, or where the system's dialog says, and tells what came of it.
    pub fn save_kiosk(&self, text: String, (file, elsewhere): (Option<PathBuf>, bool)) {
        let asks = Arc::clone(&self.asks);
        self.later(move || {
            let place = if elsewhere { asks(NAME, "json") } else { Ok(file) };
            let said = match place {
                Ok(Some(path)) => match files::kiosk_setup::write(&path, &(carried(&text) + "\n")) {
                    Ok(()) if elsewhere => SetUpSaid::Carried(name(&path)),
                    Ok(()) => SetUpSaid::Saved(name(&path)),
                    Err(why) => SetUpSaid::NotSaved(name(&path), why.to_string()),
                },
                Ok(None) if elsewhere => SetUpSaid::Cancelled,
                Err(Unsaved::NoDialog) => SetUpSaid::NoDialog,
                Ok(None) | Err(_) => SetUpSaid::NoPlace,
            };
            Action::SetUp(SetUpCommand::Said(said))
        });
    }
}

fn name(path: &Path) -> String {
    files::places::without_home(&path.display().to_string())
}

/// A set-up that holds wherever the program is started: its exhibition by a path from the root.
fn carried(text: &str) -> String {
    let (setup, _) = KioskSetup::read(text);
    let absolute = |path: PathBuf| std::path::absolute(&path).unwrap_or(path);
    KioskSetup { pack: setup.pack.map(absolute), ..setup }.to_text()
}

/// Runs a trial as a process of its own, which ends by itself.
pub fn run(text: &str) -> SetUpSaid {
    let Some(file) = files::kiosk_setup::trial_path() else { return SetUpSaid::NoPlace };
    if let Err(why) = files::kiosk_setup::write(&file, text) {
        return SetUpSaid::NotSaved(name(&file), why.to_string());
    }
    let failed = |why: String| SetUpSaid::TrialFailed(why);
    let said = match std::env::current_exe().and_then(|program| started(&program, &file)) {
        Ok(None) => {
            let written = files::kiosk_setup::read(&file).ok().flatten().unwrap_or_default();
            SetUpSaid::TrialOver(KioskSetup::read(&written).0.tried)
        }
        Ok(Some(why)) => failed(why),
        Err(why) => failed(why.to_string()),
    };
    let _ = files::kiosk_setup::remove(&file);
    said
}

/// Starts a trial and waits for its end; what the system says about one that did not end as it should.
fn started(program: &Path, file: &Path) -> std::io::Result<Option<String>> {
    let mut command = Command::new(program);
    command.args(["kiosk", "--try", "--setup"]).arg(file).stdin(Stdio::null());
    let is_own = |name: &std::ffi::OsStr| name.to_str().is_some_and(|name| name.starts_with(OWN));
    for (name, _) in std::env::vars_os().filter(|(name, _)| is_own(name)) {
        command.env_remove(name);
    }
    let status = command.status()?;
    Ok((!status.success()).then(|| status.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_up_is_carried_with_a_path_from_the_root() {
        let setup = KioskSetup { pack: Some("halls/one.vitrine".into()), ..KioskSetup::default() };
        let (read, problems) = KioskSetup::read(&carried(&setup.to_text()));
        assert!(read.pack.as_ref().is_some_and(|path| path.is_absolute() && path.ends_with("halls/one.vitrine")));
        assert_eq!(problems, []);
        assert_eq!(KioskSetup { pack: None, ..read }, KioskSetup::default());
    }

    #[cfg(unix)]
    #[test]
    fn a_trial_that_does_not_end_well_says_so() {
        assert_eq!(started(Path::new("true"), Path::new("kiosk.json")).expect("it runs"), None);
        assert!(started(Path::new("false"), Path::new("kiosk.json")).expect("it runs").is_some());
        assert!(started(Path::new("/nowhere/vitrine"), Path::new("kiosk.json")).is_err());
    }
}
