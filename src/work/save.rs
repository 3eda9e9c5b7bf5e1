//! Saves files: asks where with the system's dialog, lets them be made, and puts them in their place whole.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::files::{self, PackSource};
use crate::photos::GoOn;
use crate::state::{Action, SaveAct, Unsaved};

use super::{Done, Work};

/// Nobody reads a dialog and turns away from it within this time: one that is gone sooner was never there.
const SEEN_AT_LEAST: Duration = Duration::from_millis(250);
/// How often somebody is told how far a file has come.
const EVERY: Duration = Duration::from_millis(50);

/// Asks where a file of a name and an ending is to lie; `None` where nobody chose a place.
pub type Asks = dyn Fn(&str, &str) -> Result<Option<PathBuf>, Unsaved> + Send + Sync;

impl Work {
    /// Asks where to save a file of this name and ending, has it made from the files of the pack on the wall, and writes it. Tells
    /// with `SaveAct`s how it goes. While it is made, `make` must ask again and again whether it is to go on.
    pub fn save_as(
        &self,
        (name, ending): (String, &'static str),
        make: impl FnOnce(&PackSource, GoOn<'_>) -> Result<Vec<u8>, Unsaved> + Send + 'static,
    ) {
        self.stop.store(false, Ordering::Relaxed);
        let (send, wake, stop) = (self.send.clone(), Arc::clone(&self.shared.wake), Arc::clone(&self.stop));
        let (source, asks) = (self.shared.source(), Arc::clone(&self.asks));
        thread::spawn(move || {
            let tell = |act| {
                let _ = send.send(Done::Action(Action::Save(act)));
                wake(Duration::ZERO);
            };
            tell(match asks(&name, ending) {
                Ok(Some(path)) => made(&path, &stop, &tell, |go_on| make(&source, go_on)),
                Ok(None) => SaveAct::NoPlace,
                Err(why) => SaveAct::Unsaved(PathBuf::from(name), why),
            });
        });
    }

    /// Gives up what is being saved.
    pub fn stop_saving(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Asks with the system's dialog.
///
/// # Errors
/// Where the system has none.
pub fn dialog(name: &str, ending: &str) -> Result<Option<PathBuf>, Unsaved> {
    let asked = Instant::now();
    let dialog = rfd::FileDialog::new().add_filter(ending.to_uppercase(), &[ending]).set_file_name(name);
    match dialog.save_file() {
        None if asked.elapsed() < SEEN_AT_LEAST => Err(Unsaved::NoDialog),
        chosen => Ok(chosen.map(|path| with_ending(path, ending))),
    }
}

/// Makes a file and writes it, and tells how it went.
fn made(
    path: &Path,
    stop: &AtomicBool,
    tell: &dyn Fn(SaveAct),
    make: impl FnOnce(GoOn<'_>) -> Result<Vec<u8>, Unsaved>,
) -> SaveAct {
    tell(SaveAct::Begun(path.to_owned()));
    let told = std::cell::Cell::new(Instant::now());
    let go_on = |share: f32| {
        if told.get().elapsed() >= EVERY {
            told.set(Instant::now());
            tell(SaveAct::Come(share));
        }
        !stop.load(Ordering::Relaxed)
    };
    let bytes = catch_unwind(AssertUnwindSafe(|| make(&go_on))).unwrap_or(Err(Unsaved::Failed));
    let bytes = if go_on(1.0) { bytes } else { Err(Unsaved::Stopped) };
    let written =
        bytes.and_then(|bytes| files::replace(path, &bytes).map_err(|why| Unsaved::NotWritten(why.to_string())));
    match written {
        Ok(()) => SaveAct::Saved(path.to_owned()),
        Err(why) => SaveAct::Unsaved(path.to_owned(), why),
    }
}

/// A name that was typed without its ending gets it, unless another file has that name: nobody was asked about that one.
fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    if path.extension().is_some() {
        return path;
    }
    let whole = path.with_extension(ending);
    if whole.exists() { path } else { whole }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::fs;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::{made, with_ending};
    use crate::state::{SaveAct, Unsaved};

    #[test]
    fn a_file_is_whole_and_one_that_was_stopped_or_failed_leaves_the_older_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("chart.svg");
        let (stop, told) = (AtomicBool::new(false), RefCell::new(Vec::new()));
        let tell = |act| told.borrow_mut().push(act);
        assert_eq!(made(&path, &stop, &tell, |_go_on| Ok(b"old".to_vec())), SaveAct::Saved(path.clone()));
        assert_eq!(told.borrow().first(), Some(&SaveAct::Begun(path.clone())));
        let stopped = made(&path, &stop, &tell, |go_on| {
            stop.store(true, Ordering::Relaxed);
            if go_on(0.5) { Ok(b"new".to_vec()) } else { Err(Unsaved::Stopped) }
        });
        assert_eq!(stopped, SaveAct::Unsaved(path.clone(), Unsaved::Stopped));
        let late = made(&path, &stop, &tell, |_go_on| Ok(b"new".to_vec()));
        assert_eq!(
            late,
            SaveAct::Unsaved(path.clone(), Unsaved::Stopped),
            "stopped is stopped, however far it had come"
        );
        stop.store(false, Ordering::Relaxed);
        let failed = made(&path, &stop, &tell, |_go_on| panic!("a fault of ours"));
        assert_eq!(failed, SaveAct::Unsaved(path.clone(), Unsaved::Failed));
        assert_eq!(fs::read(&path).expect("there"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1, "nothing is left beside it");
        let nowhere = folder.path().join("gone").join("chart.svg");
        let unwritten = made(&nowhere, &stop, &tell, |_go_on| Ok(Vec::new()));
        assert!(matches!(unwritten, SaveAct::Unsaved(_, Unsaved::NotWritten(_))), "{unwritten:?}");
    }

    #[test]
    fn a_name_gets_its_ending_and_never_takes_the_place_of_another_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let bare = folder.path().join("chart");
        assert_eq!(with_ending(bare.clone(), "svg"), folder.path().join("chart.svg"));
        assert_eq!(with_ending(folder.path().join("chart.xml"), "svg"), folder.path().join("chart.xml"));
        fs::write(folder.path().join("chart.svg"), "").expect("written");
        assert_eq!(with_ending(bare.clone(), "svg"), bare);
    }
}
