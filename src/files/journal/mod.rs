//! What was edited and is not saved yet, on disk: a journal for each exhibition, so that a crash or a power cut costs nothing; and
//! the last versions.
//!
//! Each exhibition has a folder of its own, below the program's state:
//!
//! - `journal`: a line about what is edited, then a line for each change;
//! - `base-….json`: the text that the changes start from, so that they can be gone through even where the exhibition was changed
//!   elsewhere or is away;
//! - `pictures`: files that were added, until they are saved;
//! - `versions`: earlier texts;
//! - `lock`, while it is edited.
//!
//! The changes are texts that nothing here understands. Not here: when to write, on which thread (`work`).

mod format;
mod lock;
mod versions;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use super::write::{replace, sweep_folder};
use crate::model::Fingerprint;
use format::Chain;
pub use format::{Header, Torn};
use lock::Lock;
pub use versions::{Occasion, VERSIONS, Version};

/// The folder of all journals, in the program's state.
const FOLDER: &str = "edits";
/// The name of a journal.
const JOURNAL: &str = "journal";
/// A journal that could not be read.
const DAMAGED: &str = "journal.damaged";
/// The beginning of the names of texts that journals start from.
const BASE: &str = "base-";
/// The folder of files that were added.
const PICTURES: &str = "pictures";
/// A journal of fewer bytes may have no changes.
const SMALL: u64 = 4096;
/// The largest journal, in bytes.
const MOST: u64 = 512 << 20;
/// The most exhibitions that are looked through.
const MOST_FOLDERS: usize = 1_000;

/// Held while journals are looked through, so that this program never seems to be another one to itself.
static LOOKING: Mutex<()> = Mutex::new(());

/// A journal, held for this program alone.
#[derive(Debug)]
pub struct Journal {
    key: String,
    folder: PathBuf,
    writing: Option<Writing>,
    _lock: Lock,
}

/// A line that is no change: what was changed above it is being saved as this text.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Mark {
    saving: Fingerprint,
}

/// A journal that is being written.
#[derive(Debug)]
struct Writing {
    file: File,
    header: Header,
    chain: Chain,
    /// The bytes and records that are certainly on disk.
    kept: (u64, usize),
}

/// What an earlier session left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What was edited.
    pub header: Header,
    /// The changes, in order.
    pub records: Vec<String>,
    /// The text that they start from; `None` if it cannot be read.
    pub base: Option<String>,
    /// What could not be read after them.
    pub torn: Torn,
    /// How many changes there were when saving began, and the text that was saved then.
    saved: Vec<(usize, Fingerprint)>,
}

impl Found {
    /// Returns true if the changes start from this text; else the exhibition was changed elsewhere meanwhile.
    #[must_use]
    pub fn starts_from(&self, text: &str) -> bool {
        self.header.base == Fingerprint::of(text)
    }

    /// Where the text of the exhibition is one that was being saved when the program ended: leaves out the changes that are in it.
    pub fn catch_up(&mut self, text: &str) {
        let print = Fingerprint::of(text);
        if let Some((count, _)) = self.saved.iter().rev().find(|(_, saved)| *saved == print && !self.starts_from(text))
        {
            self.records.drain(..*count);
            self.header.base = print;
            self.base = Some(text.to_owned());
            self.saved.clear();
        }
    }
}

impl Journal {
    /// Takes the journal of an exhibition, and what is in it; `None` if another program or window has it. `state` is the folder
    /// of the program's state, `key` tells exhibitions apart.
    ///
    /// # Errors
    /// If nothing can be written there.
    pub fn open(state: &Path, key: &str) -> io::Result<Option<(Self, Option<Found>)>> {
        let folder = state.join(FOLDER).join(String::from(Fingerprint::of(key)));
        fs::create_dir_all(&folder)?;
        let looking = LOOKING.lock().unwrap_or_else(PoisonError::into_inner);
        let Some(lock) = Lock::of(&folder)? else { return Ok(None) };
        drop(looking);
        let (found, whole) = match tidy(&folder)? {
            Some((found, at)) => (Some(found), Some(at)),
            None => (None, None),
        };
        let mut journal = Self { key: key.to_owned(), folder, writing: None, _lock: lock };
        if let Some((found, (bytes, chain))) = found.as_ref().zip(whole) {
            // Only what cannot be read is cut off.
            let file = OpenOptions::new().append(true).open(journal.folder.join(JOURNAL))?;
            let kept = (bytes, found.records.len());
            journal.writing = Some(Writing { file, header: found.header.clone(), chain, kept });
        }
        Ok(Some((journal, found)))
    }

    /// Begins anew from a text, at the first change or after saving. What was there before is replaced once this is on disk.
    ///
    /// # Errors
    /// If it cannot be written; then what was there before still is.
    pub fn begin(&mut self, place: &str, text: &str, begun: &str) -> io::Result<()> {
        self.begin_with((place, text, begun), &[])
    }

    /// Begins anew from a text, with changes that were made since then.
    ///
    /// # Errors
    /// If it cannot be written; then what was there before still is.
    pub fn begin_with(&mut self, (place, text, begun): (&str, &str, &str), records: &[String]) -> io::Result<()> {
        let header = Header::new(&self.key, place, Fingerprint::of(text), begun);
        let base = base_path(&self.folder, &header);
        if read_text(&base).is_none_or(|there| there != text) {
            replace(&base, text.as_bytes())?;
        }
        let (mut chain, mut bytes) = (Chain::default(), Vec::new());
        chain.add(&mut bytes, &serde_json::to_string(&header)?);
        for record in records {
            chain.add(&mut bytes, record);
        }
        let path = self.folder.join(JOURNAL);
        replace(&path, &bytes)?;
        let file = OpenOptions::new().append(true).open(&path)?;
        remove_bases(&self.folder, Some(&base));
        self.writing = Some(Writing { file, header, chain, kept: (bytes.len() as u64, records.len()) });
        Ok(())
    }

    /// Adds changes, and returns how many are on disk. None of these is if it fails; they can be added again.
    ///
    /// # Errors
    /// If they cannot be written, or nothing was begun.
    pub fn append(&mut self, records: &[String]) -> io::Result<usize> {
        let Some(writing) = &mut self.writing else { return Err(io::ErrorKind::NotFound.into()) };
        writing.append(records)
    }

    /// Notes that what was changed so far is being saved as a text. So nobody takes it for somebody else's, where the program ends
    /// between saving and beginning anew.
    ///
    /// # Errors
    /// If it cannot be written, or nothing was begun.
    pub fn saving(&mut self, text: Fingerprint) -> io::Result<()> {
        let Some(writing) = &mut self.writing else { return Err(io::ErrorKind::NotFound.into()) };
        let kept = writing.kept.1;
        writing.append(&[serde_json::to_string(&Mark { saving: text })?])?;
        // It is no change.
        writing.kept.1 = kept;
        Ok(())
    }

    /// The folder of this exhibition's journal, where files that belong to the changes may lie as well.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// How many changes are on disk.
    #[must_use]
    pub fn kept(&self) -> usize {
        self.writing.as_ref().map_or(0, |writing| writing.kept.1)
    }

    /// What is being edited; `None` before anything was begun.
    #[must_use]
    pub fn header(&self) -> Option<&Header> {
        self.writing.as_ref().map(|writing| &writing.header)
    }

    /// Forgets the changes: they were saved, or nobody wants them. The versions stay.
    ///
    /// # Errors
    /// If the journal cannot be removed.
    pub fn discard(&mut self) -> io::Result<()> {
        self.writing = None;
        let removed = fs::remove_file(self.folder.join(JOURNAL));
        removed.or_else(|why| if why.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(why) })?;
        remove_bases(&self.folder, None);
        Ok(())
    }

    /// Keeps a text as a version, unless the newest one is the same: with the time, why it is kept, and the first change in it.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn keep_version(&self, text: &str, about: (&str, Occasion, &str)) -> io::Result<bool> {
        versions::keep(&self.folder.join(versions::FOLDER), text, about)
    }

    /// The versions, the newest first.
    #[must_use]
    pub fn versions(&self) -> Vec<Version> {
        versions::list(&self.folder.join(versions::FOLDER))
    }

    /// The text of a version.
    ///
    /// # Errors
    /// If it cannot be read, or is not what was kept.
    pub fn version(&self, version: &Version) -> io::Result<String> {
        versions::read(&self.folder.join(versions::FOLDER), version)
    }
}

/// The texts of the versions that are kept beside a journal, the newest first, read one at a time.
pub fn texts_of_versions(folder: &Path) -> impl Iterator<Item = String> + use<> {
    let folder = folder.join(versions::FOLDER);
    versions::list(&folder).into_iter().filter_map(move |version| versions::read(&folder, &version).ok())
}

impl Drop for Journal {
    fn drop(&mut self) {
        // Nothing was changed since it was saved.
        if self.writing.take().is_some_and(|writing| writing.kept.1 == 0) {
            forget(&self.folder);
        }
    }
}

impl Writing {
    fn append(&mut self, records: &[String]) -> io::Result<usize> {
        let (mut chain, mut bytes) = (self.chain, Vec::new());
        for record in records {
            chain.add(&mut bytes, record);
        }
        // What an earlier failure left of a line.
        if self.file.metadata()?.len() != self.kept.0 {
            self.file.set_len(self.kept.0)?;
        }
        let written = self.file.write_all(&bytes).and_then(|()| self.file.sync_data());
        if let Err(why) = written {
            let _ = self.file.set_len(self.kept.0);
            return Err(why);
        }
        self.chain = chain;
        self.kept = (self.kept.0 + bytes.len() as u64, self.kept.1 + records.len());
        Ok(self.kept.1)
    }
}

/// Changes that were not saved, wherever they were made, the newest journal first. Those that somebody is editing are left out.
#[must_use]
pub fn unfinished(state: &Path) -> Vec<(Header, usize)> {
    let mut all: Vec<_> = folders(state)
        .filter_map(|folder| {
            let _looking = LOOKING.lock().unwrap_or_else(PoisonError::into_inner);
            let _held = Lock::of(&folder).ok()??;
            let path = folder.join(JOURNAL);
            let changed = fs::metadata(&path).and_then(|meta| meta.modified()).ok()?;
            let lines = format::read(&read_at_most(&path, MOST).ok()??)?;
            let (records, _) = without_marks(lines.records);
            (!records.is_empty()).then_some((changed, lines.header, records.len()))
        })
        .collect();
    all.sort_by_key(|(changed, ..)| std::cmp::Reverse(*changed));
    all.into_iter().map(|(_, header, count)| (header, count)).collect()
}

/// Removes what programs that were killed left among the journals: never a change.
pub fn sweep(state: &Path) {
    for folder in folders(state).filter(|folder| !is_tidy(folder)) {
        let _looking = LOOKING.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(Some(held)) = Lock::of(&folder) else { continue };
        let Ok(found) = tidy(&folder) else { continue };
        if found.is_none_or(|(found, _)| found.records.is_empty() && !matches!(found.torn, Torn::Lines(_))) {
            forget(&folder);
        }
        drop(held);
        // Only where they are empty.
        let _ = fs::remove_dir(folder.join(versions::FOLDER));
        let _ = fs::remove_dir(&folder);
    }
    let _ = fs::remove_dir(state.join(FOLDER));
}

/// Returns true if there is nothing to remove from a folder: then nobody has to be kept out of it.
fn is_tidy(folder: &Path) -> bool {
    let names: Vec<String> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    let is_known = |name: &String| [JOURNAL, DAMAGED, PICTURES, versions::FOLDER].contains(&name.as_str());
    let has_changes = fs::metadata(folder.join(JOURNAL)).is_ok_and(|meta| meta.len() >= SMALL);
    let bases = names.iter().filter(|name| name.starts_with(BASE)).count();
    let is_rest_known = names.iter().all(|name| is_known(name) || name.starts_with(BASE));
    let own_versions = folder.join(versions::FOLDER);
    let is_used = fs::read_dir(&own_versions).is_ok_and(|mut all| all.next().is_some());
    let is_only_versions = names == [versions::FOLDER] && is_used;
    (is_only_versions || (has_changes && bases == 1 && is_rest_known)) && versions::is_tidy(&own_versions)
}

/// Removes a journal and all that belongs to its changes.
fn forget(folder: &Path) {
    let _ = fs::remove_file(folder.join(JOURNAL));
    remove_bases(folder, None);
    let _ = fs::remove_dir_all(folder.join(PICTURES));
}

fn folders(state: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let all = fs::read_dir(state.join(FOLDER)).into_iter().flatten().flatten().take(MOST_FOLDERS);
    all.map(|entry| entry.path()).filter(|path| path.is_dir())
}

/// Reads a journal, and removes what belongs to no journal. One that is damaged is set aside, as it is.
fn tidy(folder: &Path) -> io::Result<Option<(Found, (u64, Chain))>> {
    sweep_folder(folder);
    let own_versions = folder.join(versions::FOLDER);
    sweep_folder(&own_versions);
    versions::sweep(&own_versions);
    let path = folder.join(JOURNAL);
    let Some(bytes) = read_at_most(&path, MOST)? else {
        remove_bases(folder, None);
        return Ok(None);
    };
    let Some(lines) = format::read(&bytes) else {
        fs::rename(&path, folder.join(DAMAGED))?;
        return Ok(None);
    };
    if let Torn::Lines(_) = lines.torn {
        replace(&folder.join(DAMAGED), &bytes)?;
    }
    let base_path = base_path(folder, &lines.header);
    remove_bases(folder, Some(&base_path));
    let base = read_text(&base_path).filter(|text| Fingerprint::of(text) == lines.header.base);
    let at = (lines.whole as u64, lines.chain);
    let (records, saved) = without_marks(lines.records);
    Ok(Some((Found { header: lines.header, records, base, torn: lines.torn, saved }, at)))
}

/// The changes alone, and how many of them there were at each mark.
fn without_marks(lines: Vec<String>) -> (Vec<String>, Vec<(usize, Fingerprint)>) {
    let (mut records, mut marks) = (Vec::new(), Vec::new());
    for line in lines {
        match serde_json::from_str::<Mark>(&line) {
            Ok(mark) => marks.push((records.len(), mark.saving)),
            Err(_change) => records.push(line),
        }
    }
    (records, marks)
}

fn base_path(folder: &Path, header: &Header) -> PathBuf {
    folder.join(format!("{BASE}{}.json", String::from(header.base)))
}

/// Removes the texts that no journal starts from.
fn remove_bases(folder: &Path, except: Option<&Path>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let is_base = entry.file_name().to_str().is_some_and(|name| name.starts_with(BASE));
        if is_base && except != Some(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn read_text(path: &Path) -> Option<String> {
    String::from_utf8(read_at_most(path, MOST).ok()??).ok()
}

/// Reads a file; `None` if there is none. Pipes and the like would make everybody wait.
fn read_at_most(path: &Path, most: u64) -> io::Result<Option<Vec<u8>>> {
    match fs::metadata(path) {
        Ok(meta) if !meta.is_file() => return Err(io::ErrorKind::Unsupported.into()),
        Ok(_) => {}
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(why) => return Err(why),
    }
    let mut bytes = Vec::new();
    File::open(path)?.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(Some(bytes)) }
}

#[cfg(test)]
mod tests;
