//! Saves files: asks for a path with the system's dialog, has the content made, and replaces the file atomically.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::files::{self, InTheWay, PackSource};
use crate::files::{ARCHIVES, photo_folder::ENDINGS};
use crate::model::{Pack, Unavailable};
use crate::photos::GoOn;
use crate::state::{Action, SaveCommand, Unsaved};
use crate::work::{Done, Work, spawn};

use super::{Written, save_pack};

/// A dialog that ends sooner than anyone can cancel it was never shown.
pub(super) const SEEN_AT_LEAST: Duration = Duration::from_millis(250);
/// Interval between progress reports.
const EVERY: Duration = Duration::from_millis(50);
/// The most names tried for a file whose name is taken.
const MOST_NAMES: u32 = 1_000;

/// Asks for the path of a file with this name and extension; `None` if cancelled.
pub type Asks = dyn Fn(&str, &str) -> Result<Option<PathBuf>, Unsaved> + Send + Sync;

/// Asks for a folder (`true`) or a file that holds a pack; `None` if cancelled.
pub type Picks = dyn Fn(bool) -> Result<Option<PathBuf>, Unsaved> + Send + Sync;

/// Where to save a file.
#[derive(Clone, Debug)]
pub enum Where {
    /// Ask, proposing a name and an extension.
    Ask(String, &'static str),
    /// At a typed path with this extension; nothing is there yet.
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
    /// Asks where to save a file of this name and extension, has it made from the files of the current pack, and writes it.
    /// Reports with `SaveCommand`s. `make` must poll whether to go on.
    pub fn save_as(
        &self,
        place: Where,
        pack: Arc<Pack>,
        make: impl FnOnce(&PackSource, GoOn<'_>) -> Result<Vec<u8>, Unsaved> + Send + 'static,
    ) {
        self.save_with((place, pack), move |source, path, go_on| written(path, make(source, go_on), go_on));
    }

    /// Saves the current pack itself, as an archive.
    pub fn save_pack_as(&self, place: Where, pack: Arc<Pack>) {
        let photos = &pack.exhibition.photos;
        // A missing photograph with a stand-in drawing is not missing.
        let stood_in: BTreeSet<String> =
            photos.iter().filter(|photo| photo.stand_in.is_some()).map(|photo| photo.file.clone()).collect();
        self.save_with((place, Arc::clone(&pack)), move |source, path, go_on| {
            let watch = |done: usize, all: usize| {
                #[expect(clippy::cast_precision_loss, reason = "a share")]
                let share = done as f32 / all.max(1) as f32;
                go_on(share)
            };
            match save_pack(&mut Arc::unwrap_or_clone(pack), source, (path, Written::Shown), &watch) {
                Ok(packed) => {
                    let is_missed = |name: &str, why| why != Unavailable::Missing || !stood_in.contains(name);
                    Ok(packed.left_out.iter().filter(|(name, why)| is_missed(name, *why)).count())
                }
                Err(why) if why.kind() == std::io::ErrorKind::Interrupted => Err(Unsaved::Cancelled),
                Err(why) => Err(Unsaved::NotWritten(why.into())),
            }
        });
    }

    fn save_with(
        &self,
        (place, pack): (Where, Arc<Pack>),
        save: impl FnOnce(&PackSource, &Path, GoOn<'_>) -> Result<usize, Unsaved> + Send + 'static,
    ) {
        self.cancelled.store(false, Ordering::Relaxed);
        let (outbox, cancelled) = (self.outbox.clone(), Arc::clone(&self.cancelled));
        let (source, asks) = (self.pool.source(), Arc::clone(&self.asks));
        spawn("save", move || {
            let report = |command| {
                outbox.send(Done::Action(Action::Save(command)));
                outbox.wake(Duration::ZERO);
            };
            report(match place.find(&*asks) {
                Ok(Some(path)) if would_destroy(&path, &pack) => SaveCommand::Unsaved(path, Unsaved::PartOfPack),
                Ok(Some(path)) => made(&path, &cancelled, &report, |go_on| save(&source, &path, go_on)),
                Ok(None) => SaveCommand::NoPlace,
                Err((path, why)) => SaveCommand::Unsaved(path, why),
            });
        });
    }

    /// Cancels saving.
    pub fn cancel_saving(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

/// The dialog has confirmed overwriting, but that must never destroy a file of the current exhibition.
fn would_destroy(path: &Path, pack: &Pack) -> bool {
    matches!(files::in_the_way(path, pack, |_, _| true), Some(InTheWay::Pack | InTheWay::PartOfPack))
}

/// Asks with the system's dialog.
///
/// # Errors
/// If the system has none.
pub fn dialog(name: &str, ending: &str) -> Result<Option<PathBuf>, Unsaved> {
    let asked = Instant::now();
    let dialog = rfd::FileDialog::new().add_filter(ending.to_uppercase(), &[ending]).set_file_name(name);
    match dialog.save_file() {
        None if asked.elapsed() < SEEN_AT_LEAST => Err(Unsaved::NoDialog),
        chosen => Ok(chosen.map(|path| with_ending(path, ending))),
    }
}

/// Asks with the system's dialog for something to open.
///
/// # Errors
/// If the system has none.
pub fn pick(folder: bool) -> Result<Option<PathBuf>, Unsaved> {
    let asked = Instant::now();
    let dialog = rfd::FileDialog::new();
    let chosen = if folder {
        dialog.pick_folder()
    } else {
        dialog.add_filter("Vitrine", &[&["json"], &ARCHIVES[..], &ENDINGS[..]].concat()).pick_file()
    };
    match chosen {
        None if asked.elapsed() < SEEN_AT_LEAST => Err(Unsaved::NoDialog),
        chosen => Ok(chosen),
    }
}

/// Has a file made and written, and reports the result. `save` returns the number of pictures left out.
fn made(
    path: &Path,
    cancelled: &AtomicBool,
    report: &dyn Fn(SaveCommand),
    save: impl FnOnce(GoOn<'_>) -> Result<usize, Unsaved>,
) -> SaveCommand {
    report(SaveCommand::Begun(path.to_owned()));
    let reported = std::cell::Cell::new(Instant::now());
    let go_on = |share: f32| {
        if reported.get().elapsed() >= EVERY {
            reported.set(Instant::now());
            report(SaveCommand::Come(share));
        }
        !cancelled.load(Ordering::Relaxed)
    };
    match catch_unwind(AssertUnwindSafe(|| save(&go_on))).unwrap_or(Err(Unsaved::Failed)) {
        Ok(0) => SaveCommand::Saved(path.to_owned()),
        Ok(left_out) => SaveCommand::SavedWithout(path.to_owned(), left_out),
        Err(why) => SaveCommand::Unsaved(path.to_owned(), why),
    }
}

/// Writes the content, unless cancelled.
fn written(path: &Path, made: Result<Vec<u8>, Unsaved>, go_on: GoOn<'_>) -> Result<usize, Unsaved> {
    if !go_on(1.0) {
        return Err(Unsaved::Cancelled);
    }
    files::replace(path, &made?).map_err(|why| Unsaved::NotWritten(why.into()))?;
    Ok(0)
}

/// Appends the extension to a typed name, once: `t`, `t.2024` and `t.xlsx` get it, `t.csv` has it, and `t.csv.csv` comes from
/// dialogs in which the name was typed before the extension. The dialog has not confirmed the resulting name: if it is taken,
/// a number is added.
pub(super) fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let has_it = |path: &Path| path.extension().is_some_and(|found| is_same(&found.to_string_lossy(), ending));
    let mut stem = path.clone();
    while has_it(&stem) {
        stem.set_extension("");
    }
    let Some(stem) = stem.file_name().map(|name| name.to_string_lossy().into_owned()) else { return path };
    let is_right = has_it(&path)
        && Path::new(path.file_stem().unwrap_or_default())
            .extension()
            .is_none_or(|e| !is_same(&e.to_string_lossy(), ending));
    if is_right {
        return path;
    }
    let named = |number: u32| {
        let number = if number > 1 { format!("-{number}") } else { String::new() };
        path.with_file_name(format!("{stem}{number}.{ending}"))
    };
    (1..MOST_NAMES).map(named).find(|path| path.symlink_metadata().is_err()).unwrap_or(path)
}

/// Returns true for two extensions of one format.
fn is_same(found: &str, ending: &str) -> bool {
    found.eq_ignore_ascii_case(ending) || (ending == "html" && found.eq_ignore_ascii_case("htm"))
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::fs;
    use std::sync::atomic::{AtomicBool, Ordering};

    use std::path::Path;

    use super::{GoOn, Where, made, with_ending, would_destroy, written};
    use crate::state::{SaveCommand, Unsaved};

    #[test]
    fn a_file_is_whole_and_one_that_was_stopped_or_failed_leaves_the_older_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("chart.svg");
        let (stop, reported) = (AtomicBool::new(false), RefCell::new(Vec::new()));
        let report = |command| reported.borrow_mut().push(command);
        let made = |path: &Path, make: &dyn Fn(GoOn<'_>) -> Result<Vec<u8>, Unsaved>| {
            made(path, &stop, &report, |go_on| written(path, make(go_on), go_on))
        };
        assert_eq!(made(&path, &|_go_on| Ok(b"old".to_vec())), SaveCommand::Saved(path.clone()));
        assert_eq!(reported.borrow().first(), Some(&SaveCommand::Begun(path.clone())));
        let stopped = made(&path, &|go_on| {
            stop.store(true, Ordering::Relaxed);
            if go_on(0.5) { Ok(b"new".to_vec()) } else { Err(Unsaved::Cancelled) }
        });
        assert_eq!(stopped, SaveCommand::Unsaved(path.clone(), Unsaved::Cancelled));
        let late = made(&path, &|_go_on| Ok(b"new".to_vec()));
        assert_eq!(
            late,
            SaveCommand::Unsaved(path.clone(), Unsaved::Cancelled),
            "stopped is stopped, however far it had come"
        );
        stop.store(false, Ordering::Relaxed);
        let failed = made(&path, &|_go_on| panic!("a fault of ours"));
        assert_eq!(failed, SaveCommand::Unsaved(path.clone(), Unsaved::Failed));
        assert_eq!(fs::read(&path).expect("there"), b"old");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1, "nothing is left beside it");
        let nowhere = folder.path().join("gone").join("chart.svg");
        let unwritten = made(&nowhere, &|_go_on| Ok(Vec::new()));
        assert!(matches!(unwritten, SaveCommand::Unsaved(_, Unsaved::NotWritten(_))), "{unwritten:?}");
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
    fn a_name_gets_its_ending_once_and_never_takes_the_place_of_another_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let named = |typed: &str, ending: &str| with_ending(at(typed), ending);
        for (typed, ending, name) in [
            ("t", "csv", "t.csv"),
            ("t.csv", "csv", "t.csv"),
            ("T.CSV", "csv", "T.CSV"),
            ("t.csv.csv", "csv", "t.csv"),
            ("t.CSV.csv", "csv", "t.csv"),
            ("t.2024", "csv", "t.2024.csv"),
            ("t.xlsx", "csv", "t.xlsx.csv"),
            ("chart.xml", "svg", "chart.xml.svg"),
            ("page.htm", "html", "page.htm"),
            (".hidden", "csv", ".hidden.csv"),
            ("表格", "csv", "表格.csv"),
        ] {
            assert_eq!(named(typed, ending), at(name), "{typed}");
        }
        fs::write(at("t.csv"), "").expect("written");
        assert_eq!(named("t.csv", "csv"), at("t.csv"), "the dialog has asked about this one");
        assert_eq!(
            (named("t", "csv"), named("t.csv.csv", "csv")),
            (at("t-2.csv"), at("t-2.csv")),
            "and about none of these"
        );
        fs::write(at("t-2.csv"), "").expect("written");
        assert_eq!(named("t", "csv"), at("t-3.csv"));
    }

    #[test]
    fn the_exhibition_on_the_wall_loses_none_of_its_files() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("a.png"), "a picture").expect("written");
        fs::write(at("notes.csv"), "somebody's own").expect("written");
        let place = crate::model::PackPlace::Folder(folder.path().to_owned());
        let (pack, _) = crate::files::open(&place).expect("it opens");
        assert!(would_destroy(&at("a.png"), &pack));
        assert!(!would_destroy(&at("notes.csv"), &pack), "the dialog has asked about it");
        assert!(!would_destroy(&at("new.csv"), &pack));
    }
}
