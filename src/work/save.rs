//! Saves files: asks where with the system's dialog, lets them be made, and puts them in their place whole.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::files::{self, PackSource};
use crate::model::Pack;
use crate::photos::GoOn;
use crate::state::{Action, SaveAct, Unsaved};

use super::{Done, Work, save_pack};

/// Nobody reads a dialog and turns away from it within this time: one that is gone sooner was never there.
const SEEN_AT_LEAST: Duration = Duration::from_millis(250);
/// How often somebody is told how far a file has come.
const EVERY: Duration = Duration::from_millis(50);

/// Asks where a file of a name and an ending is to lie; `None` where nobody chose a place.
pub type Asks = dyn Fn(&str, &str) -> Result<Option<PathBuf>, Unsaved> + Send + Sync;

/// Asks for a folder (`true`) or a file that holds a pack; `None` where nobody chose one.
pub type Picks = dyn Fn(bool) -> Result<Option<PathBuf>, Unsaved> + Send + Sync;

/// Where a file is to lie.
#[derive(Clone, Debug)]
pub enum Where {
    /// Somebody is asked; its name and ending are proposed.
    Ask(String, &'static str),
    /// At a path that somebody typed, with this ending; nothing lies there yet.
    At(PathBuf, &'static str),
}

impl Where {
    fn find(self, asks: &Asks) -> Result<Option<PathBuf>, (PathBuf, Unsaved)> {
        match self {
            Self::Ask(name, ending) => asks(&name, ending).map_err(|why| (PathBuf::from(name), why)),
            Self::At(path, ending) => match with_ending(path, ending) {
                path if path.exists() => Err((path, Unsaved::Exists)),
                path => Ok(Some(path)),
            },
        }
    }
}

impl Work {
    /// Asks where to save a file of this name and ending, has it made from the files of the pack on the wall, and writes it. Tells
    /// with `SaveAct`s how it goes. While it is made, `make` must ask again and again whether it is to go on.
    pub fn save_as(
        &self,
        place: Where,
        make: impl FnOnce(&PackSource, GoOn<'_>) -> Result<Vec<u8>, Unsaved> + Send + 'static,
    ) {
        self.save_with(place, move |source, path, go_on| written(path, make(source, go_on), go_on));
    }

    /// The same with the pack on the wall itself, as an archive.
    pub fn save_pack_as(&self, place: Where, pack: Arc<Pack>) {
        self.save_with(place, move |source, path, go_on| {
            let watch = |done: usize, all: usize| {
                #[expect(clippy::cast_precision_loss, reason = "a share")]
                let share = done as f32 / all.max(1) as f32;
                go_on(share)
            };
            match save_pack(&mut Arc::unwrap_or_clone(pack), source, path, &watch) {
                Ok(_) => Ok(()),
                Err(why) if why.kind() == std::io::ErrorKind::Interrupted => Err(Unsaved::Stopped),
                Err(why) => Err(Unsaved::NotWritten(why.to_string())),
            }
        });
    }

    fn save_with(
        &self,
        place: Where,
        save: impl FnOnce(&PackSource, &Path, GoOn<'_>) -> Result<(), Unsaved> + Send + 'static,
    ) {
        self.stop.store(false, Ordering::Relaxed);
        let (send, wake, stop) = (self.send.clone(), Arc::clone(&self.shared.wake), Arc::clone(&self.stop));
        let (source, asks) = (self.shared.source(), Arc::clone(&self.asks));
        thread::spawn(move || {
            let tell = |act| {
                let _ = send.send(Done::Action(Action::Save(act)));
                wake(Duration::ZERO);
            };
            tell(match place.find(&*asks) {
                Ok(Some(path)) => made(&path, &stop, &tell, |go_on| save(&source, &path, go_on)),
                Ok(None) => SaveAct::NoPlace,
                Err((path, why)) => SaveAct::Unsaved(path, why),
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

/// Asks for something to open with the system's dialog.
///
/// # Errors
/// Where the system has none.
pub fn pick(folder: bool) -> Result<Option<PathBuf>, Unsaved> {
    let asked = Instant::now();
    let dialog = rfd::FileDialog::new();
    let chosen = if folder {
        dialog.pick_folder()
    } else {
        dialog
            .add_filter("Vitrine", &["vitrine", "zip", "json", "jpg", "jpeg", "png", "webp", "tif", "tiff"])
            .pick_file()
    };
    match chosen {
        None if asked.elapsed() < SEEN_AT_LEAST => Err(Unsaved::NoDialog),
        chosen => Ok(chosen),
    }
}

/// Has a file made and written, and tells how it went.
fn made(
    path: &Path,
    stop: &AtomicBool,
    tell: &dyn Fn(SaveAct),
    save: impl FnOnce(GoOn<'_>) -> Result<(), Unsaved>,
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
    match catch_unwind(AssertUnwindSafe(|| save(&go_on))).unwrap_or(Err(Unsaved::Failed)) {
        Ok(()) => SaveAct::Saved(path.to_owned()),
        Err(why) => SaveAct::Unsaved(path.to_owned(), why),
    }
}

/// Writes what was made, unless it was given up.
fn written(path: &Path, made: Result<Vec<u8>, Unsaved>, go_on: GoOn<'_>) -> Result<(), Unsaved> {
    if !go_on(1.0) {
        return Err(Unsaved::Stopped);
    }
    files::replace(path, &made?).map_err(|why| Unsaved::NotWritten(why.to_string()))
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

    use std::path::Path;

    use super::{GoOn, Where, made, with_ending, written};
    use crate::state::{SaveAct, Unsaved};

    #[test]
    fn a_file_is_whole_and_one_that_was_stopped_or_failed_leaves_the_older_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("chart.svg");
        let (stop, told) = (AtomicBool::new(false), RefCell::new(Vec::new()));
        let tell = |act| told.borrow_mut().push(act);
        let made = |path: &Path, make: &dyn Fn(GoOn<'_>) -> Result<Vec<u8>, Unsaved>| {
            made(path, &stop, &tell, |go_on| written(path, make(go_on), go_on))
        };
        assert_eq!(made(&path, &|_go_on| Ok(b"old".to_vec())), SaveAct::Saved(path.clone()));
        assert_eq!(told.borrow().first(), Some(&SaveAct::Begun(path.clone())));
        let stopped = made(&path, &|go_on| {
            stop.store(true, Ordering::Relaxed);
            if go_on(0.5) { Ok(b"new".to_vec()) } else { Err(Unsaved::Stopped) }
        });
        assert_eq!(stopped, SaveAct::Unsaved(path.clone(), Unsaved::Stopped));
        let late = made(&path, &|_go_on| Ok(b"new".to_vec()));
        assert_eq!(
            late,
            SaveAct::Unsaved(path.clone(), Unsaved::Stopped),
            "stopped is stopped, however far it had come"
        );
        stop.store(false, Ordering::Relaxed);
        let failed = made(&path, &|_go_on| panic!("a fault of ours"));
        assert_eq!(failed, SaveAct::Unsaved(path.clone(), Unsaved::Failed));
        assert_eq!(fs::read(&path).expect("there"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1, "nothing is left beside it");
        let nowhere = folder.path().join("gone").join("chart.svg");
        let unwritten = made(&nowhere, &|_go_on| Ok(Vec::new()));
        assert!(matches!(unwritten, SaveAct::Unsaved(_, Unsaved::NotWritten(_))), "{unwritten:?}");
    }

    #[test]
    fn a_place_that_was_typed_takes_the_place_of_nothing() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("chart.svg"), "").expect("written");
        let asks = |_: &str, _: &str| unreachable!("nobody is asked");
        let at = |name: &str| Where::At(folder.path().join(name), "svg").find(&asks);
        assert_eq!(at("new").expect("free"), Some(folder.path().join("new.svg")));
        assert!(matches!(at("chart.svg"), Err((_, Unsaved::Exists))));
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
