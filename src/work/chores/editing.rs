//! What the editor wants from the disk: the pack with what was kept of it, added pictures, and its problems.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::fill_in_all;
use super::keeping::{self, Keeper, PICTURES};
use super::portable_names::Names;
use super::save::{Picks, SEEN_AT_LEAST};
use crate::files::photo_folder::ENDINGS;
use crate::files::places::StandardFolder;
use crate::files::{self, Growing, PackSource};
use crate::model::{Fingerprint, Lang, OpenError, Pack, PackFiles, PackPlace, Tree, write};
use crate::photos;
use crate::state::Action;
use crate::state::editing::{
    AddedPhoto, BeginCommand, Begun, EditCommand, Formers, Landing, Origin, PhotoCommand, Record, Unfinished, find_in,
};
use crate::work::pictures::survey;
use crate::work::{Done, Work, spawn};

/// What the keys of exhibitions that began empty begin with.
const NEW: &str = "new ";
/// The most that an exhibition which begins empty has: its format and no words.
const EMPTY: &str = "{\n  \"format\": 1,\n  \"title\": {}\n}\n";

/// What is to be edited, as it was read.
pub struct ToEdit {
    /// Its files.
    pub source: Arc<PackSource>,
    /// What the state begins with.
    pub begun: Begun,
    opened: keeping::Opened,
    /// Its place for people, and the text that the changes start from.
    about: (String, String),
}

/// Why editing does not begin.
pub enum NotBegun {
    /// Nothing was chosen.
    Cancelled,
    /// The system has no dialog.
    NoDialog,
    /// It cannot be opened.
    Failed(PathBuf, OpenError),
    /// Another window edits it.
    InUse(String),
}

impl Work {
    /// Reads what is to be edited, and keeps its changes from then on.
    pub fn begin_editing(&self, origin: Origin, shown: PackPlace) {
        let (outbox, picks, keeper) = (self.outbox.clone(), Arc::clone(&self.picks), Arc::clone(&self.keeper));
        spawn("open", move || {
            let done = match read_to_edit(origin, shown, &*picks, &keeper) {
                Ok(ToEdit { source, begun, opened, about }) => {
                    let count = begun.records.len() as u64;
                    let kept = keeping::start(opened, about, count, outbox.clone());
                    *keeper.lock().unwrap_or_else(PoisonError::into_inner) = Some(kept);
                    Done::Opened(source, Action::Edit(EditCommand::Begin(BeginCommand::Begun(Box::new(begun)))))
                }
                Err(NotBegun::Cancelled) => return,
                Err(NotBegun::NoDialog) => Done::Action(Action::Edit(EditCommand::Begin(BeginCommand::NoDialog))),
                Err(NotBegun::Failed(path, why)) => {
                    Done::Action(Action::Edit(EditCommand::Begin(BeginCommand::NotBegun(path, why))))
                }
                Err(NotBegun::InUse(name)) => Done::Action(Action::Edit(EditCommand::Begin(BeginCommand::InUse(name)))),
            };
            outbox.send(done);
            outbox.wake(Duration::ZERO);
        });
    }

    /// Keeps a change of what is being edited.
    pub fn keep(&self, record: String) {
        if let Some(keeper) = &*self.keeper.lock().unwrap_or_else(PoisonError::into_inner) {
            keeper.keep(record);
        }
    }

    /// Asks whoever keeps what is being edited.
    pub fn tell_keeper(&self, what: impl FnOnce(&Keeper)) {
        if let Some(keeper) = &*self.keeper.lock().unwrap_or_else(PoisonError::into_inner) {
            what(keeper);
        }
    }

    /// Looks for texts in the versions of what is being edited.
    pub fn find_texts(&self, wanted: Vec<Fingerprint>) {
        let pictures = self.pictures_folder();
        self.spawn("versions", move || {
            let mut found: Formers = wanted.iter().map(|print| (*print, None)).collect();
            let folder = pictures.as_deref().and_then(Path::parent);
            for text in folder.into_iter().flat_map(files::journal::texts_of_versions) {
                if let Ok(value) = serde_json::from_str(&text) {
                    find_in(&value, &wanted, &mut found);
                }
                if found.values().all(Option::is_some) {
                    break;
                }
            }
            Done::Action(Action::Edit(EditCommand::TextsFound(found)))
        });
    }

    /// Editing has ended: what is left is written.
    pub fn end_editing(&self) {
        let keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner).take();
        drop(keeper);
    }

    /// Finds what was edited and not saved.
    pub fn find_unfinished(&self) {
        self.spawn("report", || {
            let all =
                StandardFolder::State.folder().map(|state| files::journal::unfinished(&state)).unwrap_or_default();
            let found = all.into_iter().map(|(header, changes)| Unfinished {
                key: header.key,
                place: header.place,
                begun: header.begun,
                changes,
            });
            Done::Action(Action::Edit(EditCommand::Begin(BeginCommand::Unfinished(found.collect()))))
        });
    }

    /// Copies pictures to where what is being edited is kept, and adds them.
    pub fn add_photos(&self, paths: Vec<PathBuf>, landing: Landing) {
        let (source, folder) = (self.pool.source(), self.pictures_folder());
        self.spawn("add", move || Done::Action(added(&source, &paths, folder.as_deref(), landing)));
    }

    /// Asks for pictures with the system's dialog, and adds them.
    pub fn pick_photos(&self, landing: Landing) {
        let (outbox, source, folder) = (self.outbox.clone(), self.pool.source(), self.pictures_folder());
        spawn("dialog", move || {
            let asked = Instant::now();
            let dialog = rfd::FileDialog::new().add_filter("JPEG, HEIC, PNG, WebP, TIFF", &ENDINGS);
            let chosen = match landing {
                Landing::Instead { .. } => dialog.pick_file().map(|path| vec![path]),
                Landing::End | Landing::Before(_) => dialog.pick_files(),
            };
            let paths = match chosen {
                // A dialog that ends sooner than anyone can cancel it was never shown.
                None if asked.elapsed() < SEEN_AT_LEAST => {
                    outbox.send(Done::Action(Action::Edit(EditCommand::Photos(PhotoCommand::NoDialog(landing)))));
                    outbox.wake(Duration::ZERO);
                    return;
                }
                None => return,
                Some(paths) => paths,
            };
            outbox.send(Done::Action(added(&source, &paths, folder.as_deref(), landing)));
            outbox.wake(Duration::ZERO);
        });
    }

    fn pictures_folder(&self) -> Option<PathBuf> {
        let keeper = self.keeper.lock().unwrap_or_else(PoisonError::into_inner);
        keeper.as_ref().map(Keeper::pictures)
    }
}

/// Reads what is to be edited, with what was kept of it.
///
/// # Errors
/// If there is nothing that could be edited, or another window does.
pub fn read_to_edit(
    origin: Origin,
    shown: PackPlace,
    picks: &Picks,
    keeper: &Mutex<Option<Keeper>>,
) -> Result<ToEdit, NotBegun> {
    let at = |path: PathBuf| files::place_of(&path).map_err(|why| NotBegun::Failed(path, why));
    let (place, key) = match origin {
        Origin::Shown => (shown, None),
        Origin::BuiltIn => (PackPlace::BuiltIn, None),
        Origin::Empty => {
            let now = chrono::Local::now().format("%Y-%m-%d %H:%M:%S");
            (PackPlace::BuiltIn, Some(format!("{NEW}{now} {}", std::process::id())))
        }
        Origin::Kept(key) if key.starts_with(NEW) || key == keeping::key_of(&PackPlace::BuiltIn) => {
            (PackPlace::BuiltIn, Some(key))
        }
        Origin::Kept(key) => (at(PathBuf::from(&key))?, Some(key)),
        Origin::Path(path) => (at(files::places::typed(&path))?, None),
        Origin::AskFolder => match picks(true) {
            Ok(None) => return Err(NotBegun::Cancelled),
            Ok(Some(path)) => (at(path)?, None),
            Err(_no_dialog) => return Err(NotBegun::NoDialog),
        },
    };
    let key = key.unwrap_or_else(|| keeping::key_of(&place));
    {
        // The same exhibition again: its journal must be free.
        let mut held = keeper.lock().unwrap_or_else(PoisonError::into_inner);
        held.take_if(|held| held.key == key);
    }
    let opened = keeping::open(&key).ok_or_else(|| NotBegun::InUse(place.name()))?;
    let path = PathBuf::from(place.name());
    begun(&place, &key, opened).map_err(|why| NotBegun::Failed(path, why))
}

/// The same for a place, with a journal that has been opened.
pub fn begun(place: &PackPlace, key: &str, mut opened: keeping::Opened) -> Result<ToEdit, OpenError> {
    let is_empty = key.starts_with(NEW);
    let (mut pack, base) =
        if is_empty { (Pack::default(), Arc::new(PackSource::Nothing)) } else { files::open(place)? };
    if is_empty {
        let (exhibition, problems) = crate::model::read(EMPTY).map_err(OpenError::Unreadable)?;
        pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |_| false);
    }
    survey::begin(&mut pack, &base);
    let text = match files::exhibition(&base) {
        _ if is_empty => EMPTY.to_owned(),
        Ok((_, _, text)) => text,
        Err(OpenError::NoExhibition) => {
            // What the pictures of a folder say becomes what somebody wrote: drafts, to be gone on with.
            fill_in_all(&mut pack, &base);
            let names = base.names();
            pack = Pack::new(place.clone(), pack.exhibition.clone(), Vec::new(), |name| names.contains(name));
            survey::begin(&mut pack, &base);
            write(pack.document()).map_err(|_unwritten| OpenError::NoExhibition)?
        }
        Err(why) => return Err(why),
    };
    let there = |path: &PathBuf| base.exhibition().is_some().then(|| path.clone());
    let mut target = match place {
        PackPlace::Folder(path) | PackPlace::Archive(path) => there(path),
        PackPlace::BuiltIn | PackPlace::Picture(_) => None,
    };
    let title = pack.exhibition.title.resolve(Lang::En).text.to_owned();
    let name = Some(place.name()).filter(|name| !name.is_empty() && !is_empty).unwrap_or(title);
    let (mut records, mut is_older) = (Vec::new(), false);
    let mut text = text;
    if let Some(found) = &mut opened.found {
        found.catch_up(&text);
        is_older = !found.starts_from(&text) && !found.records.is_empty();
        if is_older {
            // It was changed elsewhere meanwhile: what was written here stays as it was, and is saved to another place.
            target = None;
            found.base.iter().for_each(|own| own.clone_into(&mut text));
        }
        records = found.records.iter().filter_map(|record| serde_json::from_str::<Record>(record).ok()).collect();
    }
    let tree = Tree::of_text(&text).ok_or(OpenError::NotAPack)?;
    if is_older {
        let (exhibition, problems) = crate::model::read(&text).map_err(OpenError::Unreadable)?;
        let names = base.names();
        pack = Pack::new(place.clone(), exhibition, problems, |name| names.contains(name));
    }
    let mut names = base.names();
    let listed = |name: &str| base.listed(name).filter(|listed| *listed != name).map(str::to_owned);
    let listed = (0..tree.len("photos"))
        .filter_map(|index| tree.entry("photos", index)?.get("file")?.as_str())
        .filter_map(|file| Some((file.to_owned(), listed(file)?)))
        .collect();
    let growing = Growing::new(base);
    for (name, path) in keeping::pictures_in(&opened.pictures) {
        names.insert(name.clone());
        growing.add(name, path);
    }
    let files = PackFiles { names, listed };
    let source = Arc::new(PackSource::Growing(Box::new(growing)));
    let begun = Begun { pack, tree, files, records, target, is_older };
    Ok(ToEdit { source, begun, opened, about: (name, text) })
}

/// Copies pictures into the folder for them. What is no picture is named.
fn added(source: &PackSource, paths: &[PathBuf], folder: Option<&Path>, landing: Landing) -> Action {
    let answer = |added, others| Action::Edit(EditCommand::Photos(PhotoCommand::Added(added, others, landing)));
    let (PackSource::Growing(growing), Some(folder)) = (source, folder) else {
        return answer(Vec::new(), Vec::new());
    };
    let mut names = Names::default();
    source.names().iter().for_each(|name| names.keep_free(name));
    let (mut added, mut others) = (Vec::new(), Vec::new());
    for path in in_order(paths) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_picture = files::photo_folder::is_picture(&name) && readable(&path);
        let file = is_picture.then(|| names.give(&format!("{PICTURES}/{name}")));
        let copied = file.and_then(|file| Some((copy(&path, folder, &file)?, file)));
        let Some((copy, file)) = copied else {
            others.push(name);
            continue;
        };
        growing.add(file.clone(), copy);
        let probed = survey::fill_in(source, &file).unwrap_or_default();
        added.push(AddedPhoto { file, name, size: probed.size, probed });
    }
    answer(added, others)
}

/// The files, and those in the folders among them, in natural order.
fn in_order(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in paths {
        if !path.is_dir() {
            all.push(path.clone());
            continue;
        }
        let Ok(entries) = fs::read_dir(path) else { continue };
        let mut inside: Vec<PathBuf> =
            entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
        inside.sort_by(|a, b| files::natural(&a.to_string_lossy(), &b.to_string_lossy()));
        all.extend(inside);
    }
    all
}

fn readable(path: &Path) -> bool {
    fs::File::open(path).is_ok_and(|mut file| {
        photos::container::abridged(&mut file).is_some_and(|short| photos::upright_size(&short).is_some())
    })
}

/// Copies a file into a folder, under its name in the pack.
fn copy(path: &Path, folder: &Path, file: &str) -> Option<PathBuf> {
    fs::create_dir_all(folder).ok()?;
    let place = folder.join(Path::new(file).file_name()?);
    fs::copy(path, &place).ok()?;
    fs::File::open(&place).and_then(|copy| copy.sync_all()).ok()?;
    Some(place)
}
