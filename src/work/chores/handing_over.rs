//! Saves an exhibition that was edited: its text and its pictures, in a folder or an archive, whole or not at all.
//!
//! The pictures stay as they are, byte for byte, but for the position that a camera recorded. In the folder that they are in
//! already they are not touched at all.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use super::captions::Captions;
use super::keeping::{self, Keeper};
use super::packing::{Packed, Plan, Sink, Wanted, Written, make_ready, renamed};
use super::portable_names::{Names, numbered};
use super::save::with_ending;
use crate::files::{self, ArchiveWriter, FolderWriter, PackSource, photo_folder};
use crate::model::{FieldPath, List, PackPlace, Tree, read};
use crate::photos::GoOn;
use crate::state::editing::EditCommand;
use crate::state::{Action, SaveCommand, Unsaved};
use crate::work::{Done, Work, spawn};

/// The extension of an archive.
const ENDING: &str = "vitrine";
/// Interval between progress reports.
const EVERY: Duration = Duration::from_millis(50);
/// The largest of the other files of an archive that go along, and all of them, in bytes.
const MOST_BESIDE: [u64; 2] = [16 << 20, 64 << 20];
/// How many names that differ in a number alone are looked through.
const MOST_ALIKE: u32 = 9;
/// The folder of renditions in an archive.
const RENDITIONS: &str = "renditions/";

/// What was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HandedOver {
    /// Where it can be opened.
    pub place: PackPlace,
    /// The text of its `exhibition.json`: as it was given, but for names of pictures that not every system takes.
    pub text: String,
    /// What has become of the pictures.
    pub packed: Packed,
}

/// Saves the text of an exhibition with its pictures, which `source` has under the names in the text, to a folder or an archive.
/// That may be the one that is open. `watch` receives the number of pictures done and in all; returning false cancels.
///
/// # Errors
/// If it cannot be written, or the text is no exhibition; `Interrupted` if cancelled. Then everything is as it was.
pub fn save_exhibition(
    (text, source): (&str, &PackSource),
    place: &PackPlace,
    watch: &dyn Fn(usize, usize) -> bool,
) -> io::Result<HandedOver> {
    let (exhibition, _) = read(text).map_err(|_unreadable| io::Error::from(io::ErrorKind::InvalidData))?;
    let listed = |name: &str| source.listed(name).unwrap_or(name).to_owned();
    let plan = Plan::of(&exhibition, &listed);
    match place {
        PackPlace::Archive(path) => into_archive((text, source), path, plan, watch),
        PackPlace::Folder(path) => into_folder((text, source), path, plan, watch),
        PackPlace::BuiltIn | PackPlace::Picture(_) => Err(io::ErrorKind::InvalidInput.into()),
    }
}

/// Pictures are handed over as they are, but for where they were taken.
fn how(renditions: bool) -> Wanted<'static> {
    static NOTHING: Captions = Captions::new();
    Wanted { written: Written::ButPosition, renditions, said: &NOTHING }
}

fn into_archive(
    (text, source): (&str, &PackSource),
    path: &Path,
    mut plan: Plan,
    watch: &dyn Fn(usize, usize) -> bool,
) -> io::Result<HandedOver> {
    let mut archive = ArchiveWriter::create(path)?;
    let all = plan.names();
    make_ready((source, &all), how(true), watch, &mut |name, ready| plan.take(&mut archive, name, ready))?;
    let text = named(text, source, &plan)?;
    archive.add(files::EXHIBITION, text.as_bytes(), true)?;
    for (name, bytes) in beside(source, &mut plan.names) {
        archive.add(&name, &bytes, true)?;
    }
    go_on(watch, all.len())?;
    let mut packed = plan.packed();
    packed.bytes = archive.finish()?;
    Ok(HandedOver { place: PackPlace::Archive(path.to_owned()), text, packed })
}

fn into_folder(
    (text, source): (&str, &PackSource),
    path: &Path,
    mut plan: Plan,
    watch: &dyn Fn(usize, usize) -> bool,
) -> io::Result<HandedOver> {
    let mut folder = Folder(FolderWriter::create(path)?);
    let there = folder.0.names();
    let is_own = folder.0.is_of(source);
    let (stay, all): (Vec<String>, Vec<String>) =
        plan.names().into_iter().partition(|name| is_own && !source.is_added(name) && there.contains(name));
    for name in &stay {
        plan.stays(name);
    }
    // Whatever else is there keeps its name; a picture with one of these names is compared with it.
    let others: Vec<&String> = there.iter().filter(|name| plan.given(name).is_none()).collect();
    for name in others {
        plan.names.keep_free(name);
    }
    make_ready((source, &all), how(false), watch, &mut |name, ready| plan.take(&mut folder, name, ready))?;
    let text = named(text, source, &plan)?;
    go_on(watch, all.len())?;
    let path = folder.0.finish(&text)?;
    Ok(HandedOver { place: PackPlace::Folder(path), text, packed: plan.packed() })
}

fn go_on(watch: &dyn Fn(usize, usize) -> bool, all: usize) -> io::Result<()> {
    if watch(all, all) { Ok(()) } else { Err(io::ErrorKind::Interrupted.into()) }
}

/// The text with the names that the pictures have been given; word for word as it was, where they have kept theirs.
fn named(text: &str, source: &PackSource, plan: &Plan) -> io::Result<String> {
    let is_kept = |name: &String| plan.given(name).is_none_or(|given| given == name);
    if plan.names().iter().all(is_kept) { Ok(text.to_owned()) } else { renamed(text, source, plan) }
}

/// Pictures on their way into a folder.
struct Folder(FolderWriter);

impl Sink for Folder {
    fn picture(&mut self, name: String, bytes: &[u8], names: &mut Names) -> io::Result<String> {
        // What was saved there before is found again under the name that it got.
        let like = (2..=MOST_ALIKE).map(|number| numbered(&name, number));
        if let Some(there) = std::iter::once(name.clone()).chain(like).find(|name| self.0.has(name, bytes)) {
            return Ok(there);
        }
        let name = if self.0.names().contains(&name) { names.give(&name) } else { name };
        self.0.add(&name, bytes).map(|()| name)
    }

    fn rendition(&mut self, _name: &str, _bytes: &[u8]) -> io::Result<()> {
        Ok(())
    }
}

/// What else is in an archive and nobody but its owner understands: a licence, notes.
fn beside(source: &PackSource, names: &mut Names) -> Vec<(String, Vec<u8>)> {
    let is_other = |name: &String| {
        let is_hidden = name.split('/').any(|part| part.starts_with('.'));
        !is_hidden && !photo_folder::is_picture(name) && !name.starts_with(RENDITIONS)
    };
    let own = source.exhibition().map(str::to_owned);
    let [most, mut left] = MOST_BESIDE;
    let mut all = Vec::new();
    for name in source.archived().into_iter().filter(is_other).filter(|name| Some(name) != own.as_ref()) {
        let Ok(bytes) = source.read(&name, most.min(left)) else { continue };
        left -= bytes.len() as u64;
        all.push((names.give(&name), bytes.into_owned()));
    }
    all
}

impl Work {
    /// Saves what is being edited, at a place or one that is asked for with this name. Reports with `SaveCommand`s how far it has
    /// come, and that nothing was saved; else with `EditCommand::Saved`. At a typed place there must be nothing yet.
    pub fn save_edited(&self, (target, is_typed): (Option<PathBuf>, bool), name: &str, (tree, revision): (Tree, u64)) {
        self.cancelled.store(false, Ordering::Relaxed);
        let (outbox, cancelled) = (self.outbox.clone(), Arc::clone(&self.cancelled));
        let (source, asks, keeper) = (self.pool.source(), Arc::clone(&self.asks), Arc::clone(&self.keeper));
        let name = format!("{name}.{ENDING}");
        let tell = move |what: &dyn Fn(&Keeper)| {
            if let Some(keeper) = &*keeper.lock().unwrap_or_else(PoisonError::into_inner) {
                what(keeper);
            }
        };
        tell(&|keeper| keeper.saving(tree.clone()));
        spawn("save", move || {
            let send = |action| {
                outbox.send(Done::Action(action));
                outbox.wake(Duration::ZERO);
            };
            let place = match target.map_or_else(|| asks(&name, ENDING), |path| Ok(Some(path))) {
                Ok(Some(path)) => match place_at(path) {
                    (place, true) if is_typed => {
                        return send(Action::Save(SaveCommand::Unsaved(path_of(&place), Unsaved::Exists)));
                    }
                    (place, _) => place,
                },
                Ok(None) => return send(Action::Save(SaveCommand::NoPlace)),
                Err(why) => return send(Action::Save(SaveCommand::Unsaved(PathBuf::from(name), why))),
            };
            send(Action::Save(SaveCommand::Begun(path_of(&place))));
            let reported = std::cell::Cell::new(Instant::now());
            let go_on = |share: f32| {
                if reported.get().elapsed() >= EVERY {
                    reported.set(Instant::now());
                    send(Action::Save(SaveCommand::Come(share)));
                }
                !cancelled.load(Ordering::Relaxed)
            };
            let text = tree.text().unwrap_or_default();
            match handed_over((&text, &source), &place, &go_on) {
                Ok(HandedOver { place, text, packed }) => {
                    let key = keeping::key_of(&place);
                    tell(&|keeper| keeper.saved(text.clone(), key.clone()));
                    let left_out = packed.left_out.len();
                    let renamed = Tree::of_text(&text).map(|saved| other_names(&tree, &saved)).unwrap_or_default();
                    if let PackSource::Growing(growing) = &*source {
                        for (name, also) in &renamed {
                            growing.name(name, also.clone());
                        }
                    }
                    send(Action::Edit(EditCommand::Saved(path_of(&place), revision, left_out, renamed)));
                }
                Err(why) => send(Action::Save(SaveCommand::Unsaved(path_of(&place), why))),
            }
        });
    }
}

/// The files of pictures that have another name in what was saved, with that name.
fn other_names(tree: &Tree, saved: &Tree) -> Vec<(String, String)> {
    let photos = List::Photos.field();
    let entries = (0..tree.len(photos)).map(|index| FieldPath::entry(photos, index));
    let files = entries.flat_map(|at| [at.field("file"), at.field("stand_in").field("file")]);
    let pairs = files.map(|at| (tree.text_at(&at).to_owned(), saved.text_at(&at).to_owned()));
    pairs.filter(|(own, other)| own != other && !other.is_empty()).collect()
}

/// What a place is saved as, and whether something is there: a folder where there is one, or where the path ends like one; else an
/// archive, which gets its extension.
fn place_at(path: PathBuf) -> (PackPlace, bool) {
    if path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', std::path::MAIN_SEPARATOR]) {
        let is_taken = path.read_dir().is_ok_and(|mut inside| inside.next().is_some());
        return (PackPlace::Folder(path), is_taken);
    }
    let path = if path.is_file() { path } else { with_ending(path, ENDING) };
    let is_taken = path.symlink_metadata().is_ok();
    (PackPlace::Archive(path), is_taken)
}

fn path_of(place: &PackPlace) -> PathBuf {
    match place {
        PackPlace::Folder(path) | PackPlace::Archive(path) | PackPlace::Picture(path) => path.clone(),
        PackPlace::BuiltIn => PathBuf::new(),
    }
}

fn handed_over(what: (&str, &PackSource), place: &PackPlace, go_on: GoOn<'_>) -> Result<HandedOver, Unsaved> {
    let watch = |done: usize, all: usize| {
        #[expect(clippy::cast_precision_loss, reason = "a share")]
        let share = done as f32 / all.max(1) as f32;
        go_on(share)
    };
    let save = || save_exhibition(what, place, &watch);
    match std::panic::catch_unwind(std::panic::AssertUnwindSafe(save)) {
        Ok(Ok(saved)) => Ok(saved),
        Ok(Err(why)) if why.kind() == io::ErrorKind::Interrupted => Err(Unsaved::Cancelled),
        Ok(Err(why)) => Err(Unsaved::NotWritten(why.into())),
        Err(_panic) => Err(Unsaved::Failed),
    }
}

#[cfg(test)]
mod tests;
