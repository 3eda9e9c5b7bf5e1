//! What the editor wants from the disk: the pack with what was kept of it, added pictures, and its problems.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::portable_names::Names;
use crate::files::{self, Growing, PackSource};
use crate::model::{OpenError, Pack, PackFiles, PackPlace, Tree, write};
use crate::photos;
use crate::state::editing::{AddedPhoto, Begun, EditCommand, Origin};
use crate::state::{Action, Unsaved};
use crate::work::pictures::survey;
use crate::work::{Done, Work, spawn};

/// The folder of a pack in which added pictures come to lie.
const PICTURES: &str = "pictures";
/// The most that an exhibition which begins empty has: its format and no words.
const EMPTY: &str = "{\n  \"format\": 1,\n  \"title\": {}\n}\n";

impl Work {
    /// Reads what is to be edited.
    pub fn begin_editing(&self, origin: Origin, shown: PackPlace) {
        let (outbox, picks) = (self.outbox.clone(), Arc::clone(&self.picks));
        spawn("open", move || {
            let place = match origin {
                Origin::Shown => Ok(shown),
                Origin::BuiltIn => Ok(PackPlace::BuiltIn),
                Origin::Empty => Ok(PackPlace::BuiltIn),
                Origin::Path(ref path) => files::place_of(path).map_err(|why| (path.clone(), why)),
                Origin::AskFolder => match picks(true) {
                    Ok(None) => return,
                    Ok(Some(path)) => files::place_of(&path).map_err(|why| (path, why)),
                    Err(Unsaved::NoDialog | _) => {
                        outbox.send(Done::Action(Action::NoDialog));
                        return;
                    }
                },
            };
            let done = match place {
                Ok(place) => match read_to_edit(&place, origin == Origin::Empty) {
                    Ok((source, begun)) => Done::Opened(source, Action::Edit(EditCommand::Begun(Box::new(begun)))),
                    Err(why) => failed(PathBuf::from(place.name()), why),
                },
                Err((path, why)) => failed(path, why),
            };
            outbox.send(done);
            outbox.wake(std::time::Duration::ZERO);
        });
    }

    /// Copies pictures to where what is being edited is kept, and adds them.
    pub fn add_photos(&self, paths: Vec<PathBuf>) {
        let source = self.pool.source();
        self.spawn("add", move || Done::Action(Action::Edit(added(&source, &paths))));
    }

    /// Asks for pictures with the system's dialog, and adds them.
    pub fn pick_photos(&self) {
        let (outbox, source) = (self.outbox.clone(), self.pool.source());
        spawn("dialog", move || {
            let chosen = rfd::FileDialog::new().add_filter("JPEG, PNG, WebP, TIFF", &photos_endings()).pick_files();
            let Some(paths) = chosen else { return };
            outbox.send(Done::Action(Action::Edit(added(&source, &paths))));
            outbox.wake(std::time::Duration::ZERO);
        });
    }
}

fn photos_endings() -> Vec<&'static str> {
    vec!["jpg", "jpeg", "jpe", "png", "webp", "gif", "tif", "tiff", "bmp"]
}

fn failed(path: PathBuf, why: OpenError) -> Done {
    Done::Action(Action::Edit(EditCommand::NotBegun(path, why)))
}

/// Reads a pack to be edited, with what was kept of an earlier time; or begins with nothing.
///
/// # Errors
/// If there is nothing that could be edited.
pub fn read_to_edit(place: &PackPlace, is_empty: bool) -> Result<(Arc<PackSource>, Begun), OpenError> {
    let (mut pack, base) = files::open(place)?;
    if is_empty {
        let (exhibition, problems) = crate::model::read(EMPTY).map_err(OpenError::Unreadable)?;
        pack = Pack::new(PackPlace::BuiltIn, exhibition, problems, |_| false);
    }
    survey::begin(&mut pack, &base);
    let text = match files::exhibition(&base) {
        _ if is_empty => EMPTY.to_owned(),
        Ok((_, _, text)) => text,
        Err(OpenError::NoExhibition) => write(pack.document()).map_err(|_| OpenError::NoExhibition)?,
        Err(why) => return Err(why),
    };
    pack.photo_folder = false;
    let tree = Tree::of_text(&text).ok_or(OpenError::NotAPack)?;
    let names = if is_empty { <_>::default() } else { base.names() };
    let listed = |name: &str| base.listed(name).filter(|listed| *listed != name).map(str::to_owned);
    let listed = (0..tree.len("photos"))
        .filter_map(|index| tree.entry("photos", index)?.get("file")?.as_str())
        .filter_map(|file| Some((file.to_owned(), listed(file)?)))
        .collect();
    let target = match place {
        PackPlace::Folder(path) if base.exhibition().is_some() => Some(path.clone()),
        PackPlace::Archive(path) if base.exhibition().is_some() => Some(path.clone()),
        _ => None,
    };
    let files = PackFiles { names, listed };
    let source = Arc::new(PackSource::Growing(Box::new(Growing::new(base))));
    Ok((source, Begun { pack, tree, files, records: Vec::new(), target }))
}

/// Copies pictures into the folder for them. What is no picture is named.
fn added(source: &PackSource, paths: &[PathBuf]) -> EditCommand {
    let PackSource::Growing(growing) = source else { return EditCommand::Added(Vec::new(), Vec::new()) };
    let Some(folder) =
        files::places::StandardFolder::State.folder().map(|folder| folder.join("editing").join(PICTURES))
    else {
        return EditCommand::Added(Vec::new(), Vec::new());
    };
    let mut names = Names::default();
    source.names().iter().for_each(|name| names.keep_free(name));
    let (mut added, mut others) = (Vec::new(), Vec::new());
    for path in in_order(paths) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let is_picture = files::photo_folder::is_picture(&name) && readable(&path);
        let file = is_picture.then(|| names.give(&format!("{PICTURES}/{name}")));
        let copied = file.and_then(|file| Some((copy(&path, &folder)?, file)));
        let Some((copy, file)) = copied else {
            others.push(name);
            continue;
        };
        growing.add(file.clone(), copy);
        let probed = survey::fill_in(source, &file).unwrap_or_default();
        added.push(AddedPhoto { file, name, size: probed.size, probed });
    }
    EditCommand::Added(added, others)
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

/// Copies a file into a folder, under a name that is free there.
fn copy(path: &Path, folder: &Path) -> Option<PathBuf> {
    fs::create_dir_all(folder).ok()?;
    let name = path.file_name()?.to_string_lossy().into_owned();
    let place = (0..10_000).map(|n| folder.join(format!("{n}-{name}"))).find(|place| !place.exists())?;
    fs::copy(path, &place).ok()?;
    Some(place)
}
